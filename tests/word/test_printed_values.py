"""What may be printed: text, numbers, dates and formatted values; anything else is an error where it was to stand."""

import io
import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import RichText as TheirRichText
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.word.docx_making import of_body, of_paragraphs, picture, saved, texts
from vbgen.errors import Problem, TemplateError
from vbgen.word.template import (
    Fragments,
    Listing,
    PageBreak,
    Picture,
    RichText,
    RichTextParagraph,
    RuleLine,
    Template,
    render_text,
)


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    headcount: int


class Movement(BaseModel):
    title: str
    year: int


class Colour(Enum):
    RED = "đỏ"


class Form(StrEnum):
    MERIT = "Giấy khen"


class Rank(IntEnum):
    FIRST = 1


class Mixed(str, Enum):  # noqa: UP042 - the old way, in which `str()` gives `Mixed.TEXT`
    TEXT = "chữ"


class Named:
    def __str__(self) -> str:
        return "tên"


class Pair(NamedTuple):
    left: int
    right: int


NOT_WORDS: dict[str, object] = {
    "nothing": None,
    "a truth": True,
    "a falsehood": False,
    "a record": Unit("Văn phòng", 3),
    "a model": Movement(title="Thi đua", year=2022),
    "a mapping": {"a": 1},
    "an ordered mapping": OrderedDict(a=1),
    "a list": ["a", 1],
    "an empty list": [],
    "a tuple": (1, 2),
    "a named tuple": Pair(1, 2),
    "a set": {1},
    "an iterator": iter("ab"),
    "a generator": (each for each in "ab"),
    "a range": range(3),
    "a view of keys": {"a": 1}.keys(),
    "a function": len,
    "a class": Unit,
    "a method": "a".upper,
    "a module": math,
    "an object": object(),
    "an object with words of its own": Named(),
    "bytes": b"a",
    "a byte array": bytearray(b"a"),
    "a path": Path("a"),
    "an identifier": UUID(int=1),
    "an enumeration": Colour.RED,
    "a span of time": timedelta(days=1),
    "no number": math.nan,
    "infinity": math.inf,
    "no exact number": Decimal("NaN"),
    "a signalling number": Decimal("sNaN"),
    "a complex number": 1j,
    "an ellipsis": ...,
    "an error": ValueError("a"),
}
WORDS: dict[str, tuple[object, str]] = {
    "text": ("Sở Công Thương", "Sở Công Thương"),
    "an empty text": ("", ""),
    "a whole number": (0, "0"),
    "a big number": (10**30, "1" + "0" * 30),
    "an exact number": (Decimal("1.50"), "1.50"),
    "a float": (1.5, "1.5"),
    "a fraction": (Fraction(1, 2), "1/2"),
    "a day": (date(2022, 1, 10), "2022-01-10"),
    "a moment": (datetime(2022, 1, 10, 8, tzinfo=UTC), "2022-01-10 08:00:00+00:00"),
    "an hour": (time(8, 30), "08:30:00"),
    "a text of a list": (Form.MERIT, "Giấy khen"),
    "a number of a list": (Rank.FIRST, "1"),
    "a text of an old list": (Mixed.TEXT, "chữ"),
}
PATHS = (
    "{{ x }}", "{{r x }}", "{{p x }}", "{{ x ~ '' }}", "{{ 'a' ~ x ~ 'b' }}", "{{ x|upper }}", "{{ x|lower }}",
    "{{ x|title }}", "{{ x|trim }}", "{{ x|capitalize }}", "{{ x|string }}", "{{ x|e }}", "{{ x|forceescape }}",
    "{{ x|striptags }}", "{{ x|center(3) }}", "{{ x|indent }}", "{{ x|wordwrap }}", "{{ x|replace('a', 'b') }}",
    "{{ 'a'|replace('a', x) }}", "{{ '%s' % x if x is not iterable else '%s' % (x,) }}", "{{ '%s' % (x,) }}",
    "{{ '%(x)s' % {'x': x} }}", "{{ '%s'|format(x) }}", "{{ '%(x)s'|format(x=x) }}", "{{ '{}'.format(x) }}",
    "{{ '{x}'.format(x=x) }}", "{{ '{x}'.format_map({'x': x}) }}", "{{ '{!s:>3}'.format(x) }}", "{{ [x]|join }}",
    "{{ [x, 'b']|join('-') }}", "{{ ['a', 'b']|join(x) }}", "{{ [{'y': x}]|join(', ', attribute='y') }}",
    "{{ [{'y': x}]|map(attribute='y')|join }}", "{{ [x]|map('upper')|join }}", "{{ [x]|map('string')|join }}",
    "{{ ('-'|e).join([x]) }}", "{{ ('a'|e).replace('a', x) }}", "{{ 'a'|e ~ x }}", "{{ ('%s'|e) % (x,) }}",
    "{{ ('{}'|e).format(x) }}", "{{ x|urlencode if x is not iterable else [('a', x)]|urlencode }}",
    "{% set y = x %}{{ y }}", "{% set y %}{{ x }}{% endset %}{{ y }}", "{% filter upper %}{{ x }}{% endfilter %}",
    "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(x) }}", "{% for y in [x] %}{{ y }}{% endfor %}",
    "{{ cycler(x, x).next() }}", "{{ namespace(y=x).y }}", "{{ dict(y=x).y }}", "{% if true %}{{ x }}{% endif %}",
    "{{ {'a': x}['a'] }}", "{{ [x]|first }}", "{{ [x]|list|last }}", "{{ none_of|default(x) }}",
)  # fmt: skip


