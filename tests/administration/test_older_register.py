"""Whoever looks into a register that is older than its archive is told so; nothing else changes."""

import shutil
from pathlib import Path

import pytest

from tests.administration.offices import Office

BEHIND = "register-behind"


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Office]:
    """An office with two papers, and the same one after its register of one paper was put back."""
    folder = tmp_path_factory.mktemp("offices")
    office = Office.new(folder / "whole")
    assert office.issue().code == 0
    register = office.folder / "output" / "register.sqlite3"
    shutil.copy(register, folder / "old.sqlite3")
    assert office.issue_next().code == 0
    shutil.copytree(office.folder, folder / "older")
    shutil.copy(folder / "old.sqlite3", folder / "older" / "output" / "register.sqlite3")
    return office, Office(folder / "older")


LOOKS = [
    ("list",),
    ("search", "thi đua"),
    ("search", "02/SCT-VP"),
    ("list", "--golden-book"),
    ("show", "{first}"),
]


def words_of(office: Office, look: tuple[str, ...]) -> list[str]:
    first = office.ask("register", "list")["entries"][0]["code"]
    return ["register", *(word.format(first=first) for word in look)]


@pytest.mark.parametrize("look", LOOKS)
def test_an_older_register_says_what_it_lacks(
    offices: tuple[Office, Office], look: tuple[str, ...]
) -> None:
    _whole, older = offices
    words = words_of(older, look)
    told = older.run(*words)
    assert told.code == 0
    assert "Sổ cũ hơn kho" in " ".join(told.err.split())
    assert "register recover" in " ".join(told.err.split())
    assert "Sổ cũ hơn kho" not in " ".join(told.out.split())
    [one] = [each for each in older.ask(*words)["problems"] if each["code"] == BEHIND]
    assert one["severity"] == "warning"
    assert "register recover" in one["hint"]


@pytest.mark.parametrize("look", LOOKS)
def test_a_register_that_knows_everything_says_nothing(
    offices: tuple[Office, Office], look: tuple[str, ...]
) -> None:
    whole, _older = offices
    words = words_of(whole, look)
    assert BEHIND not in whole.run(*words, "--json").found()


def test_a_paper_that_only_the_archive_knows_is_refused_with_the_reason(
    offices: tuple[Office, Office],
) -> None:
    whole, older = offices
    codes = [one["code"] for one in whole.ask("register", "list")["entries"]]
    known = older.ask("register", "list")["entries"][0]["code"]
    [lost] = [code for code in codes if code != known]
    told = older.run("register", "show", lost, "--json")
    assert (told.code, told.found()) == (2, [BEHIND])


def test_an_exported_book_of_an_older_register_is_said_to_lack_papers(
    offices: tuple[Office, Office], tmp_path: Path
) -> None:
    _whole, older = offices
    assert BEHIND in older.run("register", "export", tmp_path / "so.csv", "--json").found()


@pytest.mark.parametrize("there", ["nowhere", "a-file", "another"])
def test_without_the_archive_at_hand_nothing_is_said(
    offices: tuple[Office, Office], tmp_path: Path, there: str
) -> None:
    _whole, older = offices
    (tmp_path / "a-file").write_text("", "utf-8")
    shutil.copytree(older.folder / "output" / "archive", tmp_path / "another")
    for owner in (tmp_path / "another").glob("owner*"):
        owner.chmod(0o600)
        owner.write_text("của-người-khác", "utf-8")
    told = older.at(VBGEN_ARCHIVE=str(tmp_path / there)).run("register", "list", "--json")
    assert (told.code, told.found()) == (0, [])
