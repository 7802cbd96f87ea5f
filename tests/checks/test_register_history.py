"""What the office issued is history for its next campaign: decisions, proposals, the golden book."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.register.papers import intent, settle, stamp
from tests.sample.sample_campaign import SAMPLE
from vbgen.cli import run
from vbgen.errors import ProblemsFoundError
from vbgen.office import Office, OpenDesk, Surroundings
from vbgen.office.issuing.materials import read_campaign
from vbgen.office.setting.past import past_decisions
from vbgen.office.setting.workspace import find_workspace
from vbgen.web.moment import now

Capture = pytest.CaptureFixture[str]


def vbgen(capsys: Capture, *arguments: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        run([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return int(ended.value.code or 0), said.out + said.err


def findings(capsys: Capture, campaign: Path) -> list[Any]:
    told: list[Any] = json.loads(vbgen(capsys, "check", campaign, "--json")[1])["findings"]
    return told


def campaign(workspace: Path, name: str) -> Path:
    folder = workspace / "data" / name
    folder.mkdir(parents=True)
    shutil.copy(SAMPLE / "campaign.yaml", folder)
    (workspace / "vbgen.toml").touch()
    return folder


def rewrite(folder: Path, *changes: tuple[str, str]) -> None:
    path = folder / "campaign.yaml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def without(folder: Path, table: str, following: str) -> None:
    path = folder / "campaign.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text[: text.index(f"\n{table}:")] + text[text.index(f"\n{following}:") :], encoding="utf-8"
    )


def test_looking_for_history_makes_no_register(capsys: Capture, tmp_path: Path) -> None:
    folder = campaign(tmp_path, "nam-2022")
    assert vbgen(capsys, "check", folder)[0] == 0
    assert not (tmp_path / "output").exists()


def test_an_issued_decision_counts_in_the_streaks_of_the_next_year(
    capsys: Capture, tmp_path: Path
) -> None:
    first = campaign(tmp_path, "nam-2022")
    assert (
        vbgen(
            capsys,
            "issue",
            first,
            "award-decision/titles",
            "--phase",
            2,
            "--date",
            "2022-12-15",
            "--yes",
        )[0]
        == 0
    )
    assert "already-awarded" not in {finding["id"] for finding in findings(capsys, first)}
    second = campaign(tmp_path, "nam-2023")
    rewrite(second, ("  year: 2022\n", "  year: 2023\n"))
    without(second, "past_awards", "nominations")
    streaks = [
        each["message"] for each in findings(capsys, second) if each["id"] == "cstd-tinh-streak"
    ]
    assert len(streaks) == 2
    assert all("“Chiến sĩ thi đua cơ sở” các năm: 2022, 2023" in message for message in streaks)


def golden_book(path: Path, *, rows: bool = True) -> Path:
    """The book as an office keeps it; of two persons one was honoured a year longer."""
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(["Số vào sổ", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu", "Năm", "Quyết định số"])
    title = "Chiến sỹ thi đua cơ sở"
    first, second = "61/QĐ-SCT ngày 13/12/2021", "12/QĐ-SCT ngày 16/01/2023"
    if rows:
        sheet.append([1, "Ông Đinh Công Thắng", "", title, 2021, first])
        sheet.append([1, "Ông Đinh Công Thắng", "", title, 2022, second])
        sheet.append([2, "Hà Thị Thu Trang", "", title, 2022, second])
    book.save(path)
    return path


def test_a_golden_book_of_the_past_counts_in_the_streaks(capsys: Capture, tmp_path: Path) -> None:
    folder = campaign(tmp_path, "nam-2023")
    rewrite(folder, ("  year: 2022\n", "  year: 2023\n"))
    without(folder, "past_awards", "nominations")
    book = golden_book(tmp_path / "so-vang.xlsx")
    wanted = ("register", "import", book, "--golden-book", "--agency", "SCT")
    code, said = vbgen(capsys, *wanted, "--workspace", tmp_path, "--json")
    assert (code, "golden-decision-new" in said) == (1, True)
    code, said = vbgen(capsys, *wanted, "--workspace", tmp_path, "--yes", "--json")
    done = json.loads(said)
    assert (code, done["certificates"], done["decisions"]) == (0, 3, 2)
    streaks = [
        each["message"] for each in findings(capsys, folder) if each["id"] == "cstd-tinh-streak"
    ]
    assert len(streaks) == 1
    assert "Hà Thị Thu Trang" in streaks[0]
    assert "các năm: 2022, 2023" in streaks[0]
    assert vbgen(capsys, "archive", "verify", "--workspace", tmp_path)[0] == 0


def test_a_golden_book_without_a_row_is_nothing_to_import(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "vbgen.toml").touch()
    book = golden_book(tmp_path / "so-vang.xlsx", rows=False)
    wanted = ("register", "import", book, "--golden-book", "--agency", "SCT")
    code, said = vbgen(capsys, *wanted, "--workspace", tmp_path, "--yes", "--json")
    assert (code, [each["code"] for each in json.loads(said)["problems"]]) == (1, ["book-empty"])
    assert not (tmp_path / "output" / "register.sqlite3").exists()


def test_another_campaign_of_the_year_does_not_reward_the_same_again(
    capsys: Capture, tmp_path: Path
) -> None:
    first = campaign(tmp_path, "nam-2022")
    assert (
        vbgen(
            capsys, "issue", first, "award-decision", "--phase", 1, "--date", "2022-07-15", "--yes"
        )[0]
        == 0
    )
    again = [
        each
        for each in findings(capsys, campaign(tmp_path, "chuyen-de"))
        if each["id"] == "already-awarded"
    ]
    assert len(again) >= 12
    assert all("01/QĐ-SCT" in each["message"] for each in again)


def test_what_differs_from_the_issued_proposal_is_told(capsys: Capture, tmp_path: Path) -> None:
    folder = campaign(tmp_path, "nam-2022")
    assert (
        vbgen(
            capsys,
            "issue",
            folder,
            "nomination-list",
            "--phase",
            2,
            "--date",
            "2022-11-26",
            "--yes",
        )[0]
        == 0
    )
    assert "changed-since-nomination" not in {finding["id"] for finding in findings(capsys, folder)}
    rewrite(folder, ('full_name: "Trương Văn Bính"', 'full_name: "Trương Văn Bình"'))
    changed = [
        each for each in findings(capsys, folder) if each["id"] == "changed-since-nomination"
    ]
    assert [each["people"] for each in changed] == [["Trương Văn Bình"]]


def test_without_the_archive_the_golden_book_tells(capsys: Capture, tmp_path: Path) -> None:
    folder = campaign(tmp_path, "nam-2022")
    assert (
        vbgen(
            capsys, "issue", folder, "award-decision", "--phase", 1, "--date", "2022-07-15", "--yes"
        )[0]
        == 0
    )
    with past_decisions(find_workspace(folder), os.environ, "khac") as past:
        assert past is not None
        whole = {
            (row.nominee, row.award, row.year, row.decision_number) for row in past.past_honours()
        }
        shutil.rmtree(tmp_path / "output" / "archive")
        book = {
            (row.nominee, row.award, row.year, row.decision_number) for row in past.past_honours()
        }
    assert len(whole) == 12
    assert book == whole


OWN = """
[[honour]]
id = "khen-dot-xuat"
name = "Giấy khen đột xuất"
type = "commendation"
subjects = ["individual", "collective"]
source = "Quy chế của Sở"

