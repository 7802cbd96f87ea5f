"""No letter whose encoding is not certain is touched: whatever charset, font and place it stands in."""

import unicodedata
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.decree.legacy_letters import encoded
from tests.decree.nd30_packages import W, word_file
from tests.decree.nd30_papers import Sheet, cut, letter
from vbgen.decree import fix, lint
from vbgen.words.legacy.charsets import Charset, convert

CHARSETS = sorted({*(charset.value for charset in Charset), "VISCII"})
FONTS = ("Times New Roman", ".VnTime", "VNI-Times", "VPS Times", "Arial")
SENTENCE = "Sở Công Thương đề nghị các đơn vị gửi danh sách khen thưởng , ưu tiên  lao động"
WORDS = st.sampled_from(
    [
        "Thương",
        "thưởng",
        "ưu",
        "tiên",
        "thư",
        "ký",
        "lưu",
        "trữ",
        "đề",
        "nghị",
        "hướng",
        "dẫn",
        "Bình",
        "năm",
        "hoà",
    ]
)
SLIPS = st.sampled_from(
    [" ", "  ", " , ", ",,", ";", " .", "\u00a0", "\u200b", " - ", " – ", "( ", ' "']
)


def _in_body(sheet: Sheet, text: str, font: str) -> Paragraph:
    return _written(sheet["clause 2"], text, font)


def _in_a_run(sheet: Sheet, text: str, font: str) -> Paragraph:
    paragraph = sheet["opening"]
    run = paragraph.add_run(" " + text)
    run.font.name = font
    return paragraph


def _in_a_cell(sheet: Sheet, text: str, font: str) -> Paragraph:
    table = sheet.docx.add_table(rows=2, cols=2)
    sheet["clause 2"]._p.addnext(table._tbl)
    return _written(table.cell(1, 1).paragraphs[0], text, font)


def _in_the_header(sheet: Sheet, text: str, font: str) -> Paragraph:
    return _written(sheet.docx.sections[0].header.add_paragraph(), text, font)


def _in_the_footer(sheet: Sheet, text: str, font: str) -> Paragraph:
    return _written(sheet.docx.sections[0].footer.paragraphs[0], text, font)


def _in_the_recipients(sheet: Sheet, text: str, font: str) -> Paragraph:
    return _written(sheet["recipient 1"], "– " + text, font)


def _written(paragraph: Paragraph, text: str, font: str) -> Paragraph:
    for run in paragraph.runs[1:]:
        cut(run._r)
    run = paragraph.runs[0] if paragraph.runs else paragraph.add_run()
    run.text, run.font.name, run.font.size = text, font, Pt(11)
    return paragraph


PLACES: dict[str, Callable[[Sheet, str, str], Paragraph]] = {
    "paragraph": _in_body,
    "run": _in_a_run,
    "cell": _in_a_cell,
    "header": _in_the_header,
    "footer": _in_the_footer,
    "recipients": _in_the_recipients,
}


def _paragraphs(docx: bytes, holding: str) -> list[bytes]:
    """Every paragraph of the file that holds these letters, as it is written."""
    document = Document(BytesIO(docx))
    section = document.sections[0]
    roots = [document.element, section.header._element, section.footer._element]
    found = [item for root in roots for item in root.iter(qn("w:p"))]
    return [etree.tostring(item, method="c14n") for item in found if holding in _text(item)]


def _text(paragraph: etree._Element) -> str:
    return "".join(item.text or "" for item in paragraph.iter(qn("w:t")))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("charset", CHARSETS)
def test_a_paragraph_of_legacy_text_stays_as_it_is_in_any_font_and_place(
    charset: str, font: str, place: str
) -> None:
    sheet, text = letter(number="Số: 5/SCT-VP"), encoded(SENTENCE, charset)
    paragraph = PLACES[place](sheet, text, font)
    before = etree.tostring(paragraph._p, method="c14n")
    fixed = fix(sheet.bytes())
    assert _paragraphs(fixed.docx, text) == [before]
    assert "number.zero" in [item.rule for item in fixed.mended]  # the rest is mended


