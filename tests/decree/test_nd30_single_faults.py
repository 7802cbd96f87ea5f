"""Single faults as careless clerks make them are found, group by group; the clean papers raise nothing."""

import re
import unicodedata
from datetime import date
from typing import Final

import pytest

from tests.decree.seed_acts import SeededFault, groups, seeded, spoil
from tests.decree.seed_papers import built, papers
from vbgen.decree import lint

_TODAY: Final = date(2026, 11, 29)
_QUOTED: Final = 40


def is_found(fault: SeededFault) -> bool:
    sheet = fault.sheet()
    wanted = _bare(fault.told_at(sheet))[:_QUOTED]
    report = lint(sheet.bytes(), today=_TODAY)
    return any(
        finding.rule in fault.finds and finding.place.quote.startswith(wanted)
        for finding in report.findings
    )


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text.strip()))


@pytest.mark.parametrize("name", papers())
def test_a_clean_paper_raises_nothing(name: str) -> None:
    report = lint(built(name).bytes(), today=_TODAY)
    assert report.kind == "official"
    assert [str(problem) for problem in report.problems] == []


FLOORS: Final = {
    "addressees": 24, "annex": 22, "articles": 31, "capitals": 45, "fonts": 20, "grounds": 30,
    "hidden": 25, "marks": 22, "names-in-time": 22, "national-name": 22, "number": 24, "page": 24,
    "place-and-day": 24, "power": 50, "recipients": 26, "rule-lines": 23, "subject": 25, "typing": 41,
}  # fmt: skip


def test_every_group_has_ten_faults_or_more_and_a_floor() -> None:
    assert {group: len(seeded(group)) >= 10 for group in groups()} == dict.fromkeys(FLOORS, True)
    assert sum(len(seeded(group)) for group in groups()) >= 250


@pytest.mark.parametrize("group", FLOORS)
def test_so_many_faults_of_the_group_are_found_at_their_place(group: str) -> None:
    missed = [fault.title for fault in seeded(group) if not is_found(fault)]
    assert len(seeded(group)) - len(missed) >= FLOORS[group], missed


@pytest.mark.parametrize(
    ("paper", "change", "rules"),
    [
        ("department-letter", {"drop": ["addressees 0"]}, ["addressees.missing"]),
        *(
            ("hospital-proposal", {"at": "addressees 0", "text": text}, ["addressees.words"])
            for text in ("Kính gởi: Sở Y tế tỉnh Ninh Bình", "Kính đề nghị: Sở Y tế tỉnh Ninh Bình")
        ),
        ("school-report", {"at": "motto", "bare": ["b"]}, ["motto.weight"]),
        ("school-report", {"settings": "<w:bookFoldPrinting/>"}, ["page.mirror-margins"]),
    ],
)
def test_the_cause_is_told_and_no_symptom_beside_it(
    paper: str, change: dict[str, object], rules: list[str]
) -> None:
    sheet = built(paper)
    spoil(sheet, change)
    assert [each.rule for each in lint(sheet.bytes(), today=_TODAY).findings] == rules


def figures() -> str:
    """The groups with how many of their faults are found; printed when this module is run."""
    found = {group: [is_found(fault) for fault in seeded(group)] for group in groups()}
    found["all"] = [each for group in found.values() for each in group]
    return "\n".join(f"{group:15} {sum(each):3} of {len(each):3}" for group, each in found.items())


if __name__ == "__main__":
    print(figures())  # noqa: T201 - a figure asked for
