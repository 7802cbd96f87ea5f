"""A counter that somebody has moved gives no number, whoever asks, until it stands again where the journal left it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.register.papers import PEOPLE, intent, stamp
from tests.register.test_register_tampers import by_hand
from tests.register.test_switched_series import BY_TYPE, ONE, give
from tests.register.test_switched_series import paper as typed_paper
from vbgen.model.dossier import GivenNumber, Intent
from vbgen.register import Numbering, Register, RegisterDamagedError
from vbgen.register.entering.outside import HOLD, OutsidePaper
from vbgen.register.entering.past_entries import PastEntry
from vbgen.ways import RestoreBackup, VerifyArchive

SET = "UPDATE counters SET last = {last} WHERE series = '{series}'"
MOVED = (  # what somebody does, and what puts it right
    ("UPDATE counters SET last = 100", "UPDATE counters SET last = 2"),
    ("UPDATE counters SET last = 1", "UPDATE counters SET last = 2"),
    ("UPDATE counters SET last = 0", "UPDATE counters SET last = 2"),
    (
        "DELETE FROM counters",
        "INSERT INTO counters (agency, series, year, last) VALUES ('SCT', 'van-ban-di', 2026, 2)",
    ),
    ("UPDATE counters SET series = 'khác'", "UPDATE counters SET series = 'van-ban-di'"),
    ("UPDATE counters SET year = 2027", "UPDATE counters SET year = 2026"),
    (
        "UPDATE documents SET number = 77 WHERE number = 2",
        "UPDATE documents SET number = 2 WHERE number = 77",
    ),
)


def reserve(register: Register) -> object:
    return register.reserve(intent(), stamp())


def ask(register: Register) -> object:
    plain = intent()
    return register.coming(plain.counter, plain.particulars)


def take_given(register: Register) -> object:
    return register.reserve(replace(intent(), given=GivenNumber(3)), stamp())


def hold_outside(register: Register) -> object:
    plain: Intent = intent()
    return register.enter_outside(OutsidePaper(plain.counter, plain.particulars), HOLD, stamp())


def weigh_import(register: Register) -> object:
    row = PastEntry(3, "QĐ-SCT", date(2026, 3, 9), "nghỉ lễ")
    return register.import_doubts([row], "SCT", Numbering())


ASKING = (reserve, ask, take_given, hold_outside, weigh_import)


def refusal(register: Register, act: Callable[[Register], object]) -> RegisterDamagedError:
    before = [(entry.code, entry.state) for entry in register.entries()], register.head
    with pytest.raises(RegisterDamagedError) as refused:
        act(register)
    assert ([(entry.code, entry.state) for entry in register.entries()], register.head) == before
    return refused.value


def test_a_moved_counter_gives_no_number(register: Register) -> None:
    give(register, ONE, "QĐ-SCT", "BC-SCT")
    for moved, put_right in MOVED:
        by_hand(register, moved)
        for act in ASKING:
            fault = refusal(register, act)
            assert [problem.code for problem in fault.problems] == ["counter-changed"], moved
            assert {type(way) for way in fault.ways} == {VerifyArchive, RestoreBackup}
            assert "van-ban-di" in fault.message
        by_hand(register, put_right)
    assert give(register, ONE, "QĐ-SCT") == ["03/QĐ-SCT"]


def test_a_moved_golden_book_gives_no_number(register: Register) -> None:
    register.reserve(intent(people=PEOPLE), stamp())
    for last in (100, 1, 0):
        by_hand(register, SET.format(last=last, series="so-vang"))
        fault = refusal(register, lambda register: register.reserve(intent(people=PEOPLE), stamp()))
        assert "so-vang" in fault.message
    by_hand(register, SET.format(last=2, series="so-vang"))
    assert register.reserve(intent(people=PEOPLE), stamp()).golden_numbers == (3, 4)


@pytest.mark.parametrize("last", [100, 1, 0])
def test_a_series_does_not_go_on_from_a_moved_one(register: Register, last: int) -> None:
    give(register, ONE, "QĐ-SCT", "BC-SCT")
    by_hand(register, SET.format(last=last, series="van-ban-di"))
    refusal(register, lambda now: now.reserve(typed_paper(BY_TYPE, "QĐ-SCT"), stamp()))


def test_a_forged_row_of_an_older_book_moves_no_counter(register: Register) -> None:
    give(register, ONE, "QĐ-SCT", "BC-SCT")
    columns = (
        "agency, series, year, symbol, day, campaign, kind, variant, issuer, type_name, subject,"
        " signer_name, signer_position, recipients, copy_kept_by, note, reserved_at, delivered"
    )
    by_hand(
        register,
        f"INSERT INTO documents (id, number, paper, state, {columns})"  # noqa: S608 - names of columns
        f" SELECT 'bịa', 50, 'bịa', 'past', {columns} FROM documents WHERE number = 2",
    )
    refusal(register, reserve)


def test_a_counter_stands_above_its_rows_where_the_series_went_on_from_another(
    register: Register,
) -> None:
    give(register, ONE, "QĐ-SCT", "QĐ-SCT", "QĐ-SCT", "BC-SCT")
    below = replace(typed_paper(BY_TYPE, "BC-SCT"), given=GivenNumber(2))
    assert register.reserve(below, stamp()).code == "02/BC-SCT"
    assert give(register, BY_TYPE, "BC-SCT") == ["05/BC-SCT"]


def test_a_row_that_was_moved_elsewhere_moves_no_number(register: Register) -> None:
    give(register, ONE, "QĐ-SCT", "BC-SCT")
    by_hand(register, "UPDATE documents SET series = 'khác' WHERE number = 2")
    assert give(register, ONE, "QĐ-SCT") == ["03/QĐ-SCT"]
