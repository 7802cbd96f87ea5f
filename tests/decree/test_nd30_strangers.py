"""Papers that are none of the decree's are named as what they are, and measured only by what holds for them."""

from fnmatch import fnmatchcase

import pytest
from docx import Document

from tests.decree.nd30_forms import FORMS
from tests.decree.nd30_papers import GOOD, Sheet, letter
from tests.decree.nd30_strangers import STRANGERS
from vbgen.decree import FormFinding, form_rules, lint
from vbgen.decree.checking.kinds import kinds_of_paper, rule_groups
from vbgen.decree.parts.paper import FormKind

_MOST_FALSE = 5  # findings on all strangers together


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_is_named_as_what_it_is(name: str) -> None:
    make, kind = STRANGERS[name]
    assert lint(make().bytes()).kind == kind


def test_all_strangers_together_raise_next_to_nothing() -> None:
    reports = {name: lint(make().bytes()) for name, (make, _kind) in STRANGERS.items()}
    found = {name: list(map(_rule, one.findings)) for name, one in reports.items()}
    assert set(found.pop("fill-in template")) == {"typing.placeholder"}  # true, one a place
    assert sum(map(len, found.values())) <= _MOST_FALSE, found


def _rule(finding: FormFinding) -> str:
    return finding.rule


@pytest.mark.parametrize("name", STRANGERS)
def test_it_is_said_what_a_stranger_was_taken_for_and_what_was_not_checked(name: str) -> None:
    make, kind = STRANGERS[name]
    [paper] = lint(make().bytes()).papers
    assert paper.sentence.startswith("Đọc là: ")
    if not kinds_of_paper()[kind].is_whole:
        assert "Không kiểm tra" in paper.sentence
        assert "Nghị định 30/2020" in paper.sentence or not paper.of_kind.groups


@pytest.mark.parametrize("name", GOOD)
def test_the_decrees_own_papers_are_measured_by_everything(name: str) -> None:
    [paper] = lint(GOOD[name]().bytes()).papers
    assert paper.of_kind.is_whole
    assert paper.is_certain


def test_the_table_has_every_kind_and_names_rules_that_exist() -> None:
    assert set(kinds_of_paper()) == {kind.value for kind in FormKind}
    for group in rule_groups().values():
        for pattern in group.rules:
            assert any(fnmatchcase(rule, pattern) for rule in form_rules()), pattern
    assert all(kind.source for kind in kinds_of_paper().values())


@pytest.mark.parametrize("kind", sorted(set(FormKind) - {FormKind.OFFICIAL, FormKind.ATTACHED}))
def test_only_where_the_decree_holds_is_everything_held(kind: FormKind) -> None:
    assert not kinds_of_paper()[kind].is_whole
    assert not kinds_of_paper()[kind].holds("issuer.weight")


def test_a_file_without_a_letter_is_said_to_be_unread() -> None:
    report = lint(Sheet(Document()).bytes())
    assert (report.kind, report.is_unread) == ("empty", True)
    assert "không có chữ" in report.papers[0].sentence


def test_words_alone_do_not_make_a_form_of_an_offices_own_paper() -> None:
    sheet = letter()
    sheet["clause 1"].runs[
        0
    ].text = "1. Mẫu số 01: TỜ KHAI, ĐƠN ĐỀ NGHỊ và PHIẾU KHẢO SÁT kèm theo."
    sheet["heading 1"].runs[0].text = "I. ĐƠN VỊ THỰC HIỆN"
    assert lint(sheet.bytes()).kind == "official"


@pytest.mark.parametrize("name", sorted(FORMS))
def test_the_decrees_own_forms_are_its_own_papers_however_many_dots_they_have(name: str) -> None:
    [paper] = lint(FORMS[name]().bytes()).papers
    assert paper.kind == ("attached" if name.startswith(("1.3", "2.")) else "official")
