"""What stands beside the form: urgency, circulation, secrecy, the address at the foot."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.messages import _
from vbgen.word.reading.xmlnames import child, value, w
from vbgen.words.tones import ToneStyle, with_tone_style

_URGENT: Final = frozenset({"hỏa tốc", "thượng khẩn", "khẩn", "hỏa tốc hẹn giờ"})
_WHOLE: Final = 0.9  # of the text's width: a line of full length, however it is drawn


def check_marks(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Urgency and circulation in their boxes, urgency in red and in its own words; secrecy that someone has typed."""
    for part in (Part.URGENCY, Part.CIRCULATION):
        for line in paper.of(part):
            yield from _box(paper, part, line)
    for line in paper.of(Part.URGENCY):
        if not all(_is_red(look.color) for _letters, look in line.pieces):
            yield Hit("urgency.color", _("chữ “{text}” không phải màu đỏ", text=line.text), line)
        words = unicodedata.normalize("NFC", line.text).lower().strip(" .:-[]()")
        if with_tone_style(words, ToneStyle.OLD) not in _URGENT:
            yield Hit("urgency.words", _("ghi là “{text}”", text=line.text), line)
    for line in paper.of(Part.SECRECY):
        yield Hit("secrecy.typed", _("đánh máy chữ “{text}”", text=line.text), line)


def _box(paper: Paper, part: Part, line: Line) -> Iterator[Hit]:
    if not _is_boxed(paper, line):
        yield Hit(f"{part}.box", _("chữ “{text}” không có khung", text=line.text), line)
    elif _border_kinds(line) - {"single", "none", "nil"}:
        yield Hit(
            f"{part}.single", _("khung của “{text}” không phải viền đơn", text=line.text), line
        )


def _is_boxed(paper: Paper, line: Line) -> bool:
    paragraph = line.paragraph
    if paragraph.boxed or paragraph.format.boxed or _has_run_border(line):
        return True
    table = next(
        (t for t in paper.document.tables if paragraph.cell and t.number == paragraph.cell.table),
        None,
    )
    return table is not None and table.has_borders


def _has_run_border(line: Line) -> bool:
    """Whether its letters have Word's own border (Borders on selected words)."""
    borders = [child(child(run.element, "rPr"), "bdr") for run in line.paragraph.runs]
    return any((value(border) or "none") not in {"none", "nil"} for border in borders)


def _border_kinds(line: Line) -> set[str]:
    """The kinds of border that paragraph or letters name themselves."""
    borders = child(child(line.paragraph.element, "pPr"), "pBdr")
    sides = [] if borders is None else list(borders)
    return {value(side) or "none" for side in (*sides, *line.paragraph.element.iter(w("bdr")))}


def _is_red(color: str) -> bool:
    try:
        red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return False
    return red > 0xA0 and green < 0x60 and blue < 0x60  # noqa: PLR2004 - bright red, whatever the maker's shade


def check_address_foot(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """An address in a footer: a line above it over the whole width, on the first page."""
    first = paper.document.sections[0]
    for line in paper.of(Part.ADDRESS_FOOT)[:1]:
        kinds = [kind for kind, name in first.footers.items() if name == line.paragraph.member]
        if kinds and first.title_page and kinds[0] != "first":
            yield Hit("address-foot.position", _("địa chỉ ở chân các trang sau"), line)
        elif line.paragraph.format.border_top:
            yield from _bordered(paper, line)
        else:
            yield from _drawn(paper, line)


def _bordered(paper: Paper, line: Line) -> Iterator[Hit]:
    format_ = line.paragraph.format
    room = paper.document.sections[0].text_width_mm
    length = room - (format_.left + format_.right) * 25.4 / 1440
    if length < room * _WHOLE:
        yield _short(line, length, room)


def _drawn(paper: Paper, line: Line) -> Iterator[Hit]:
    items = paper.document.margins.get(line.paragraph.member, ())
    longest = max(
        (shape.width_mm for item in items for shape in item.shapes if shape.kind == "line"),
        default=None,
    )
    room = paper.document.sections[0].text_width_mm
    if longest is not None:
        yield from [_short(line, longest, room)] if 0 < longest < room * _WHOLE else []
    elif not items or not items[0].format.border_bottom:
        yield Hit("address-foot.line", _("không thấy đường kẻ trên địa chỉ"), line)


def _short(line: Line, length: float, room: float) -> Hit:
    found = _("đường kẻ dài {length} mm", length=round(length))
    return Hit("address-foot.line-length", found, line, {"room": str(round(room))})


CHECKS: Final = (check_marks, check_address_foot)
