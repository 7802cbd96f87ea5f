"""Templates of an office's own, taken out of the house: what plain docxtpl can say, and what it is refused for."""

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import docx
import pytest

from tests.word.docx_making import of_body, of_paragraphs, picture
from vbgen.errors import TemplateError
from vbgen.word.template import Fragments, Listing, PageBreak, Picture, RichText, RuleLine
from vbgen.word.template.plain.comparing import difference
from vbgen.word.template.plain.exporting import Exportable, Leaving, exported
from vbgen.word.template.plain.tables import Tables
from vbgen.words.filters import filters

UNITS = [{"name": "văn phòng", "count": 3}, {"name": "thanh tra & pháp chế", "count": 12}]


def leave(template: bytes, values: Mapping[str, object], **fragments: bytes) -> Leaving:
    return exported(
        Exportable(template, "mau.docx", Fragments(fragments), filters()), {"one": values}
    )


REWRITTEN = [
    ("{{ a|upper }}", "{{ a|upper }}"),
    ("{{ a|sentence }}", "{{ filters.sentence[a|string] }}"),
    ("{{ a.b[0].c|length|two_digits }}", "{{ filters.two_digits[a.b[0].c|length|string] }}"),
    ("{{ x ~ loop.index|roman }}", "{{ x ~ filters.roman[loop.index|string] }}"),
    ("{{ (a + b)|two_digits }}", "{{ filters.two_digits[(a + b)|string] }}"),
    ("{{ f(a)|sentence }}", "{{ filters.sentence[f(a)|string] }}"),
    ("{{ s|percent(2) }}", "{{ filters.percent[[s, 2]|string] }}"),
    ("{{ s|percent(decimals=2) }}", "{{ filters.percent[[s, 2]|string] }}"),
    ("{{ n|two_digits|sentence }}", "{{ filters.sentence[filters.two_digits[n|string]|string] }}"),
    ("{%p if a|two_digits == '05' %}", "{%p if filters.two_digits[a|string] == '05' %}"),
    ("{{r name|sentence }}", "{{r filters.sentence[name|string] }}"),
    ("{{ '|sentence' }}", "{{ '|sentence' }}"),
    ("{{ sentence }}", "{{ sentence }}"),
]


@pytest.mark.parametrize(("tag", "plain"), REWRITTEN, ids=[tag for tag, _plain in REWRITTEN])
def test_a_filter_of_the_house_is_looked_up(tag: str, plain: str) -> None:
    assert Tables(filters()).rewrite(tag) == plain


VALUES: list[tuple[str, str, dict[str, object]]] = [
    ("text that XML would take for mark-up", "{{ a }}", {"a": "R&D <1>"}),
    ("several lines", "{{ a }}", {"a": "một\nhai\tba"}),
    ("a number", "{{ a + 1 }}", {"a": 4}),
    ("a day in words", "{{ a|long_date }}", {"a": date(2022, 3, 5)}),
    ("a day by itself", "{{ a }}", {"a": date(2022, 3, 5)}),
    ("a filter with words", "{{ a|percent(2) }}", {"a": 52}),
    ("formatted text", "{{r a }}", {"a": RichText("đậm & nghiêng", bold=True, italic=True, size=28)}),
    ("formatted lines", "{{r a }}", {"a": RichText("một\nhai", color="C00000", underline="single")}),
    ("a link", "{{r a }}", {"a": RichText("Cổng", url="https://example.vn/")}),
    ("a highlight", "{{r a }}", {"a": RichText("vàng", highlight="FFFF00")}),
    ("a list with breaks", "{{ a }}", {"a": Listing("một\nhai\aba\fbốn")}),
    ("a drawn line", "{{ a }}", {"a": RuleLine(30)}),
    ("a new page", "{{ a }}", {"a": PageBreak()}),
    ("a picture", "{{ a }}", {"a": Picture(picture(), 30)}),
    ("units", "{% for u in a %}{{ u.name|sentence }}: {{ u.count|two_digits }}; {% endfor %}", {"a": UNITS}),
    ("words", "{% for u in a %}{{ u|sentence }} {% endfor %}", {"a": ["một", "hai"]}),
    ("a name in a list", "{{ a|listed }}", {"a": ["một", "hai", "ba"]}),
    ("a condition", "{% if a|two_digits == '05' %}có{% else %}không{% endif %}", {"a": 5}),
    ("nothing", "{% if a %}có{% else %}không{% endif %}", {"a": None}),
    ("a mapping", "{% for k, v in a.items() %}{{ k }}={{ v }} {% endfor %}", {"a": {"x": 1, "y": 2}}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "values"), [each[1:] for each in VALUES], ids=[e[0] for e in VALUES]
)
def test_docxtpl_shows_the_same(text: str, values: dict[str, object]) -> None:
    assert "template.docx" in leave(of_paragraphs("Trước", text, "sau"), values).files


