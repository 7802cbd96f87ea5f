"""Place and date of issue."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.parts.signing import plain_words
from vbgen.decree.rules.language.names_in_time import provinces
from vbgen.decree.rules.signing.titles import issuer_words
from vbgen.messages import _
from vbgen.word.reading.formats import RunFormat
from vbgen.word.reading.values import Paragraph

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


def check_date(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A missing date, and every slip within place and date."""
    line = paper.first(Part.DATE)
    if line is None:
        if (
            paper.kind is FormKind.OFFICIAL
            and paper.is_of_known_type
            and not (paper.type and paper.type.name in _WITHOUT_DATE)
        ):
            yield Hit(
                "date.missing", _("không thấy địa danh và thời gian"), paper.first(Part.MOTTO)
            )
        return
    match = _FULL.fullmatch(line.text)
    if match is None:
        yield Hit("date.full", _("ghi là “{text}”", text=line.text), line)
        return
    if re.search(r"N[Gg][Àà]Y|Ngày|T[Hh][Áá]NG|Tháng|N[Ăă]M|Năm", line.text[match.end("comma") :]):
        yield Hit("date.full", _("ghi là “{text}”", text=line.text), line)
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
    if not has_place_capitals(place):
        yield Hit("date.place-capitals", _("địa danh “{place}”", place=place), line)


def has_place_capitals(place: str) -> bool:
    """Whether a place is written as the decree has it: `Đạ Huoai`, neither `đạ huoai` nor `ĐẠ HUOAI`."""
    words = [word for word in _COMMON.sub(" ", place).split() if word[:1].isalpha()]
    in_capitals = place.isupper() and len(place) > _TEN // 3
    return not in_capitals and not any(word[0].islower() for word in words)


def _figures(line: Line, day: str, month: str, year: str) -> Iterator[Hit]:
    if re.fullmatch(r"[1-9]", day):
        yield Hit("date.day-zero", _("ngày “{day}”", day=day), line, {"number": day})
    if re.fullmatch(r"[12]", month):
        yield Hit("date.month-zero", _("tháng “{month}”", month=month), line, {"number": month})
    if re.fullmatch(r"0[3-9]", month):
        yield Hit(
            "date.month-extra-zero", _("tháng “{month}”", month=month), line, {"number": month[1]}
        )
    if (
        day.isdecimal()
        and month.isdecimal()
        and year.isdecimal()
        and not exists(int(day), int(month), int(year))
    ):
        yield Hit(
            "date.exists", _("ngày {day}/{month}/{year}", day=day, month=month, year=year), line
        )
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
        yield Hit(
            "date.same-line",
            _("“{text}” ở hàng khác với số, ký hiệu của bảng", text=line.text),
            line,
        )
    else:
        heights = [_height_above(paper, item) for item in (line, number)]
        gap = round(abs(heights[0] - heights[1]))
        if gap > _LINE_PT * 1.5:
            yield Hit(
                "date.same-line",
                _("“{text}” lệch khoảng {gap} pt so với số, ký hiệu", text=line.text, gap=gap),
                line,
            )


_LINE_PT: Final = 16.0
_LINE_HEIGHT: Final = 1.15
_EMPTY_PT: Final = 12.0
_DRAWING_PT: Final = 6.0
_RAISED: Final = 0.6  # a raised letter's share of its size


def _height_above(paper: Paper, line: Line) -> float:
    """Points of text above a line in its cell, roughly: sizes and spacing, wrapped lines counted."""
    above = takewhile(lambda item: item is not line.paragraph, paper.document.paragraphs)
    heights = (_height(item) for item in above if _is_in_cell(item, line.paragraph))
    return sum(heights) + line.paragraph.format.before_pt


def _is_in_cell(item: Paragraph, other: Paragraph) -> bool:
    one, two = item.cell, other.cell
    if one is None or two is None:
        return False
    return (one.table, one.row, one.column) == (two.table, two.row, two.column)


def _height(paragraph: Paragraph) -> float:
    """Points that the paragraph takes with its spacing."""
    from vbgen.decree.parts.line import whole
    from vbgen.decree.rules.rulelines import printed_widths

    lines = max(1, len(printed_widths([whole(paragraph)]))) if paragraph.plain else 1
    around = paragraph.format.before_pt + paragraph.format.after_pt
    return lines * _letter_pt(paragraph) * _LINE_HEIGHT + around


def _letter_pt(paragraph: Paragraph) -> float:
    """The largest letters that stand on the line; a guess for a paragraph without any."""
    if not paragraph.plain and not paragraph.runs:
        return _DRAWING_PT if paragraph.shapes else _EMPTY_PT
    return max((_shown_pt(run.format) for run in paragraph.runs), default=0.0)


def _shown_pt(look: RunFormat) -> float:
    return look.size_pt * (_RAISED if look.raised == "superscript" else 1)


def check_place(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A place that is shortened, or plainly not the issuer's; a mark behind the year."""
    line = paper.first(Part.DATE)
    match = _FULL.fullmatch(line.text) if line is not None else None
    if line is None or match is None:
        return
    place, found = match["place"].strip(" ,"), _("ghi là “{text}”", text=line.text)
    if re.search(r"^(?:TP|TX|Tp|Tx|tp|T|Q|P|X)\s*\.|\bHCM\b", place):
        yield Hit("date.place-short", found, line)
    elif expected := _other_place(paper, place):
        yield Hit("date.place-issuer", found, line, {"place": expected})
    if re.search(r"\d\.$", line.text):
        yield Hit("date.ending", found, line)


def _other_place(paper: Paper, place: str) -> str:
    """The place that a people's committee's own paper should name; empty where it does, or none is known."""
    match = _COMMITTEE.match(issuer_words(paper))
    written = _UNIT.sub("", plain_words(place))
    if match is None or written == match[2] or re.search(r"[.…]", f"{place}{match[2]}"):
        return ""
    is_commune = match[1] not in {"tỉnh", "thành phố"}
    is_province = written in {name.lower() for name in provinces()}
    return match[2].title() if is_commune or is_province else ""


_COMMITTEE: Final = re.compile(r"ủy ban nhân dân (xã|phường|đặc khu|tỉnh|thành phố) (.+)")
_UNIT: Final = re.compile(r"^(?:xã|phường|đặc khu|tỉnh|thành phố) ")

CHECKS: Final = (check_date, check_place)
