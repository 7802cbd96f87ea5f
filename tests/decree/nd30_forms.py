"""The decree's own forms (Phụ lục III), rebuilt by a program in the measures of the official Word files.

Their lines are superscript underscores, their notes superscript figures, their gaps dots: the look that clerks copy.
"""

from collections.abc import Callable

from docx.document import Document as DocxDocument
from docx.shared import Pt, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.decree.nd30_papers import BOTH, LEFT, MOTTO, NATIONAL, Sheet, blank_sheet, put

_DOTS = "." * 120


def marked(paragraph: Paragraph, note: str) -> Paragraph:
    run = paragraph.add_run(note)
    run.font.superscript = True
    run.font.size = Pt(13)
    return paragraph


def underscores(where: DocxDocument | _Cell, count: int, size: float = 14) -> None:
    paragraph = put(where, "_" * count, size=size)
    paragraph.runs[0].font.superscript = True


def letterhead(
    sheet: Sheet, number: str, *, dated: bool = True, national: float = 13, subject: bool = False
) -> None:
    table = sheet.docx.add_table(rows=1, cols=2)
    table.autofit = False
    for place, width in enumerate((3829, 5670)):
        table.columns[place].width = Twips(width)
        table.rows[0].cells[place].width = Twips(width)
    left, right = table.rows[0].cells
    marked(put(left, "TÊN CQ, TC CHỦ QUẢN", size=13), "1")
    marked(put(left, "TÊN CƠ QUAN, TỔ CHỨC", size=13, bold=True), "2")
    underscores(left, 17, 13)
    put(left, number, size=13)
    if subject:
        marked(put(left, "V/v …...… ………..", size=12, before=6), "6")
    put(right, NATIONAL, size=national, bold=True)
    put(right, MOTTO, size=14, bold=True)
    underscores(right, 41)
    if dated:
        put(right, "……., ngày …… tháng …… năm ……", size=14, italic=True)


def title(sheet: Sheet, kind: str, subject: str = "") -> None:
    put(sheet.docx, kind, bold=True, before=18)
    if subject:
        put(sheet.docx, subject, bold=True)
    underscores(sheet.docx, 13)


def dots(sheet: Sheet, text: str = "", end: str = "", *, italic: bool = False) -> None:
    put(sheet.docx, text + _DOTS + end, align=LEFT, before=6, first_mm=10, italic=italic)


