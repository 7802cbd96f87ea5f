"""Workers of a desk that was killed: what they do when they live on beside the next desk's."""

import os
import signal
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path

from vbgen.web.tasks.attempts import JobAttempt
from vbgen.web.workroom import JobOrder, do_job

_SPAWNING = get_context("spawn")


def work_at_once(place: Path, environ: Mapping[str, str], job: str) -> Sequence[int | None]:
    """The orphan and the next desk's worker at the same job in the same moment; how both processes ended."""
    orders = [
        JobOrder(place, environ, job, "Lan", JobAttempt(is_again=again)) for again in (False, True)
    ]
    gate = _SPAWNING.Barrier(len(orders))
    workers = [_SPAWNING.Process(target=_work, args=(order, gate)) for order in orders]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return [worker.exitcode for worker in workers]


def _work(order: JobOrder, gate: object) -> None:
    """Both have imported everything, and start together."""
    import vbgen.web.tasks.works  # noqa: F401

    gate.wait()  # type: ignore[attr-defined]  # a barrier
    do_job(order)


def children_of(process: int) -> list[int]:
    """Processes that it started, and those that they started."""
    of_threads = Path(f"/proc/{process}/task").glob("*/children")
    direct = [int(one) for found in of_threads for one in found.read_text("ascii").split()]
    return [*direct, *(below for one in direct for below in children_of(one))]


def is_alive(process: int) -> bool:
    """Whether it is still there, and no mere record of one that has ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def send(processes: Sequence[int], what: signal.Signals) -> None:
    """The signal to each that is there."""
    for one in processes:
        try:
            os.kill(one, what)
        except ProcessLookupError:
            continue
