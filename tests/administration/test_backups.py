"""Everything is copied while others work, and comes back equal, on both databases; or nothing is written."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.administration.offices import Office
from tests.register.killing import start
from tests.register.killing_tasks import number_now
from tests.register.postgresql_server import NoServerError, Server, running
from vbgen.model.dossier import Stamp
from vbgen.register import Register
from vbgen.register.access.accounts import Account, accounts, add_account
from vbgen.register.access.unit_links import LinkState, LinkWish, link_of, make_links


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    try:
        with running() as server:
            yield server
    except NoServerError as fault:
        pytest.fail(str(fault))


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    environ = {}
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("server")
        environ = {"VBGEN_DATABASE": server.url(server.new_database())}
    return Office.new(tmp_path / "o", environ=environ)


def moved(office: Office, folder: Path, request: pytest.FixtureRequest) -> Office:
    """Where the backup is put back: a new folder, and on PostgreSQL a new database."""
    if not office.environ:
        return Office(folder)
    server: Server = request.getfixturevalue("server")
    return Office(folder, {"VBGEN_DATABASE": server.url(server.new_database())})


def content(folder: Path) -> dict[str, bytes]:
    """Every file but the register's own and the settings, which had the identity already."""
    found = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    return {
        name: path.read_bytes() for name, path in found.items() if "register.sqlite3" not in name
    }


