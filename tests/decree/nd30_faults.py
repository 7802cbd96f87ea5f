"""Single faults, each seeded into a good paper by a program, with the rule that must find it and where."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from tests.decree.legacy_letters import encoded
from tests.decree.nd30_papers import (
    CENTER,
    LEFT,
    Sheet,
    cut,
    decision,
    letter,
    marked_letter,
    page_number,
    proposal,
    put,
    regulation,
    report,
)

Seed = Callable[[Sheet], str | None]  # gives the name of the paragraph it has spoilt


@dataclass(frozen=True)
class Fault:
    """One fault: the rule that finds it, the good paper it is put into, and how."""

    rule: str
    paper: Callable[[], Sheet]
    seed: Seed
    name: str = ""

    @property
    def title(self) -> str:
        return f"{self.rule} {self.name}".strip()


def text(name: str, new: str) -> Seed:
    """The paragraph's first run says something else."""

    def seed(sheet: Sheet) -> str:
        sheet[name].runs[0].text = new
        return name

    return seed


def swap(name: str, old: str, new: str) -> Seed:
    """Some letters of the paragraph are others."""

    def seed(sheet: Sheet) -> str:
        run = next(run for run in sheet[name].runs if old in run.text)
        run.text = run.text.replace(old, new, 1)
        return name

    return seed


def size(name: str, points: float) -> Seed:
    def seed(sheet: Sheet) -> str:
        for run in sheet[name].runs:
            run.font.size = Pt(points)
        return name

    return seed


def bold(name: str, value: bool) -> Seed:
    def seed(sheet: Sheet) -> str:
        for run in sheet[name].runs:
            run.bold = value
        return name

    return seed


def italic(name: str, value: bool) -> Seed:
    def seed(sheet: Sheet) -> str:
        for run in sheet[name].runs:
            run.italic = value
        return name

    return seed


def align(name: str, value: WD_ALIGN_PARAGRAPH) -> Seed:
    def seed(sheet: Sheet) -> str:
        sheet[name].alignment = value
        return name

    return seed


def change(name: str, act: Callable[[Paragraph], object]) -> Seed:
    """The paragraph is changed by a small act."""

    def seed(sheet: Sheet) -> str:
        act(sheet[name])
        return name

    return seed


def drop(name: str, where: str | None = None) -> Seed:
    """The paragraph is taken out; the fault is then reported at another one, or at none."""

    def seed(sheet: Sheet) -> str | None:
        element = sheet[name]._p
        cut(element)
        return where

    return seed


def page(act: Callable[[Sheet], object]) -> Seed:
    """Something of the section is changed."""

    def seed(sheet: Sheet) -> None:
        act(sheet)

    return seed


def margin(side: str, width: float) -> Seed:
    return page(lambda sheet: setattr(sheet.docx.sections[0], f"{side}_margin", Mm(width)))


def longer(name: str, width: float) -> Seed:
    """The drawn line in a paragraph gets another length."""

    def seed(sheet: Sheet) -> str:
        element = sheet[name]._p
        for item in element.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
        ):
            item.set("cx", str(int(width * 36000)))
        return name.removesuffix(" line")

    return seed


def no_line(name: str, *, underline: bool = False) -> Seed:
    """The drawn line is taken away, perhaps for an underline."""

    def seed(sheet: Sheet) -> str:
        element = sheet[f"{name} line"]._p
        cut(element)
        for run in sheet[name].runs:
            run.underline = underline or None
        return name

    return seed


def after(name: str, new: str, **look: object) -> Seed:
    """A paragraph like the named one is put behind it."""

    def seed(sheet: Sheet) -> str:
        twin = deepcopy(sheet[name]._p)
        sheet[name]._p.addnext(twin)
        sheet.named["new"] = Paragraph(twin, sheet[name]._parent)
        for run in sheet.named["new"].runs[1:]:
            cut(run._r)
        sheet.named["new"].runs[0].text = new
        for key, value in look.items():
            setattr(sheet.named["new"].runs[0].font, key, value)
        return "new"

    return seed


def cell_row(name: str, down: int) -> Seed:
    """The paragraph moves to another row of its table, in the same column."""

    def seed(sheet: Sheet) -> str:
        paragraph = sheet[name]
        table = sheet.tables["letterhead"]
        table.rows[down].cells[1]._tc.append(paragraph._p)
        old = table.rows[1 - down].cells[1]
        if not old.paragraphs:
            old.add_paragraph()
        return name

    return seed


def _wide_table(sheet: Sheet) -> None:
    for row in sheet.tables["annex"].rows:
        for cell in row.cells:
            cell.width = Mm(80)


