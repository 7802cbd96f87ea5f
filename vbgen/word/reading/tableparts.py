"""Which parts of a table a cell belongs to, for styles that format first rows, last columns and bands otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

from vbgen.word.reading.xmlnames import child, value, w

SEPARATOR: Final = "|"  # between a table style's name and the parts that hold for a cell
_BITS: Final = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}


@dataclass(frozen=True, slots=True)
class TableParts:
    """A table's style, how many rows and columns it has, and which parts its `w:tblLook` switches on."""

    style: str
    rows: int
    columns: int
    look: Mapping[str, bool]

    @classmethod
    def of(cls, table: _Element, style: str) -> "TableParts":
        """What the table's properties and rows say."""
        rows = table.findall(w("tr"))
        columns = max((len(row.findall(w("tc"))) for row in rows), default=0)
        return cls(style, len(rows), columns, _look(child(child(table, "tblPr"), "tblLook")))

    def style_at(self, row: int, column: int) -> str:
        """The style with the parts that hold for a cell, the weakest first: bands, columns, rows."""
        if not self.style or not self.look:
            return self.style
        return SEPARATOR.join([self.style, *self._parts(row, column)])

    def _parts(self, row: int, column: int) -> Iterator[str]:
        in_columns, in_rows = column - self.look["firstColumn"], row - self.look["firstRow"]
        if in_columns and not self.look["noVBand"]:
            yield f"band{(in_columns - 1) % 2 + 1}Vert"
        if in_rows and not self.look["noHBand"]:
            yield f"band{(in_rows - 1) % 2 + 1}Horz"
        edges = (
            ("firstColumn", "firstCol", column == 1),
            ("lastColumn", "lastCol", column == self.columns),
            ("firstRow", "firstRow", row == 1),
            ("lastRow", "lastRow", row == self.rows),
        )
        yield from (part for name, part, holds in edges if holds and self.look[name])


def _look(element: _Element | None) -> Mapping[str, bool]:
    """Each switch of a `w:tblLook`, by its own attribute or the old mask; nothing where the table has none."""
    if element is None:
        return {}
    try:
        mask = int(value(element) or "0", 16)
    except ValueError:
        mask = 0
    return {name: _truth(value(element, name), bool(mask & bit)) for name, bit in _BITS.items()}


def _truth(said: str | None, otherwise: bool) -> bool:
    return otherwise if said is None else said in {"1", "true", "on"}