@pytest.mark.parametrize("charset", list(Charset))
def test_legacy_text_is_found_in_any_font_and_nothing_else_is_told_of_it(charset: Charset) -> None:
    sheet = letter()
    _in_body(sheet, encoded("2. " + SENTENCE, charset), "Times New Roman")
    sheet["clause 2"].runs[0].font.size = Pt(14)
    found = [item for item in lint(sheet.bytes()).findings if item.place.quote.startswith("2.")]
    assert [item.rule for item in found] == ["font.legacy"]
    assert charset in found[0].found


def test_a_legacy_font_on_unicode_letters_is_a_wrong_font_and_is_mended() -> None:
    sheet = letter()
    sheet["clause 2"].runs[0].font.name = "VNI-Times"
    fixed = fix(sheet.bytes())
    assert [item.rule for item in fixed.mended] == ["font.family"]
    assert fixed.remaining.findings == ()


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("th\u00ad ký cuộc họp", "th\u00ad ký cuộc họp"),
        ("l\u00adu trữ văn bản", "l\u00adu trữ văn bản"),
        ("khen th\u00adëng ngành", "khen th\u00adëng ngành"),
        ("nghi\u200bệp vụ", "nghiệp vụ"),
        ("ខ្មែរ\u200bភាសា của người Khmer", "ខ្មែរ\u200bភាសា của người Khmer"),
    ],
)
def test_an_invisible_sign_goes_only_where_it_can_be_no_letter(typed: str, mended: str) -> None:
    sheet = letter()
    sheet["clause 2"].runs[0].text = f"2. Các đơn vị {typed} thực hiện:"
    fixed = fix(sheet.bytes())
    assert f"2. Các đơn vị {mended} thực hiện:" in _all_text(fixed.docx)


def _all_text(docx: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(docx)).paragraphs]


def test_a_soft_hyphen_within_a_unicode_word_goes() -> None:
    sheet = letter()
    sheet["clause 2"].runs[0].text = "2. Các nghiệ\u00adp vụ pro\u00adgram của đơn vị:"
    assert "2. Các nghiệp vụ program của đơn vị:" in _all_text(fix(sheet.bytes()).docx)


def test_footnotes_comments_and_other_parts_are_the_same_bytes() -> None:
    text = encoded(SENTENCE, "TCVN3")
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    body = "<w:p><w:r><w:t>Báo cáo k\u200bết quả</w:t></w:r></w:p>"
    fixed = fix(word_file(body, footnotes=notes))
    assert [item.rule for item in fixed.mended] == ["typing.invisible"]
    assert text.encode() in _member(fixed.docx, "word/footnotes.xml")
    assert _member(fixed.docx, "word/footnotes.xml") == notes.encode()


def _member(docx: bytes, name: str) -> bytes:
    import zipfile

    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return archive.read(name)


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, str, str]:
    """A charset or Unicode, a font, and words with slips between them."""
    count = draw(st.integers(2, 8))
    words = "".join(draw(WORDS) + draw(SLIPS) for _number in range(count))
    return draw(st.sampled_from([*CHARSETS, "Unicode"])), draw(st.sampled_from(FONTS)), words


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(lines(), min_size=1, max_size=6))
def test_in_any_mixture_the_letters_are_the_same_before_and_after(
    written: list[tuple[str, str, str]],
) -> None:
    sheet = letter()
    for charset, font, words in written:
        text = words if charset == "Unicode" else encoded(words, charset)
        run = sheet["clause 2"].insert_paragraph_before().add_run(text)
        run.font.name = font
    spoilt = sheet.bytes()
    before, after = (_written_texts(docx) for docx in (spoilt, fix(spoilt).docx))
    assert _letters("".join(before)) == _letters("".join(after))
    for charset in Charset:
        for text, mended in zip(before, after, strict=True):
            if not _has_unicode_vietnamese(text):
                one, other = (convert(each, charset).text for each in (text, mended))
                assert _letters(one) == _letters(other)


def _written_texts(docx: bytes) -> list[str]:
    return [item.text for item in Document(BytesIO(docx)).paragraphs]


def _letters(text: str) -> str:
    """Every sign but marks, dashes and blanks, which slips are made of."""
    slips = set(' \u00a0\u200b,;.-–()"“”:/') | {"0"}
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign not in slips)


def _has_unicode_vietnamese(text: str) -> bool:
    return any("\u1ea0" <= sign <= "\u1ef9" or sign in "ăđĩũơưĂĐĨŨƠƯ" for sign in text)
