"""Word files made into PDF files by LibreOffice, many in one call, each judged by its result alone."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from vbgen.errors import OutputError, OutsideProgramError, Place, Problem, UnreadableFileError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.pages.converter.handing_over import forget_socket
from vbgen.pages.converter.jobs import Ending, Job
from vbgen.pages.converter.libreoffice import LibreOffice, find_office
from vbgen.pages.converter.run_folder import RunFolder

Progress = Callable[[int, int], None]  # finished files, all files
Attempt = Callable[
    [Sequence[Job]], Mapping[Job, Problem]
]  # one run: what it left undone, in order, and why
_FILES_A_CALL = 100  # keeps the command line short enough for every system


@dataclass(frozen=True, slots=True)
class Converter:
    """LibreOffice as a maker of PDF files."""

    office: LibreOffice

    @classmethod
    def probe(cls, environ: Mapping[str, str]) -> "Converter":
        """A converter on the LibreOffice that is found; raises OutsideProgramError that says what to install."""
        return cls(find_office(environ))

    def to_pdf(
        self,
        docx_files: Sequence[Path],
        out_dir: Path,
        *,
        pdfa: bool = False,
        timeout_s: float = 120.0,
        workers: int = 1,
        progress: Progress | None = None,
    ) -> list[Path]:
        """`out_dir/<name>.pdf` of each file, in their order; PDF/A-2b if asked.

        `timeout_s` is how long LibreOffice may work without finishing a document. One that makes it crash or
        hang is tried once more alone. Those that fail twice are named together in an OutsideProgramError when
        all others are done; the others' PDF files stand.
        """
        jobs = jobs_for(docx_files, out_dir)
        count = FinishedFiles(len(jobs), progress)

        def attempt(some: Sequence[Job]) -> dict[Job, Problem]:
            with temporary_folder("pdf") as folder:
                run = RunFolder(Path(folder), Path(folder) / "profile", count.one_more)
                ending = run.convert(self.office, some, pdfa=pdfa, stall_s=timeout_s)
                forget_socket(run.profile)
                return undone(run.left, ending, timeout_s)

        with ThreadPoolExecutor(max_workers=workers) as pool:
            tried = pool.map(lambda chunk: list(failures(chunk, attempt)), _chunks(jobs, workers))
            problems = [problem for failed in tried for problem in failed]
        if problems:
            raise not_made(problems)
        return [job.target for job in jobs]


def jobs_for(docx_files: Sequence[Path], out_dir: Path) -> list[Job]:
    """One job a file; raises when a file is missing, two would get one name, or the folder cannot be made."""
    _refuse_missing(docx_files)
    targets = [out_dir / f"{path.stem}.pdf" for path in docx_files]
    _refuse_doubled(docx_files, targets)
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(_("Không tạo được thư mục “{path}”.", path=out_dir)) from error
    pairs = zip(docx_files, targets, strict=True)
    return [Job(path, target, f"{index:05d}") for index, (path, target) in enumerate(pairs)]


def _refuse_missing(docx_files: Sequence[Path]) -> None:
    missing = [path for path in docx_files if not path.is_file()]
    if missing:
        problems = [
            _problem("file-missing", _("Không có tệp “{path}”.", path=path), path)
            for path in missing
        ]
        raise UnreadableFileError(_("Thiếu tệp Word cần chuyển sang PDF."), tuple(problems))


def _refuse_doubled(docx_files: Sequence[Path], targets: Sequence[Path]) -> None:
    counts = Counter(targets)
    pairs = zip(docx_files, targets, strict=True)
    doubled = sorted({path.name for path, target in pairs if counts[target] > 1})
    if doubled:
        names = ", ".join(doubled)
        raise OutputError(
            _("Nhiều tệp sẽ cho cùng một tên PDF trong một thư mục: {names}.", names=names)
        )


def _chunks(jobs: Sequence[Job], workers: int) -> list[Sequence[Job]]:
    size = max(1, min(_FILES_A_CALL, -(-len(jobs) // workers)))
    return [jobs[start : start + size] for start in range(0, len(jobs), size)]


def failures(jobs: Sequence[Job], attempt: Attempt) -> Iterator[Problem]:
    """What could not be converted; the first file that an attempt left undone is tried alone, the rest together."""
    left = list(jobs)
    while left:
        left = list(attempt(left))
        if left:
            suspect, *left = left
            yield from attempt([suspect]).values()


def undone(jobs: Sequence[Job], ending: Ending, stall_s: float) -> dict[Job, Problem]:
    """Why LibreOffice left those files undone."""
    what = _what_happened(ending, stall_s)
    return {job: _problem("pdf-not-made", what, job.source, hint=_look()) for job in jobs}


def not_made(problems: Sequence[Problem]) -> OutsideProgramError:
    """The error that names all documents that could not be converted."""
    message = _("LibreOffice không chuyển được {count} tệp sang PDF.", count=len(problems))
    return OutsideProgramError(message, tuple(problems))


class FinishedFiles:
    """Finished files of all workers, told one by one."""

    def __init__(self, total: int, tell: Progress | None) -> None:
        self._total, self._tell = total, tell
        self._done, self._lock = 0, Lock()

    def one_more(self) -> None:
        """One more is finished."""
        with self._lock:
            self._done += 1
            if self._tell:
                self._tell(self._done, self._total)


def _what_happened(ending: Ending, stall_s: float) -> str:
    if ending is Ending.STALLED:
        return _(
            "LibreOffice không xử lý xong văn bản này trong {seconds} giây.", seconds=round(stall_s)
        )
    if ending is Ending.CRASHED:
        return _("LibreOffice dừng đột ngột khi xử lý văn bản này.")
    return _("LibreOffice không tạo được tệp PDF nguyên vẹn từ văn bản này.")


def _look() -> str:
    return _("Hãy mở tệp bằng Word xem có hỏng không; tệp khác vẫn được chuyển bình thường.")


def _problem(code: str, message: str, path: Path, hint: str = "") -> Problem:
    return Problem(code, message, Place(file=path.name), hint=hint)
