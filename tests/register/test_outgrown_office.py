"""An office that has outgrown one machine both ways: its register on PostgreSQL and its archive in an object store."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.administration.offices import ACCEPTED, Office, finished
from tests.archive.s3_server import ObjectStore, serving
from tests.ports import free_port
from tests.register.postgresql_server import Server

OPTIONS = ("--date", "2022-12-15", "--no-pdf", "--yes")


@pytest.fixture(scope="module")
def store() -> Iterator[ObjectStore]:
    with serving(free_port()) as server:
        yield server


def begun(office: Office, *words: str) -> "subprocess.Popen[str]":
    """The command as a program of its own, for several clerks at once, or to be killed."""
    environ = {**os.environ, "VBGEN_BY": "Lan", "VBGEN_LANG": "vi", **office.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "vbgen", *words, "--json"],
        cwd=office.folder,
        env=environ,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_what_was_killed_on_its_way_into_the_store_is_ended_with_its_number(
    postgresql: Server, store: ObjectStore, tmp_path: Path
) -> None:
    place = store.bucket("outgrown")
    environ = {
        "VBGEN_DATABASE": postgresql.url(postgresql.new_database()),
        "VBGEN_ARCHIVE": place,
        **store.environ,
    }
    office = Office.new(tmp_path, environ=environ)
    assert not office.ask("register", "list")["entries"]
    killed = begun(office, "issue", "data/ha-nam-2022", "launch-notice", *OPTIONS, *ACCEPTED)
    while killed.poll() is None:
        if any(each["state"] == "reserved" for each in office.ask("register", "list")["entries"]):
            killed.send_signal(signal.SIGKILL)
            break
        time.sleep(0.05)
    killed.communicate(timeout=60)
    resumed = office.run("register", "resume", "--json")
    assert resumed.code == 0, resumed.said
    clerks = [
        begun(office, "issue", "data/ha-nam-2022", "phase-summary", "--phase", phase, *OPTIONS)
        for phase in ("1", "2")
    ]
    for clerk in clerks:
        answer = finished(clerk)
        assert answer.code == 0, answer.said
    entries = office.ask("register", "list")["entries"]
    assert [each["state"] for each in entries] == ["issued"] * 3
    assert len({each["code"] for each in entries}) == 3
    assert office.ask("archive", "verify")["ok"]
    assert not (tmp_path / "output" / "archive").exists()
    assert not (tmp_path / "output" / "register.sqlite3").exists()
