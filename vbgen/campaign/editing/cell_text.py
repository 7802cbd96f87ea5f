"""What a cell says as a clerk would type it, and what is put there for what a clerk types."""

import re
from datetime import date, datetime
from decimal import Decimal

from vbgen.campaign.cells.entries import Broken, TypedValue
from vbgen.campaign.cells.form_words import NO, YES
from vbgen.campaign.cells.numbers import exact, is_percent
from vbgen.campaign.cells.shown import shown
from vbgen.campaign.topics import Column, ColumnKind
from vbgen.word.package.sheets.put_cells import Content
from vbgen.words.dates import parse_date

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:,\d{1,9})?", re.ASCII)
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}", re.ASCII)
_NUMBERS = (ColumnKind.INTEGER, ColumnKind.DECIMAL)


def cell_text(entry: TypedValue | None) -> str:
    """The cell as it would be typed: 05/03/2026, 1234,5, 12%, Có; of a broken one, what Excel shows."""
    value = entry.value if entry else None
    if entry is None or value is None:
        return ""
    if isinstance(value, Broken):
        return value.shown
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _figures(exact(value), is_hundredths=is_percent(entry.pattern))
    return shown(value) if isinstance(value, (bool, date)) else str(value)


def _figures(number: Decimal, *, is_hundredths: bool) -> str:
    figures = number * 100 if is_hundredths else number
    text = f"{figures.normalize():f}".replace(".", ",")
    return f"{text}%" if is_hundredths else text


def content_of(text: str, before: TypedValue | None, column: Column | None) -> Content:
    """What is put into the cell: a number or a day where one stood there or its column wants one, else the text."""
    if not text:
        return None
    found = (put(text, before, column) for put in (_truth, _share, _figure, _written_day))
    return next((each for each in found if each is not None), text)


def _truth(text: str, before: TypedValue | None, _column: Column | None) -> bool | None:
    is_truth = before is not None and isinstance(before.value, bool)
    return text == YES if is_truth and text in {YES, NO} else None


def _share(text: str, before: TypedValue | None, _column: Column | None) -> Decimal | None:
    """A hundredth where the cell shows hundredths."""
    if before is None or not is_percent(before.pattern) or not text.endswith("%"):
        return None
    return _number(text.removesuffix("%"), of=100)


def _figure(text: str, before: TypedValue | None, column: Column | None) -> Decimal | None:
    value = before.value if before else None
    return _number(text) if _wants_number(value, column) else None


def _written_day(text: str, before: TypedValue | None, column: Column | None) -> date | None:
    value = before.value if before else None
    return _day(text) if _wants_day(value, column) else None


def _wants_number(value: object, column: Column | None) -> bool:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number or (column is not None and column.kind in _NUMBERS)


def _wants_day(value: object, column: Column | None) -> bool:
    is_day = isinstance(value, datetime)
    return is_day or (column is not None and column.kind is ColumnKind.DATE)


def _number(text: str, of: int = 1) -> Decimal | None:
    return Decimal(text.replace(",", ".")) / of if _NUMBER.fullmatch(text) else None


def _day(text: str) -> date | None:
    """A day that is written in full; anything else stays as it was typed, for the check to say what it is."""
    try:
        return parse_date(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
