"""The fields of a template, checked against the names there are, and the proof that values arrived."""

import pytest

from tests.word.docx_making import of_paragraphs
from vbgen.errors import Place, TemplateError
from vbgen.word.template import Listing, Shown, Template

TEMPLATE = Template.open(
    of_paragraphs(
        "{{ agency.name }} {{ agency['place'] }} {{ people[0].name }}",
        "{%p for p in people|sort(attribute='rank') if p.chosen %}",
        "{{ loop.index }} {{ p.name|upper }} {% set u = p.unit %}{{ u.title }} {{ p.name.strip() }}",
        "{% for key, award in p.awards.items() %}{{ key }}{{ award.form }}{% endfor %}",
        "{%p endfor %}",
        "{% for unit, members in people|groupby('unit') %}{% for m in members %}{{ m.rank }}{% endfor %}{% endfor %}",
        "{% if note is defined and note %}{{ note.text }}{% endif %} {{ extra|default('') }}",
        "{% macro f(x) %}{{ x.y }}{{ top }}{% endmacro %}{{ f(agency) }}"
        " {% with w = agency %}{{ w.symbol }}{% endwith %}",
        "{{ range(3)|length }} {{ namespace().a }}",
    ),
    name="mẫu.docx",
)


def test_fields_are_dotted_paths_with_loops_resolved() -> None:
    assert [field.path for field in TEMPLATE.fields()] == [
        "agency.name", "agency.place", "people[].name", "people", "people[].rank", "people[].chosen",
        "people[].unit", "people[].unit.title", "people[].awards", "people[].awards[].form", "note", "note.text",
        "extra", "top", "agency", "agency.symbol",
    ]  # fmt: skip


def test_a_field_knows_all_its_places_and_whether_it_may_be_absent() -> None:
    fields = {field.path: field for field in TEMPLATE.fields()}
    assert [place.quote for place in fields["people[].name"].places] == [
        "{{ people[0].name }}", "{{ p.name|upper }}", "{{ p.name.strip() }}",
    ]  # fmt: skip
    assert [path for path, field in fields.items() if field.optional] == ["note.text", "extra"]


KNOWN = [
    "agency.name", "agency.place", "agency.symbol", "people[].name", "people[].chosen", "people[].unit.*",
    "people[].awards.*", "people[].rank", "note.text", "top",
]  # fmt: skip


def test_a_template_that_uses_known_names_only_has_no_problems() -> None:
    assert TEMPLATE.check(KNOWN) == ()


@pytest.mark.parametrize(
    ("wrong", "path", "hint"),
    [
        ("agency.name", "agency.nmae", "“nmae”"),
        ("people[].chosen", "people[].chsoen", "“chsoen”"),
        ("top", "tops", "“tops”"),
    ],
)
def test_an_unknown_name_is_told_at_each_place_with_the_nearest(
    wrong: str, path: str, hint: str
) -> None:
    found = TEMPLATE.check([path if each == wrong else each for each in KNOWN])
    assert len(found) == 1
    assert hint in found[0].hint
    assert found[0].place.file == "mẫu.docx"


def test_known_names_may_be_a_sample_of_the_data() -> None:
    sample = {"a": {"b": 1}, "list": [{"c": "", "d": {"e": 1}}], "any": None}
    template = Template.open(
        of_paragraphs("{{ a.b }}{{ any.thing }}{% for x in list %}{{ x.c }}{{ x.d.f }}{% endfor %}")
    )
    (problem,) = template.check(sample)
    assert problem.message == "“list[].d” không có trường “f”."


def test_a_list_used_without_a_loop_is_told() -> None:
    (problem,) = Template.open(of_paragraphs("{{ people.name }}")).check(["people[].name"])
    assert "for … in people" in problem.hint


def test_every_value_that_was_shown_is_found_in_the_document() -> None:
    template = Template.open(
        of_paragraphs("{{ a }} và {{ b }}", "{{ c }} {{ n }}", "{% if no %}{{ a }}{% endif %}")
    )
    proved = template.render_with_proof(
        {"a": "x\ny", "b": "<&>", "c": Listing("l\am\tn\fo"), "n": 5, "no": False}
    )
    assert [each.text for each in proved.shown] == ["x\ny", "<&>", "l\am\tn\fo", "5"]
    assert template.verify(proved.document, proved.shown) == ()


def test_a_value_that_is_not_in_the_document_is_told_with_its_tag() -> None:
    template = Template.open(of_paragraphs("{{ a }}"))
    lost = Shown("word/document.xml", "đã mất", Place(file="mẫu.docx", quote="{{ b }}"))
    (problem,) = template.verify(template.render({"a": 1}), [lost])
    assert problem.code == "value-lost"
    assert problem.place.quote == "{{ b }}"


def test_a_template_known_as_good_tells_its_fields_before_it_has_code_and_renders_the_same() -> (
    None
):
    source = of_paragraphs("{% for p in people %}{{ p.name }}, {% endfor %}{{ agency.name }}")
    good, other = (Template.open(source, is_known_good=known) for known in (True, False))
    assert good.fields() == other.fields()
    assert ["code" in vars(each.parts[0]) for each in (good, other)] == [False, True]
    values = {"people": [{"name": "Hòa"}], "agency": {"name": "Sở"}}
    assert good.render(values) == other.render(values)


@pytest.mark.parametrize(
    "tag", ["{{ not }}", "{{ a.b. }}", "{{ a b }}", "{% if not %}x{% endif %}"]
)
def test_a_word_of_the_language_is_never_taken_for_a_name(tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs(tag))
    assert [problem.code for problem in caught.value.problems] == ["tag-syntax"]
