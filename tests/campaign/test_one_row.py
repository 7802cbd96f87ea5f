"""One row a person: read as the linked sheets, written from them without loss, with codes that stay."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, sheet
from tests.campaign.people import linked_campaigns
from tests.campaign.telling import is_a_sentence
from tests.sent_list import lay_sent_list
from tests.vocabulary import WORDS
from vbgen.campaign import Inspection, inspect_campaign, load_campaign, load_file, write_campaign
from vbgen.errors import Severity
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind

HEADING = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu", "Thành tích", "Đồng ý",
           "Danh hiệu, hình thức được tặng")  # fmt: skip
AN = (
    "1",
    "Nguyễn Văn An",
    "Chuyên viên",
    "Văn phòng Sở",
    "Giấy khen",
    "xuất sắc năm 2022",
    5,
    "Giấy khen",
)
MARKED = ("2", "Nguyễn Văn Ân", "Chuyên viên", "Văn phòng Sở", "Giấy khen", "tốt năm 2022", 2, None)
BINH = (
    "3",
    "Trần Thị Bình",
    "Trưởng phòng",
    "Phòng Kế hoạch",
    "Giấy khen",
    "tốt năm 2022",
    5,
    "Giấy khen",
)
_LINKED = ("Cá nhân, tập thể", "Đề nghị", "Đơn vị")


def _listed(folder: Path, *rows: Sequence[object], without: Sequence[str] = _LINKED) -> Path:
    """A folder whose workbook has the list, and not the sheets that it stands for."""

    def put(book: openpyxl.Workbook) -> None:
        for title in without:
            book.remove(sheet(book, title))
        made = book.create_sheet("Danh sách")
        for row in rows:
            made.append(list(row))

    return campaign_folder(folder, put)


def _campaign(folder: Path, *rows: Sequence[object]) -> Campaign:
    return load_campaign(_listed(folder, HEADING, *rows), WORDS).campaign


def _errors(found: Inspection) -> list[tuple[str, str]]:
    return [
        (each.code, each.place.cell)
        for each in found.problems
        if each.severity is Severity.ERROR and is_a_sentence(each)
    ]


def test_a_row_is_nominee_proposal_vote_and_award(tmp_path: Path) -> None:
    campaign = _campaign(tmp_path, AN, MARKED)

    first, second = campaign.nominees
    assert [each.name for each in campaign.units] == ["Văn phòng Sở"]
    assert first.unit == second.unit == campaign.units[0].id
    assert [(each.nominee, each.merit) for each in campaign.nominations] == [
        (first.id, "xuất sắc năm 2022"),
        (second.id, "tốt năm 2022"),
    ]
    assert [each.votes_for for each in campaign.votes] == [5, 2]
    assert [(each.nominee, each.merit) for each in campaign.awards] == [
        (first.id, "xuất sắc năm 2022")
    ]


def test_codes_stay_when_rows_change_places_and_others_come(tmp_path: Path) -> None:
    rows = [AN, MARKED, BINH]
    codes = {each.full_name: each.id for each in _campaign(tmp_path, *rows).nominees}

    rows.reverse()
    (tmp_path / "b").mkdir()
    more = ("4", "Lê Văn Cường", "Chuyên viên", "Văn phòng Sở", "Giấy khen", "tốt", 3, None)
    again = {each.full_name: each.id for each in _campaign(tmp_path / "b", more, *rows).nominees}

    assert len(set(codes.values())) == len(codes)
    assert again == codes | {"Lê Văn Cường": again["Lê Văn Cường"]}


@pytest.mark.parametrize("spelling", ["NGUYỄN VĂN AN", " Nguyễn  Văn An", "Nguyễn Văn An"])
def test_one_person_in_two_phases_is_one_person(spelling: str, tmp_path: Path) -> None:
    later = ("2", spelling, None, "văn phòng sở", "Giấy khen", "tốt đợt 2", None, None, 2)
    folder = _listed(tmp_path, (*HEADING, "Đợt"), (*AN, 1), later, without=(*_LINKED, "Các đợt"))
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    phases = book.create_sheet("Các đợt")
    for row in (("Đợt",), (1,), (2,)):
        phases.append(list(row))
    book.save(folder / "campaign.xlsx")

    campaign = load_campaign(folder, WORDS).campaign

    (who,) = campaign.nominees
    assert who.position == "Chuyên viên"
    assert [(each.phase, each.nominee) for each in campaign.nominations] == [
        (1, who.id),
        (2, who.id),
    ]


def test_one_person_said_in_two_ways_is_asked_about(tmp_path: Path) -> None:
    other = (
        "2",
        "Nguyễn Văn An",
        "Phó phòng",
        "Văn phòng Sở",
        "Lao động tiên tiến",
        "tốt",
        None,
        None,
    )

    found = inspect_campaign(_listed(tmp_path, HEADING, AN, other), WORDS)

    assert _errors(found) == [("conflicting-row", "C3")]


def test_typed_codes_tell_namesakes_apart(tmp_path: Path) -> None:
    heading = (*HEADING, "Mã đối tượng")
    other = (
        "2",
        "Nguyễn Văn An",
        "Phó phòng",
        "Văn phòng Sở",
        "Giấy khen",
        "tốt",
        None,
        None,
        "CN2",
    )

    campaign = load_campaign(_listed(tmp_path, heading, (*AN, "CN1"), other), WORDS).campaign

    assert [(each.id, each.position) for each in campaign.nominees] == [
        ("CN1", "Chuyên viên"),
        ("CN2", "Phó phòng"),
    ]


def test_a_typed_code_counts_for_every_row_of_that_person(tmp_path: Path) -> None:
    heading = (*HEADING, "Mã đối tượng")
    other = ("2", "Nguyễn Văn An", None, "Văn phòng Sở", "Lao động tiên tiến", "tốt", None, None)

    campaign = load_campaign(_listed(tmp_path, heading, other, (*AN, "CN7")), WORDS).campaign

    assert {each.nominee for each in campaign.nominations} == {"CN7"}


def test_a_collective_is_not_taken_for_a_person(tmp_path: Path) -> None:
    room = ("1", "Phòng Kế hoạch", None, None, "Giấy khen", "tốt", None, None)

    found = inspect_campaign(_listed(tmp_path, HEADING, room), WORDS)

    assert ("kind-left-open", "B2") in _errors(found)


def test_a_row_of_a_unit_itself_is_a_collective_and_asks_nothing(tmp_path: Path) -> None:
    row = ("1", "Tổ may số 3", None, "tổ may số 3", "Giấy khen", "dẫn đầu", None, None)
    loaded = load_campaign(_listed(tmp_path, HEADING, row), WORDS)
    assert [each.kind for each in loaded.campaign.nominees] == [RecipientKind.COLLECTIVE]
    assert [each.code for each in loaded.notes if each.place.cell == "B2"] == []


def test_a_name_that_begins_like_a_unit_may_be_a_persons(tmp_path: Path) -> None:
    hau = ("1", "Đoàn Văn Hậu", "Chuyên viên", None, "Giấy khen", "tốt", None, None)

    assert _campaign(tmp_path, hau).nominees[0].kind.is_person


def test_an_award_without_a_proposal_needs_name_honour_and_merit(tmp_path: Path) -> None:
    alone = ("1", "Trần Thị Bình", None, None, None, "dũng cảm cứu người", None, "Giấy khen")

    campaign = _campaign(tmp_path, alone)

    assert not campaign.nominations
    assert not campaign.votes
    assert [each.merit for each in campaign.awards] == ["dũng cảm cứu người"]


def test_a_fault_is_told_at_its_own_cell(tmp_path: Path) -> None:
    wrong = ("1", "Trần Thị Bình", None, None, "Giấy khen", None, "năm", None)

    found = inspect_campaign(_listed(tmp_path, HEADING, wrong), WORDS)

    assert _errors(found) == [("missing-value", "F2"), ("cell-not-a-number", "G2")]


def test_linked_people_are_known_by_their_names(tmp_path: Path) -> None:
    row = ("1", "Nguyễn Thị Nguyệt", None, "Văn phòng Sở", "Giấy khen", "tốt", None, None)
    folder = _listed(tmp_path, HEADING, row, without=("Đề nghị",))

    campaign = load_campaign(folder, WORDS).campaign

    assert campaign.nominees == small_campaign().nominees
    assert [each.nominee for each in campaign.nominations] == ["CN001"]


def test_a_sheet_of_another_name_is_known_by_its_heading(tmp_path: Path) -> None:
    folder = _listed(tmp_path, HEADING, AN)
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    sheet(book, "Danh sách").title = "Sheet1"
    book.save(folder / "campaign.xlsx")

    assert len(load_campaign(folder, WORDS).campaign.awards) == 1


def test_lists_that_were_sent_bring_their_units_along_where_no_sheet_says_which_there_are(
    tmp_path: Path,
) -> None:
    folder = _listed(tmp_path, HEADING, AN)
    proposed = (*BINH[:6], None, None)
    lay_sent_list(folder, [HEADING, proposed], "a.xlsx")
    lay_sent_list(
        folder,
        [HEADING, ("1", "Lê Văn Cường", *BINH[2:3], "phòng Kế hoạch", *proposed[4:])],
        "b.xlsx",
    )
    loaded = load_campaign(folder, WORDS)
    units = [each.name for each in loaded.campaign.units]
    assert units == ["Văn phòng Sở", "Phòng Kế hoạch"]
    assert len({each.unit for each in loaded.campaign.nominees[1:]}) == 1
    assert not [each for each in loaded.notes if each.code == "sheet-not-from-units"]


def test_a_unit_that_the_office_s_own_sheet_lacks_is_asked_about_in_a_list_that_was_sent(
    tmp_path: Path,
) -> None:
    folder = campaign_folder(tmp_path)
    lay_sent_list(folder, [HEADING, BINH], "a.xlsx")
    found = [
        each for each in inspect_campaign(folder, WORDS).problems if each.severity is Severity.ERROR
    ]
    assert [(each.code, each.place.file) for each in found] == [
        ("unknown-reference", "nominations/a.xlsx")
    ]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    database=None,
)
@given(campaign=linked_campaigns())
def test_one_row_a_person_loses_nothing(
    campaign: Campaign, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("one-row")
    listed, yaml, linked = (folder / name for name in ("a.xlsx", "b.yaml", "c.xlsx"))

    write_campaign(campaign, listed, WORDS, one_row=True)
    write_campaign(load_file(listed, WORDS).campaign, yaml, WORDS)
    write_campaign(load_file(yaml, WORDS).campaign, linked, WORDS)

    assert load_file(listed, WORDS).campaign == campaign
    assert load_file(linked, WORDS).campaign == campaign