def test_a_tag_that_word_cut_up_is_put_together() -> None:
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in ("{{ a", "|sent", "ence }", "} là"))
    left = leave(of_body(f"<w:p>{runs}</w:p>"), {"a": "một"})
    found = docx.Document(io.BytesIO(left.files["template.docx"]))
    assert found.paragraphs[0].text == "{{ filters.sentence[a|string] }} là"


def test_fragments_stand_in_the_template_with_what_they_bring() -> None:
    inner = of_paragraphs("{{ b }}", "{{ c|sentence }}")
    left = leave(
        of_paragraphs('{%p include "dau" %}', "{{ a }}"), {"a": 1, "b": 2, "c": "x"}, dau=inner
    )
    found = docx.Document(io.BytesIO(left.files["template.docx"]))
    words = [each.text for each in found.paragraphs if each.text]
    assert words == ["{{ b }}", "{{ filters.sentence[c|string] }}", "{{ a }}"]


def test_only_what_the_template_uses_is_written() -> None:
    left = leave(of_paragraphs("{{ a.b }}"), {"a": {"b": "một"}, "secret": "hai"})
    assert "hai" not in left.files["data.json"].decode()


REFUSED: list[tuple[str, str, dict[str, object], str]] = [
    (
        "formatted text in the midst of a run",
        "{{ a }}",
        {"a": RichText("x", bold=True)},
        "template-",
    ),
    ("a filter by its name", "{{ a|map('sentence')|join }}", {"a": ["x"]}, "template-not-plain"),
]


@pytest.mark.parametrize(
    ("text", "values", "code"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED]
)
def test_what_docxtpl_would_show_otherwise_is_refused(
    text: str, values: dict[str, object], code: str
) -> None:
    with pytest.raises(TemplateError) as refused:
        leave(of_paragraphs("x", text), values)
    (problem,) = refused.value.problems
    assert problem.code.startswith(code)
    assert problem.hint


DIFFERING = [
    ("a word", of_paragraphs("một"), of_paragraphs("hai")),
    ("a paragraph more", of_paragraphs("một"), of_paragraphs("một", "")),
    ("a table's cell", of_paragraphs(table=[["a", "b"]]), of_paragraphs(table=[["a"]])),
    ("a bold run", of_body("<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
     of_body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>")),
    ("an alignment", of_body("<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
     of_body('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>')),
    ("a tab", of_body("<w:p><w:r><w:t>a</w:t></w:r></w:p>"), of_body("<w:p><w:r><w:t>a</w:t><w:tab/></w:r></w:p>")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"), [e[1:] for e in DIFFERING], ids=[e[0] for e in DIFFERING]
)
def test_every_difference_of_text_or_form_is_seen(one: bytes, other: bytes) -> None:
    assert difference(one, other)
    assert difference(one, one) is None


def test_runs_cut_otherwise_are_no_difference() -> None:
    cut = "<w:r><w:t>a</w:t></w:r><w:r/><w:r><w:t>b</w:t></w:r>"
    whole = "<w:r><w:t>ab</w:t></w:r>"
    assert difference(of_body(f"<w:p>{cut}</w:p>"), of_body(f"<w:p>{whole}</w:p>")) is None


def test_the_script_names_nothing_of_the_house() -> None:
    script = leave(of_paragraphs("{{ a }}"), {"a": 1}).files["render.py"].decode()
    assert not [line for line in script.splitlines() if "import" in line and "vbgen" in line]
    assert Path("vbgen").name not in script.replace("vbgen-picture", "").replace("vb-link", "")


def grid(widths: tuple[int, ...], *, asks: bool, kept: str = "") -> str:
    said = '<w:tblDescription w:val="vbgen:fit 12"/>' if asks else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{kept}</w:p></w:tc>'
        for width in widths
    )
    return f"<w:tbl><w:tblPr>{said}</w:tblPr><w:tblGrid>{columns}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


KEPT = "<w:pPr><w:keepNext/></w:pPr>"


def test_only_a_table_that_asks_for_it_may_have_other_widths() -> None:
    plain, fitted = grid((500, 500), asks=False), grid((300, 700), asks=False, kept=KEPT)
    asking = grid((500, 500), asks=True)
    assert difference(of_body(fitted), of_body(asking)) is None
    assert difference(of_body(fitted), of_body(plain))
    assert difference(of_body(fitted + fitted), of_body(asking + plain))
    assert difference(of_body(f"<w:p>{KEPT}</w:p>{fitted}"), of_body(f"<w:p/>{asking}"))
