"""The letterhead: national name, motto, agencies, number, place and date, V/v, wherever they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Final

from vbgen.decree.parts.agencies import agencies
from vbgen.decree.parts.letterhead_words import (
    anchors,
    begins_text,
    is_date,
    is_letter_subject,
    is_national_name_in,
    is_number,
    is_stamp,
    pieces_of,
    plain_part,
)
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.marks import Marks
from vbgen.decree.parts.names import Part
from vbgen.word.reading.values import Paragraph

_SHORT: Final = 60
_SEARCHED: Final = 60  # paragraphs in which a letterhead begins

_OUTSIDE_TABLE: Final = 25  # paragraphs that a letterhead without a table may take

_AFTER_TABLE: Final = 8
_NEAR: Final = 3  # paragraphs


def recognise_letterhead(marks: Marks) -> frozenset[int]:
    """Name the letterhead's lines; gives the places of its paragraphs, none when there is no letterhead."""
    paragraphs = marks.document.paragraphs[:_SEARCHED]
    if _is_appendix(paragraphs):
        return frozenset()
    anchor = next(
        (item for item in paragraphs if any(anchors(line) for line in pieces_of(item))), None
    )
    if anchor is None:
        return frozenset()
    block = _block(anchor, marks.document.paragraphs)
    for line in _one_by_one(block):
        _name_plain(line, marks)
    _name_agencies(block, anchor, marks)
    marks.fill(block, Part.OTHER)
    return frozenset(marks.place(item) for item in block)


