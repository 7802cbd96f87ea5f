"""What stands in a file before it is understood: sheets of rows, a paragraph of Word being a row of one cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from vbgen.errors import Place


@dataclass(frozen=True, slots=True)
class SeenCell:
    """One cell: its text in Unicode, its place, and what was doubtful about fetching it."""

    text: str
    place: Place
    doubts: tuple[str, ...] = ()
    is_covered: bool = False  # shows what a merged cell above says
    is_beside: bool = False  # shows what a merged cell to the left says
    value: object = None  # as it was typed, where it is no text


@dataclass(frozen=True, slots=True)
class SeenRow:
    """One row, filled cells only, by column from 1."""

    cells: Mapping[int, SeenCell]
    place: Place
    table: int = 0  # tables of a Word file count from 1; 0 is a paragraph, or a row of Excel
    is_hidden: bool = False
    is_struck: bool = False  # all of it is struck through
    label: str = ""  # number that Word itself writes before a paragraph
    is_bold: bool = False
    is_frame: bool = False  # letterhead, grounds, signature, recipients of a paper

    @property
    def own(self) -> dict[int, SeenCell]:
        """The cells that are not shown by merging."""
        return {
            at: cell
            for at, cell in self.cells.items()
            if not cell.is_covered and not cell.is_beside
        }

    @property
    def first(self) -> SeenCell | None:
        """The first filled cell."""
        return next(iter(self.own.values()), None)

    @property
    def text(self) -> str:
        """Everything that the row says itself."""
        return " ".join(cell.text for cell in self.own.values())


@dataclass(frozen=True, slots=True)
class SeenSheet:
    """A sheet of Excel, or a whole Word file, in reading order."""

    title: str
    place: Place
    rows: tuple[SeenRow, ...]
    is_hidden: bool = False
    is_paged: bool = False  # of a paper: its rows without a table are paragraphs
