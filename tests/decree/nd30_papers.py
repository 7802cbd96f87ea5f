"""Good papers, built with python-docx as a careful clerk would set them; tests seed faults into them."""

from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypedDict, Unpack

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from vbgen.words.measure import rule_line_mm, text_width_mm, wrap

CENTER, LEFT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_LINE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing>'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{width}" cy="0"/><wp:docPr id="{identity}" name="line {identity}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvCnPr/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


class Head(TypedDict, total=False):
    """What a letterhead may be given otherwise."""

    governing: str
    issuer: str
    number: str
    day: str
    subject: str
    small: bool


@dataclass
class Sheet:
    """A paper in the making, with the paragraphs that tests reach for by name."""

    docx: DocxDocument
    named: dict[str, Paragraph] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    drawn: int = 0

    def bytes(self) -> bytes:
        out = BytesIO()
        self.docx.save(out)
        return out.getvalue()

    def __getitem__(self, name: str) -> Paragraph:
        return self.named[name]


def cut(element: _Element | None) -> None:
    """Take an element out of its parent."""
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def blank_sheet() -> Sheet:
    docx = Document()
    style = docx.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), "Times New Roman")
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    section = docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    sheet = Sheet(docx)
    page_number(sheet, section.header.paragraphs[0], "page number")
    docx.element.body.remove(docx.paragraphs[0]._p) if docx.paragraphs else None
    return sheet


def page_number(sheet: Sheet, paragraph: Paragraph, name: str) -> None:
    paragraph.style = sheet.docx.styles["Normal"]
    paragraph.alignment = CENTER
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(14)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
    sheet.named[name] = paragraph


def put(  # noqa: PLR0913 - every look of a paragraph by its name
    where: DocxDocument | _Cell,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = CENTER,
    before: float = 0,
    after: float = 0,
    first_mm: float = 0,
    left_mm: float = 0,
) -> Paragraph:
    free = isinstance(where, _Cell) and len(where.paragraphs) == 1 and not where.paragraphs[0].runs
    paragraph = where.paragraphs[0] if free else where.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
    stand = paragraph.paragraph_format
    stand.alignment, stand.space_before, stand.space_after = align, Pt(before), Pt(after)
    if first_mm:
        stand.first_line_indent = Mm(first_mm)
    if left_mm:
        stand.left_indent = Mm(left_mm)
    return paragraph


def line(sheet: Sheet, where: DocxDocument | _Cell, width_mm: float) -> Paragraph:
    sheet.drawn += 1
    paragraph = where.add_paragraph()
    paragraph.alignment = CENTER
    paragraph.paragraph_format.line_spacing = Pt(4)
    paragraph._p.append(parse_xml(_LINE.format(width=int(width_mm * 36000), identity=sheet.drawn)))
    return paragraph


