"""Records put into a workbook where it says nothing; where it says otherwise both are told, and nothing is changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from vbgen.campaign.assembling import UnderstoodFile
from vbgen.campaign.cells.markers import escaped
from vbgen.campaign.cells.shown import shown
from vbgen.campaign.editing.cell_text import cell_text
from vbgen.campaign.records import UnderstoodRow
from vbgen.campaign.topics import Column, Topic, worded
from vbgen.errors import Place
from vbgen.model.field import Choice, Record
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.sheets.cell_names import column_of, letters, row_of
from vbgen.word.package.sheets.put_cells import Content
from vbgen.words.names import fold

_KEYS = {"phases": "number", "indicators": "name", "signers": "full_name", "papers": "kind"}
_OF_ONE_KIND = frozenset({"legal_grounds", "addressees", "recipients"})
_Spot = tuple[str, int, int]  # sheet, row, column


@dataclass(frozen=True, slots=True)
class AddedValue:
    """A value that a record says: which one, and where the workbook has it, or would."""

    table: str
    row: int  # of the records given, from 0
    field: str
    title: str
    told: str
    there: str  # what the workbook says; empty where it says nothing
    place: Place


@dataclass
class AddedRecords:
    """Records held against a workbook: the cells to be filled, what was taken, what differs."""

    there: UnderstoodFile
    words: Vocabulary
    cells: dict[str, dict[tuple[int, int], Content]] = field(default_factory=dict)
    taken: list[AddedValue] = field(default_factory=list)
    differing: list[AddedValue] = field(default_factory=list)
    _behind: dict[str, int] = field(default_factory=dict)  # sheet → rows put behind its last

    def add(self, table: str, records: Sequence[Record]) -> None:
        """The records of a table, each into the row that it means, or behind the rows of a table that has none."""
        topic = self._topics[table]
        rows = self._rows_of(table, records)
        for at, record in enumerate(records):
            found = _meant(topic, rows, record)
            if found is not None or not topic.is_table:
                self._hold(topic, at, record, found)
            elif rows and table != "papers":
                self._tell_row(topic, at, record, rows)
            else:
                self._append(topic, at, record)

    def _rows_of(self, table: str, records: Sequence[Record]) -> Sequence[UnderstoodRow]:
        """The workbook's rows; of a table whose rows belong to papers, those of the same paper."""
        rows = self.there.rows.get(table, ())
        if table not in _OF_ONE_KIND or not records:
            return rows
        kind = getattr(records[0], "kind", "")
        return [each for each in rows if each.values.get("kind", "") == kind]

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return {each.field: each for each in worded(self.words)}

    def _hold(self, topic: Topic, at: int, record: Record, row: UnderstoodRow | None) -> None:
        """Fill what the row leaves empty; tell what it says otherwise, but for codes, which are ours."""
        for column, value in _said(topic, record):
            if row is not None and column.field != "id":
                self._hold_value(topic, at, (column, value), row)

    def _hold_value(
        self, topic: Topic, at: int, said: tuple[Column, object], row: UnderstoodRow
    ) -> None:
        column, value = said
        place, there = row.place_of(column.field), _text_there(row, column)
        if not there and _has_cell(row, column):
            spot = (place.sheet, row_of(place.cell), column_of(place.cell))
            self._put(topic, at, column, value, spot)
        elif not _is_same(row.values.get(column.field), value):
            self.differing.append(self._value(topic, at, column, value, place, there))

    def _put(self, topic: Topic, at: int, column: Column, value: object, spot: _Spot) -> None:
        sheet, number, at_column = spot
        self.cells.setdefault(sheet, {})[number, at_column] = _content(column, value)
        cell = f"{letters(at_column)}{number}" if number > 0 else ""
        place = Place(self._file, sheet, cell)
        self.taken.append(self._value(topic, at, column, value, place))

    @property
    def _file(self) -> str:
        return self.there.file

    def _tell_row(
        self, topic: Topic, at: int, record: Record, rows: Sequence[UnderstoodRow]
    ) -> None:
        """A row that the workbook, which has others, lacks."""
        key = _KEYS.get(topic.field, "text")
        said = "; ".join(shown(value) for _column, value in _said(topic, record))
        place = rows[0].table.place._replace(cell="")
        title = topic.column(key).title
        self.differing.append(AddedValue(topic.field, at, key, title, said, "", place))

    def _append(self, topic: Topic, at: int, record: Record) -> None:
        table = self.there.tables.get(topic.field)
        sheet = table.place.sheet if table else ""
        columns = table.letters if table else {}
        self._behind[sheet] = number = self._behind.get(sheet, 0) + 1
        for column, value in _said(topic, record):
            if column.field in columns:
                spot = (sheet, -number, column_of(columns[column.field]))
                self._put(topic, at, column, value, spot)
            else:
                self.differing.append(self._value(topic, at, column, value, Place(file=self._file)))

    def _value(
        self,
        topic: Topic,
        at: int,
        column: Column,
        value: object,
        place: Place,
        there: str = "",
    ) -> AddedValue:
        told = column.words.title_of(str(value)) if column.holds_code else shown(value)
        return AddedValue(topic.field, at, column.field, column.title, told, there, place)


def _said(topic: Topic, record: Record) -> Iterator[tuple[Column, object]]:
    """What the record says, column by column."""
    for column in topic.columns:
        value = getattr(record, column.field, None)
        if column.field in record.model_fields_set and value not in ("", None):
            yield column, value


def _meant(topic: Topic, rows: Sequence[UnderstoodRow], record: Record) -> UnderstoodRow | None:
    """The row of the workbook that a record means."""
    if not topic.is_table:
        return rows[0] if rows else None
    key = _KEYS.get(topic.field, "text")
    told = getattr(record, key, None)
    return next((each for each in rows if _is_same(each.values.get(key), told)), None)


def _is_same(there: object, told: object) -> bool:
    """Whether both say the same, whatever their capitals, “V/v” and marks of a sentence's end."""
    if isinstance(there, str) and isinstance(told, str):
        return _bare(there) == _bare(told)
    return there == told


def _bare(text: str) -> str:
    return fold(text).removeprefix("v/v").strip(" .:;")


def _text_there(row: UnderstoodRow, column: Column) -> str:
    """What the row says of the column; empty for nothing."""
    value = row.values.get(column.field)
    return shown(value) if value is not None else cell_text(row.row.entries.get(column.field))


def _has_cell(row: UnderstoodRow, column: Column) -> bool:
    return column.field in row.row.entries or column.field in row.table.letters


def _content(column: Column, value: object) -> Content:
    """As a cell holds it."""
    if isinstance(value, (bool, Choice)):
        return shown(value)
    if isinstance(value, (int, Decimal, date)):
        return value
    text = str(value)
    return escaped(column.words.title_of(text) if column.holds_code else text)
