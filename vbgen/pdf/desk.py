"""One run of LibreOffice: Word files in, those PDF files taken out that are whole."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from vbgen.errors import OutputError, OutsideProgramError, Place, Problem, UnreadableFileError
from vbgen.files import reason_of
from vbgen.messages import _
from vbgen.pdf.document import pages_of
from vbgen.pdf.office import Office
from vbgen.pdf.process import Stalled, run

_QUIET = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard")
_SOCKETS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where LibreOffice puts them, whatever it is told
_PDFA_2B = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'


class Ending(StrEnum):
    """How a run of LibreOffice ended; it says nothing about the results."""

    RETURNED = "returned"
    CRASHED = "crashed"
    STALLED = "stalled"


@dataclass(frozen=True, slots=True)
class Job:
    """One Word file and the PDF file to be made of it; `name` is its safe name on the desk."""

    source: Path
    target: Path
    name: str


@dataclass(slots=True)
class Desk:
    """A folder of its own for one run: the profile, the files that go in, the files that come out."""

    folder: Path
    profile: Path
    on_done: Callable[[], None] = lambda: None
    left: list[Job] = field(default_factory=list)

    def convert(self, office: Office, jobs: Sequence[Job], *, pdfa: bool, stall_s: float) -> Ending:
        """How the run ended; what was made stands at its target, what was not remains in `left`."""
        self.left = list(jobs)
        sources = [_copied(job, self.folder) for job in jobs]
        command = convert_command(office, self.profile, sources, self._out, pdfa=pdfa)
        try:
            code = run(command, log=self.folder / "log.txt", stall_s=stall_s, pulse=self._take_finished)
        except Stalled:
            return self._ended(Ending.STALLED)
        except OSError as error:
            raise cannot_start(office) from error
        return self._ended(Ending.CRASHED if code else Ending.RETURNED)

    @property
    def _out(self) -> Path:
        return self.folder / "out"

    def _ended(self, ending: Ending) -> Ending:
        self._take(self.left)
        return ending

    def _take_finished(self) -> tuple[int, int]:
        """Takes all but the newest file, which may still be growing; the answer changes as the work goes on."""
        begun = [job for job in self.left if (self._out / f"{job.name}.pdf").exists()]
        self._take(begun[:-1])
        return len(self.left), sum(_size(self._out / f"{job.name}.pdf") for job in begun[-1:])

    def _take(self, jobs: Sequence[Job]) -> None:
        for job in list(jobs):
            made = self._out / f"{job.name}.pdf"
            if pages_of(made):
                put(made, job.target)
                self.left.remove(job)
                self.on_done()


def convert_command(office: Office, profile: Path, sources: Sequence[Path], out: Path, *, pdfa: bool) -> list[str]:
    """The words that make LibreOffice convert, in a profile of ours."""
    kind = _PDFA_2B if pdfa else "pdf:writer_pdf_Export"
    files = [str(source) for source in sources]
    return [*office_command(office, profile), "--convert-to", kind, "--outdir", str(out), *files]


def office_command(office: Office, profile: Path) -> list[str]:
    """The words that start LibreOffice without a window, in a profile of ours."""
    return [str(office.path), f"-env:UserInstallation={profile.as_uri()}", *_QUIET]


def forget_socket(profile: Path) -> None:
    """Removes the socket that a LibreOffice which did not leave by itself left for that profile."""
    if sys.platform != "win32":
        digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
        name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
        for place in _SOCKETS:
            with suppress(OSError):
                (place / name).unlink(missing_ok=True)


def put(made: Path, target: Path) -> None:
    """Moves a finished file to its place; at no moment does a half-written file bear that name."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(made, beside)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        message = _("Không ghi được tệp “{path}”: {reason}.", path=target, reason=reason_of(error))
        raise OutputError(message, (Problem("pdf-not-written", message, Place(file=target.name)),)) from error
    made.unlink(missing_ok=True)


def _copied(job: Job, folder: Path) -> Path:
    copy = folder / f"{job.name}{job.source.suffix or '.docx'}"
    try:
        shutil.copyfile(job.source, copy)
    except OSError as error:
        message = _("Không đọc được tệp “{path}”.", path=job.source)
        raise UnreadableFileError(
            message, (Problem("file-unreadable", message, Place(file=job.source.name)),)
        ) from error
    return copy


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def cannot_start(office: Office) -> OutsideProgramError:
    """The error to raise when LibreOffice is there and does not come up."""
    message = _("Không khởi động được LibreOffice ở “{path}”.", path=office.path)
    return OutsideProgramError(message, (Problem("office-does-not-run", message),))
