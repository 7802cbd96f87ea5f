"""Colours, sizes and spans that no Word file can have are errors at their tags; an address leads somewhere in notes."""

import pytest
from docxtpl import RichText as TheirRichText
from lxml import etree

from tests.word.docx_making import members, of_paragraphs
from tests.word.office_parts import with_a_footnote
from vbgen.errors import Problem, TemplateError
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import RichText, RichTextParagraph, Template

LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def faults(template: bytes, **values: object) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        Template.open(template, name="m.docx").render(values)
    return caught.value.problems


@pytest.mark.parametrize("kind", [RichText, TheirRichText])
@pytest.mark.parametrize(
    ("properties", "told"),
    [
        ({"color": "đỏ"}, "Màu “đỏ”"),
        ({"color": "FF00"}, "Màu “FF00”"),
        ({"color": "#GGGGGG"}, "Màu “GGGGGG”"),
        ({"highlight": "vàng"}, "Màu “vàng”"),
        ({"size": "to"}, "Cỡ chữ “to”"),
        ({"size": -4}, "Cỡ chữ “-4”"),
        ({"size": 13.5}, "Cỡ chữ “13.5”"),
        ({"size": 99999}, "Cỡ chữ “99999”"),
    ],
)
def test_a_format_that_word_does_not_know_is_an_error_at_its_tag(
    kind: type, properties: dict[str, object], told: str
) -> None:
    (problem,) = faults(of_paragraphs("một", "{{r x }}"), x=kind("a", **properties))
    assert (problem.code, problem.place.paragraph) == ("value-unfit", 2)
    assert told in problem.message
    assert problem.hint


def test_the_format_inside_of_paragraphs_is_looked_at_too() -> None:
    rich = RichTextParagraph(RichText("a", color="đỏ"))
    (problem,) = faults(of_paragraphs("{{p x }}"), x=rich)
    assert "Màu “đỏ”" in problem.message


@pytest.mark.parametrize("kind", [RichText, TheirRichText])
@pytest.mark.parametrize(
    "properties",
    [
        {"color": "#c00000"},
        {"color": "auto"},
        {"highlight": "FFFF00"},
        {"size": 28},
        {"size": "28"},
    ],
)
def test_what_word_knows_is_taken(kind: type, properties: dict[str, object]) -> None:
    made = Template.open(of_paragraphs("{{r x }}")).render({"x": kind("a", **properties)})
    assert unsound(made, "x") == ()


@pytest.mark.parametrize(
    ("tag", "value", "told"),
    [
        ("cellbg", "đỏ", "Màu “đỏ”"),
        ("cellbg", 12, "Màu “12”"),
        ("colspan", 0, "Số cột “0”"),
        ("colspan", -1, "Số cột “-1”"),
        ("colspan", 64, "Số cột “64”"),
        ("colspan", "hai", "Số cột “hai”"),
        ("colspan", 2.5, "Số cột “2"),
        ("colspan", "", "Số cột “”"),
    ],
)
def test_a_cell_that_word_does_not_know_is_an_error_at_its_tag(
    tag: str, value: object, told: str
) -> None:
    (problem,) = faults(of_paragraphs(table=[["{% " + tag + " x %}a", "b"]]), x=value)
    assert problem.code == "value-unfit"
    assert told in problem.message
    assert problem.place.part.startswith("thân văn bản")


@pytest.mark.parametrize(
    ("tag", "value", "xml"),
    [
        ("cellbg", "#00ff00", 'w:fill="00ff00"'),
        ("cellbg", "", 'w:fill="auto"'),
        ("colspan", 2, '<w:gridSpan w:val="2"/>'),
        ("colspan", 4 / 2, '<w:gridSpan w:val="2"/>'),
    ],
)
def test_a_cell_that_word_knows_is_made(tag: str, value: object, xml: str) -> None:
    template = Template.open(of_paragraphs(table=[["{% " + tag + " x %}a", "b"]]))
    assert xml in members(template.render({"x": value}))["word/document.xml"].decode()


@pytest.mark.parametrize("kind", [RichText, TheirRichText])
def test_the_address_of_formatted_text_is_there_in_a_footnote(kind: type) -> None:
    template = Template.open(with_a_footnote())
    address = template.build_url_id("https://vbgen.vn/?a=1&b=2")
    found = members(template.render({"source": kind("a", url_id=address)}))

    relations = etree.fromstring(found["word/_rels/footnotes.xml.rels"])
    targets = {each.get("Id"): each.get("Target") for each in relations}
    notes = etree.fromstring(found["word/footnotes.xml"])
    links = [each.get(LINK) for each in notes.iter("{*}hyperlink")]
    assert [targets[number] for number in links] == ["https://vbgen.vn/?a=1&b=2"]
