"""What the account may not read is told by its name, and never taken for missing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.administration.offices import FIRST, Office
from tests.register.issuing_desks import ROOT
from vbgen.errors import UnreadableFileError
from vbgen.folders import all_files
from vbgen.office import account_name

CAMPAIGN = "data/ha-nam-2022"
DRAFT = ("draft", CAMPAIGN, "phase-summary")


@pytest.fixture(scope="module", autouse=True)
def _program() -> None:
    """The commands' modules are loaded: a plain account may not read them where they lie in root's own folder."""
    with tempfile.TemporaryDirectory(prefix="vbgen-unreadable-") as name:
        loaded = Office.new(Path(name) / "o")
        for words in (DRAFT, ("backup", "../saved"), ("check", "data/ha-nam-2023")):
            loaded.run(*words)


@pytest.fixture
def office() -> Iterator[Office]:
    """An office with kinds, fragments and rules of its own, in a folder that any account may enter."""
    with tempfile.TemporaryDirectory(prefix="vbgen-unreadable-") as name:
        Path(name).chmod(0o755)
        made = Office.new(Path(name) / "o")
        for part in ("_fragments", "phase-summary"):
            shutil.copytree(ROOT / "templates" / part, made.folder / "templates" / part)
        for folder in ("law", "data/riêng"):
            (made.folder / folder).mkdir()
        yield made


@contextmanager
def plain_account(folder: Path) -> Iterator[None]:
    """What follows is done by the folder's owner, who is bound by the rights of files."""
    if os.geteuid() != 0:
        yield
        return
    for at, _folders, names in os.walk(folder):
        for path in (Path(at), *(Path(at, each) for each in names)):
            os.chown(path, FIRST, FIRST)
    os.seteuid(FIRST)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def hidden(folder: Path) -> Iterator[None]:
    folder.chmod(0)
    try:
        yield
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("templates/_fragments", DRAFT),  # the shipped ones would stand in the paper instead
        ("templates/phase-summary", DRAFT),
        ("templates", DRAFT),
        ("law", ("check", CAMPAIGN)),
        ("data/riêng", ("backup", "../saved")),  # and the backup would lack it
    ],
    ids=str,
)
def test_a_folder_that_may_not_be_read_stops_what_would_be_made_without_it(
    office: Office, folder: str, words: tuple[str, ...]
) -> None:
    with hidden(office.folder / folder), plain_account(office.folder.parent):
        refused = office.ask(*words, code=UnreadableFileError.exit_code)
    assert f"Không mở được {office.folder / folder}" in refused["message"]
    assert not (office.folder / "output").exists()
    assert not list(office.folder.parent.glob("saved/*"))


def test_a_campaign_is_named_though_a_folder_beside_it_is_shut(office: Office) -> None:
    with hidden(office.folder / "data" / "riêng"), plain_account(office.folder.parent):
        refused = office.ask("check", "data/ha-nam-2023", code=UnreadableFileError.exit_code)
    assert CAMPAIGN in str(refused)


def test_a_backup_holds_what_links_lead_to_and_ends_where_they_lead_back(
    office: Office, tmp_path: Path
) -> None:
    data, away = office.folder / "data", tmp_path / "share"
    data.rename(away)
    data.symlink_to(away)
    (away / "vòng").symlink_to(office.folder)
    office.ask("backup", tmp_path / "saved")
    again = tmp_path / "again"
    office.ask("restore", tmp_path / "saved", "--workspace", again)
    found = [path.relative_to(again) for path in all_files(again)]
    assert found == [path.relative_to(office.folder) for path in all_files(office.folder)]
    assert Path(CAMPAIGN, "campaign.xlsx") in found


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as an account without a name")
def test_an_account_without_a_name_acts_under_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    os.setresuid(FIRST, 0, 0)
    try:
        assert account_name() == str(FIRST)
    finally:
        os.setresuid(0, 0, 0)
