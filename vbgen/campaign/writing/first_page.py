"""The first sheet as a clerk sees it: twelve cells, and a paper with arrows to them."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl.drawing.image import Image

import vbgen
from vbgen.campaign.cells.form_words import SINGLE_NAME, SINGLE_NOTE, SINGLE_VALUE
from vbgen.campaign.short.first_sheet import PICTURE, ROW_PX
from vbgen.campaign.topics import Column, Topic
from vbgen.campaign.writing import form_cells as look
from vbgen.campaign.writing.cell_out import cell_value, pattern
from vbgen.campaign.writing.form_cells import cell_at, put, set_up_page
from vbgen.model.field import Record

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADING, _PT_PER_PX = 3, 0.75
_WIDTHS = {"A": 5, "B": 27, "C": 46, "D": 34, "E": 2}
_OPENING = "Điền cột Giá trị. Số trong hình chỉ nơi in ra của từng ô."
_REST = (
    "Người được khen: trang “Danh sách”, mỗi người một hàng, không cần mã. "
    "Trang khác đang ẩn: bấm chuột phải vào tên trang, chọn Bỏ ẩn (Unhide)."
)


def write_first(sheet: "Worksheet", topic: Topic, record: Record | None) -> None:
    """A line for each cell, numbered as in the picture beside them."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "C9A227"
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row, text, font in ((1, _OPENING, look.SECTION), (2, _REST, look.BODY)):
        sheet.cell(row, 1, text).font = font
    for number, title in enumerate(("", SINGLE_NAME, SINGLE_VALUE, SINGLE_NOTE), 1):
        cell = cell_at(sheet, _HEADING, number)
        cell.value, cell.font, cell.fill = title or None, look.HEADING, look.REQUIRED_FILL
        cell.alignment, cell.border = look.HEADING_AT, look.GRID
    for number, column in enumerate(topic.columns, 1):
        _write_line(sheet, number, column, getattr(record, column.field) if record else None)
    _put_picture(sheet)
    sheet.freeze_panes = f"A{_HEADING + 1}"
    set_up_page(sheet, landscape=True)


def _write_line(sheet: "Worksheet", number: int, column: Column, value: object) -> None:
    row = _HEADING + number
    sheet.row_dimensions[row].height = ROW_PX * _PT_PER_PX
    mark, name, filled, how = (cell_at(sheet, row, at) for at in range(1, 5))
    mark.value, mark.font = number, look.BOLD
    name.value = f"{column.title} *" if column.required else column.title
    name.font, name.fill = look.BOLD, look.PALE_FILL
    filled.font, filled.number_format = look.BODY, pattern(column)
    put(filled, cell_value(column, value))
    how.value, how.font = column.note, look.EXAMPLE
    for cell in (mark, name, filled, how):
        cell.alignment, cell.border = look.MIDDLE, look.GRID


def _picture() -> Path:
    """Where the picture lies, in a wheel or in a checkout."""
    package = Path(vbgen.__file__).parent
    inside = package / "_shipped" / PICTURE
    return inside if inside.is_file() else package.parent / "docs" / "pictures" / PICTURE


def _put_picture(sheet: "Worksheet") -> None:
    """At the right of the cells, as high as their rows: half the pixels that it was drawn with."""
    drawn = Image(BytesIO(_picture().read_bytes()))
    drawn.width, drawn.height = drawn.width // 2, drawn.height // 2
    sheet.add_image(drawn, f"F{_HEADING + 1}")
