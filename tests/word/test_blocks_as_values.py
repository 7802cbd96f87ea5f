"""What blocks print is words for filters and mark-up where it is printed; links of formatted text lead somewhere."""

import io

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docxtpl import RichText as TheirRichText
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from tests.word.docx_making import members, of_body, of_paragraphs, picture, saved, texts
from vbgen.errors import TemplateError
from vbgen.word.soundness.soundness import unsound
from vbgen.word.template import Picture, RichText, Template

BLOCKS = {
    "set": "{{% set y %}}{}{{% endset %}}",
    "macro": "{{% macro m() %}}{}{{% endmacro %}}{{% set y = m() %}}",
    "joined": "{{% set z %}}{}{{% endset %}}{{% set y = z ~ '' %}}",
}
USES = {
    "{{ y }}": "Một\nhai R&D <3",
    "{{ y|upper }}": "MỘT\nHAI R&D <3",
    "{{ y.lower() }}": "một\nhai r&d <3",
    "{{ y|replace('hai', '<') }}": "Một\n< R&D <3",
    "{{ y|length }}": "14",
    "{{ y[:3] }}": "Một",
    "{{ y|truncate(8, true, '…', 0) }}": "Một\nhai…",
    "{{ y ~ '<' }}": "Một\nhai R&D <3<",
    "{{ [y, '&']|join('; ') }}": "Một\nhai R&D <3; &",
    "{{ '%s>'|format(y) }}": "Một\nhai R&D <3>",
    "{{ '{}>'.format(y) }}": "Một\nhai R&D <3>",
    "{{ y.format() }}": "Một\nhai R&D <3",
    "{{ y|e }}": "Một\nhai R&D <3",
    "{{ y|wordcount }}": "5",
    "{{ y|first }}": "M",
    "{{ y|reverse }}": "3< D&R iah\ntộM",
    "{% if y == 'Một\\nhai R&D <3' %}bằng{% endif %}": "bằng",
}


def rendered(*paragraphs: str, **values: object) -> bytes:
    document = Template.open(of_paragraphs(*paragraphs)).render(values)
    assert unsound(document, "x") == ()
    return document


@pytest.mark.parametrize("way", BLOCKS)
@pytest.mark.parametrize("use", USES)
def test_a_block_is_words_for_filters_and_mark_up_where_it_is_printed(way: str, use: str) -> None:
    block = BLOCKS[way].format("Một\nhai {{ x }}")

    assert texts(rendered(block + use, x="R&D <3")) == [USES[use]]


def test_blocks_that_are_put_out_by_themselves_are_escaped_once() -> None:
    assert texts(rendered("{% filter upper %}a & {{ x }}\nb{% endfilter %}", x="<")) == ["A & <\nB"]
    assert texts(rendered("{% set y|upper|replace('A', '<') %}a&b{% endset %}{{ y }}")) == ["<&B"]
    macro = "{% macro m(a) %}<{{ a }}>{{ caller() }}{% endmacro %}"
    assert texts(rendered(macro + "{% call m('&') %}in & {{ x }}{% endcall %}", x="<")) == [
        "<&>in & <"
    ]
    tree = [{"n": "&", "c": [{"n": "<", "c": []}]}]
    loop = "{% for x in a recursive %}{{ x.n }}{{ loop(x.c) }}{% endfor %}"
    assert texts(rendered(loop, a=tree)) == ["&<"]
    assert texts(rendered("{% set y %}" + loop + "{% endset %}{{ y|upper }}", a=tree)) == ["&<"]


def test_words_over_several_runs_and_paragraphs_stay_whole() -> None:
    words = ("{% set y %}Hà ", "Nội", "{% endset %}{{ y|upper }}")
    runs = "".join(f'<w:r><w:t xml:space="preserve">{each}</w:t></w:r>' for each in words)
    assert texts(Template.open(of_body(f"<w:p>{runs}</w:p>")).render({})) == ["HÀ NỘI"]
    paragraphs = (
        "{%p set y %}",
        "một {{ x }}",
        "hai",
        "{%p endset %}",
        "{{ y|upper }}",
        "{{p y }}",
    )
    assert texts(rendered(*paragraphs, x="&")) == ["MỘT &\nHAI", "một &", "hai"]


