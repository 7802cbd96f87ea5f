"""Papers that fill their page, as other offices set them: what a mend does to them shows on the page alone."""

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from tests.decree.nd30_papers import (
    BOTH,
    MOTTO,
    NATIONAL,
    Sheet,
    blank_sheet,
    ending,
    line,
    put,
)
from vbgen.words.measure import text_width_mm

LETTER_MM = (215.9, 279.4)


def introduction(lines: int = 21) -> Sheet:
    """A giấy giới thiệu that fills one sheet of Letter: close lines, one paragraph a line."""
    sheet = blank_sheet()
    section = sheet.docx.sections[0]
    section.page_width, section.page_height = Mm(LETTER_MM[0]), Mm(LETTER_MM[1])
    section.top_margin = section.bottom_margin = Mm(12)
    section.left_margin = section.right_margin = Mm(20)
    _head(sheet, widths=(70, 106))
    put(sheet.docx, "GIẤY GIỚI THIỆU", bold=True, before=12)
    for number in range(lines):
        text = f"Nội dung công tác thứ {number + 1} của ông Nguyễn Văn An tại các đơn vị trong tỉnh năm nay."
        put(sheet.docx, text, align=BOTH)
    ending(sheet, recipients=("- Như trên;", "- Lưu: VT."), power=("GIÁM ĐỐC",))
    return sheet


def _head(sheet: Sheet, widths: tuple[float, float]) -> None:
    table = sheet.docx.add_table(rows=2, cols=2)
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
        for cell in table.columns[place].cells:
            cell.width = Mm(width)
    left, right = table.rows[0].cells
    put(left, "UBND TỈNH HÀ NAM", size=13)
    put(left, "SỞ CÔNG THƯƠNG", size=13, bold=True)
    line(sheet, left, text_width_mm("SỞ CÔNG THƯƠNG", size_pt=13, bold=True) * 0.4)
    sheet.named["national"] = put(right, NATIONAL, size=13, bold=True)
    put(right, MOTTO, size=14, bold=True)
    line(sheet, right, text_width_mm(MOTTO, size_pt=14, bold=True))
    put(table.rows[1].cells[0], "Số:        /GGT-SCT", size=13)
    put(table.rows[1].cells[1], "Hà Nam, ngày       tháng 3 năm 2022", size=14, italic=True)
    sheet.tables["letterhead"] = table


def narrow_head(sheet: Sheet, size: float) -> None:
    """National name in letters too small for the decree, in a cell that holds no larger ones."""
    table = sheet.tables["letterhead"]
    for place, width in enumerate((78, 88)):
        for cell in table.columns[place].cells:
            cell.width = Mm(width)
        table.columns[place].width = Mm(width)
    for run in sheet["national"].runs:
        run.font.size = Pt(size)


def hand_broken(sheet: Sheet) -> Paragraph:
    """A paragraph set to the left whose lines end by Shift+Enter."""
    paragraph = put(sheet.docx, "", align=WD_ALIGN_PARAGRAPH.LEFT, before=6, first_mm=12.7)
    for place, words in enumerate(
        ("Các đơn vị gửi báo cáo", "về Văn phòng Sở để tổng hợp,", "trình Giám đốc Sở.")
    ):
        if place:
            paragraph.runs[-1].add_break(WD_BREAK.LINE)
        paragraph.add_run(words).font.size = Pt(14)
    return paragraph
