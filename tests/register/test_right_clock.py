"""A clock that ran ahead does not lock the register: stated once, with the reason, and everything goes on."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.register.issuing_desks import desk_on
from tests.register.papers import intent, stamp
from tests.register.test_issue_command import Office
from tests.register.tiny_paper import tiny
from tests.register.typed_campaigns import typed_office
from vbgen.errors import ProblemsFoundError, Severity
from vbgen.model.dossier import Stamp
from vbgen.office.issuing.desk import Desk
from vbgen.office.issuing.issuing import issue, resume
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.registering import void
from vbgen.office.registry.right_clock import clock_doubts_at, clock_to_correct, correct_clock
from vbgen.register import ClockError, Register
from vbgen.ways import CorrectClock

RIGHT = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
AHEAD = datetime(2099, 1, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def desk(register: Register, tmp_path: Path) -> Desk:
    return desk_on(register, tmp_path)


def at(desk: Desk, moment: datetime) -> Desk:
    """The same desk, with its clock changed."""
    return replace(desk, clock=lambda: moment)


def test_after_an_act_of_2099_the_right_clock_goes_on(desk: Desk) -> None:
    issue(at(desk, RIGHT), tiny())
    wrong = issue(at(desk, AHEAD), tiny())
    later = at(desk, RIGHT + timedelta(days=1))
    with pytest.raises(ClockError) as refused:
        issue(later, tiny())
    assert refused.value.ways == (CorrectClock(),)
    assert "01/01/2099" in clock_to_correct(later).message
    told = correct_clock(later, "máy bị đặt sai ngày")
    acts = [act for act, _stated in desk.register.journal()]
    assert (acts[told.first - 1].what, acts[told.last - 1].what) == ("reserve", "settle")
    assert {act.document for act in acts[told.first - 1 : told.last]} == {wrong.id}
    third = issue(later, tiny())
    assert third.code.startswith("03/")
    void(later, desk.register.entry(wrong.id), "ghi sai giờ")
    audit = verify(desk.register, desk.archive)
    assert audit.is_sound
    [note] = [problem for problem in audit.problems if problem.code == "clock-corrected"]
    assert (note.severity, "máy bị đặt sai ngày" in note.message) == (Severity.NOTE, True)


def test_an_issue_that_was_cut_off_under_the_wrong_clock_is_resumed(desk: Desk) -> None:
    numbered = desk.register.reserve(tiny(), Stamp("Lan", AHEAD))
    now = at(desk, RIGHT)
    with pytest.raises(ClockError):
        resume(now)
    correct_clock(now, "máy bị đặt sai ngày")
    assert [done.code for done in resume(now)] == [numbered.code]


def test_the_guard_holds_again_after_a_correction(desk: Desk) -> None:
    desk.register.reserve(intent(), Stamp("Lan", AHEAD))
    correct_clock(at(desk, RIGHT), "máy bị đặt sai ngày")
    with pytest.raises(ClockError):
        desk.register.reserve(intent(), stamp(minutes=-6))
    desk.register.reserve(intent(), stamp(minutes=1))


def test_it_can_happen_twice(desk: Desk) -> None:
    for day in (0, 1, 2):
        desk.register.reserve(intent(), Stamp("Lan", AHEAD + timedelta(days=day)))
        correct_clock(at(desk, RIGHT + timedelta(days=day)), "lại sai")
    assert desk.register.reserve(intent(), Stamp("Lan", RIGHT + timedelta(days=3))).number == 4


@pytest.mark.parametrize("minutes", [0, 4, 60, 10_000])
def test_a_clock_that_is_in_order_has_nothing_to_correct(desk: Desk, minutes: int) -> None:
    desk.register.reserve(intent(), stamp())
    for call in (clock_to_correct, lambda one: correct_clock(one, "thử")):
        with pytest.raises(ProblemsFoundError) as refused:
            call(at(desk, RIGHT + timedelta(minutes=minutes) - timedelta(minutes=4)))
        assert [problem.code for problem in refused.value.problems] == ["clock-in-order"]
    assert [act.what for act, _stated in desk.register.journal()] == ["reserve"]


def test_hours_of_other_places_are_the_same_moment(desk: Desk) -> None:
    there = timezone(timedelta(hours=7))
    desk.register.reserve(intent(), Stamp("Lan", RIGHT.astimezone(there)))
    desk.register.reserve(intent(), Stamp("Lan", RIGHT))
    assert desk.register.wrong_time(RIGHT) is None
    desk.register.reserve(intent(), Stamp("Lan", AHEAD.astimezone(there)))
    found = desk.register.wrong_time(RIGHT.astimezone(there))
    assert found is not None
    assert (found.first, found.last, found.latest) == (3, 3, AHEAD)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office whose last act was made under a clock that ran ahead."""
    office = typed_office(tmp_path)
    place = tmp_path / "output" / "register.sqlite3"
    place.parent.mkdir()
    with closing(Register.open(f"sqlite:///{place}", now=AHEAD)) as register:
        register.void(
            register.reserve(intent(), Stamp("Lan", AHEAD)).id, Stamp("Lan", AHEAD, "thử")
        )
    return office


def test_the_command_states_it_and_the_office_goes_on(office: Office) -> None:
    summary = ("phase-summary", "2022-07-15", "--phase", "1")
    refused = office.issue(*summary, code=1)
    assert "vbgen register clock --why" in refused["message"]
    office.ask("register", "clock", code=2)
    unsure = office.ask("register", "clock", "--why", "máy bị đặt sai ngày", code=1)
    assert [problem["code"] for problem in unsure["problems"]] == ["clock-to-correct"]
    done = office.ask("register", "clock", "--why", "máy bị đặt sai ngày", "--yes")
    assert (done["first"], done["last"]) == (1, 2)
    assert office.issue(*summary)["issued"][0]["code"] == "01/BC-SCT"
    again = office.ask("register", "clock", "--why", "nữa", "--yes", code=1)
    assert [problem["code"] for problem in again["problems"]] == ["clock-in-order"]
    verified = office.ask("archive", "verify")
    assert [problem["code"] for problem in verified["problems"]] == ["clock-corrected"]


def test_a_number_is_not_given_up_unasked_under_a_clock_that_ran_ahead(desk: Desk) -> None:
    desk.register.reserve(intent(), stamp())
    assert clock_doubts_at(at(desk, RIGHT)) == ()
    assert [doubt.code for doubt in clock_doubts_at(at(desk, AHEAD))] == ["clock-far-ahead"]
