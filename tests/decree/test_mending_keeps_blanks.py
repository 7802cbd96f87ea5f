"""What is meant to be written in stays: dots, boxes, choices, tags, controls; what may be a form is hardly mended."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.decree.nd30_packages import W
from tests.decree.nd30_papers import Sheet, letter, proposal, regulation
from vbgen.decree import fix
from vbgen.decree.mend.judging import WhyLeft
from vbgen.decree.mend.scope import scope_of

RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
TO_FILL = [
    "Họ và tên :.................... Nam / Nữ",
    "Họ và tên…………  Năm sinh……",
    "Địa chỉ: ____________ ,số nhà ____",
    "Ngày . . . . . . tháng . . . năm",
    "☐ Có  ☐ Không",
    "A. Đồng ý   B. Không đồng ý   C. Ý kiến khác",
    "1) Tốt  2) Khá  3) Trung bình",
    "Giới tính:  [ ] Nam  [ ] Nữ",
    "- {{#noi_nhan}};",
    "{%p for don_vi in don_vi_nhan %} ,",
    "Kính gửi  {tenDonVi} ,",
    "Kính gửi  ${agency} ,",
    "Kính gửi  «TenDonVi» ,",
    "Kính gửi  <<TenDonVi>> ,",
    "Kính gửi  [[ten_don_vi]] ,",
    "<% don_vi %>  ,",
]


def _written(sheet: Sheet, text: str) -> Paragraph:
    """A paragraph of the body in a wrong font, size and place."""
    paragraph = sheet["clause 2"].insert_paragraph_before()
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold = "Arial", Pt(11), True
    paragraph.alignment = RIGHT
    return paragraph


def _image(paragraph: Paragraph) -> bytes:
    return etree.tostring(paragraph._p, method="c14n")


def _images(docx: bytes) -> list[bytes]:
    body = Document(BytesIO(docx)).element.body
    return [etree.tostring(item, method="c14n") for item in body.iter(qn("w:p"))]


@pytest.mark.parametrize("text", TO_FILL)
def test_a_line_to_be_filled_in_stays_as_it_is(text: str) -> None:
    sheet = letter(number="Số: 5/SCT-VP")
    paragraph = _written(sheet, text)
    fixed = fix(sheet.bytes())
    assert _image(paragraph) in _images(fixed.docx)
    assert "number.zero" in [item.rule for item in fixed.mended]
    left = {item.why for item in fixed.left}
    assert left == {WhyLeft.BLANK} or (not left and "{{#" in text) or "{%p" in text


def test_a_tab_leader_is_a_dotted_line() -> None:
    sheet = letter()
    paragraph = _written(sheet, "Họ và tên :\t")
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    assert _image(paragraph) in _images(fix(sheet.bytes()).docx)


@pytest.mark.parametrize("control", ["text", "dropDownList", "date", "showingPlcHdr"])
@pytest.mark.parametrize("around", [False, True])
def test_a_content_control_stays_with_its_paragraph(control: str, around: bool) -> None:
    sheet = letter()
    paragraph = _written(sheet, "Nhấn vào đây ,để nhập")
    box = parse_xml(
        f'<w:sdt xmlns:w="{W}"><w:sdtPr><w:{control}/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    held = paragraph._p if around else paragraph.runs[0]._r
    held.addprevious(box)
    box[1].append(held)
    assert _image(paragraph) in _images(fix(sheet.bytes()).docx)


def test_a_form_field_stays_with_its_paragraph() -> None:
    sheet = letter()
    paragraph = _written(sheet, "Họ tên ,")
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), "begin")
    mark.append(OxmlElement("w:ffData"))
    paragraph.runs[0]._r.append(mark)
    assert _image(paragraph) in _images(fix(sheet.bytes()).docx)


def _bordered(paragraph: Paragraph, *sides: str) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "single")
        line.set(qn("w:sz"), "4")
        borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def _numbered(paragraph: Paragraph) -> None:
    number = parse_xml(f'<w:numPr xmlns:w="{W}"><w:numId w:val="1"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(number)


def _bookmarked(paragraph: Paragraph) -> None:
    paragraph._p.append(parse_xml(f'<w:bookmarkStart xmlns:w="{W}" w:id="7" w:name="o_trong"/>'))
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd xmlns:w="{W}" w:id="7"/>'))


@pytest.mark.parametrize(
    "made",
    [
        lambda paragraph: _bordered(paragraph, "top", "left", "bottom", "right"),
        lambda paragraph: _bordered(paragraph, "bottom"),
        _numbered,
        _bookmarked,
    ],
    ids=["box", "line", "number", "bookmark"],
)
def test_empty_paragraphs_that_hold_a_box_a_number_or_a_bookmark_stay(made: object) -> None:
    sheet = proposal()
    added = [sheet["last"].insert_paragraph_before() for _number in range(5)]
    for paragraph in added:
        made(paragraph)  # type: ignore[operator]
    images = _images(fix(sheet.bytes()).docx)
    assert [image for image in images if image in set(map(_image, added))] == list(
        map(_image, added)
    )


def test_empty_paragraphs_below_a_question_are_room_for_the_answer_and_others_go() -> None:
    sheet = letter()
    for _number in range(3):
        sheet["clause 1"].insert_paragraph_before()
    before = len(_images(sheet.bytes()))
    kept = fix(sheet.bytes())
    assert len(_images(kept.docx)) == before - 3
    sheet = letter()
    sheet["opening"].add_run(" Ý kiến của lãnh đạo:")
    for _number in range(3):
        sheet["heading 1"].insert_paragraph_before()
    kept = fix(sheet.bytes())
    assert len(_images(kept.docx)) == len(_images(sheet.bytes()))
    assert [item.why for item in kept.left] == [WhyLeft.BLANK] * 3


def survey() -> Sheet:
    """A form under a letterhead: its name, numbers with brackets, dots, boxes, choices."""
    sheet = letter(number="Số: 5/SCT-VP")
    first = sheet["addressees"].insert_paragraph_before()
    first.add_run("Mẫu số 01/KS")
    first.alignment = RIGHT
    for number, question in enumerate(("Họ và tên :......", "Nghề nghiệp", "Nam  Nữ", "Ý kiến"), 6):
        paragraph = sheet["clause 2"].insert_paragraph_before()
        paragraph.add_run(f"{number}) {question}").font.size = Pt(11)
    sheet.docx.sections[0].left_margin = Mm(20)
    return sheet


def test_a_paper_that_may_be_a_form_gets_page_and_typing_alone() -> None:
    sheet = survey()
    sheet["clause 1"].runs[0].text = "1. Các phòng ,đơn vị tổ chức thực hiện."
    before = sheet.bytes()
    fixed = fix(before)
    assert fixed.is_narrow
    assert {item.rule for item in fixed.mended} == {
        "page.margin-left", "typing.blank-before-mark", "typing.no-blank-after-mark",
    }  # fmt: skip
    changed = [
        item
        for item, image in zip(_images(before), _images(fixed.docx), strict=True)
        if item != image
    ]
    assert len(changed) == 1
    assert WhyLeft.KIND in {item.why for item in fixed.left}
    assert "number.zero" in {item.finding.rule for item in fixed.left}


@pytest.mark.parametrize("kind", ["official", "attached", "certificate"])
def test_a_paper_of_the_decree_is_mended_whole_where_its_kind_is_certain(kind: str) -> None:
    assert scope_of(kind, certain=True).allows("body.first-line")
    assert not scope_of(kind, certain=False).allows("body.first-line")
    assert scope_of(kind, certain=False).allows("page.margin-left")


@pytest.mark.parametrize(
    "kind", ["legal", "party", "other", "form", "contract", "application", "x"]
)
@pytest.mark.parametrize("certain", [True, False])
def test_any_other_paper_gets_page_and_typing_alone(kind: str, certain: bool) -> None:
    scope = scope_of(kind, certain=certain)
    assert scope.is_narrow
    assert not any(
        map(scope.allows, ("clause.dot", "font.family", "subject.line", "body.alignment"))
    )
    assert scope.allows("typing.double-blank")


def test_a_line_that_was_broken_by_hand_is_not_indented_spaced_or_justified() -> None:
    sheet = letter()
    for text in ("Các phòng, đơn vị trực thuộc Sở", "chịu trách nhiệm thi hành văn bản này."):
        sheet["clause 2"].insert_paragraph_before().add_run(text).font.size = Pt(14)
    fixed = fix(sheet.bytes())
    paragraphs = Document(BytesIO(fixed.docx)).paragraphs
    goes_on = next(item for item in paragraphs if item.text.startswith("chịu"))
    assert goes_on.paragraph_format.first_line_indent is None
    assert goes_on.paragraph_format.space_before is None
    assert WhyLeft.LINES in {item.why for item in fixed.left}


@pytest.mark.parametrize("build", [letter, proposal, regulation, survey])
def test_mending_again_changes_nothing_and_no_table_part_or_section_is_lost(build: object) -> None:
    sheet = build()  # type: ignore[operator]
    sheet.docx.sections[0].left_margin = Mm(10)
    _written(sheet, "Nội dung  khác") if "clause 2" in sheet.named else None
    once = fix(sheet.bytes())
    twice = fix(once.docx)
    assert twice.mended == ()
    assert twice.docx == once.docx
    assert _counts(sheet.bytes()) == _counts(once.docx)


def _counts(docx: bytes) -> dict[str, int]:
    body = Document(BytesIO(docx)).element.body
    names = ("w:tbl", "w:tr", "w:tc", "w:drawing", "w:sectPr", "w:numPr", "w:sdt")
    return {name: len(list(body.iter(qn(name)))) for name in names}
