"""The template language, each feature in a small template of ours, beside the installed docxtpl."""

import io
from collections.abc import Mapping

import docx
import pytest
from docxtpl import DocxTemplate
from docxtpl import Listing as TheirListing
from docxtpl import RichText as TheirRichText

from tests.word.docx_comparing import shape
from tests.word.docx_making import (
    add_table,
    body_xml,
    cells,
    of_body,
    of_paragraphs,
    of_runs,
    saved,
    texts,
)
from vbgen.word.template import Listing, RichText, RichTextParagraph, Template

PEOPLE = [{"name": "Trần Thị Ánh", "unit": "Phòng A"}, {"name": "Lê Văn B", "unit": "Phòng B"}]
COLUMNS = {
    "columns": ["một", "hai", "ba", "bốn"],
    "rows": [["1", "2", "3", "4"], ["5", "6", "7", "8"]],
}


def docxtpl_render(template: bytes, context: Mapping[str, object]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(context), autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def table(*rows: list[str]) -> bytes:
    return of_paragraphs("trước", table=rows)


ALIKE: dict[str, tuple[bytes, dict[str, object]]] = {
    "a value": (of_paragraphs("Kính gửi {{ name }}!"), {"name": "Sở <A> & B"}),
    "an expression": (
        of_paragraphs("{{ count * 2 }} {{ name|upper }} {{ 'có' if count else 'không' }}"),
        {},
    ),
    "a condition in a line": (of_paragraphs("a{% if yes %}b{% else %}c{% endif %}d"), {}),
    "a condition over runs": (of_runs("a{% if", " no %}b", "{% else %}c", "{% endif %}d"), {}),
    "paragraphs in a condition": (
        of_paragraphs("{%p if no %}", "không", "{%p else %}", "có", "{%p endif %}"),
        {},
    ),
    "paragraphs in a loop": (
        of_paragraphs("{%p for p in people %}", "{{ p.name }}", "{%p endfor %}"),
        {},
    ),
    "a condition over paragraphs": (of_paragraphs("a {% if no %}b", "c", "d{% endif %} e"), {}),
    "rows in a loop": (
        table(
            ["{%tr for p in people %}", ""],
            ["{{ p.name }}", "{{ p.unit }}"],
            ["{%tr endfor %}", ""],
        ),
        {},
    ),
    "cells in a loop": (
        table(
            ["x", "{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"],
            ["{%tr for r in rows %}", "", "", ""],
            ["y", "{%tc for c in r %}", "{{ c }}", "{%tc endfor %}"],
            ["{%tr endfor %}", "", "", ""],
        ),
        COLUMNS,
    ),
    "fewer cells than columns": (
        table(
            ["{%tc if no %}", "a", "{%tc endif %}", "b"],
            ["{%tc if no %}", "c", "{%tc endif %}", "d"],
        ),
        {},
    ),
    "a spanning cell": (table(["{% colspan 2 %}tiêu đề"], ["a"]), {}),
    "a coloured cell": (table(["{% cellbg colour %}đỏ", "b"]), {"colour": "FF0000"}),
    "cells merged downwards": (
        table(
            ["{%tr for p in people %}", ""],
            ["{% vm %}nhóm", "{{ p.name }}"],
            ["{%tr endfor %}", ""],
        ),
        {},
    ),
    "cells merged across": (
        table(["{%tc for p in people %}", "{% hm %}chung", "{%tc endfor %}"], ["a", "b", "c"]),
        {},
    ),
    "runs replaced by formatted text": (of_runs("{{r rich }}"), {"rich": "rich"}),
    "runs in a condition": (of_runs("a", "{%r if no %}", "b", "{%r endif %}", "c"), {}),
    "a list with breaks": (of_paragraphs("{{ listing }}"), {"listing": "listing"}),
    "line breaks and tabs in plain text": (of_paragraphs("{{ lines }}"), {"lines": "một\nhai\tba"}),
    "paragraphs merged by dashes": (
        of_paragraphs("a", "{%- if yes -%}", "b", "{%- endif -%}", "c"),
        {},
    ),
    "blanks kept": (of_paragraphs("{{ name }} và {{ blanks }} x"), {"blanks": "     "}),
    "braces printed": (of_paragraphs("{_{ name }_} và {_% if %_}"), {}),
    "a comment": (of_paragraphs("a{# ghi chú #}b", "{#p cả đoạn #}", "c"), {}),
    "a macro": (of_paragraphs("{% macro f(x) %}[{{ x }}]{% endmacro %}{{ f(1) }}{{ f('<') }}"), {}),
    "set and with": (of_paragraphs("{% set a = 3 %}{% with b = a + 1 %}{{ b }}{% endwith %}"), {}),
    "nested loops": (
        of_paragraphs(
            "{%p for r in rows %}",
            "{% for c in r %}{{ loop.index }}.{{ c }} {% endfor %}",
            "{%p endfor %}",
        ),
        COLUMNS,
    ),
    "raw text": (of_paragraphs("{% raw %}{{ name }}{% endraw %} {{ name }}"), {}),
}


@pytest.mark.parametrize("feature", ALIKE)
def test_a_docxtpl_template_gives_the_same_text_and_structure(feature: str) -> None:
    template, more = ALIKE[feature]
    base = {"name": "Ánh & Bình", "count": 3, "yes": True, "no": False, "people": PEOPLE}
    rich, listing = (
        TheirRichText("đậm <&>\nhai", bold=True, color="#FF0000"),
        TheirListing("a\nb\tc\ad\fe & <f>"),
    )
    special = {"rich": rich, "listing": listing}
    context = {**base, **{key: special.get(str(value), value) for key, value in more.items()}}
    assert shape(Template.open(template).render(context)) == shape(
        docxtpl_render(template, context)
    )


def test_headers_footers_and_properties_are_rendered() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu {{ name }}"
    document.sections[0].footer.paragraphs[0].text = "Chân {{ name }}"
    document.core_properties.title = "Tờ trình {{ name }}"
    result = docx.Document(io.BytesIO(Template.open(saved(document)).render({"name": "R&D"})))
    section = result.sections[0]
    assert section.header.paragraphs[0].text == "Đầu R&D"
    assert section.footer.paragraphs[0].text == "Chân R&D"
    assert result.core_properties.title == "Tờ trình R&D"


def test_our_values_read_like_those_of_docxtpl() -> None:
    template = of_paragraphs("{{r rich }}", "{{ listing }}")
    ours = {
        "rich": RichText("x\ny", italic=True, size=28, font="Tinos"),
        "listing": Listing("a\nb\ac"),
    }
    theirs = {
        "rich": TheirRichText("x\ny", italic=True, size=28, font="Tinos"),
        "listing": TheirListing("a\nb\ac"),
    }
    assert shape(Template.open(template).render(ours)) == shape(docxtpl_render(template, theirs))


def test_whole_paragraphs_come_from_rich_text_paragraphs() -> None:
    paragraphs = RichTextParagraph()
    paragraphs.add(RichText("một", bold=True), parastyle="Heading1")
    paragraphs.add("hai")
    out = Template.open(of_paragraphs("{{p rich }}", "sau")).render({"rich": paragraphs})
    assert texts(out) == ["một", "hai", "sau"]
    assert '<w:pStyle w:val="Heading1"/>' in body_xml(out)


def test_text_after_a_formatted_value_keeps_its_format() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("trước {{r rich }} sau").bold = True
    out = Template.open(saved(document)).render({"rich": RichText("giữa", italic=True)})
    runs = docx.Document(io.BytesIO(out)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [
        ("trước ", True),
        ("giữa", None),
        (" sau", True),
    ]


@pytest.mark.parametrize("prefix", ["r", "p"])
def test_plain_text_at_a_special_place_keeps_the_format_of_its_tag(prefix: str) -> None:
    document = docx.Document()
    document.add_paragraph().add_run("{{%s name }}" % prefix).bold = True  # noqa: UP031 - braces of the template
    out = docx.Document(io.BytesIO(Template.open(saved(document)).render({"name": "A & B"})))
    assert [(run.text, run.bold) for run in out.paragraphs[0].runs] == [("A & B", True)]


def test_braces_in_data_are_never_evaluated() -> None:
    data = "{{ 7*7 }} {% if x %} {_{ {# a #}"
    assert texts(Template.open(of_paragraphs("{{ name }}")).render({"name": data})) == [data]


def test_a_tag_in_an_attribute_is_escaped_for_it() -> None:
    body = '<w:p><w:bookmarkStart w:id="1" w:name="{{ name }}"/><w:bookmarkEnd w:id="1"/></w:p>'
    out = Template.open(of_body(body)).render({"name": 'a"<b>\n'})
    assert 'w:name="a&#34;&lt;b&gt;\n"' in body_xml(out)


@pytest.mark.parametrize(
    ("tag", "expected"), [("{{ x|tojson }}", "&quot;a&quot;"), ("{{ x|e }}", "a")]
)
def test_escaped_text_in_an_attribute_cannot_end_it(tag: str, expected: str) -> None:
    body = f'<w:p><w:bookmarkStart w:id="1" w:name="{tag}"/><w:bookmarkEnd w:id="1"/></w:p>'
    assert f'w:name="{expected}"' in body_xml(Template.open(of_body(body)).render({"x": "a"}))


def test_a_field_code_takes_plain_text() -> None:
    code = (
        '<w:p><w:r><w:instrText xml:space="preserve"> MERGE {{ name }} </w:instrText></w:r></w:p>'
    )
    assert "MERGE a &amp; b " in body_xml(Template.open(of_body(code)).render({"name": "a & b"}))


def test_braces_of_an_add_in_in_a_field_are_no_tags() -> None:
    code = '<w:p><w:r><w:instrText>ADDIN {"a":{"b":{"c":1}}}</w:instrText></w:r></w:p>'
    template = of_body(code)
    assert body_xml(Template.open(template).render({})) == body_xml(template)


def test_nested_tables_keep_their_rows() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    inner = outer.rows[0].cells[0].add_table(3, 1)
    for row, text in zip(
        inner.rows, ("{%tr for p in people %}", "{{ p.name }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].text = text
    add_table(document, [["cuối"]])
    out = docx.Document(io.BytesIO(Template.open(saved(document)).render({"people": PEOPLE})))
    rows = out.tables[0].rows[0].cells[0].tables[0].rows
    assert [row.cells[0].text for row in rows] == ["Trần Thị Ánh", "Lê Văn B"]


def test_both_cell_tags_in_one_cell_stand_in_the_order_of_the_schema() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{% cellbg c %}{% colspan 2 %}x</w:t></w:r></w:p></w:tc>"
    plain = "<w:tc><w:p/></w:tc>"
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    out = Template.open(
        of_body(f"<w:tbl><w:tblPr/>{grid}<w:tr>{cell}</w:tr><w:tr>{plain * 2}</w:tr></w:tbl>")
    )
    assert cells(out.render({"c": "00FF00"}))[0] == ["x", "x"]
