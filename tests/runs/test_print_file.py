"""Many documents as one Word file."""

import io
import os
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.runs.batch_papers import certificate_template, row, saved
from vbgen.errors import OutputError
from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.document import texts_of
from vbgen.word.printfile.print_file import print_file
from vbgen.word.template import Picture, Template


def body(data: bytes, member: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(member).decode()


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def rendered(count: int) -> list[bytes]:
    template = Template.open(certificate_template())
    return [template.render(row(number).values) for number in range(count)]


def of_paragraphs(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def png(colour: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(buffer, "PNG")
    return buffer.getvalue()


def converted(data: bytes, folder: Path) -> tuple[str, ...]:
    path = folder / "print.docx"
    path.write_bytes(data)
    (pdf,) = Converter.probe(os.environ).to_pdf([path], folder)
    return texts_of(pdf)


def test_each_document_is_a_section_that_ends_in_its_own_last_paragraph() -> None:
    documents = rendered(3)
    joined = docx.Document(io.BytesIO(print_file(documents)))
    assert len(joined.sections) == 3
    alone = len(docx.Document(io.BytesIO(documents[0])).paragraphs)
    assert len(joined.paragraphs) == 3 * alone
    assert [p.text for p in joined.paragraphs if p.text.startswith("Tặng")] == [
        f"Tặng: Nguyễn Thị Ánh {number:04d}" for number in range(3)
    ]


def test_one_document_stays_what_it_is() -> None:
    (document,) = rendered(1)
    assert re.sub(r'docPr id="\d+"', "", body(print_file([document]))) == re.sub(
        r'docPr id="\d+"', "", body(document)
    )


def test_nothing_cannot_be_printed() -> None:
    with pytest.raises(OutputError, match="Không có văn bản nào"):
        print_file([])


def test_the_same_documents_give_the_same_bytes() -> None:
    assert print_file(rendered(4)) == print_file(rendered(4))


def test_headers_are_stored_once() -> None:
    assert sorted(names(print_file(rendered(5)))) == sorted(names(rendered(1)[0]))


def test_drawings_have_numbers_of_their_own() -> None:
    template = docx.Document()
    template.add_paragraph("{{ photo }}")
    opened = Template.open(saved(template))
    joined = print_file(
        opened.render({"photo": Picture(png(colour), 10)})
        for colour in ("red", "blue", "red", "lime")
    )
    ids = re.findall(r'<wp:docPr [^>]*id="(\d+)"', body(joined))
    assert len(ids) == len(set(ids)) == 4


def test_each_document_keeps_its_own_picture_and_equal_ones_are_stored_once() -> None:
    template = docx.Document()
    template.add_paragraph("{{ photo }}")
    opened = Template.open(saved(template))
    colours = ("red", "blue", "red", "lime", "blue")
    joined = print_file(opened.render({"photo": Picture(png(colour), 10)}) for colour in colours)
    assert len([name for name in names(joined) if "/media/" in name]) == 3
    read = docx.Document(io.BytesIO(joined))
    shown = [
        read.part.related_parts[blip.get(qn("r:embed"))].blob
        for blip in read.element.body.iter(qn("a:blip"))
    ]
    assert shown == [png(colour) for colour in colours]


def test_a_header_with_a_tag_is_kept_for_each_document() -> None:
    template = docx.Document()
    template.add_paragraph("Thân")
    template.sections[0].header.paragraphs[0].text = "Số {{ number }}"
    opened = Template.open(saved(template))
    read = docx.Document(io.BytesIO(print_file(opened.render({"number": n}) for n in (1, 2, 1, 3))))
    assert [section.header.paragraphs[0].text for section in read.sections] == [
        "Số 1",
        "Số 2",
        "Số 1",
        "Số 3",
    ]


@pytest.mark.parametrize(
    "ending",
    [
        "<w:p {ns}/>",
        "<w:p {ns}><w:pPr/><w:r><w:t>cuối</w:t></w:r></w:p>",
        "<w:p {ns}><w:r><w:t>cuối</w:t></w:r></w:p>",
        '<w:p {ns}><w:pPr><w:jc w:val="left"/><w:pPrChange w:id="9" w:author="a"><w:pPr/></w:pPrChange></w:pPr></w:p>',
        "<w:p {ns}><w:r><w:pict><w:txbxContent><w:p><w:r/></w:p><w:p/></w:txbxContent></w:pict></w:r></w:p>",
        "<w:tbl {ns}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "<w:sdt {ns}><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    ],
)
def test_a_section_ends_rightly_whatever_ends_the_document(ending: str) -> None:
    document = docx.Document()
    document.add_paragraph("Mở đầu")
    document.element.body.insert(1, parse_xml(ending.format(ns=nsdecls("w"))))
    read = docx.Document(io.BytesIO(print_file([saved(document)] * 3)))
    assert len(read.sections) == 3
    ends = [each.getparent() for each in read.element.body.iter(qn("w:sectPr"))][:-1]
    assert all(
        end.tag == qn("w:pPr") and end.getparent().getparent().tag == qn("w:body") for end in ends
    )
    for end in ends:
        after = [child.tag for child in end][
            [child.tag for child in end].index(qn("w:sectPr")) + 1 :
        ]
        assert after in ([], [qn("w:pPrChange")])


def test_a_section_that_goes_on_begins_a_page_in_a_print_file() -> None:
    document = docx.Document()
    document.sections[0].start_type = WD_SECTION.CONTINUOUS
    document.add_paragraph("một")
    assert 'w:val="continuous"' not in body(print_file([saved(document)] * 2))


def test_documents_of_several_sections_keep_them() -> None:
    document = docx.Document()
    document.add_paragraph("một")
    document.add_section(WD_SECTION.CONTINUOUS).left_margin = Mm(50)
    document.add_paragraph("hai")
    read = docx.Document(io.BytesIO(print_file([saved(document)] * 2)))
    assert [section.start_type for section in read.sections] == [
        WD_SECTION.NEW_PAGE,
        WD_SECTION.CONTINUOUS,
    ] * 2


def test_bookmarks_and_what_points_to_them_are_renamed_together() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("đích")
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), "0")
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), "dich")
        paragraph._p.append(mark)
    field = OxmlElement("w:instrText")
    field.text = " PAGEREF dich \\h "
    document.add_paragraph().add_run()._r.append(field)
    joined = body(print_file([saved(document)] * 2))
    assert re.findall(r'w:name="(dich[^"]*)"', joined) == re.findall(r"PAGEREF (\S+)", joined)
    assert len(set(re.findall(r'bookmarkStart w:id="(\d+)"', joined))) == 2


