"""What a day, an hour and a sum say twice: the day of the week, the clock, the amount in words."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.paper import Paper
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.words.spelling import in_words

_WEEKDAYS: Final = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_WEEKDAY: Final = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|thứ bẩy|CN)"
_DAY: Final = (
    r"ngày\s+(?P<day>\d{1,2})(?:\s+tháng\s+|\s*[/.-]\s*)(?P<month>\d{1,2})"
    r"(?:(?:\s+năm\s+|\s*[/.-]\s*)(?P<year>\d{4}))?(?![\d/])"
)
_BEFORE: Final = re.compile(rf"\b{_WEEKDAY}(?:,| \(|\s)\s*{_DAY}", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"{_DAY}\s*[,(]\s*{_WEEKDAY}\b", re.IGNORECASE)
_HOUR: Final = re.compile(
    r"(?<![\d.,])(\d{1,2})\s?(?:giờ|h)\s?(\d{2})?(?![\d.,]\d)(?!\w)(?:\s?phút)?"
)
_TELLS_OF_HOURS: Final = re.compile(r"\d ?(?:giờ|h)")  # without it no look is worth its time
_TELLS_OF_DAYS: Final = re.compile(r"[Tt]h[ứỨ]|TH[ứỨ]|[Nn]hật|NHẬT|\bCN\b")
_AT: Final = re.compile(r"(?i)\b(?:lúc|vào|hồi|từ|đến|trước|sau|bắt đầu)\s*:?\s*$")
_OF_DAY: Final = re.compile(
    r"(?i)\s*,?\s*(?:sáng|trưa|chiều|tối|cùng ngày|hôm|(?:thứ\s+\w+,?\s*)?\(?ngày\s+\d)"
)
_HOURS, _MINUTES = 24, 60
_SUM: Final = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d{4,})\s*(?:đồng|đ|VNĐ|VND)\s*"
    r"\(\s*(?:(?:viết |số tiền )?bằng chữ\s*:\s*)?([^\W\d][^()]*?)\)",
    re.IGNORECASE,
)
_NUMERALS: Final = frozenset(
    {
        "không", "một", "mốt", "hai", "ba", "bốn", "năm", "lăm", "sáu", "bảy", "tám", "chín", "mười", "mươi",
        "trăm", "nghìn", "triệu", "tỷ", "tỉ",
    }
)  # fmt: skip
_SAME_WORDS: Final = {"ngàn": "nghìn", "nhăm": "lăm", "tư": "bốn", "bẩy": "bảy"}
_UNSAID: Final = re.compile(r"\b(?:không trăm|lẻ|linh|đồng|chẵn|việt nam)\b")


def check_times(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Days of the week, hours and amounts of every paragraph and table cell."""
    for item in paper.document.paragraphs:
        if "đ" in item.plain and "(" in item.plain:
            yield from _amounts(item)
        if _TELLS_OF_HOURS.search(item.plain):
            yield from _hours(item)
        if _TELLS_OF_DAYS.search(item.plain):
            yield from _weekdays(paper, item)


def _weekdays(paper: Paper, item: Paragraph) -> Iterator[Hit]:
    for match in (*_BEFORE.finditer(item.plain), *_BEHIND.finditer(item.plain)):
        said = match["weekday"].lower().replace("bẩy", "bảy").replace("cn", "chủ nhật")
        days = [day for year in _years(paper, match) if (day := _real(match, year)) is not None]
        if days and all(_WEEKDAYS[day.weekday()] != said for day in days):
            values = {"day": _title(_WEEKDAYS[days[0].weekday()])}
            yield Hit("typing.weekday", _("ghi là “{text}”", text=match[0]), item, values)


def _years(paper: Paper, match: re.Match[str]) -> tuple[int, ...]:
    """The year that is written, else the paper's own and the next."""
    if match["year"]:
        return (int(match["year"]),)
    return (paper.day.year, paper.day.year + 1) if paper.day is not None else ()


def _real(match: re.Match[str], year: int) -> date | None:
    try:
        return date(year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None  # another rule's matter


def _title(weekday: str) -> str:
    return weekday if weekday == "chủ nhật" else f"thứ {weekday.split()[1].capitalize()}"


def _hours(item: Paragraph) -> Iterator[Hit]:
    for match in _HOUR.finditer(item.plain):
        hour, minute = int(match[1]), int(match[2] or 0)
        if minute >= _MINUTES or (_is_past_midnight(hour, minute) and _is_of_clock(match)):
            yield Hit("typing.hour", _("ghi là “{text}”", text=match[0]), item)


def _is_past_midnight(hour: int, minute: int) -> bool:
    return hour > _HOURS or (hour == _HOURS and minute > 0)


def _is_of_clock(match: re.Match[str]) -> bool:
    """Whether it is a time of day; `trong 48 giờ` is a length."""
    text = match.string
    return bool(_OF_DAY.match(text, match.end())) or bool(
        match[2] and _AT.search(text, 0, match.start())
    )


def _amounts(item: Paragraph) -> Iterator[Hit]:
    for match in _SUM.finditer(item.plain):
        right = in_words(Decimal(match[1].replace(".", "")))
        written, wanted = _number_words(match[2]), _number_words(right)
        if written and not set(written) - _NUMERALS and written != wanted:
            values = {"words": f"{right} đồng"}
            yield Hit("typing.amount", _("ghi là “{text}”", text=match[0]), item, values)


def _number_words(text: str) -> list[str]:
    words = _UNSAID.sub(" ", text.lower()).replace(",", " ").strip(" ./").split()
    return [_SAME_WORDS.get(word, word) for word in words]


CHECKS: Final = (check_times,)
