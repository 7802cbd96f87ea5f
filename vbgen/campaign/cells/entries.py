"""What stands in a file before it is understood: entries with their places, in rows, in tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vbgen.errors import Place, Problem
from vbgen.model.emphasis import MarkedSpan


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


@dataclass(frozen=True, slots=True)
class TypedRow:
    """The entries of one record, by field; blank ones are left out."""

    place: Place
    entries: Mapping[str, TypedValue]
    under: TypedValue | None = None  # the row above that names a group of rows


@dataclass(frozen=True, slots=True)
class TypedTable:
    """All rows of one topic in one file; a single record is a table of one row."""

    place: Place
    rows: tuple[TypedRow, ...] = ()
    missing: frozenset[str] = (
        frozenset()
    )  # fields whose required column is not there; told once, not a row
    letters: Mapping[str, str] = field(default_factory=dict)  # column of each field, in a sheet

    def place_of(self, row: TypedRow, name: str) -> Place:
        """Where the field of a row stands, or would stand."""
        if name in row.entries:
            return row.entries[name].place
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
