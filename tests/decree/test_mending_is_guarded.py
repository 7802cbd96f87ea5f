"""Each mend changes what it is about and no other sign; the guard refuses whatever does more."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.decree.nd30_forms import FORMS
from tests.decree.nd30_papers import Sheet, decision, letter
from vbgen.decree import fix
from vbgen.decree.linting import read_paper
from vbgen.decree.mend.blanks import is_to_be_filled_in
from vbgen.decree.mend.guard import LetterGuard, untouched
from vbgen.decree.mend.letters import Edit
from vbgen.decree.mend.wording import TEXT_MENDS, is_permitted
from vbgen.errors import OutputError

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("*/template.docx"))
SIGNS = st.text(st.sampled_from('aăế0123 .,;:-–\u00ad\u00a0\u200bThëng§¬“"'), max_size=6)


@given(st.sampled_from(sorted(TEXT_MENDS)), SIGNS, SIGNS)
def test_a_permitted_edit_keeps_every_letter_and_digit(rule: str, old: str, new: str) -> None:
    if is_permitted(rule, old, Edit(0, len(old), new)):
        kept = [
            "".join(filter(str.isalnum, text)).casefold().replace("0", "") for text in (old, new)
        ]
        assert kept[0] == kept[1]
        assert not {"§", "¬"} & set(old + new)


@pytest.mark.parametrize(
    ("rule", "old", "new", "permitted"),
    [
        ("typing.double-blank", "  ", " ", True),
        ("typing.double-blank", " \u00ad", " ", False),
        ("typing.invisible", "\u200b", "", True),
        ("typing.invisible", "ư", "", False),
        ("number.zero", "", "0", True),
        ("number.zero", "", "1", False),
        ("number.word", "SỐ ", "Số:", True),
        ("number.word", "Số ", "So:", False),
        ("power.abbreviation", "K/T ", "KT. ", True),
        ("power.abbreviation", "K/T ", "TM. ", False),
        ("typing.decomposed", "e\u0302\u0301", "ế", True),
        ("typing.decomposed", "e\u0302", "e", False),
        ("recipient.ending", ",", ";", True),
        ("recipient.ending", "n,", ";", False),
    ],
)
def test_a_mend_may_change_only_what_it_is_about(
    rule: str, old: str, new: str, *, permitted: bool
) -> None:
    assert is_permitted(rule, old, Edit(0, len(old), new)) is permitted


def _roots(docx: bytes) -> list[etree._Element]:
    return list(read_paper(docx).document.roots.values())


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text.getparent().remove(text),
        lambda text: setattr(text, "text", text.text[:-1]),
        lambda text: setattr(text, "text", text.text + "ư"),
        lambda text: setattr(text, "text", text.text.replace("ơ", "o").replace("ả", "a") + "."),
    ],
)
def test_a_letter_lost_or_changed_outside_the_listed_edits_is_refused(
    harm: Callable[[etree._Element], object],
) -> None:
    roots = _roots(letter().bytes())
    guard = LetterGuard.watch(roots)
    guard.prove()
    text = next(item for item in roots[0].iter(qn("w:t")) if len(item.text or "") > 20)
    harm(text)
    with pytest.raises(OutputError, match="tệp gốc còn nguyên"):
        guard.prove()


def test_what_must_not_be_touched_is_put_back() -> None:
    paragraph = letter()["clause 1"]._p
    before = etree.tostring(paragraph)
    with untouched([paragraph]):
        paragraph.remove(paragraph[0])
        paragraph.set("x", "1")
    assert etree.tostring(paragraph) == before


def test_a_page_number_with_words_on_the_first_page_keeps_its_words() -> None:
    sheet = letter()
    sheet.docx.sections[0].different_first_page_header_footer = True
    first = sheet.docx.sections[0].first_page_header.paragraphs[0]
    first.add_run("Trang ")
    for item in list(sheet["page number"]._p.iter(qn("w:r"))):
        first._p.append(deepcopy(item))
    fixed = fix(sheet.bytes())
    section = Document(BytesIO(fixed.docx)).sections[0]
    assert section.first_page_header.paragraphs[0].text.startswith("Trang")


def _images(docx: bytes) -> dict[bytes, bool]:
    """Each paragraph as it is written, and whether it is to be filled in."""
    paper = read_paper(docx)
    return {
        etree.tostring(item.element, method="c14n", with_tail=False): is_to_be_filled_in(item)
        for item in paper.document.paragraphs
    }


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.parent.name)
def test_no_tag_of_a_template_is_touched(path: Path) -> None:
    docx = path.read_bytes()
    after = _images(fix(docx).docx)
    assert [image for image, filled in _images(docx).items() if filled and image not in after] == []


@pytest.mark.parametrize("name", sorted(FORMS))
def test_no_dotted_line_of_the_decrees_own_forms_is_touched(name: str) -> None:
    sheet: Sheet = FORMS[name]()
    for paragraph in sheet.docx.paragraphs:
        for run in paragraph.runs:
            run.font.name = "Arial"
    docx = sheet.bytes()
    after = _images(fix(docx).docx)
    assert [image for image, filled in _images(docx).items() if filled and image not in after] == []


def test_every_paper_of_a_file_is_mended() -> None:
    first, second = letter(), decision(number="Số: 7/QĐ-SCT")
    body = first.docx.element.body
    first.docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for block in list(second.docx.element.body)[:-1]:
        body.insert(len(body) - 1, block)
    fixed = fix(first.bytes())
    assert [paper.type for paper in fixed.remaining.papers] == ["Công văn", "Quyết định"]
    assert "number.zero" in {item.rule for item in fixed.mended}
    assert any("Số: 07/QĐ-SCT" in (item.text or "") for item in read_texts(fixed.docx))


def read_texts(docx: bytes) -> list[etree._Element]:
    return [item for item in Document(BytesIO(docx)).element.body.iter(qn("w:t")) if item.text]
