"""Tags as Word leaves them after an author has edited a template."""

from itertools import pairwise

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.word.docx_making import of_body, of_runs, saved, texts
from vbgen.word.template import Template


def rendered(template: bytes, **context: object) -> list[str]:
    return texts(Template.open(template).render(context))


def paragraph(*runs: str) -> bytes:
    return of_body("<w:p>" + "".join(runs) + "</w:p>")


def run(text: str) -> str:
    return (
        f'<w:r><w:rPr><w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


SPLIT = {
    "between runs": (run("a {"), run("{ na"), run("me }"), run("} b")),
    "by spelling marks": (
        run("a {{ "),
        '<w:proofErr w:type="spellStart"/>',
        run("name"),
        '<w:proofErr w:type="spellEnd"/>',
        run(" }} b"),
    ),
    "by a bookmark": (
        run("a {{"),
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
        run("name}} b"),
    ),
    "by an insertion that was tracked": (
        run("a {{ na"),
        f"<w:ins w:id='1' w:author='x'>{run('me')}</w:ins>",
        run(" }} b"),
    ),
    "by a deletion that was tracked": (
        run("a {{ na"),
        "<w:del w:id='1' w:author='x'><w:r><w:delText>xx</w:delText></w:r></w:del>",
        run("me }} b"),
    ),
    "at the edge of a hyperlink": (
        run("a {{ na"),
        f"<w:hyperlink w:anchor='x'>{run('me }} b')}</w:hyperlink>",
    ),
    "with a blank that does not break": (run("a {{\u00a0name\u00a0}} b"),),
    "with a break of the page as last rendered": (
        "<w:r><w:t xml:space='preserve'>a {{ na</w:t><w:lastRenderedPageBreak/><w:t>me }} b</w:t></w:r>",
    ),
}


@pytest.mark.parametrize("how", SPLIT)
def test_a_tag_split_over_runs_is_put_together(how: str) -> None:
    assert rendered(paragraph(*SPLIT[how]), name="X & Y") == ["a X & Y b"]


@pytest.mark.parametrize("quotes", ["“”", "‘’", '""', "''", "„”"])
def test_smart_quotes_in_a_tag_are_plain_quotes(quotes: str) -> None:
    assert rendered(
        of_runs("{% if name == " + quotes[0] + "x" + quotes[1] + " %}có{% endif %}"), name="x"
    ) == ["có"]


def test_comparison_signs_in_a_tag_are_read() -> None:
    assert rendered(of_runs("{% if n < 3 and n > 1 %}hai{% endif %}"), n=2) == ["hai"]


def test_a_closing_sign_inside_a_string_does_not_close_the_tag() -> None:
    assert rendered(of_runs("{{ '}} %} {{' }}")) == ["}} %} {{"]


def test_a_mapping_in_a_tag_does_not_close_it() -> None:
    assert rendered(of_runs("{{ {'a': {'b': 1}}['a']['b'] }}")) == ["1"]


def test_a_tag_over_two_paragraphs_is_read_as_one() -> None:
    document = docx.Document()
    document.add_paragraph("a {{ name")
    document.add_paragraph("|upper }} b")
    assert rendered(saved(document), name="x") == ["a X b"]


TEMPLATE = "Ông {{ name }}, {% if yes %}có{% else %}không{% endif %} {{ n + 1 }}."


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, len(TEMPLATE) - 1), max_size=12))
def test_wherever_word_splits_a_template_it_says_the_same(cuts: list[int]) -> None:
    edges = [0, *sorted(set(cuts)), len(TEMPLATE)]
    runs = [TEMPLATE[start:end] for start, end in pairwise(edges)]
    assert rendered(of_runs(*runs), name="Ánh", yes=True, n=1) == ["Ông Ánh, có 2."]
