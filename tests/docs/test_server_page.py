"""The page for those who serve several machines: its unit is one for systemd, its people are added as it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.test_running_page import DOCS, blocks
from vbgen.office.setting.settings import read_settings

PAGE = DOCS / "server.md"
PASSWORD = "mùa sen nở bên hồ"  # noqa: S105 - of a test's account


def vbgen(place: Path, *words: str, said: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "vbgen", *words],
        cwd=place,
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="a machine without systemd")
def test_the_unit_is_one_for_systemd(tmp_path: Path) -> None:
    (unit,) = blocks(PAGE, "ini")
    file = tmp_path / "vbgen.service"
    file.write_text(unit.replace("/opt/vbgen/bin/vbgen", sys.executable), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_program_of_the_unit_is_a_command_of_ours(tmp_path: Path) -> None:
    (unit,) = blocks(PAGE, "ini")
    started = re.search(r"^ExecStart=\S+/vbgen (.*)$", unit, re.MULTILINE)
    assert started
    vbgen(tmp_path, "init", "office")
    done = subprocess.run(
        [sys.executable, "-m", "vbgen", *started[1].split()],
        cwd=tmp_path / "office",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2  # known, and refused: nobody has an account yet
    assert '"no-accounts"' in done.stdout


def test_the_settings_of_the_page_are_read(tmp_path: Path) -> None:
    (settings,) = blocks(PAGE, "toml")
    file = tmp_path / "vbgen.toml"
    file.write_text(re.sub(r"^# (?=\w+ =)", "", settings, flags=re.MULTILINE), "utf-8")
    said = read_settings(file)["serve"]
    assert said.keys() == {"address", "proxies", "login_header", "certificate", "key"}


def test_people_are_added_as_the_page_says(tmp_path: Path) -> None:
    vbgen(tmp_path, "init", "office")
    lines = [line for block in blocks(PAGE, "") for line in block.splitlines()]
    people = [line for line in lines if line.startswith("vbgen users ")]
    assert people[0].startswith("vbgen users add minh ")
    for line in people[:-1]:
        words = re.findall(r'"[^"]*"|\S+', line)[1:]
        vbgen(tmp_path / "office", *(word.strip('"') for word in words), said=f"{PASSWORD}\n")
    assert "Trần Văn Minh" in vbgen(tmp_path / "office", "users", "list")
