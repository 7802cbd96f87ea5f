"""The schema goes forward from every earlier one, after a backup; backups, dumps and restores are whole."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from tests.register.papers import PEOPLE, issue
from tests.register.postgresql_server import Server, run
from vbgen.errors import OutputError, UsageError
from vbgen.register import Filter, Register, RegisterDamagedError
from vbgen.register.database.engine import Database
from vbgen.register.schema import HEAD, upgrade
from vbgen.register.tables import metadata

MIGRATIONS = Path(__file__).parents[2] / "vbgen" / "register" / "migrations"
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
WITH_WORDS = "0002"  # from here on the program itself writes an entry's words
ROW = """
    INSERT INTO documents (id, agency, series, year, number, symbol, day, campaign, kind, variant, paper, issuer,
    type_name, subject, signer_name, signer_position, recipients, copy_kept_by, note, state, reserved_at, delivered)
    VALUES ('cũ', 'SCT', 'van-ban-di', 2026, 7, 'QĐ-SCT', '2026-01-05', 'c', 'k', '', 'c/k', '', '', 'Tặng Giấy khen',
    '', '', '', '', '', 'issued', '', true)
"""


def earlier_schemas() -> list[str]:
    return [
        script.revision
        for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()
        if script.revision != HEAD
    ]


def test_the_program_works_with_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_the_migrations_make_the_tables_that_the_program_uses(
    blank_url: str, opened: Callable[[str], Register]
) -> None:
    register = opened(blank_url)
    with register.database.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    named = [
        change for change in found if not (isinstance(change, tuple) and "words" in str(change))
    ]
    assert named == []


@pytest.mark.parametrize("revision", earlier_schemas())
def test_an_earlier_register_is_brought_forward_and_keeps_its_entries(
    blank_url: str, revision: str
) -> None:
    old = Database.open(blank_url)
    upgrade(old, revision)
    with old.writing() as connection:
        connection.execute(text(ROW))
    if not old.is_sqlite:
        with pytest.raises(UsageError, match="pg_dump"):
            Register.open(blank_url, now=NOW)
        upgrade(old)
    register = Register.open(blank_url, now=NOW)
    assert [entry.number for entry in register.entries(Filter(number=7))] == [7]
    if revision < WITH_WORDS:
        assert [entry.number for entry in register.entries(Filter(words="giay khen"))] == [7]
    if old.is_sqlite:
        assert register.backup_made is not None
        assert register.backup_made.name == f"register-{revision}-20260305-120000.sqlite3"
        with sqlite3.connect(register.backup_made) as copy:
            assert copy.execute("SELECT number FROM documents").fetchall() == [(7,)]
        copy.close()
    register.close()
    old.close()


def test_a_register_of_a_newer_program_is_left_alone(
    register: Register, database_url: str, opened: Callable[[str], Register]
) -> None:
    with register.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match="bản vbgen mới hơn"):
        opened(database_url)


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be read as one" * 20]
)
def test_a_file_that_is_no_register_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "register.sqlite3"
    path.write_bytes(content)
    with pytest.raises(RegisterDamagedError, match="khôi phục từ bản sao lưu"):
        Register.open(f"sqlite:///{path}", now=NOW)
    assert path.read_bytes() == content


@pytest.mark.parametrize("url", ["mysql://a:secret@b/c", "không phải", "sqlite://"])
def test_an_address_that_is_no_register_is_told_without_its_password(url: str) -> None:
    with pytest.raises(UsageError, match="VBGEN_DATABASE") as caught:
        Register.open(url, now=NOW)
    assert "secret" not in str(caught.value)


def test_a_live_register_is_copied_whole(tmp_path: Path, opened: Callable[[str], Register]) -> None:
    register = opened(f"sqlite:///{tmp_path / 'register.sqlite3'}")
    issue(register, people=PEOPLE)
    register.backup(tmp_path / "copy.sqlite3")
    issue(register)
    copy = opened(f"sqlite:///{tmp_path / 'copy.sqlite3'}")
    assert copy.entries() == register.entries()[:1]
    assert list(copy.journal()) == list(register.journal())[:3]


def test_a_backup_overwrites_nothing(tmp_path: Path, opened: Callable[[str], Register]) -> None:
    register = opened(f"sqlite:///{tmp_path / 'register.sqlite3'}")
    (tmp_path / "copy.sqlite3").write_text("quý", "utf-8")
    with pytest.raises(OutputError, match="Đã có"):
        register.backup(tmp_path / "copy.sqlite3")
    assert (tmp_path / "copy.sqlite3").read_text("utf-8") == "quý"


def test_postgresql_is_dumped_and_restored_by_its_own_tools(
    postgresql: Server, opened: Callable[[str], Register]
) -> None:
    source, target = postgresql.new_database(), postgresql.new_database()
    register = opened(postgresql.url(source))
    issue(register, people=PEOPLE)
    dump = str(postgresql.folder / f"{source}.dump")
    where = ("-h", "127.0.0.1", "-p", str(postgresql.port), "-U", "postgres")
    run("pg_dump", *where, "-Fc", "-f", dump, source)
    run("pg_restore", *where, "-d", target, "--exit-on-error", dump)
    restored = opened(postgresql.url(target))
    assert (restored.identity, restored.entries()) == (register.identity, register.entries())
    assert list(restored.journal()) == list(register.journal())
    assert issue(restored).code == "02/QĐ-SCT"


def test_a_register_on_postgresql_names_its_own_tool_for_backups(
    postgresql: Server, opened: Callable[[str], Register], tmp_path: Path
) -> None:
    register = opened(postgresql.url(postgresql.new_database()))
    with pytest.raises(UsageError, match="pg_dump"):
        register.backup(tmp_path / "copy")
