"""A register that is older than an archive in an object store gives no number, and takes back what the store knows."""

import logging
import signal
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.s3_server import ObjectStore
from tests.register.issuing_desks import desk
from tests.register.killing import run
from tests.register.killing_tasks import recover_from_store_and_die
from tests.register.snapshots import lose, put_back, snapshot, tables_of
from tests.register.test_recover_kills import rows_of
from tests.register.test_register_recover import decision, issue, recover, summary
from vbgen.archive import Archive
from vbgen.office.issuing.desk import Desk
from vbgen.office.registry.archiving import verify
from vbgen.register import RegisterBehindError


@pytest.fixture(autouse=True)
def _quiet_client() -> None:
    logging.getLogger("s3fs").setLevel(logging.CRITICAL)


def test_what_was_lost_comes_back_from_an_object_store(
    object_store: ObjectStore, tmp_path: Path
) -> None:
    url, place = f"sqlite:///{tmp_path / 'register.sqlite3'}", object_store.bucket("recover")

    def opened() -> Desk:
        store = Archive.open(place, environ=object_store.environ)
        return replace(desk(url, tmp_path), archive=store)

    first = opened()
    issue(first, summary())
    old = snapshot(url, tmp_path)
    issue(first, decision())
    before = tables_of(first.register)
    first.register.close()
    put_back(url, old)
    behind = opened()
    with pytest.raises(RegisterBehindError, match="02/QĐ-SCT"):
        issue(behind, summary())
    assert recover(behind).audit.is_sound
    assert tables_of(behind.register) == before
    behind.register.close()
    lose(url)
    gone = opened()
    assert recover(gone).audit.is_sound
    gone.register.close()
    back = opened()
    assert tables_of(back.register) == before
    assert issue(back, summary()).code == "03/SCT-VP"
    back.register.close()


@pytest.mark.parametrize(
    "points",
    [(7, 25, 43), pytest.param(range(1, 100), marks=pytest.mark.matrix)],
    ids=["some", "each"],
)
def test_recovering_from_an_object_store_killed_at_any_point_is_ended_by_the_next(
    object_store: ObjectStore, tmp_path: Path, points: Sequence[int]
) -> None:
    url, place = (
        f"sqlite:///{tmp_path / 'register.sqlite3'}",
        object_store.bucket(f"whole-{len(points)}"),
    )

    def opened(store: str) -> Desk:
        archive = Archive.open(store, environ=object_store.environ)
        return replace(desk(url, tmp_path), archive=archive)

    first = opened(place)
    issue(first, summary())
    old = snapshot(url, tmp_path)
    issue(first, decision())
    before = rows_of(first.register)
    first.register.close()
    ends = set()
    for at in points:
        put_back(url, old)
        copy = object_store.copied(f"whole-{len(points)}", f"killed-{len(points)}-{at}")
        ends.add(run(recover_from_store_and_die, url, tmp_path, (copy, object_store.environ), at))
        again = opened(copy)
        recover(again)
        assert rows_of(again.register) == before
        assert verify(again.register, again.archive).is_sound
        again.register.close()
    assert -signal.SIGKILL in ends