def _long_table(sheet: Sheet, *, heading: bool, whole: bool) -> None:
    table = sheet.tables["annex"]
    for _row in range(20):
        table._tbl.append(deepcopy(table.rows[-1]._tr))
    for place, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        if whole:
            properties.append(OxmlElement("w:cantSplit"))
        if heading and place == 0:
            properties.append(OxmlElement("w:tblHeader"))


def _landscape(sheet: Sheet) -> None:
    section = sheet.docx.sections[0]
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        Mm(297),
        Mm(210),
    )


def _footer_number(sheet: Sheet) -> str:
    paragraph = sheet.docx.sections[0].header.paragraphs[0]
    for run in list(paragraph.runs):
        cut(run._r)
    page_number(sheet, sheet.docx.sections[0].footer.paragraphs[0], "foot")
    return "foot"


_FILLING = (
    "Sở giao các phòng, đơn vị tổ chức thực hiện phong trào thi đua, báo cáo kết quả đúng thời hạn."
)


def _no_number(sheet: Sheet) -> None:
    paragraph = sheet.docx.sections[0].header.paragraphs[0]
    for run in list(paragraph.runs):
        cut(run._r)
    for _time in range(60):
        twin = deepcopy(sheet["clause 1"]._p)
        sheet["clause 1"]._p.addnext(twin)
        Paragraph(twin, sheet["clause 1"]._parent).runs[0].text = _FILLING


def _page_numbers(sheet: Sheet, **attributes: str) -> str:
    element = OxmlElement("w:pgNumType")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    sheet.docx.sections[0]._sectPr.append(element)
    return "page number"


def _comment_tracked(sheet: Sheet) -> None:
    insertion = OxmlElement("w:ins")
    run = sheet["opening"].runs[0]._r
    run.addprevious(insertion)
    insertion.append(run)


def _mark(sheet: Sheet, words: str, color: RGBColor | None, *, boxed: bool) -> str:
    cell = sheet.tables["letterhead"].rows[1].cells[0]
    paragraph = put(cell, words, size=13, bold=True)
    if color is not None:
        paragraph.runs[0].font.color.rgb = color
    if boxed:
        borders = OxmlElement("w:pBdr")
        for side in ("top", "left", "bottom", "right"):
            border = OxmlElement(f"w:{side}")
            border.set(qn("w:val"), "single")
            borders.append(border)
        paragraph._p.get_or_add_pPr().append(borders)
    sheet.named["mark"] = paragraph
    return "mark"


def _swap_columns(table_name: str, place: str) -> Seed:
    def seed(sheet: Sheet) -> str:
        for row in sheet.tables[table_name].rows:
            first = row.cells[0]._tc
            row.cells[1]._tc.addnext(first)
        return place

    return seed


def _split_row(sheet: Sheet) -> str:
    table = sheet.tables["ending"]
    table.add_row()  # type: ignore[no-untyped-call] # python-docx leaves it bare
    left = table.rows[0].cells[0]
    low = table.rows[1].cells[0]
    for paragraph in left.paragraphs:
        low._tc.append(paragraph._p)
    cut(low.paragraphs[0]._p)
    left.add_paragraph()
    return "recipients"


def _no_restart(sheet: Sheet) -> str:
    properties = sheet.docx.sections[1]._sectPr
    cut(properties.find(qn("w:pgNumType")))
    return "annex 0"


def _address(sheet: Sheet) -> str:
    footer = sheet.docx.sections[0].first_page_footer
    paragraph = footer.paragraphs[0]
    paragraph.style = sheet.docx.styles["Normal"]
    run = paragraph.add_run(
        "Địa chỉ: đường Lý Thường Kiệt, thành phố Phủ Lý; Điện thoại: 0226.385.1234"
    )
    run.font.size = Pt(11)
    sheet.named["address"] = paragraph
    return "address"


def _last_page(sheet: Sheet) -> str:
    sheet.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    sheet.docx.add_paragraph()
    return ""


def _empty_between(sheet: Sheet) -> str:
    element = OxmlElement("w:p")
    sheet["clause 1"]._p.addnext(element)
    return ""


def _shown_at_first(sheet: Sheet) -> str:
    sheet.docx.sections[0].different_first_page_header_footer = False
    return "page number"


def _broken(paragraph: Paragraph) -> None:
    paragraph.runs[0].add_break()
    paragraph.add_run("tiếp theo:").font.size = Pt(14)


