"""Districts, provinces and agencies in the text that the document's date has outlived, but for what cites the past."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.names import BODY, Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.language.names_in_time import TWO_TIERS, merged_provinces
from vbgen.decree.rules.typing import LARGE
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

_LOOKED_IN: Final = BODY | {
    Part.GROUND, Part.ADDRESSEES, Part.RECIPIENT, Part.SUBJECT, Part.LETTER_SUBJECT, Part.AUTHORITY,
    Part.TABLE_TEXT,
}  # fmt: skip
_UNIT: Final = re.compile(
    rf"\b(?:huyện|quận|thị xã|thị trấn|Huyện ủy|Quận ủy|Thị ủy)\s+(?:[{LARGE}][^\W\d_]*|\d)"
    r"|\b(?:các|Công an|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|HĐND|Xã hội|Huyện ủy)\s+(?:các\s+)?"
    r"(?:(?:xã|phường|đặc khu|thành phố|thị trấn), ){0,4}(?:huyện|quận|thị xã)\b"
)
_PAST: Final = re.compile(
    r"(?i)\bcũ\b|trước đây|sáp nhập|giải thể|kết thúc hoạt động|không tổ chức|nguyên là"
    r"|\bnguyên\s+(?:chủ|giám|trưởng)|hợp nhất|sắp xếp (?:đơn vị|tổ chức)|tiền thân"
)
_YEARS: Final = re.compile(r"(?:năm|[/.-])\s?((?:19|20)\d\d)\b")
_FULL: Final = re.compile(r"(\d{1,2})(?:\s+tháng\s+|/)(\d{1,2})(?:\s+năm\s+|/)(\d{4})")
_JOINT: Final = re.compile(r"(?<=[;:])\s|(?<=[^\d\W]\.)\s")


def check_past_names(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """One hit a name and paragraph; a part of a sentence that tells of the past is passed over."""
    day = paper.day
    if day is None or day < _tables()["agencies"]["since"]:
        return
    for role, item in zip(paper.roles, paper.document.paragraphs, strict=True):
        for piece in _JOINT.split(item.plain) if role in _LOOKED_IN else ():
            if not _tells_of_past(piece):
                yield from _agencies(item, piece)
                yield from _places(item, piece) if day >= TWO_TIERS else ()


def _tells_of_past(piece: str) -> bool:
    return bool(_PAST.search(piece)) or any(day <= TWO_TIERS for day in _days(piece))


def _days(piece: str) -> Iterator[date]:
    """The days and years that the piece names; a year alone counts by its end."""
    full = list(_FULL.finditer(piece))
    for match in full:
        yield _day(int(match[1]), int(match[2]), int(match[3]))
    for match in _YEARS.finditer(piece) if not full else ():
        yield date(int(match[1]), 12, 31)


def _day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date.max


def _agencies(item: Paragraph, piece: str) -> Iterator[Hit]:
    for old, new in _tables()["agencies"]["merged"].items():
        if old in piece:
            values = {"old": old, "new": new}
            yield Hit("names-in-time.agency", _("ghi là “{text}”", text=old), item, values)


def _places(item: Paragraph, piece: str) -> Iterator[Hit]:
    for match in [*_UNIT.finditer(piece), *_city().finditer(piece)]:
        yield Hit("names-in-time.district", _("ghi là “{text}”", text=match[0]), item)
    for match in _province().finditer(piece):
        values = {"old": match[1], "new": merged_provinces()[match[1]]}
        yield Hit("names-in-time.province", _("ghi là “{text}”", text=match[0]), item, values)


@cache
def _city() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in _tables()["cities"]["ended"])
    return re.compile(rf"\b[Tt]hành phố (?:{names})\b(?! [{LARGE}])|\bcác huyện, thành phố\b")


@cache
def _province() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in merged_provinces())
    return re.compile(rf"\b[Tt]ỉnh ({names})\b")


@cache
def _tables() -> Mapping[str, Any]:
    path = Path(__file__).parent.parent / "words" / "past_names.toml"
    return tomllib.loads(path.read_text("utf-8"))


CHECKS: Final = (check_past_names,)
