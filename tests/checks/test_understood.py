"""What a person has understood is told no more, and told again when the data behind it change."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.campaign.files import campaign_folder, sheet
from tests.cli.command_line import Answer, vbgen

Capture = pytest.CaptureFixture[str]
PEOPLE = "Cá nhân, tập thể"
SHOUTED, TITLED = "LÊ VĂN ĐỨC", "Ông Trần Văn An"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    root = tmp_path / "data" / "pt"
    root.mkdir(parents=True)
    return campaign_folder(root, add_people)


def columns_of(people: Worksheet) -> dict[str, int]:
    return {str(cell.value).rstrip(" *"): number for number, cell in enumerate(people[1], start=1)}


def add_people(book: openpyxl.Workbook) -> None:
    people = sheet(book, PEOPLE)
    columns = columns_of(people)
    unit = people.cell(2, columns["Mã đơn vị"]).value
    for number, name in enumerate((SHOUTED, TITLED, "Ms Vũ Thị Hà"), start=1):
        row = people.max_row + 1
        values = {
            "Mã đối tượng": f"X{number}",
            "Loại đối tượng": "Cá nhân",
            "Họ và tên, tên tập thể": name,
            "Mã đơn vị": unit,
        }
        for title, value in values.items():
            people.cell(row, columns[title]).value = value


def changed(folder: Path, change: Callable[[Worksheet], object]) -> None:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    change(sheet(book, PEOPLE))
    book.save(folder / "campaign.xlsx")


def checked(capsys: Capture, folder: Path, *words: str) -> dict[str, Any]:
    answer = vbgen(capsys, "check", folder, "--json", *words)
    return dict(answer.json)


def codes(found: dict[str, Any]) -> list[str]:
    return [each["code"] for each in found["problems"] if each["code"].startswith("name-")]


def cell_of(folder: Path, name: str) -> str:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    cells = (cell for row in sheet(book, PEOPLE).iter_rows() for cell in row)
    return str(next(cell.coordinate for cell in cells if cell.value == name))


def test_a_doubt_is_marked_at_its_place_and_told_no_more(capsys: Capture, folder: Path) -> None:
    assert codes(checked(capsys, folder)) == ["name-case", "name-title", "name-title"]
    cell = cell_of(folder, TITLED)
    found = checked(capsys, folder, "--understood", f"name-title@{cell}")
    assert codes(found) == ["name-case", "name-title"]
    assert found["understood"] == 1
    assert codes(checked(capsys, folder)) == ["name-case", "name-title"]
    whole = checked(capsys, folder, "--all")
    assert codes(whole) == ["name-case", "name-title", "name-title"]
    assert whole["understood"] == 1
    kept = tomllib.loads((folder / "understood.toml").read_text("utf-8"))["understood"]
    assert [(mark["code"], cell in mark["place"]) for mark in kept] == [("name-title", True)]


@pytest.mark.parametrize(
    "named", ["name-title", "name-title@{sheet}!{cell}", "name-title@{sheet} x"]
)
def test_all_of_a_code_or_one_of_a_sheet_is_marked(
    capsys: Capture, folder: Path, named: str
) -> None:
    wanted = named.format(sheet=PEOPLE, cell=cell_of(folder, TITLED))
    answer = vbgen(capsys, "check", folder, "--json", "--understood", wanted)
    if wanted.endswith(" x"):
        assert answer.code == 2
        assert "name-case" in answer.json["message"]
    else:
        assert answer.json["understood"] == (1 if "@" in wanted else 2)


@pytest.mark.parametrize(
    ("change", "returns"),
    [
        (lambda people: people.insert_rows(2), False),
        (lambda people: people.delete_rows(2), False),
        (lambda people: _replace(people, SHOUTED, "LÊ VĂN ĐỊNH"), True),
        (lambda people: _beside(people, SHOUTED, "Giới tính", "Nam"), True),
        (lambda people: _replace(people, TITLED, "Trần Văn An"), False),
    ],
)
def test_it_returns_when_the_data_behind_it_change_and_not_when_rows_move(
    capsys: Capture, folder: Path, change: Callable[[Worksheet], object], *, returns: bool
) -> None:
    checked(capsys, folder, "--understood", "name-case")
    assert "name-case" not in codes(checked(capsys, folder))
    changed(folder, change)
    assert ("name-case" in codes(checked(capsys, folder))) is returns


def _replace(people: Worksheet, old: str, new: str) -> None:
    cell = next(cell for row in people.iter_rows() for cell in row if cell.value == old)
    cell.value = new


def _beside(people: Worksheet, name: str, title: str, value: str) -> None:
    cell = next(cell for row in people.iter_rows() for cell in row if cell.value == name)
    people.cell(cell.row, columns_of(people)[title]).value = value


def test_a_mark_holds_in_every_language(capsys: Capture, folder: Path) -> None:
    checked(capsys, folder, "--understood", "name-case")
    answer = vbgen(capsys, "--lang", "en", "check", folder, "--json")
    assert answer.json["understood"] == 1
    assert "name-case" not in codes(answer.json)


def test_marks_of_what_is_no_more_are_dropped_with_the_next_mark(
    capsys: Capture, folder: Path
) -> None:
    checked(capsys, folder, "--understood", "name-case")
    changed(folder, lambda people: _replace(people, SHOUTED, "Lê Văn Đức"))
    checked(capsys, folder, "--understood", "name-title")
    kept = tomllib.loads((folder / "understood.toml").read_text("utf-8"))["understood"]
    assert {mark["code"] for mark in kept} == {"name-title"}


def test_an_error_is_never_marked_nor_hidden(capsys: Capture, folder: Path) -> None:
    changed(folder, lambda people: _beside(people, SHOUTED, "Năm sinh", "lâu rồi"))
    refused: Answer = vbgen(capsys, "check", folder, "--understood", "cell-not-a-number")
    assert refused.code == 2
    assert "phải sửa" in refused.err
    assert not (folder / "understood.toml").exists()
    assert vbgen(capsys, "check", folder).code == 1


def test_the_file_of_marks_is_no_stranger_among_the_inputs(capsys: Capture, folder: Path) -> None:
    before = checked(capsys, folder, "--all")
    after = checked(capsys, folder, "--all", "--understood", "name-case")
    assert [each["code"] for each in after["problems"]] == [
        each["code"] for each in before["problems"]
    ]


@pytest.mark.parametrize(
    "text", ["understood = 3", "[[understood]]\ncode = 1", "[[", "[[understood]]\nseal = 5"]
)
def test_a_spoilt_file_of_marks_is_told(capsys: Capture, folder: Path, text: str) -> None:
    (folder / "understood.toml").write_text(text, "utf-8")
    answer = vbgen(capsys, "check", folder)
    assert answer.code == 2
    assert "understood.toml" in answer.err
