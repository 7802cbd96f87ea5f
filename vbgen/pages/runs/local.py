"""Worker processes on this machine."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from threading import Thread

from vbgen.leftovers import temporary_folder
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
        """The executor; what is under way when the run is interrupted or fails is not waited for."""
        others = set(active_children())
        with temporary_folder("workers") as folder:
            # Started afresh, not forked: a fork of a process with threads can hang.
            pool = ProcessPoolExecutor(
                self.count,
                mp_context=get_context("spawn"),
                initializer=_begin,
                initargs=(current_language(), folder),
            )
            try:
                yield pool
            except BaseException:
                for worker in set(active_children()) - others:
                    worker.kill()
                raise
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def _begin(language: str, folder: str) -> None:
    """A worker speaks the language of home, leaves Ctrl+C to it, and goes when home is gone.

    What it needs for a while lies in home's folder, which is removed however the worker ends.
    """
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # a worker that stopped by itself could hold up the others
    use_language(language)
    tempfile.tempdir = folder
    Thread(target=_end_with_home, args=(folder,), daemon=True).start()


def _end_with_home(folder: str) -> None:
    """The queue stays open while any worker holds it, so that alone would never tell that home was killed."""
    home = parent_process()
    if home is not None:
        home.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
