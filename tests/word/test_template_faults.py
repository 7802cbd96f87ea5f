"""Faults of a template: all of them in one run, each with its place and what to do."""

import docx
import pytest

from tests.word.docx_making import of_body, of_paragraphs, of_runs, saved, with_members
from vbgen.errors import Problem, Severity, TemplateError
from vbgen.word.template import Fragments, Template


def faults(template: bytes, fragments: Fragments | None = None) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        Template.open(template, name="mẫu.docx", fragments=fragments)
    return caught.value.problems


WRONG = {
    "{{ name }": ("tag-not-closed", "“{{ name }”"),
    "{{ name } và {{ x }}": ("tag-not-closed", "“{{ name } và"),
    "{% if x": ("tag-not-closed", "“%}”"),
    "{{ 'x }}": ("tag-syntax", "dấu nháy"),
    "name }} rồi": ("tag-not-opened", "“}_}”"),
    "if x %}": ("tag-not-opened", "“%_}”"),
    "{{ }}": ("tag-empty", "Thẻ trống"),
    "{% %}": ("tag-empty", "Thẻ trống"),
    "{{ a b }}": ("tag-syntax", "gặp “b”"),
    "{{ a + }}": ("tag-syntax", "viết dở"),
    "{{ a.b. }}": ("tag-syntax", "Thẻ viết"),
    "{% set = 3 %}": ("tag-syntax", "Thẻ viết sai"),
    "{% for x y %}{% endfor %}": ("tag-syntax", "Thẻ viết sai"),
    "{% if a %}x{% endif a %}": ("tag-syntax", "không được có gì thêm"),
    "{% if a %}": ("block-not-closed", "endif"),
    "{% for a in b %}{% if a %}{% endfor %}": ("block-not-closed", "endif"),
    "{% endif %}": ("block-not-opened", "“if”"),
    "{% else %}": ("block-not-opened", "if / for"),
    "{% for a in b %}{% elif c %}{% endfor %}": ("block-not-opened", "“elif”"),
    "{% fro x in y %}": ("tag-unknown", "“for”"),
    "{% edn if %}": ("tag-unknown", "Không có thẻ “edn”"),
    "{% If a %}": ("tag-unknown", "“if”"),
    "{% Endif %}": ("tag-unknown", "“endif”"),
    "{% p if a %}": ("tag-unknown", "“{%p if …%}”"),
    "{%P if a %}": ("tag-unknown", "“{%p if …%}”"),
    "{% TR for a in b %}": ("tag-unknown", "“{%tr for …%}”"),
    "{{#people}}": ("tag-syntax", "“{% for … in people %}"),
    "{{#each people}}": ("tag-syntax", "“{% for … in people %}"),
    "{{> chan}}": ("tag-syntax", "include"),
    "{% if a AND b %}{% endif %}": ("tag-syntax", "“and”"),
    "{% if a %}{% elseif b %}{% endif %}": ("tag-unknown", "“elif”"),
    "{{/people}}": ("tag-syntax", "ngôn ngữ mẫu khác"),
    "{{^people}}": ("tag-syntax", "ngôn ngữ mẫu khác"),
    "{%pif a %}": ("tag-unknown", "“{%p if …%}”"),
    "{{ a|uper }}": ("filter-unknown", "“upper”"),
    "{{ a|safe }}": ("filter-refused", "RichText"),
    "{{ a|random }}": ("filter-unknown", "“random”"),
    "{{ a|_each(0) }}": ("filter-unknown", "“_each”"),
    "{% if a is deffined %}{% endif %}": ("test-unknown", "“defined”"),
    "{% include 'x' %}": ("include-misplaced", "include"),
    "{% extends 'x' %}": ("tag-refused", "extends"),
    "{% import 'x' as y %}": ("tag-refused", "import"),
    "{% block x %}{% endblock %}": ("tag-refused", "block"),
    "{% autoescape false %}{% endautoescape %}": ("tag-refused", "autoescape"),
    "{% raw %}a": ("tag-not-closed", "endraw"),
    "{%tr for a in b %}": ("tag-misplaced", "hàng của bảng"),
    "{%tc for a in b %}": ("tag-misplaced", "ô của bảng"),
    "{% vm %}": ("tag-misplaced", "ô của bảng"),
    "{%p if a %}{%p endif %}": ("tag-doubled", "đoạn riêng"),
    "{%p include 'không-có' %}": ("fragment-missing", "không có thư mục phần dùng chung"),
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}": ("tag-too-deep", "lồng nhau"),
    "{% for i in a %}" * 30 + "{% endfor %}" * 30: ("tag-too-deep", "lồng nhau"),
}


