"""One run of LibreOffice: Word files in, those PDF files taken out that are whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.errors import OutsideProgramError, Problem
from vbgen.messages import _
from vbgen.pages.converter.handing_over import hand_over
from vbgen.pages.converter.jobs import Ending, FinishedPdfs, Job, copied
from vbgen.pages.converter.libreoffice import LibreOffice
from vbgen.pages.converter.process import Stalled, run

_QUIET = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard")
_PDFA_2B = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'


@dataclass(slots=True)
class RunFolder:
    """A folder of its own for one run: the profile, the files that go in, the files that come out."""

    folder: Path
    profile: Path
    on_done: Callable[[], None] = lambda: None
    is_warm: bool = False  # whether LibreOffice runs in that profile already
    left: list[Job] = field(default_factory=list)

    def convert(
        self, office: LibreOffice, jobs: Sequence[Job], *, pdfa: bool, stall_s: float
    ) -> Ending:
        """How the run ended; what was made stands at its target, what was not remains in `left`."""
        self.left = list(jobs)
        finished = FinishedPdfs(self.folder / "out", self.left, self.on_done)
        sources = [copied(job, self.folder) for job in jobs]
        words = _convert_words(sources, finished.folder, pdfa=pdfa)
        try:
            ending = self._ended(office, words, stall_s, finished.take_finished)
        except Stalled:
            ending = Ending.STALLED
        except OSError as error:
            raise cannot_start(office) from error
        finished.take_rest()
        return ending

    def _ended(
        self, office: LibreOffice, words: list[str], stall_s: float, pulse: Callable[[], object]
    ) -> Ending:
        """By the LibreOffice that runs, else by one that is started, or that finds the other by itself."""
        if self.is_warm:
            ending = hand_over(self.profile, words, stall_s=stall_s, pulse=pulse)
            if ending is not None:
                return ending
        command = [*_in_profile(office, self.profile), *words]
        code = run(command, log=self.folder / "log.txt", stall_s=stall_s, pulse=pulse)
        return Ending.CRASHED if code else Ending.RETURNED


def office_command(office: LibreOffice, profile: Path) -> list[str]:
    """The words that start LibreOffice without a window, in a profile of ours."""
    return [*_in_profile(office, profile), *_QUIET]


def _in_profile(office: LibreOffice, profile: Path) -> list[str]:
    return [str(office.path), f"-env:UserInstallation={profile.as_uri()}"]


def _convert_words(sources: Sequence[Path], out: Path, *, pdfa: bool) -> list[str]:
    kind = _PDFA_2B if pdfa else "pdf:writer_pdf_Export"
    return [*_QUIET, "--convert-to", kind, "--outdir", str(out), *map(str, sources)]


def cannot_start(office: LibreOffice) -> OutsideProgramError:
    """The error to raise when LibreOffice is there and does not come up."""
    message = _("Không khởi động được LibreOffice ở “{path}”.", path=office.path)
    return OutsideProgramError(message, (Problem("office-does-not-run", message),))
