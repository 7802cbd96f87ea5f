"""Numbers of another system, inserted ones too: killed at any point nothing is lost, and each has one winner."""

import signal
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.register.issuing_desks import desk_on
from tests.register.killing import run, start
from tests.register.killing_tasks import issue_tiny_and_die, take_given
from tests.register.tiny_paper import tiny
from vbgen.errors import Severity
from vbgen.model.dossier import GivenNumber
from vbgen.office.issuing.issuing import finish, resume
from vbgen.office.registry.archiving import verify
from vbgen.register import Register

Opened = Callable[[str], Register]
WRITERS, WANTED = 4, ("3", "1", "2", "2a", "3B", "5", "4", "4a", "6", "8")


def sound(register: Register, folder: Path) -> bool:
    problems = verify(register, desk_on(register, folder).archive).problems
    return not [one for one in problems if one.severity is Severity.ERROR]


def test_killed_at_any_point_a_given_number_is_finished_as_it_was_given_or_is_free(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    register = opened(database_url)
    desk = desk_on(register, tmp_path)
    desk.enter_archive()
    finish(desk, register.reserve(tiny(), desk.stamp()))
    codes, ended = ["01/SCT-VP"], -signal.SIGKILL
    for at in count(1, 7):  # a sample of the points: all of them take minutes
        number = GivenNumber(at + 1) if at % 2 else GivenNumber(1, chr(ord("a") + at // 7))
        ended = run(issue_tiny_and_die, database_url, tmp_path, replace(tiny(), given=number), at)
        assert ended in {0, -signal.SIGKILL}
        resume(desk_on(register, tmp_path))
        found = [one.code for one in register.entries() if one.code not in codes]
        assert found in ([], [f"{number}/SCT-VP"])
        codes += found
        if ended == 0:
            break
    assert ended == 0
    assert at > 60
    assert len(codes) > 5
    assert not register.open_issues()
    assert sound(register, tmp_path)


def test_each_given_number_has_one_winner_however_many_want_it(
    database_url: str, tmp_path: Path, opened: Opened
) -> None:
    register = opened(database_url)
    writers = [
        start(take_given, database_url, tmp_path / f"{serial}.txt", WANTED)
        for serial in range(WRITERS)
    ]
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    told = [(tmp_path / f"{serial}.txt").read_text("utf-8").split() for serial in range(WRITERS)]
    won = Tally(code for codes in told for code in codes)
    assert set(won.values()) == {1}
    assert sorted(won) == sorted(entry.code for entry in register.entries())
    lower = [code.lower() for code in won]
    assert len(lower) == len(set(lower))
    # what was wanted stands, given or taken by somebody without a number of his own
    assert {f"0{one}/QĐ-SCT" for one in WANTED} <= set(won)
    assert max(entry.number for entry in register.entries()) >= WRITERS