@pytest.mark.parametrize(
    "text",
    ["{% If a %}x{% endif %}", "{% if a %}x{% Endif %}", "{% FOR a in b %}{% if a %}x{% endif %}{% endfor %}",
     "{% p if a %}x{% endif %}", "{% If a %}", "{% if a %}{% elseif b %}{% endif %}", "{% fro a in b %}{% If a %}"],
)  # fmt: skip
def test_one_slip_is_one_fault(text: str) -> None:
    found = faults(of_paragraphs(text))
    assert {problem.code for problem in found} == {"tag-unknown"}
    assert len(found) == 1 + (text.count("If") if "fro" in text else 0)


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:40])
def test_a_wrong_tag_is_told_with_its_place_and_a_hint(text: str) -> None:
    code, words = WRONG[text]
    found = [problem for problem in faults(of_paragraphs("một", text)) if problem.code == code]
    assert found, "no such problem"
    assert words in str(found[0])
    assert found[0].place.file == "mẫu.docx"
    assert found[0].place.paragraph == 2 or text.startswith("{% for i in a %}{% for")


def test_all_faults_come_in_one_run_in_the_order_of_the_document() -> None:
    document = docx.Document()
    for text in ("{{ a }", "{% fi x %}", "{{ b|uper }}", "{% if c %}"):
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "{{ d. }}"
    document.sections[0].footer.paragraphs[0].text = "{% endfor %}"
    found = faults(saved(document))
    assert [problem.place.paragraph for problem in found][:4] == [1, 2, 3, 4]
    assert [problem.place.part for problem in found][4:] == ["đầu trang 1", "chân trang 1"]


def test_a_place_in_a_table_names_table_row_and_cell() -> None:
    template = of_paragraphs("x", table=[["a", "b"], ["c", "{{ d|uper }}"]])
    (problem,) = faults(template)
    assert (
        str(problem.place)
        == "mẫu.docx › thân văn bản › bảng 1, hàng 2, ô 2 › đoạn 1 › “{{ d|uper }}”"
    )


def test_a_place_in_a_nested_table_names_both_cells() -> None:
    document = docx.Document()
    inner = document.add_table(1, 1).rows[0].cells[0].add_table(2, 1)
    inner.rows[1].cells[0].text = "{{ d|uper }}"
    (problem,) = faults(saved(document))
    assert problem.place.cell == "bảng 1, hàng 1, ô 1, trong đó bảng 1, hàng 2, ô 1"


BOX = "<w:p><w:r><w:t>{{ d|uper }}</w:t></w:r></w:p>"


def test_a_text_box_that_word_keeps_twice_is_reported_once() -> None:
    choice = f'<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{BOX}</w:txbxContent></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><w:txbxContent>{BOX}</w:txbxContent></w:pict></mc:Fallback>"
    both = f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    (problem,) = faults(of_body(both))
    assert problem.place.part == "thân văn bản, khung chữ 1"


UNEVEN = {
    "a row and a paragraph": of_paragraphs("{%p if a %}", table=[["{%tr endif %}"]]),
    "a paragraph and a cell": of_paragraphs("{% for a in b %}", table=[["{% endfor %}"]]),
    "a cell and a row": of_paragraphs(table=[["{%tc if a %}"], ["{%tr endif %}"]]),
}


@pytest.mark.parametrize("what", UNEVEN)
def test_a_block_over_two_levels_is_refused_for_it_would_break_the_file(what: str) -> None:
    (problem,) = faults(UNEVEN[what])
    assert problem.code == "block-uneven"
    assert "cùng cấp" in problem.message


def test_a_tag_split_over_runs_is_quoted_whole() -> None:
    (problem,) = faults(of_runs("{{ na", "me|up", "er }}"))
    assert problem.place.quote == "{{ name|uper }}"


def test_words_beside_a_paragraph_tag_are_a_warning() -> None:
    template = Template.open(of_paragraphs("mất {%p if a %} chữ", "{%p endif %}"))
    (warning,) = template.warnings
    assert (warning.code, warning.severity) == ("tag-loses-words", Severity.WARNING)
    assert "“mất  chữ”" in warning.message


def test_tags_in_a_part_that_is_not_rendered_are_a_warning() -> None:
    comments = b"<w:comments xmlns:w='x'>{{ name }}</w:comments>"
    (warning,) = Template.open(
        with_members(of_paragraphs("x"), {"word/comments.xml": comments})
    ).warnings
    assert (warning.code, warning.place.part) == ("tag-not-run", "word/comments.xml")
