"""Worker processes on this machine."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from vbgen.messages import current_language, use_language


@dataclass(frozen=True, slots=True)
class LocalProcesses:
    """`count` processes, started when they are needed and ended with the run."""

    count: int
    losses: tuple[type[BaseException], ...] = (BrokenExecutor,)

    @property
    def queue(self) -> int:
        """One at work and one waiting for each."""
        return 2 * self.count

    @contextmanager
    def open(self) -> Iterator[Executor]:
        """The executor; its processes speak the language of this one."""
        # Started afresh, not forked: a fork of a process with threads can hang.
        pool = ProcessPoolExecutor(
            self.count, mp_context=get_context("spawn"), initializer=use_language, initargs=(current_language(),)
        )
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
