"""Parts are found wherever they stand: tables, text boxes, tabs, blanks; and what only looks like a part is none."""

from collections.abc import Callable

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.decree.nd30_packages import W, word_file
from tests.decree.nd30_papers import (
    CENTER,
    LEFT,
    MOTTO,
    NATIONAL,
    Sheet,
    blank_sheet,
    body,
    cut,
    decision,
    letter,
    put,
    report,
)
from vbgen.decree import lint
from vbgen.decree.linting import read_paper
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper


def texts(paper: Paper, part: Part) -> list[str]:
    return [line.text for line in paper.of(part)]


def found(sheet: Sheet) -> list[str]:
    return [finding.rule for finding in lint(sheet.bytes()).findings]


_DATED = "Hà Nam, ngày 15 tháng 3 năm 2022"


@pytest.mark.parametrize(
    "gap", ["\t", " " * 12, " " * 5], ids=["tabs", "many blanks", "few blanks"]
)
def test_a_letterhead_without_a_table_is_read_in_two_columns(gap: str) -> None:
    pairs = (("UBND TỈNH HÀ NAM", NATIONAL), ("SỞ CÔNG THƯƠNG", MOTTO), ("Số: 12/SCT-VP", _DATED))
    lines = tuple(gap.join(pair) for pair in pairs)
    document = "".join(
        f'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{line}</w:t></w:r></w:p>'
        for line in lines
    )
    document = document.replace("\t", "</w:t><w:tab/><w:t>")
    paper = read_paper(word_file(document + "<w:p><w:r><w:t>Kính gửi: Các phòng</w:t></w:r></w:p>"))
    assert texts(paper, Part.NATIONAL_NAME) == [NATIONAL]
    assert texts(paper, Part.MOTTO) == [MOTTO]
    assert texts(paper, Part.GOVERNING_BODY) == ["UBND TỈNH HÀ NAM"]
    assert texts(paper, Part.ISSUER) == ["SỞ CÔNG THƯƠNG"]
    assert texts(paper, Part.NUMBER) == ["Số: 12/SCT-VP"]
    assert texts(paper, Part.DATE) == ["Hà Nam, ngày 15 tháng 3 năm 2022"]


def test_a_letterhead_in_text_boxes_is_read() -> None:
    def box(*lines: str) -> str:
        inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        return (
            f"<w:p><w:r><w:pict><x><w:txbxContent>{inside}</w:txbxContent></x></w:pict></w:r></w:p>"
        )

    paper = read_paper(
        word_file(box("UBND TỈNH HÀ NAM", "SỞ CÔNG THƯƠNG", "Số: 12/SCT-VP") + box(NATIONAL, MOTTO))
    )
    assert texts(paper, Part.ISSUER) == ["SỞ CÔNG THƯƠNG"]
    assert texts(paper, Part.NUMBER) == ["Số: 12/SCT-VP"]
    assert texts(paper, Part.NATIONAL_NAME) == [NATIONAL]


@pytest.mark.parametrize(
    ("names", "governing", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"], [], ["ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"]),
        (["BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC"], ["BỘ NỘI VỤ"], ["CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC"]),
        (["UBND TỈNH X", "SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG"], ["UBND TỈNH X"], ["SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG"]),
        (["SỞ CÔNG THƯƠNG"], [], ["SỞ CÔNG THƯƠNG"]),
    ],
)  # fmt: skip
def test_governing_body_and_issuer_are_told_apart_by_their_names_when_both_are_bold(
    names: list[str], governing: list[str], issuer: list[str]
) -> None:
    left = "".join(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{name}</w:t></w:r></w:p>" for name in names
    )
    right = f"<w:p><w:r><w:t>{NATIONAL}</w:t></w:r></w:p><w:p><w:r><w:t>{MOTTO}</w:t></w:r></w:p>"
    paper = read_paper(
        word_file(f"<w:tbl><w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr></w:tbl>")
    )
    assert (texts(paper, Part.GOVERNING_BODY), texts(paper, Part.ISSUER)) == (governing, issuer)


