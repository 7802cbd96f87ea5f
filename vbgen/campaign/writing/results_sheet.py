"""The list of all problems, as the first sheet of an annotated workbook."""

from collections.abc import Sequence

import openpyxl
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from vbgen.campaign.cells.form_words import RESULTS_SHEET
from vbgen.campaign.writing import form_cells as look
from vbgen.campaign.writing.form_cells import cell_at, fit_height, link_to, put_text, set_up_page
from vbgen.errors import Problem, Severity
from vbgen.messages import _

_WIDTHS = (5, 12, 24, 24, 10, 70, 52)
_COLOURS = {Severity.ERROR: "F4B6B6", Severity.WARNING: "FFE599", Severity.NOTE: "DDEBF7"}
_FIRST_ROW = 5


def write_results(book: openpyxl.Workbook, problems: Sequence[Problem], file: str) -> None:
    """Put the list before all other sheets, in place of an earlier one; errors come first."""
    if RESULTS_SHEET in book.sheetnames:
        book.remove(book[RESULTS_SHEET])
    sheet: Worksheet = book.create_sheet(RESULTS_SHEET, 0)
    _write_head(sheet, problems, file)
    order = list(Severity)
    for number, problem in enumerate(
        sorted(problems, key=lambda each: order.index(each.severity)), 1
    ):
        _write_problem(book, sheet, number, problem)
    sheet.freeze_panes = f"A{_FIRST_ROW}"
    sheet.auto_filter.ref = f"A{_FIRST_ROW - 1}:G{max(sheet.max_row, _FIRST_ROW)}"
    sheet.print_title_rows = f"{_FIRST_ROW - 1}:{_FIRST_ROW - 1}"
    set_up_page(sheet, landscape=True)
    book.active = 0
    for each in book.worksheets:
        each.sheet_view.tabSelected = each is sheet


def _write_head(sheet: Worksheet, problems: Sequence[Problem], file: str) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "C00000"
    sheet["A1"], sheet["A2"] = _("Kết quả kiểm tra {file}", file=file), _summary(problems)
    sheet["A1"].font, sheet["A2"].font = look.TITLE, look.BODY
    sheet.row_dimensions[1].height = 28
    titles = ("#", _("Mức"), _("Tệp"), _("Trang"), _("Ô"), _("Nội dung"), _("Cách sửa"))
    for number, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True), 1):
        cell = cell_at(sheet, _FIRST_ROW - 1, number)
        cell.value, cell.font, cell.fill = title, look.HEADING, look.REQUIRED_FILL
        cell.alignment, cell.border = look.HEADING_AT, look.GRID
        sheet.column_dimensions[cell.column_letter].width = width


def _summary(problems: Sequence[Problem]) -> str:
    counts = {
        severity: sum(problem.severity is severity for problem in problems) for severity in Severity
    }
    return _(
        "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý. Bấm vào ô ở cột E để tới chỗ cần xem.",
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )


def _write_problem(
    book: openpyxl.Workbook, sheet: Worksheet, number: int, problem: Problem
) -> None:
    row, place = number + _FIRST_ROW - 1, problem.place
    where = place.cell or (_("dòng {line}", line=place.line) if place.line else "")
    count = cell_at(sheet, row, 1)
    count.value, count.font, count.alignment, count.border = (
        number,
        look.BODY,
        look.CENTRE,
        look.GRID,
    )
    values = (problem.severity.label, place.file, place.sheet, where, problem.message, problem.hint)
    for column, value in enumerate(values, 2):
        cell = cell_at(sheet, row, column)
        put_text(cell, value)
        cell.font, cell.alignment, cell.border = look.BODY, look.TOP, look.GRID
    cell_at(sheet, row, 2).fill = PatternFill("solid", start_color=_COLOURS[problem.severity])
    if place.sheet in book.sheetnames:
        link = cell_at(sheet, row, 5)
        link_to(link, place.sheet, place.cell or "A1")
        link.font = look.LINK
    fit_height(sheet, row, _WIDTHS)
