"""Runs on a real Dask cluster: workers and schedulers die, the result is the same."""

import threading
from pathlib import Path

import pytest

from tests.patience import wait_for
from tests.runs.batch_work import calls, home, planned, receipt
from tests.runs.dask_processes import Cluster
from vbgen.errors import OutsideProgramError
from vbgen.pages.runs.dask import CONNECT_S, DaskCluster
from vbgen.pages.runs.ledger import MemoryLedger
from vbgen.pages.runs.running import run

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed"),
    pytest.mark.filterwarnings(
        "ignore::ResourceWarning"
    ),  # Dask drops its sockets when the other end dies
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
CHUNKS = planned(24)
ALL = tuple(map(receipt, CHUNKS))


def reached(cluster: Cluster, *, connect_s: float = CONNECT_S) -> DaskCluster:
    """The cluster, once its workers are there."""
    wait_for(lambda: _has_workers(cluster.address))
    return DaskCluster.at(cluster.address, connect_s=connect_s)


def made(scratch: Path) -> int:
    return len(calls(scratch))


def at_chunk(scratch: Path, count: int, act: object) -> threading.Thread:
    """Does `act` once that many chunks were begun."""

    def watch() -> None:
        wait_for(lambda: made(scratch) >= count)
        act()  # type: ignore[operator]  # a function without arguments

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def test_a_run_on_a_cluster_gives_what_a_run_at_home_gives(
    cluster: Cluster, tmp_path: Path
) -> None:
    workers = reached(cluster)
    kept: dict[str, bytes] = {}
    outcome = run(
        CHUNKS,
        home(tmp_path, MemoryLedger(), keep=lambda done: kept.update(done.contents)),
        workers,
    )
    assert outcome.receipts == ALL
    assert len(kept) == len(CHUNKS)


def test_a_killed_worker_changes_nothing_in_the_result(cluster: Cluster, tmp_path: Path) -> None:
    workers = reached(cluster)
    killer = at_chunk(tmp_path, 6, lambda: cluster.kill(cluster.workers[0]))
    outcome = run(CHUNKS, home(tmp_path, MemoryLedger(), seconds=0.1), workers)
    killer.join()
    assert outcome.receipts == ALL


def test_work_that_kills_its_process_once_is_repeated_elsewhere(
    cluster: Cluster, tmp_path: Path
) -> None:
    outcome = run(CHUNKS, home(tmp_path, MemoryLedger(), trouble="killed"), reached(cluster))
    assert outcome.receipts == ALL
    assert calls(tmp_path)[3] >= 2


def test_a_lost_scheduler_ends_the_run_and_the_next_one_goes_on_from_the_ledger(
    cluster: Cluster, tmp_path: Path
) -> None:
    ledger = MemoryLedger()
    workers = reached(cluster, connect_s=10.0)  # so long it looks for a scheduler that is gone
    killer = at_chunk(tmp_path, 8, cluster.stop)
    with pytest.raises(OutsideProgramError, match="cụm máy"):
        run(CHUNKS, home(tmp_path, ledger, seconds=0.1), workers)
    killer.join()
    settled = len(ledger.receipts())
    assert 0 < settled < len(CHUNKS)
    before = calls(tmp_path)
    cluster.start_scheduler()
    cluster.start_worker()
    outcome = run(CHUNKS, home(tmp_path, ledger), reached(cluster))
    assert outcome.receipts == ALL
    repeated = [
        number for number, count in calls(tmp_path).items() if count > before.get(number, 0)
    ]
    assert len(repeated) == len(CHUNKS) - settled


def _has_workers(address: str) -> bool:
    try:
        return bool(DaskCluster.at(address).count)
    except OutsideProgramError:
        return False