@pytest.mark.parametrize(
    "use", ["{{ y|upper }}", "{{ y|replace('a', 'b') }}", "{{ y|truncate(3) }}"]
)
def test_a_picture_in_a_block_is_never_lost_by_a_filter(use: str) -> None:
    template = Template.open(of_paragraphs("{% set y %}a{{ p }}{% endset %}" + use))
    with pytest.raises(TemplateError) as caught:
        template.render({"p": Picture(picture())})

    assert caught.value.problems[0].code == "value-misplaced"


def test_mark_up_that_the_data_brings_is_printed_as_it_is_and_filtered_as_words() -> None:
    words = Markup("R&amp;D</w:t><w:br/><w:t>a")

    assert texts(rendered("{{ x }}|{{ x|upper }}|{{ y|tojson }}", x=words, y="q")) == [
        'R&D\na|R&D\nA|"q"'
    ]


SIGNS = st.text(st.sampled_from("aĐ&<>\"'\n\t "), max_size=8)


@settings(max_examples=60, deadline=None)
@given(SIGNS, st.sampled_from(["upper", "lower", "title", "trim", "capitalize", "e", "string"]))
def test_any_words_pass_any_filter_as_they_would_without_a_block(words: str, name: str) -> None:
    block = Template.open(of_paragraphs("{% set y %}{{ x }}{% endset %}[{{ y|" + name + " }}]"))
    plain = Template.open(of_paragraphs("[{{ x|" + name + " }}]"))

    assert texts(block.render({"x": words})) == texts(plain.render({"x": words}))


def linked(document: bytes, part: str) -> set[str | None]:
    """The addresses that hyperlinks of a part lead to."""
    found = members(document)
    name = part.replace("word/", "word/_rels/") + ".rels"
    targets = {each.get("Id"): each.get("Target") for each in etree.fromstring(found[name])}
    root = etree.fromstring(found[part])
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {targets[each.get(space)] for each in root.iter() if each.tag.endswith("}hyperlink")}


@pytest.mark.parametrize("kind", [RichText, TheirRichText])
@pytest.mark.parametrize("place", ["body", "header"])
def test_the_address_of_formatted_text_is_there_in_every_part(kind: type, place: str) -> None:
    document = docx.Document()
    story = document if place == "body" else document.sections[0].header
    story.add_paragraph("{{ x }}")
    template = Template.open(saved(document))

    made = template.render(
        {"x": kind("a", url_id=template.build_url_id("https://vbgen.vn/?a=1&b=2"))}
    )

    part = "word/document.xml" if place == "body" else "word/header1.xml"
    assert linked(made, part) == {"https://vbgen.vn/?a=1&b=2"}
    assert unsound(made, "x") == ()


def test_a_link_that_the_body_has_is_carried_to_the_header() -> None:
    document = docx.Document()
    number = document.part.relate_to("https://a.vn", RT.HYPERLINK, is_external=True)
    document.sections[0].header.add_paragraph("{{ x }}")
    document.add_paragraph("{{ x }}")
    made = Template.open(saved(document)).render({"x": TheirRichText("a", url_id=number)})

    assert linked(made, "word/document.xml") == linked(made, "word/header1.xml") == {"https://a.vn"}


@pytest.mark.parametrize("kind", [RichText, TheirRichText])
def test_a_link_that_is_nowhere_is_told(kind: type) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs("{{ x }}")).render({"x": kind("a", url_id="rId77")})

    (problem,) = caught.value.problems
    assert problem.code == "value-unfit"
    assert "url=" in problem.hint


def test_a_file_may_be_read_where_it_was_made() -> None:
    assert docx.Document(io.BytesIO(rendered("{% set y %}a{% endset %}{{ y }}"))).paragraphs
