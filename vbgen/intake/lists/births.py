"""Days and years of birth, as lists give them."""

import re
from datetime import date, datetime

from vbgen.messages import _
from vbgen.words.dates import parse_date

_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
_OLDEST = 1900


def birth_year(text: str, today: date, value: object = None) -> tuple[int | None, str]:
    """The year, and what is doubtful about it; nobody who was born this year is on a list."""
    if isinstance(value, (date, datetime)):
        return _checked(value.year, today)
    if not text:
        return None, ""
    try:
        return _checked(parse_date(text).year, today)
    except ValueError:
        pass
    years = _YEAR.findall(text)
    if len(years) == 1:
        return _checked(int(years[0]), today)
    return None, _("“{text}” không đọc được thành năm sinh", text=text)


def _checked(year: int, today: date) -> tuple[int | None, str]:
    if _OLDEST < year < today.year:
        return year, ""
    return year, _("năm sinh {year} không hợp lý", year=year)
