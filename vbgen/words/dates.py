"""Dates and hours as official documents write them, and back.

The zeros follow Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4: days below ten and months 1 and 2 get a zero.
"""

import re
import unicodedata
from datetime import date, time

from vbgen.messages import _
from vbgen.words.expected import as_day, as_whole

BLANK_WIDTH = 6  # ordinary spaces, enough for two figures by hand at size 14
_LAST_MONTH_WITH_ZERO = 2
_FULL_YEAR_DIGITS = 4
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2199  # a year outside was mistyped

_MIDNIGHT = r"(?:[ T]00:00(?::00(?:\.0+)?)?)?"
_DAY_FIRST = re.compile(
    r"'?(?:ngày\s+)?(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{2,4})" + _MIDNIGHT, re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})" + _MIDNIGHT)
_IN_WORDS = re.compile(
    r"(?:(?:.*,\s*)?ngày\s*)?(\d{1,2})?\s*tháng\s*(\d{1,2})?(?:\s*năm\s*|,?\s+(?=\d{4}$))(\d{2,4})?",
    re.IGNORECASE,
)


class UnreadDateError(ValueError):
    """A text is no day: what was found, and what to write instead where it is more than the usual form."""

    def __init__(self, found: str, remedy: str = "") -> None:
        super().__init__(found, remedy)
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        remedy = self.remedy or _("hãy ghi theo dạng dd/mm/yyyy")
        return f"{self.found}; {remedy}."


def long_date(day: date) -> str:
    """`ngày 05 tháng 01 năm 2022`, `ngày 15 tháng 3 năm 2022`."""
    return f"ngày {day_and_month(day)} {_year(day)}"


def day_and_month(day: date) -> str:
    """`05 tháng 01`, `15 tháng 3`."""
    day = as_day(day)
    return f"{day.day:02} tháng {month_number(day.month)}"


def month_number(month: int) -> str:
    """`01`, `02`, then `3` … `12` without a zero."""
    return f"{month:02}" if month <= _LAST_MONTH_WITH_ZERO else str(month)


def month_and_year(day: date) -> str:
    """`tháng 01 năm 2022`."""
    day = as_day(day)
    return f"tháng {month_number(day.month)} {_year(day)}"


def blank_date(year: int | None = None, month: int | None = None) -> str:
    """`ngày      tháng 3 năm 2022`: a date to be filled in by hand, as in the forms of Phụ lục III.

    What is unknown is `BLANK_WIDTH` ordinary spaces, which Word shows as they are where the text
    element preserves them; whoever compares texts collapses them. Raises ValueError for a month beyond 12.
    """
    if month is not None and not 1 <= as_whole(month) <= 12:  # noqa: PLR2004 - months of a year
        raise ValueError(_("Không có tháng {month}.", month=month))
    blank = " " * BLANK_WIDTH
    months = blank if month is None else f" {month_number(month)} "
    years = blank if year is None else f" {as_whole(year):04}"
    return f"ngày{blank}tháng{months}năm{years}"


def short_date(day: date) -> str:
    """`05/03/2022`, for tables and lists."""
    day = as_day(day)
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def citation_date(day: date) -> str:
    """`07/4/2014`, `16/7/2021`: the short form in running text, with the zeros of the long date."""
    day = as_day(day)
    return f"{day.day:02}/{month_number(day.month)}/{day.year:04}"


def date_range(start: date, end: date) -> str:
    """`01 tháng 01 đến 30 tháng 6 năm 2022`; the month and year that both share are written once.

    Raises ValueError when the end lies before the start.
    """
    start, end = as_day(start), as_day(end)
    if end < start:
        found = _(
            "Ngày kết thúc {end} sớm hơn ngày bắt đầu {start}.",
            end=short_date(end),
            start=short_date(start),
        )
        raise ValueError(found)
    last = f"{day_and_month(end)} {_year(end)}"
    return last if start == end else f"{_opening(start, end)} đến {last}"


def clock(hour: time, *, padded: bool = True) -> str:
    """`08 giờ 30 phút`; unpadded `8 giờ 30`, and `8 giờ` at the full hour."""
    if padded:
        return f"{hour.hour:02} giờ {hour.minute:02} phút"
    return f"{hour.hour} giờ {hour.minute:02}" if hour.minute else f"{hour.hour} giờ"


def parse_date(text: str) -> date:
    """The day that a clerk wrote: 05/03/2022, 5-3-2022, 05.03.2022, 2022-03-05, ngày 05 tháng 3 năm 2022.

    The day always comes before the month; a place before the comma ("Hà Nam, ngày …") is passed over.
    Raises ValueError that says what is wrong: form, missing part, year out of reason, or no such day.
    """
    written = " ".join(unicodedata.normalize("NFC", text).split()).rstrip(".")
    if match := _YEAR_FIRST.fullmatch(written):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(written):
        day, _separator, month, year = match.groups()
    elif match := _IN_WORDS.fullmatch(written):
        day, month, year = match.groups()
    else:
        raise UnreadDateError(_("“{text}” không phải là ngày", text=text))
    return _day_of(text, day, month, year)


def _day_of(text: str, day: str | None, month: str | None, year: str | None) -> date:
    if day is None or month is None or year is None:
        raise UnreadDateError(_("“{text}” chưa ghi đủ ngày, tháng, năm", text=text))
    if len(year) != _FULL_YEAR_DIGITS:
        raise UnreadDateError(_("“{text}” ghi năm chưa đủ bốn chữ số", text=text))
    if not is_likely_year(int(year)):
        raise UnreadDateError(
            _("“{text}” ghi năm {year}", text=text, year=year), _("hãy xem lại năm")
        )
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise _no_such_day(text, int(day), int(month)) from error


def is_likely_year(year: int) -> bool:
    """A year that an office may mean; any other was mistyped."""
    return _EARLIEST_YEAR <= year <= _LATEST_YEAR


def _no_such_day(text: str, day: int, month: int) -> UnreadDateError:
    if day <= 12 < month:  # noqa: PLR2004 - months of a year
        return UnreadDateError(
            _("“{text}” có tháng {month}", text=text, month=month),
            _("hãy ghi ngày trước, tháng sau (dd/mm/yyyy)"),
        )
    return UnreadDateError(_("“{text}” không phải là ngày có trong lịch", text=text))


def _opening(start: date, end: date) -> str:
    if start.year != end.year:
        return f"{day_and_month(start)} {_year(start)}"
    return f"{start.day:02}" if start.month == end.month else day_and_month(start)


def _year(day: date) -> str:
    return f"năm {as_day(day).year:04}"
