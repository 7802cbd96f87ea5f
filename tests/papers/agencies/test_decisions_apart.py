"""What an office decides apart beside titles and forms: a decision each, announced before a number is taken."""

from datetime import date
from pathlib import Path

import pytest

from tests.papers.agencies.offices import SAMPLE, Office, office_of, said
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.decision_split import DecisionSplit
from vbgen.office.setting.workspace import Workspace
from vbgen.papers.body.bonus_table import bonus_table
from vbgen.papers.honours import awards
from vbgen.papers.kinds.library import Library
from vbgen.papers.papers import agenda
from vbgen.papers.scene import Scene

LIBRARY: Library = Workspace(None).library
PUPILS = ["Trần Gia Huy", "Nguyễn Bảo Châu", "Đinh Công Minh", "Lại Thùy Dương"]
CLASS = "Lớp 9A"  # honoured itself, and the class of the last pupil
WHOM = {"tap-the": [CLASS], "ca-nhan": ["Phùng Thị Hiền"], "hoc-sinh": [CLASS, *PUPILS]}
EVERYBODY = [CLASS, "Phùng Thị Hiền", *PUPILS]


def split(office: Office, how: DecisionSplit) -> None:
    """The office says what else it decides apart."""
    data = office.data()
    data["agency"]["decisions"] = how.value
    office.write(data)


@pytest.fixture
def school(tmp_path: Path) -> Office:
    office = office_of("truong", tmp_path)
    split(office, DecisionSplit.RECIPIENT)
    return office


def named(path: Path) -> list[str]:
    """Who of the school's is named on a paper, in the order in which they are awarded."""
    text = "\n".join(said(path)).upper()
    return [name for name in EVERYBODY if name.upper() in text]


def test_each_kind_of_recipient_has_a_decision_and_certificates_of_its_own(
    school: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    done = school.run(capsys, "draft", "award-decision", "certificate")
    assert done.code == 0, done.out + done.err
    for group, names in WHOM.items():
        assert named(school.drafted(f"award-decision.{group}-phase-1")) == names
        assert named(school.drafted(f"certificate.{group}-phase-1")) == names
    assert not school.drafted("award-decision-phase-1").exists()
    pupils = said(school.drafted("award-decision.hoc-sinh-phase-1"))
    assert any(line.startswith("Điều 1. Tặng Giấy khen cho 04 học sinh đã có") for line in pupils)
    assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;" in pupils
    assert "- Như Điều 3;" in pupils


def test_all_are_announced_with_their_numbers_before_one_is_taken(
    school: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("award-decision", "--date", school.day, "--json", "--no-pdf")
    refused = school.run(capsys, "issue", *words)
    [doubt] = [each for each in refused.json["problems"] if each["code"] == "several-papers"]
    assert "03 văn bản" in doubt["message"]
    assert all(f"0{number}/QĐ-THCSLVH" in doubt["message"] for number in (1, 2, 3))
    assert "award-decision/hoc-sinh" in doubt["hint"]


def test_each_is_issued_with_its_own_certificates_and_printed_by_its_own_name(
    school: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    issued = school.issue(capsys, "award-decision").json["issued"]
    assert [one["golden_numbers"] for one in issued] == [[1], [1], [1, 2, 3, 4]]
    refused = school.run(capsys, "print", "certificate", "--list")
    assert refused.code == 2
    assert "certificate/hoc-sinh" in refused.err
    counted = school.run(capsys, "print", "certificate/hoc-sinh", "--list", "--json")
    assert counted.code == 0, counted.err


def scenes(campaign: Campaign, law: LawOfDay, kind: str) -> tuple[Scene, ...]:
    return agenda(campaign, [LIBRARY.find(kind)], phase=2, law=law).scenes


@pytest.mark.parametrize("how", list(DecisionSplit), ids=str)
def test_however_they_are_split_everybody_is_decided_on_once_and_paid_the_same(
    how: DecisionSplit, tmp_path: Path
) -> None:
    office = office_of(SAMPLE, tmp_path)
    campaign = load_campaign(office.campaign, WORDS).campaign
    law = Workspace(None).law(date(2022, 12, 20))
    whole = scenes(campaign, law, "award-decision")
    agency = campaign.agency.model_copy(update={"decisions": how})
    parts = scenes(campaign.model_copy(update={"agency": agency}), law, "award-decision")
    assert (len(parts) > len(whole)) is (how is not DecisionSplit.LAW)
    assert sorted(decided(parts)) == sorted(decided(whole))
    assert paid(parts) == paid(whole)


def decided(papers: tuple[Scene, ...]) -> list[tuple[str, str]]:
    listed = map(awards, papers)
    return [(each.nominee.id, each.honour.name) for one in listed for each in one.entries]


def paid(papers: tuple[Scene, ...]) -> int:
    return sum(bonus_table(awards(paper), paper.campaign, paper.decided).total for paper in papers)


def test_no_two_brackets_stand_in_a_row_behind_a_merit_that_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("dang", tmp_path)
    data = office.data()
    plan = next(row for row in data["papers"] if row["kind"] == "award-decision")
    plan["merit"] = "xuất sắc trong nhiệm kỳ (2021 - 2026)"
    office.write(data)
    assert office.run(capsys, "draft", "award-decision", "--json").code == 0
    lines = said(office.drafted("award-decision-phase-1"))
    [first] = [line for line in lines if line.startswith("Điều 1.")]
    assert first.endswith("trong nhiệm kỳ (2021 - 2026), có Danh sách kèm theo.")


def test_no_two_brackets_stand_in_a_row_behind_a_sum_without_a_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = office_of("xa", tmp_path)
    data = office.data()
    del data["agency"]["bonus_source"]
    office.write(data)
    assert office.run(capsys, "draft", "award-decision", "--json").code == 0
    lines = said(office.drafted("award-decision-phase-1"))
    [second] = [line for line in lines if line.startswith("Điều 2.")]
    assert second.endswith("đồng chẵn), chi tiết tại Phụ lục II kèm theo.")
