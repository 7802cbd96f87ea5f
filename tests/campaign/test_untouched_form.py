"""A form that nobody has filled in is not wrong: it waits, and says where to begin."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.command_line import vbgen

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, capsys: Capture) -> Path:
    (tmp_path / "vbgen.toml").write_text("", "utf-8")
    folder = tmp_path / "data" / "moi"
    folder.mkdir(parents=True)
    assert vbgen(capsys, "form", folder / "campaign.xlsx").code == 0
    return folder


def test_an_untouched_form_waits_and_is_not_wrong(folder: Path, capsys: Capture) -> None:
    checked = vbgen(capsys, "check", folder, "--json")
    assert (checked.code, [each["code"] for each in checked.json["problems"]]) == (
        0,
        ["form-untouched"],
    )
    drafted = vbgen(capsys, "draft", folder)
    assert drafted.code == 1
    assert "Biểu mẫu chưa điền gì." in drafted.err


@pytest.mark.parametrize(
    ("title", "cell"), [("Bắt đầu", "C7"), ("Danh sách", "D4"), ("Hội đồng", "B4")]
)
def test_one_typed_cell_makes_it_a_form_that_is_checked(
    folder: Path, title: str, cell: str, capsys: Capture
) -> None:
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    book[title][cell] = "Đạ Huoai"
    book.save(folder / "campaign.xlsx")
    checked = vbgen(capsys, "check", folder, "--json")
    codes = {each["code"] for each in checked.json["problems"]}
    assert checked.code == 1
    assert "missing-value" in codes
    assert "form-untouched" not in codes