def faults(
    template: bytes | Template, value: object, fragments: Fragments | None = None
) -> tuple[Problem, ...]:
    opened = template if isinstance(template, Template) else opened_as(template, fragments)
    with pytest.raises(TemplateError) as caught:
        opened.render({"x": value, "d": {"a": 1}})
    return caught.value.problems


def opened_as(template: bytes, fragments: Fragments | None = None) -> Template:
    return Template.open(template, name="mẫu.docx", fragments=fragments)


@cache
def of_tag(tag: str) -> Template:
    """A template with the tag in its second paragraph."""
    return opened_as(of_paragraphs("một", tag))


@pytest.mark.parametrize("tag", PATHS)
def test_what_is_no_word_is_refused_whatever_way_it_takes(tag: str) -> None:
    for what in NOT_WORDS.keys() - {"an iterator", "a generator"}:
        (problem,) = faults(of_tag(tag), NOT_WORDS[what])
        assert problem.code == ("value-empty" if NOT_WORDS[what] is None else "value-not-text"), (
            what
        )
        assert (problem.place.file, problem.place.paragraph) == ("mẫu.docx", 2), what
        assert problem.hint, what


@pytest.mark.parametrize("what", NOT_WORDS)
def test_what_is_no_word_is_refused(what: str) -> None:
    (problem,) = faults(of_tag("{{ x }}"), NOT_WORDS[what])
    assert "không in được" in problem.message
    assert problem.place.quote == "{{ x }}"


@pytest.mark.parametrize("what", WORDS)
@pytest.mark.parametrize(
    "tag", ["{{ x }}", "{{r x }}", "{{p x }}", "{{ x ~ '' }}", "{{ [x]|join }}", "{{ x|string }}"]
)
def test_text_numbers_and_dates_are_printed(what: str, tag: str) -> None:
    value, words = WORDS[what]
    assert texts(of_tag(tag).render({"x": value})) == ["một", words]


MADE = {
    "{{ d.items() }}": "danh sách",
    "{{ d.keys }}": "tên trường",
    "{{ cycler('a') }}": "",
    "{{ range(3) }}": "danh sách",
    "{{ [1, 'a'] }}": "|join(', ')",
    "{{ true }}": "'có' if",
    "{{ 1 == 1 }}": "'có' if",
    "{{ x|map(attribute='name') }}": "“{{ x|map(attribute='name')|join(', ') }}”",
    "{{ x }}": "“{{ x|map(attribute='name')|join(', ') }}”",
    "{{ x[0] }}": "Các trường có: name, headcount.",
    "{% for u in x %}{{ u }}{% endfor %}": "“{{ u.name }}”",
    "{% for u in x %}{{ loop }}{% endfor %}": "“{{ loop.index }}”",
    "{{ x|groupby('name') }}": "danh sách",
    "{{ d }}": "“{{ d.a }}”",
    "{{ joiner() }}": "tên trường",
    "{{ namespace(a=1) }}": "tên trường",
    "{% macro m() %}a{% endmacro %}{{ m }}": "tên trường",
    "{{ x ~ '' }}": "danh sách",
    "{{ x|batch(2) }}": "danh sách",
    "{{ 'ab'|reverse|list }}": "danh sách",
    "{{ 'a b'.split() }}": "danh sách",
}


@pytest.mark.parametrize("tag", MADE)
def test_what_a_tag_makes_is_refused_with_the_way_to_write_it(tag: str) -> None:
    (problem,) = faults(of_paragraphs(tag), [Unit("Văn phòng", 3)])
    assert problem.code == "value-not-text"
    assert MADE[tag] in problem.hint


