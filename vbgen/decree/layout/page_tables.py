"""Tables and pictures on their pages: short tables split, columns squeezed, a picture parted from its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Final

from vbgen.decree.checking.model import Hit
from vbgen.decree.layout.printed import PaperOnPages, PrintedParagraph
from vbgen.messages import _
from vbgen.pages.pdf.layout import Box, PrintedPicture
from vbgen.word.reading.values import Paragraph, Table
from vbgen.words.names import fold
from vbgen.words.widths import MM_PER_PT

_FEW_ROWS: Final = 6  # of a table that should stand on one page
_TALLEST: Final = 0.5  # of a page, for a table that is kept together
_SQUEEZED_ROWS: Final = 4  # printed rows of a usual cell in a column that is too narrow
_WORDS_A_ROW: Final = 2.0
_HALF_EMPTY: Final = 0.5  # of a column's width that its longest row takes
_ROOM_MM: Final = 12.0  # left free in a column that could give some
_CAPTIONS: Final = ("hinh", "bieu do", "so do", "anh", "ban do")
_PICTURE_PT: Final = 40.0

_Held = tuple[Paragraph, list[Paragraph | Table]]  # a picture's paragraph, and what belongs to it


def tables_stand(paper: PaperOnPages) -> Iterator[Hit]:
    """What is wrong with tables and pictures on their pages."""
    places = {id(each.paragraph): each for each in paper.paragraphs}
    for one in paper.papers:
        for table in one.document.tables:
            if table.has_borders:
                yield from _of_table(paper, table, places)
    yield from _parted_pictures(paper, places)


def _of_table(
    paper: PaperOnPages, table: Table, places: Mapping[int, PrintedParagraph]
) -> Iterator[Hit]:
    shown = [places[id(each)] for each in table.own_paragraphs if id(each) in places]
    rows = sum(not row.is_heading for row in table.rows)
    parts = _parts(shown)
    if len(parts) > 1 and rows <= _FEW_ROWS and _height(paper, parts) < _TALLEST:
        said = _("bảng {rows} hàng bị chia sang trang {page}", rows=rows, page=max(parts) + 1)
        yield Hit("layout.table-split", said, table)
    yield from _squeezed_columns(table, places)


def _parts(shown: Iterable[PrintedParagraph]) -> dict[int, list[Box]]:
    """The boxes of the table's lines on each of its pages."""
    parts: dict[int, list[Box]] = defaultdict(list)
    for each in shown:
        for line in each.pieces:
            parts[line.page].append(line.box)
    return parts


def _height(paper: PaperOnPages, parts: Mapping[int, Sequence[Box]]) -> float:
    """How high the table stands on all its pages together, as a share of a page."""
    heights = (
        max(box[3] for box in boxes) - min(box[1] for box in boxes) for boxes in parts.values()
    )
    return sum(heights) / paper.layout.sizes[min(parts)][1]


def _squeezed_columns(table: Table, places: Mapping[int, PrintedParagraph]) -> Iterator[Hit]:
    columns = _columns(table, places)
    narrow = [number for number, cells in columns.items() if _is_squeezed(cells)]
    if narrow and any(_has_room(cells) for cells in columns.values()):
        said = _("cột {column} của bảng quá hẹp trong khi cột khác còn trống", column=narrow[0] + 1)
        yield Hit("layout.column-squeezed", said, table)


def _columns(
    table: Table, places: Mapping[int, PrintedParagraph]
) -> dict[int, list[tuple[float, PrintedParagraph]]]:
    """Width and printed text of each cell, by the column; headings of columns left out."""
    columns: dict[int, list[tuple[float, PrintedParagraph]]] = {}
    for row in table.rows:
        for cell in row.cells if not row.is_heading else ():
            for each in cell.own_paragraphs:
                if id(each) in places:
                    columns.setdefault(cell.column, []).append((cell.width_mm, places[id(each)]))
    return columns


def _is_squeezed(cells: Sequence[tuple[float, PrintedParagraph]]) -> bool:
    """Whether the usual cell takes many rows of hardly a word or two."""
    rows = median(len(each.rows) for _width, each in cells)
    words = median(len(each.paragraph.plain.split()) / len(each.rows) for _width, each in cells)
    return rows >= _SQUEEZED_ROWS and words <= _WORDS_A_ROW


def _has_room(cells: Sequence[tuple[float, PrintedParagraph]]) -> bool:
    """Whether the longest row leaves half of the column free, and more than a little."""
    width = min(width for width, _each in cells)
    longest = max(line.box[2] - line.box[0] for _width, each in cells for line in each.pieces)
    used = longest * MM_PER_PT
    return used < _HALF_EMPTY * width and width - used > _ROOM_MM


def _parted_pictures(paper: PaperOnPages, places: Mapping[int, PrintedParagraph]) -> Iterator[Hit]:
    """A picture on another page than its caption, or than the table that it stands beside."""
    holders = [holder for one in paper.papers for holder in _holders(one.document.body)]
    printed = [each for each in paper.layout.pictures if _is_large(each)]
    for (holder, beside), picture in _paired(holders, printed):
        pages = list(_pages_of(beside, places))
        if pages and picture.page not in pages:
            said = _(
                "hình ở trang {page}, chú thích hoặc bảng của hình ở trang {other}",
                page=picture.page + 1,
                other=pages[0] + 1,
            )
            yield Hit("layout.picture-parted", said, holder)


def _paired(
    holders: Sequence[_Held], printed: Sequence[PrintedPicture]
) -> Iterable[tuple[_Held, PrintedPicture]]:
    """Each holder with its picture; none where they are drawn otherwise than they stand in the file."""
    return zip(holders, printed, strict=True) if len(holders) == len(printed) else ()


def _holders(body: Sequence[Paragraph | Table]) -> Iterator[_Held]:
    """Each paragraph that holds a picture, and what belongs to it below and above."""
    for at, each in enumerate(body):
        if isinstance(each, Paragraph) and any(shape.kind == "picture" for shape in each.shapes):
            yield each, [*_beside(body[at + 1 :]), *_beside(body[:at][::-1])]


def _is_large(picture: PrintedPicture) -> bool:
    return picture.height > _PICTURE_PT


def _beside(blocks: Sequence[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """The caption or the table that comes next, blank lines passed over."""
    for block in blocks:
        if isinstance(block, Table):
            if block.has_borders:
                yield block
            return
        if block.is_empty:
            continue
        if fold(block.plain).startswith(_CAPTIONS):
            yield block
        return


def _pages_of(
    blocks: Iterable[Paragraph | Table], places: Mapping[int, PrintedParagraph]
) -> Iterator[int]:
    """The page that each block begins on, where it was found."""
    for block in blocks:
        wanted = (block,) if isinstance(block, Paragraph) else block.own_paragraphs
        first = next((places[id(each)] for each in wanted if id(each) in places), None)
        if first is not None:
            yield first.first.page
