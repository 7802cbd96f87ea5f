"""Awards of earlier years from lists of any headings: read, matched to people, counted in streaks and duplicates."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.check_cases import (
    CSTD_TINH,
    CSTDCS,
    GIAY_KHEN,
    LDTT,
    PEOPLE,
    campaign,
    case,
    ids,
    initiative,
    one,
    person,
    proposed,
)
from vbgen.campaign.history import read_history
from vbgen.cli.campaigns import columns_of
from vbgen.errors import UnreadableFileError, UsageError
from vbgen.law.history import PastHonour, matched
from vbgen.office.checks.people.changes import changed_since

UNITS = {"A": "Phòng A", "B": "Phòng B"}


def workbook(path: Path, *rows: Iterable[object], title: str = "Sheet") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def test_a_list_with_usual_headings_is_read(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "da-khen.xlsx",
        ["DANH SÁCH ĐÃ KHEN THƯỞNG"],
        [],
        [
            "STT",
            "Họ và tên",
            "Năm sinh",
            "Đơn vị công tác",
            "Năm",
            "Danh hiệu/Hình thức",
            "Số QĐ",
            "Ngày ký",
        ],
        [1, "Lê  An", 1980, "Phòng A", "2021", "Chiến sỹ thi đua cơ sở", "228/QĐ-SY", "13/12/2021"],
        [2, "Trần Bình", None, "Phòng A", 2020, CSTDCS, "241/QĐ-SY", date(2020, 12, 14)],
    )
    rows = read_history(path).rows
    assert [(row.full_name, row.year, row.decision_number) for row in rows] == [
        ("Lê An", 2021, "228/QĐ-SY"),
        ("Trần Bình", 2020, "241/QĐ-SY"),
    ]
    assert rows[0].decision_date == date(2021, 12, 13)
    assert rows[0].place.cell == "F4"


def test_columns_can_be_named_by_heading_or_letter(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x.xlsx", ["Cán bộ", "Khen gì", "Khi nào"], ["Lê An", GIAY_KHEN, 2021]
    )
    assert read_history(path).rows == ()
    found = read_history(path, {"full_name": "Cán bộ", "award": "B", "year": "Khi nào"})
    assert [(row.full_name, row.award, row.year) for row in found.rows] == [
        ("Lê An", GIAY_KHEN, 2021)
    ]


def test_a_sheet_without_the_columns_is_left_with_a_warning(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x.xlsx", ["Họ và tên", "Danh hiệu"], ["Lê An", GIAY_KHEN], title="Cũ"
    )
    (problem,) = read_history(path).problems
    assert "không tìm thấy cột “Năm”" in problem.message
    assert problem.place.sheet == "Cũ"


def test_a_row_that_cannot_be_read_is_left_with_a_warning(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x.xlsx",
        ["Họ tên", "Năm", "Danh hiệu"],
        ["Lê An", "năm ngoái", LDTT],
        ["Trần Bình", 2021, LDTT],
    )
    found = read_history(path)
    assert [row.full_name for row in found.rows] == ["Trần Bình"]
    assert [(problem.severity.value, problem.place.cell) for problem in found.problems] == [
        ("warning", "B2")
    ]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(UnreadableFileError):
        read_history(path)


@pytest.mark.parametrize("text", ["full_name", "full_name="])
def test_a_mapping_is_written_in_pairs(text: str) -> None:
    with pytest.raises(UsageError, match="Hãy ghi các cột theo dạng"):
        columns_of(text)


def test_a_mapping_of_an_unknown_field_is_refused() -> None:
    with pytest.raises(UsageError, match="không có trường “name”; các trường: nominee, full_name"):
        read_history(Path("x.xlsx"), {"name": "C"})


def test_a_mapping_keeps_its_words() -> None:
    assert columns_of("full_name=Họ và tên; year=C") == {"full_name": "Họ và tên", "year": "C"}


def row(**changes: object) -> PastHonour:
    return PastHonour(**{"year": 2021, "award": CSTDCS, "decision_number": "1/QĐ", **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "owner"),
    [
        (row(nominee="CN1"), "CN1"),
        (row(full_name="Lê An"), "CN1"),
        (row(full_name="LÊ AN", birth_year=1980), "CN1"),
        (row(full_name="Lê An", unit="Phòng cũ"), "CN1"),
        (row(full_name="Lê An", birth_year=1999), None),
        (row(full_name="Le An"), None),
        (row(full_name="Người Lạ"), None),
    ],
)
def test_an_award_finds_its_person(entry: PastHonour, owner: str | None) -> None:
    found = matched([entry], PEOPLE, UNITS)
    assert list(found.by_nominee) == ([owner] if owner else [])
    assert bool(found.strangers) is (owner is None)


def test_namesakes_are_told_apart_by_birth_then_unit_or_left_in_doubt() -> None:
    people = [
        person("CN1", "Lê An", birth_year=1980),
        person("CN2", "Lê An", birth_year=1990, unit="B"),
    ]
    found = matched(
        [
            row(full_name="Lê An", birth_year=1990),
            row(full_name="Lê An", unit="Phòng A"),
            row(full_name="Lê An", unit="B"),
            row(full_name="Lê An"),
        ],
        people,
        UNITS,
    )
    assert {id_: len(rows) for id_, rows in found.by_nominee.items()} == {"CN2": 2, "CN1": 1}
    assert len(found.doubtful) == 1


def test_imported_awards_make_a_streak() -> None:
    rows = [proposed("CN1", award) for award in (LDTT, CSTDCS, CSTD_TINH)]
    data = campaign(
        nominations=rows, initiatives=[initiative("CN1", "Chủ tịch Ủy ban nhân dân tỉnh X")]
    )
    assert "cstd-tinh-streak" in ids(data)
    imported = [row(full_name="Lê An", birth_year=1980, year=year) for year in (2020, 2021)]
    assert "cstd-tinh-streak" not in ids(data, imported=imported)


def test_an_imported_award_of_the_year_is_a_duplicate() -> None:
    data = campaign(nominations=[proposed("CN1")])
    assert "already-awarded" in ids(data, imported=[row(nominee="CN1", award=GIAY_KHEN, year=2022)])


def test_doubts_strangers_and_other_names_are_told() -> None:
    data = campaign(nominees=[PEOPLE[0], person("CN5", "Lê An", birth_year=1990, unit="B")])
    told = ids(
        data,
        imported=[
            row(full_name="Lê An"),
            row(full_name="Ai Đó"),
            row(nominee="CN1", full_name="Lê Ân"),
        ],
    )
    assert {"history-doubtful", "history-strangers", "name-changed"} <= set(told)


@given(st.lists(st.sampled_from(["CN1", "CN2", "CN3", "lạ"]), max_size=30))
def test_no_award_of_the_history_is_lost(owners: list[str]) -> None:
    found = matched([row(nominee=owner) for owner in owners], PEOPLE, UNITS)
    kept = sum(len(rows) for rows in found.by_nominee.values())
    assert kept + len(found.strangers) + len(found.doubtful) == len(owners)


def test_what_changed_since_the_proposal_is_told() -> None:
    before = campaign(nominations=[proposed("CN1"), proposed("CN2")])
    renamed = before.nominees[0].model_copy(
        update={"full_name": "Lê Thị An", "position": "Trưởng phòng"}
    )
    units = tuple(
        unit.model_copy(update={"name": "Phòng Anh"}) if unit.id == "A" else unit
        for unit in before.units
    )
    now = before.model_copy(update={"nominees": (renamed, *before.nominees[1:]), "units": units})
    told = list(changed_since(before, case(now)))
    assert [(finding.spots[0].field, finding.people) for finding in told] == [
        ("full_name", ("Lê Thị An",)),
        ("position", ("Lê Thị An",)),
        ("unit", ("Lê Thị An",)),
        ("unit", ("Trần Bình",)),
    ]
    assert list(changed_since(before, case(before))) == []


def test_one_finding_of_a_rule_names_it() -> None:
    data = campaign(nominations=[proposed("CN1", CSTDCS)])
    assert one(data, "cstdcs-merit").citation == "khoản 3 Điều 9 Nghị định số 91/2017/NĐ-CP"
