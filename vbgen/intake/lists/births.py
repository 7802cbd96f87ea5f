"""Days and years of birth, as lists give them."""

import re
from datetime import date, datetime

from vbgen.messages import _
from vbgen.words.dates import parse_date

_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
_OLDEST, _YOUNGEST = 1900, 2025


def birth_year(text: str, value: object = None) -> tuple[int | None, str]:
    """The year, and what is doubtful about it."""
    if isinstance(value, (date, datetime)):
        return _checked(value.year)
    if not text:
        return None, ""
    try:
        return _checked(parse_date(text).year)
    except ValueError:
        pass
    years = _YEAR.findall(text)
    if len(years) == 1:
        return _checked(int(years[0]))
    return None, _("“{text}” không đọc được thành năm sinh", text=text)


def _checked(year: int) -> tuple[int | None, str]:
    if _OLDEST < year <= _YOUNGEST:
        return year, ""
    return year, _("năm sinh {year} không hợp lý", year=year)
