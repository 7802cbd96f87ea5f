"""A paper that surely runs over one page is asked for its page number, however short its letters are."""

import pytest
from docx.shared import Pt

from tests.decree.nd30_papers import PARAGRAPH, Sheet, body, letter, report
from vbgen.decree import lint
from vbgen.decree.linting import read_paper
from vbgen.decree.parts.height import exceeds_page


def without_number(sheet: Sheet) -> Sheet:
    for run in list(sheet["page number"].runs):
        sheet["page number"]._p.remove(run._r)
    return sheet


def longer(paragraphs: int, *, spacing: float = 1.0) -> Sheet:
    """A công văn without a page number, with so many paragraphs more."""
    sheet = without_number(letter())
    for _number in range(paragraphs):
        paragraph = body(sheet, f"{PARAGRAPH}.")
        paragraph.paragraph_format.line_spacing = spacing
        sheet["clause 2"]._p.addprevious(paragraph._p)
    return sheet


@pytest.mark.parametrize(("paragraphs", "spacing"), [(3, 1.0), (2, 1.5), (10, 1.0)])
def test_two_pages_want_a_page_number(paragraphs: int, spacing: float) -> None:
    docx = longer(paragraphs, spacing=spacing).bytes()
    assert [item.rule for item in lint(docx).findings] == ["page-number.missing"]


@pytest.mark.parametrize("build", [letter, report])
def test_one_page_wants_none(build: object) -> None:
    docx = without_number(build()).bytes()  # type: ignore[operator] # a builder of a paper
    assert lint(docx).findings == ()


def test_a_long_appendix_makes_no_long_paper() -> None:
    sheet = report()
    for _number in range(60):
        body(sheet, f"{PARAGRAPH}.")
    assert not exceeds_page(read_paper(sheet.bytes()))


def test_lines_of_an_exact_height_are_counted_as_they_are() -> None:
    sheet = longer(0)
    assert not exceeds_page(read_paper(sheet.bytes()))
    for paragraph in sheet.docx.paragraphs:
        if len(paragraph.text) > 40:
            paragraph.paragraph_format.line_spacing = Pt(36)
    assert exceeds_page(read_paper(sheet.bytes()))
