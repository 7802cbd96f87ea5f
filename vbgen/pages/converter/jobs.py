"""The Word files of one run of an outside program, and the PDF files that come out: each is taken once it is whole."""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vbgen.errors import OutputError, Place, Problem, UnreadableFileError
from vbgen.files import reason_of
from vbgen.messages import _
from vbgen.pages.pdf.document import pages_of


class Ending(StrEnum):
    """How a run ended; it says nothing about the results."""

    RETURNED = "returned"
    CRASHED = "crashed"
    STALLED = "stalled"


@dataclass(frozen=True, slots=True)
class Job:
    """One Word file and the PDF file to be made of it; `name` is its safe name in the run's folder."""

    source: Path
    target: Path
    name: str

    @property
    def copy_name(self) -> str:
        """`00000.docx`: what its copy in the run's folder is called."""
        return f"{self.name}{self.source.suffix or '.docx'}"


@dataclass(slots=True)
class FinishedPdfs:
    """Where a run puts its PDF files; what was made goes to its target, what was not remains in `left`."""

    folder: Path
    left: list[Job]
    on_done: Callable[[], None]

    def take_finished(self) -> tuple[int, int]:
        """Takes all but the newest file, which may still be growing; the answer changes as the work goes on."""
        begun = [job for job in self.left if self._made(job).exists()]
        self._take(begun[:-1])
        return len(self.left), sum(_size(self._made(job)) for job in begun[-1:])

    def take_rest(self) -> None:
        """Takes every whole file, once nothing grows any more."""
        self._take(self.left)

    def _take(self, jobs: Sequence[Job]) -> None:
        for job in list(jobs):
            if pages_of(self._made(job)):
                _put(self._made(job), job.target)
                self.left.remove(job)
                self.on_done()

    def _made(self, job: Job) -> Path:
        return self.folder / f"{job.name}.pdf"


def copied(job: Job, folder: Path) -> Path:
    """The job's Word file under its safe name; a copy lacks the mark of a download."""
    copy = folder / job.copy_name
    try:
        shutil.copyfile(job.source, copy)
    except OSError as error:
        message = _("Không đọc được tệp “{path}”.", path=job.source)
        problem = Problem("file-unreadable", message, Place(file=job.source.name))
        raise UnreadableFileError(message, (problem,)) from error
    return copy


def _put(made: Path, target: Path) -> None:
    """Moves a finished file to its place; at no moment does a half-written file bear that name."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(made, beside)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        message = _("Không ghi được tệp “{path}”: {reason}.", path=target, reason=reason_of(error))
        raise OutputError(
            message, (Problem("pdf-not-written", message, Place(file=target.name)),)
        ) from error
    made.unlink(missing_ok=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
