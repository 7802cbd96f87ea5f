"""The sample campaign gives exactly these findings: none is an error, three are warnings."""

from collections import Counter
from datetime import date

import pytest

from tests.law.law_texts import law_on
from tests.sample.sample_campaign import sample
from vbgen.errors import Severity
from vbgen.office.checks.case import Case
from vbgen.office.checks.every import findings
from vbgen.office.checks.finding import Finding
from vbgen.office.checks.law.money import budget

EXPECTED = Counter(
    {
        "unproved-rule": 4,
        "unproved-principles": 1,
        "notice-against-law": 1,
        "target-missed": 2,
        "targets-reached": 1,
        "for-the-superior": 1,
        "legal-cap-kept": 1,
        "homonyms": 2,
        "own-case": 1,
        "notice-silent-on-subjects": 1,
        "notice-silent-on-criteria": 1,
        "notice-silent-on-deadline": 1,
        "notice-wording": 5,
        "leaders-share": 2,
        "women-share": 2,
        "agency-level": 1,
        "budget": 2,
        "highest-only": 1,
    }
)


@pytest.fixture(scope="module")
def case() -> Case:
    return Case(sample(), today=law_on(2026, 1, 1), day=None)


@pytest.fixture(scope="module")
def found(case: Case) -> tuple[Finding, ...]:
    return findings(case)


def by_id(found: tuple[Finding, ...], id_: str) -> list[Finding]:
    return [finding for finding in found if finding.id == id_]


def test_exactly_the_expected_findings_are_made(found: tuple[Finding, ...]) -> None:
    assert Counter(finding.id for finding in found) == EXPECTED


def test_three_findings_and_what_rests_on_unproved_rules_are_warnings_and_none_is_an_error(
    found: tuple[Finding, ...],
) -> None:
    weights = Counter(finding.severity for finding in found)
    unproved = sum(finding.id.startswith("unproved") for finding in found)
    assert (weights[Severity.ERROR], weights[Severity.WARNING], unproved) == (0, 8, 5)


def test_the_notice_asks_for_more_fighters_than_the_law_allows(found: tuple[Finding, ...]) -> None:
    (finding,) = by_id(found, "notice-against-law")
    assert "ít nhất 11 người" in finding.message
    assert "55 người" in finding.message
    assert "tối đa 08 người (bỏ phần lẻ)" in finding.message
    assert [spot.table for spot in finding.spots] == ["quotas", "quotas"]


def test_the_missed_targets_are_those_of_the_summary(found: tuple[Finding, ...]) -> None:
    assert [
        "66/68" in finding.message or "9/68" in finding.message
        for finding in by_id(found, "target-missed")
    ] == [
        True,
        True,
    ]


def test_nine_fighters_are_the_most_that_sixty_advanced_workers_allow(
    found: tuple[Finding, ...],
) -> None:
    (finding,) = by_id(found, "legal-cap-kept")
    assert finding.message.startswith(
        "09 “Chiến sĩ thi đua cơ sở” trên 60 “Lao động tiên tiến”: tối đa 09"
    )


def test_the_two_pairs_of_homonyms_are_told(found: tuple[Finding, ...]) -> None:
    assert {finding.people for finding in by_id(found, "homonyms")} == {
        ("Nguyễn Thị Hương",),
        ("Nguyễn Văn Nam",),
    }


def test_every_finding_says_by_which_rule_and_where(found: tuple[Finding, ...]) -> None:
    assert [finding.id for finding in found if not finding.citation or not finding.spots] == []


def test_both_phases_are_judged_by_the_law_of_2003(case: Case) -> None:
    assert {phase: law.day for phase, law in case.laws.items()} == {
        1: date(2022, 7, 1),
        2: date(2022, 12, 1),
    }
    assert all(law.regime and "15/2003" in law.regime.source for law in case.laws.values())


def test_the_budget_has_the_figures_of_2022(case: Case) -> None:
    rates = {
        (line.honour, line.kind.value): line.rate
        for phase in (1, 2)
        for line in budget(case, phase).lines
    }
    assert rates["Giấy khen", "individual"] == 450_000
    assert rates["Giấy khen", "collective"] == 900_000
    assert [budget(case, phase).total for phase in (1, 2)] == [6_300_000, 54_360_000]


def test_seven_of_ten_are_enough_by_the_law_of_2024_too() -> None:
    later = findings(Case(sample(), today=law_on(2026, 1, 1), day=date(2024, 12, 1)))
    assert by_id(later, "ttldtt-share") == []  # Văn phòng Sở has exactly seven tenths
    assert len(by_id(later, "ground-not-in-force")) == 5
