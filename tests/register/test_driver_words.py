"""What a database's driver says in English reaches the reader as a cause in Vietnamese, with a way out."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.administration.offices import Office
from tests.register.papers import NOON, intent, stamp
from tests.register.postgresql_server import Server
from vbgen.errors import OutputError, VbgenError
from vbgen.register import Register, RegisterDamagedError, RegisterUnreachableError
from vbgen.register.database.backup import backup
from vbgen.register.faults import told
from vbgen.register.wording.driver_words import postgresql_cause, sqlite_cause

ENGLISH = re.compile(
    r"\b(failed|resolve|connection|refused|server|host|database|disk|malformed|file|full|error|is|not|the)\b",
    re.IGNORECASE,
)
SQLITE_NAMES = sorted(name for name in dir(sqlite3) if re.fullmatch("SQLITE_[A-Z]+_?[A-Z]*", name))


def told_of(act: Callable[[], object], kind: type[VbgenError]) -> str:
    """The sentence of the refusal, without the place that it names."""
    with pytest.raises(kind) as caught:
        act()
    assert caught.value.__notes__
    assert "Hãy" in caught.value.message
    return re.sub(r"\S*[/@]\S*", "", caught.value.message)


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("khong-co.example.invalid", "không tìm thấy máy chủ"),
        ("127.0.0.1:1", "máy chủ từ chối kết nối"),
    ],
)
def test_a_server_that_is_not_reached_is_told_in_our_words(address: str, cause: str) -> None:
    url = f"postgresql://ai:bi-mat-77@{address}/so"
    said = told_of(lambda: Register.open(url, now=NOON), RegisterUnreachableError)
    assert cause in said
    assert ENGLISH.findall(said) == []


def test_a_server_that_does_not_let_in_is_told_in_our_words(postgresql: Server) -> None:
    url = postgresql.url("khong_co_so_nay")
    said = told_of(lambda: Register.open(url, now=NOON), RegisterUnreachableError)
    assert "máy chủ không có cơ sở dữ liệu này" in said
    assert ENGLISH.findall(said) == []


def damaged(path: Path) -> Path:
    """A register in the middle of which something else was written."""
    with closing(Register.open(f"sqlite:///{path}", now=NOON)) as register:
        for _ in range(30):
            register.reserve(intent(note="x" * 5_000), stamp())
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\x5a" * (len(whole) - 4096)
    path.write_bytes(whole)
    for beside in path.parent.glob(f"{path.name}-*"):
        beside.unlink()
    return path


@pytest.mark.parametrize("way", [Register.look, lambda url: Register.open(url, now=NOON)])
def test_a_damaged_file_is_told_in_our_words(
    tmp_path: Path, way: Callable[[str], Register]
) -> None:
    path = damaged(tmp_path / "so.sqlite3")
    said = told_of(lambda: way(f"sqlite:///{path}").entries(), RegisterDamagedError)
    assert "nội dung tệp không còn nguyên vẹn" in said
    assert ENGLISH.findall(said) == []


@pytest.mark.parametrize("way", [Register.look, lambda url: Register.open(url, now=NOON)])
def test_a_file_of_something_else_is_told_in_our_words(
    tmp_path: Path, way: Callable[[str], Register]
) -> None:
    path = tmp_path / "so.sqlite3"
    path.write_bytes("đây là một bức thư, không phải sổ đăng ký\n".encode() * 300)
    with pytest.raises(RegisterDamagedError) as caught:
        way(f"sqlite:///{path}").entries()
    assert ENGLISH.findall(caught.value.message.replace(str(path), "")) == []


def test_a_full_disk_is_told_in_our_words(
    tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    register = opened(f"sqlite:///{tmp_path / 'so.sqlite3'}")
    with register.database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    said = told_of(lambda: register.reserve(intent(note="x" * 100_000), stamp()), OutputError)
    assert "ổ đĩa đã đầy" in said
    assert ENGLISH.findall(said) == []


def test_a_damaged_file_is_not_backed_up_and_told_in_our_words(tmp_path: Path) -> None:
    path = tmp_path / "so.sqlite3"
    with closing(Register.open(f"sqlite:///{path}", now=NOON)) as register:
        damaged(path)
        with pytest.raises(OutputError) as caught:
            backup(register.database, tmp_path / "copy.sqlite3")
    assert ENGLISH.findall(caught.value.message) == []


@pytest.mark.parametrize("name", SQLITE_NAMES)
def test_every_fault_of_sqlite_has_a_cause_without_english(name: str) -> None:
    assert ENGLISH.findall(sqlite_cause(name).replace(name, "")) == []


STATES = sorted(
    {
        kind.sqlstate
        for kind in vars(psycopg.errors).values()
        if isinstance(kind, type) and issubclass(kind, psycopg.Error) and kind.sqlstate
    }
)


def test_every_state_of_postgresql_has_a_cause_without_english() -> None:
    assert len(STATES) > 200
    assert [s for s in STATES if ENGLISH.search(postgresql_cause(s, "the server said so"))] == []


@given(st.text())
def test_whatever_a_driver_says_is_not_repeated(said: str) -> None:
    marked = f"zqx{said}zqx"
    assert "zqx" not in postgresql_cause("", marked)


def test_the_drivers_words_are_shown_to_those_who_ask_for_more(tmp_path: Path) -> None:
    office = Office.new(tmp_path / "o").at(VBGEN_DATABASE="postgresql://ai:bi-mat-77@127.0.0.1:1/x")
    plain, more = office.run("register", "list"), office.run("--verbose", "register", "list")
    assert "refused" not in plain.said
    assert "refused" in more.err
    assert "bi-mat-77" not in more.said


def test_a_fault_of_sqlite_itself_is_told_too(tmp_path: Path) -> None:
    def enter() -> None:
        with told("sổ"):
            sqlite3.connect(tmp_path / "không-có" / "so.sqlite3")

    assert "không mở được tệp" in told_of(enter, RegisterUnreachableError)
