"""Rows of entries made into records of the model, every problem with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from vbgen.campaign.cells.day_columns import swapped_days
from vbgen.campaign.cells.entries import TypedRow, TypedTable, TypedValue, without_places
from vbgen.campaign.cells.people import person_doubts
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.cells.symbols import symbol_doubts
from vbgen.campaign.cells.tell import wanted
from vbgen.campaign.cells.values import ColumnReader
from vbgen.campaign.short.codes import KnownRows
from vbgen.campaign.topics import Column, ColumnKind, Topic
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _, current_language
from vbgen.model.field import Record
from vbgen.model.movement import RecipientKind
from vbgen.word.package.sheets.cell_names import row_of

_MOST_KNOWN = 2_000  # rows of a table that is kept in mind


class UnderstoodRow(NamedTuple):
    """A row understood: its record, or None when something in it is wrong, and the values that could be read.

    A named tuple, for there are many.
    """

    of: Topic
    table: TypedTable
    row: TypedRow
    record: Record | None
    values: Mapping[str, object]

    def place_of(self, field: str) -> Place:
        """Where a field of the record stands."""
        return self.table.place_of(self.row, field)


class _Read(NamedTuple):
    """A row's values, what is to be said of its cells, and the fields of those that cannot be read."""

    values: Mapping[str, object]
    problems: tuple[Problem, ...]
    unread: frozenset[str]


def understood(
    topic: Topic, table: TypedTable, known: KnownRows | None = None
) -> tuple[list[UnderstoodRow], list[Problem]]:
    """Every row of a table as a record, and all there is to tell about the rows.

    `known` are the rows of the tables before it: names of theirs stand for their codes.
    """
    known = known or KnownRows()
    rows: list[UnderstoodRow] = []
    problems: list[Problem] = []
    above: dict[str, TypedRow] = {}
    grouping = [column.field for column in topic.columns if column.form.points_to]
    for row, read in zip(table.rows, _rows_read(topic, table), strict=True):
        typed, found = _understood_row(topic, table, row, above, read, known)
        rows.append(typed)
        problems += found
        above.update((name, row) for name in grouping if name in row.entries)
    return rows, [*problems, *swapped_days(topic, table)]


def _rows_read(topic: Topic, table: TypedTable) -> Iterable[_Read]:
    """What each row says by itself; of a table that is known again it was found once."""
    if len(table.rows) > _MOST_KNOWN:
        return _each_read(topic, table)
    return _rows_read_once(topic, table, current_language())


@lru_cache(maxsize=200)
def _rows_read_once(topic: Topic, table: TypedTable, _language: str) -> tuple[_Read, ...]:
    return tuple(_each_read(topic, table))


def _each_read(topic: Topic, table: TypedTable) -> Iterator[_Read]:
    cells = _readers(topic, table)
    return (_read(row, cells) for row in table.rows)


def _readers(topic: Topic, table: TypedTable) -> list[ColumnReader]:
    """A reader for each column that the table has."""
    there = table.letters
    return [ColumnReader(each) for each in topic.columns if not there or each.field in there]


def stand_in(topic: Topic, values: Mapping[str, object]) -> Record:
    """A record of what could be read, for checks between tables: the rest is None, or a day that offends no order."""
    first, last = datetime.combine(date.min, time()), datetime.combine(date.max, time())
    edges = {ColumnKind.DATE: (date.min, date.max), ColumnKind.MOMENT: (first, last)}
    filled: dict[str, Any] = dict(values)
    for column in topic.columns:
        if column.field in topic.telling and column.field not in filled:
            filled[column.field] = edges.get(column.kind, (None, None))[column.field == "end"]
    return topic.record.model_construct(**filled)


def _understood_row(
    topic: Topic,
    table: TypedTable,
    row: TypedRow,
    above: Mapping[str, TypedRow],
    read: _Read,
    known: KnownRows,
) -> tuple[UnderstoodRow, list[Problem]]:
    problems, unread = list(read.problems), read.unread | table.missing
    values = known.settled(topic, read.values, unread)
    record, faults = _validated(topic, values)
    places = UnderstoodRow(topic, table, row, record, values)
    problems += [
        _translated(topic, places, fault, above)
        for fault in faults
        if fault["loc"][0] not in unread
    ]
    problems += person_doubts(topic, values, places.place_of, problems)
    problems += symbol_doubts(topic, values, places.place_of)
    problems += _left_blank(topic, places, above)
    return places if not unread else UnderstoodRow(topic, table, row, None, values), problems


