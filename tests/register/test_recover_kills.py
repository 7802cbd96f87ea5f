"""Killed at any point, recovering has taken back everything or nothing, and the next one ends it."""

import shutil
import signal
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest

from tests.register.issuing_desks import desk_on
from tests.register.killing import Fuse, fused_desk, run
from tests.register.killing_tasks import recover_and_die, recovered
from tests.register.snapshots import lose, put_back, snapshot, tables_of
from tests.register.test_register_recover import decision, issue, summary
from vbgen.errors import Severity
from vbgen.office.issuing.desk import Desk
from vbgen.office.registry.archiving import verify
from vbgen.office.registry.registering import change, void
from vbgen.register import Register, RegisterBehindError, Relation

Opened = Callable[[str], Register]
WHOLE = pytest.param(1, marks=pytest.mark.matrix, id="each")


def lost(url: str, folder: Path, opened: Opened) -> tuple[object, Sequence[object]]:
    """An older copy of the register, and its tables as they were: a decision, a replacement, a void since."""
    desk = desk_on(opened(url), folder)
    first = issue(desk, decision())
    old = snapshot(url, folder)
    second = issue(desk, decision())
    entry = desk.register.entry
    change(desk, entry(first.id), entry(second.id), Relation.REPLACES, "Sai tên")
    void(desk, entry(issue(desk, summary()).id), "Trùng")
    return old, rows_of(desk.register)


def rows_of(register: Register) -> Sequence[object]:
    """Every row, without the key that the database counts: what is undone uses keys up as well."""
    return sorted(
        (table, tuple(pair for pair in values if pair[0] != "row"))
        for table, values in tables_of(register)
    )


def assert_back(desk: Desk, before: Sequence[object]) -> None:
    assert rows_of(desk.register) == before
    problems = verify(desk.register, desk.archive).problems
    assert [one for one in problems if one.severity is Severity.ERROR] == []
    acts = [act.what for act, _stated in desk.register.journal()]
    assert acts.count("recover") == 1


@pytest.mark.parametrize("step", [WHOLE, 13])
def test_recovering_killed_at_every_statement_commit_and_file_is_ended_by_the_next(
    database_url: str, tmp_path: Path, opened: Opened, step: int
) -> None:
    old, before = lost(database_url, tmp_path, opened)
    kept = Path(shutil.copytree(tmp_path / "archive", tmp_path / "kept"))
    for at in count(1, step):
        put_back(database_url, old)  # type: ignore[arg-type]  # as `snapshot` gave it
        shutil.rmtree(tmp_path / "archive")
        shutil.copytree(kept, tmp_path / "archive")
        ended = run(recover_and_die, database_url, tmp_path, at)
        desk = desk_on(opened(database_url), tmp_path)
        there = [entry.code for entry in desk.register.entries()]
        assert there in (["01/QĐ-SCT"], ["01/QĐ-SCT", "02/QĐ-SCT", "03/SCT-VP"])
        if len(there) == 1:
            with pytest.raises(RegisterBehindError):
                desk.enter_archive()
        recovered(desk)
        assert_back(desk, before)
        desk.register.close()
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert at > 30


@pytest.mark.parametrize("step", [WHOLE, 29])
def test_a_lost_register_killed_while_it_comes_back_is_ended_by_the_next(
    database_url: str, tmp_path: Path, opened: Opened, step: int
) -> None:
    _old, before = lost(database_url, tmp_path, opened)
    for at in count(1, step):
        lose(database_url)
        opened(database_url).close()
        for path in (tmp_path / "archive").rglob("*"):
            assert not path.name.endswith(".tmp")
        ended = run(recover_and_die, database_url, tmp_path, at)
        recovered(desk_on(opened(database_url), tmp_path))
        desk = desk_on(opened(database_url), tmp_path)
        assert rows_of(desk.register) == before
        assert verify(desk.register, desk.archive).is_sound
        desk.register.close()
        if ended == 0:
            break
    assert at > 30


def test_the_points_of_recovering_are_real(tmp_path: Path, opened: Opened) -> None:
    url = f"sqlite:///{tmp_path / 'register.sqlite3'}"
    old, _before = lost(url, tmp_path, opened)
    put_back(url, old)  # type: ignore[arg-type]  # as `snapshot` gave it
    fuse = Fuse(at=0)
    fused = fused_desk(url, tmp_path, fuse, steps_only=False)
    recovered(fused)
    fused.register.close()
    assert {"put", "kept", "statement", "commit"} == set(fuse.passed)