[[power]]
id = "own-power"
title = "Giám đốc Sở quyết định"
level = "provincial-department"
awards = ["Giấy khen đột xuất"]
source = "Quy chế của Sở"

[[rate_table]]
id = "own-rates"
source = "Quy chế của Sở"
rates = [{ award = "Giấy khen đột xuất", individual = 30, collective = 60 }]
"""


def test_an_office_s_own_honour_is_known_in_its_past_decisions(
    capsys: Capture, tmp_path: Path
) -> None:
    first, second = campaign(tmp_path, "mot"), campaign(tmp_path, "hai")
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "quy-che.toml").write_text(OWN, encoding="utf-8")
    rewrite(first, ('award: "Giấy khen"', 'award: "Giấy khen đột xuất"'))
    assert (
        vbgen(
            capsys, "issue", first, "award-decision", "--phase", 1, "--date", "2022-07-15", "--yes"
        )[0]
        == 0
    )
    code, said = vbgen(capsys, "check", second)
    assert code == 0, said
    for known in (True, False):
        if not known:  # the office has thrown its own rules away: what was decided stays decided, and nothing dies
            (tmp_path / "law" / "quy-che.toml").unlink()
        with past_decisions(find_workspace(second), os.environ, "hai") as past:
            assert past is not None
            assert {row.award for row in past.past_honours()} == {"Giấy khen đột xuất"}
        told = findings(capsys, second)
        assert ("history-unknown-honour" in {each["id"] for each in told}) is not known
    code, said = vbgen(capsys, "check", first)
    assert code == 1
    assert "Không có danh hiệu hay hình thức khen thưởng nào tên “Giấy khen đột xuất”" in " ".join(
        said.split()
    )


def test_data_that_this_version_cannot_read_are_passed_over(
    tmp_path: Path, capsys: Capture
) -> None:
    folder = campaign(tmp_path, "sau")
    before = findings(capsys, folder)
    unreadable = b'{"agency": {"name": "S"}}'
    with Office.act(tmp_path, Surroundings({}, "Lan", now)) as office:
        office.do(OpenDesk())  # makes the register
        desk = office.desk_to_act()
        desk.enter_archive()
        desk.archive.put(unreadable)
        issued = replace(intent(campaign="truoc"), materials={"campaign.json": unreadable})
        settle(desk.register, desk.register.reserve(issued, stamp()))
    assert findings(capsys, folder) == before


def test_what_cannot_be_read_is_named() -> None:
    with pytest.raises(ProblemsFoundError, match=r"agency\.full_name"):
        read_campaign(b'{"agency": {"name": "S"}}')
