"""LibreOffice kept running: one document becomes a PDF file in a tenth of a second, a chunk of many starts at once."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self
from weakref import finalize

from vbgen.errors import Problem
from vbgen.leftovers import temporary_folder
from vbgen.pages.converter.convert import (
    FinishedFiles,
    Progress,
    failures,
    jobs_for,
    not_made,
    undone,
)
from vbgen.pages.converter.handing_over import forget_socket
from vbgen.pages.converter.jobs import Job
from vbgen.pages.converter.libreoffice import LibreOffice
from vbgen.pages.converter.process import Process, end, start
from vbgen.pages.converter.run_folder import RunFolder, cannot_start, office_command

_KEEPS_IT_OPEN = "open.txt"  # without an open document it leaves after the first file
_START_S = 60.0
_PAUSE_S = 0.02


class WarmConverter:
    """LibreOffice that waits for documents; a context manager, safe to share between threads.

    A second call with the same profile hands its file to the one that runs. One that died is started anew.
    """

    def __init__(self, office: LibreOffice) -> None:
        self._office = office
        self._lock = Lock()
        self._running: _Running | None = None
        self._stack = ExitStack()
        finalize(
            self, self._stack.close
        )  # when nobody knows it any more, and at the end of the process

    def __enter__(self) -> Self:
        self.get_ready()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def get_ready(self) -> None:
        """Start LibreOffice, if it does not run yet."""
        with self._lock:
            self._warmed()

    def close(self) -> None:
        """End LibreOffice; the next document starts it anew."""
        self._stack.close()
        self._running = None

    def to_pdf(
        self,
        docx_files: Sequence[Path],
        out_dir: Path,
        *,
        pdfa: bool = False,
        timeout_s: float = 60.0,
        progress: Progress | None = None,
    ) -> list[Path]:
        """`out_dir/<name>.pdf` of each file, in their order; the promises are those of `Converter.to_pdf`."""
        jobs = jobs_for(docx_files, out_dir)
        attempt = partial(
            self._attempt, pdfa=pdfa, stall_s=timeout_s, count=FinishedFiles(len(jobs), progress)
        )
        with self._lock:
            problems = list(failures(jobs, attempt))
        if problems:
            raise not_made(problems)
        return [job.target for job in jobs]

    def _attempt(
        self, jobs: Sequence[Job], *, pdfa: bool, stall_s: float, count: FinishedFiles
    ) -> dict[Job, Problem]:
        """One run; after one that left something undone, the next begins with a LibreOffice started anew."""
        with temporary_folder("pdf") as folder:
            run = RunFolder(Path(folder), self._warmed().profile, count.one_more, is_warm=True)
            ending = run.convert(self._office, jobs, pdfa=pdfa, stall_s=stall_s)
        if run.left:
            self.close()
        return undone(run.left, ending, stall_s)

    def _warmed(self) -> "_Running":
        if self._running is None or not self._running.is_alive():
            self._stack.close()
            self._running = self._stack.enter_context(_running(self._office))
        return self._running


@dataclass(frozen=True, slots=True)
class _Running:
    process: Process
    folder: Path

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def is_ready(self) -> bool:
        """It listens once it has opened, and so locked, its document."""
        return (self.folder / f".~lock.{_KEEPS_IT_OPEN}#").exists()


@contextmanager
def _running(office: LibreOffice) -> Iterator[_Running]:
    with temporary_folder("warm") as name:
        folder = Path(name)
        document = folder / _KEEPS_IT_OPEN
        document.write_text("vbgen", encoding="ascii")
        try:
            process = start(
                [*office_command(office, folder / "profile"), str(document)], log=folder / "log.txt"
            )
        except OSError as error:
            raise cannot_start(office) from error
        running = _Running(process, folder)
        try:
            _wait(running, office)
            yield running
        finally:
            end(process)
            forget_socket(running.profile)


def _wait(running: _Running, office: LibreOffice) -> None:
    latest = time.monotonic() + _START_S
    while not running.is_ready():
        if not running.is_alive() or time.monotonic() > latest:
            raise cannot_start(office)
        time.sleep(_PAUSE_S)