def test_everything_comes_back_equal_and_work_goes_on(
    office: Office, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assert office.issue().code == 0
    (office.folder / "law").mkdir()
    (office.folder / "law" / "rieng.toml").write_text("", "utf-8")
    office.ask("backup", tmp_path / "sao-luu")
    back = moved(office, tmp_path / "moi", request)
    back.folder.mkdir()
    back.ask("restore", tmp_path / "sao-luu", "--workspace", back.folder)
    assert content(back.folder) == content(office.folder)
    for words in (("register", "list"), ("archive", "verify"), ("register", "show", "01/SCT-VP")):
        assert back.ask(*words) == office.ask(*words)
    assert back.run("register", "journal").out == office.run("register", "journal").out
    assert back.issue_next().json["issued"][0]["code"] == "02/SCT-VP"


def test_who_may_work_at_the_desk_comes_back_with_what_was_sent_there(
    office: Office, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    lan = Account("lan", "Nguyễn Thị Lan", frozenset({"registry"}), "hash")
    office.ask("register", "reserve", "TB-SCT", "--date", "2026-11-02", "--agency", "SCT", "--yes")
    pictures = office.folder / "output" / ".desk" / "pictures" / "x"
    pictures.mkdir(parents=True)
    (pictures / "1.png").write_bytes(b"")
    sent = Path("output") / ".desk" / "sent" / ("a" * 24) / "files" / "Phòng A.docx"
    (office.folder / sent).parent.mkdir(parents=True)
    (office.folder / sent).write_bytes(b"PK")
    with closing(opened(office)) as register:
        stamp = Stamp("Lan", datetime.now(UTC))
        add_account(register.database, lambda _there: lan, stamp)
        wish = LinkWish("ha-nam-2022", "thi đua", "VP", "Văn phòng", stamp.at + timedelta(days=7))
        [token] = make_links(register.database, [wish], stamp)
    office.ask("backup", tmp_path / "sao-luu")
    back = moved(office, tmp_path / "moi", request)
    back.folder.mkdir()
    back.ask("restore", tmp_path / "sao-luu", "--workspace", back.folder)
    with closing(opened(back)) as register:
        assert accounts(register.database) == [lan]
        link = link_of(register.database, token)
        assert link
        assert link.state(stamp.at) is LinkState.OPEN  # what was sent to units opens here too
    assert not (back.folder / "output" / ".desk" / "pictures").exists()
    assert (back.folder / sent).read_bytes() == b"PK"  # a unit's list that no clerk has taken yet


def opened(office: Office) -> Register:
    at_home = f"sqlite:///{office.folder / 'output' / 'register.sqlite3'}"
    url = office.environ.get("VBGEN_DATABASE", at_home)
    return Register.open(url, now=datetime.now(UTC))


def test_a_copy_taken_while_others_write_is_one_moment_of_the_register(
    office: Office, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assert office.issue().code == 0
    file = office.folder / "output" / "register.sqlite3"
    url = office.environ.get("VBGEN_DATABASE", f"sqlite:///{file}")
    writers = [start(number_now, url, 60) for _ in range(2)]
    copies: list[Path] = []
    while any(writer.is_alive() for writer in writers):
        copies.append(tmp_path / f"sao-luu-{len(copies)}")
        office.ask("backup", copies[-1])
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    for copy in copies[:2]:
        back = moved(office, tmp_path / f"moi-{copy.name}", request)
        back.folder.mkdir()
        back.ask("restore", copy, "--workspace", back.folder)
        numbers = [one["number"] for one in back.ask("register", "list")["entries"][1:]]
        assert numbers == list(range(1, len(numbers) + 1))
    assert len(office.ask("register", "list")["entries"]) == 121


def test_a_register_of_another_hour_is_told_and_recovered(
    office: Office, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The archive is newer than the backup: it outlived the disk that the register was on."""
    assert office.issue().code == 0
    office.ask("backup", tmp_path / "sao-luu")
    assert office.issue_next().code == 0
    kept = tmp_path / "kho"
    shutil.copytree(office.folder / "output" / "archive", kept)
    back = moved(office, tmp_path / "moi", request).at(VBGEN_ARCHIVE=str(kept))
    back.folder.mkdir()
    told = back.run("restore", tmp_path / "sao-luu", "--workspace", back.folder, "--json")
    assert told.code == 15, told.said
    refused = back.issue_next()
    assert refused.code == 15
    back.ask("register", "recover")
    assert [one["code"] for one in back.ask("register", "list")["entries"]] == [
        "01/SCT-VP",
        "02/SCT-VP",
    ]
    assert back.ask("archive", "verify")["ok"]


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / "register.jsonl").write_text("{}", "utf-8"),
        lambda folder: (folder / "workspace" / "vbgen.toml").unlink(),
        lambda folder: (folder / "la.txt").write_text("x", "utf-8"),
        lambda folder: (folder / "backup.json").unlink(),
    ],
    ids=["changed", "missing", "extra", "no backup"],
)
def test_a_damaged_backup_writes_nothing(tmp_path: Path, harm: object) -> None:
    office = Office.new(tmp_path / "o")
    office.ask("backup", tmp_path / "sao-luu")
    harm(tmp_path / "sao-luu")  # type: ignore[operator]
    assert office.run("restore", tmp_path / "sao-luu", "--workspace", tmp_path / "moi").code == 2
    assert not (tmp_path / "moi").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o")
    office.ask("backup", tmp_path / "sao-luu")
    assert office.run("backup", tmp_path / "sao-luu").code == 4
    assert office.run("backup", office.folder / "output" / "x").code == 2
    assert office.run("restore", tmp_path / "sao-luu").code == 4


def test_a_killed_backup_is_none_and_the_next_one_takes_its_place(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o")
    assert office.issue().code == 0
    target = tmp_path / "sao-luu"
    words = [sys.executable, "-m", "vbgen", "backup", str(target)]
    with subprocess.Popen(words, cwd=office.folder, start_new_session=True) as process:
        while process.poll() is None and not any(target.rglob("*")):
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    assert office.run("restore", target, "--workspace", tmp_path / "moi").code == 2
    office.ask("backup", target)
    assert sorted(each.name for each in target.iterdir()) == [
        "archive",
        "backup.json",
        "manifest-sha256.txt",
        "register.jsonl",
        "workspace",
    ]
    office.ask("restore", target, "--workspace", tmp_path / "moi")
