"""Papers as people make them in Word, without vbgen: other fonts, letterheads by tabs, lists, columns, annexes.

All of them end well, so nothing may be said of their pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from PIL import Image

CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
SAID = (
    "Thực hiện chương trình công tác năm 2026, đơn vị báo cáo kết quả thực hiện phong trào thi đua và đề nghị xem xét"
    " khen thưởng các tập thể, cá nhân có thành tích tiêu biểu trong lao động, học tập và công tác."
)
SHORT = "Các phòng, ban, đơn vị trực thuộc chịu trách nhiệm thi hành."


@dataclass
class Typed:
    """A paper being typed."""

    file: Document

    @classmethod
    def new(cls, font: str, size: float, *, landscape: bool = False) -> "Typed":
        """An empty A4 sheet in that font."""
        made = docx.Document()
        style = made.styles["Normal"]
        style.font.name, style.font.size = font, Pt(size)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
        style.paragraph_format.space_after = Pt(6)
        section = made.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin, section.right_margin = Mm(30), Mm(18)
        section.top_margin = section.bottom_margin = Mm(20)
        return cls(made)

    def line(
        self, text: str, align: WD_ALIGN_PARAGRAPH | None = None, *, bold: bool = False
    ) -> None:
        """One paragraph, kept in one piece with nothing else."""
        paragraph = self.file.add_paragraph()
        paragraph.add_run(text).bold = bold
        if align is not None:
            paragraph.alignment = align

    def text(self, count: int, said: str = SAID) -> None:
        """So many justified paragraphs with an indent."""
        for _number in range(count):
            self.line(said, BOTH)
            self.file.paragraphs[-1].paragraph_format.first_line_indent = Mm(10)

    def head(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        """The letterhead as a table without borders."""
        table = self.file.add_table(1, 2)
        for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
            cell.paragraphs[0].text = ""
            for number, said in enumerate(lines):
                paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
                paragraph.alignment = CENTRE
                run = paragraph.add_run(said)
                run.bold, run.font.size = True, Pt(11)
        table.autofit = False
        for number, width in enumerate((62, 100)):
            table.columns[number].width = table.rows[0].cells[number].width = Mm(width)

    def nation(self, office: str = "SỞ NỘI VỤ") -> None:
        """The usual letterhead."""
        self.head(
            ("UBND TỈNH SƠN BÌNH", office, "Số: 12/BC-SNV"),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        )

    def grid(self, rows: int, columns: int, *, repeat: bool = True) -> Table:
        """A table with borders, a head that comes again on the next page, rows that are not split."""
        table: Table = self.file.add_table(rows + 1, columns, style="Table Grid")
        for number, row in enumerate(table.rows):
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for place, cell in enumerate(row.cells):
                cell.text = f"Cột {place + 1}" if not number else f"Nội dung {number}.{place + 1}"
        if repeat:
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table

    def signed(self, *titles: str, name: str = "Trần Thị Sen") -> None:
        """Title, room and name at the right, all on the page of the text before."""
        before = self.file.paragraphs[-1]
        before.paragraph_format.keep_with_next = True
        table = self.file.add_table(1, 2)
        cell = table.rows[0].cells[1]
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for number, said in enumerate((*titles, "", "", "", name)):
            paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
            paragraph.alignment = CENTRE
            paragraph.add_run(said).bold = True

    @property
    def bytes(self) -> bytes:
        """The file."""
        written = BytesIO()
        self.file.save(written)
        return written.getvalue()


def report_in_arial() -> Typed:
    paper = Typed.new("Arial", 12)
    paper.nation()
    paper.line("BÁO CÁO", CENTRE, bold=True)
    paper.text(5)
    paper.signed("GIÁM ĐỐC")
    return paper


def letter_by_tabs() -> Typed:
    paper = Typed.new("Times New Roman", 13)
    for left, right in (
        ("CÔNG TY CỔ PHẦN ABC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 05/CV-ABC", "Độc lập - Tự do - Hạnh phúc"),
    ):
        paper.line(f"\t{left}\t{right}", bold=True)
        stops = paper.file.paragraphs[-1].paragraph_format.tab_stops
        stops.add_tab_stop(Mm(32), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(114), WD_TAB_ALIGNMENT.CENTER)
        paper.file.paragraphs[-1].runs[0].font.size = Pt(11)
    paper.text(4)
    paper.signed("TỔNG GIÁM ĐỐC")
    return paper


def numbered_list() -> Typed:
    paper = Typed.new("Calibri", 12)
    paper.line("Danh sách việc cần làm", CENTRE, bold=True)
    for number in range(12):
        paper.file.add_paragraph(f"Việc thứ {number + 1} cần hoàn thành", style="List Number")
    for number in range(6):
        paper.file.add_paragraph(f"Lưu ý {number + 1} khi thực hiện", style="List Bullet")
    return paper


def headings_of_word() -> Typed:
    paper = Typed.new("Cambria", 12)
    paper.file.add_heading("Đề án phát triển phong trào", 0)
    for number in range(4):
        paper.file.add_heading(f"{number + 1}. Phần thứ {number + 1}", 1)
        paper.text(3)
    return paper


def table_over_pages() -> Typed:
    paper = Typed.new("Times New Roman", 12)
    paper.line("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", CENTRE, bold=True)
    paper.grid(70, 4)
    paper.line("Danh sách này có 70 người.")
    return paper


def merged_cells() -> Typed:
    paper = Typed.new("Times New Roman", 13)
    paper.text(2)
    table = paper.grid(6, 5)
    table.cell(1, 0).merge(table.cell(3, 0))
    table.cell(4, 1).merge(table.cell(4, 4))
    paper.text(2)
    return paper


def two_columns() -> Typed:
    paper = Typed.new("Times New Roman", 12)
    paper.line("BẢN TIN THI ĐUA", CENTRE, bold=True)
    section = paper.file.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.xpath("./w:cols")[0]
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "567")
    paper.text(8, SHORT * 3)
    return paper


def sheet_on_its_side() -> Typed:
    paper = Typed.new("Times New Roman", 12, landscape=True)
    paper.line("BẢNG CHẤM ĐIỂM THI ĐUA QUÝ III", CENTRE, bold=True)
    paper.grid(12, 8)
    paper.signed("NGƯỜI LẬP BẢNG")
    return paper


def annex_on_its_side() -> Typed:
    paper = Typed.new("Times New Roman", 14)
    paper.nation()
    paper.text(4)
    paper.signed("CHÁNH VĂN PHÒNG")
    section = paper.file.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    paper.line("Phụ lục", CENTRE, bold=True)
    paper.grid(10, 6)
    return paper


def picture_in_text() -> Typed:
    paper = Typed.new("Times New Roman", 13)
    paper.text(2)
    drawn = BytesIO()
    Image.new("RGB", (600, 300), (70, 130, 180)).save(drawn, "PNG")
    drawn.seek(0)
    paper.file.add_picture(drawn, width=Mm(100))
    paper.file.paragraphs[-1].alignment = CENTRE
    paper.file.paragraphs[-1].paragraph_format.keep_with_next = True
    paper.line("Hình 1. Kết quả phong trào", CENTRE)
    paper.text(2)
    return paper


def head_and_foot() -> Typed:
    paper = Typed.new("Times New Roman", 13)
    section = paper.file.sections[0]
    section.header.paragraphs[0].text = "Tài liệu hội nghị tổng kết"
    section.footer.paragraphs[0].text = "Sở Nội vụ tỉnh Sơn Bình"
    section.footer.paragraphs[0].alignment = RIGHT
    paper.text(9)
    return paper


def speech_in_large_letters() -> Typed:
    paper = Typed.new("Times New Roman", 16)
    paper.line("BÀI PHÁT BIỂU", CENTRE, bold=True)
    paper.line("Kính thưa các đồng chí,")
    paper.text(8)
    paper.line("Xin trân trọng cảm ơn!")
    return paper


def contract() -> Typed:
    paper = Typed.new("Times New Roman", 12)
    paper.head(("",), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"))
    paper.line("HỢP ĐỒNG IN GIẤY KHEN", CENTRE, bold=True)
    for number in range(6):
        paper.line(f"Điều {number + 1}. Trách nhiệm của các bên", bold=True)
        paper.file.paragraphs[-1].paragraph_format.keep_with_next = True
        paper.text(1)
    paper.signed("ĐẠI DIỆN BÊN A")
    return paper


def form_with_dots() -> Typed:
    paper = Typed.new("Times New Roman", 13)
    paper.line("ĐƠN ĐỀ NGHỊ", CENTRE, bold=True)
    for asked in ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Thành tích"):
        paper.line(f"{asked}: " + "." * 60)
    paper.text(1, SHORT)
    paper.signed("NGƯỜI LÀM ĐƠN")
    return paper


def party_paper() -> Typed:
    paper = Typed.new("Times New Roman", 14)
    paper.head(("ĐẢNG BỘ TỈNH SƠN BÌNH", "ĐẢNG ỦY XÃ TÂN HỢP"), ("ĐẢNG CỘNG SẢN VIỆT NAM",))
    paper.line("NGHỊ QUYẾT", CENTRE, bold=True)
    paper.text(5)
    paper.signed("T/M BAN CHẤP HÀNH", "BÍ THƯ")
    return paper


ELSEWHERE: dict[str, Callable[[], Typed]] = {
    build.__name__.replace("_", " "): build
    for build in (
        report_in_arial,
        letter_by_tabs,
        numbered_list,
        headings_of_word,
        table_over_pages,
        merged_cells,
        two_columns,
        sheet_on_its_side,
        annex_on_its_side,
        picture_in_text,
        head_and_foot,
        speech_in_large_letters,
        contract,
        form_with_dots,
        party_paper,
    )
}
