"""A sheet of a campaign's workbook: shown row by row, and some of its cells changed."""

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from vbgen.campaign.editing.cell_text import cell_text
from vbgen.campaign.editing.changing import (
    CellChange,
    ChangedMeanwhile,
    SheetChanges,
    changed_workbook,
    held_against,
    with_looks,
)
from vbgen.campaign.editing.shown_sheets import ShownSheet, shown_sheets
from vbgen.campaign.editing.versions import (
    WorkbookSaving,
    WorkbookVersion,
    keep_with,
    new_version,
    saved_by,
    versions_in,
)
from vbgen.campaign.reading.grid import Grid
from vbgen.errors import Severity
from vbgen.office.acts import Answer, RegisterPart, Request
from vbgen.office.editing.one_writer import only_writer
from vbgen.office.editing.open_workbook import OpenWorkbook

if TYPE_CHECKING:
    from vbgen.office.office import Office


_ABOVE = 5  # rows that are shown above the one that is meant


@dataclass(frozen=True)
class SheetListed:
    """A sheet of the workbook, without its rows."""

    title: str
    rows: int
    is_data: bool
    is_hidden: bool


@dataclass(frozen=True)
class SheetSeen(Answer):
    """Some rows of a sheet, with the digest of all that it says."""

    file: str
    sheets: tuple[SheetListed, ...]
    sheet: ShownSheet  # its rows are those asked for
    first: int  # how many rows come before
    whole: int  # how many rows it has
    last_row: int  # the number of its last row
    state: str


@dataclass(frozen=True)
class ShowSheet(Request[SheetSeen]):
    """Rows of one sheet of a campaign's workbook, the first of data where none is named."""

    reads_register: ClassVar[RegisterPart] = RegisterPart.NOTHING
    campaign: str
    sheet: str = ""
    first: int = 0  # how many rows come before
    most: int = 50
    row: int = 0  # where one is named, the rows around it are shown

    def carry_out(self, office: "Office") -> SheetSeen:
        """As the file stands now."""
        book = OpenWorkbook.of(office, self.campaign)
        shown = tuple(shown_sheets(book.grids, office.words))
        grid = book.grid(self.sheet or _first_of_data(shown))
        sheet = next(each for each in shown if each.title == grid.title)
        first = _before(sheet, self.row) if self.row else self.first
        rows = sheet.rows[first : first + self.most]
        listed = tuple(map(_listed, shown))
        told = tuple(replace(each, severity=Severity.WARNING) for each in book.opened_elsewhere)
        return SheetSeen(
            book.file.name,
            listed,
            replace(sheet, rows=rows),
            first,
            len(sheet.rows),
            sheet.last_row,
            state_of_sheet(grid),
            problems=told,
        )


def _first_of_data(sheets: Sequence[ShownSheet]) -> str:
    """The title of the first sheet that is data, or of the first."""
    return next((each.title for each in sheets if each.is_data), sheets[0].title)


def _before(sheet: ShownSheet, row: int) -> int:
    """How many rows come before a page of the sheet that shows that row."""
    numbers = [each.number for each in sheet.rows]
    return max(0, bisect_left(numbers, row) - _ABOVE)


def _listed(sheet: ShownSheet) -> SheetListed:
    return SheetListed(sheet.title, len(sheet.rows), sheet.is_data, sheet.is_hidden)


def state_of_sheet(grid: Grid) -> str:
    """A digest of all that a sheet says: the same, and a page made from it still shows what is there."""
    whole = hashlib.sha256()
    for row, cells in grid.rows.items():
        for column, entry in cells.items():
            whole.update(f"{row}\0{column}\0{cell_text(entry)}\0".encode(errors="replace"))
    return whole.hexdigest()


@dataclass(frozen=True)
class CellsChanged(Answer):
    """What was saved; or, where the sheet is not what was seen any more, what somebody has to look at first."""

    saved: int  # cells
    state: str  # of the sheet, as it is now
    is_stale: bool = False  # the sheet was changed since it was seen; nothing was saved
    meanwhile: tuple[ChangedMeanwhile, ...] = ()  # cells that both changed
    untouched: tuple[CellChange, ...] = ()  # cells that only this clerk changed
    by: WorkbookVersion | None = None  # the saving that came between; None: not made at the desk


@dataclass(frozen=True)
class ChangeCells(Request[CellsChanged]):
    """Change some cells of a sheet and nothing else of the workbook; the saving is kept as a version."""

    campaign: str
    sheet: str
    state: str  # of the sheet, as it was seen
    changes: tuple[CellChange, ...]

    def carry_out(self, office: "Office") -> CellsChanged:
        """Under one lock: look whether it is what was seen, then write; nothing is written over unseen."""
        office.confirm_may_write()
        with only_writer(OpenWorkbook.of(office, self.campaign).versions):
            book = OpenWorkbook.of(office, self.campaign)
            book.refuse_opened()
            grid = book.grid(self.sheet)
            found = held_against(grid, self.changes)
            if found.meanwhile or state_of_sheet(grid) != self.state:
                return self._told(book, grid, found)
            return self._saved(office, book, found.wanted)

    def _told(self, book: OpenWorkbook, grid: Grid, found: SheetChanges) -> CellsChanged:
        """Both values of each cell, the state that was told, and whose saving came between."""
        by = saved_by(versions_in(book.versions), book.digest)
        return CellsChanged(0, state_of_sheet(grid), True, found.meanwhile, found.wanted, by)

    def _saved(
        self, office: "Office", book: OpenWorkbook, wanted: tuple[CellChange, ...]
    ) -> CellsChanged:
        if not wanted:
            return CellsChanged(0, self.state)
        grid = book.grid(self.sheet)
        content = changed_workbook(book.data, book.file.name, grid, wanted, office.words)
        around = office.surroundings
        version = new_version(
            book.versions,
            around.who,
            around.clock(),
            (book.data, content),
            WorkbookSaving(self.sheet, wanted),
        )
        keep_with(book.file, content, version)
        now = OpenWorkbook(book.file, book.versions)
        state, told = state_of_sheet(now.grid(self.sheet)), with_looks(grid, wanted)
        return CellsChanged(len(wanted), state, problems=told)
