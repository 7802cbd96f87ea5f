"""Where the office wants two people for a paper, who prepared it alone neither approves nor issues it alone."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.register.issuing_desks import SAMPLE
from vbgen.errors import ProblemsFoundError, Severity
from vbgen.office import (
    ApproveDrafts,
    CellChange,
    ChangeCells,
    Office,
    PrepareIssue,
    ShowSheet,
    Surroundings,
)

NAME, SHEET, CELL = "ha-nam-2022", "Cơ quan", "B2"
SIGNER, CLERK, OTHER = "Phạm Hữu Khải", "Nguyễn Thị Lan", "Trần Văn Minh"
DAY = date(2022, 7, 15)


def noon() -> datetime:
    return datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace that wants two people; its campaign is the sample."""
    shutil.copytree(SAMPLE, tmp_path / "data" / NAME)
    (tmp_path / "data" / NAME / "campaign.yaml").unlink()
    (tmp_path / "vbgen.toml").write_text("[issue]\ntwo_people = true\n", "utf-8")
    with by(tmp_path, CLERK) as office:
        office.desk_to_begin().enter_archive()
    return tmp_path


def by(place: Path, who: str) -> Office:
    return Office.act(place, Surroundings({}, who, noon))


def campaign(place: Path) -> Path:
    return place / "data" / NAME


def saved(place: Path, who: str, words: str) -> None:
    with by(place, who) as office:
        seen = office.do(ShowSheet(NAME, SHEET, 0, 100))
        row = next(each for each in seen.sheet.rows if each.number == int(CELL[1:]))
        change = CellChange(CELL, row.texts[1], words)
        assert office.do(ChangeCells(NAME, SHEET, seen.state, (change,))).saved == 1


def approved(place: Path, who: str = SIGNER) -> None:
    with by(place, who) as office:
        office.do(ApproveDrafts(campaign(place), "phase-summary", 1, DAY))


def refusals(place: Path, who: str, *, stated: bool = False) -> list[str]:
    """Codes of what keeps the paper from its number."""
    asked = PrepareIssue(campaign(place), "phase-summary", DAY, 1, stated_signed=stated)
    with by(place, who) as office:
        try:
            office.do(asked)
        except ProblemsFoundError as fault:
            errors = [each for each in fault.problems if each.severity is Severity.ERROR]
            return [problem.code for problem in errors]
    return []


@pytest.mark.parametrize("stated", [False, True])
def test_one_person_alone_gives_no_number(place: Path, stated: bool) -> None:
    assert refusals(place, CLERK, stated=stated) == ["one-person-only"]
    saved(place, CLERK, "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    assert refusals(place, CLERK, stated=stated) == ["one-person-only"]


def test_who_prepared_and_who_issues_are_two(place: Path) -> None:
    saved(place, OTHER, "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    assert refusals(place, CLERK) == []


def test_a_signer_s_approval_is_a_second_person(place: Path) -> None:
    saved(place, CLERK, "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    approved(place)
    assert refusals(place, CLERK) == []


def test_the_signer_alone_prepares_approves_and_issues_nothing(place: Path) -> None:
    saved(place, SIGNER, "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    approved(place)
    assert refusals(place, f"Ông {SIGNER}") == ["one-person-only"]
    assert refusals(place, CLERK) == []


def test_a_change_outside_the_desk_is_nobody_s(place: Path) -> None:
    saved(place, OTHER, "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    book = campaign(place) / "campaign.xlsx"
    book.write_bytes(book.read_bytes() + b" ")
    assert refusals(place, CLERK) == ["one-person-only"]


def test_an_office_that_does_not_ask_for_it_is_not_asked(place: Path) -> None:
    (place / "vbgen.toml").write_text("", "utf-8")
    assert refusals(place, CLERK) == []