def letterhead(  # noqa: PLR0913 - one letterhead in all its forms
    sheet: Sheet,
    *,
    governing: str = "UBND TỈNH HÀ NAM",
    issuer: str = "SỞ CÔNG THƯƠNG",
    number: str = "Số:        /SCT-VP",
    day: str = "Hà Nam, ngày       tháng 3 năm 2022",
    subject: str = "",
    small: bool = False,
) -> None:
    table = sheet.docx.add_table(rows=2, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    low_left, low_right = table.rows[1].cells
    for place, width in enumerate((62, 103)):
        table.columns[place].width = Mm(width)
        for cell in table.columns[place].cells:
            cell.width = Mm(width)
    size = 12 if small else 13
    if governing:
        sheet.named["governing"] = put(left, governing, size=size)
    sheet.named["issuer"] = put(left, issuer, size=size, bold=True)
    last = wrap(issuer, 58, size_pt=size, bold=True)[-1]
    sheet.named["issuer line"] = line(
        sheet, left, rule_line_mm(text_width_mm(last, size_pt=size, bold=True))
    )
    sheet.named["national"] = put(right, NATIONAL, size=size, bold=True)
    sheet.named["motto"] = put(right, MOTTO, size=size + 1, bold=True)
    sheet.named["motto line"] = line(
        sheet, right, text_width_mm(MOTTO, size_pt=size + 1, bold=True)
    )
    if number:
        sheet.named["number"] = put(low_left, number, size=13)
    if subject:
        sheet.named["letter subject"] = put(low_left, subject, size=12, before=6)
    if day:
        sheet.named["date"] = put(low_right, day, size=size + 1, italic=True)
    sheet.tables["letterhead"] = table


def title(sheet: Sheet, kind: str, subject: str) -> None:
    sheet.named["type"] = put(sheet.docx, kind, bold=True, before=12)
    if subject:
        sheet.named["subject"] = put(sheet.docx, subject, bold=True)
        width = text_width_mm(subject, size_pt=14, bold=True)
        sheet.named["subject line"] = line(sheet, sheet.docx, rule_line_mm(min(width, 160)))


def body(
    sheet: Sheet, text: str, name: str = "", *, bold: bool = False, italic: bool = False
) -> Paragraph:
    paragraph = put(sheet.docx, text, bold=bold, italic=italic, align=BOTH, before=6, first_mm=12.7)
    if name:
        sheet.named[name] = paragraph
    return paragraph


def article(sheet: Sheet, head: str, text: str, name: str) -> None:
    paragraph = body(sheet, head, name, bold=True)
    run = paragraph.add_run(text)
    run.font.size = Pt(14)


def ending(
    sheet: Sheet,
    *,
    recipients: tuple[str, ...],
    power: tuple[str, ...] = ("GIÁM ĐỐC",),
    signer: str = "Lê Nguyên Ngọc",
) -> None:
    table = sheet.docx.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    sheet.named["recipients"] = put(left, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    for place, text in enumerate(recipients):
        sheet.named[f"recipient {place}"] = put(left, text, size=11, align=LEFT)
    sheet.named["last recipient"] = left.paragraphs[-1]
    for place, text in enumerate(power):
        sheet.named[f"power {place}"] = put(right, text, bold=True)
    for _gap in range(4):
        right.add_paragraph().alignment = CENTER
    sheet.named["signer"] = put(right, signer, bold=True)
    sheet.tables["ending"] = table


def annex(
    sheet: Sheet,
    heads: tuple[str, ...],
    reference: str,
    *,
    landscape: bool = False,
    name: str = "annex",
) -> None:
    section = sheet.docx.add_section(WD_SECTION.NEW_PAGE)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    old = section._sectPr.find(qn("w:pgNumType"))
    if old is not None:
        section._sectPr.remove(old)
    section._sectPr.append(numbers)
    for place, text in enumerate(heads):
        sheet.named[f"{name} {place}"] = put(sheet.docx, text, bold=True)
    sheet.named[f"{name} reference"] = put(sheet.docx, reference, italic=True)
    sheet.named[f"{name} line"] = line(sheet, sheet.docx, 30)
    rows = sheet.docx.add_table(rows=4, cols=3, style="Table Grid")
    for row_place, row in enumerate(rows.rows):
        for cell, text in zip(
            row.cells,
            ("STT", "Họ và tên", "Đơn vị")
            if not row_place
            else (str(row_place), "Trần Thị Mai", "Văn phòng Sở"),
            strict=True,
        ):
            put(cell, text, size=13, bold=not row_place)
    sheet.tables[name] = rows


PARAGRAPH = (
    "Phát huy những thành tích đã đạt được trong phong trào thi đua năm 2021, Sở Công Thương phát động phong trào "
    "thi đua năm 2022 tới toàn thể công chức, viên chức và người lao động trong toàn ngành"
)


def letter(**options: Unpack[Head]) -> Sheet:
    """A công văn to two addressees."""
    sheet = blank_sheet()
    given: Head = {"subject": "V/v phát động phong trào thi đua năm 2022", **options}
    letterhead(sheet, **given)
    sheet.named["addressees"] = put(sheet.docx, "Kính gửi:", align=LEFT, left_mm=35, before=12)
    sheet.named["addressee 0"] = put(
        sheet.docx, "- Các phòng chuyên môn thuộc Sở;", align=LEFT, left_mm=53
    )
    sheet.named["addressee 1"] = put(
        sheet.docx, "- Các đơn vị trực thuộc Sở.", align=LEFT, left_mm=53
    )
    body(sheet, PARAGRAPH + ". Trong đó tập trung thực hiện tốt các nhiệm vụ sau:", "opening")
    body(sheet, "I. NỘI DUNG PHONG TRÀO THI ĐUA", "heading 1", bold=True)
    body(sheet, "1. " + PARAGRAPH + ".", "clause 1")
    body(
        sheet, "2. Các phòng, đơn vị chủ động tổ chức phong trào với các nội dung sau:", "clause 2"
    )
    for place, (letter_, text) in enumerate(
        zip(
            "abcdđe",
            (
                "Tuyên truyền sâu rộng;",
                "Phát hiện điển hình;",
                "Khen thưởng kịp thời;",
                "Báo cáo đúng hạn;",
                "Kiểm tra thường xuyên;",
                "Sơ kết từng đợt.",
            ),
            strict=True,
        )
    ):
        body(sheet, f"{letter_}) {text}", f"point {place}")
    body(sheet, "II. TỔ CHỨC THỰC HIỆN", "heading 2", bold=True)
    body(sheet, "- Văn phòng Sở theo dõi, đôn đốc việc thực hiện;", "item 0")
    body(sheet, "- Các phòng, đơn vị báo cáo kết quả trước ngày 30 tháng 11 năm 2022.", "item 1")
    body(
        sheet,
        "Trên đây là nội dung phát động thi đua năm 2022, đề nghị Thủ trưởng các đơn vị triển khai thực hiện./.",
        "last",
    )
    ending(sheet, recipients=("- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, VP."))
    return sheet


def decision(**options: Unpack[Head]) -> Sheet:
    """A quyết định with grounds, articles and an appendix."""
    sheet = blank_sheet()
    given: Head = {"number": "Số:        /QĐ-SCT", **options}
    letterhead(sheet, **given)
    title(sheet, "QUYẾT ĐỊNH", "Về việc tặng Giấy khen năm 2022")
    sheet.named["authority"] = put(sheet.docx, "GIÁM ĐỐC SỞ CÔNG THƯƠNG", bold=True, before=12)
    body(
        sheet, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "ground 0", italic=True
    )
    body(
        sheet,
        "Căn cứ Quyết định số 12/2021/QĐ-UBND ngày 05 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Hà Nam "
        "quy định chức năng, nhiệm vụ của Sở Công Thương;",
        "ground 1",
        italic=True,
    )
    body(sheet, "Theo đề nghị của Hội đồng Thi đua - Khen thưởng Sở.", "ground 2", italic=True)
    sheet.named["order"] = put(sheet.docx, "QUYẾT ĐỊNH:", bold=True, before=6)
    article(
        sheet,
        "Điều 1.",
        " Tặng Giấy khen cho 05 tập thể và 04 cá nhân đã có thành tích xuất sắc trong phong trào thi đua năm 2022 "
        "(có danh sách kèm theo).",
        "article 1",
    )
    article(
        sheet,
        "Điều 2.",
        " Mức tiền thưởng thực hiện theo quy định tại điểm a khoản 2 Điều 24 của Nghị định số 91/2017/NĐ-CP.",
        "article 2",
    )
    article(
        sheet,
        "Điều 3.",
        " Chánh Văn phòng Sở, Trưởng các phòng và các tập thể, cá nhân có tên trên "
        "chịu trách nhiệm thi hành Quyết định này./.",
        "article 3",
    )
    ending(
        sheet,
        recipients=("- Như Điều 3;", "- Lãnh đạo Sở;", "- Lưu: VT, VP."),
        power=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    )
    annex(
        sheet,
        ("DANH SÁCH", "Tập thể, cá nhân được tặng Giấy khen năm 2022"),
        "(Kèm theo Quyết định số        /QĐ-SCT ngày       tháng       năm 2022 của Giám đốc Sở Công Thương)",
    )
    return sheet


def proposal(**options: Unpack[Head]) -> Sheet:
    """A tờ trình to one superior, with a landscape list."""
    sheet = blank_sheet()
    given: Head = {
        "number": "Số: 05/TTr-SCT",
        "day": "Hà Nam, ngày 05 tháng 01 năm 2023",
        "small": True,
        **options,
    }
    letterhead(sheet, **given)
    title(sheet, "TỜ TRÌNH", "Về việc đề nghị tặng Bằng khen năm 2022")
    sheet.named["addressees"] = put(sheet.docx, "Kính gửi: Ủy ban nhân dân tỉnh Hà Nam", before=12)
    body(
        sheet, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "ground 0", italic=True
    )
    body(
        sheet,
        "Căn cứ kết quả họp Hội đồng Thi đua - Khen thưởng Sở ngày 03 tháng 01 năm 2023.",
        "ground 1",
        italic=True,
    )
    body(
        sheet,
        PARAGRAPH
        + ". Sở Công Thương kính đề nghị Ủy ban nhân dân tỉnh xem xét, tặng Bằng khen cho các tập thể, cá nhân "
        "có thành tích (có danh sách kèm theo)./.",
        "last",
    )
    ending(
        sheet,
        recipients=("- Như trên;", "- Ban Thi đua - Khen thưởng tỉnh;", "- Lưu: VT, VP."),
        power=("GIÁM ĐỐC",),
    )
    annex(
        sheet,
        ("DANH SÁCH",),
        "(Kèm theo Tờ trình số 05/TTr-SCT ngày 05 tháng 01 năm 2023 của Sở Công Thương)",
        landscape=True,
    )
    return sheet


def report(**options: Unpack[Head]) -> Sheet:
    """A báo cáo with parts and chapters' cousins: phần, mục La Mã, and two appendices."""
    sheet = blank_sheet()
    given: Head = {"number": "Số: 15/BC-SCT", "day": "Hà Nam, ngày 15 tháng 7 năm 2022", **options}
    letterhead(sheet, **given)
    title(sheet, "BÁO CÁO", "Sơ kết phong trào thi đua đợt 1 năm 2022")
    for number, name in (("I", "KẾT QUẢ THỰC HIỆN"), ("II", "NHIỆM VỤ THỜI GIAN TỚI")):
        sheet.named[f"part {number}"] = put(sheet.docx, f"Phần {number}", bold=True, before=6)
        sheet.named[f"part title {number}"] = put(sheet.docx, name, bold=True)
        body(sheet, "1. " + PARAGRAPH + ".", f"clause {number}.1")
        body(
            sheet, "2. " + PARAGRAPH + " (chi tiết tại các phụ lục kèm theo).", f"clause {number}.2"
        )
    body(
        sheet,
        "Trên đây là báo cáo sơ kết phong trào thi đua đợt 1 năm 2022 của Sở Công Thương./.",
        "last",
    )
    ending(
        sheet,
        recipients=("- UBND tỉnh;", "- Ban Thi đua - Khen thưởng tỉnh;", "- Lưu: VT, VP."),
        power=("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
    )
    reference = "(Kèm theo Báo cáo số 15/BC-SCT ngày 15 tháng 7 năm 2022 của Sở Công Thương)"
    annex(sheet, ("Phụ lục I", "KẾT QUẢ CHỈ TIÊU"), reference, name="annex I")
    annex(sheet, ("Phụ lục II", "DANH SÁCH ĐIỂN HÌNH"), reference, name="annex II")
    return sheet


def minutes(**options: Unpack[Head]) -> Sheet:
    """A biên bản with two signers, recipients below, and an annex."""
    sheet = blank_sheet()
    given: Head = {
        "number": "Số: 02/BB-HĐTĐKT",
        "day": "",
        "governing": "SỞ CÔNG THƯƠNG",
        "issuer": "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
        **options,
    }
    letterhead(sheet, **given)
    title(sheet, "BIÊN BẢN", "Họp xét khen thưởng năm 2022")
    body(sheet, "Thời gian bắt đầu: 08 giờ 00, ngày 03 tháng 01 năm 2023.", "start")
    body(sheet, "Địa điểm: Phòng họp số 1, Sở Công Thương.", "place")
    body(sheet, "Thành phần tham dự: Các thành viên Hội đồng (có danh sách kèm theo).", "present")
    body(sheet, "Chủ trì: Ông Lê Nguyên Ngọc, Chủ tịch Hội đồng.", "chair")
    body(sheet, "Thư ký: Bà Trần Thị Mai.", "clerk")
    body(sheet, "Nội dung: " + PARAGRAPH + ".", "content")
    body(sheet, "Cuộc họp kết thúc vào 11 giờ 30, ngày 03 tháng 01 năm 2023./.", "last")
    table = sheet.docx.add_table(rows=1, cols=2)
    for cell, power, name in zip(
        table.rows[0].cells, ("THƯ KÝ", "CHỦ TỌA"), ("Trần Thị Mai", "Lê Nguyên Ngọc"), strict=True
    ):
        sheet.named[power] = put(cell, power, bold=True)
        for _gap in range(3):
            cell.add_paragraph()
        sheet.named[name] = put(cell, name, bold=True)
    sheet.named["recipients"] = put(
        sheet.docx, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT
    )
    sheet.named["recipient 0"] = put(sheet.docx, "- Thành viên Hội đồng;", size=11, align=LEFT)
    sheet.named["last recipient"] = put(sheet.docx, "- Lưu: VT, Hồ sơ.", size=11, align=LEFT)
    annex(
        sheet,
        ("DANH SÁCH",),
        "(Kèm theo Biên bản số 02/BB-HĐTĐKT ngày 03 tháng 01 năm 2023 của Hội đồng Thi đua - Khen thưởng)",
    )
    return sheet


def certificate() -> Sheet:
    """A giấy khen on landscape paper."""
    sheet = blank_sheet()
    section = sheet.docx.sections[0]
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        Mm(297),
        Mm(210),
    )
    sheet.named["national"] = put(sheet.docx, NATIONAL, size=16, bold=True)
    sheet.named["motto"] = put(sheet.docx, MOTTO, size=17, bold=True)
    sheet.named["motto line"] = line(sheet, sheet.docx, 70)
    sheet.named["authority"] = put(
        sheet.docx, "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ NAM", size=18, bold=True, before=24
    )
    put(sheet.docx, "TẶNG", size=16, bold=True)
    put(sheet.docx, "GIẤY KHEN", size=36, bold=True)
    sheet.named["person"] = put(sheet.docx, "Bà Trần Thị Mai", size=22, bold=True)
    sheet.named["merit"] = put(
        sheet.docx, "Đã có thành tích xuất sắc trong phong trào thi đua năm 2022", size=16
    )
    return sheet


def copy_of(sheet: Sheet) -> bytes:
    return deepcopy(sheet).bytes()


def regulation() -> Sheet:
    """A quy chế attached to a decision: chapters, sections, articles, an appendix of one."""
    sheet = blank_sheet()
    letterhead(sheet, number="", day="")
    title(sheet, "QUY CHẾ", "Tổ chức phong trào thi đua và xét khen thưởng")
    put(
        sheet.docx,
        "(Kèm theo Quyết định số 15/QĐ-SCT ngày 15 tháng 3 năm 2022 của Sở Công Thương)",
        italic=True,
    )
    sheet.named["chapter"] = put(sheet.docx, "Chương I", bold=True, before=6)
    sheet.named["chapter title"] = put(sheet.docx, "QUY ĐỊNH CHUNG", bold=True)
    sheet.named["section"] = put(sheet.docx, "Mục 1", bold=True, before=6)
    sheet.named["section title"] = put(sheet.docx, "PHẠM VI, ĐỐI TƯỢNG", bold=True)
    article(
        sheet,
        "Điều 1.",
        " Quy chế này áp dụng đối với các phòng, đơn vị trực thuộc Sở Công Thương.",
        "article 1",
    )
    body(sheet, "1. " + PARAGRAPH + ".", "clause 1")
    body(sheet, "a) " + PARAGRAPH + ";", "point a")
    body(sheet, "b) Các phòng, đơn vị chủ động thực hiện./.", "last")
    return sheet


def marked_letter() -> Sheet:
    """A công văn with everything that may stand beside the form: urgency, circulation, drafter, address."""
    sheet = letter()
    cell = sheet.tables["letterhead"].rows[1].cells[0]
    sheet.named["urgency"] = _framed(put(cell, "HỎA TỐC", size=13, bold=True, before=6))
    sheet.named["urgency"].runs[0].font.color.rgb = RGBColor(255, 0, 0)
    sheet.named["circulation"] = _framed(put(cell, "LƯU HÀNH NỘI BỘ", size=13, bold=True, before=6))
    recipients_cell = sheet.tables["ending"].rows[0].cells[0]
    sheet.named["drafter"] = put(recipients_cell, "PL.(300)", size=11, align=LEFT)
    footer = sheet.docx.sections[0].first_page_footer.paragraphs[0]
    footer.style = sheet.docx.styles["Normal"]
    footer.add_run(
        "Địa chỉ: đường Lý Thường Kiệt, thành phố Phủ Lý; điện thoại: 0226.385.1234"
    ).font.size = Pt(11)
    sheet.named["address"] = _framed(footer, ("top",))
    return sheet


def _framed(
    paragraph: Paragraph, sides: tuple[str, ...] = ("top", "left", "bottom", "right")
) -> Paragraph:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "single")
        borders.append(border)
    paragraph._p.get_or_add_pPr().append(borders)
    return paragraph


GOOD = {
    "letter": letter,
    "decision": decision,
    "proposal": proposal,
    "report": report,
    "minutes": minutes,
    "regulation": regulation,
    "marked letter": marked_letter,
}
