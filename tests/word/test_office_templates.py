"""Whole templates in docxtpl's language, rendered by docxtpl and by vbgen, and compared."""

import io
from collections.abc import Mapping

import docx
import jinja2
import pytest
from docxtpl import DocxTemplate

from tests.word.docx_comparing import shape, without_kept_formats
from tests.word.docx_making import members, of_paragraphs
from tests.word.office_templates import EXAMPLES, Example
from vbgen.errors import TemplateError
from vbgen.word.template import Template

# docxtpl drops the format of what follows a formatted value or a picture in its run.
KEPT_FORMATS = {
    "every format of a text",
    "blanks and tabs in data",
    "pictures in lines, paragraphs and rows",
}


def rendered_by_both(
    example: Example, context: Mapping[str, object] | None = None
) -> tuple[bytes, bytes]:
    """What docxtpl makes, then what vbgen makes of the same values."""
    document = DocxTemplate(io.BytesIO(example.template))
    values = example.context(document) if context is None else context
    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(example.filters)
    document.render(dict(values), environment, autoescape=True)
    theirs = io.BytesIO()
    document.save(theirs)
    return theirs.getvalue(), Template.open(example.template, filters=example.filters).render(
        values
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_whole_template_gives_the_text_and_structure_of_docxtpl(name: str) -> None:
    theirs, ours = rendered_by_both(EXAMPLES[name])
    expected, found = shape(theirs), shape(ours)
    assert expected.keys() <= found.keys()
    for part, blocks in expected.items():
        kept = name in KEPT_FORMATS and without_kept_formats(blocks, found[part])
        assert kept or blocks == found[part], part


def test_properties_are_rendered_as_docxtpl_does() -> None:
    theirs, ours = (
        docx.Document(io.BytesIO(each))
        for each in rendered_by_both(EXAMPLES["properties of the file"])
    )
    assert (
        ours.core_properties.title
        == theirs.core_properties.title
        == "Kế hoạch thi đua, khen thưởng"
    )
    assert ours.core_properties.keywords == "thi đua, khen thưởng"  # docxtpl leaves the tag


def test_pictures_and_workbooks_of_the_template_stay_byte_for_byte() -> None:
    example = EXAMPLES["a picture and a workbook that stay"]
    before, after = members(example.template), members(rendered_by_both(example)[1])
    kept = [name for name in before if name.startswith(("word/media/", "word/embeddings/"))]
    assert len(kept) == 2
    assert [after[name] for name in kept] == [before[name] for name in kept]


def test_one_template_makes_many_documents() -> None:
    example = EXAMPLES["blanks beside a value"]
    template = Template.open(example.template)
    for number in range(3):
        values = {"a": f"đầu {number}", "b": "cuối"}
        assert shape(template.render(values)) == shape(rendered_by_both(example, values)[0])


def test_the_names_of_a_template_are_those_that_docxtpl_lists() -> None:
    source = of_paragraphs(
        "{{ name }} {{ age }}", "{%p if is_leader %}", "{{ unit.name }}", "{%p endif %}",
        "{% for each in merits %}{{ each.text }}{% endfor %}",
    )  # fmt: skip
    theirs = DocxTemplate(io.BytesIO(source)).get_undeclared_template_variables()
    ours = {
        field.path.partition(".")[0].partition("[")[0] for field in Template.open(source).fields()
    }
    assert ours == theirs == {"name", "age", "is_leader", "unit", "merits"}


@pytest.mark.parametrize(
    ("tag", "value", "code"),
    [
        ("{{ x }}", "dấu trang \f trong chữ thường", "control-character"),
        ("{{ x }} {{ absent }}", "chữ", "name-undefined"),
        ("{% if x %}có{% endif %}{% endif %}", "chữ", "block-not-opened"),
    ],
)
def test_what_docxtpl_lets_pass_or_tells_badly_is_refused_with_its_place(
    tag: str, value: str, code: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs("đầu", tag)).render({"x": value})
    assert [(each.code, each.place.paragraph) for each in caught.value.problems] == [(code, 2)]
