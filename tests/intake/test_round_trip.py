"""What vbgen itself makes is read back: the data that every paper shows."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from vbgen.campaign import load_campaign
from vbgen.intake.known import KnownOffice
from vbgen.intake.reading import read_file
from vbgen.intake.values import FileReading, ReadValue
from vbgen.model.campaign import Campaign
from vbgen.model.vocabulary import Vocabulary
from vbgen.office import DraftPapers, Office, Surroundings
from vbgen.office.receiving.reading import known_of
from vbgen.office.setting.workspace import find_workspace

SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
NOW = datetime(2026, 11, 29, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return find_workspace(SAMPLE).words(date(2026, 11, 29))


@pytest.fixture(scope="module")
def campaign(words: Vocabulary) -> Campaign:
    return load_campaign(SAMPLE, words).campaign


@pytest.fixture(scope="module")
def known(words: Vocabulary, campaign: Campaign) -> KnownOffice:
    return known_of(words, NOW.date(), campaign.agency, campaign.units)


@pytest.fixture(scope="module")
def readings(
    tmp_path_factory: pytest.TempPathFactory, known: KnownOffice
) -> Mapping[str, FileReading]:
    """Every paper of the first phase, drafted and read."""
    folder = tmp_path_factory.mktemp("drafts")
    with Office.act(SAMPLE, Surroundings({}, "t", lambda: NOW)) as office:
        office.do(DraftPapers(SAMPLE, phase=1, folder=folder))
    return {path.stem: read_file(path, path.name, known) for path in sorted(folder.glob("*.docx"))}


def read_people(reading: FileReading) -> list[tuple[object, ...]]:
    """Name, position, unit, honour and merit of everybody, and whether anything is doubtful."""
    names = ("full_name", "position", "unit", "award", "merit")
    return [(*(each[name] for name in names), each.is_certain) for each in reading.people]


def proposed(campaign: Campaign, table: str) -> list[tuple[object, ...]]:
    """The same of the campaign's own rows of the first phase."""
    people = {each.id: each for each in campaign.nominees}
    rows = [each for each in getattr(campaign, table) if each.phase == 1]
    return [
        (person.full_name, person.position, person.unit, each.award, each.merit, True)
        for each in rows
        for person in [people[each.nominee]]
    ]


@pytest.mark.parametrize(
    ("paper", "table"),
    [
        ("nomination-list-phase-1", "nominations"),
        ("certificate-phase-1", "awards"),
    ],
)
def test_everybody_on_a_paper_is_read_as_the_data_have_him(
    paper: str, table: str, readings: Mapping[str, FileReading], campaign: Campaign
) -> None:
    assert sorted(map(str, read_people(readings[paper]))) == sorted(
        map(str, proposed(campaign, table))
    )


def test_a_decision_says_who_gets_what(
    readings: Mapping[str, FileReading], campaign: Campaign
) -> None:
    """Its list of people has no merits: the one of its first article holds for all."""
    found = [each[:4] for each in read_people(readings["award-decision-phase-1"])]
    assert sorted(map(str, found)) == sorted(str(each[:4]) for each in proposed(campaign, "awards"))
    common = "xuất sắc trong phong trào thi đua đợt 1 năm 2022"
    people = [each for each in readings["award-decision-phase-1"].people if each["gender"]]
    assert {each["merit"] for each in people} == {common}


def test_a_decision_grants_and_a_list_asks(readings: Mapping[str, FileReading]) -> None:
    granted = {name for name, reading in readings.items() if reading.is_granted}
    assert granted == {"award-decision-phase-1", "certificate-phase-1"}


@pytest.mark.parametrize(
    ("paper", "key", "value"),
    [
        ("launch-notice", "type", "Công văn"),
        ("launch-notice", "symbol", "SCT-VP"),
        ("launch-notice", "place", "Hà Nam"),
        ("launch-notice", "governing_body", "UBND TỈNH HÀ NAM"),
        ("launch-notice", "issuer", "SỞ CÔNG THƯƠNG"),
        ("launch-notice", "subject", "phát động phong trào thi đua năm 2022"),
        ("launch-notice", "signer_title", "GIÁM ĐỐC"),
        ("launch-notice", "year", 2022),
        ("award-decision-phase-1", "type", "Quyết định"),
        ("award-decision-phase-1", "symbol", "QĐ-SCT"),
        ("award-decision-phase-1", "authority", "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH HÀ NAM"),
        ("nomination-list-phase-1", "type", "Tờ trình"),
        ("council-minutes-phase-1", "type", "Biên bản"),
        ("phase-summary-phase-1", "type", "Báo cáo"),
        ("phase-summary-phase-1", "signer_title", "PHÓ GIÁM ĐỐC"),
    ],
)
def test_a_part_is_read_as_the_paper_shows_it(
    paper: str, key: str, value: object, readings: Mapping[str, FileReading]
) -> None:
    part = readings[paper].paper[key]
    assert isinstance(part, ReadValue)
    assert (part.value, part.doubts, part.place.file) == (value, (), f"{paper}.docx")


def texts(reading: FileReading, key: str) -> list[object]:
    """The values of a part that has several."""
    part = reading.paper[key]
    assert isinstance(part, tuple)
    return [each.value for each in part]


def test_lists_of_a_frame_are_read_line_by_line(readings: Mapping[str, FileReading]) -> None:
    notice, decision = readings["launch-notice"], readings["award-decision-phase-1"]
    assert texts(notice, "addressees") == ["Các phòng chuyên môn, đơn vị trực thuộc Sở"]
    assert texts(notice, "recipients")[-1] == "Lưu: VT"
    assert texts(notice, "signers") == ["Lê Nguyên Ngọc"]
    assert texts(decision, "grounds")[0] == (
        "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003"
    )
    assert texts(readings["nomination-list-phase-1"], "powers") == ["TM. HỘI ĐỒNG", "KT. CHỦ TỊCH"]


def test_phases_and_numeric_targets_of_a_launch_are_those_of_the_data(
    readings: Mapping[str, FileReading], campaign: Campaign
) -> None:
    notice = readings["launch-notice"]
    phases = [(each["number"], each["start"], each["end"]) for each in texts(notice, "phases")]  # type: ignore[index]
    assert phases == [(each.number, each.start, each.end) for each in campaign.phases]
    targets = [(each["planned"], each["unit"]) for each in texts(notice, "targets")]  # type: ignore[index]
    assert targets == [(each.planned, each.unit) for each in campaign.indicators]


def test_minutes_name_people_and_propose_nobody(readings: Mapping[str, FileReading]) -> None:
    minutes = readings["council-minutes-phase-1"]
    assert minutes.people
    assert not any(each.is_nominee for each in minutes.people)
    assert minutes.questions == ()


def test_who_signs_is_seen_and_not_taken(readings: Mapping[str, FileReading]) -> None:
    decision = readings["award-decision-phase-1"]
    signers = [each.words for each in decision.left if each.code == "signer"]
    assert signers == ["Lê Nguyên Ngọc"]
    assert decision.seen == len(decision.people) + 1
