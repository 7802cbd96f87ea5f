"""A grid as a form says it: the part of a sheet that is looked at, the cells that were typed, the marks at cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from starlette.datastructures import FormData

from vbgen.errors import Problem
from vbgen.office import CellChange
from vbgen.web.visit import Visit
from vbgen.web.wording import ToldProblem, told
from vbgen.words.ranges import count_in

_ROWS = 40
_ALL_ROWS = 5_000
_MOST_INPUTS = 2_000


@dataclass(frozen=True, slots=True)
class GridPart:
    """Which rows of which sheet."""

    sheet: str
    first: int  # how many rows come before
    most: int = _ROWS
    row: int = 0  # that is to be shown, where one is meant

    @classmethod
    def of(cls, visit: Visit) -> Self:
        """As the address or the form says."""
        row = "".join(filter(str.isdecimal, visit.word("cell")))
        return cls(visit.word("sheet"), visit.count("from"), row=count_in(row))

    @property
    def whole(self) -> Self:
        """The whole sheet, as far as a browser bears it."""
        return type(self)(self.sheet, 0, _ALL_ROWS)


def rows_that_fit(rows: int, columns: int) -> int:
    """How many rows one form can carry."""
    return min(rows, max(1, _MOST_INPUTS // max(1, columns)))


@dataclass(frozen=True, slots=True)
class TypedCells:
    """Cells of a form: what each said, and what was typed."""

    cells: Mapping[str, CellChange] = field(default_factory=dict)

    @classmethod
    def of(cls, form: FormData) -> Self:
        """Every cell that the form changes, by the pairs `was.B7` and `now.B7`."""
        return cls({change.cell: change for change in _changes(form)})

    @property
    def changes(self) -> tuple[CellChange, ...]:
        """In the order of the form."""
        return tuple(self.cells.values())

    def text(self, cell: str, said: str) -> str:
        """What the form shows in a cell: what was typed, or what the sheet says."""
        return self.cells[cell].now if cell in self.cells else said

    def was(self, cell: str, said: str) -> str:
        """What the cell said when it was typed over."""
        return self.cells[cell].was if cell in self.cells else said

    def elsewhere(self, shown: Iterable[str]) -> tuple[CellChange, ...]:
        """What was typed in cells that the page does not show."""
        here = frozenset(shown)
        return tuple(each for each in self.changes if each.cell not in here)


def _changes(form: FormData) -> Iterator[CellChange]:
    for name, value in form.multi_items():
        kind, _dot, cell = name.partition(".")
        if kind == "now" and isinstance(value, str):
            was = form.get(f"was.{cell}", "")
            before, now = _plain(was if isinstance(was, str) else ""), _plain(value)
            if before != now:
                yield CellChange(cell, before, now)


def _plain(text: str) -> str:
    """Line ends as Excel has them; forms send others."""
    return text.replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class CellMarks:
    """What is wrong in a sheet: at its cells, and of the sheet as a whole; the gravest first."""

    at: Mapping[str, tuple[ToldProblem, ...]]
    beside: tuple[Problem, ...]  # of the sheet, at no cell of it
    counts: Mapping[str, int]  # of each sheet of the file

    @classmethod
    def of(cls, problems: Iterable[Problem], file: str, sheet: str) -> Self:
        """Of all that the check found."""
        ours = [each for each in problems if each.place.file in {"", file}]
        here = [each for each in ours if each.place.sheet == sheet]
        cells: dict[str, list[Problem]] = {}
        counts: dict[str, int] = {}
        for each in here:
            cells.setdefault(each.place.cell, []).append(each)
        for each in ours:
            counts[each.place.sheet] = counts.get(each.place.sheet, 0) + 1
        beside = tuple(cells.pop("", ()))
        return cls({cell: tuple(told(found)) for cell, found in cells.items()}, beside, counts)

    def as_json(self) -> dict[str, object]:
        """Cell → what is told there."""
        return {
            cell: [{"severity": each.severity, "text": _line(each)} for each in found]
            for cell, found in self.at.items()
        }


def _line(each: ToldProblem) -> str:
    return f"{each.label}: {each.message} {each.hint}".strip()
