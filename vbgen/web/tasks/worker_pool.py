"""Processes beside the server, started when there is something to do."""

import gc
import os
import signal
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from typing import Any

_OBJECTS_A_LOOK = 50_000
HALF_OF_CORES = max(1, (os.cpu_count() or 1) // 2)


@dataclass(slots=True)
class WorkerPool:
    """Processes that are started when there is something to do."""

    count: int
    patience: int = 0  # how much more they yield to others
    is_closed: bool = False
    _executor: ProcessPoolExecutor | None = None
    _ready: "Future[Any] | None" = None
    _lock: Lock = field(default_factory=Lock)

    def submit(self, work: Callable[..., Any], *given: object) -> "Future[Any]":
        """Have it done."""
        with self._lock:
            if self._executor is None:
                self._executor = ProcessPoolExecutor(
                    self.count,
                    mp_context=get_context("spawn"),
                    initializer=begin,
                    initargs=(self.patience,),
                )
            return self._executor.submit(work, *given)

    def get_ready(self, load: Callable[[], None]) -> None:
        """Start a process, which loads what pages are made with."""
        self._ready = self.submit(load)

    def wait_until_ready(self, most_s: float) -> None:
        """The one that gets ready is sooner done than another that would be started beside it."""
        ready = self._ready  # which another thread may forget
        if ready is not None:
            ready.result(most_s)

    def forget(self, *, is_ended: bool = False) -> None:
        """The next work starts processes anew; those that have ended leave nothing of theirs behind."""
        with self._lock:
            executor, self._executor, self._ready = self._executor, None, None
        if executor:
            executor.shutdown(wait=is_ended, cancel_futures=True)


def begin(patience: int) -> None:
    """A worker leaves Ctrl+C to the server, yields to it, and goes when it is gone.

    A paper makes some hundred thousand objects: looking for circles among them at Python's usual pace takes a fifth of
    its time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_OBJECTS_A_LOOK, *gc.get_threshold()[1:])
    if patience and hasattr(os, "nice"):
        os.nice(patience)
    Thread(target=_end_with_home, daemon=True).start()


def _end_with_home() -> None:
    home = parent_process()
    if home is not None:
        home.join()
        os._exit(1)


def leaving_room_for_pages(environ: Mapping[str, str]) -> dict[str, str]:
    """Surroundings in which long work takes half of the cores, unless the office says how many."""
    return {"VBGEN_WORKERS": str(HALF_OF_CORES), **environ}
