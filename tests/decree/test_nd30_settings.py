"""An office may narrow a range or switch a rule off, and is told of every mistake at once."""

import tomllib

import pytest

from tests.decree.nd30_papers import letter
from tests.decree.nd30_strangers import company_minutes
from vbgen.decree import Settings, lint
from vbgen.decree.checking.model import FormRule
from vbgen.decree.checking.settings import _narrowed
from vbgen.errors import Problem, ProblemsFoundError, Severity


def settings(text: str) -> Settings:
    return Settings.from_table(tomllib.loads(text))


def test_a_narrower_range_finds_what_the_decree_lets_pass() -> None:
    narrow = settings('[rules."page.margin-left"]\nmin = 32')
    (finding,) = lint(letter().bytes(), settings=narrow).findings
    assert finding.rule == "page.margin-left"
    assert finding.required == "lề trái từ 32 đến 35 mm"


def test_a_rule_that_is_off_reports_nothing() -> None:
    source = letter(number="Số: 5/SCT-VP").bytes()
    assert [item.rule for item in lint(source).findings] == ["number.zero"]
    assert lint(source, settings=settings('off = ["number.zero"]')).findings == ()


def test_a_whole_subject_is_switched_off_with_a_star() -> None:
    source = letter(number="Số: 5/ SCT-VP").bytes()
    assert lint(source, settings=settings('off = ["number.*"]')).findings == ()


def test_a_severity_can_be_changed() -> None:
    source = letter(number="Số: 5/SCT-VP").bytes()
    (finding,) = lint(
        source, settings=settings('[rules."number.zero"]\nseverity = "note"')
    ).findings
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ('off = ["page.margin-lef"]', "lint.off[0]", "Không có quy tắc"),
        ("off = 1", "lint.off", "danh sách"),
        (
            '[rules."page.margin-left"]\nmin = 10',
            "lint.rules.page.margin-left.min",
            "chỉ được thu hẹp",
        ),
        (
            '[rules."page.margin-left"]\nmin = "x"',
            "lint.rules.page.margin-left.min",
            "không đúng kiểu",
        ),
        (
            '[rules."page.margin-left"]\nwidth = 1',
            "lint.rules.page.margin-left.width",
            "không có “width”",
        ),
        (
            '[rules."page.margin-left"]\nseverity = "fatal"',
            "lint.rules.page.margin-left.severity",
            "error, warning",
        ),
        ('[rules."no.such"]\nmin = 1', "lint.rules.no.such", "Không có quy tắc"),
        ('[rules]\n"page.paper" = 1', "lint.rules.page.paper", "phải là bảng"),
        ("rules = 1", "lint.rules", "phải là bảng"),
        ("ofF = []", "lint.ofF", "Không có mục"),
    ],
)
def test_a_mistake_in_the_settings_is_named_with_its_key(text: str, path: str, words: str) -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        settings(text)
    (problem,) = caught.value.problems
    assert problem.place.path == path
    assert words in problem.message


def test_all_mistakes_are_told_at_once_with_the_nearest_name() -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        settings('off = ["page.margin-lef", "x"]\n[rules."number.zer"]\nmin = 1')
    assert len(caught.value.problems) == 3
    assert caught.value.problems[0].hint == "Có phải là “page.margin-left”?"


def test_a_rule_with_an_upper_end_alone_may_be_narrowed_below_it() -> None:
    rule = FormRule("subject.length", "", Severity.NOTE, "", "", {"max": 120.0})
    problems: list[Problem] = []
    assert _narrowed(rule, 80.0, problems, "lint.rules.subject.length.max", "vbgen.toml") == 80.0
    assert problems == []
    _narrowed(rule, 200.0, problems, "lint.rules.subject.length.max", "vbgen.toml")
    assert [problem.code for problem in problems] == ["lint-settings"]


def test_a_firm_of_the_state_holds_its_papers_to_the_decree() -> None:
    docx = company_minutes().bytes()
    assert lint(docx).kind == "enterprise"
    report = lint(docx, settings=Settings.from_table({"state-enterprise": True}))
    assert report.kind == "official"
    assert report.papers[0].of_kind.is_whole
    assert "motto.line" in {item.rule for item in report.findings}


def test_whether_the_firm_is_the_states_is_a_yes_or_a_no() -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        Settings.from_table({"state-enterprise": "có"})
    assert caught.value.problems[0].place.path == "lint.state-enterprise"
