"""The lines under motto, issuer and subject: drawn, bordered or typed, each with its length."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice, takewhile
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line, split, whole
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.solid import border_flaw, drawn_flaw, floats, typed_flaw
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph, Shape
from vbgen.words.measure import wrap

_PADDING_MM: Final = 3.8  # left and right inside of a cell, as Word makes it
_SHARE_TOLERANCE: Final = 0.035
_DRAWN_SLACK: Final = 0.02
_TYPED_SLACK: Final = (
    0.12  # superscript characters are drawn in different sizes by different programs
)
_LOOKED_BELOW: Final = 2


@dataclass(frozen=True, slots=True)
class LineBelow:
    """A line below a text; `length_mm` is `None` where the file does not say."""

    length_mm: float | None
    slack: float
    paragraph: Paragraph
    flaw: str = ""  # why it is no solid line, in a clerk's words
    is_centred: bool = True


def check_rule_lines(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Lines that are missing, wrongly long, or only an underline."""
    if paper.of(Part.MOTTO):
        yield from _checked(paper, Part.MOTTO, book, _whole_length)
    for one in paper.of_each_issuer if paper.of(Part.ISSUER) else ():
        yield from _checked(one, Part.ISSUER, book, _share)
    subject = paper.of(Part.SUBJECT)
    if subject and subject[-1].has_letters:
        yield from _checked(paper, Part.SUBJECT, book, _share)


_Judge = Callable[[Sequence[Line], LineBelow, str, FormRules, float], Iterator[Hit]]


def _checked(paper: Paper, part: Part, book: FormRules, judge: _Judge) -> Iterator[Hit]:
    lines = paper.of(part)
    drawn = rule_line_under(paper, part)
    underlined = [
        line for line in lines if any(look.underline != "none" for _letters, look in line.pieces)
    ]
    if underlined and drawn is None:
        yield Hit(f"{part}.underlined", _("chữ bị gạch chân"), underlined[-1])
    elif drawn is None:
        yield Hit(f"{part}.line", _("không thấy đường kẻ"), lines[-1])
    else:
        yield from judge(
            lines, drawn, f"{part}.line-length", book, text_width_mm(paper, lines[-1].paragraph)
        )
        yield from _seen(part, drawn, lines[-1])


def _seen(part: Part, drawn: LineBelow, last: Line) -> Iterator[Hit]:
    """What the eye sees of the line besides its length: solid, and balanced below the words."""
    if drawn.flaw:
        yield Hit(f"{part}.line-solid", drawn.flaw, last)
    if not drawn.is_centred and part is not Part.MOTTO:
        yield Hit(f"{part}.line-centred", _("đường kẻ lệch về một bên"), last)


def _whole_length(  # the width of the text is asked by the judges of shares only
    lines: Sequence[Line], drawn: LineBelow, rule: str, book: FormRules, _text_width_mm: float
) -> Iterator[Hit]:
    width = lines[-1].width_mm
    low, high = book.number(rule, "min") - drawn.slack, book.number(rule, "max") + drawn.slack
    if drawn.length_mm is not None and width and not low <= drawn.length_mm / width <= high:
        yield Hit(rule, _found(drawn.length_mm, width), lines[-1], {"length": str(round(width))})


def _share(
    lines: Sequence[Line], drawn: LineBelow, rule: str, book: FormRules, text_width_mm: float
) -> Iterator[Hit]:
    widths = printed_widths(lines, text_width_mm)
    if drawn.length_mm is None or not widths:
        return
    low, high = book.number(rule, "min"), book.number(rule, "max")
    slack = _SHARE_TOLERANCE + drawn.slack
    if not min(widths) * (low - slack) <= drawn.length_mm <= max(widths) * (high + slack):
        values = {
            "shortest": str(round(widths[-1] * low)),
            "longest": str(round(widths[-1] * high)),
        }
        yield Hit(rule, _found(drawn.length_mm, widths[-1]), lines[-1], values)


def _found(length: float, width: float) -> str:
    return _(
        "đường kẻ dài {length} mm, dòng chữ dài {width} mm",
        length=round(length),
        width=round(width),
    )


def text_width_mm(paper: Paper, paragraph: Paragraph) -> float:
    """Width between the margins where the paragraph stands."""
    sections = paper.document.sections
    return sections[min(paragraph.section, len(sections) - 1)].text_width_mm


def printed_widths(lines: Sequence[Line], text_width_mm: float | None = None) -> list[float]:
    """Widths of the lines as they are printed: a long name wraps in its cell, or between the margins."""
    found: list[float] = []
    for line in lines:
        room = _room(line.paragraph, text_width_mm)
        if room is None or line.width_mm <= room or not line.pieces:
            found.append(line.width_mm)
        else:
            look = line.pieces[0][1]
            pieces = wrap(line.text, room, size_pt=look.size_pt, bold=look.bold, italic=look.italic)
            found += [line.width_mm * len(piece) / max(1, len(line.text)) for piece in pieces]
    return found


def _room(paragraph: Paragraph, text_width_mm: float | None = None) -> float | None:
    indents = (max(0.0, paragraph.format.left) + max(0.0, paragraph.format.right)) * 25.4 / 1440
    if paragraph.cell is not None:
        return paragraph.cell.width_mm - _PADDING_MM - indents if paragraph.cell.width_mm else None
    return None if text_width_mm is None else text_width_mm - indents


