"""A disk that is full, a disk that is read-only, an answer that nobody takes: told, and nothing half done."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command_line import vbgen
from tests.small_disk import SmallDisk
from tests.wrong_inputs.wrong_office import BOOK, YAML, office
from tests.wrong_inputs.wrong_row import blemishes, contents, told

ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "/usr/bin:/bin"}
Capture = pytest.CaptureFixture[str]
FULL = {
    "drafts": "draft data/pt launch-notice certificate -o {disk}/drafts",
    "a conversion": f"convert {YAML} {{disk}}/a/b/campaign.xlsx",
    "a form": "form {disk}/form.xlsx",
    "a workspace": "init {disk}/ws",
    "marked cells": "check data/pt --annotate {disk}/marked.xlsx",
    "a mended paper": "lint output/thu.docx --fix -o {disk}/thu.docx",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    workspace = office(tmp_path / "ws")
    monkeypatch.chdir(workspace)
    vbgen(capsys, "draft", "data/pt", "thu-moi", "-o", "output")
    (workspace / "output/thu-moi.docx").rename(workspace / "output/thu.docx")
    return workspace


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 kB, of which 8 are taken by a file of its owner."""
    disk = SmallDisk(tmp_path / "disk", "size=24k")
    (disk.folder / "mine").write_bytes(b"x" * 8192)
    yield disk.folder
    disk.eject()


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Path]:
    disk = SmallDisk(tmp_path / "disk", "size=1m,ro")
    yield disk.folder
    disk.eject()


@pytest.mark.parametrize("what", FULL)
def test_a_full_disk_is_told_and_holds_what_it_held(
    what: str, root: Path, full_disk: Path, capsys: Capture
) -> None:
    before, mine = contents(root), contents(full_disk)

    answer = vbgen(capsys, *FULL[what].format(disk=full_disk).split(), "--json")

    assert (answer.code, contents(root)) == (4, before), answer
    assert "đầy" in told(answer.out)[0]
    assert not blemishes(told(answer.out)[0])
    assert contents(full_disk) == mine


@pytest.mark.parametrize("what", FULL)
def test_a_read_only_disk_is_told(
    what: str, root: Path, read_only_disk: Path, capsys: Capture
) -> None:
    before = contents(root)

    answer = vbgen(capsys, *FULL[what].format(disk=read_only_disk).split(), "--json")

    assert (answer.code, contents(root)) == (4, before), answer
    assert "chỉ cho đọc" in told(answer.out)[0]


def test_drafts_that_stood_there_stay_when_the_new_ones_have_no_room(
    root: Path, full_disk: Path, capsys: Capture
) -> None:
    (full_disk / "launch-notice.docx").write_bytes(b"old")
    vbgen(capsys, "draft", "data/pt", "launch-notice", "certificate", "-o", full_disk)

    assert (full_disk / "launch-notice.docx").read_bytes() == b"old"
    assert sorted(path.name for path in full_disk.iterdir()) == ["launch-notice.docx", "mine"]
    assert (root / BOOK).is_file()


@pytest.mark.parametrize("command", ["check data/pt --json", "template fields"])
@pytest.mark.parametrize("stream", [">/dev/full", "2>/dev/full >/dev/full", "| true"])
def test_an_answer_that_nobody_takes_gives_no_traceback(
    command: str, stream: str, root: Path
) -> None:
    line = f"set -o pipefail; {sys.executable} -m vbgen {command} {stream}"
    done = subprocess.run(
        ["/bin/bash", "-c", line], cwd=root, capture_output=True, check=False, env=ENVIRONMENT
    )

    assert b"Traceback" not in done.stdout + done.stderr
    assert b"Exception ignored" not in done.stderr, done.stderr
    assert done.returncode in {0, 1, 2, 4, 141}, done


def test_a_name_that_is_no_unicode_is_told(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vbgen", "draft", b"data/\xff\xfe", "--json"],
        cwd=root,
        capture_output=True,
        check=False,
        env=ENVIRONMENT | {"PYTHONIOENCODING": "utf-8:strict"},
    )

    assert done.returncode == 2
    assert "không có thư mục này" in done.stdout.decode("utf-8")
    assert done.stderr == b""