def _read(row: TypedRow, cells: Sequence[ColumnReader]) -> _Read:
    values: dict[str, object] = {}
    problems: list[Problem] = []
    unread: set[str] = set()
    bare = without_places(row.entries)
    for cell in cells:
        if cell.field in bare:
            reading = cell.known(bare[cell.field]) or cell.read(row.entries[cell.field])
            problems += reading.problems
            if not reading.is_good:
                unread.add(cell.field)
            elif reading.value is not None:
                values[cell.field] = reading.value
    return _Read(values, tuple(problems), frozenset(unread))


def _validated(topic: Topic, values: dict[str, object]) -> tuple[Record | None, list[ErrorDetails]]:
    try:
        return topic.record.model_validate(values), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _translated(
    topic: Topic, typed: UnderstoodRow, fault: ErrorDetails, above: Mapping[str, TypedRow]
) -> Problem:
    column = topic.column(str(fault["loc"][0]))
    code, sentence = _sentence(fault)
    message = _("{title}: {sentence}", title=column.title, sentence=sentence)
    hint = _once_above(column, typed.row, above) if fault["type"] == "missing" else ""
    return Problem(code, message, typed.place_of(column.field), hint=hint or wanted(column))


def _left_blank(topic: Topic, typed: UnderstoodRow, above: Mapping[str, TypedRow]) -> list[Problem]:
    """A doubt where a unit may be left out, but seems typed once above several rows."""
    column = _of_units(topic)
    if column is None or column.field in typed.values:
        return []
    if typed.values.get("kind") in (RecipientKind.COLLECTIVE, RecipientKind.ENTERPRISE):
        return []  # that is no unit's member, but one itself
    hint = _once_above(column, typed.row, above)
    if not hint:
        return []
    message = _("Đơn vị để trống: sẽ in không có đơn vị.")
    place = typed.place_of(column.field)
    return [Problem("unit-left-blank", message, place, Severity.WARNING, hint)]


@cache
def _of_units(topic: Topic) -> Column | None:
    """The column that may name a unit."""
    found = next((each for each in topic.columns if each.form.points_to == "units"), None)
    return None if found is None or found.required else found


def _once_above(column: Column, row: TypedRow, above: Mapping[str, TypedRow]) -> str:
    """What to do where a code was typed once above several rows, or a row above names their group."""
    if not column.form.points_to:
        return ""
    last = above.get(column.field)
    entry = last.entries[column.field] if last else None
    if row.under is not None and (entry is None or _stands_below(row.under, entry)):
        return _(
            "Hàng này nằm dưới nhóm “{group}” (ô {cell}): hãy ghi {title} của nhóm đó vào từng hàng.",
            group=quoted(row.under.value),
            cell=row.under.place.cell,
            title=column.title,
        )
    if entry is None or not entry.place.cell:
        return ""
    return _(
        "Ô {cell} phía trên ghi “{found}”: nếu cả nhóm dùng chung, hãy ghi lại ở từng hàng.",
        cell=entry.place.cell,
        found=quoted(entry.value),
    )


def _stands_below(group: TypedValue, entry: TypedValue) -> bool:
    """Whether the group's row comes after that entry."""
    return row_of(group.place.cell) > row_of(entry.place.cell)


def _sentence(fault: ErrorDetails) -> tuple[str, str]:
    found, limits = (
        quoted(fault["input"]) if fault["type"] != "missing" else "",
        fault.get("ctx", {}),
    )
    match fault["type"]:
        case "missing" | "string_too_short":
            return "missing-value", _("chưa ghi; đây là mục bắt buộc.")
        case "greater_than_equal":
            return "value-too-small", _(
                "{found} quá nhỏ; ít nhất là {limit}.", found=found, limit=limits["ge"]
            )
        case "less_than_equal":
            return "value-too-large", _(
                "{found} quá lớn; nhiều nhất là {limit}.", found=found, limit=limits["le"]
            )
    return "value-refused", _("“{found}” không dùng được cho mục này.", found=found)
