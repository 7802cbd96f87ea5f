"""Days that the rest of a campaign speaks against are told at their cell, and ordinary ones are not."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.checks.check_cases import campaign, meeting, members, person
from tests.law.law_texts import SHIPPED
from tests.vocabulary import WORDS
from vbgen.campaign import write_workbook
from vbgen.errors import Problem, Severity
from vbgen.model.campaign import Campaign
from vbgen.model.movement import Phase
from vbgen.model.people import Initiative, PastAward
from vbgen.office.checking import Question, check
from vbgen.office.setting.workspace import shipped
from vbgen.papers.kinds.library import Library

LIBRARY = Library((shipped() / "templates",))


def told(folder: Path, data: Campaign) -> list[Problem]:
    """What `check` says of the days of a campaign that was written as a workbook."""
    (folder / "pt").mkdir()
    write_workbook(data, folder / "pt" / "campaign.xlsx", WORDS)
    problems = check(folder / "pt", LIBRARY, Question(SHIPPED.on(date(2022, 12, 1)), None)).problems
    return [problem for problem in problems if problem.code == "day-out-of-reason"]


def one_phase(start: date, end: date) -> dict[str, object]:
    return {"phases": (Phase(number=1, start=start, end=end, theme="Đoàn kết"),)}


def somebody(**changes: object) -> dict[str, object]:
    return {"nominees": (person("CN1", "Lê An", **changes),)}


def past(day: date) -> dict[str, object]:
    row = PastAward(nominee="CN1", year=2020, award="Lao động tiên tiến", decision_date=day)
    return {"past_awards": (row,)}


def study(day: date) -> dict[str, object]:
    return {"initiatives": (Initiative(nominee="CN1", name="Số hóa", decision_date=day),)}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (one_phase(date(2022, 1, 1), date(2022, 6, 30)), ""),
        (one_phase(date(2021, 11, 1), date(2026, 12, 31)), ""),
        (one_phase(date(2002, 1, 1), date(2022, 6, 30)), "Từ ngày: 01/01/2002 xa năm"),
        (one_phase(date(2022, 1, 1), date(2122, 6, 30)), "Đến ngày: 30/06/2122 xa năm"),
        (somebody(joined=date(2010, 3, 1)), ""),
        (somebody(joined=date(2023, 3, 1)), "01/03/2023 sau khi phong trào kết thúc"),
        (somebody(joined=date(1990, 3, 1)), "chưa đủ 15 tuổi (sinh năm 1980)"),
        (somebody(joined=date(1932, 3, 1), birth_year=None), "01/03/1932 trước năm 1945"),
        (somebody(birth_year=2010), "sinh năm 2010, chưa đủ 15 tuổi"),
        (somebody(birth_year=2007), ""),
        (somebody(moved_from="Phòng B", moved_on=date(2022, 3, 1)), ""),
        (somebody(moved_from="Phòng B", moved_on=date(2012, 3, 1)), "01/03/2012 không ở trong năm"),
        (past(date(2020, 12, 20)), ""),
        (past(date(2022, 1, 20)), ""),
        (past(date(2010, 12, 20)), "20/12/2010 cho năm 2020"),
        (study(date(2021, 12, 20)), ""),
        (study(date(2031, 12, 20)), "20/12/2031"),
    ],
)
def test_a_day_that_cannot_be_meant_is_told(
    changes: dict[str, object], said: str, tmp_path: Path
) -> None:
    problems = told(tmp_path, campaign(**changes))
    assert len(problems) == bool(said)
    for problem in problems:
        assert said in problem.message
        assert problem.severity is Severity.WARNING
        assert problem.place.cell


def test_a_session_long_before_its_phase_is_told(tmp_path: Path) -> None:
    session = meeting(start=datetime(2012, 7, 8, 8), end=datetime(2012, 7, 8, 9))  # noqa: DTZ001
    assert [
        each.place.sheet
        for each in told(tmp_path, campaign(council=members(), meetings=(session,)))
    ] == ["Họp Hội đồng"]
