"""Cells of a row by what their columns hold; marks of “as above” mean the row above."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vbgen.intake.lexicon import marked_words, word_set
from vbgen.intake.lists.columns import ListColumn, ListHeading
from vbgen.intake.sources.values import SeenCell, SeenRow
from vbgen.messages import _
from vbgen.words.names import fold


@dataclass
class ColumnMemory:
    """What each column said last, for marks of “as above” and for units typed once."""

    last: dict[int, SeenCell] = field(default_factory=dict)
    units_once: bool = False  # units are written above their people and left blank below


@dataclass(frozen=True, slots=True)
class RowCells:
    """The cells of one row of data under their heading."""

    row: SeenRow
    heading: ListHeading
    memory: ColumnMemory

    def of(self, *fields: str) -> SeenCell | None:
        """The first filled cell of the fields' columns, in their order."""
        return next((cell for _column, cell in self.all_of(*fields)), None)

    def all_of(self, *fields: str) -> Iterator[tuple[ListColumn, SeenCell]]:
        """Every filled cell of the fields' columns."""
        for name in fields:
            for column in self.heading.of(name):
                if cell := self._cell(column):
                    yield column, cell

    def text(self, *fields: str) -> str:
        """What the first of them says; empty for none."""
        cell = self.of(*fields)
        return cell.text if cell else ""

    def _cell(self, column: ListColumn) -> SeenCell | None:
        cell = self.row.cells.get(column.number)
        if cell is None or (cell.is_beside and column.field != "full_name"):
            return None
        if cell.text.strip().casefold() in marked_words("blanks"):
            return None
        if is_ditto(cell.text):
            above = self.memory.last.get(column.number)
            return above and SeenCell(above.text, cell.place, above.doubts, is_covered=True)
        if not column.is_certain:
            told = _("chưa chắc cột “{title}” ghi mục này", title=" ".join(column.title.split()))
            return SeenCell(cell.text, cell.place, (*cell.doubts, told), value=cell.value)
        return cell

    def remember(self) -> None:
        """What the row says is what the next may repeat."""
        for number, cell in self.row.cells.items():
            if not is_ditto(cell.text):
                self.memory.last[number] = cell


def is_ditto(text: str) -> bool:
    """`nt`, `như trên`, `"`."""
    return text.strip().casefold() in marked_words("dittos") or fold(text) in {"nhu tren", "nt"}


def is_tick(cell: SeenCell) -> bool:
    """`x`, `✓`, TRUE."""
    text = cell.text.strip().casefold()
    return text in marked_words("ticks") or fold(text) in word_set("words", "ticks")