def _highlight(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    paragraph.runs[0].font.highlight_color = WD_COLOR_INDEX.YELLOW


def _in_tcvn3(paragraph: Paragraph) -> None:
    """Text and font of a program from before Unicode."""
    run = paragraph.runs[0]
    run.text, run.font.name = encoded(run.text, "TCVN3"), ".VnTime"


def _font(name: str) -> Callable[[Paragraph], None]:
    def act(paragraph: Paragraph) -> None:
        fonts = paragraph.runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{slot}"), name)

    return act


def dated(day: str) -> Callable[[], Sheet]:
    return lambda: letter(day=day)


def _run(words: str) -> _Element:
    run = OxmlElement("w:r")
    text_element = OxmlElement("w:t")
    text_element.text = words
    text_element.set(qn("xml:space"), "preserve")
    properties = OxmlElement("w:rPr")
    points = OxmlElement("w:sz")
    points.set(qn("w:val"), "28")
    properties.append(points)
    run.append(properties)
    run.append(text_element)
    return run


def _no_issuer(sheet: Sheet) -> str:
    drop("issuer")(sheet)
    drop("issuer line")(sheet)
    sheet.tables["letterhead"].rows[0].cells[0].add_paragraph()
    return "national"


def _narrow(sheet: Sheet, width: float) -> None:
    for cell in sheet.tables["letterhead"].columns[1].cells:
        cell.width = Mm(width)


def _two_grounds(sheet: Sheet) -> str:
    words = sheet["ground 1"].text
    drop("ground 1")(sheet)
    sheet["ground 0"].runs[0].text = f"{sheet['ground 0'].text} {words}"
    return "ground 0"


def _joined(name: str, title: str) -> Seed:
    """The title stands on the line of the number."""

    def seed(sheet: Sheet) -> str:
        sheet[name].runs[0].text = f"{sheet[name].text}. {sheet[title].text.capitalize()}"
        drop(title)(sheet)
        return name

    return seed


def _no_recipients(sheet: Sheet) -> str:
    for name in ("recipients", "recipient 0", "recipient 1", "recipient 2"):
        drop(name)(sheet)
    sheet.tables["ending"].rows[0].cells[0].add_paragraph()
    return "power 0"


def _appendix_in_one_line(sheet: Sheet) -> str:
    sheet["annex II 0"].runs[0].text = "Phụ lục II. Danh sách điển hình"
    drop("annex II 1")(sheet)
    return "annex II 0"


def _numbered_list(sheet: Sheet) -> str:
    sheet["annex 0"].runs[0].text = "Phụ lục I"
    sheet["annex 1"].runs[0].text = "DANH SÁCH KHEN THƯỞNG"
    return "annex 0"


def _address_elsewhere(sheet: Sheet) -> str:
    section = sheet.docx.sections[0]
    section.footer.paragraphs[0]._p.addnext(sheet["address"]._p)
    section.first_page_footer.add_paragraph()
    return "address"


def _small_table(sheet: Sheet) -> None:
    for row in sheet.tables["annex"].rows:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(8)


FAULTS: tuple[Fault, ...] = (
    # page
    Fault(
        "page.paper",
        letter,
        page(lambda sheet: setattr(sheet.docx.sections[0], "page_height", Mm(279))),
    ),
    Fault("page.orientation", letter, page(_landscape)),
    Fault("page.margin-top", letter, margin("top", 15)),
    Fault("page.margin-top", letter, margin("top", 28), "too large"),
    Fault("page.margin-bottom", letter, margin("bottom", 18)),
    Fault("page.margin-left", letter, margin("left", 25)),
    Fault("page.margin-right", letter, margin("right", 25)),
    Fault("page-number.missing", letter, page(_no_number)),
    Fault("page-number.position", letter, _footer_number),
    Fault(
        "page-number.first-page",
        letter,
        _shown_at_first,
    ),
    Fault("page-number.alignment", letter, align("page number", LEFT)),
    Fault("page-number.size", letter, size("page number", 11)),
    Fault("page-number.slant", letter, italic("page number", True)),
    Fault(
        "page-number.decorated",
        letter,
        change("page number", lambda p: p._p.get_or_add_pPr().addnext(_run("Trang "))),
    ),
    Fault("page-number.format", letter, lambda sheet: _page_numbers(sheet, fmt="upperRoman")),
    Fault("page-number.start", letter, lambda sheet: _page_numbers(sheet, start="5")),
    # font
    Fault("font.family", letter, change("clause 1", _font("Arial"))),
    Fault("font.legacy", letter, change("clause 1", _in_tcvn3)),
    Fault("font.family", letter, change("clause 1", _font(".VnTime")), "a legacy font on Unicode"),
    Fault(
        "font.color",
        letter,
        change("clause 1", lambda p: setattr(p.runs[0].font.color, "rgb", RGBColor(0, 0, 255))),
    ),
    Fault("font.highlight", letter, change("clause 1", _highlight)),
    Fault("font.sizes-mixed", letter, size("date", 13)),
    # national name and motto
    Fault("national-name.missing", letter, drop("national")),
    Fault("national-name.text", letter, text("national", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM")),
    Fault("national-name.size", letter, size("national", 11)),
    Fault("national-name.weight", letter, bold("national", False)),
    Fault("national-name.slant", letter, italic("national", True)),
    Fault("national-name.case", letter, text("national", "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    Fault(
        "national-name.spacing",
        letter,
        change("motto", lambda p: setattr(p.paragraph_format, "space_before", Pt(12))),
    ),
    Fault("motto.text", letter, text("motto", "Độc lập - Tự Do - Hạnh phúc")),
    Fault("motto.hyphens", letter, text("motto", "Độc lập – Tự do – Hạnh phúc")),
    Fault("motto.hyphens", letter, text("motto", "Độc lập-Tự do-Hạnh phúc"), "no blanks"),
    Fault("motto.size", letter, size("motto", 15)),
    Fault("motto.weight", letter, bold("motto", False)),
    Fault("motto.slant", letter, italic("motto", True)),
    Fault("motto.alignment", letter, align("motto", LEFT)),
    Fault("motto.line", letter, no_line("motto")),
    Fault("motto.underlined", letter, no_line("motto", underline=True)),
    Fault("motto.line-length", letter, longer("motto line", 30)),
    # agencies
    Fault("governing-body.size", letter, size("governing", 14)),
    Fault("governing-body.weight", letter, bold("governing", True)),
    Fault("governing-body.case", letter, text("governing", "Ủy ban nhân dân tỉnh Hà Nam")),
    Fault("issuer.size", letter, size("issuer", 14)),
    Fault("issuer.slant", letter, italic("issuer", True)),
    Fault("issuer.alignment", letter, align("issuer", LEFT)),
    Fault("issuer.line", letter, no_line("issuer")),
    Fault("issuer.underlined", letter, no_line("issuer", underline=True)),
    Fault("issuer.line-length", letter, longer("issuer line", 42)),
    Fault("issuer.weight", lambda: letter(governing=""), bold("issuer", False)),
    Fault("national-name.side", letter, _swap_columns("letterhead", "national")),
    # number
    Fault("number.word", letter, text("number", "Số        /SCT-VP")),
    Fault("number.zero", letter, text("number", "Số: 5/SCT-VP")),
    Fault("number.blanks", letter, text("number", "Số: 15/ SCT-VP")),
    Fault("number.blanks", letter, text("number", "Số: 15/SCT - VP"), "around the hyphen"),
    Fault("number.separators", letter, text("number", "Số: 15/SCT/VP")),
    Fault("number.case", letter, text("number", "Số: 15/SCT-vp")),
    Fault("number.year", letter, text("number", "Số: 15/2022/SCT-VP")),
    Fault("number.letter-abbreviation", letter, text("number", "Số: 15/CV-SCT")),
    Fault("number.letter-unit", letter, text("number", "Số: 15/SCT")),
    Fault("number.abbreviation", decision, text("number", "Số: 15/TB-SCT")),
    Fault("number.old-abbreviation", proposal, text("number", "Số: 05/TT-SCT")),
    Fault("number.size", letter, size("number", 14)),
    Fault("number.weight", letter, bold("number", True)),
    Fault("number.slant", letter, italic("number", True)),
    Fault("number.alignment", letter, align("number", LEFT)),
    Fault("number.missing", decision, drop("number", "issuer")),
    # date
    Fault("date.missing", letter, drop("date", "motto")),
    Fault("date.day-zero", dated("Hà Nam, ngày 5 tháng 3 năm 2022"), lambda _sheet: "date"),
    Fault("date.month-zero", dated("Hà Nam, ngày 05 tháng 2 năm 2022"), lambda _sheet: "date"),
    Fault(
        "date.month-extra-zero", dated("Hà Nam, ngày 05 tháng 03 năm 2022"), lambda _sheet: "date"
    ),
    Fault("date.exists", dated("Hà Nam, ngày 31 tháng 02 năm 2022"), lambda _sheet: "date"),
    Fault("date.comma", dated("Hà Nam ngày 15 tháng 3 năm 2022"), lambda _sheet: "date"),
    Fault("date.place", dated("ngày 15 tháng 3 năm 2022"), lambda _sheet: "date"),
    Fault("date.place-capitals", dated("Hà nam, ngày 15 tháng 3 năm 2022"), lambda _sheet: "date"),
    Fault("date.full", dated("Hà Nam, ngày 15/3/2022"), lambda _sheet: "date"),
    Fault("date.size", letter, size("date", 12)),
    Fault("date.slant", letter, italic("date", False)),
    Fault("date.weight", letter, bold("date", True)),
    Fault("date.alignment", letter, align("date", LEFT)),
    Fault("date.same-line", letter, cell_row("date", 0)),
    # V/v, type and subject
    Fault("letter-subject.missing", letter, drop("letter subject", "number")),
    Fault(
        "letter-subject.word",
        letter,
        text("letter subject", "Về việc phát động phong trào thi đua năm 2022"),
    ),
    Fault("letter-subject.size", letter, size("letter subject", 14)),
    Fault("letter-subject.slant", letter, italic("letter subject", True)),
    Fault("letter-subject.weight", letter, bold("letter subject", True)),
    Fault(
        "letter-subject.spacing",
        letter,
        change("letter subject", lambda p: setattr(p.paragraph_format, "space_before", Pt(0))),
    ),
    Fault(
        "type.missing",
        decision,
        lambda sheet: (
            drop("type")(sheet),
            drop("subject")(sheet),
            drop("subject line")(sheet),
            "number",
        )[3],
    ),
    Fault("type.case", decision, text("type", "Quyết định")),
    Fault("type.size", decision, size("type", 16)),
    Fault("type.weight", decision, bold("type", False)),
    Fault("type.alignment", decision, align("type", LEFT)),
    Fault(
        "subject.missing",
        report,
        lambda sheet: (drop("subject")(sheet), drop("subject line")(sheet), "type")[2],
    ),
    Fault("subject.case", decision, text("subject", "VỀ VIỆC TẶNG GIẤY KHEN NĂM 2022")),
    Fault("subject.size", decision, size("subject", 12)),
    Fault("subject.weight", decision, bold("subject", False)),
    Fault("subject.slant", decision, italic("subject", True)),
    Fault("subject.alignment", decision, align("subject", LEFT)),
    Fault("subject.line", decision, no_line("subject")),
    Fault("subject.line-length", decision, longer("subject line", 100)),
    Fault("subject.underlined", decision, no_line("subject", underline=True)),
    Fault("subject.full-stop", decision, text("subject", "Về việc tặng Giấy khen năm 2022.")),
    # addressees, grounds
    Fault(
        "addressees.missing",
        letter,
        lambda sheet: (
            drop("addressees")(sheet),
            drop("addressee 0")(sheet),
            drop("addressee 1")(sheet),
            text("recipient 0", "- Ban Giám đốc;")(sheet),
            "letter subject",
        )[4],
    ),
    Fault("addressees.colon", letter, text("addressees", "Kính gửi")),
    Fault("addressees.size", letter, size("addressee 1", 12)),
    Fault("addressees.weight", letter, bold("addressees", True)),
    Fault("addressees.slant", letter, italic("addressee 0", True)),
    Fault("addressees.ending", letter, text("addressee 1", "- Các đơn vị trực thuộc Sở;")),
    Fault("addressees.dash", letter, text("addressee 1", "Các đơn vị trực thuộc Sở.")),
    Fault("addressees.one-line", letter, drop("addressee 1", "addressee 0")),
    Fault("addressees.own-lines", letter, text("addressees", "Kính gửi: Văn phòng Sở;")),
    Fault(
        "addressees.dash-alignment",
        letter,
        change("addressee 1", lambda p: setattr(p.paragraph_format, "left_indent", Mm(40))),
    ),
    Fault(
        "addressees.not-here",
        decision,
        lambda sheet: _before(sheet, "authority", "Kính gửi: Các phòng"),
    ),
    Fault("ground.ending", decision, swap("ground 0", ";", ".")),
    Fault("ground.ending", decision, swap("ground 2", "Sở.", "Sở;"), "last"),
    Fault("ground.slant", decision, italic("ground 1", False)),
    Fault("ground.size", decision, size("ground 1", 12)),
    Fault(
        "ground.law-number",
        decision,
        text(
            "ground 0", "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;"
        ),
    ),
    Fault(
        "ground.incomplete",
        decision,
        text("ground 1", "Căn cứ Nghị định của Chính phủ về công tác văn thư;"),
    ),
    Fault(
        "ground.missing",
        decision,
        lambda sheet: (
            drop("ground 0")(sheet),
            drop("ground 1")(sheet),
            drop("ground 2")(sheet),
            "subject",
        )[3],
    ),
    Fault("authority.missing", decision, drop("authority", "subject")),
    Fault("authority.weight", decision, bold("authority", False)),
    Fault("order.missing", decision, drop("order", "ground 0")),
    Fault("order.colon", decision, text("order", "QUYẾT ĐỊNH")),
    Fault("order.alignment", decision, align("order", LEFT)),
    # levels
    Fault("chapter.number", report, text("part II", "Phần 2")),
    Fault("chapter.title", report, drop("part title II", "part II")),
    Fault("chapter.order", report, text("part II", "Phần III")),
    Fault("chapter.alignment", report, align("part I", LEFT)),
    Fault("chapter.weight", report, bold("part I", False)),
    Fault("chapter-title.case", report, text("part title I", "Kết quả thực hiện")),
    Fault("chapter-title.weight", report, bold("part title I", False)),
    Fault("heading.case", letter, text("heading 1", "I. Nội dung phong trào thi đua")),
    Fault("heading.weight", letter, bold("heading 1", False)),
    Fault("heading.order", letter, text("heading 2", "III. TỔ CHỨC THỰC HIỆN")),
    Fault("heading.dot", letter, text("heading 2", "II/ TỔ CHỨC THỰC HIỆN")),
    Fault("article.weight", decision, bold("article 2", False)),
    Fault("article.dot", decision, swap("article 2", "Điều 2.", "Điều 2:")),
    Fault("article.order", decision, swap("article 3", "Điều 3.", "Điều 4.")),
    Fault("article.number", decision, swap("article 2", "Điều 2.", "Điều II.")),
    Fault("clause.dot", letter, swap("clause 2", "2. ", "2) ")),
    Fault("clause.order", letter, swap("clause 2", "2. ", "3. ")),
    Fault("clause.slant", letter, italic("clause 2", True)),
    Fault("point.bracket", letter, swap("point 1", "b) ", "b. ")),
    Fault("point.order", letter, drop("point 4", "point 5")),
    # layout of the text
    Fault("body.size", letter, size("opening", 12)),
    Fault("body.size-mixed", letter, size("opening", 13)),
    Fault("body.alignment", letter, align("opening", LEFT)),
    Fault(
        "body.first-line",
        letter,
        change("opening", lambda p: setattr(p.paragraph_format, "first_line_indent", Mm(0))),
    ),
    Fault(
        "body.first-line",
        letter,
        change("opening", lambda p: setattr(p.paragraph_format, "first_line_indent", Mm(20))),
        "too deep",
    ),
    Fault(
        "body.spacing",
        letter,
        change("clause 1", lambda p: setattr(p.paragraph_format, "space_before", Pt(0))),
    ),
    Fault(
        "body.line-spacing",
        letter,
        change("opening", lambda p: setattr(p.paragraph_format, "line_spacing", 2.0)),
    ),
    Fault(
        "body.line-spacing",
        letter,
        change("opening", lambda p: setattr(p.paragraph_format, "line_spacing", Pt(12))),
        "exactly 12 pt",
    ),
    Fault("body.slant", letter, italic("last", True)),
    Fault("body.weight", letter, bold("opening", True)),
    Fault(
        "body.case", letter, change("item 0", lambda p: setattr(p.runs[0].font, "all_caps", True))
    ),
    Fault(
        "body.underline", letter, change("item 0", lambda p: setattr(p.runs[0], "underline", True))
    ),
    Fault("body.ending", letter, swap("last", "./.", ".")),
    Fault("body.ending-early", letter, swap("item 1", "2022.", "2022./.")),
    # signer
    Fault("power.size", letter, size("power 0", 12)),
    Fault("power.weight", letter, bold("power 0", False)),
    Fault("power.case", letter, text("power 0", "Giám đốc")),
    Fault("power.slant", letter, italic("power 0", True)),
    Fault("power.alignment", letter, align("power 0", LEFT)),
    Fault("power.abbreviation", decision, text("power 0", "K/T GIÁM ĐỐC")),
    Fault("power.abbreviation", decision, text("power 0", "KT.GIÁM ĐỐC"), "no blank"),
    Fault("power.wrong", decision, text("power 0", "KT. PHÓ GIÁM ĐỐC")),
    Fault("power.wrong", letter, text("power 0", "TM. GIÁM ĐỐC"), "TM. before a title"),
    Fault("power.second-line", decision, drop("power 1", "power 0")),
    Fault("power.side", letter, _swap_columns("ending", "recipients")),
    Fault("power.level", letter, _split_row),
    Fault("signer.name-missing", letter, drop("signer", "power 0")),
    Fault("signer.honours", letter, text("signer", "TS. Lê Nguyên Ngọc")),
    Fault("signer.case", letter, text("signer", "LÊ NGUYÊN NGỌC")),
    Fault("signer.size", letter, size("signer", 15)),
    Fault("signer.weight", letter, bold("signer", False)),
    Fault("signer.slant", letter, italic("signer", True)),
    Fault("signer.alignment", letter, align("signer", LEFT)),
    # recipients
    Fault("recipients.size", letter, size("recipients", 14)),
    Fault("recipients.weight", letter, bold("recipients", False)),
    Fault("recipients.slant", letter, italic("recipients", False)),
    Fault("recipients.colon", letter, text("recipients", "Nơi nhận")),
    Fault("recipients.left", letter, align("recipients", CENTER)),
    Fault("recipient.size", letter, size("recipient 1", 12)),
    Fault("recipient.slant", letter, italic("recipient 1", True)),
    Fault("recipient.weight", letter, bold("recipient 1", True)),
    Fault("recipient.dash", letter, text("recipient 1", "Lãnh đạo Sở;")),
    Fault("recipient.ending", letter, text("recipient 1", "- Lãnh đạo Sở")),
    Fault("recipient.ending", letter, text("recipient 2", "- Lưu: VT, VP"), "last"),
    Fault(
        "recipient.left",
        letter,
        change("recipient 1", lambda p: setattr(p.paragraph_format, "left_indent", Mm(8))),
    ),
    Fault("recipient.archive", letter, text("recipient 2", "- Văn phòng Sở.")),
    Fault("recipient.archive-form", letter, text("recipient 2", "- Lưu VT, VP.")),
    Fault("recipient.as-above", letter, text("recipient 0", "- Ban Giám đốc;")),
    Fault("recipient.as-above-wrong", decision, text("recipient 0", "- Như trên;")),
    # appendices and marks
    Fault("appendix.number", report, text("annex II 0", "Phụ lục 2")),
    Fault("appendix.size", report, size("annex II 0", 13)),
    Fault("appendix.weight", report, bold("annex II 0", False)),
    Fault("appendix.case", report, text("annex II 0", "PHỤ LỤC II")),
    Fault("appendix.alignment", report, align("annex II 0", LEFT)),
    Fault("appendix-title.case", report, text("annex II 1", "Danh sách điển hình")),
    Fault("appendix-reference.slant", report, italic("annex II reference", False)),
    Fault("appendix-reference.size", report, size("annex II reference", 12)),
    Fault(
        "appendix.reference",
        report,
        lambda sheet: (drop("annex II reference")(sheet), "annex II 1")[1],
    ),
    Fault(
        "appendix.reference-form",
        report,
        text("annex II reference", "(Kèm theo Báo cáo của Sở Công Thương)"),
    ),
    Fault(
        "appendix.mentioned",
        proposal,
        lambda sheet: (swap("last", " (có danh sách kèm theo)", "")(sheet), "annex 0")[1],
    ),
    Fault("appendix.page-numbers", decision, _no_restart),
    Fault("urgency.color", letter, lambda sheet: _mark(sheet, "HỎA TỐC", None, boxed=True)),
    Fault(
        "urgency.box", letter, lambda sheet: _mark(sheet, "KHẨN", RGBColor(255, 0, 0), boxed=False)
    ),
    Fault(
        "circulation.box", letter, lambda sheet: _mark(sheet, "LƯU HÀNH NỘI BỘ", None, boxed=False)
    ),
    Fault("secrecy.typed", letter, lambda sheet: _mark(sheet, "MẬT", None, boxed=True)),
    Fault("address-foot.line", letter, _address),
    # capitals, names in time
    Fault("capitals.citation-upper", decision, swap("article 2", "Điều 24", "điều 24")),
    Fault(
        "capitals.citation-lower", decision, swap("article 2", "điểm a khoản 2", "điểm a Khoản 2")
    ),
    Fault("capitals.document-type", decision, swap("article 2", "Nghị định số", "nghị định số")),
    Fault("capitals.special", decision, swap("ground 1", "Ủy ban nhân dân", "Ủy Ban Nhân Dân")),
    Fault("capitals.sentence", letter, swap("opening", ". Trong đó", ". trong đó")),
    Fault(
        "names-in-time.province",
        lambda: letter(governing="UBND TỈNH NINH BÌNH", day="Hà Nam, ngày 15 tháng 8 năm 2025"),
        lambda _sheet: "date",
    ),
    Fault(
        "names-in-time.district",
        lambda: letter(governing="UBND HUYỆN KIM BẢNG", day="Kim Bảng, ngày 15 tháng 8 năm 2025"),
        lambda _sheet: "governing",
    ),
    # typing
    Fault("typing.double-blank", letter, swap("clause 1", "thành tích đã", "thành tích  đã")),
    Fault("typing.blank-before-mark", letter, swap("clause 2", "phòng, đơn", "phòng , đơn")),
    Fault("typing.no-blank-after-mark", letter, swap("clause 2", "phòng, đơn", "phòng,đơn")),
    Fault("typing.brackets", decision, swap("article 1", "(có danh", "( có danh")),
    Fault("typing.quotes", letter, swap("clause 2", "phong trào", "“phong trào")),
    Fault(
        "typing.quotes-mixed",
        letter,
        lambda sheet: (
            swap("opening", "phong trào", "“phong trào”")(sheet),
            swap("clause 2", "phong trào", '"phong trào"')(sheet),
        )[1],
    ),
    Fault("typing.dashes-mixed", letter, swap("item 1", "- Các", "– Các")),
    Fault(
        "typing.tone-marks-mixed",
        letter,
        lambda sheet: (
            swap("opening", "toàn ngành", "toàn ngành hòa thuận, khỏe mạnh")(sheet),
            swap("clause 2", "nội dung", "nội dung hoà hợp")(sheet),
        )[1],
    ),
    Fault(
        "typing.decomposed",
        letter,
        swap("clause 2", "động", "do\u0323\u0302ng".replace("do", "đo")),
    ),
    Fault("typing.invisible", letter, swap("clause 2", "phong", "pho\u200bng")),
    Fault("typing.empty-paragraphs", letter, _empty_between),
    Fault(
        "typing.line-break",
        letter,
        change("clause 2", _broken),
    ),
    Fault("typing.indent-by-blanks", letter, swap("clause 2", "2. Các", "    2. Các")),
    Fault("typing.repeated-word", letter, swap("clause 2", "tổ chức", "tổ chức của của")),
    Fault("typing.repeated-mark", letter, swap("clause 2", "phòng,", "phòng,,")),
    Fault("typing.placeholder", letter, swap("clause 2", "nội dung", "{{ nội dung }}")),
    Fault("typing.tracked-changes", letter, page(_comment_tracked)),
    Fault("typing.empty-last-page", letter, _last_page),
    # tables
    Fault(
        "table.heading-row",
        decision,
        page(lambda sheet: _long_table(sheet, heading=False, whole=True)),
    ),
    Fault(
        "table.split-rows",
        decision,
        page(lambda sheet: _long_table(sheet, heading=True, whole=False)),
    ),
    Fault("table.too-wide", decision, page(_wide_table)),
    # the rest, so that no rule is without its fault
    Fault(
        "motto.missing",
        letter,
        lambda sheet: (drop("motto")(sheet), drop("motto line")(sheet), "national")[2],
    ),
    Fault("issuer.missing", lambda: letter(governing=""), _no_issuer),
    Fault("national-name.one-line", letter, page(lambda sheet: _narrow(sheet, 90))),
    Fault("ground.own-line", decision, _two_grounds),
    Fault("chapter.own-line", regulation, _joined("chapter", "chapter title")),
    Fault("section.own-line", regulation, _joined("section", "section title")),
    Fault("section.number", regulation, text("section", "Mục I")),
    Fault("section.title", regulation, drop("section title", "section")),
    Fault("article.slant", decision, italic("article 2", True)),
    Fault("point.weight", regulation, bold("point a", True)),
    Fault(
        "body.spacing-large",
        letter,
        change("clause 1", lambda p: setattr(p.paragraph_format, "space_before", Pt(40))),
    ),
    Fault(
        "signer.missing",
        letter,
        lambda sheet: (drop("power 0")(sheet), drop("signer")(sheet), None)[2],
    ),
    Fault("recipients.missing", letter, _no_recipients),
    Fault("recipients.own-line", letter, text("recipients", "Nơi nhận: Như trên")),
    Fault("appendix.own-line", report, _appendix_in_one_line),
    Fault("appendix.single-number", decision, _numbered_list),
    Fault("address-foot.position", marked_letter, _address_elsewhere),
    Fault("capitals.unit-number", letter, swap("clause 2", "Các phòng", "Tại quận 1, các phòng")),
    Fault("table.size", decision, page(_small_table)),
    Fault(
        "typing.comments",
        letter,
        page(lambda sheet: sheet.docx.add_comment(sheet["clause 1"].runs, text="xem lại")),
    ),
)


def _before(sheet: Sheet, name: str, words: str) -> str:
    paragraph = sheet[name].insert_paragraph_before()
    paragraph.alignment = CENTER
    paragraph.add_run(words).font.size = Pt(14)
    sheet.named["new"] = paragraph
    text("recipient 0", "- Như trên;")(sheet)
    return "new"