def test_the_levels_of_the_text_are_named() -> None:
    lines = {
        "Chương I": Part.CHAPTER,
        "QUY ĐỊNH CHUNG": Part.CHAPTER_TITLE,
        "Mục 1": Part.SECTION,
        "Điều 1. Phạm vi": Part.ARTICLE,
        "1. Khoản một": Part.CLAUSE,
        "a) Điểm a": Part.POINT,
        "- Gạch đầu dòng": Part.ITEM,
        "Lời văn.": Part.TEXT,
        "Điều 5 của Luật quy định như sau.": Part.TEXT,
        "1.200 người tham dự.": Part.TEXT,
        "Mục tiêu chung là giữ vững.": Part.TEXT,
    }
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    body_ = "".join(
        f"<w:p>{centred if place < 3 else ''}<w:r><w:t>{text}</w:t></w:r></w:p>"
        for place, text in enumerate(lines)
    )
    paper = read_paper(word_file(f"<w:p><w:r><w:t>Mở đầu không đề mục.</w:t></w:r></w:p>{body_}"))
    roles = dict(zip((item.plain for item in paper.document.paragraphs), paper.roles, strict=True))
    assert {text: roles[text] for text in lines} == lines


def test_a_signature_in_a_table_within_a_table_is_read() -> None:
    sheet = letter()
    outer = sheet.docx.add_table(rows=1, cols=1)
    outer.rows[0].cells[0]._tc.insert(1, sheet.tables["ending"]._tbl)
    assert texts(read_paper(sheet.bytes()), Part.SIGNER) == ["Lê Nguyên Ngọc"]


def test_a_signature_without_a_table_is_read() -> None:
    sheet = letter()
    table = sheet.tables["ending"]._tbl
    cut(table)
    for text in ("Nơi nhận:\tGIÁM ĐỐC", "- Như trên;", "- Lưu: VT.", "\tLê Nguyên Ngọc"):
        put(sheet.docx, text, bold="\t" in text, align=LEFT)
    paper = read_paper(sheet.bytes())
    assert texts(paper, Part.POWER) == ["GIÁM ĐỐC"]
    assert texts(paper, Part.SIGNER) == ["Lê Nguyên Ngọc"]
    assert texts(paper, Part.RECIPIENT) == ["- Như trên;", "- Lưu: VT."]


def test_a_decision_without_tables_does_not_take_its_authority_for_its_signer() -> None:
    sheet = decision()
    table = sheet.tables["ending"]._tbl
    cut(table)
    paper = read_paper(sheet.bytes())
    assert texts(paper, Part.AUTHORITY) == ["GIÁM ĐỐC SỞ CÔNG THƯƠNG"]


def test_a_page_number_in_a_centred_frame_is_centred() -> None:
    sheet = letter()
    paragraph = sheet["page number"]
    cut(paragraph._p.get_or_add_pPr().find(qn("w:jc")))
    frame = parse_xml(
        f'<w:framePr xmlns:w="{W}" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>'
    )
    paragraph._p.get_or_add_pPr().insert(0, frame)
    assert found(sheet) == []


def test_a_footer_that_is_never_printed_is_not_judged() -> None:
    sheet = letter()
    footer = sheet.docx.sections[0].even_page_footer.paragraphs[0]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    footer._p.append(field)
    assert found(sheet) == []
    sheet.docx.settings.odd_and_even_pages_header_footer = True
    assert "page-number.position" in found(sheet)


def test_numbers_within_a_quotation_are_anothers() -> None:
    sheet = letter()
    body(sheet, "Luật quy định: “a) Hồ sơ gồm đơn đề nghị;", "quote")
    cut(sheet["quote"]._p)
    sheet["clause 2"]._p.addprevious(sheet["quote"]._p)
    body(sheet, "c) Bản sao quyết định.”.", "unquote")
    sheet["clause 2"]._p.addprevious(sheet["unquote"]._p)
    assert found(sheet) == []