def test_numbered_lists_begin_anew(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("một", "hai"):
        paragraph = document.add_paragraph(text, style="List Paragraph")
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{_decimal_list(document)}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
    pages = converted(print_file([saved(document)] * 3), tmp_path)
    assert [re.findall(r"\d+\.", page) for page in pages] == [["1.", "2."]] * 3


def _decimal_list(document: docx.document.Document) -> int:
    """The number of a list that counts 1, 2, 3 in python-docx's own template."""
    numbering = document.part.numbering_part.element
    decimal = {
        each.get(qn("w:abstractNumId"))
        for each in numbering.iter(qn("w:abstractNum"))
        if next(each.iter(qn("w:numFmt"))).get(qn("w:val")) == "decimal"
    }
    return next(
        int(num.numId) for num in numbering.num_lst if str(num.abstractNumId.val) in decimal
    )


def test_page_numbers_begin_anew_where_they_are_shown(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0]._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
    document.add_paragraph("Trang đầu")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Trang sau")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Trang cuối")
    pages = converted(print_file([saved(document)] * 3), tmp_path)
    assert [re.findall(r"\d+", page) for page in pages] == [["1"], ["2"], ["3"]] * 3


def test_other_templates_are_refused() -> None:
    other = docx.Document()
    other.styles["Normal"].font.size = Mm(9)
    with pytest.raises(OutputError, match="không cùng một mẫu"):
        print_file([of_paragraphs("một"), saved(other)])


def test_footnotes_are_refused() -> None:
    document = docx.Document()
    document.add_paragraph("một")._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>')
    )
    with pytest.raises(OutputError, match="chú thích"):
        print_file([saved(document)])


def test_a_full_page_makes_no_empty_page_behind_it(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_height, section.top_margin, section.bottom_margin = Mm(100), Mm(10), Mm(10)
    paragraph = document.add_paragraph("Đầy")
    paragraph.paragraph_format.space_after = Mm(0)
    paragraph.paragraph_format.line_spacing = Mm(80)
    assert len(converted(print_file([saved(document)] * 4), tmp_path)) == 4


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20),
        min_size=1,
        max_size=6,
    )
)
def test_all_that_is_said_arrives_in_order(texts: list[str]) -> None:
    opened = Template.open(of_paragraphs("{{ text }}"))
    read = docx.Document(io.BytesIO(print_file(opened.render({"text": text}) for text in texts)))
    assert [paragraph.text for paragraph in read.paragraphs] == texts
