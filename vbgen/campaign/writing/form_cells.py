"""Cells and pages of openpyxl, filled the same way everywhere."""

from collections.abc import Sequence

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from vbgen.campaign.writing.cell_out import CellValue

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


def put(cell: Cell, content: CellValue | None) -> None:
    """Fill a cell with a value and its number format; nothing leaves it as it is."""
    if content is None:
        return
    if isinstance(content.value, str):
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
        _lines(text, width) if isinstance(text, str) else 1
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