def test_a_title_that_is_no_type_of_the_decree_is_not_asked_for_a_types_parts() -> None:
    sheet = blank_sheet()
    table = sheet.docx.add_table(rows=1, cols=2)
    put(table.rows[0].cells[0], "VĂN PHÒNG", size=13, bold=True)
    put(table.rows[0].cells[0], "Số: 12/PT-NC", size=13)
    put(table.rows[0].cells[1], NATIONAL, size=13, bold=True)
    put(table.rows[0].cells[1], MOTTO, bold=True)
    put(sheet.docx, "PHIẾU TRÌNH", bold=True)
    missing = [rule for rule in found(sheet) if rule.endswith("missing")]
    assert missing == []


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Luật sư, Sở trực tiếp tiếp nhận hồ sơ và báo cáo theo quy định hiện hành của pháp luật.",
        "Sở gửi thư tới vanphong@hanam.gov.vn,truy cập www.hanam.gov.vn để biết thêm thông tin về phong trào.",
        "Kết quả đạt 12,5% so với 3.500 tỷ đồng; lúc 8:30 ngày 05/3/2022, tỷ số là 2:1 trong toàn ngành.",
        "Ông nói: “Thi đua là yêu nước.”. Mọi người đều thống nhất với ý kiến chỉ đạo nêu trên...",
        "Thực hiện điểm a khoản 2 Điều 24, tỉnh Hà Nam và Thành phố Hồ Chí Minh phối hợp tổ chức thực hiện.",
        "Sở Văn hóa, Thể thao và Du lịch phối hợp thực hiện; các phòng, đơn vị (nếu có) báo cáo kết quả/tiến độ.",
    ],
)
def test_right_wording_raises_nothing(text: str) -> None:
    sheet = letter()
    sheet["clause 2"].runs[0].text = f"2. {text}"
    assert [rule for rule in found(sheet) if rule.startswith(("typing", "capitals"))] == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("a ward of a battle", "Phường Điện Biên Phủ"),
        ("a numbered district", "Quận 1"),
        ("a province with a dash", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_the_names_of_places_are_right_in_full(name: str, place: str) -> None:
    assert name
    assert found(letter(day=f"{place}, ngày 15 tháng 3 năm 2022", small=True)) == []


def _vml(sheet: Sheet) -> None:
    line = '<v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" to="171pt,0"/>'
    _replace(sheet, f'<w:r xmlns:w="{W}"><w:pict>{line}</w:pict></w:r>')


def _border(sheet: Sheet) -> None:
    paragraph = sheet["motto line"]
    for run in list(paragraph.runs):
        cut(run._r)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:pBdr xmlns:w="{W}"><w:top w:val="single"/></w:pBdr>')
    )
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(
        (103 - 3.8 - 60.5) / 2
    )


def _underscores(sheet: Sheet) -> None:
    paragraph = sheet["motto line"]
    for run in list(paragraph.runs):
        cut(run._r)
    run = paragraph.add_run("_" * 41)
    run.font.superscript, run.font.size = True, Pt(14)


def _replace(sheet: Sheet, xml: str) -> None:
    paragraph = sheet["motto line"]
    for run in list(paragraph.runs):
        cut(run._r)
    paragraph._p.append(parse_xml(xml))


@pytest.mark.parametrize(
    "draw", [_vml, _border, _underscores], ids=lambda act: act.__name__.strip("_")
)
def test_a_line_counts_however_it_is_drawn(draw: Callable[[Sheet], None]) -> None:
    sheet = letter()
    draw(sheet)
    assert found(sheet) == []


def test_a_line_anchored_in_the_text_above_it_counts() -> None:
    sheet = letter()
    drawn = sheet["motto line"]
    for run in list(drawn._p):
        if run.tag == qn("w:r"):
            sheet["motto"]._p.append(run)
    cut(drawn._p)
    assert found(sheet) == []


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-QĐ/TU", "QUYẾT ĐỊNH"], "party"),
        ([NATIONAL, MOTTO, "NGHỊ ĐỊNH"], "legal"),
        ([NATIONAL, MOTTO, "ĐƠN XIN NGHỈ PHÉP", "Kính gửi: Ban Giám đốc"], "application"),
        ([NATIONAL, MOTTO, "TẶNG", "BẰNG KHEN"], "certificate"),
        (
            [
                "Phụ lục I",
                "DANH MỤC",
                "(Kèm theo Quyết định số 12/QĐ-SCT ngày 15 tháng 3 năm 2022 của Sở Công Thương)",
            ],
            "attached",
        ),
        (["Ghi chép riêng", "Một đoạn văn."], "other"),
    ],
)
def test_a_paper_is_taken_for_what_it_is(lines: list[str], kind: str) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line).alignment = CENTER
    sheet = Sheet(document)
    assert lint(sheet.bytes()).kind == kind


def test_an_undated_draft_is_judged_by_the_day_of_the_check() -> None:
    from datetime import date

    draft = report(
        governing="UBND HUYỆN KIM BẢNG", day="Hà Nam, ngày       tháng       năm"
    ).bytes()
    assert lint(draft, today=date(2025, 6, 30)).findings == ()
    assert {item.rule for item in lint(draft, today=date(2025, 7, 1)).findings} == {
        "names-in-time.district",
        "names-in-time.province",
    }
