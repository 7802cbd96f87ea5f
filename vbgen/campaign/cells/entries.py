"""What stands in a file before it is understood: entries with their places, in rows, in tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from vbgen.errors import Place, Problem
from vbgen.model.emphasis import MarkedSpan

Key = TypeVar("Key", int, str)  # a column or a field


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that holds no value but a fault: `#N/A`, or a formula that was never computed."""

    code: str
    shown: str


class TypedValue(NamedTuple):
    """One value as it was typed; a named tuple, as its place is, for there are millions."""

    value: object  # str, int, float, bool, date, datetime, time, timedelta, Broken or None
    place: Place
    pattern: str = "General"  # Excel's number format
    runs: tuple[
        tuple[str, str], ...
    ] = ()  # font name and text of each run, where a font tells a charset
    epoch_1904: bool = False
    in_cell: bool = True  # a cell of Excel, where marks in brackets count; else a value in YAML
    machine: bool = False  # written by the rules of YAML, not by a clerk's habits: 4.401 is 4,401
    remarks: tuple[Problem, ...] = ()  # what was noticed while it was fetched
    looks: tuple[MarkedSpan, ...] = ()  # its pieces, where some are bold or italic
    in_grey: bool = False  # in the colour in which the form writes its examples
    is_struck: bool = False  # struck through, as clerks do with what is to go


class PlacedCells(Mapping[Key, TypedValue]):
    """The cells of a row by column, or by field: each gets its place when somebody asks, for of most nothing is told.

    Cells that are spelt alike share one value.
    """

    __slots__ = ("_letters", "_row", "bare")

    def __init__(
        self, bare: Mapping[Key, TypedValue], letters: Mapping[Key, str], row: Place
    ) -> None:
        """`bare` are the entries without their own places, `row` is the place of the row: its number is the cell."""
        self.bare: Mapping[Key, TypedValue] = bare
        self._letters: Mapping[Key, str] = letters
        self._row = row

    def __getitem__(self, key: Key) -> TypedValue:
        """The entry with its place."""
        value: TypedValue = self.bare[key]
        return value._replace(place=self.place_of(key))

    def place_of(self, key: Key) -> Place:
        """The place of a cell."""
        file, sheet, number, *_more = self._row
        return Place(file, sheet, f"{self._letters[key]}{number}")

    def __contains__(self, key: object) -> bool:
        """Whether the row fills that cell."""
        return key in self.bare

    def __iter__(self) -> Iterator[Key]:
        """Columns or fields from left to right."""
        return iter(self.bare)

    def __len__(self) -> int:
        """How many cells the row fills."""
        return len(self.bare)

    def by_field(
        self, columns: Mapping[str, Key], letters: Mapping[str, str]
    ) -> "PlacedCells[str]":
        """The same cells, as far as a field stands for their column."""
        bare = self.bare
        named = {name: bare[column] for name, column in columns.items() if column in bare}
        return PlacedCells(named, letters, self._row)


def without_places(entries: Mapping[Key, TypedValue]) -> Mapping[Key, TypedValue]:
    """The same entries for who asks only what they say: what their places are is not known."""
    return entries.bare if isinstance(entries, PlacedCells) else entries


class TypedRow(NamedTuple):
    """The entries of one record, by field; blank ones are left out. A named tuple, for there are many."""

    place: Place
    entries: Mapping[str, TypedValue]
    under: TypedValue | None = None  # the row above that names a group of rows

    def place_of(self, name: str) -> Place:
        """Where a field that the row fills stands."""
        entries = self.entries
        return entries.place_of(name) if isinstance(entries, PlacedCells) else entries[name].place


@dataclass(frozen=True, slots=True, eq=False)
class TypedTable:
    """All rows of one topic in one file, each table itself; a single record is a table of one row."""

    place: Place
    rows: tuple[TypedRow, ...] = ()
    missing: frozenset[str] = (
        frozenset()
    )  # fields whose required column is not there; told once, not a row
    letters: Mapping[str, str] = field(default_factory=dict)  # column of each field, in a sheet

    def place_of(self, row: TypedRow, name: str) -> Place:
        """Where the field of a row stands, or would stand."""
        if name in row.entries:
            return row.place_of(name)
        if name in self.letters:
            return row.place._replace(
                cell=self.letters[name] + row.place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            )
        return row.place._replace(path=f"{row.place.path}.{name}") if row.place.path else row.place


@dataclass(frozen=True, slots=True)
class TypedFile:
    """One file taken apart: tables by field of Campaign, and what was noticed about its form."""

    file: str
    tables: Mapping[str, TypedTable] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry understood: its value in the model's type, and what there is to tell."""

    value: object = None
    problems: tuple[Problem, ...] = ()
    is_good: bool = True
