"""No permission stands in the program: what it writes has the umask's, and the folder's group."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.administration.offices import ACCEPTED, Office
from vbgen.files import create_new, make_folder, write_whole

RUN = """
import os, sys
os.umask(int(sys.argv[1], 8))
from vbgen.cli import run
for words in sys.argv[2:]:
    try:
        run(words.split())
    except SystemExit as ended:
        assert not ended.code, (words, ended.code)
"""
COMMANDS = (
    "init moi",
    f"issue data/ha-nam-2022 launch-notice --date 2022-03-15 --no-pdf --yes {' '.join(ACCEPTED)}",
    "draft data/ha-nam-2022 council-minutes",
    "register export so.xlsx",
    "register backup ban-sao.sqlite3",
    "archive export --year 2022 -o tui",
    "check data/ha-nam-2022 --report bao-cao.docx",
)


@pytest.mark.parametrize("umask", [0o002, 0o022, 0o027, 0o077], ids=oct)
def test_everything_that_is_made_has_the_permissions_of_the_umask(
    tmp_path: Path, umask: int
) -> None:
    office = Office.new(tmp_path / "o")
    before = office.files()
    environ = {**os.environ, "VBGEN_LANG": "vi", "VBGEN_BY": "Lan"}
    words = [sys.executable, "-c", RUN, oct(umask), *COMMANDS]
    done = subprocess.run(
        words, cwd=office.folder, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    made = sorted(office.files() - before)
    assert {
        "so.xlsx",
        "tui",
        "ban-sao.sqlite3",
        "output/register.sqlite3",
        "moi/vbgen.toml",
    } <= set(made)
    launchers = {"moi/Ban-lam-viec.cmd", "moi/Ban-lam-viec.desktop"}
    assert all(_mode(office.folder / name) == 0o777 & ~umask for name in launchers)
    made = [name for name in made if name not in launchers]
    wrong = {
        name: oct(mode)
        for name in made
        if (mode := _mode(office.folder / name)) != _wanted(office, name, umask)
    }
    assert wrong == {}


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _wanted(office: Office, name: str, umask: int) -> int:
    path = office.folder / name
    if path.is_dir():
        return 0o777 & ~umask
    kept = name.startswith("output/archive/")
    return (0o444 if kept else 0o666) & ~umask


def test_what_replaces_a_file_can_be_read_by_whom_the_file_let(tmp_path: Path) -> None:
    path = tmp_path / "rieng.docx"
    path.write_bytes(b"1")
    path.chmod(0o640)
    write_whole(path, b"2")
    assert (_mode(path), path.read_bytes()) == (0o640, b"2")


@pytest.mark.skipif(
    os.geteuid() != 0, reason="only root can give a folder to a group that it is not in"
)
def test_files_and_folders_have_the_group_of_the_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, -1, 61234)
    make_folder(tmp_path / "a" / "b")
    os.close(create_new(tmp_path / "a" / "b" / "c"))
    write_whole(tmp_path / "d" / "e", b"")
    assert {path.stat().st_gid for path in tmp_path.rglob("*")} == {61234}
