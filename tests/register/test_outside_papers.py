"""A paper made outside is registered, or a number held for it, in one act that the journal proves."""

import json
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.register.issuing_desks import desk_on
from tests.register.killing import run, start
from tests.register.killing_tasks import add_and_die, add_many
from tests.register.papers import intent, issue, stamp
from vbgen.errors import ProblemsFoundError, Severity, UsageError
from vbgen.office.issuing.desk import Desk
from vbgen.office.references import find
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.outside import Outside, enter_outside, prepare_outside
from vbgen.office.registry.registering import void, void_doubts
from vbgen.register import NumberTakenError, Register, Relation, State
from vbgen.register.entries import Entry
from vbgen.register.numbers import Numbering
from vbgen.ways import NameAgency

DAY = date(2026, 3, 5)
NOTICE = Outside(
    "12/TB-SCT",
    DAY,
    "Thông báo về việc nghỉ lễ",
    signer_name="Lê Nguyên Ngọc",
    recipients="Các phòng, đơn vị; Lưu: VT",
    copy_kept_by="VT",
    copies=3,
    moved_on=date(2026, 3, 6),
    note="bản giấy",
    agency="SCT",
)


@pytest.fixture
def desk(register: Register, tmp_path: Path) -> Desk:
    return desk_on(register, tmp_path)


def entered(desk: Desk, wanted: Outside, *, hold: bool = False) -> Entry:
    return enter_outside(desk, prepare_outside(desk, wanted, hold=hold))


def doubts(desk: Desk, wanted: Outside, *, hold: bool = False) -> list[str]:
    return [doubt.code for doubt in prepare_outside(desk, wanted, hold=hold).doubts]


def errors(desk: Desk) -> list[str]:
    found = verify(desk.register, desk.archive).problems
    return [problem.code for problem in found if problem.severity is Severity.ERROR]


def test_a_paper_made_outside_stands_in_the_book_with_all_its_columns(desk: Desk) -> None:
    issue(desk.register)
    entry = entered(desk, NOTICE)
    assert (entry.code, entry.state, entry.type_name, entry.subject) == (
        "12/TB-SCT",
        State.OUTSIDE,
        "Thông báo",
        "về việc nghỉ lễ",
    )
    assert entry.type_and_subject == "Thông báo về việc nghỉ lễ"
    assert (entry.recipients, entry.copies, entry.moved_on) == (
        ("Các phòng, đơn vị", "Lưu: VT"),
        3,
        date(2026, 3, 6),
    )
    assert desk.register.remarks([entry]) == {entry.id: "bản giấy; Văn bản lập ngoài"}
    assert find(desk.register, "12/TB-SCT").id == entry.id
    assert desk.register.reserve(intent(), stamp()).code == "13/QĐ-SCT"


def test_the_next_number_is_held_and_filled_later(desk: Desk) -> None:
    desk.register.reserve(intent(), stamp())
    held = entered(desk, replace(NOTICE, reference="TB-SCT", subject=""), hold=True)
    assert (held.code, held.state) == ("02/TB-SCT", State.HELD)
    assert not [one for one in desk.register.open_issues() if one.id == held.id]
    filled = entered(desk, replace(NOTICE, reference="2/TB-SCT"))
    assert (filled.id, filled.state, filled.subject) == (held.id, State.OUTSIDE, "về việc nghỉ lễ")
    with pytest.raises(NumberTakenError, match="02/TB-SCT"):
        prepare_outside(desk, replace(NOTICE, reference="2/TB-SCT"))
    desk.register.void(desk.register.open_issues()[0].id, stamp())
    desk.mirror()
    assert errors(desk) == []


def test_a_number_that_is_held_for_another_symbol_is_not_free(desk: Desk) -> None:
    entered(desk, replace(NOTICE, reference="1/TB-SCT"), hold=True)
    with pytest.raises(NumberTakenError, match="01/TB-SCT"):
        prepare_outside(desk, replace(NOTICE, reference="1/QĐ-SCT"))


def test_holes_days_and_a_switched_series_are_asked_about(desk: Desk) -> None:
    assert doubts(desk, NOTICE) == ["number-hole"]
    entered(desk, replace(NOTICE, reference="1/TB-SCT"))
    assert doubts(desk, replace(NOTICE, reference="2/TB-SCT")) == []
    assert doubts(desk, replace(NOTICE, reference="2/TB-SCT", day=date(2026, 3, 1))) == [
        "day-before-last"
    ]
    assert "day-to-come" in doubts(
        desk, replace(NOTICE, reference="2/TB-SCT", day=date(2026, 5, 1))
    )
    by_type = replace(desk, numbering=Numbering(by_type=True))
    assert doubts(by_type, replace(NOTICE, reference="TB-SCT"), hold=True) == ["series-switched"]


