"""On PostgreSQL the clerk issues, the drafter looks things up, the auditor reads; the database holds them to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from tests.register.papers import PEOPLE, intent, issue, settle, stamp
from tests.register.postgresql_server import Server
from vbgen.errors import ProblemsFoundError, UsageError
from vbgen.register import Register
from vbgen.register.roles import AUDITOR, CLERK, DRAFTER, set_up_roles

Open = Callable[[str], Register]
CHUNK = "0" * 64


@pytest.fixture
def shared(postgresql: Server, opened: Open) -> Iterator[str]:
    database = postgresql.new_database()
    keeper = opened(postgresql.url(database))
    issue(keeper)
    set_up_roles(keeper.database)
    for role in (CLERK, DRAFTER, AUDITOR):
        postgresql.sql(f"DROP ROLE IF EXISTS {role}_person")
        postgresql.sql(f"CREATE ROLE {role}_person LOGIN IN ROLE {role}")
    yield database
    keeper.close()


@contextmanager
def refused() -> Iterator[None]:
    with pytest.raises(ProblemsFoundError, match="không có quyền"):
        yield


def test_the_clerk_issues_and_gives_up_numbers(shared: str, postgresql: Server, opened: Open) -> None:
    clerk = opened(postgresql.url(shared, user=f"{CLERK}_person"))
    settled = issue(clerk, people=PEOPLE)
    clerk.void(settled.id, stamp())
    assert [entry.number for entry in clerk.entries()] == [1, 2]


@pytest.mark.parametrize("table", ["acts", "links"])
def test_not_even_the_clerk_changes_the_journal(shared: str, postgresql: Server, opened: Open, table: str) -> None:
    clerk = opened(postgresql.url(shared, user=f"{CLERK}_person"))
    with refused(), clerk.database.writing() as connection:
        connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - a name of the test's own


@pytest.mark.parametrize("role", [DRAFTER, AUDITOR])
def test_drafter_and_auditor_take_no_numbers(shared: str, postgresql: Server, opened: Open, role: str) -> None:
    person = opened(postgresql.url(shared, user=f"{role}_person"))
    assert [entry.code for entry in person.entries()] == ["01/QĐ-SCT"]
    with refused():
        person.reserve(intent(), stamp())
    with refused():
        person.void(person.entries()[0].id, stamp())


def test_the_auditor_reads_the_journal_and_the_drafter_does_not(shared: str, postgresql: Server, opened: Open) -> None:
    auditor, drafter = (opened(postgresql.url(shared, user=f"{role}_person")) for role in (AUDITOR, DRAFTER))
    assert len(list(auditor.journal())) == len(("reserve", "render", "settle"))
    with refused():
        list(drafter.journal())


def test_the_clerk_keeps_receipts_the_auditor_reads_them_and_the_drafter_does_not(
    shared: str, postgresql: Server, opened: Open
) -> None:
    clerk, auditor, drafter = (
        opened(postgresql.url(shared, user=f"{role}_person")) for role in (CLERK, AUDITOR, DRAFTER)
    )
    numbered = clerk.reserve(intent(), stamp())
    for pages in (1, 2):
        clerk.keep_receipt(numbered.id, CHUNK, {"pages": pages})
    assert auditor.receipts(numbered.id) == {CHUNK: {"pages": 2}}
    with refused():
        auditor.keep_receipt(numbered.id, CHUNK, {})
    with refused():
        drafter.receipts(numbered.id)
    settle(clerk, numbered)
    assert auditor.receipts(numbered.id) == {}


def test_roles_are_set_up_twice_without_harm(shared: str, postgresql: Server, opened: Open) -> None:
    assert set_up_roles(opened(postgresql.url(shared)).database) == (CLERK, DRAFTER, AUDITOR)


def test_a_file_has_no_roles(tmp_path_factory: pytest.TempPathFactory, opened: Open) -> None:
    register = opened(f"sqlite:///{tmp_path_factory.mktemp('r') / 'register.sqlite3'}")
    with pytest.raises(UsageError, match="SQLite không có tài khoản"):
        set_up_roles(register.database)
