"""Sentences name the sheets that the workbook has."""

import re
from pathlib import Path

import openpyxl
import pytest

from tests.campaign.files import sheet
from tests.cli.command_line import Answer, vbgen
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign, load_file, write_campaign
from vbgen.model.campaign import Campaign

Capture = pytest.CaptureFixture[str]
SAMPLE = Path(__file__).parents[2] / "data" / "ha-nam-2022"
LINKED = [Campaign.title_of(name) for name in ("nominees", "nominations", "votes", "awards")]
WRONG = {"not-carried", "carried-not-awarded", "without-vote"}


def office(folder: Path, data: Campaign, *, one_row: bool) -> Path:
    (folder / "vbgen.toml").write_text("", "utf-8")
    held = folder / "data" / "pt"
    held.mkdir(parents=True)
    write_campaign(data, held / "campaign.xlsx", WORDS, one_row=one_row)
    return held


def troubled() -> Campaign:
    """The sample: one award fell, one that was carried is not awarded, one has no vote, one phase no awards."""
    data = load_file(SAMPLE / "campaign.xlsx", WORDS).campaign
    fallen, _without, *votes = data.votes
    fallen = fallen.model_copy(update={"votes_for": 0, "votes_against": 10})
    first, second, _third, *awards = data.awards
    kept = [each for each in (first, second, *awards) if each.phase == 1]
    return data.model_copy(update={"votes": (fallen, *votes), "awards": tuple(kept)})


def told(*runs: Answer) -> list[tuple[str, str]]:
    found = [each for run in runs for each in run.json["problems"]]
    return [(each["code"], f"{each['message']} {each['hint']}") for each in found]


def runs(folder: Path, capsys: Capture) -> list[Answer]:
    day = ("--date", "2022-07-15", "--json")
    return [
        vbgen(capsys, "check", folder, "--json"),
        vbgen(capsys, "draft", folder, "award-decision", "certificate", "--json"),
        vbgen(capsys, "award", folder, "--json"),
        vbgen(capsys, "issue", folder, "award-decision", "--phase", "1", *day),
    ]


@pytest.mark.parametrize("one_row", [True, False])
def test_no_sentence_sends_a_clerk_to_a_sheet_that_the_workbook_lacks(
    tmp_path: Path, capsys: Capture, *, one_row: bool
) -> None:
    said = told(*runs(office(tmp_path, troubled(), one_row=one_row), capsys))
    titles = LINKED if one_row else ["Danh sách"]
    assert {code for code, _words in said} >= WRONG
    wrong = [words for _code, words in said if re.search(f"trang “(?:{'|'.join(titles)})”", words)]
    assert wrong == []
    own = "Danh sách" if one_row else "Khen thưởng"
    assert any(f"trang “{own}”" in words for code, words in said if code == "not-carried")


def test_a_sheet_of_another_title_is_named_as_it_is_called(tmp_path: Path, capsys: Capture) -> None:
    folder = office(tmp_path, troubled(), one_row=False)
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    sheet(book, "Khen thưởng").title = "DANH SACH KHEN THUONG"
    book.save(folder / "campaign.xlsx")
    assert load_campaign(folder, WORDS).campaign.awards
    said = told(vbgen(capsys, "check", folder, "--json"))
    assert any("trang “DANH SACH KHEN THUONG”" in words for _code, words in said)
    assert not any("trang “Khen thưởng”" in words for _code, words in said)
