"""A campaign folder: its main file, and what the units sent."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, cell_of, put, sheet, yaml_folder
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, load_campaign, write_nomination_form, write_yaml
from vbgen.errors import ProblemsFoundError, Severity

PEOPLE, NOMINATIONS = "Cá nhân, tập thể", "Đề nghị"
_NEW = ["CN050", "Cá nhân", None, "Trần Văn Mới", "Nam", 1990, "Chuyên viên", "VP"]


def _sent(
    folder: Path,
    name: str,
    people: Sequence[Sequence[object]],
    nominations: Sequence[Sequence[object]],
) -> None:
    """A workbook that a unit sent."""
    path = folder / "nominations" / name
    write_nomination_form(path, WORDS)
    book = openpyxl.load_workbook(path)
    for title, rows in ((PEOPLE, people), (NOMINATIONS, nominations)):
        for row in rows:
            sheet(book, title).append(list(row))
    book.save(path)


def test_what_the_units_sent_is_added_in_the_order_of_the_file_names(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    _sent(tmp_path, "b.xlsx", [["CN060", *_NEW[1:]]], [[1, "CN060", "Giấy khen", "tốt"]])
    _sent(tmp_path, "a.xlsx", [_NEW], [[1, "CN050", "Giấy khen", "xuất sắc"]])

    loaded = load_campaign(tmp_path, WORDS)

    assert [each.id for each in loaded.campaign.nominees] == ["CN001", "TT001", "CN050", "CN060"]
    assert [each.nominee for each in loaded.campaign.nominations] == ["CN001", "CN050", "CN060"]
    assert str(loaded.places.place_of("nominees", 2, "full_name")) == (
        "nominations/a.xlsx › trang “Cá nhân, tập thể” › ô D4"
    )


def test_a_unit_may_send_yaml(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    (tmp_path / "nominations").mkdir()
    text = "nominations:\n  - {phase: 1, nominee: TT001, award: Giấy khen, merit: tốt}\n"
    (tmp_path / "nominations" / "vp.yaml").write_text(text, encoding="utf-8")

    assert [each.nominee for each in load_campaign(tmp_path, WORDS).campaign.nominations] == [
        "CN001",
        "TT001",
    ]


def test_the_same_person_sent_alike_by_two_counts_once_and_is_told(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    _sent(tmp_path, "a.xlsx", [_NEW], [])
    _sent(tmp_path, "b.xlsx", [_NEW], [])

    loaded = load_campaign(tmp_path, WORDS)

    assert [each.id for each in loaded.campaign.nominees] == ["CN001", "TT001", "CN050"]
    assert [(note.code, note.place.file) for note in loaded.notes] == [
        ("same-row-again", "nominations/b.xlsx")
    ]
    assert "nominations/a.xlsx" in loaded.notes[0].message


def test_the_same_person_sent_differently_is_a_problem_with_both_places(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    _sent(tmp_path, "a.xlsx", [_NEW], [])
    _sent(tmp_path, "b.xlsx", [[*_NEW[:3], "Trần Văn Khác", *_NEW[4:]]], [])

    found = problems_of(tmp_path)

    assert list(found) == ["conflicting-row"]
    problem = found["conflicting-row"][0]
    assert (problem.place.file, problem.place.cell) == ("nominations/b.xlsx", "D4")
    assert "nominations/a.xlsx › trang “Cá nhân, tập thể” › ô A4" in problem.message
    assert "Họ và tên" in problem.message
    assert is_a_sentence(problem)


def test_each_problem_names_its_file(tmp_path: Path) -> None:
    campaign_folder(tmp_path, put("Đơn vị", "D2", "bảy"))
    _sent(tmp_path, "a.xlsx", [[*_NEW[:4], "Gái", *_NEW[5:]]], [[9, "CN050", "Giấy khen", "tốt"]])
    (tmp_path / "nominations" / "b.xlsx").write_bytes(b"%PDF-1.4")
    (tmp_path / "nominations" / "c.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    with pytest.raises(ProblemsFoundError) as raised:
        load_campaign(tmp_path, WORDS)

    told = [(problem.place.file, problem.code) for problem in raised.value.problems]
    assert told == [
        ("campaign.xlsx", "cell-not-a-number"),
        ("nominations/a.xlsx", "cell-not-in-list"),
        ("nominations/a.xlsx", "unknown-reference"),
        ("nominations/b.xlsx", "wrong-file-type"),
        ("nominations/c.xls", "wrong-file-type"),
    ]


def test_a_sheet_that_only_the_main_file_may_hold_is_left_and_told(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    (tmp_path / "nominations").mkdir()
    write_yaml(small_campaign(), tmp_path / "nominations" / "vp.yaml")

    loaded = load_campaign(tmp_path, WORDS)

    assert loaded.campaign == small_campaign()
    assert {note.code for note in loaded.notes} == {"sheet-not-from-units", "same-row-again"}


def test_both_forms_side_by_side_are_fine_while_they_are_equal(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    yaml_folder(tmp_path)

    loaded = load_campaign(tmp_path, WORDS)

    assert loaded.campaign == small_campaign()
    assert [(note.code, note.severity) for note in loaded.notes] == [
        ("two-equal-files", Severity.NOTE)
    ]


def test_both_forms_side_by_side_that_differ_say_where_and_what_to_do(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    yaml_folder(tmp_path, ("headcount: 7", "headcount: 8"))

    found = problems_of(tmp_path)

    assert list(found) == ["two-differing-files"]
    assert "khác nhau ở: Đơn vị." in found["two-differing-files"][0].message
    assert "Hãy giữ tệp đúng" in found["two-differing-files"][0].hint


def test_problems_of_both_forms_are_told(tmp_path: Path) -> None:
    campaign_folder(tmp_path, put("Đơn vị", "D2", "bảy"))
    yaml_folder(tmp_path, ("headcount: 7", "headcount: tám"))

    files = [problem.place.file for problem in problems_of(tmp_path)["cell-not-a-number"]]

    assert sorted(files) == ["campaign.xlsx", "campaign.yaml"]


def test_later_checks_can_place_what_they_find(tmp_path: Path) -> None:
    inspection = inspect_campaign(campaign_folder(tmp_path), WORDS)

    def cell(table: str, row: int = 0, field: str = "") -> str:
        place = inspection.place_of(table, row, field)
        return f"{place.sheet}!{place.cell}"

    assert cell("nominees", 1, "unit") == "Cá nhân, tập thể!H3"
    assert (
        cell("nominees", 1, "note") == f"Cá nhân, tập thể!{cell_of('nominees', 'note', 3)}"
    )  # an empty cell has a place, too
    assert cell("agency", 0, "place") == f"Cơ quan!{cell_of('agency', 'place')}"
    assert cell("nominees", 0) == "Cá nhân, tập thể!A2"
    assert cell("nominees", 9, "unit").startswith("Cá nhân, tập thể!")
    assert inspection.place_of("votes").file == "campaign.xlsx"


def test_places_of_yaml_carry_key_and_line(tmp_path: Path) -> None:
    inspection = inspect_campaign(yaml_folder(tmp_path), WORDS)

    place = inspection.place_of("nominees", 1, "note")

    assert (place.path, place.line > 0) == ("nominees[1].note", True)
