"""The journal keeps every act, and shows every change made behind its back."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from tests.register.papers import PEOPLE, intent, issue, stamp
from vbgen.register import ClockError, Register, RegisterDamagedError, Relation
from vbgen.register.journal import BEGINNING, broken_links


def test_every_act_is_tied_to_the_one_before(register: Register) -> None:
    issue(register, people=PEOPLE)
    acts = list(register.journal())
    assert [act.what for act, _stated in acts] == ["reserve", "render", "settle"]
    previous = BEGINNING
    for act, stated in acts:
        assert (act.previous, act.digest) == (previous, stated)
        previous = stated
    assert found(register) == []


def test_an_act_says_who_when_what_and_why(register: Register) -> None:
    settled = issue(register)
    register.void(settled.id, stamp(3, why="trùng nội dung với số 07"))
    [*_before, (act, _stated)] = register.journal()
    assert (act.who, act.what, act.why, act.document) == (
        "văn thư",
        "void",
        "trùng nội dung với số 07",
        settled.id,
    )
    assert act.at == "2026-03-05T12:03:00.000+00:00"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE acts SET who = 'ai đó'",
        "DELETE FROM acts",
        "UPDATE links SET relation = 'x'",
        "DELETE FROM links",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_an_act(
    register: Register, sql: str
) -> None:
    first, second = issue(register), issue(register)
    register.link(first.id, second.id, Relation.REPLACES, stamp())
    with (
        pytest.raises(RegisterDamagedError, match="chỉ được ghi thêm"),
        register.database.writing() as connection,
    ):
        connection.execute(text(sql))
    assert found(register) == []


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE acts SET who = 'ai đó' WHERE seq = 2", "act-changed"),
        ("UPDATE acts SET why = 'lý do khác' WHERE seq = 3", "act-changed"),
        ("DELETE FROM acts WHERE seq = 2", "act-missing"),
        ("DELETE FROM acts WHERE seq = 1", "act-missing"),
        ("DELETE FROM acts WHERE seq = 3", "act-missing"),
        ("UPDATE acts SET digest = 'khác' WHERE seq = 1", "chain-broken"),
    ],
)
def test_what_is_changed_by_force_is_found(register: Register, sql: str, code: str) -> None:
    issue(register)
    force(register, sql)
    assert code in found(register)


def test_a_journal_rewritten_from_end_to_end_no_longer_fits_its_mirror(register: Register) -> None:
    issue(register)
    kept: dict[str, bytes] = {}

    def put(content: bytes) -> str:
        kept[hashlib.sha256(content).hexdigest()] = content
        return ""

    assert (register.mirror(put), register.mirror(put)) == (3, 0)
    assert set(kept) == {stated for _act, stated in register.journal()}
    rewrite(register)
    assert found(register) == []
    assert set(kept) != {stated for _act, stated in register.journal()}


def test_a_clock_that_went_back_is_told_and_changes_nothing(register: Register) -> None:
    register.reserve(intent(), stamp())
    with pytest.raises(ClockError, match="Đồng hồ của máy đang chỉ 05/03/2026 11:54"):
        register.reserve(intent(), stamp(minutes=-6))
    assert [one.number for one in register.entries()] == [1]
    assert register.reserve(intent(), stamp(minutes=-4)).number == 2


def test_a_register_opened_again_is_the_same_register(
    register: Register, database_url: str, opened: Callable[[str], Register]
) -> None:
    issue(register)
    again = opened(database_url)
    assert (again.identity, again.entries()) == (register.identity, register.entries())


def found(register: Register) -> list[str]:
    with register.database.reading() as connection:
        return [problem.code for problem in broken_links(connection)]


def force(register: Register, *commands: str) -> None:
    """What somebody with full rights over the database can do."""
    sqlite = register.database.is_sqlite
    off = ["DROP TRIGGER acts_no_update", "DROP TRIGGER acts_no_delete"]
    with register.database.writing() as connection:
        for command in [*(off if sqlite else ["ALTER TABLE acts DISABLE TRIGGER ALL"]), *commands]:
            connection.execute(text(command))


def rewrite(register: Register) -> None:
    """Somebody changes an act and makes the whole chain fit again."""
    force(register)
    acts, previous = [act for act, _stated in register.journal()], BEGINNING
    with register.database.writing() as connection:
        for act in acts:
            new = replace(act, who="người khác", previous=previous)
            values = {"seq": act.seq, "who": new.who, "previous": previous, "digest": new.digest}
            connection.execute(
                text(
                    "UPDATE acts SET who = :who, previous = :previous, digest = :digest WHERE seq = :seq"
                ),
                values,
            )
            previous = new.digest
        connection.execute(text("UPDATE journal SET digest = :digest"), {"digest": previous})