def _is_appendix(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the file begins with "Phụ lục …": an appendix in its own file has no letterhead."""
    first = next((item.plain for item in paragraphs if item.plain and not is_stamp(item.plain)), "")
    return bool(re.fullmatch(r"phụ\s+lục(?:\s+[\w….]+)?", first, re.IGNORECASE))


def _block(anchor: Paragraph, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the letterhead: those of its table and what completes it below, or those before the text."""
    if anchor.cell is None:
        place = next(index for index, item in enumerate(paragraphs) if item is anchor)
        return list(_until_text(paragraphs[: place + _OUTSIDE_TABLE], place))
    inside = _places_in_table(anchor.cell.table, paragraphs)
    first, last = inside[0], inside[-1]
    begins_early = first < _SEARCHED // 2
    places = range(last + 1) if begins_early else inside
    block = [paragraphs[place] for place in places]
    return block + list(_rest(paragraphs[last + 1 : last + 1 + _AFTER_TABLE], block))


def _places_in_table(table: int, paragraphs: Sequence[Paragraph]) -> list[int]:
    return [
        place for place, item in enumerate(paragraphs) if item.cell and item.cell.table == table
    ]


def _rest(following: Sequence[Paragraph], block: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What still belongs to the letterhead below its table: number, date, V/v that the table lacks."""
    known = list(_one_by_one(block))
    if any(map(is_number, known)) and any(map(is_date, known)):
        return
    last = -1
    for place, paragraph in enumerate(following):
        if _opens_text(paragraph):
            break
        last = place if _completes(paragraph) else last
    yield from following[: last + 1]


def _completes(paragraph: Paragraph) -> bool:
    return any(
        is_number(line) or is_date(line) or is_letter_subject(line) for line in pieces_of(paragraph)
    )


def _opens_text(paragraph: Paragraph) -> bool:
    return any(map(begins_text, pieces_of(paragraph)))


def _until_text(paragraphs: Sequence[Paragraph], anchor: int) -> Iterator[Paragraph]:
    """From the first paragraph to the last that belongs to the letterhead, the V/v's further lines with it."""
    last = _last_anchored(paragraphs, anchor)
    if _has_subject(paragraphs[last]):
        last += _short_lines(paragraphs[last + 1 :])
    yield from paragraphs[: last + 1]


def _last_anchored(paragraphs: Sequence[Paragraph], anchor: int) -> int:
    """The last paragraph before the text that is plainly the letterhead's; a line drawn right below it counts."""
    last = anchor
    for place, paragraph in enumerate(paragraphs):
        if place > anchor and _opens_text(paragraph):
            break
        is_next = place == last + 1 and _is_only_drawn(paragraph)
        if _is_letterhead(paragraph) or is_next or _is_aligned_date(paragraph, place - last):
            last = place
    return last


def _is_letterhead(paragraph: Paragraph) -> bool:
    return any(anchors(line) or is_letter_subject(line) for line in pieces_of(paragraph))


def _is_aligned_date(paragraph: Paragraph, distance: int) -> bool:
    """Place and day right below the national name, set to the right or the middle, whatever its letters."""
    is_aligned = paragraph.format.alignment in {"right", "end", "center"}
    return is_aligned and distance <= _NEAR and any(map(is_date, pieces_of(paragraph)))


def _is_only_drawn(paragraph: Paragraph) -> bool:
    return not paragraph.plain and bool(paragraph.shapes)


def _has_subject(paragraph: Paragraph) -> bool:
    return any(map(is_letter_subject, pieces_of(paragraph)))


def _short_lines(following: Sequence[Paragraph]) -> int:
    """How many paragraphs in a row may be further lines of a V/v."""
    return sum(1 for _paragraph in takewhile(_is_short_line, following))


def _is_short_line(paragraph: Paragraph) -> bool:
    """Whether the paragraph may be a further line of a V/v: short, not justified, nothing else."""
    lines = pieces_of(paragraph)
    return (
        bool(lines)
        and len(paragraph.plain) < _SHORT
        and paragraph.format.alignment != "both"
        and not any(map(begins_text, lines))
    )


def _one_by_one(block: Sequence[Paragraph]) -> Iterator[Line]:
    for paragraph in block:
        yield from pieces_of(paragraph)


def _name_plain(line: Line, marks: Marks) -> None:
    part = plain_part(line)
    if part is not None:
        marks.mark(part, line)


@dataclass(slots=True)
class _LeftColumn:
    """The left column read line by line: agencies above the number; V/v, Kính gửi and their further lines below."""

    marks: Marks
    anchor: Paragraph
    is_below: bool = False  # the number has been passed
    is_in_subject: bool = False  # the line before was V/v

    def passes(self, named: Line) -> None:
        """A line that has its name already."""
        self.is_below = self.is_below or is_number(named)
        self.is_in_subject = False

    def part_of(self, line: Line) -> Part | None:
        """The first part of the table whose test holds; ISSUER for any line that may name an agency."""
        part = next((part for part, holds in _LEFT_COLUMN if holds(self, line)), None)
        if part in {Part.ADDRESSEES, Part.LETTER_SUBJECT}:
            self.is_in_subject = part is Part.LETTER_SUBJECT
        return part

    def addresses(self, line: Line) -> bool:
        """Whether the line is Kính gửi, or one below it."""
        goes_on = self.is_below and bool(self.marks.lines[Part.ADDRESSEES])
        return line.folded.startswith("kinh gui") or goes_on

    def begins_subject(self, line: Line) -> bool:
        """Whether the line is V/v."""
        return is_letter_subject(line) or (self.is_below and line.folded.startswith("ve viec"))

    def continues_subject(self, line: Line) -> bool:
        """Whether the line stands right under V/v."""
        return self.is_in_subject and _beside(line, self.marks.lines[Part.LETTER_SUBJECT][-1])

    def may_name_agency(self, line: Line) -> bool:
        """Whether the line stands where the names of agencies stand."""
        return not self.is_below and line.has_letters and _may_be_agency(line, self.anchor)


_LEFT_COLUMN: Final = (
    (Part.ADDRESSEES, _LeftColumn.addresses),
    (Part.LETTER_SUBJECT, _LeftColumn.begins_subject),
    (Part.LETTER_SUBJECT, _LeftColumn.continues_subject),
    (Part.ISSUER, _LeftColumn.may_name_agency),
)


def _name_agencies(block: Sequence[Paragraph], anchor: Paragraph, marks: Marks) -> None:
    """Name what is left of the left column: agencies above the number, V/v and its further lines below."""
    named = {_key(line) for line in chain.from_iterable(marks.lines.values())}
    column, left = _LeftColumn(marks, anchor), []
    for line in _one_by_one(block):
        if _key(line) in named:
            column.passes(line)
            continue
        part = column.part_of(line)
        if part is Part.ISSUER:
            left.append(line)
        elif part is not None:
            marks.mark(part, line)
    governing, issuer = agencies(left)
    marks.mark_lines(Part.GOVERNING_BODY, governing)
    marks.mark_lines(Part.ISSUER, issuer)


def _key(line: Line) -> tuple[int, int]:
    return id(line.paragraph), line.start


def _beside(line: Line, before: Line) -> bool:
    one, other = line.paragraph.cell, before.paragraph.cell
    if one is None or other is None:
        return line.paragraph.element.getprevious() is before.paragraph.element and line.start == 0
    return (one.table, one.column) == (other.table, other.column) and line.has_letters


def _may_be_agency(line: Line, anchor: Paragraph) -> bool:
    cell, other = line.paragraph.cell, anchor.cell
    if (
        cell is not None
        and other is not None
        and cell.table == other.table
        and is_national_name_in(anchor)
    ):
        return cell.column != other.column
    return line.is_upper or line.paragraph.boxed or len(line.text) < _SHORT
