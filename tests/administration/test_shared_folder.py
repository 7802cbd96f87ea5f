"""Two accounts of one machine work in one folder: none locks the other out, by acts or by a mere look."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.administration.offices import (
    ACCEPTED,
    FIRST,
    GROUP,
    SECOND,
    Answer,
    Office,
    finished,
    start,
)

if TYPE_CHECKING:
    from subprocess import Popen

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as two accounts")
CAMPAIGNS = ("mot", "hai", "ba", "bon")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder of the group, as an administrator sets it up: `chgrp`, `chmod 2775`."""
    folder = Path(tempfile.mkdtemp(prefix="vbgen-shared-"))
    folder.chmod(0o755)
    office = Office.new(folder / "o")
    for name in CAMPAIGNS:
        shutil.copytree(office.folder / "data" / "ha-nam-2022", office.folder / "data" / name)
    for path in (office.folder, *office.folder.rglob("*")):
        os.chown(path, FIRST, GROUP)
        path.chmod(0o2775 if path.is_dir() else 0o664)
    yield office.folder
    shutil.rmtree(folder)


def issue(folder: Path, campaign: str, account: int, umask: int = 0o002) -> "Answer":
    return finished(begin(folder, campaign, account, umask))


def begin(folder: Path, campaign: str, account: int, umask: int = 0o002) -> "Popen[str]":
    words = (
        "issue",
        f"data/{campaign}",
        "launch-notice",
        "--date",
        "2022-03-15",
        "--no-pdf",
        "--yes",
        *ACCEPTED,
    )
    return start(folder, *words, account=account, umask=umask)


def look(folder: Path, account: int, umask: int = 0o002) -> Answer:
    return finished(start(folder, "register", "list", account=account, umask=umask))


def test_both_issue_at_the_same_moment_and_neither_is_shut_out_by_a_look(shared: Path) -> None:
    assert issue(shared, "mot", FIRST).code == 0
    assert look(shared, SECOND).code == 0
    at_once = [begin(shared, "hai", FIRST), begin(shared, "ba", SECOND)]
    assert [done.code for done in map(finished, at_once)] == [0, 0]
    assert look(shared, FIRST).code == 0
    assert issue(shared, "bon", SECOND).code == 0
    seen = Office(shared).ask("archive", "verify")
    assert (seen["documents"], seen["problems"]) == (4, [])
    codes = sorted(one["code"] for one in Office(shared).ask("register", "list")["entries"])
    assert codes == [f"0{number}/SCT-VP" for number in (1, 2, 3, 4)]
    for path in (shared / "output").rglob("*"):
        found = path.stat()
        assert found.st_gid == GROUP, path
        assert stat.S_IMODE(found.st_mode) & 0o007 == (0o005 if path.is_dir() else 0o004), path
        assert path.is_relative_to(shared / "output/archive") or found.st_mode & stat.S_IWGRP, path


def test_where_the_umask_shuts_the_group_out_it_may_still_look_and_is_told_the_way(
    shared: Path,
) -> None:
    assert issue(shared, "mot", FIRST, 0o022).code == 0
    before = Office(shared).files()
    assert look(shared, SECOND, 0o022).code == 0
    assert Office(shared).files() == before
    told = issue(shared, "hai", SECOND, 0o022)
    assert (told.code, "chmod g+w" in told.err, "register.sqlite3" in told.err) == (
        4,
        True,
        True,
    ), told.said
    assert issue(shared, "ba", FIRST, 0o022).code == 0


def test_a_register_of_0_1_is_opened_to_the_group_by_its_owner(shared: Path) -> None:
    assert issue(shared, "mot", FIRST).code == 0
    register = shared / "output" / "register.sqlite3"
    register.chmod(0o644)
    assert issue(shared, "hai", SECOND).code == 4
    assert issue(shared, "ba", FIRST).code == 0
    assert stat.S_IMODE(register.stat().st_mode) == 0o664
    assert issue(shared, "hai", SECOND).code == 0
