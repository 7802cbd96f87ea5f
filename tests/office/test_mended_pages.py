"""A mended copy is looked at on its pages: only the mend that makes them worse is left out, and it is named."""

import os
from collections.abc import Callable, Collection
from datetime import date

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from tests.decree.nd30_papers import BOTH, Sheet, decision, letter, proposal, put
from tests.decree.nd30_tight_papers import introduction, narrow_head
from vbgen.decree import Fixed, fix, lint, page_landmarks
from vbgen.decree.mend.judging import WhyLeft
from vbgen.office.mending.looking import LookAtPages, mended_with_look
from vbgen.office.mending.page_faults import PageFault

DAY = date(2026, 11, 29)
_ANCHORED = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing>'
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" simplePos="0"'
    ' distT="0" distB="0" distL="0" distR="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="0"'
    ' allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page">'
    "<wp:posOffset>{left}</wp:posOffset></wp:positionH>"
    '<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="90" name="line 90"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvCnPr/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


def looked(docx: bytes, environ: dict[str, str] | None = None) -> tuple[Fixed, LookAtPages]:
    def mend(leave: Collection[str]) -> Fixed:
        return fix(docx, today=DAY, leave=leave)

    return mended_with_look(docx, mend, dict(os.environ) if environ is None else environ)


def close_lines() -> Sheet:
    """Every mend but that of the sheet brings a second page."""
    return introduction(24)


def national_name_in_a_narrow_cell() -> Sheet:
    sheet = introduction(8)
    narrow_head(sheet, 11)
    return sheet


def a_row_with_a_long_address() -> Sheet:
    sheet = letter()
    text = (
        "Các phòng, đơn vị tải biểu mẫu báo cáo tại địa chỉ "
        "https://sct.hanam.gov.vn/van-ban/bieu-mau/bao-cao-ket-qua-phong-trao-thi-dua-nam-2022 rồi gửi về Văn phòng."
    )
    paragraph = put(sheet.docx, text, align=WD_ALIGN_PARAGRAPH.LEFT, before=6, first_mm=12.7)
    sheet["clause 2"]._p.addprevious(paragraph._p)
    return sheet


def a_line_that_stands_still() -> Sheet:
    """The line below the motto is bound to the sheet, the motto to the margin."""
    sheet = introduction(8)
    cell = sheet.tables["letterhead"].rows[0].cells[1]
    cell.paragraphs[-1]._p.getparent().remove(cell.paragraphs[-1]._p)
    values = {"left": 101 * 36000, "top": round(24.5 * 36000), "width": 61 * 36000}
    cell.paragraphs[-1]._p.append(parse_xml(_ANCHORED.format(**values)))
    section = sheet.docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.top_margin, section.bottom_margin = Mm(10), Mm(12), Mm(20)
    return sheet


def exact_lines_in_the_letterhead() -> Sheet:
    sheet = letter()
    for name in ("governing", "issuer"):
        for run in sheet[name].runs:
            run.font.size = Pt(7)
        sheet[name].paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        sheet[name].paragraph_format.line_spacing = Pt(7)
    return sheet


def a_table_as_wide_as_the_sheet() -> Sheet:
    sheet = letter()
    sheet.docx.sections[0].left_margin = Mm(8)
    table = sheet.docx.add_table(rows=2, cols=2)
    table.autofit = False
    for cell, width in zip(table.rows[1].cells, (96, 96), strict=True):
        cell.width = Mm(width)
        put(cell, "Tập thể, cá nhân có thành tích", size=13, align=WD_ALIGN_PARAGRAPH.RIGHT)
    table.columns[0].width = table.columns[1].width = Mm(96)
    sheet["clause 2"]._p.addprevious(table._tbl)
    return sheet


def _named(value: object) -> str:
    return getattr(value, "__name__", str(value))


CASES: list[tuple[Callable[[], Sheet], PageFault, str, str]] = [
    (close_lines, PageFault.MORE_PAGES, "body.spacing", "page.paper"),
    (national_name_in_a_narrow_cell, PageFault.WRAPPED, "national-name.size", "page.paper"),
    (a_row_with_a_long_address, PageFault.TORN, "body.alignment", ""),
    (a_line_that_stands_still, PageFault.RULE_OFF, "page.margin-left", "body.spacing"),
    (exact_lines_in_the_letterhead, PageFault.OVERLAP, "governing-body.size", ""),
    (a_table_as_wide_as_the_sheet, PageFault.CUT, "page.margin-left", ""),
]


@pytest.mark.parametrize(("build", "fault", "left", "mended"), CASES, ids=_named)
def test_the_mend_that_makes_a_page_worse_is_left_out_and_named(
    build: Callable[[], Sheet], fault: PageFault, left: str, mended: str
) -> None:
    docx = build().bytes()
    assert left in fix(docx, today=DAY).tried
    fixed, look = looked(docx)
    named = {rule: one.faults for one in look.left_out for rule in one.rules}
    assert fault in named[left]
    assert left in {each.finding.rule for each in fixed.left if each.why is WhyLeft.PAGE}
    assert left in {finding.rule for finding in lint(fixed.docx, today=DAY).findings}
    assert not mended or mended in {finding.rule for finding in fixed.mended}
    assert look.looked
    assert look.pages_after <= look.pages_before
    again, second = looked(fixed.docx)
    assert again.mended == ()
    assert second.pages_after == second.pages_before


@pytest.mark.parametrize("build", [letter, decision, proposal])
def test_a_paper_that_stays_as_good_is_mended_whole(build: Callable[[], Sheet]) -> None:
    sheet = build()
    sheet.docx.sections[0].left_margin = Mm(25)
    docx = sheet.bytes()
    fixed, look = looked(docx)
    assert fixed.docx == fix(docx, today=DAY).docx
    assert look.looked
    assert look.left_out == ()


def test_larger_letters_may_fill_a_further_page() -> None:
    sheet = letter()
    for _number in range(30):
        text = "Các phòng, đơn vị trực thuộc Sở tổ chức thực hiện phong trào thi đua yêu nước. " * 5
        paragraph = put(sheet.docx, text, size=11, align=BOTH, before=6, first_mm=12.7)
        sheet["clause 2"]._p.addprevious(paragraph._p)
    fixed, look = looked(sheet.bytes())
    assert "body.size" in {finding.rule for finding in fixed.mended}
    assert look.pages_after > look.pages_before > 1


def test_where_no_pages_can_be_made_it_says_that_it_did_not_look() -> None:
    sheet = close_lines()
    fixed, look = looked(sheet.bytes(), {"VBGEN_SOFFICE": "/nowhere/soffice", "PATH": ""})
    assert not look.looked
    assert "LibreOffice" in look.why_not
    assert "body.spacing" in {finding.rule for finding in fixed.mended}


def test_where_nothing_is_mended_nothing_is_looked_at() -> None:
    fixed, look = looked(letter().bytes())
    assert fixed.mended == ()
    assert not look.looked


def test_the_landmarks_are_what_a_reader_sees_first() -> None:
    marks = page_landmarks(decision().bytes())
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in marks.in_one_row
    assert "Độc lập - Tự do - Hạnh phúc" in marks.ruled
    assert "Lê Nguyên Ngọc" in marks.signers
