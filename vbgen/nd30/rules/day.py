"""Place and date of issue."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from vbgen.messages import _
from vbgen.nd30.parts.line import Line
from vbgen.nd30.parts.names import Part
from vbgen.nd30.parts.paper import Kind, Paper
from vbgen.nd30.rules.book import Book
from vbgen.nd30.rules.model import Hit

_FULL: Final = re.compile(
    r"(?P<place>.*?)(?P<comma>\s*,?)\s*ngày\s*(?P<day>[\d….\s_]*?)\s*tháng\s*(?P<month>[\d….\s_]*?)\s*năm\s*(?P<year>[\d….\s_]*)\.?",
    re.IGNORECASE,
)
_LAST_WITH_ZERO: Final = 2
_TEN: Final = 10
_WITHOUT_DATE: Final = frozenset({"Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"})
_COMMON: Final = re.compile(
    r"\b(Thành) phố\b|\b(Thị) (?:xã|trấn)\b|\b(Đặc) khu\b|\s+và\b"
)  # nouns of a unit's full name


def check_date(paper: Paper, _book: Book) -> Iterator[Hit]:
    """A missing date, and every slip within place and date."""
    line = paper.first(Part.DATE)
    if line is None:
        if (
            paper.kind is Kind.OFFICIAL
            and paper.is_of_known_type
            and not (paper.type and paper.type.name in _WITHOUT_DATE)
        ):
            yield Hit("date.missing", _("không thấy địa danh và thời gian"), paper.first(Part.MOTTO))
        return
    match = _FULL.fullmatch(line.text)
    if match is None:
        yield Hit("date.full", _("ghi là “{text}”", text=line.text), line)
        return
    yield from _place(line, match)
    yield from _figures(line, match["day"].strip(), match["month"].strip(), match["year"].strip())
    yield from _same_line(paper, line)


def _place(line: Line, match: re.Match[str]) -> Iterator[Hit]:
    place = match["place"].strip(" ,")
    if not place:
        yield Hit("date.place", _("không có địa danh"), line)
        return
    if match["comma"].strip() != ",":
        yield Hit("date.comma", _("ghi là “{text}”", text=line.text), line)
    words = [word for word in _COMMON.sub(" ", place).split() if word[:1].isalpha()]
    if any(word[0].islower() for word in words) or (place.isupper() and len(place) > _TEN // 3):
        yield Hit("date.place-capitals", _("địa danh “{place}”", place=place), line)


def _figures(line: Line, day: str, month: str, year: str) -> Iterator[Hit]:
    if re.fullmatch(r"[1-9]", day):
        yield Hit("date.day-zero", _("ngày “{day}”", day=day), line, {"number": day})
    if re.fullmatch(r"[12]", month):
        yield Hit("date.month-zero", _("tháng “{month}”", month=month), line, {"number": month})
    if re.fullmatch(r"0[3-9]", month):
        yield Hit("date.month-extra-zero", _("tháng “{month}”", month=month), line, {"number": month[1]})
    if day.isdecimal() and month.isdecimal() and year.isdecimal() and not exists(int(day), int(month), int(year)):
        yield Hit("date.exists", _("ngày {day}/{month}/{year}", day=day, month=month, year=year), line)
    elif re.fullmatch(r"\d{2}", year):
        yield Hit("date.full", _("năm “{year}”", year=year), line)


def exists(day: int, month: int, year: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _same_line(paper: Paper, line: Line) -> Iterator[Hit]:
    """Number and date must share a table row; within one row, they must be as many lines down."""
    number = paper.first(Part.NUMBER)
    one, other = line.paragraph.cell, number.paragraph.cell if number else None
    if number is None or one is None or other is None or one.table != other.table:
        return
    if one.row != other.row:
        yield Hit("date.same-line", _("hai dòng ở hai hàng khác nhau của bảng"), line)
    else:
        heights = [_height_above(paper, item) for item in (line, number)]
        if abs(heights[0] - heights[1]) > _LINE_PT * 1.5:
            yield Hit("date.same-line", _("hai dòng không ngang nhau"), line)


_LINE_PT: Final = 16.0


def _height_above(paper: Paper, line: Line) -> float:
    """Points of text above a line in its cell, roughly: sizes and spacing, wrapped lines counted."""
    from vbgen.nd30.parts.line import whole
    from vbgen.nd30.rules.rulelines import printed_widths

    cell = line.paragraph.cell
    height = 0.0
    for item in paper.document.paragraphs:
        if item is line.paragraph:
            return height + item.format.before_pt
        if (
            item.cell
            and cell
            and (item.cell.table, item.cell.row, item.cell.column) == (cell.table, cell.row, cell.column)
        ):
            size = max(
                (run.format.size_pt * (0.6 if run.format.raised == "superscript" else 1) for run in item.runs),
                default=0,
            )
            lines = max(1, len(printed_widths([whole(item)]))) if item.plain else 1
            if not item.plain and not item.runs:
                size = 12.0 if not item.shapes else 6.0
            height += lines * size * 1.15 + item.format.before_pt + item.format.after_pt
    return height


CHECKS: Final = (check_date,)
