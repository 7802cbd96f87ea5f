"""A Word file as one sheet: paragraphs and rows of tables, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vbgen.campaign.cells.entries import TypedValue
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.errors import Place
from vbgen.intake.sources.spread_sheets import seen_cell
from vbgen.intake.sources.values import SeenCell, SeenRow, SeenSheet
from vbgen.messages import _
from vbgen.word.reading.values import Cell, Paragraph, Row, Table
from vbgen.word.reading.xmlnames import child, value
from vbgen.words.legacy.charsets import charset_of_font

FRAME: Final = frozenset(
    {
        Part.NATIONAL_NAME, Part.MOTTO, Part.GOVERNING_BODY, Part.ISSUER, Part.NUMBER, Part.DATE,
        Part.LETTER_SUBJECT, Part.ADDRESSEES, Part.AUTHORITY, Part.GROUND, Part.ORDER, Part.POWER,
        Part.SIGN_NOTE, Part.SIGNER, Part.RECIPIENTS, Part.RECIPIENT, Part.RULE_LINE, Part.STAMP,
        Part.APPENDIX_REFERENCE,
    }
)  # fmt: skip


def word_sheet(paper: Paper, name: str) -> SeenSheet:
    """The paper's body as rows; a merged cell shows in every row that it reaches into."""
    roles = zip(paper.document.paragraphs, paper.roles, strict=True)
    frame = frozenset(id(item) for item, role in roles if role in FRAME)
    rows = tuple(row for row in _rows(paper.document.body, name, frame) if row.cells)
    return SeenSheet(name, Place(file=name), rows, is_paged=True)


def _rows(
    blocks: tuple[Paragraph | Table, ...], name: str, frame: frozenset[int]
) -> Iterator[SeenRow]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _line(block, name, frame)
        else:
            yield from _TableRows(block, name, frame).rows()


def _line(paragraph: Paragraph, name: str, frame: frozenset[int]) -> SeenRow:
    place = paragraph_place(paragraph, name)
    cell = _cell_of((paragraph,), place)
    is_bold = all(run.format.bold for run in paragraph.runs if run.text.strip())
    cells = {1: cell} if cell else {}
    is_frame = id(paragraph) in frame
    return SeenRow(cells, place, label=paragraph.label, is_bold=is_bold, is_frame=is_frame)


def paragraph_place(paragraph: Paragraph, name: str) -> Place:
    """Where a paragraph stands: `đoạn 7`, or the cell of a table."""
    if paragraph.cell is None:
        return Place(file=name, paragraph=paragraph.number)
    spot = paragraph.cell
    return _cell_place(name, spot.table, spot.row, spot.column)


def _cell_place(name: str, table: int, row: int, cell: int) -> Place:
    words = _("bảng {table}, hàng {row}, ô {cell}", table=table, row=row, cell=cell)
    return Place(file=name, cell=words)


@dataclass
class _TableRows:
    """One table on its way: what merged cells say stays until they end."""

    table: Table
    name: str
    frame: frozenset[int]

    def rows(self) -> Iterator[SeenRow]:
        """Its rows, with those of tables inside its cells behind their own row."""
        above: dict[int, SeenCell] = {}
        for number, row in enumerate(self.table.rows, 1):
            cells = self._cells(row, number, above)
            place = _cell_place(self.name, self.table.number, number, 1)
            filled = dict(sorted(cells.items()))
            yield SeenRow(
                filled,
                place,
                self.table.number,
                is_struck=_is_struck(row),
                is_frame=self._is_frame(row),
            )
            yield from self._inner(row)

    def _cells(self, row: Row, number: int, above: dict[int, SeenCell]) -> dict[int, SeenCell]:
        """The row's cells by grid column; `above` keeps what vertically merged cells say."""
        cells: dict[int, SeenCell] = {}
        for at, cell in enumerate(row.cells, 1):
            place = _cell_place(self.name, self.table.number, number, at)
            column = cell.column + 1
            if _goes_on(cell):
                found = above.get(column)
                shown = found and SeenCell(found.text, place, found.doubts, is_covered=True)
            else:
                shown = _cell_of(cell.own_paragraphs, place)
                above.pop(column, None)
            if shown:
                cells[column] = shown
                above[column] = shown
                cells |= _spread(cell, column, shown)
        return cells

    def _is_frame(self, row: Row) -> bool:
        """Every paragraph of it belongs to the frame of the paper."""
        filled = [item for cell in row.cells for item in cell.own_paragraphs if item.plain]
        return bool(filled) and all(id(item) in self.frame for item in filled)

    def _inner(self, row: Row) -> Iterator[SeenRow]:
        for cell in row.cells:
            for block in cell.blocks:
                if isinstance(block, Table):
                    yield from _TableRows(block, self.name, self.frame).rows()


def _is_struck(row: Row) -> bool:
    """Whether all words of the row are struck through."""
    runs = [run for cell in row.cells for item in cell.own_paragraphs for run in item.runs]
    words = [run for run in runs if run.text.strip()]
    return bool(words) and all(run.format.strike for run in words)


def _spread(cell: Cell, column: int, shown: SeenCell) -> dict[int, SeenCell]:
    """The further columns that a cell spans."""
    span = _span(cell)
    beside = SeenCell(shown.text, shown.place, shown.doubts, shown.is_covered, is_beside=True)
    return {column + step: beside for step in range(1, span)}


def _properties(cell: Cell) -> object:
    first = next(iter(cell.own_paragraphs), None)
    parent = first.element.getparent() if first is not None else None
    return child(parent, "tcPr") if parent is not None else None


def _goes_on(cell: Cell) -> bool:
    """Whether it is the lower part of a vertically merged cell."""
    merge = child(_properties(cell), "vMerge")  # type: ignore[arg-type]
    return merge is not None and (value(merge) or "continue") == "continue"


def _span(cell: Cell) -> int:
    span = child(_properties(cell), "gridSpan")  # type: ignore[arg-type]
    written = value(span) if span is not None else None
    return min(int(written), _MOST_COLUMNS) if written and written.isdigit() else 1


_MOST_COLUMNS = 63  # Word's own limit


def _cell_of(paragraphs: tuple[Paragraph, ...], place: Place) -> SeenCell | None:
    """The text of a cell, a line for each paragraph, cleaned by the fonts that it is written in."""
    texts = [each.text.strip() for each in paragraphs if each.plain]
    if not texts:
        return None
    pieces = [(run.format.font_hansi, run.text) for each in paragraphs for run in each.runs]
    old = any(charset_of_font(font) for font, _text in pieces)
    runs = tuple(_runs(paragraphs)) if old else ()
    return seen_cell(TypedValue("\n".join(texts), place, runs=runs), place)


def _runs(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[str, str]]:
    """Font and text of every run, a line break between paragraphs."""
    filled = [each for each in paragraphs if each.plain]
    for at, paragraph in enumerate(filled):
        if at:
            yield "", "\n"
        for run in paragraph.runs:
            yield run.format.font_hansi, run.text
