"""How much a clerk types from an empty form to the first own paper."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.campaign.files import sheet
from tests.cli.command_line import vbgen
from tests.papers.reading import texts
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.campaign.short.first_sheet import first_signer, left_out
from vbgen.model.agency import SigningPower

Typed = Mapping[str, Mapping[str, str | int]]  # `D+1`: column D of the first row that is free
MOST_FOR_THE_FIRST = 25
FIRST: Mapping[str, str | int] = {
    "C4": "UBND TỈNH NINH BÌNH",
    "C5": "ỦY BAN NHÂN DÂN XÃ AN NỘI",
    "C6": "UBND",
    "C7": "An Nội",
    "C8": "phong trào thi đua năm 2026",
    "C9": "Ủy ban nhân dân xã An Nội",
    "C10": 2026,
    "C11": "Ủy ban nhân dân cấp xã",
    "C12": "Chánh Văn phòng, Trưởng các phòng, ban",
    "C13": "Chủ tịch",
    "C14": "Nguyễn Văn An",
    "C15": "VP",
}
DECISION: Typed = {
    "Bắt đầu": FIRST,
    "Danh sách": {
        "D+1": "Trần Thị Bình",
        "E+1": "Trưởng thôn Nội",
        "I+1": "xuất sắc trong phong trào thi đua năm 2026",
        "M+1": "Giấy khen",
        "O+1": "Nữ",
    },
    "Nơi nhận": {
        "A+1": "Quyết định khen thưởng",
        "B+1": "Như Điều 3",
        "A+2": "Quyết định khen thưởng",
        "B+2": "Lưu: VT, VP",
    },
}


def count(typed: Typed) -> int:
    """Cells that were typed."""
    return sum(map(len, typed.values()))


def office_with(folder: Path, capsys: pytest.CaptureFixture[str], typed: Typed) -> Path:
    """A new workspace whose empty form a clerk has filled in."""
    assert vbgen(capsys, "init", folder, "--json").code == 0
    campaign = folder / "data" / "phong-trao-moi"
    book = openpyxl.load_workbook(campaign / "campaign.xlsx")
    for title, cells in typed.items():
        last = sheet(book, title).max_row
        for cell, value in cells.items():
            column, _, behind = cell.partition("+")
            sheet(book, title)[f"{column}{last + int(behind)}" if behind else cell].value = value
    book.save(campaign / "campaign.xlsx")
    return campaign


def _errors(answer: object) -> list[str]:
    found = answer["findings"] if isinstance(answer, dict) else []
    return [each["message"] for each in found if each["level"] == "error"]


def test_the_first_sheet_has_twelve_cells_and_nothing_else_waits_to_be_filled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = office_with(tmp_path / "w", capsys, {})

    book = openpyxl.load_workbook(campaign / "campaign.xlsx")
    first = book.worksheets[0]
    shown = [each.title for each in book.worksheets if each.sheet_state == "visible"]
    assert (first.title, first.max_row - 3) == ("Bắt đầu", 12)
    assert shown == ["Bắt đầu", "Hướng dẫn", "Danh sách", "Nơi nhận"]
    assert len(first._images) == 1  # type: ignore[attr-defined]


def test_a_decision_and_its_certificate_need_no_more_than_25_cells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = office_with(tmp_path / "w", capsys, DECISION)

    checked = vbgen(capsys, "check", campaign, "--date", "2026-09-05", "--json")
    drafted = vbgen(capsys, "draft", campaign, "--json")

    assert count(DECISION) <= MOST_FOR_THE_FIRST
    assert checked.json["counts"]["error"] == 0, checked.out
    names = sorted(Path(each).name for each in drafted.json["files"])
    assert names == [
        "award-decision-phase-1.docx",
        "certificate-phase-1.docx",
    ]
    said = "\n".join(texts(tmp_path / "w" / "output" / "phong-trao-moi" / "drafts" / names[0]))
    for words in ("UBND TỈNH NINH BÌNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN NỘI", "Trần Thị Bình"):
        assert words in said


def test_what_is_not_asked_follows_from_what_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = load_campaign(office_with(tmp_path / "w", capsys, DECISION), WORDS).campaign

    assert campaign.agency.authority == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN NỘI"
    assert campaign.agency.head_title == "Chủ tịch"
    assert [each.full_name for each in campaign.signers] == ["Nguyễn Văn An"]


def test_where_a_body_decides_its_head_signs_for_it_and_the_sheet_says_so_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    union = {"C9": "Công đoàn Trường Tiểu học An Nội", "C11": "Công đoàn", "C12": "Ban Nữ công"}
    folder = office_with(tmp_path / "w", capsys, {**DECISION, "Bắt đầu": {**FIRST, **union}})
    campaign = load_campaign(folder, WORDS).campaign
    (signer,) = campaign.signers

    assert campaign.agency.authority == "BAN CHẤP HÀNH CÔNG ĐOÀN TRƯỜNG TIỂU HỌC AN NỘI"
    assert (signer.power, signer.on_behalf_of) == (SigningPower.COLLECTIVE, "Ban Chấp hành")
    assert vbgen(capsys, "convert", folder / "campaign.xlsx", folder / "campaign.yaml").code == 0
    (folder / "campaign.xlsx").unlink()
    assert vbgen(capsys, "convert", folder / "campaign.yaml", folder / "campaign.xlsx").code == 0
    (folder / "campaign.yaml").unlink()
    assert load_campaign(folder, WORDS).campaign == campaign
    assert first_signer(campaign) == signer
    assert left_out(campaign) >= {"authority", "head_title"}
    alone = signer.model_copy(update={"power": SigningPower.HEAD, "on_behalf_of": ""})
    assert first_signer(campaign.model_copy(update={"signers": (alone,)})) is None


def test_two_sheets_that_say_it_differently_are_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = office_with(tmp_path / "w", capsys, DECISION)
    book = openpyxl.load_workbook(campaign / "campaign.xlsx")
    agency = sheet(book, "Cơ quan")
    for value in ("Địa danh", "Bình Lục"):
        agency.cell(agency.max_row + (value == "Địa danh"), 1 + (value != "Địa danh"), value)
    book.save(campaign / "campaign.xlsx")

    answer = vbgen(capsys, "check", campaign, "--json")

    assert answer.code == 1
    assert "“An Nội”" in answer.out
    assert "“Bình Lục”" in answer.out
