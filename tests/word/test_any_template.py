"""Templates put together at random: each is either refused with its faults, or makes a sound document."""

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.word.docx_making import add_table, members, saved
from vbgen.errors import Problem, TemplateError
from vbgen.word.template import (
    Listing,
    PageBreak,
    Picture,
    RichText,
    RichTextParagraph,
    RuleLine,
    Template,
)

TAGS = [
    "{{ a }}", "{{r a }}", "{{p a }}", "{{ rich }}", "{{r rich }}", "{{p rich }}", "{{p paragraphs }}", "{{ list }}",
    "{{r list }}", "{{p list }}", "{{ line }}", "{{r line }}", "{{ page }}", "{{p page }}", "{% if yes %}",
    "{% if no %}", "{% else %}", "{% endif %}", "{%- if no -%}", "{%- endif -%}", "{%p if yes %}", "{%p if no %}",
    "{%p else %}", "{%p endif %}", "{%r if no %}", "{%r endif %}", "{% for x in abc %}", "{% endfor %}",
    "{%p for x in abc %}", "{%p endfor %}", "{%tr for x in abc %}", "{%tr endfor %}", "{%tc for x in abc %}",
    "{%tc endfor %}", "{{ x|default('-') }}", "{% colspan 2 %}", "{% cellbg 'FF0000' %}", "{% vm %}", "{% hm %}",
    "{# c #}", "{#p c #}", "{#tr c #}", "{_{", "chữ", " ", "{% set y = 1 %}", "{% macro m() %}", "{% endmacro %}",
    "{{ m() }}", "{% raw %}", "{% endraw %}", "}}", "{{", "\n", "\t",
]  # fmt: skip
PARAGRAPH = st.lists(st.sampled_from(TAGS), max_size=4)
TABLE = st.integers(1, 3).flatmap(
    lambda wide: st.lists(st.lists(PARAGRAPH, min_size=wide, max_size=wide), min_size=1, max_size=3)
)
CONTEXT = {
    "a": "R&D <x>\n\t“{{ b }}”",
    "rich": RichText("đậm\a&\f", bold=True, url="https://vbgen.vn"),
    "paragraphs": RichTextParagraph("đoạn"),
    "list": Listing("một\nhai\tba\abốn\fnăm <>"),
    "line": RuleLine(20),
    "page": PageBreak(),
    "picture": Picture(b""),
    "yes": True,
    "no": False,
    "abc": "abc",
    "loop": {"first": True, "length": 2},
    "m": lambda: "m",
}


def build(paragraphs: list[list[str]], table: list[list[list[str]]]) -> bytes:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            paragraph.add_run(run)
    add_table(document, [["".join(cell) for cell in row] for row in table])
    return saved(document)


def check_sound(document: bytes) -> None:
    parts = members(document)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(content)
            assert b"vb-" not in content
            assert "vbgen-" not in name
    root = etree.fromstring(parts["word/document.xml"])
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    for inner, outer in (
        ("w:t", "w:r"),
        ("w:r", "w:p|w:hyperlink"),
        ("w:tr", "w:tbl"),
        ("w:tc", "w:tr"),
    ):
        wrong = " and ".join(f"not(parent::{name})" for name in outer.split("|"))
        assert not root.xpath(f"//{inner}[{wrong}]", namespaces=space), inner


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PARAGRAPH, max_size=5), TABLE)
def test_any_template_is_refused_or_makes_a_sound_document(
    paragraphs: list[list[str]], table: list[list[list[str]]]
) -> None:
    problems: tuple[Problem, ...] | None = None
    try:
        document = Template.open(build(paragraphs, table)).render(CONTEXT)
    except TemplateError as error:
        problems = error.problems
    else:
        check_sound(document)
    assert problems != ()
    assert all(problem.place.file for problem in problems or ())
