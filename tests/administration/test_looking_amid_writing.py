"""A look succeeds whatever others do meanwhile: who opens and closes the register takes its log away each time."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.administration.offices import FIRST, GROUP, SECOND, Office, acting_as
from vbgen.office import ListCampaigns, Surroundings
from vbgen.office import Office as OpenOffice
from vbgen.register import Register
from vbgen.register.database.sqlite_file import begin_reading
from vbgen.web.moment import now

WRITE = """
import sqlite3, sys, time
while True:
    register = sqlite3.connect(sys.argv[1], timeout=60)
    register.execute("INSERT INTO probe VALUES (1)")
    register.commit()
    register.close()
    time.sleep(0.005)
"""
LOOK = """
import sys
from contextlib import closing
from vbgen.register.database.engine import Database
for _ in range(150):
    with closing(Database.look("sqlite:///" + sys.argv[1])) as register, register.reading() as seen:
        assert seen.exec_driver_sql("SELECT count(*) FROM probe").scalar() >= 0
"""
KEEP_OPEN = """
import sqlite3, sys
register = sqlite3.connect(sys.argv[1])
register.execute("PRAGMA journal_mode=WAL")
register.execute("CREATE TABLE probe (seen)")
register.commit()
print(flush=True)
sys.stdin.read()
"""
INDEX_HEADER = 96  # bytes of the log's index: its header, twice
LOCK = """
import os, sys
while True:
    for name in sys.argv[1:]:
        open(name, "w").close()
    for name in sys.argv[1:]:
        os.unlink(name)
"""


@pytest.fixture
def register() -> Iterator[Path]:
    """A register that its owner opens and closes without end; its group may look."""
    with tempfile.TemporaryDirectory(prefix="vbgen-amid-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = folder / "output" / "register.sqlite3"
        Register.open(f"sqlite:///{path}", now=now()).close()
        with closing(sqlite3.connect(path)) as made:
            made.execute("CREATE TABLE probe (seen)")
        for each in (path.parent, path):
            os.chown(each, FIRST, GROUP)
            each.chmod(0o755 if each.is_dir() else 0o644)
        with _running(FIRST, WRITE, path) as writer:
            try:
                yield path
                assert writer.poll() is None
            finally:
                writer.kill()


def _running(account: int, program: str, path: Path) -> "subprocess.Popen[str]":
    words = [*acting_as(account), sys.executable, "-c", program, str(path)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as two accounts")
@pytest.mark.parametrize("account", [FIRST, SECOND], ids=["who may write", "who may only look"])
def test_a_look_never_fails_while_another_writes_and_closes(register: Path, account: int) -> None:
    with _running(account, LOOK, register) as looker:
        _out, said = looker.communicate(timeout=240)
    assert looker.returncode == 0, said


def test_who_may_only_look_asks_again_while_the_index_of_the_log_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite3"
    words = [sys.executable, "-c", KEEP_OPEN, str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        writer.stdout.readline()
        address = f"file:{path}?mode=ro&readonly_shm=1"
        with (
            closing(sqlite3.connect(address, uri=True)) as looker,
            path.with_name(f"{path.name}-shm").open("r+b", buffering=0) as index,
        ):
            begin_reading(looker)
            looker.rollback()
            header = index.read(INDEX_HEADER)

            def write(content: bytes) -> None:
                index.seek(0)
                index.write(content)

            write(bytes(INDEX_HEADER // 2))  # as it is between two steps of a writer
            with pytest.raises(sqlite3.OperationalError) as refused:
                looker.execute("SELECT * FROM probe")
            assert refused.value.sqlite_errorname == "SQLITE_READONLY_RECOVERY"
            begun = list[str]()

            def third_time_whole(said: str) -> None:
                begun.extend([said] * (said == "BEGIN"))
                if len(begun) == 3:
                    write(header)

            looker.set_trace_callback(third_time_whole)
            begin_reading(looker)
            assert len(begun) == 3
            write(bytes(INDEX_HEADER // 2))
            assert looker.execute("SELECT * FROM probe").fetchall() == []


def test_campaigns_are_listed_while_a_program_locks_and_unlocks_their_workbook(
    tmp_path: Path,
) -> None:
    place = Office.new(tmp_path).folder
    folder = place / "data" / "ha-nam-2022"
    locks = [str(folder / f"~$campaign-{number}.xlsx") for number in range(30)]
    with subprocess.Popen([sys.executable, "-c", LOCK, *locks]) as locking:
        try:
            with OpenOffice.look(place, Surroundings({}, "Lan", now)) as office:
                listed = {office.do(ListCampaigns()).names for _ in range(1000)}
            assert locking.poll() is None
        finally:
            locking.kill()
    assert listed == {("ha-nam-2022",)}
