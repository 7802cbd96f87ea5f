"""A column of days looked at as a whole: what tells that day and month were swapped in some of its cells."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from vbgen.campaign.cells.entries import TypedTable, TypedValue, without_places
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.topics import Column, ColumnKind, Topic
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.words.dates import parse_date, short_date

_MONTHS = 12
_MONTH_FIRST = re.compile(r"(?:\[[^\]]*\])?\s*m{1,2}[/.\- ]+d", re.IGNORECASE)
_ENOUGH = 3  # cells of a month-first format that tell without a text beside them
_SHOWN = 8


def swapped_days(topic: Topic, table: TypedTable) -> list[Problem]:
    """A warning for each column in which a spreadsheet of American habit seems to have read days as months.

    Such a program keeps 25/12/2011 as a text and makes 5 January of 01/05/2012: texts with days above 12 beside
    days that are all 12 or less. Whether it happened cannot be known from the file.
    """
    columns = (each for each in topic.columns if each.kind in {ColumnKind.DATE, ColumnKind.MOMENT})
    found = (
        _of_column(column, _entries(table, column.field))
        for column in columns
        if not any(map(_is_no_month, _said(table, column.field)))
    )
    return [problem for problem in found if problem]


def _entries(table: TypedTable, field: str) -> list[TypedValue]:
    return [row.entries[field] for row in table.rows if field in row.entries]


def _said(table: TypedTable, field: str) -> Iterator[object]:
    """What the cells of a column say."""
    for row in table.rows:
        entry = without_places(row.entries).get(field)
        yield entry.value if entry else None


def _is_no_month(value: object) -> bool:
    return isinstance(value, date) and value.day > _MONTHS


def _of_column(column: Column, entries: Sequence[TypedValue]) -> Problem | None:
    suspects = _suspects(entries)
    if not suspects:
        return None
    texts = [each for each in entries if isinstance(each.value, str) and _is_late(each.value)]
    return _told(column, suspects, texts) if texts or _are_month_first(suspects) else None


def _suspects(entries: Sequence[TypedValue]) -> list[tuple[TypedValue, date]]:
    """The days that would be other days when swapped."""
    typed = [(each, each.value) for each in entries if isinstance(each.value, date)]
    return [(each, day) for each, day in typed if day.day != day.month]


def _are_month_first(suspects: Sequence[tuple[TypedValue, date]]) -> bool:
    days = {day for each, day in suspects if _MONTH_FIRST.match(each.pattern)}
    return len(days) >= _ENOUGH


def _is_late(text: str) -> bool:
    """A day after the twelfth, which cannot be a month."""
    with suppress(ValueError):
        return parse_date(text).day > _MONTHS
    return False


def _told(
    column: Column, suspects: Sequence[tuple[TypedValue, date]], texts: Sequence[TypedValue]
) -> Problem:
    entry, day = suspects[0]
    cells = ", ".join(map(_cell, suspects[:_SHOWN])) + (" …" if len(suspects) > _SHOWN else "")
    why = (
        _("trong cột này ngày sau 12 chỉ có ở dạng chữ, như “{text}”", text=quoted(texts[0].value))
        if texts
        else _("các ô đó hiện tháng trước ngày")
    )
    message = _(
        "{title}: ngày và tháng có thể bị đảo ở {cells}: {why}.",
        title=column.title,
        cells=cells,
        why=why,
    )
    hint = _(
        "Hãy đối chiếu với hồ sơ: {cell} đang được đọc là {day}, có thể là {other}.",
        cell=_cell(suspects[0]),
        day=short_date(day),
        other=short_date(date(day.year, day.day, day.month)),
    )
    return Problem("days-maybe-swapped", message, entry.place, Severity.WARNING, hint)


def _cell(suspect: tuple[TypedValue, date]) -> str:
    place = suspect[0].place
    return place.cell or place.path