def test_what_was_agreed_to_is_in_the_journal(desk: Desk) -> None:
    entered(desk, NOTICE)
    [act] = [act for act, _stated in desk.register.journal()]
    told = json.loads(json.dumps(act.detail))
    assert (act.what, told["consent"]["doubts"], told["skipped"]) == (
        "register",
        ["number-hole"],
        [1, 11],
    )
    assert told["entry"]["moved_on"] == "2026-03-06"


@pytest.mark.parametrize(
    ("reference", "agency", "hold", "ways"),
    [
        ("TB-SCT", "SCT", False, ()),
        ("12", "SCT", False, ()),
        ("12", "SCT", True, ()),
        ("12/TB-SCT", "", False, (NameAgency(),)),
    ],
)
def test_what_cannot_be_meant_is_told(
    desk: Desk, reference: str, agency: str, hold: bool, ways: tuple[object, ...]
) -> None:
    with pytest.raises(UsageError) as refused:
        prepare_outside(desk, replace(NOTICE, reference=reference, agency=agency), hold=hold)
    assert refused.value.ways == ways


def test_the_agency_is_known_where_only_one_has_numbers(desk: Desk) -> None:
    issue(desk.register)
    assert entered(desk, replace(NOTICE, agency="")).agency == "SCT"


def test_inserted_numbers_need_the_office_s_leave(desk: Desk) -> None:
    entered(desk, replace(NOTICE, reference="1/TB-SCT"))
    inserted = replace(NOTICE, reference="1a/TB-SCT")
    with pytest.raises(ProblemsFoundError, match="01a"):
        prepare_outside(desk, inserted)
    allowed = replace(desk, numbering=Numbering(inserted=True))
    assert entered(allowed, inserted).code == "01a/TB-SCT"
    assert errors(desk) == []


def test_it_can_be_given_up_and_changed_by_later_papers(desk: Desk) -> None:
    entry = entered(desk, replace(NOTICE, reference="1/TB-SCT"))
    held = entered(desk, replace(NOTICE, reference="2/TB-SCT"), hold=True)
    later = entered(desk, replace(NOTICE, reference="3/TB-SCT"))
    assert ([doubt.code for doubt in void_doubts(entry)], void_doubts(held)) == (
        ["void-issued"],
        (),
    )
    void(desk, held, "không dùng")
    desk.register.link(entry.id, later.id, Relation.CORRECTS, stamp())
    desk.mirror()
    assert desk.register.entry(entry.id).state is State.CORRECTED
    assert errors(desk) == []


CHANGES = (
    "subject = 'x'",
    "number = 9",
    "signer_name = 'x'",
    "state = 'past'",
    "copies = 9",
    "moved_on = '2026-01-01'",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_that_was_changed_is_found(desk: Desk, change: str) -> None:
    entered(desk, replace(NOTICE, reference="1/TB-SCT"))
    assert errors(desk) == []
    with desk.register.database.writing() as connection:
        connection.execute(text(f"UPDATE documents SET {change}"))  # noqa: S608 - statements of this file
    assert errors(desk)


def test_killed_at_any_point_the_paper_is_there_whole_or_not_at_all(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    register = opened(database_url)
    desk = desk_on(register, tmp_path)
    desk.enter_archive()
    for at in count(1, 4):  # a sample of the points: all of them take minutes
        before = len(register.entries())
        ended = run(add_and_die, database_url, tmp_path, at)
        assert ended in {0, -signal.SIGKILL}
        assert len(register.entries()) - before in {0, 1}
        desk.mirror()
        if ended == 0:
            break
    assert at > 15
    assert [entry.number for entry in register.entries()] == list(
        range(1, len(register.entries()) + 1)
    )
    assert errors(desk) == []


def test_many_who_hold_issue_and_add_at_once_double_and_lose_nothing(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    register = opened(database_url)
    desk_on(register, tmp_path).enter_archive()
    writers = [start(add_many, database_url, tmp_path, serial, 8) for serial in range(4)]
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    numbers = [entry.number for entry in register.entries() if not entry.suffix]
    assert sorted(numbers) == list(range(1, 4 * 8 * 2 + 1))
    assert errors(desk_on(register, tmp_path)) == []
