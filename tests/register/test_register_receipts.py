"""Receipts of a big run stay in the register while its paper is being issued, and not longer."""

import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import MetaData, Table, func, insert, select

from tests.register.killing import run
from tests.register.killing_tasks import keep_receipt_and_die
from tests.register.papers import PEOPLE, digest, intent, issue, rendered, settle, stamp
from tests.register.postgresql_server import Server
from vbgen.errors import UsageError
from vbgen.model.document import Kept, Numbered
from vbgen.register import ClockError, Register
from vbgen.register.database.engine import Database
from vbgen.register.schema import upgrade
from vbgen.register.tables import metadata, receipts

FIRST, SECOND = "a" * 64, "b" * 64
WITHOUT_RECEIPTS = "0003"
PLAIN: st.SearchStrategy[Mapping[str, object]] = st.dictionaries(
    st.text(),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)


@pytest.fixture
def numbered(register: Register) -> Numbered:
    return register.reserve(intent(people=PEOPLE), stamp())


def receipt(number: int) -> dict[str, object]:
    files = {"Nguyễn Đình Hòa": "c" * 64, "Giàng A Páo": "d" * 64}
    return {
        "number": number,
        "files": files,
        "print_files": ["e" * 64],
        "pages": 2,
        "seconds": 1.25,
    }


def rows_in(register: Register) -> int:
    with register.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(receipts)).scalar_one()


def test_receipts_are_kept_under_their_chunks(register: Register, numbered: Numbered) -> None:
    assert register.receipts(numbered.id) == {}
    register.keep_receipt(numbered.id, FIRST, receipt(1))
    register.keep_receipt(numbered.id, SECOND, receipt(2))
    assert register.receipts(numbered.id) == {FIRST: receipt(1), SECOND: receipt(2)}


def test_the_same_chunk_again_replaces_its_receipt(register: Register, numbered: Numbered) -> None:
    for number in (1, 1, 7):
        register.keep_receipt(numbered.id, FIRST, receipt(number))
    assert register.receipts(numbered.id) == {FIRST: receipt(7)}
    assert rows_in(register) == 1


def test_a_receipt_names_its_files_in_print_order(register: Register, numbered: Numbered) -> None:
    printed = dict.fromkeys(("Ý", "A", "Đ", "1"), "c" * 64)
    register.keep_receipt(numbered.id, FIRST, {"files": printed})
    files = register.receipts(numbered.id)[FIRST]["files"]
    assert isinstance(files, dict)
    assert list(files) == list(printed)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(values=PLAIN)
def test_plain_values_come_back_as_they_were(
    register: Register, numbered: Numbered, values: dict[str, object]
) -> None:
    register.keep_receipt(numbered.id, FIRST, values)
    assert register.receipts(numbered.id)[FIRST] == values


def test_two_documents_do_not_see_each_others_receipts(
    register: Register, numbered: Numbered
) -> None:
    other = register.reserve(intent(people=PEOPLE), stamp())
    register.keep_receipt(numbered.id, FIRST, receipt(1))
    register.keep_receipt(other.id, FIRST, receipt(2))
    register.keep_receipt(other.id, SECOND, receipt(3))
    settle(register, numbered)
    assert register.receipts(numbered.id) == {}
    assert register.receipts(other.id) == {FIRST: receipt(2), SECOND: receipt(3)}


def test_an_announced_paper_still_has_its_receipts_and_a_settled_one_none(
    register: Register, numbered: Numbered
) -> None:
    register.keep_receipt(numbered.id, FIRST, receipt(1))
    register.announce(rendered(numbered), stamp())
    register.keep_receipt(numbered.id, SECOND, receipt(2))
    assert list(register.receipts(numbered.id)) == [FIRST, SECOND]
    settle(register, numbered)
    assert rows_in(register) == 0


def test_a_number_given_up_takes_its_receipts_along(register: Register, numbered: Numbered) -> None:
    register.keep_receipt(numbered.id, FIRST, receipt(1))
    register.void(numbered.id, stamp(1, "trùng"))
    assert rows_in(register) == 0


