"""Headings and items under each other, numbered as Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.5 numbers them.

What stands alone has no number; a heading over nothing is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vbgen.model.emphasis import lines, one_line, plain, spans
from vbgen.model.launch import Content, OutlineLevel
from vbgen.word.template import RichText
from vbgen.words.numbers import roman
from vbgen.words.points import point

PLAIN, PART, ITEM, INNER = 0, 1, 2, 3  # depths of headings; 0 is a paragraph
_LONGEST_HEADING = 120  # letters; what is longer is a sentence, and stands as one


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One paragraph: under which heading style it stands, and its words."""

    depth: int  # 1 for “I.”, 2 for “1.”, 3 for “1.1.”, 0 for a paragraph
    text: RichText


def rich(text: str) -> RichText:
    """The text with its bold and italic, as a template prints it."""
    made = RichText()
    for piece in spans(text):
        made.add(piece.text, bold=piece.bold, italic=piece.italic)
    return made


def paragraphs(text: str, before: str = "") -> Iterator[OutlineLine]:
    """The lines of a text, the first behind what stands before it; each is a paragraph."""
    for number, line in enumerate(lines(text)):
        yield OutlineLine(PLAIN, rich(line if number else f"{before}{line}"))


def heading(depth: int, number: str, text: str) -> OutlineLine:
    """`II. Mục tiêu`; without a number the words alone."""
    return OutlineLine(depth, rich(" ".join(filter(None, (number, one_line(text))))))


def numbered_parts(parts: Sequence["OutlinePart"]) -> tuple["OutlinePart", ...]:
    """The parts that say something, numbered I., II.; the only one without a number."""
    saying = [part for part in parts if part.lines]
    headed = [part for part in saying if part.heading]
    numbers = {id(part): f"{roman(at)}." for at, part in enumerate(headed, 1)}
    return tuple(
        part.under(numbers.get(id(part), "") if len(headed) > 1 else "") for part in saying
    )


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One part of a paper: what it is, its heading, its paragraphs."""

    name: str  # `contents`, `targets`, `phases`
    heading: str
    lines: tuple[OutlineLine, ...] = field(default=())

    def under(self, number: str) -> "OutlinePart":
        """The same with its heading as its first line."""
        if not self.heading:
            return self
        return replace(self, lines=(heading(PART, number, self.heading), *self.lines))


def content_lines(rows: Sequence[Content]) -> Iterator[OutlineLine]:
    """Rows of one part: items 1., 2., points a), b) anew under each, dashes and paragraphs."""
    starts = [at for at, row in enumerate(rows) if row.level is OutlineLevel.ITEM]
    yield from _below(rows[: starts[0]] if starts else rows)
    for number, (start, end) in enumerate(pairwise((*starts, len(rows))), 1):
        own, under = rows[start], rows[start + 1 : end]
        yield from _item(own.text, f"{number}. " if len(starts) > 1 else "", has_more=bool(under))
        yield from _below(under)


def _item(text: str, number: str, *, has_more: bool) -> Iterable[OutlineLine]:
    """A heading where something stands under it and it is no sentence."""
    words = plain(text).rstrip()
    if has_more and len(words) <= _LONGEST_HEADING and not words.endswith((".", ";")):
        return [heading(ITEM, number.rstrip(), text)]
    return paragraphs(text, number)


def _below(rows: Sequence[Content]) -> Iterator[OutlineLine]:
    """Points, dashes and paragraphs under one item."""
    points = sum(row.level is OutlineLevel.POINT for row in rows)
    at = 0
    for row in rows:
        is_point = row.level is OutlineLevel.POINT
        at += is_point
        if row.level is OutlineLevel.DASH:
            yield from paragraphs(row.text.lstrip("-–— "), "- ")
        else:
            yield from paragraphs(row.text, f"{point(at)}) " if is_point and points > 1 else "")
