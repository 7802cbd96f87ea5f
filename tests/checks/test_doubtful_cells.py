"""Cells that are well-formed and cannot be right are told with their place."""

from datetime import date
from pathlib import Path

import pytest

from tests.checks.check_cases import campaign, person
from tests.law.law_texts import SHIPPED
from tests.vocabulary import WORDS
from vbgen.campaign import write_workbook
from vbgen.errors import Problem, Severity
from vbgen.model.campaign import Campaign
from vbgen.model.paper import PaperPlan
from vbgen.office.checking import Question, check
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.library import Library

LIBRARY = Library((shipped() / "templates",))
CODES = {
    "birth-year-impossible",
    "month-without-year",
    "decision-without-day",
}


def told(
    folder: Path, data: Campaign, today: date = date(2022, 12, 1), day: date | None = None
) -> list[Problem]:
    """What `check` says of the cells of a campaign that was written as a workbook."""
    (folder / "pt").mkdir()
    write_workbook(data, folder / "pt" / "campaign.xlsx", WORDS)
    problems = check(folder / "pt", LIBRARY, Question(SHIPPED.on(today), day)).problems
    return [problem for problem in problems if problem.code in CODES]


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (2023, "năm sinh 2023 sau năm của phong trào (2022)"),
        (1901, "sinh năm 1901, quá 120 tuổi"),
        (1902, ""),
        (2022, ""),
        (None, ""),
    ],
)
def test_a_year_of_birth_that_cannot_be_is_an_error_at_its_cell(
    tmp_path: Path, born: int | None, said: str
) -> None:
    problems = told(
        tmp_path,
        campaign(nominees=[person("CN1", "Lê An"), person("CN2", "Vũ Bình", birth_year=born)]),
    )
    assert len(problems) == bool(said)
    for problem in problems:
        assert problem.severity is Severity.ERROR
        assert f"Vũ Bình: {said}" in problem.message
        assert (problem.place.sheet, problem.place.cell) == ("Cá nhân, tập thể", "F3")


@pytest.mark.parametrize(
    ("month", "year", "expected"), [(3, None, 1), (3, 2022, 0), (None, 2022, 0), (None, None, 0)]
)
def test_a_planned_month_wants_its_year(
    tmp_path: Path, month: int | None, year: int | None, expected: int
) -> None:
    papers = (PaperPlan(kind="award-decision", phase=1, signer="gd", month=month, year=year),)
    problems = told(tmp_path, campaign(papers=papers))
    assert len(problems) == expected
    for problem in problems:
        assert problem.severity is Severity.WARNING
        assert problem.hint == "Hãy ghi năm dự kiến, ví dụ 2022."


@pytest.mark.parametrize(
    ("today", "day", "papers", "expected"),
    [
        (date(2024, 5, 2), None, (), 1),
        (date(2023, 2, 1), None, (), 0),  # the same law still
        (date(2024, 5, 2), date(2022, 12, 1), (), 0),
        (
            date(2024, 5, 2),
            None,
            (PaperPlan(kind="award-decision", phase=1, month=12, year=2022),),
            0,
        ),
    ],
)
def test_a_phase_of_an_earlier_law_whose_decision_has_no_day_is_told(
    tmp_path: Path, today: date, day: date | None, papers: tuple[PaperPlan, ...], expected: int
) -> None:
    problems = told(tmp_path, campaign(papers=papers), today, day)
    assert len(problems) == expected
    for problem in problems:
        assert problem.severity is Severity.WARNING
        assert "Nghị định số 91/2017/NĐ-CP; quyết định chưa có tháng dự kiến" in problem.message
        assert "tính theo hôm nay, 02/05/2024: " in problem.message
        assert "Nghị định số 98/2023/NĐ-CP" in problem.message
        assert problem.place.sheet == "Các đợt"


def test_what_is_written_well_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, campaign()) == []
