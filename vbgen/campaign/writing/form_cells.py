"""Cells and pages of openpyxl: how they look, and filled the same way everywhere."""

from collections.abc import Sequence

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from vbgen.campaign.cells.markers import EXAMPLE_GREY
from vbgen.campaign.cells.shown import labels
from vbgen.campaign.topics import Column, ColumnKind
from vbgen.campaign.writing.cell_out import CellValue
from vbgen.model.emphasis import MarkedSpan
from vbgen.model.field import SheetGroup

FACE = "Times New Roman"
NAVY, SLATE, GREY, PALE, LINE = "1F3864", "5F7A9E", EXAMPLE_GREY, "EEF3FA", "C9D3E0"

BODY = Font(name=FACE, size=12)
BOLD = Font(name=FACE, size=12, bold=True)
HEADING = Font(name=FACE, size=12, bold=True, color="FFFFFF")
EXAMPLE = Font(name=FACE, size=12, italic=True, color=GREY)
TITLE = Font(name=FACE, size=18, bold=True, color=NAVY)
SECTION = Font(name=FACE, size=13, bold=True, color=NAVY)
LINK = Font(name=FACE, size=12, color="0B5394", underline="single")

REQUIRED_FILL = PatternFill("solid", start_color=NAVY)
OPTIONAL_FILL = PatternFill("solid", start_color=SLATE)
EXAMPLE_FILL = PatternFill("solid", start_color="F5F5F5")
PALE_FILL = PatternFill("solid", start_color=PALE)

_HAIR = Side(style="thin", color=LINE)
GRID = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
TOP = Alignment(vertical="top", wrap_text=True)
CENTRE = Alignment(vertical="top", horizontal="center", wrap_text=True)
LEFT = Alignment(vertical="top", horizontal="left", wrap_text=True)
HEADING_AT = Alignment(vertical="center", horizontal="center", wrap_text=True)
MIDDLE = Alignment(vertical="center", wrap_text=True)

TABS = {
    SheetGroup.OFFICE: NAVY,
    SheetGroup.MOVEMENT: "2E7D32",
    SheetGroup.PEOPLE: "B45F06",
    SheetGroup.COUNCIL: "6A1B9A",
    SheetGroup.AWARDS: "A61C00",
    SheetGroup.PAPERS: "595959",
}

_WIDTHS = {
    ColumnKind.TEXT: 22,
    ColumnKind.INTEGER: 11,
    ColumnKind.DECIMAL: 16,
    ColumnKind.DATE: 13,
    ColumnKind.MOMENT: 19,
    ColumnKind.TRUTH: 12,
}
_WIDEST_CHOICE = 34

_LINE_PT = 16.0  # Times New Roman 12
_HIGHEST_ROW_PT = 405.0  # Excel's limit is 409
_LETTERS_IN_A_WIDTH = 1.2  # letters of Times New Roman 12 for one unit of column width


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell, which must not lie inside a merged range."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"{sheet.title}: row {row}, column {column} is merged")
    return cell


def put_text(cell: Cell, text: str) -> None:
    """Fill a cell with text that stays text, whatever it begins with."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in {"=", "+", "-", "@", "'"}


def put_pieces(cell: Cell, pieces: Sequence[MarkedSpan]) -> None:
    """Fill a cell with text that is bold or italic in places."""
    cell.value = CellRichText(*map(_block, pieces))
    cell.data_type = "s"


def _block(piece: MarkedSpan) -> TextBlock | str:
    if not any(piece.look):
        return piece.text
    return TextBlock(InlineFont(rFont=FACE, sz=12, b=piece.bold, i=piece.italic), piece.text)


def put(cell: Cell, content: CellValue | None) -> None:
    """Fill a cell with a value and its number format; nothing leaves it as it is."""
    if content is None:
        return
    if content.pieces:
        put_pieces(cell, content.pieces)
    elif isinstance(content.value, str):
        put_text(cell, content.value)
    else:
        cell.value = content.value
    cell.number_format = content.pattern


def link_to(cell: Cell, sheet: str, target: str = "A1") -> None:
    """Make the cell lead to a cell of another sheet."""
    name = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!{target}")


def fit_height(sheet: Worksheet, row: int, widths: Sequence[float]) -> None:
    """Make the row high enough for its texts broken into the columns' widths (in letters)."""
    texts = (sheet.cell(row, number).value for number in range(1, len(widths) + 1))
    lines = max(
        _lines(str(text), width) if isinstance(text, (str, CellRichText)) else 1
        for text, width in zip(texts, widths, strict=True)
    )
    sheet.row_dimensions[row].height = min(lines * _LINE_PT + 3, _HIGHEST_ROW_PT)


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) / (width * _LETTERS_IN_A_WIDTH)) for line in text.split("\n"))


def set_up_page(sheet: Worksheet, *, landscape: bool) -> None:
    """A4, as wide as the paper, as long as it needs."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "&A – trang &P/&N"


def width(column: Column) -> float:
    """Width of a column in letters, wide enough for its heading broken into two lines."""
    longest_word = max(len(word) for word in column.title.split())
    return max(_own_width(column), longest_word + 4, len(column.title) / 2 + 3)


def _own_width(column: Column) -> float:
    if column.form.width is not None:
        return column.form.width
    if column.choice:
        return min(max(len(label) for label in labels(column)) + 4, _WIDEST_CHOICE)
    return _WIDTHS[column.kind]


def alignment(column: Column) -> Alignment:
    """Where a value stands in its cell: short codes and figures in the middle, words on the left."""
    is_short = column.kind in {
        ColumnKind.INTEGER,
        ColumnKind.DATE,
        ColumnKind.MOMENT,
        ColumnKind.TRUTH,
    }
    return CENTRE if is_short else TOP
