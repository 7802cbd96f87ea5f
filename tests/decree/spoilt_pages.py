"""Papers whose pages are spoilt on purpose, each with the rule that must see it."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from tests.decree.nd30_papers import (
    BOTH,
    PARAGRAPH,
    Sheet,
    blank_sheet,
    body,
    certificate,
    ending,
    letterhead,
    put,
    title,
)
from tests.decree.nd30_pictures import picture

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOX = (
    '<w:r xmlns:w="{w}"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" type="#_x0000_t202"'
    ' style="position:absolute;margin-left:{x}pt;margin-top:{y}pt;width:220pt;height:24pt;z-index:2"'
    ' stroked="f" filled="f"><v:textbox inset="0,0,0,0"><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_RULE = (
    '<w:r xmlns:w="{w}"><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml"'
    ' style="position:absolute;z-index:3" from="{x}pt,{y}pt" to="{x2}pt,{y2}pt" strokeweight="1pt"/>'
    "</w:pict></w:r>"
)


TINY = "TRƯỜNG TIỂU HỌC SỐ 1"


def started(kind: str = "BÁO CÁO", subject: str = "Kết quả phong trào thi đua năm 2022") -> Sheet:
    sheet = blank_sheet()
    letterhead(sheet, number="Số:        /BC-SCT")
    title(sheet, kind, subject)
    return sheet


def down(sheet: Sheet, millimetres: float) -> None:
    """Room down the page, as a line of that height."""
    paragraph = put(sheet.docx, "Kết quả như sau:", align=BOTH, first_mm=12.7)
    paragraph.paragraph_format.space_after = Mm(millimetres)


def loose(sheet: Sheet) -> None:
    """No paragraph holds its neighbour or its lines together."""
    for paragraph in sheet.docx.paragraphs:
        paragraph.paragraph_format.widow_control = False
        paragraph.paragraph_format.keep_with_next = False


def signed(sheet: Sheet) -> Sheet:
    ending(sheet, recipients=("- Như trên;", "- Lưu: VT."))
    return sheet


def grid(sheet: Sheet, rows: int, widths: tuple[float, ...], texts: tuple[str, ...]) -> Table:
    table: Table = sheet.docx.add_table(rows=rows, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width, text in zip(row.cells, widths, texts, strict=True):
            cell.width = Mm(width)
            put(cell, text, size=13)
    return table


def few_lines(lines: int) -> Sheet:
    sheet = started()
    down(sheet, 185)
    for _line in range(lines):
        paragraph = put(sheet.docx, "Nội dung còn lại.", align=BOTH)
        paragraph.paragraph_format.page_break_before = _line == 0
    return sheet


def signature_alone(lines: int) -> Sheet:
    sheet = started()
    down(sheet, 170)
    if lines:
        paragraph = body(sheet, "Trên đây là báo cáo của Sở./.")
        paragraph.paragraph_format.page_break_before = True
        return signed(sheet)
    body(sheet, "Trên đây là báo cáo của Sở./.")
    signed(sheet)
    for cell in sheet.tables["ending"].rows[0].cells:
        cell.paragraphs[0].paragraph_format.page_break_before = True
    return sheet


def signature_split() -> Sheet:
    sheet = started()
    down(sheet, 182)
    body(sheet, PARAGRAPH + ".")
    return signed(sheet)


def heading_at_foot(text: str, *, bold: bool = True) -> Sheet:
    sheet = started()
    down(sheet, 186)
    body(sheet, text, bold=bold)
    after = body(sheet, PARAGRAPH + ". " + PARAGRAPH + ".")
    after.paragraph_format.page_break_before = True
    body(sheet, PARAGRAPH + ".")
    return sheet


def closing_alone() -> Sheet:
    sheet = started("DANH SÁCH", "Cá nhân được đề nghị khen thưởng")
    grid(sheet, 4, (15, 80, 70), ("1", "Trần Thị Mai", "Văn phòng Sở"))
    closing = put(sheet.docx, "(Danh sách gồm 04 cá nhân)./.", align=BOTH)
    closing.paragraph_format.page_break_before = True
    return sheet


def blank_page(way: str) -> Sheet:
    sheet = started()
    body(sheet, PARAGRAPH + "./.")
    signed(sheet)
    if way == "break":
        sheet.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        sheet.docx.add_paragraph()
    elif way == "section":
        sheet.docx.add_paragraph()
        sheet.docx.add_section(WD_SECTION.NEW_PAGE)
    else:
        for _line in range(60):
            sheet.docx.add_paragraph()
    return sheet


def table_split(rows: int) -> Sheet:
    sheet = started()
    down(sheet, 198)
    grid(sheet, rows, (15, 80, 70), ("1", "Trần Thị Mai", "Văn phòng Sở"))
    for _paragraph in range(3):
        body(sheet, PARAGRAPH + ".")
    return sheet


def column_squeezed(text: str, narrow: float) -> Sheet:
    sheet = started()
    grid(sheet, 5, (15, narrow, 150 - narrow), ("1", text, "Tốt"))
    return sheet


def picture_parted(*, before: bool) -> Sheet:
    sheet = started()
    down(sheet, 165 if before else 120)
    caption = "Hình 1. Kết quả thi đua theo đơn vị"
    if before:
        put(sheet.docx, caption).paragraph_format.space_before = Mm(50)
    sheet.docx.add_paragraph().add_run().add_picture(
        picture(), Mm(120), Mm(40 if not before else 60)
    )
    if not before:
        put(sheet.docx, caption).paragraph_format.page_break_before = True
    for _paragraph in range(3):
        body(sheet, PARAGRAPH + ".")
    loose(sheet)
    return sheet


def picture_from_table() -> Sheet:
    sheet = started()
    down(sheet, 100)
    sheet.docx.add_paragraph().add_run().add_picture(picture(), Mm(120), Mm(70))
    table = grid(sheet, 3, (15, 80, 70), ("1", "Trần Thị Mai", "Văn phòng Sở"))
    table.rows[0].cells[0].paragraphs[0].paragraph_format.page_break_before = True
    for _paragraph in range(3):
        body(sheet, PARAGRAPH + ".")
    return sheet


def part_wrapped(name: str) -> Sheet:
    sheet = started()
    body(sheet, PARAGRAPH + "./.")
    signed(sheet)
    stand = sheet[name].paragraph_format
    stand.left_indent = Mm(30 if name == "signer" else 20)
    stand.right_indent = Mm({"number": 20, "signer": 30}.get(name, 55))
    return sheet


def word_over(name: str) -> Sheet:
    sheet = started(subject="Kết quả thực hiện phong trào thi đua và công tác khen thưởng năm 2022")
    body(sheet, PARAGRAPH + "./.")
    paragraph = sheet[name]
    run = paragraph.runs[0]
    words = (TINY if name == "issuer" else run.text).split()
    run.text = " ".join(words[:-1])
    run.add_break()
    run.add_text(words[-1])
    return sheet


def torn(where: str) -> Sheet:
    sheet = started()
    paragraph = body(sheet, "Các phòng đơn vị báo cáo" if where == "body" else "Đơn vị nộp hồ sơ")
    paragraph.runs[0].add_break()
    paragraph.runs[0].add_text(PARAGRAPH + ".")
    return sheet


def overlap(y: int) -> Sheet:
    sheet = started()
    paragraph = body(sheet, PARAGRAPH + ".")
    box = _BOX.format(w=_W, x=60, y=y, text="Chữ của hộp văn bản nằm trên đoạn này")
    paragraph._p.append(parse_xml(box))
    return sheet


def crossed(way: str) -> Sheet:
    sheet = started()
    paragraph = body(sheet, PARAGRAPH + ".")
    at = {"level": (0, 16, 460, 16), "upright": (150, 6, 150, 60)}[way]
    drawn = _RULE.format(w=_W, x=at[0], y=at[1], x2=at[2], y2=at[3])
    paragraph._p.append(parse_xml(drawn))
    return sheet


def beyond(way: str) -> Sheet:
    sheet = started()
    paragraph = body(sheet, PARAGRAPH + ".")
    paragraph.paragraph_format.left_indent = Mm(-60 if way == "left" else 20)
    paragraph.paragraph_format.first_line_indent = Mm(0)
    if way == "right":
        paragraph.paragraph_format.right_indent = Mm(-60)
    return sheet


def uneven(points: int) -> Sheet:
    """Two certificates, the second one lower."""
    sheet = certificate()
    area = sheet.docx.element.body
    first = [deepcopy(each) for each in area if each.tag != qn("w:sectPr")]
    sheet.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    gap = sheet.docx.add_paragraph()
    gap.paragraph_format.line_spacing = Pt(points)
    for each in first:
        area.insert(len(area) - 1, each)
    return sheet


def order_at_foot() -> Sheet:
    sheet = started("QUYẾT ĐỊNH", "Về việc tặng Giấy khen")
    down(sheet, 180)
    put(sheet.docx, "QUYẾT ĐỊNH:", bold=True)
    after = body(sheet, "Điều 1. " + PARAGRAPH + ".")
    after.paragraph_format.page_break_before = True
    body(sheet, "Điều 2. " + PARAGRAPH + ".")
    return sheet


SPOILT: dict[str, tuple[str, Callable[[], Sheet]]] = {
    "one line": ("layout.few-lines", lambda: few_lines(1)),
    "two lines": ("layout.few-lines", lambda: few_lines(2)),
    "signature alone": ("layout.signature-alone", lambda: signature_alone(0)),
    "signature under one line": ("layout.signature-alone", lambda: signature_alone(1)),
    "signature split": ("layout.signature-split", signature_split),
    "part at the foot": ("layout.heading-at-foot", lambda: heading_at_foot("I. KẾT QUẢ THI ĐUA")),
    "clause at the foot": (
        "layout.heading-at-foot",
        lambda: heading_at_foot("1. Công tác tuyên truyền"),
    ),
    "article at the foot": ("layout.heading-at-foot", lambda: heading_at_foot("Điều 1. Phạm vi")),
    "chapter at the foot": ("layout.heading-at-foot", lambda: heading_at_foot("Chương I")),
    "bold words at the foot": (
        "layout.heading-at-foot",
        lambda: heading_at_foot("Tổ chức thực hiện"),
    ),
    "order at the foot": ("layout.heading-at-foot", order_at_foot),
    "closing alone": ("layout.closing-alone", closing_alone),
    "page break at the end": ("layout.blank-page", lambda: blank_page("break")),
    "section at the end": ("layout.blank-page", lambda: blank_page("section")),
    "blank lines at the end": ("layout.blank-page", lambda: blank_page("lines")),
    "table of four rows": ("layout.table-split", lambda: table_split(4)),
    "table of five rows": ("layout.table-split", lambda: table_split(5)),
    "table of six rows": ("layout.table-split", lambda: table_split(6)),
    "narrow merit": (
        "layout.column-squeezed",
        lambda: column_squeezed("Hoàn thành xuất sắc nhiệm vụ được giao năm 2022", 22),
    ),
    "narrow unit": (
        "layout.column-squeezed",
        lambda: column_squeezed("Phòng Kế hoạch - Tài chính - Tổng hợp", 20),
    ),
    "narrow name": (
        "layout.column-squeezed",
        lambda: column_squeezed("Tôn Nữ Hoàng Thị Phương Thảo Nguyên", 20),
    ),
    "picture before its caption": ("layout.picture-parted", lambda: picture_parted(before=False)),
    "picture after its caption": ("layout.picture-parted", lambda: picture_parted(before=True)),
    "picture before its table": ("layout.picture-parted", picture_from_table),
    **{
        f"{name} wrapped": ("layout.part-wrapped", partial(part_wrapped, name))
        for name in ("national", "motto", "date", "number", "signer")
    },
    **{
        f"word over in {name}": ("layout.word-over", partial(word_over, name))
        for name in ("subject", "issuer", "governing")
    },
    "torn line": ("layout.torn", lambda: torn("body")),
    "torn short line": ("layout.torn", lambda: torn("short")),
    "box over words": ("layout.overlap", lambda: overlap(8)),
    "box over more words": ("layout.overlap", lambda: overlap(26)),
    "level line through words": ("layout.over-frame", lambda: crossed("level")),
    "upright line through words": ("layout.over-frame", lambda: crossed("upright")),
    "beyond the left": ("layout.beyond-sheet", lambda: beyond("left")),
    "beyond the right": ("layout.beyond-sheet", lambda: beyond("right")),
    "certificates uneven": ("layout.uneven", lambda: uneven(12)),
    "certificates far apart": ("layout.uneven", lambda: uneven(40)),
}
