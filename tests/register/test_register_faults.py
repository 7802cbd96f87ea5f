"""What goes wrong outside is told in a sentence, and leaves a register that goes on where it stood."""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, text

from tests.register.issuing_desks import DECISION, another, desk_on, prepared
from tests.register.papers import intent, issue, stamp
from tests.register.postgresql_server import Server, running
from tests.register.tiny_paper import tiny
from vbgen.archive.errors import ArchiveTakenError, ArchiveWriteError
from vbgen.errors import OutputError
from vbgen.office.issuing.issuing import finish, resume
from vbgen.office.issuing.issuing import issue as issue_paper
from vbgen.register import Register, RegisterDamagedError, RegisterUnreachableError, State
from vbgen.ways import Resume

Open = Callable[[str], Register]
HERE = Path(__file__).parent
RESERVE = """
import sys
from tests.register.papers import NOON, intent, stamp
from vbgen.errors import VbgenError
from vbgen.register import Register
from vbgen.ways import Resume
try:
    register = Register.open(sys.argv[1], now=NOON)
    for _ in range(int(sys.argv[2])):
        print(register.reserve(intent(note="x" * 10_000), stamp()).number, flush=True)
except VbgenError as fault:
    print(type(fault).__name__, fault.exit_code, fault)
"""


def reserve_elsewhere(url: str, count: int, **how: object) -> list[str]:
    """What a process of its own prints: the numbers it took, then the fault if there was one."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parents[1])))}
    command = [sys.executable, "-c", RESERVE, url, str(count)]
    done = subprocess.run(
        command, env=environ, capture_output=True, text=True, timeout=60, check=False, **how
    )  # type: ignore[call-overload]  # passed on
    assert done.stderr == ""
    return str(done.stdout).splitlines()


def test_a_full_disk_is_told_and_the_next_number_follows_when_there_is_room(
    tmp_path: Path, opened: Open
) -> None:
    url = f"sqlite:///{tmp_path / 'register.sqlite3'}"
    register = opened(url)
    size = (tmp_path / "register.sqlite3").stat().st_size
    *numbers, fault = reserve_elsewhere(url, 500, preexec_fn=lambda: _limit_files(size + 400_000))
    assert fault.startswith("OutputError 4 Không ghi được sổ đăng ký")
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert register.reserve(intent(), stamp()).number == len(numbers) + 1


def _limit_files(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_read_only_register_is_told_and_still_read(tmp_path: Path, opened: Open) -> None:
    register = opened(f"sqlite:///{tmp_path / 'register.sqlite3'}")
    issue(register)
    with register.database.reading() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(OutputError, match="Không ghi được sổ đăng ký"):
        register.reserve(intent(), stamp())
    assert [entry.number for entry in register.entries()] == [1]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError, match="Không ghi được"):
        Register.open(f"sqlite:///{tmp_path}/file/register.sqlite3", now=stamp().at)


def test_a_connection_lost_in_the_middle_takes_no_number(postgresql: Server, opened: Open) -> None:
    register = opened(postgresql.url(postgresql.new_database()))
    issue(register)
    seen: list[str] = []

    def cut(connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)
        if "INSERT INTO documents" in statement:
            name = register.database.url.database
            postgresql.sql(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"  # noqa: S608 - our own
            )
        del connection

    event.listen(register.database.engine, "before_cursor_execute", cut)
    with pytest.raises(RegisterUnreachableError, match="Không vào được sổ đăng ký") as lost:
        register.reserve(intent(), stamp())
    assert lost.value.ways == (Resume(),)
    event.remove(register.database.engine, "before_cursor_execute", cut)
    assert any("RETURNING last" in statement for statement in seen)
    assert register.reserve(intent(), stamp()).number == 2


def test_a_server_that_falls_over_and_comes_back_goes_on_with_the_next_number(opened: Open) -> None:
    with running() as server:
        register = opened(server.url(server.new_database()))
        issue(register)
        server.stop("immediate")
        with pytest.raises(RegisterUnreachableError) as caught:
            register.reserve(intent(), stamp())
        assert f"127.0.0.1:{server.port}" in str(caught.value)
        server.start()
        assert register.reserve(intent(), stamp()).number == 2
        register.close()


def test_a_password_is_never_shown(opened: Open) -> None:
    with pytest.raises(RegisterUnreachableError) as caught:
        opened("postgresql://ai:mật-khẩu@127.0.0.1:1/x")
    assert "mật-khẩu" not in str(caught.value)


def test_an_archive_that_cannot_be_entered_takes_no_number(
    register: Register, tmp_path: Path
) -> None:
    (tmp_path / "archive").write_text("không phải thư mục", "utf-8")
    with pytest.raises(ArchiveWriteError, match="Không ghi được vào kho lưu trữ"):
        issue_paper(desk_on(register, tmp_path), another(prepared(*DECISION)))
    assert register.entries() == []


def test_an_archive_lost_on_the_way_leaves_the_number_reserved_and_resume_finishes(
    register: Register, tmp_path: Path
) -> None:
    desk_on(register, tmp_path).archive.claim(register.identity)
    (tmp_path / "archive" / "objects").write_text("không phải thư mục", "utf-8")
    with pytest.raises(ArchiveWriteError, match="Không ghi được vào kho lưu trữ"):
        issue_paper(desk_on(register, tmp_path), another(prepared(*DECISION)))
    assert [entry.is_open for entry in register.entries()] == [True]
    (tmp_path / "archive" / "objects").unlink()
    [done] = resume(desk_on(register, tmp_path))
    assert done.code == "01/QĐ-SCT"


def test_two_registers_do_not_share_an_archive(tmp_path: Path, opened: Open) -> None:
    first, second = (opened(f"sqlite:///{tmp_path / name}.sqlite3") for name in ("một", "hai"))
    whole = desk_on(first, tmp_path)
    finish(whole, first.reserve(tiny(), stamp()))
    other = desk_on(second, tmp_path)
    with pytest.raises(ArchiveTakenError, match="thư mục làm việc khác"):
        finish(other, second.reserve(tiny(), stamp()))
    assert [entry.state for entry in second.entries()] == [State.RESERVED]


def test_two_who_finish_the_same_issue_get_the_same_result(
    register: Register, tmp_path: Path
) -> None:
    desk = desk_on(register, tmp_path)
    numbered = register.reserve(tiny(), stamp())
    first, second = (finish(desk, numbered) for _ in range(2))
    assert (first.code, first.digests) == (second.code, second.digests)
    assert [act.what for act, _stated in register.journal()] == ["reserve", "render", "settle"]


def test_a_database_of_something_else_is_left_alone(postgresql: Server, opened: Open) -> None:
    name = postgresql.new_database()
    postgresql.sql("CREATE TABLE documents (id int)", name)
    with pytest.raises(RegisterDamagedError, match="không phải là sổ đăng ký"):
        opened(postgresql.url(name))


def test_a_journal_line_is_json_that_any_program_reads(register: Register) -> None:
    issue(register)
    with register.database.reading() as connection:
        details = connection.execute(text("SELECT detail FROM acts")).scalars().all()
    assert [sorted(json.loads(detail)) for detail in details][1:] == [["files"], ["code", "files"]]