def ending(sheet: Sheet, recipients: tuple[str, ...]) -> None:
    table = sheet.docx.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    put(left, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    for text in recipients:
        put(left, text, size=11, align=LEFT)
    put(right, "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", bold=True)
    put(right, "(Chữ ký của người có thẩm quyền,", italic=True, before=12)
    put(right, "dấu/chữ ký số của cơ quan, tổ chức)", italic=True)
    put(right, "Họ và tên", bold=True, before=24)


def resolution() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số:         /NQ-… ...")
    title(sheet, "NGHỊ QUYẾT", "………................. .................................")
    put(sheet.docx, "THẨM QUYỀN BAN HÀNH", bold=True, before=12)
    dots(sheet, "Căn cứ ", ";", italic=True)
    dots(sheet, "Căn cứ ", ";", italic=True)
    dots(sheet)
    put(sheet.docx, "QUYẾT NGHỊ:", bold=True)
    dots(sheet)
    dots(sheet, end="/.")
    ending(sheet, ("- Như Điều.....;", "- ................;", "- Lưu: VT, .... …."))
    return sheet


def decision() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số:         /QĐ-… ...")
    title(sheet, "QUYẾT ĐỊNH", "Về việc .....................................................")
    marked(put(sheet.docx, "THẨM QUYỀN BAN HÀNH", bold=True, before=12), "6")
    dots(sheet, "Căn cứ ", ";", italic=True)
    dots(sheet, "Căn cứ ", ";", italic=True)
    dots(sheet, "Theo đề nghị của ", " .", italic=True)
    put(sheet.docx, "QUYẾT ĐỊNH:", bold=True)
    for head in ("Điều 1.", "Điều …."):
        paragraph = put(sheet.docx, head, bold=True, align=LEFT, before=6, first_mm=10)
        paragraph.add_run(_DOTS).font.size = Pt(14)
    dots(sheet, end="/.")
    ending(sheet, ("- Như Điều....;", "- ................;", "- Lưu: VT, .... …."))
    return sheet


def named() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số:        /… ...-... ...")
    title(sheet, "TÊN LOẠI VĂN BẢN", "......... ........")
    dots(sheet)
    dots(sheet, end="/.")
    ending(sheet, ("- ...............;", "- ................;", "- Lưu: VT, .... …."))
    return sheet


def letter() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số:          /... ...-... ...", subject=True)
    put(sheet.docx, "Kính gửi:", align=LEFT, left_mm=35, before=18)
    put(sheet.docx, "- ……………………….......…………;", align=LEFT, left_mm=45)
    put(sheet.docx, "- …………………………......………..", align=LEFT, left_mm=45)
    dots(sheet)
    dots(sheet, end="/.")
    ending(sheet, ("- Như trên;", "- ................;", "- Lưu: VT, .... …."))
    put(sheet.docx, "…………………….............................. ...............", size=11)
    return sheet


def telegram() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số: …../CĐ-… …")
    title(sheet, "CÔNG ĐIỆN", "….. ..….")
    put(sheet.docx, "…………….……………… điện:", before=12)
    put(sheet.docx, "- ………………………………;")
    put(sheet.docx, "- ………………………………….")
    dots(sheet)
    dots(sheet, end="/.")
    ending(sheet, ("- ………;", "- ………;", "- Lưu: VT, …. …."))
    return sheet


def invitation() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số: …. /GM-… …")
    title(sheet, "GIẤY MỜI", "................ ...............")
    for text in (
        "……… ………… trân trọng kính mời: …...…… ….............……….....",
        "Tới dự ..........................................",
        "Chủ trì: ………………………..………………………….……………….",
        "Thời gian:…….......... …………………………………………………….",
        "Địa điểm: ……………………...............………………………………….",
    ):
        put(sheet.docx, text, align=BOTH, before=6, first_mm=10)
    dots(sheet, end=" ./.")
    ending(sheet, ("- ………;", "- ………;", "- Lưu: VT, …. …."))
    return sheet


def introduction() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số: … /GGT-… …")
    title(sheet, "GIẤY GIỚI THIỆU")
    put(sheet.docx, "……………………… trân trọng giới thiệu:", before=12)
    for text in (
        "Ông (bà) …………………………………………………………………….",
        "Chức vụ: ...................................................",
        "Được cử đến: ….………………….…………….........…………………….",
        "Về việc: ………………………………..…………… ……………………",
    ):
        put(sheet.docx, text, align=BOTH, before=6, first_mm=10)
    put(
        sheet.docx,
        "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
        align=BOTH,
        before=6,
        first_mm=10,
    )
    put(
        sheet.docx,
        "Giấy này có giá trị đến hết ngày ………................………………….…../.",
        align=BOTH,
        before=6,
        first_mm=10,
    )
    ending(sheet, ("- Như trên;", "- Lưu: VT."))
    return sheet


def minutes() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số: … /BB-… …", dated=False)
    title(sheet, "BIÊN BẢN", "……………… ……………..")
    for text in (
        "Thời gian bắt đầu: ……...................................................…………………",
        "Địa điểm: ……………………...............................................…………….",
        "Thành phần tham dự: ……………........................………………………..",
        "Chủ trì (chủ toạ): ........................................................................................",
        "Thư ký (người ghi biên bản): .....................................................................",
        "Nội dung (theo diễn biến cuộc họp/hội nghị/hội thảo):",
        "Cuộc họp (hội nghị, hội thảo) kết thúc vào …. giờ …., ngày …. tháng …. năm …../.",
    ):
        put(sheet.docx, text, align=BOTH, before=6, first_mm=10)
    table = sheet.docx.add_table(rows=1, cols=2)
    for cell, power in zip(table.rows[0].cells, ("THƯ KÝ", "CHỦ TOẠ"), strict=True):
        put(cell, power, bold=True)
        put(cell, "(Chữ ký)", italic=True, before=12)
        put(cell, "Họ và tên", bold=True, before=24)
    put(sheet.docx, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    put(sheet.docx, "- ……… ;", size=11, align=LEFT)
    put(sheet.docx, "- Lưu: VT, Hồ sơ.", size=11, align=LEFT)
    return sheet


def leave() -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, "Số: … /GNP-… …")
    title(sheet, "GIẤY NGHỈ PHÉP")
    for text in (
        "Xét Đơn đề nghị nghỉ phép ngày …………….. của ông (bà) ……………………………………………… cấp cho:",
        "Ông (bà): ………………………………………….............……………..",
        "Được nghỉ phép trong thời gian……… kể từ ngày ……….. đến hết ngày …………… tại …………………..",
        "Số ngày nghỉ phép nêu trên được tính vào thời gian……… ./.",
    ):
        put(sheet.docx, text, align=BOTH, before=6, first_mm=10)
    ending(sheet, ("- ………….;", "- Lưu: VT,……."))
    return sheet


def attached() -> Sheet:
    sheet = blank_sheet()
    table = sheet.docx.add_table(rows=1, cols=2)
    table.autofit = False
    for place, width in enumerate((3829, 5670)):
        table.columns[place].width = Twips(width)
        table.rows[0].cells[place].width = Twips(width)
    left, right = table.rows[0].cells
    put(left, "TÊN CQ, TC CHỦ QUẢN", size=13)
    put(left, "TÊN CƠ QUAN, TỔ CHỨC", size=13, bold=True)
    underscores(left, 17, 13)
    put(right, NATIONAL, size=13, bold=True)
    put(right, MOTTO, size=14, bold=True)
    underscores(right, 41)
    title(sheet, "TÊN LOẠI VĂN BẢN", "................... ...................")
    put(sheet.docx, "(Kèm theo Quyết định số … /QĐ- … ngày … tháng … năm … của…)", italic=True)
    put(sheet.docx, "Điều 1." + _DOTS, bold=True, align=LEFT, before=6, first_mm=10)
    dots(sheet, end="/.")
    return sheet


def appendix() -> Sheet:
    sheet = blank_sheet()
    marked(put(sheet.docx, "Phụ lục …", bold=True), "1")
    put(sheet.docx, "……… ……….", bold=True)
    put(sheet.docx, "(Kèm theo Văn bản số…….. ngày… tháng… năm … của ……...)", italic=True)
    underscores(sheet.docx, 13)
    dots(sheet)
    dots(sheet, end="/.")
    return sheet


def electronic_appendix() -> Sheet:
    sheet = appendix()
    stamp = sheet.docx.paragraphs[0].insert_paragraph_before(
        "Số: ……; ngày/tháng/năm; giờ: phút: giây"
    )
    stamp.runs[0].font.size = Pt(10)
    return sheet


FORMS: dict[str, Callable[[], Sheet]] = {
    "1.1 nghị quyết": resolution,
    "1.2 quyết định": decision,
    "1.3 văn bản kèm theo quyết định": attached,
    "1.4 văn bản có tên loại": named,
    "1.5 công văn": letter,
    "1.6 công điện": telegram,
    "1.7 giấy mời": invitation,
    "1.8 giấy giới thiệu": introduction,
    "1.9 biên bản": minutes,
    "1.10 giấy nghỉ phép": leave,
    "2.1 phụ lục giấy": appendix,
    "2.2 phụ lục điện tử": electronic_appendix,
}
