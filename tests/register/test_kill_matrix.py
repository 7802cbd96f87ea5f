"""Killed at any point, an issue leaves nothing, or a number whose work is finished with that very number."""

import random
import signal
import time
from collections import Counter as Tally
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.register.issuing_desks import DECISION, another, desk_on, prepared
from tests.register.killing import Fuse, fused_desk, run, start
from tests.register.killing_tasks import issue_and_die, issue_tiny_and_die, issue_tiny_forever
from tests.register.tiny_paper import PEOPLE, tiny
from vbgen.errors import Severity
from vbgen.office.issuing.issuing import finish, resume
from vbgen.office.registry.archiving import verify
from vbgen.register import Register, State
from vbgen.word.reading.plain import plain_text

STEPS = ("reserve", "render", "inspect", "keep", "settle", "mirror", "deliver")
RANDOM_KILLS, WRITERS = 100, 3  # on each database


def test_a_dossier_killed_at_each_step_is_finished_with_the_same_number(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    register = opened(database_url)
    for at, step in enumerate(STEPS, 1):
        assert (
            run(issue_and_die, database_url, tmp_path, another(prepared(*DECISION)), at)
            == -signal.SIGKILL
        ), step
        left = register.open_issues()
        assert len(left) == (0 if step in {"reserve", "mirror", "deliver"} else 1), step
        numbers = {numbered.code: numbered.golden_numbers for numbered in left}
        done = resume(desk_on(register, tmp_path))
        assert {one.code: one.golden_numbers for one in done} == numbers, step
    assert (
        run(issue_and_die, database_url, tmp_path, another(prepared(*DECISION)), len(STEPS) + 1)
        == 0
    )
    assert_whole(register, tmp_path, papers=len(STEPS), certificates=12)


def test_every_statement_commit_and_file_is_a_safe_point_to_be_killed_at(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    register = opened(database_url)
    for at in count(1):
        before = len(register.entries())
        ended = run(issue_tiny_and_die, database_url, tmp_path, tiny(), at)
        assert len(register.entries()) - before in {0, 1}
        resume(desk_on(register, tmp_path))
        assert not register.open_issues()
        if ended == 0:
            break
    assert at > 60
    assert_whole(register, tmp_path, papers=len(register.entries()), certificates=len(PEOPLE))


def test_a_hundred_random_kills_lose_and_double_nothing(
    database_url: str, tmp_path: Path, opened: Callable[[str], Register]
) -> None:
    register, intent, chance = opened(database_url), tiny(), random.Random(2026)  # noqa: S311 - a repeatable choice
    writers = [start(issue_tiny_forever, database_url, tmp_path, intent) for _ in range(WRITERS)]
    for _ in range(RANDOM_KILLS):
        time.sleep(chance.uniform(0.01, 0.09))
        victim = chance.randrange(WRITERS)
        assert writers[victim].is_alive()
        writers[victim].kill()
        writers[victim].join()
        writers[victim] = start(issue_tiny_forever, database_url, tmp_path, intent)
    for writer in writers:
        writer.kill()
        writer.join()
    resume(desk_on(register, tmp_path))
    assert_whole(register, tmp_path, papers=len(register.entries()), certificates=len(PEOPLE))


def assert_whole(register: Register, folder: Path, *, papers: int, certificates: int) -> None:
    """No number missing or doubled, every paper whole and as registered, archive and journal sound."""
    entries = register.entries()
    assert [entry.number for entry in entries] == list(range(1, papers + 1))
    assert Tally(entry.state for entry in entries) == {State.ISSUED: papers}
    assert [row.number for row in register.golden_book()] == list(
        range(1, papers * certificates + 1)
    )
    for entry in entries:
        found = sorted((folder / entry.campaign / "issued").glob("*.docx"))
        assert found
        assert all(entry.code in plain_text(path.read_bytes()) for path in found)
    audit = verify(register, desk_on(register, folder).archive)
    assert [problem for problem in audit.problems if problem.severity is Severity.ERROR] == []
    assert [problem for problem in audit.problems if problem.code != "stray-file"] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_points_are_real(database_url: str, tmp_path: Path) -> None:
    fuse = Fuse(at=0)
    whole = fused_desk(database_url, tmp_path, fuse, steps_only=False)
    finish(whole, whole.register.reserve(tiny(), whole.stamp()))
    whole.register.close()
    assert Tally(fuse.passed) >= Tally({"put": 9, "kept": 9, "statement": 30, "commit": 5})