INSIDE = [
    "{{ '%r' % x }}",
    "{{ '%5a'|format(x) }}",
    "{{ '{!r}'.format(x) }}",
    "{{ '%(a)r' % {'a': x} }}",
]


@pytest.mark.parametrize("tag", INSIDE)
def test_the_way_a_program_writes_a_value_is_never_printed(tag: str) -> None:
    (problem,) = faults(of_paragraphs(tag), "a")
    assert problem.code == "tag-refused"


def test_an_object_cannot_be_laid_open() -> None:
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs("{{ x|pprint }}"))
    assert caught.value.problems[0].code == "filter-unknown"


def _in_header(tag: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = tag
    return saved(document)


def _in_footer(tag: str) -> bytes:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = tag
    return saved(document)


def _in_properties(tag: str) -> bytes:
    document = docx.Document()
    document.core_properties.subject = tag
    return saved(document)


def _in_note(tag: str, kind: str = "footnotes") -> bytes:
    document = docx.Document()
    name = kind.removesuffix("s")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:{kind} xmlns:w="{space}"><w:{name} w:id="1"><w:p><w:r><w:t>{tag}</w:t></w:r></w:p></w:{name}></w:{kind}>'
    mime = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    part = Part(PackURI(f"/word/{kind}.xml"), mime, xml.encode(), document.part.package)
    document.part.relate_to(
        part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    )
    return saved(document)


def _in_body(xml: str) -> Callable[[str], bytes]:
    return lambda tag: of_body(xml.replace("TAG", tag))


PLACES: dict[str, tuple[Callable[[str], bytes], str]] = {
    "a cell": (lambda tag: of_paragraphs(table=[["a", tag]]), "thân văn bản"),
    "a header": (_in_header, "đầu trang"),
    "a footer": (_in_footer, "chân trang"),
    "a footnote": (_in_note, "chú thích cuối trang"),
    "an endnote": (lambda tag: _in_note(tag, "endnotes"), "chú thích cuối văn bản"),
    "the file's properties": (_in_properties, "thuộc tính tệp"),
    "an attribute": (
        _in_body('<w:p><w:bookmarkStart w:id="1" w:name="TAG"/></w:p>'),
        "thân văn bản",
    ),
    "a field": (
        _in_body("<w:p><w:r><w:instrText> IF TAG </w:instrText></w:r></w:p>"),
        "thân văn bản",
    ),
    "a cell's colour": (lambda _tag: of_paragraphs(table=[["{% cellbg x %}a"]]), "thân văn bản"),
    "a cell's width": (lambda _tag: of_paragraphs(table=[["{% colspan x %}a"]]), "thân văn bản"),
}


@pytest.mark.parametrize("where", PLACES)
def test_what_is_no_word_is_refused_in_every_part_of_a_file(where: str) -> None:
    template, part = PLACES[where]
    for value in (Unit("a", 1), None, True, ["a"]):
        (problem,) = faults(template("{{ x }}"), value)
        assert problem.code in ("value-empty", "value-not-text")
        assert problem.place.part.startswith(part)


def test_what_is_no_word_is_refused_in_a_fragment_under_the_name_of_the_fragment() -> None:
    fragments = Fragments({"đầu": of_paragraphs("một", "{{ x }}")})
    (problem,) = faults(of_paragraphs("{%p include 'đầu' %}"), Unit("a", 1), fragments)
    assert (problem.place.file, problem.place.paragraph) == ("đầu.docx", 2)


FILLED: dict[str, Callable[[object], object]] = {
    "formatted text": lambda value: _added(RichText("a"), value),
    "formatted text in formatted text": lambda value: RichText(_added(RichText("a"), value)),
    "a list": Listing,
    "paragraphs": lambda value: _added(RichTextParagraph("a"), _added(RichText("a"), value)),
    "what describes a picture": lambda value: Picture(picture(), alt=value),  # type: ignore[arg-type] # the fault
}


def _added(value: Any, more: object) -> Any:  # noqa: ANN401 - one of the formatted values
    value.add(more)
    return value


@pytest.mark.parametrize("what", FILLED)
@pytest.mark.parametrize("value", [Unit("a", 1), True, ["a"], math.nan], ids=str)
def test_what_is_no_word_is_refused_inside_a_formatted_value(what: str, value: object) -> None:
    tag = "{{p x }}" if what == "paragraphs" else "{{ x }}"
    (problem,) = faults(of_paragraphs("một", tag), FILLED[what](value))
    assert (problem.code, problem.place.paragraph) == ("value-not-text", 2)


def test_a_number_inside_a_formatted_value_is_printed_zero_too() -> None:
    template = Template.open(of_paragraphs("{{ x }}"))
    assert [
        texts(template.render({"x": value}))
        for value in (RichText(0), Listing(0), RichText(Decimal("1.5")))
    ] == [
        ["0"],
        ["0"],
        ["1.5"],
    ]


@pytest.mark.parametrize(
    "value", [Picture(picture()), RuleLine(10), PageBreak()], ids=["picture", "line", "page"]
)
@pytest.mark.parametrize(
    "tag", ["{{ x ~ 'a' }}", "{{ x|upper }}", "{{ [x]|join }}", "{{ '%s' % (x,) }}"]
)
def test_a_picture_or_a_line_is_not_lost_among_words(value: object, tag: str) -> None:
    (problem,) = faults(of_paragraphs(tag), value)
    assert problem.code == "value-misplaced"


@pytest.mark.parametrize(
    "made", [lambda: Picture(picture(), alt="a\x01"), lambda: RichText("a", url="https://a\x01")]
)
def test_a_control_character_beside_the_words_of_a_value_is_told(
    made: Callable[[], object],
) -> None:
    (problem,) = faults(of_paragraphs("{{ x }}"), made())
    assert problem.code == "control-character"


def test_a_value_derived_from_one_of_docxtpl_is_taken_as_such() -> None:
    class House(TheirRichText):  # type: ignore[misc] # docxtpl has no types
        pass

    assert texts(
        Template.open(of_paragraphs("{{r x }}")).render({"x": House("đậm", bold=True)})
    ) == ["đậm"]


@pytest.mark.parametrize(
    ("tag", "words"), [("{{ x|int }}", ""), ("{{ x|float }}", ""), ("{{ x|int(0) }}", "0")]
)
def test_an_empty_field_is_no_zero_unless_the_template_says_so(tag: str, words: str) -> None:
    template = Template.open(of_paragraphs(tag))
    if words:
        assert texts(template.render({"x": None})) == [words]
        return
    with pytest.raises(TemplateError) as caught:
        template.render({"x": None})
    assert [problem.code for problem in caught.value.problems] == ["value-empty"]


@pytest.mark.parametrize(
    "source", ["{{ x }}", "{{ x ~ '' }}", "{{ '%s' % (x,) }}", "{{ x if x is defined }}"]
)
@pytest.mark.parametrize("what", NOT_WORDS)
def test_a_line_of_a_declaration_refuses_what_is_no_word(source: str, what: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render_text(source, {"x": NOT_WORDS[what]}, name="kind.toml", filters={})
    assert "không in được" in str(caught.value)
    assert caught.value.problems[0].place.quote == source


@pytest.mark.parametrize("what", WORDS)
def test_a_line_of_a_declaration_takes_text_numbers_and_dates(what: str) -> None:
    value, words = WORDS[what]
    assert (
        render_text("a {{ x }}{{ '' ~ x }}", {"x": value}, name="kind.toml", filters={})
        == f"a {words}{words}".strip()
    )


words = st.one_of(
    st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")),
    st.integers(-(10**20), 10**20),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.times(),
)
shapes: tuple[Callable[[object], object], ...] = (
    lambda value: [value],
    lambda value: (value, value),
    lambda value: {"a": value},
    lambda value: Unit(str(value), 1),
    lambda value: iter([value]),
    lambda value: lambda: value,
    lambda _value: None,
    bool,
)


@settings(deadline=None, max_examples=60)
@given(
    words,
    st.sampled_from(
        ["{{ x }}", "{{ x ~ '' }}", "{{ [x]|join }}", "{{ '%s' % (x,) }}", "{{ '{}'.format(x) }}"]
    ),
)
def test_a_word_is_printed_as_itself_whatever_way_it_takes(value: object, tag: str) -> None:
    assert texts(of_tag(tag).render({"x": value})) == ["một", str(value)]


@settings(deadline=None, max_examples=60)
@given(words, st.sampled_from(shapes), st.sampled_from(PATHS))
def test_a_word_inside_something_else_is_never_printed(
    value: object, shape: Callable[[object], object], tag: str
) -> None:
    assert {problem.code for problem in faults(of_tag(tag), shape(value))} <= {
        "value-empty",
        "value-not-text",
    }


def test_a_table_of_values_reads_back_as_it_was_printed() -> None:
    rows = of_paragraphs(table=[["{{ a }}", "{{ b }}"]])
    out = docx.Document(io.BytesIO(Template.open(rows).render({"a": 1, "b": date(2022, 1, 2)})))
    assert [cell.text for cell in out.tables[0].rows[0].cells] == ["1", "2022-01-02"]
