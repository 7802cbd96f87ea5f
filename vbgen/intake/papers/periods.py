"""“Từ ngày 01 tháng 01 đến ngày 30 tháng 6 năm 2022”: stretches of time, as papers write them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DAY = (
    r"(?:ngày\s*)?(\d{1,2})\s*(?:tháng|[/.\-])\s*(\d{1,2})"
    r"(?:\s*(?:năm|[/.\-])\s*(\d{4}))?"
)
_STRETCH = re.compile(rf"\btừ\s+{_DAY}\s*(?:đến|tới|-|–)\s*(?:hết\s+)?{_DAY}", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:đến|trước)\s+(?:hết\s+)?{_DAY}", re.IGNORECASE)
_YEARS = re.compile(r"\b(năm học|giai đoạn)\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d{2})\b")


_MONTHS = re.compile(
    r"\btừ\s+tháng\s+(\d{1,2})(?:\s*(?:năm|[/.\-])\s*(\d{4}))?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?"
    r"tháng\s+(\d{1,2})\s*(?:năm|[/.\-])\s*(\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another; `is_of_months` where only months were written."""

    start: date
    end: date
    is_of_months: bool = False


def stretch_in(text: str) -> Stretch | None:
    """The first stretch of time that a text names; a year that is written once holds for both days.

    Of months it is from the first day of one to the last of the other.
    """
    match = _STRETCH.search(text)
    if match is None:
        return _of_months(text)
    day, month, year, last_day, last_month, last_year = match.groups()
    start = _date(day, month, year or last_year)
    end = _date(last_day, last_month, last_year or year)
    return Stretch(start, end) if start and end else None


def _of_months(text: str) -> Stretch | None:
    match = _MONTHS.search(text)
    if match is None:
        return None
    month, year, last_month, last_year = match.groups()
    start, end = _date("1", month, year or last_year), _date("1", last_month, last_year)
    if start is None or end is None:
        return None
    days = monthrange(end.year, end.month)[1]
    return Stretch(start, end.replace(day=days), is_of_months=True)


def years_in(text: str) -> str:
    """`năm học 2025 - 2026`, `giai đoạn 2021 - 2025`; empty where a text names none."""
    match = _YEARS.search(text)
    return f"{match[1].lower()} {match[2]} - {match[3]}" if match else ""


def year_in(text: str) -> int | None:
    """The one year that a text names."""
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def _date(day: str, month: str, year: str | None) -> date | None:
    try:
        return date(int(year or 0), int(month), int(day))
    except ValueError:
        return None