def test_receipts_stay_when_settling_or_giving_up_is_undone(
    register: Register, numbered: Numbered
) -> None:
    register.keep_receipt(numbered.id, FIRST, receipt(1))
    inspected = rendered(numbered)
    kept = Kept(
        inspected, {name: digest(content) for name, content in inspected.rendered.papers.items()}
    )
    with pytest.raises(ClockError):
        register.settle(kept, stamp(-60))
    with pytest.raises(ClockError):
        register.void(numbered.id, stamp(-60))
    assert register.receipts(numbered.id) == {FIRST: receipt(1)}


@pytest.mark.parametrize("end", ["settle", "void"])
def test_a_paper_that_is_no_longer_open_keeps_no_late_receipt(
    register: Register, numbered: Numbered, end: str
) -> None:
    if end == "settle":
        settle(register, numbered)
    else:
        register.void(numbered.id, stamp(1, "trùng"))
    register.keep_receipt(numbered.id, FIRST, receipt(1))
    assert rows_in(register) == 0


def test_a_receipt_for_an_unknown_paper_is_refused(register: Register) -> None:
    assert register.receipts("không có") == {}
    with pytest.raises(UsageError, match="không có văn bản mang mã không có"):
        register.keep_receipt("không có", FIRST, receipt(1))


def test_receipts_are_no_acts_of_the_journal(register: Register, numbered: Numbered) -> None:
    before = list(register.journal())
    register.keep_receipt(numbered.id, FIRST, receipt(1))
    assert list(register.journal()) == before


def test_a_process_killed_after_keeping_a_receipt_leaves_it_there(
    register: Register, numbered: Numbered, database_url: str
) -> None:
    for chunk in (FIRST, SECOND):
        assert run(keep_receipt_and_die, database_url, numbered.id, chunk) == -signal.SIGKILL
    assert register.receipts(numbered.id) == {FIRST: {"key": FIRST}, SECOND: {"key": SECOND}}


def test_an_older_register_with_an_open_paper_keeps_receipts_once_brought_forward(
    blank_url: str, opened: Callable[[str], Register], tmp_path: Path
) -> None:
    today = opened(f"sqlite:///{tmp_path / 'today.sqlite3'}")
    waiting = today.reserve(intent(people=PEOPLE), stamp())
    old = Database.open(blank_url)
    upgrade(old, WITHOUT_RECEIPTS)
    copy_rows(today.database, old)
    if not old.is_sqlite:
        upgrade(old)
    old.close()
    register = opened(blank_url)
    register.keep_receipt(waiting.id, FIRST, receipt(1))
    [left] = register.open_issues()
    assert (left, register.receipts(left.id)) == (waiting, {FIRST: receipt(1)})
    settle(register, left)
    assert rows_in(register) == 0


def copy_rows(source: Database, older: Database) -> None:
    """The rows of today's register in the columns that an older one has."""
    with source.reading() as read, older.engine.begin() as write:
        then = MetaData()
        then.reflect(write)
        write.execute(then.tables["journal"].delete())
        for now in metadata.sorted_tables:
            rows = [dict(row) for row in read.execute(select(now)).mappings()]
            if rows and now.name in then.tables:
                known = then.tables[now.name]
                write.execute(insert(known), [_columns(known, row) for row in rows])


def _columns(table: Table, row: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name in table.c}


def test_who_may_work_on_an_older_register_may_do_so_once_it_is_brought_forward(
    postgresql: Server, opened: Callable[[str], Register]
) -> None:
    database, person = postgresql.new_database(), f"Người-{uuid4().hex[:8]}"
    old = Database.open(postgresql.url(database))
    upgrade(old, WITHOUT_RECEIPTS)
    postgresql.sql(f'CREATE ROLE "{person}" LOGIN')
    postgresql.sql(f'GRANT ALL ON ALL TABLES IN SCHEMA public TO "{person}"', database)
    postgresql.sql(f'GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO "{person}"', database)
    upgrade(old)
    old.close()
    clerk = opened(postgresql.url(database, user=person))
    clerk.keep_receipt(clerk.reserve(intent(), stamp()).id, FIRST, receipt(1))
    assert rows_in(clerk) == 1
    assert issue(clerk).code == "02/QĐ-SCT"
