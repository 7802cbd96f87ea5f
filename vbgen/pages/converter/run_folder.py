"""One run of LibreOffice: Word files in, those PDF files taken out that are whole."""

import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.errors import OutsideProgramError, Problem
from vbgen.messages import _
from vbgen.pages.converter.jobs import Ending, FinishedPdfs, Job, copied
from vbgen.pages.converter.libreoffice import LibreOffice
from vbgen.pages.converter.process import Stalled, run

_QUIET = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard")
_SOCKETS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where LibreOffice puts them, whatever it is told
_PDFA_2B = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'


@dataclass(slots=True)
class RunFolder:
    """A folder of its own for one run: the profile, the files that go in, the files that come out."""

    folder: Path
    profile: Path
    on_done: Callable[[], None] = lambda: None
    left: list[Job] = field(default_factory=list)

    def convert(
        self, office: LibreOffice, jobs: Sequence[Job], *, pdfa: bool, stall_s: float
    ) -> Ending:
        """How the run ended; what was made stands at its target, what was not remains in `left`."""
        self.left = list(jobs)
        finished = FinishedPdfs(self.folder / "out", self.left, self.on_done)
        sources = [copied(job, self.folder) for job in jobs]
        command = convert_command(office, self.profile, sources, finished.folder, pdfa=pdfa)
        try:
            code = run(
                command, log=self.folder / "log.txt", stall_s=stall_s, pulse=finished.take_finished
            )
            ending = Ending.CRASHED if code else Ending.RETURNED
        except Stalled:
            ending = Ending.STALLED
        except OSError as error:
            raise cannot_start(office) from error
        finished.take_rest()
        return ending


def convert_command(
    office: LibreOffice, profile: Path, sources: Sequence[Path], out: Path, *, pdfa: bool
) -> list[str]:
    """The words that make LibreOffice convert, in a profile of ours."""
    kind = _PDFA_2B if pdfa else "pdf:writer_pdf_Export"
    files = [str(source) for source in sources]
    return [*office_command(office, profile), "--convert-to", kind, "--outdir", str(out), *files]


def office_command(office: LibreOffice, profile: Path) -> list[str]:
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


def cannot_start(office: LibreOffice) -> OutsideProgramError:
    """The error to raise when LibreOffice is there and does not come up."""
    message = _("Không khởi động được LibreOffice ở “{path}”.", path=office.path)
    return OutsideProgramError(message, (Problem("office-does-not-run", message),))
