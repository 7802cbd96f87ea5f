"""Two copies of a campaign's workbook side by side: which cells say something else, which sheets came or went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from vbgen.campaign.editing.cell_text import cell_text
from vbgen.campaign.reading.grid import Grid
from vbgen.word.package.sheets.cell_names import letters


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A cell that says one thing in the one copy and another in the other."""

    sheet: str
    cell: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class WorkbookDifferences:
    """What another copy of a workbook says otherwise."""

    cells: tuple[CellDifference, ...]
    gone: tuple[str, ...]  # titles of sheets
    new: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether both say the same."""
        return not (self.cells or self.gone or self.new)


def compared(one: Sequence[Grid], other: Sequence[Grid]) -> WorkbookDifferences:
    """All that differs in what cells say, by sheet, row and column."""
    before = {grid.title: grid for grid in one}
    after = {grid.title: grid for grid in other}
    both = filter(after.__contains__, before)
    cells = chain.from_iterable(_in_sheet(before[title], after[title]) for title in both)
    return WorkbookDifferences(tuple(cells), _only_in(before, after), _only_in(after, before))


def _only_in(one: Mapping[str, Grid], other: Mapping[str, Grid]) -> tuple[str, ...]:
    return tuple(title for title in one if title not in other)


def _in_sheet(one: Grid, other: Grid) -> Iterator[CellDifference]:
    before, after = _texts(one), _texts(other)
    for row, column in sorted(before.keys() | after.keys()):
        was, now = before.get((row, column), ""), after.get((row, column), "")
        if was != now:
            yield CellDifference(one.title, f"{letters(column)}{row}", was, now)


def _texts(grid: Grid) -> Mapping[tuple[int, int], str]:
    return {
        (row, column): cell_text(entry)
        for row, cells in grid.rows.items()
        for column, entry in cells.items()
    }
