"""What a person should know of a template beside its tags: tracked changes, tags that no part runs, raw words."""

import io

import pytest
from docxtpl import DocxTemplate

from tests.word.docx_making import (
    body_xml,
    cells,
    members,
    of_body,
    of_paragraphs,
    texts,
    with_members,
)
from vbgen.errors import Problem, Severity, TemplateError
from vbgen.word.template import Template

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>{}</w:t></w:r>"


def told(template: bytes, code: str) -> list[Problem]:
    found = [each for each in Template.open(template).warnings if each.code == code]
    assert all(each.severity is Severity.WARNING and each.hint for each in found)
    return found


CHANGES = {
    "inserted": f'<w:p><w:ins w:id="1">{RUN.format("a")}</w:ins></w:p>',
    "deleted": '<w:p><w:del w:id="1"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del></w:p>',
    "moved away": f'<w:p><w:moveFrom w:id="1">{RUN.format("{{ gone }}")}</w:moveFrom></w:p>',
    "moved here": f'<w:p><w:moveTo w:id="1">{RUN.format("a")}</w:moveTo></w:p>',
    "format of letters": '<w:p><w:r><w:rPr><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr></w:r></w:p>',
    "format of a paragraph": '<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr/></w:pPrChange></w:pPr></w:p>',
    "a new paragraph": '<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr></w:p>',
    "a row": '<w:tbl><w:tr><w:trPr><w:ins w:id="1"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    "a cell": '<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_tracked_change_is_told_and_what_went_with_it_is_not_run(what: str) -> None:
    template = of_body(CHANGES[what] + f"<w:p>{RUN.format('{{ x }}')}</w:p>")

    (problem,) = told(template, "tracked-changes")

    assert "1 thay đổi" in problem.message
    assert problem.place.part == "thân văn bản"
    assert texts(Template.open(template).render({"x": "b"}))[-1] == "b"


@pytest.mark.parametrize("member", ["word/header5.xml", "word/glossary/document.xml"])
def test_tracked_changes_are_told_in_every_part(member: str) -> None:
    part = f'<w:hdr {W}><w:p><w:ins w:id="1"/><w:del w:id="2"/></w:p></w:hdr>'.encode()

    (problem,) = told(with_members(of_paragraphs("a"), {member: part}), "tracked-changes")

    assert problem.place.part == member
    assert "2 thay đổi" in problem.message


def test_a_template_without_changes_is_told_nothing() -> None:
    assert Template.open(of_paragraphs("{{ x }} insert delete")).warnings == ()


OTHER = {
    "docProps/custom.xml": "<Properties><property name='a'><lpwstr>{{ x }}</lpwstr></property></Properties>",
    "docProps/app.xml": "<Properties><Company>{% if x %}</Company></Properties>",
    "customXml/item1.xml": "<a>{{ x }}</a>",
    "customXml/item2.xml": "<a b='{{ x }}'/>",
    "word/comments.xml": "<a><b>{</b><b>{ x }</b><b>}</b></a>",
    "word/diagrams/data1.xml": "<a>{{ x }}</a>",
    "xyz/anything.xml": "<a>{{ x }}</a>",
}


@pytest.mark.parametrize("member", OTHER)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_tag_in_any_part_that_is_not_run_is_told(member: str, encoding: str) -> None:
    template = with_members(of_paragraphs("a"), {member: OTHER[member].encode(encoding)})

    (problem,) = told(template, "tag-not-run")

    assert problem.place.part == member


@pytest.mark.parametrize(
    "text", ["{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", '{"a": {"b": {}}}', "{%22a%22}", "}}"]
)
def test_braces_that_are_no_tags_are_told_nothing(text: str) -> None:
    template = with_members(of_paragraphs("a"), {"customXml/item1.xml": f"<a>{text}</a>".encode()})

    assert told(template, "tag-not-run") == []


BROKEN = (
    "một\nhai",
    "một\thai",
    "\n{{ x }}\n",
    "{{ x }}\n\t{{ x }}",
    "a\r\nb",
    "a&#10;b&#9;c",
    "\n  chữ \n",
)


@pytest.mark.parametrize("text", BROKEN)
def test_raw_breaks_and_tabs_in_a_template_become_those_of_word_as_with_docxtpl(text: str) -> None:
    template = of_body(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>')
    theirs = DocxTemplate(io.BytesIO(template))
    theirs.render({"x": "a"})
    saved = io.BytesIO()
    theirs.save(saved)

    ours = Template.open(template).render({"x": "a"})

    assert texts(ours) == texts(saved.getvalue())
    assert body_xml(ours).count("<w:br/>") == body_xml(saved.getvalue()).count("<w:br/>")
    assert body_xml(ours).count("<w:tab/>") == body_xml(saved.getvalue()).count("<w:tab/>")


def test_breaks_between_elements_and_in_field_codes_stay() -> None:
    template = of_body("<w:p>\n<w:r>\n<w:instrText>PAGE\n</w:instrText></w:r></w:p>")

    assert "<w:br/>" not in body_xml(Template.open(template).render({}))


def test_what_is_raw_is_printed_as_it_stands() -> None:
    template = of_paragraphs("{%p raw %}", "{{ y }} {%p if a %}", "{%p endraw %}", "{{ x }}")

    assert texts(Template.open(template).render({"x": "a"})) == ["{{ y }} {%p if a %}", "a"]


def test_raw_rows_are_printed_as_they_stand() -> None:
    template = of_paragraphs(
        table=[["{%tr raw %}", ""], ["{{ q }}", "{%tr for a in b %}"], ["{%tr endraw %}", ""]]
    )

    assert cells(Template.open(template).render({})) == [["{{ q }}", "{%tr for a in b %}"]]


def test_a_fragment_named_in_raw_words_is_not_put_in() -> None:
    template = of_paragraphs("{%p raw %}", '{%p include "x" %}', "{%p endraw %}")

    assert texts(Template.open(template).render({})) == ['{%p include "x" %}']


def test_words_beside_a_raw_mark_are_told() -> None:
    (problem,) = told(
        of_paragraphs("chữ {%p raw %}", "{{ y }}", "{%p endraw %}"), "tag-loses-words"
    )

    assert "“chữ”" in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a {% endraw %}", "Có thẻ “endraw” mà không có thẻ “raw” đang mở."),
        ("{%p raw %}", "không đóng bằng “{% endraw %}”"),
    ],
)
def test_half_of_a_raw_pair_is_told_without_contradiction(text: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs(text))

    (problem,) = caught.value.problems
    assert message in problem.message
    assert "Có phải" not in problem.hint


def test_nothing_that_is_looked_at_is_changed() -> None:
    template = with_members(of_paragraphs("a"), {"customXml/item1.xml": b"<a>{{ x }}</a>"})

    assert members(Template.open(template).render({})) == members(template)
