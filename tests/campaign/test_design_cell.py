"""The cell that chooses how certificates look: a list to pick from, titles in the form, names in the data."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from tests.cli.command_line import vbgen


@pytest.fixture
def office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Path:
    vbgen(capsys, "init", tmp_path / "office")
    monkeypatch.chdir(tmp_path / "office")
    return tmp_path / "office"


def chosen(office: Path, word: str) -> Path:
    """The sample's workbook with that word for its certificates."""
    path = office / "data" / "ha-nam-2022" / "campaign.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Văn bản"]
    design = sheet.max_column + 1
    sheet.cell(1, design).value = "Mẫu trang trí"
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, 1).value == "Giấy khen":
            sheet.cell(row, design).value = word
    book.save(path)
    return path


def test_the_form_offers_every_design_by_its_title(office: Path) -> None:
    book = openpyxl.load_workbook(office / "data" / "phong-trao-moi" / "campaign.xlsx")
    sheet = book["Văn bản"]
    column = [cell.value for cell in sheet[1]].index("Mẫu trang trí") + 1
    letter = get_column_letter(column)
    rules = {
        str(rule.sqref).split(":")[0]: rule.formula1
        for rule in sheet.data_validations.dataValidation
    }
    assert rules[f"{letter}2"] == "ds_designs"
    area = book.defined_names["ds_designs"].attr_text
    lists = book[area.split("!")[0].strip("'")]
    offered = [cell[0].value for cell in lists[area.split("!")[1].replace("$", "")]]
    assert {"Hoa sen", "Trống đồng"} <= set(offered)
    assert len(offered) >= 14


@pytest.mark.parametrize("word", ["Hoa sen", "hoa-sen", "HOA SEN"])
def test_a_title_and_a_name_choose_the_same_design(
    office: Path, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen(office, word)
    done = vbgen(capsys, "draft", "data/ha-nam-2022", "certificate", "--phase", "1", "-o", "out")
    assert done.code == 0, done.err
    with zipfile.ZipFile(office / "out" / "certificate-phase-1.docx") as archive:
        assert "TeX Gyre Pagella" in archive.read("word/fontTable.xml").decode()


def test_a_design_that_there_is_not_is_told_at_its_cell_with_the_nearest(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen(office, "Hoa xen")
    told = vbgen(capsys, "check", "data/ha-nam-2022", "--json").json["problems"]
    found = [each for each in told if each["code"] == "unknown-design"]
    assert found
    assert found[0]["place"]["sheet"] == "Văn bản"
    assert "Hoa xen" in found[0]["message"]
