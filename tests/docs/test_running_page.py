"""The page for administrators: its shell lines are run, its settings are read, its commands are commands of vbgen.

Not run here: what takes the program away (`rm -r .venv`, `pipx uninstall vbgen`), and `register upgrade` and
`register roles`, which need a server and its keeper: tests/register holds them on a real PostgreSQL.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.administration.offices import Office
from vbgen.cli.app import app
from vbgen.office.setting.settings import read_settings

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "running.md"
WORKSPACE, ELSEWHERE, BACKUPS, MONITOR = (
    "/srv/vanthu",
    "/srv/vanthu-moi",
    "/mnt/backup",
    "/srv/monitor",
)


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of that language."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [lines for named, lines in found if named == language]


@pytest.fixture
def house(tmp_path: Path) -> Office:
    """An office with one paper, and a `vbgen` on the path of its own."""
    office = Office.new(tmp_path / "vanthu")
    assert office.issue().code == 0
    for name in ("bin", "backup", "monitor"):
        (tmp_path / name).mkdir()
    program = tmp_path / "bin" / "vbgen"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vbgen "$@"\n', "utf-8")
    program.chmod(0o755)
    return office


def shell(office: Office, lines: str) -> "subprocess.CompletedProcess[str]":
    """The lines as the page shows them, in places and with a group of these tests."""
    root = office.folder.parent
    for shown, here in {
        ELSEWHERE: root / "vanthu-moi",
        WORKSPACE: office.folder,
        BACKUPS: root / "backup",
        MONITOR: root / "monitor",
        "-R vanthu ": f"-R {os.getgid()} ",
    }.items():
        lines = lines.replace(shown, str(here))
    path = f"{root / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-e", "-c", lines],
        cwd=office.folder,
        env={"PATH": path, "VBGEN_LANG": "vi", "HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_shell_lines_are_run_in_their_order(house: Office) -> None:
    shown = blocks(PAGE, "sh")
    assert len(shown) == 2
    for lines in shown:
        done = shell(house, lines)
        assert done.returncode == 0, lines + done.stdout + done.stderr
    assert (house.folder.parent / "vanthu-moi" / "output" / "register.sqlite3").exists()
    assert house.folder.stat().st_mode & 0o7777 == 0o2775


def test_the_line_of_cron_tells_the_monitor_how_it_ended(house: Office) -> None:
    (line,) = (each for each in blocks(PAGE, "") if "archive verify" in each)
    command = line.split(maxsplit=6)[6]
    done = shell(house, command)
    assert done.stdout == "vbgen: 1\n"  # fewer papers than a hundred
    assert '"fewer-papers"' in (house.folder.parent / "monitor" / "vbgen.json").read_text("utf-8")


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_the_settings_of_the_page_are_read(page: Path, tmp_path: Path) -> None:
    known = re.compile(
        r"^\[(register|archive|pdf|templates|log|numbering|issue|lint|history)\b", re.MULTILINE
    )
    for number, table in enumerate(blocks(page, "toml")):
        if known.search(table):
            path = tmp_path / f"{number}.toml"
            path.write_text(table, "utf-8")
            assert read_settings(path)


@pytest.mark.parametrize(
    "line", sorted(set(re.findall(r"`(vbgen [^`…]+)`", PAGE.read_text("utf-8"))))
)
def test_every_command_of_the_page_is_one(line: str) -> None:
    command: click.Command = app()
    words = line.split()[1:]
    while words and isinstance(command, click.Group) and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    assert not isinstance(command, click.Group), line
    options = {name for each in command.params for name in each.opts}
    assert {word for word in words if word.startswith("--")} <= options
