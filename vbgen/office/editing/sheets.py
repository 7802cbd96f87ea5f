"""A sheet of a campaign's workbook: shown row by row, and some of its cells changed."""

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vbgen.campaign.editing.cell_text import cell_text
from vbgen.campaign.editing.changing import (
    CellChange,
    ChangedMeanwhile,
    SheetChanges,
    changed_workbook,
    held_against,
)
from vbgen.campaign.editing.shown_sheets import ShownSheet, shown_sheets
from vbgen.campaign.reading.grid import Grid
from vbgen.errors import Severity
from vbgen.office.acts import Answer, Request
from vbgen.office.editing.one_writer import only_writer
from vbgen.office.editing.open_workbook import OpenWorkbook
from vbgen.office.editing.versions import (
    WorkbookSaving,
    WorkbookVersion,
    keep_with,
    new_version,
    saved_by,
    versions_in,
)

if TYPE_CHECKING:
    from vbgen.office.office import Office


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
    whole: int  # how many rows it has
    last_row: int  # the number of its last row
    state: str


@dataclass(frozen=True)
class ShowSheet(Request[SheetSeen]):
    """Rows of one sheet of a campaign's workbook, the first of data where none is named."""

    campaign: str
    sheet: str = ""
    first: int = 0  # how many rows come before
    most: int = 50

    def carry_out(self, office: "Office") -> SheetSeen:
        """As the file stands now."""
        book = OpenWorkbook.of(office, self.campaign)
        shown = tuple(shown_sheets(book.grids, office.words))
        first = next((each.title for each in shown if each.is_data), book.grids[0].title)
        grid = book.grid(self.sheet or first)
        sheet = next(each for each in shown if each.title == grid.title)
        rows = sheet.rows[self.first : self.first + self.most]
        told = (replace(each, severity=Severity.WARNING) for each in book.opened_elsewhere)
        return SheetSeen(
            book.file.name,
            tuple(_listed(each) for each in shown),
            replace(sheet, rows=rows),
            len(sheet.rows),
            sheet.last_row,
            state_of_sheet(grid),
            problems=tuple(told),
        )


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
        return CellsChanged(len(wanted), state_of_sheet(now.grid(self.sheet)))
