"""The first sheet of the Excel form: how to fill it, and what each sheet is for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.styles import Font

from vbgen.campaign.cells.form_words import GUIDE_SHEET
from vbgen.campaign.cells.markers import EXAMPLE, LEFT_EMPTY
from vbgen.campaign.topics import Topic
from vbgen.campaign.writing import form_cells as look
from vbgen.campaign.writing.form_cells import cell_at, link_to, set_up_page

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_RULES = (
    "Mỗi trang là một chủ đề. Hàng đầu là tiêu đề: giữ nguyên chữ; đổi thứ tự cột hay thêm cột riêng vẫn được.",
    "Tiêu đề nền đậm có dấu * là bắt buộc; nền nhạt có thể để trống. Rê chuột lên tiêu đề để xem cách ghi.",
    f"Hàng chữ nghiêng xám mở đầu bằng “{EXAMPLE}” là ví dụ, chương trình bỏ qua; có thể xóa.",
    "Ô có mũi tên thả xuống thì chọn trong danh sách. Không có ô nào bị khóa.",
    "Ngày ghi dd/mm/yyyy. Số thập phân theo cách viết Việt Nam: 35.981,0. Có/không: chọn Có hoặc Không.",
    f"Ô để trống nhận giá trị mặc định; muốn thật sự không có chữ nào thì ghi “{LEFT_EMPTY}”.",
    "Có thể dán dữ liệu từ tệp khác, kể cả phông .VnTime, VNI: chương trình tự chuyển và báo từng ô đã chuyển.",
)
_THEN_CHECK = (
    "Điền xong, lưu tệp rồi kiểm tra dữ liệu để xem mọi lỗi cùng lúc, mỗi lỗi kèm trang và ô."
)
_THEN_SEND = (
    "Điền xong, lưu tệp rồi gửi lại cơ quan tổ chức phong trào, giữ nguyên dạng .xlsx;"
    " cơ quan sẽ kiểm tra và báo lại từng ô cần sửa."
)


def write_guide(book: "Workbook", topics: Sequence[Topic], title: str) -> None:
    """Put the guide before all other sheets."""
    sheet = book.create_sheet(GUIDE_SHEET, 0)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "C9A227"
    for letter, width in zip("ABC", (6, 30, 84), strict=True):
        sheet.column_dimensions[letter].width = width
    _line(sheet, 1, title, look.TITLE)
    sheet.row_dimensions[1].height = 30
    is_units_own = all(each.sheet.from_units for each in topics)
    row = _write_rules(sheet, 3, (*_RULES, _THEN_SEND if is_units_own else _THEN_CHECK))
    _write_contents(sheet, row + 1, topics)
    set_up_page(sheet, landscape=False)


def _write_rules(sheet: "Worksheet", row: int, rules: Sequence[str]) -> int:
    _line(sheet, row, "Cách điền", look.SECTION)
    for number, rule in enumerate(rules, 1):
        row += 1
        mark = sheet.cell(row, 1, number)
        mark.font, mark.alignment = look.BOLD, look.HEADING_AT
        _line(sheet, row, rule, look.BODY, column=2)
        sheet.row_dimensions[row].height = 22
    return row + 1


def _write_contents(sheet: "Worksheet", row: int, topics: Sequence[Topic]) -> None:
    _line(sheet, row, "Các trang", look.SECTION)
    for number, each in enumerate(topics, 1):
        row += 1
        mark, name, purpose = (cell_at(sheet, row, column) for column in (1, 2, 3))
        mark.value, mark.font, mark.alignment = number, look.BODY, look.CENTRE
        name.value = each.title
        link_to(name, each.title)
        name.font = look.LINK
        purpose.value, purpose.font, purpose.alignment = (
            each.purpose,
            look.BODY,
            look.TOP,
        )
        for cell in (mark, name, purpose):
            cell.border = look.GRID


def _line(sheet: "Worksheet", row: int, text: str, font: Font, *, column: int = 1) -> None:
    cell = sheet.cell(row, column, text)
    cell.font, cell.alignment = font, look.MIDDLE
    sheet.merge_cells(start_row=row, start_column=column, end_row=row, end_column=3)
