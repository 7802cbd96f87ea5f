"""Names that look alike are the same, or are told apart in a way that an eye can follow."""

from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.word.docx_making import of_paragraphs, texts
from vbgen.errors import TemplateError
from vbgen.word.template import Template

NAMES = ["tên", "họ_và_tên", "đơn_vị", "số_quyết_định"]
Form = Literal["NFC", "NFD"]
FORMS: list[Form] = ["NFC", "NFD"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("in_tag", FORMS)
@pytest.mark.parametrize("in_data", FORMS)
def test_a_name_is_found_however_it_is_composed(name: str, in_tag: Form, in_data: Form) -> None:
    tag, key = normalize(in_tag, name), normalize(in_data, name)
    template = Template.open(
        of_paragraphs(f"{{{{ {tag} }}}} {{{{ a.{tag} }}}} {{{{ a['{tag}'] }}}}")
    )

    assert texts(template.render({key: "x", "a": {key: "y"}})) == ["x y y"]
    assert template.check([normalize("NFC", name), f"a.{normalize('NFC', name)}"]) == ()


UNSEEN = ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e"]


@given(st.sampled_from(UNSEEN), st.integers(0, 12))
def test_a_letter_that_nobody_sees_changes_no_tag(sign: str, at: int) -> None:
    code = " đơn_vị.tên|upper "
    template = Template.open(of_paragraphs("{{" + code[:at] + sign + code[at:] + "}}"))

    assert texts(template.render({"đơn_vị": {"tên": "a"}})) == ["A"]


def test_a_string_in_a_tag_stays_as_it_is() -> None:
    template = Template.open(of_paragraphs("{{ x|replace('a\u200b', 'b') }}{{ 'te\u0302n' }}"))

    assert texts(template.render({"x": "a\u200b"})) == ["bte\u0302n"]


@pytest.mark.parametrize(
    ("wrong", "sign"), [("tеn", "U+0435"), ("nаme", "U+0430"), ("соde", "U+0441")]
)
def test_a_letter_of_another_alphabet_is_named(wrong: str, sign: str) -> None:
    right = {"tеn": "ten", "nаme": "name", "соde": "code"}[wrong]
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs(f"{{{{ {wrong} }}}}")).render({right: "x"})

    (problem,) = caught.value.problems
    assert sign in problem.hint
    assert f"“{right}”" in problem.hint


def test_a_key_that_looks_alike_in_a_string_is_told() -> None:
    with pytest.raises(TemplateError) as caught:
        Template.open(of_paragraphs("{{ a['nаme'] }}")).render({"a": {"name": 1}})

    assert "U+0430" in caught.value.problems[0].hint
