"""What a PDF file says, in reading order: lines, lines in columns, and ruled tables cell by cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.pages.pdf.layout import Box, PrintedLayout, PrintedLine, PrintedStroke, layout_of

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage  # type: ignore[import-untyped]

MOST_PAGES = 200
_NEAR_PT = 3.0
_SAME_ROW = 0.5  # of a line's height
_FEWEST = 3  # lines across a table: two columns


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """One row of text in one or more columns, or a table's rows of cells."""

    page: int  # from 1
    top: float
    texts: tuple[str, ...] = ()
    left: float = 0.0  # where the row begins
    right: float = 0.0  # and ends
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass
class _Grid:
    """A ruled table: where its lines run."""

    across: list[float] = field(default_factory=list)  # x of upright lines
    down: list[float] = field(default_factory=list)  # y of level lines
    uprights: list[PrintedStroke] = field(default_factory=list)

    def holds(self, box: Box) -> bool:
        """Whether a box lies in it."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return self.across[0] <= x <= self.across[-1] and self.down[0] <= y <= self.down[-1]


def printed_blocks(pdf: bytes) -> tuple[PrintedBlock, ...]:
    """Every block of the first pages; nothing for a file whose pages are pictures."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        layout, opened = layout_of(pdf), PdfDocument(pdf)
    except PdfiumError as fault:
        message = _("Tệp PDF bị hỏng hoặc có mật khẩu; hãy xin lại tệp.")
        raise UnreadableFileError(message) from fault
    try:
        numbers = range(min(layout.pages, MOST_PAGES))
        pages = (_page(opened[at].get_textpage(), layout, at) for at in numbers)
        return tuple(block for page in pages for block in page)
    finally:
        opened.close()


def _page(text: "PdfTextPage", layout: PrintedLayout, at: int) -> list[PrintedBlock]:
    grids = list(_grids(_on(layout.uprights, at), _on(layout.strokes, at)))
    free = [
        line for line in _lines_on(layout, at) if not any(grid.holds(line.box) for grid in grids)
    ]
    blocks = [_row(row, at + 1) for row in _rows(free)]
    blocks += [_table(grid, text, layout.sizes[at][1], at + 1) for grid in grids]
    return sorted(blocks, key=lambda each: each.top)


def _on(strokes: Sequence[PrintedStroke], at: int) -> list[PrintedStroke]:
    return [each for each in strokes if each.page == at]


def _lines_on(layout: PrintedLayout, at: int) -> list[PrintedLine]:
    return [each for each in layout.lines if each.page == at]


def _rows(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Lines side by side are one row."""
    row: list[PrintedLine] = []
    for line in sorted(lines, key=lambda each: (each.box[1], each.box[0])):
        if row and line.box[1] > row[0].box[1] + _SAME_ROW * max(row[0].height, line.height):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _row(row: Sequence[PrintedLine], page: int) -> PrintedBlock:
    """A row of one or two columns; a justified row whose words stand far apart is one text."""
    ordered = sorted(row, key=lambda each: each.box[0])
    texts = tuple(line.text for line in ordered)
    if len(texts) != _COLUMNS or ordered[1].box[0] - ordered[0].box[2] < _COLUMN_GAP_PT:
        texts = (" ".join(texts),)
    return PrintedBlock(page, row[0].box[1], texts, ordered[0].box[0], ordered[-1].box[2])


_COLUMNS, _COLUMN_GAP_PT = 2, 20.0


def _grids(uprights: Sequence[PrintedStroke], levels: Sequence[PrintedStroke]) -> Iterator[_Grid]:
    """Upright lines that stand side by side, with the level lines between them."""
    for group in _side_by_side(uprights):
        grid = _Grid(_apart([each.box[0] for each in group]), uprights=group)
        if len(grid.across) >= _FEWEST:
            top, bottom = min(each.box[1] for each in group), max(each.box[3] for each in group)
            inside = [y for y in _tops(levels, grid) if top - _NEAR_PT <= y <= bottom + _NEAR_PT]
            grid.down = _apart([top, *inside, bottom])
            yield grid


def _side_by_side(uprights: Sequence[PrintedStroke]) -> list[list[PrintedStroke]]:
    groups: list[list[PrintedStroke]] = []
    for stroke in sorted(uprights, key=lambda each: each.box[1]):
        near = next((each for each in groups if _touches(each, stroke)), None)
        if near is None:
            groups.append([stroke])
        else:
            near.append(stroke)
    return groups


def _touches(group: Sequence[PrintedStroke], stroke: PrintedStroke) -> bool:
    bottom = max(each.box[3] for each in group)
    return stroke.box[1] <= bottom + _NEAR_PT


def _tops(levels: Sequence[PrintedStroke], grid: _Grid) -> Iterator[float]:
    left, right = grid.across[0], grid.across[-1]
    return (each.box[1] for each in levels if each.box[2] > left and each.box[0] < right)


def _apart(values: Sequence[float]) -> list[float]:
    """The values in order, those that are near each other once."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value > kept[-1] + _NEAR_PT:
            kept.append(value)
    return kept


def _table(grid: _Grid, text: "PdfTextPage", height: float, page: int) -> PrintedBlock:
    """The cells of every row; columns that no upright line parts in a row are one cell."""
    rows = []
    for top, bottom in pairwise(grid.down):
        cells = [""] * (len(grid.across) - 1)
        for first, last in _spans(grid, (top + bottom) / 2):
            box = (grid.across[first], height - bottom, grid.across[last], height - top)
            cells[first] = " ".join(normalize("NFC", text.get_text_bounded(*box)).split())
        rows.append(tuple(cells))
    return PrintedBlock(page, grid.down[0], rows=tuple(rows))


def _spans(grid: _Grid, middle: float) -> Iterator[tuple[int, int]]:
    """Numbers of the lines between which each cell of the row at that height lies."""
    there = [
        at
        for at, x in enumerate(grid.across)
        if any(
            abs(each.box[0] - x) <= _NEAR_PT and each.box[1] <= middle <= each.box[3]
            for each in grid.uprights
        )
    ]
    yield from pairwise(there)
