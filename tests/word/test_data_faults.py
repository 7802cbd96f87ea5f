"""Data that does not fit its template: all of it told in one run, nothing half-written."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.word.docx_making import of_paragraphs, texts
from vbgen.errors import Problem, TemplateError, VbgenError
from vbgen.word.template import (
    Limits,
    Listing,
    Picture,
    RichText,
    RichTextParagraph,
    Shown,
    Template,
)


def faults(
    template: bytes, context: dict[str, object], limits: Limits | None = None
) -> tuple[Problem, ...]:
    opened = Template.open(template, name="mẫu.docx", limits=limits, filters={"strict": strict})
    with pytest.raises(TemplateError) as caught:
        opened.render(context)
    return caught.value.problems


def strict(value: object) -> object:
    raise VbgenError(f"Không đọc được “{value}”.")


@dataclass(frozen=True)
class Person:
    name: str
    unit: None = None


def test_every_undefined_name_is_told_with_the_nearest_known_one() -> None:
    found = faults(
        of_paragraphs("{{ nmae }}", "{% if cuont %}x{% endif %}"), {"name": "a", "count": 1}
    )
    assert [problem.place.paragraph for problem in found] == [1, 2]
    assert ["Có phải là “name”?" in found[0].hint, "Có phải là “count”?" in found[1].hint] == [
        True,
        True,
    ]


def test_a_name_in_a_branch_that_was_not_taken_is_told_with_the_others() -> None:
    found = faults(of_paragraphs("{{ a }}", "{% if no %}{{ b }}{% endif %}"), {"no": False})
    assert [problem.place.quote for problem in found] == ["{{ a }}", "{{ b }}"]


def test_a_name_in_a_branch_that_was_not_taken_is_no_fault_by_itself() -> None:
    template = Template.open(of_paragraphs("{% if no %}{{ b }}{% endif %}x"))
    assert texts(template.render({"no": False})) == ["x"]


@pytest.mark.parametrize("person", [{"name": "A"}, Person("A")])
def test_an_attribute_in_a_loop_is_told_once(person: object) -> None:
    template = of_paragraphs("{%p for p in people %}", "{{ p.nam }}", "{%p endfor %}")
    (problem,) = faults(template, {"people": [person] * 1000})
    assert "“nam”" in problem.message
    assert problem.hint == "Có phải là “name”?"


UNDEFINED = [
    "{{ x }}", "{{ x.y.z }}", "{{ x['y'] }}", "{{ x + 1 }}", "{{ 1 - x }}", "{{ x|upper }}", "{{ x|length }}",
    "{{ x() }}", "{{ x == 1 }}", "{{ x > 1 }}", "{{ not x }}", "{{ x ~ 'a' }}", "{{ x|float }}", "{{ x|int }}",
    "{% for a in x %}{% endfor %}", "{{ 1 in x }}", "{{ x|join }}", "{{ x|strict }}", "{{ '%s' % x }}",
    "{{ {'a': 1}[x] }}", "{{r x }}", "{{p x }}", "{{ x if x else 1 }}", "{{ -x }}", "{{ d.x }}", "{{ d['x'].y }}",
]  # fmt: skip


@pytest.mark.parametrize("tag", UNDEFINED)
def test_any_use_of_an_undefined_name_is_told(tag: str) -> None:
    found = faults(of_paragraphs(tag), {"d": {}})
    assert {problem.code for problem in found} == {"name-undefined"}
    assert all("“x”" in problem.message for problem in found)


ASKED = [
    "{% if x is defined %}a{% endif %}",
    "{{ x|default('') }}",
    "{{ x|d(1) }}",
    "{{ 'a' if d.x is undefined }}",
]


@pytest.mark.parametrize("tag", ASKED)
def test_asking_whether_a_name_is_there_is_allowed(tag: str) -> None:
    assert Template.open(of_paragraphs(tag)).render({"d": {}})


CONTROL = ["a\x07b", "\x0c", "x\x00", "\x1b[0m", "\ud800", "\uffff", "\x0b"]


@pytest.mark.parametrize("value", CONTROL)
@pytest.mark.parametrize(
    "tag", ["{{ x }}", "{{r x }}", "{{p x }}", "{{ x|e }}", "{{ x ~ '' }}", "{{ x|upper }}"]
)
def test_a_control_character_is_told_with_its_field(value: str, tag: str) -> None:
    (problem,) = faults(of_paragraphs(tag), {"x": value})
    assert problem.code == "control-character"
    assert problem.place.quote == tag
    assert "U+" in problem.message


@pytest.mark.parametrize("value", [Listing("a\x01"), RichText("a\x01")])
def test_a_control_character_in_a_special_value_is_told(value: object) -> None:
    (problem,) = faults(of_paragraphs("{{ x }}"), {"x": value})
    assert problem.code == "control-character"


def test_only_lists_and_rich_text_may_start_paragraphs_and_pages() -> None:
    out = Template.open(of_paragraphs("{{ x }}")).render({"x": Listing("a\ab\fc")})
    assert texts(out) == ["a", "b", "", "c"]


UNPRINTABLE = {
    "nothing": (None, "value-empty"),
    "bytes": (b"x", "value-not-text"),
    "a function": (len, "value-not-text"),
    "paragraphs in a line": (RichTextParagraph("x"), "value-misplaced"),
    "a picture that is none": (Picture(b"not a picture"), "value-unfit"),
    "a link to a file": (RichText("x", url="file:///etc/passwd"), "value-unfit"),
}


@pytest.mark.parametrize("what", UNPRINTABLE)
def test_a_value_that_cannot_be_printed_is_told(what: str) -> None:
    value, code = UNPRINTABLE[what]
    (problem,) = faults(of_paragraphs("{{ x }}"), {"x": value})
    assert problem.code == code
    assert problem.place.quote == "{{ x }}"


def test_faults_of_all_parts_and_kinds_come_together() -> None:
    found = faults(of_paragraphs("{{ a }}", "{{ b }}", "{{ c }}"), {"b": None, "c": "\x01"})
    assert {problem.code for problem in found} == {
        "name-undefined",
        "value-empty",
        "control-character",
    }


def test_an_error_of_a_filter_is_told_at_its_tag() -> None:
    (problem,) = faults(of_paragraphs("một", "{{ x|strict }}"), {"x": "31/02"})
    assert problem.message == "Không đọc được “31/02”."
    assert problem.place.paragraph == 2


def test_a_calculation_that_fails_is_told_at_its_tag() -> None:
    (problem,) = faults(of_paragraphs("một", "{{ 1 / x }}"), {"x": 0})
    assert "chia cho số 0" in problem.message
    assert problem.place.paragraph == 2


def test_no_more_problems_are_listed_than_anyone_reads() -> None:
    template = of_paragraphs(*("{{ x%d }}" % number for number in range(50)))  # noqa: UP031 - braces of the template
    assert len(faults(template, {}, Limits(problems=10))) <= 50


@settings(deadline=None)
@given(
    st.text(
        st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"),
        min_size=1,
    )
)
def test_any_text_arrives_as_it_is(value: str) -> None:
    assert TEMPLATE.verify(*_rendered(value)) == ()
    assert texts(TEMPLATE.render({"x": value})) == [f"a {value} b"]


TEMPLATE = Template.open(of_paragraphs("a {{ x }} b"))


def _rendered(value: str) -> tuple[bytes, tuple[Shown, ...]]:
    proved = TEMPLATE.render_with_proof({"x": value})
    assert [each.text for each in proved.shown] == [value]
    return proved.document, proved.shown


def test_a_fault_in_a_loop_names_the_item() -> None:
    people = [
        {"name": "A", "awards": [{"form": "x"}]},
        {"name": "B", "awards": [{"form": "y"}, {"form": None}]},
    ]
    rows = [
        "{%p for p in people if p.name %}",
        "{% for a in p.awards %}{{ a.form }}{% endfor %}",
        "{%p endfor %}",
    ]
    (problem,) = faults(of_paragraphs(*rows), {"people": people})
    assert problem.message.endswith(" Ở mục thứ 2 của “people”. Ở mục thứ 2 của “p.awards”.")
