"""A sheet as a grid of entries, wherever it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vbgen.campaign.cells.entries import TypedValue
from vbgen.errors import Place
from vbgen.word.package.sheets.cell_names import letters


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """One sheet: its entries by row and column (from 1), without the empty ones; it is what it is read from, once."""

    place: Place
    title: str
    rows: Mapping[int, Mapping[int, TypedValue]]
    covered: Mapping[tuple[int, int], tuple[int, int]] = field(
        default_factory=dict
    )  # merged cell → first cell
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[str, ...] = ()
    is_hidden: bool = False
    may_be_struck: bool = False  # some font of the workbook is struck through

    def at(self, row: int, column: int) -> TypedValue | None:
        """The entry of a cell; a merged cell shows that of its first."""
        row, column = self.covered.get((row, column), (row, column))
        return self.rows.get(row, {}).get(column)

    def is_struck(self, row: int) -> bool:
        """Whether all texts of a row are struck through."""
        if not self.may_be_struck:
            return False
        texts = [each for each in self.rows.get(row, {}).values() if isinstance(each.value, str)]
        return bool(texts) and all(each.is_struck for each in texts)

    def place_at(self, row: int, column: int) -> Place:
        """The place of a cell, filled or not."""
        return Place(self.place.file, self.place.sheet, f"{letters(column)}{row}")
