"""What really applies to a run, however the maker of the file has said it."""

import pytest

from tests.decree.nd30_packages import W, styles, word_file
from vbgen.word.package.lenient import open_package
from vbgen.word.reading.document import read_document
from vbgen.word.reading.values import Document


def read(body: str, **parts: str) -> Document:
    return read_document(open_package(word_file(body, **parts)))


def test_direct_formatting_wins_over_styles_and_defaults() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="26"/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="N"/><w:rPr><w:b/></w:rPr></w:style>',
        defaults='<w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr>'
        "</w:rPrDefault>",
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>một</w:t></w:r>'
        '<w:r><w:rPr><w:b w:val="0"/><w:sz w:val="28"/></w:rPr><w:t>hai</w:t></w:r></w:p>'
    )
    first, second = (run.format for run in read(body, styles=sheet).paragraphs[0].runs)
    assert (first.font, first.size_pt, first.bold) == ("Arial", 13, True)
    assert (second.font, second.size_pt, second.bold) == ("Arial", 14, False)


def test_bold_of_paragraph_and_character_style_cancel_each_other_as_in_word() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr></w:style>',
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style>',
    )
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    assert read(body, styles=sheet).paragraphs[0].runs[0].format.bold is False


def test_a_ring_of_styles_is_read_to_its_end() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:i/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    document = read(
        '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>', styles=sheet
    )
    assert document.paragraphs[0].runs[0].format.italic is True


def test_a_table_style_applies_below_the_paragraphs_own_style() -> None:
    sheet = styles(
        '<w:style w:type="table" w:styleId="T"><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
    )
    row = "<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>{row}</w:tbl>'
    assert read(body, styles=sheet).paragraphs[0].runs[0].format.size_pt == 10


@pytest.mark.parametrize(("language", "font"), [("vi-VN", "Times New Roman"), ("en-US", "Calibri")])
def test_a_vietnamese_document_takes_the_themes_vietnamese_font(language: str, font: str) -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:fontScheme name="x">'
        '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
        '<a:font script="Viet" typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    settings = f'<w:settings xmlns:w="{W}"><w:themeFontLang w:val="{language}"/></w:settings>'
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    body = f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>x</w:t></w:r></w:p>"
    assert read(body, theme=theme, settings=settings).paragraphs[0].runs[0].format.font == font


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    body = "<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>"
    document = read(body)
    assert document.paragraphs[0].text == "mới"
    assert document.has_deletions


def test_numbers_that_word_writes_itself_are_known() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
    )
    document = read("".join(item.format(level) for level in (0, 1, 1, 0, 1)), numbering=numbering)
    assert [paragraph.label for paragraph in document.paragraphs] == ["1.", "a)", "b)", "2.", "a)"]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing><x>{box}</x></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><x>{box}</x></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    document = read(body)
    assert [item.text for item in document.paragraphs if item.boxed] == ["trong hộp"]


def test_a_section_keeps_the_headers_of_the_one_before() -> None:
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>2</w:t></w:r></w:p></w:hdr>'
    reference = (
        '<w:headerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        ' w:type="default" r:id="rId1"/>'
    )
    body = f"<w:p><w:pPr><w:sectPr>{reference}</w:sectPr></w:pPr></w:p><w:p/><w:sectPr/>"
    document = read(body, header=header)
    assert [dict(section.headers) for section in document.sections] == [
        {"default": "word/header.xml"}
    ] * 2


def test_a_file_in_the_strict_standard_reads_like_any_other() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = (
        f'<?xml version="1.0"?><w:document xmlns:w="{strict}"><w:body><w:p><w:pPr><w:jc w:val="start"/></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="14pt"/></w:rPr><w:t>x</w:t></w:r></w:p></w:body></w:document>'
    )
    paragraph = read(body).paragraphs[0]
    assert (paragraph.runs[0].format.size_pt, paragraph.format.alignment) == (14, "left")


def test_footnote_marks_do_not_stand_in_the_text() -> None:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    body = f"<w:p><w:r><w:t>TÊN CƠ QUAN</w:t></w:r>{mark}</w:p>"
    assert read(body).paragraphs[0].text == "TÊN CƠ QUAN"