def rule_line_under(paper: Paper, part: Part) -> LineBelow | None:
    """The line under the last line of a part, or `None`."""
    last = paper.of(part)[-1]
    text_width = paper.document.sections[
        min(last.paragraph.section, len(paper.document.sections) - 1)
    ].text_width_mm
    if last.paragraph.cell is None and part is not Part.SUBJECT:
        floating = _floating(paper, part, last)
        if floating is not None:
            return floating
    below = list(_below(paper, last.paragraph))
    for paragraph in (last.paragraph, *below):
        found = _in_paragraph(paragraph, text_width, part, is_text=paragraph is last.paragraph)
        if found is not None:
            return found
    return _floating(paper, part, last)


def _below(paper: Paper, paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraphs right below in the same cell or body, to the first with words in it."""
    following = dropwhile(lambda item: item is not paragraph, paper.document.paragraphs)
    near = takewhile(lambda item: _is_in_same_block(item, paragraph), islice(following, 1, None))
    in_column = (item for item in near if _column(item) == _column(paragraph))
    for item in islice(in_column, _LOOKED_BELOW):
        yield item
        line = whole(item)
        if line.has_letters and not line.is_rule:
            return


def _is_in_same_block(item: Paragraph, other: Paragraph) -> bool:
    return item.boxed == other.boxed and _table(item) == _table(other)


def _table(paragraph: Paragraph) -> int | None:
    return paragraph.cell.table if paragraph.cell else None


def _column(paragraph: Paragraph) -> int | None:
    return paragraph.cell.column if paragraph.cell else None


def _in_paragraph(
    paragraph: Paragraph, text_width: float, part: Part, *, is_text: bool
) -> LineBelow | None:
    """The line drawn, typed or bordered in one paragraph."""
    drawn = next((shape for shape in paragraph.shapes if shape.kind == "line"), None)
    if drawn is not None:
        return _drawn_in(paragraph, drawn, is_text=is_text)
    typed = list(filter(_is_rule, split(paragraph)))
    if typed:
        return _typed_in(paragraph, typed[-1 if part is Part.MOTTO else 0])
    if _is_bordered(paragraph, is_text=is_text):
        room, flaw = _room(paragraph, text_width), border_flaw(paragraph)
        return LineBelow(room, _DRAWN_SLACK, paragraph, flaw)
    return None


def _is_rule(line: Line) -> bool:
    return line.is_rule


def _drawn_in(paragraph: Paragraph, drawn: Shape, *, is_text: bool) -> LineBelow:
    centred = is_text or floats(drawn) or _is_centred(paragraph)
    length = drawn.width_mm or None
    return LineBelow(length, _DRAWN_SLACK, paragraph, drawn_flaw(drawn), centred)


def _typed_in(paragraph: Paragraph, line: Line) -> LineBelow:
    centred = not line.is_whole or _is_centred(paragraph)
    return LineBelow(line.width_mm, _TYPED_SLACK, paragraph, typed_flaw(line.text), centred)


def _is_centred(paragraph: Paragraph) -> bool:
    return paragraph.format.alignment == "center" or bool(paragraph.format.first_line_mm)


def _is_bordered(paragraph: Paragraph, *, is_text: bool) -> bool:
    """Whether a border stands in for the line: below the words, or on either side of an empty paragraph."""
    format_ = paragraph.format
    if is_text:
        return format_.border_bottom
    return (format_.border_top or format_.border_bottom) and not format_.boxed


def _floating(paper: Paper, part: Part, last: Line) -> LineBelow | None:
    """A drawn line that is anchored elsewhere: in the same column, or anywhere in a letterhead without a table."""
    drawn = list(_drawn_near(paper, part, last.paragraph))
    if not drawn:
        return None
    chosen = max if part is Part.MOTTO else min
    shape, item = chosen(drawn, key=lambda pair: pair[0].width_mm)
    is_loose = last.paragraph.cell is None and part is not Part.SUBJECT
    if is_loose and len(drawn) == 1 and _belongs_to_other(paper, part, shape.width_mm):
        return None
    return LineBelow(shape.width_mm or None, _DRAWN_SLACK, item, drawn_flaw(shape))


def _drawn_near(paper: Paper, part: Part, last: Paragraph) -> Iterator[tuple[Shape, Paragraph]]:
    """The drawn lines anchored near the part; in a table those of its column alone."""
    places = _near(paper, last) if part is Part.SUBJECT else sorted(paper.letterhead)
    for paragraph in (paper.document.paragraphs[place] for place in places):
        if last.cell is None or (_table(paragraph), _column(paragraph)) == (
            _table(last),
            _column(last),
        ):
            yield from ((shape, paragraph) for shape in paragraph.shapes if shape.kind == "line")


def _belongs_to_other(paper: Paper, part: Part, length: float) -> bool:
    """Whether the only line of a letterhead without a table is the other column's."""
    motto = paper.first(Part.MOTTO)
    long = motto is not None and length > motto.width_mm * 0.75
    return long if part is Part.ISSUER else not long


def _near(paper: Paper, paragraph: Paragraph) -> list[int]:
    place = next(index for index, item in enumerate(paper.document.paragraphs) if item is paragraph)
    return list(range(max(0, place - 3), min(len(paper.document.paragraphs), place + 4)))


CHECKS: Final = (check_rule_lines,)
