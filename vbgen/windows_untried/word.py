"""Microsoft Word as the maker of PDF files, on Windows machines that lack LibreOffice.

How Word is driven, and that it was not run where this was developed, is told in `vbgen.windows_untried.word_export`.
Word's ExportAsFixedFormat offers PDF/A as ISO 19005-1 only, and its pages do not say which level results: an archive
copy, which must be PDF/A-2b, is refused before anything starts.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.errors import OutsideProgramError, Place, Problem
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.pages.converter.convert import FinishedFiles, Progress, failures, jobs_for
from vbgen.pages.converter.jobs import Ending, Job
from vbgen.windows_untried.word_export import Windows, WordDesk

_FILES_A_WORD = 100  # users of such programs report that Word hangs after a few hundred


def find_word(environ: Mapping[str, str]) -> "WordConverter | None":
    """A converter on the Word that is registered on this Windows; `None` elsewhere, or when there is none."""
    if sys.platform == "win32":
        root = environ.get("SYSTEMROOT")
        if root and _is_word_registered():
            return WordConverter.of_system(Path(root))
    return None


@dataclass(frozen=True, slots=True)
class WordConverter:
    """Microsoft Word as a maker of PDF files."""

    windows: Windows

    @classmethod
    def of_system(cls, root: Path) -> "WordConverter":
        """A converter on the programs of the Windows that lies at `root`."""
        system = root / "System32"
        return cls(
            Windows(
                system / "WindowsPowerShell" / "v1.0" / "powershell.exe", system / "taskkill.exe"
            )
        )

    def to_pdf(
        self,
        docx_files: Sequence[Path],
        out_dir: Path,
        *,
        pdfa: bool = False,
        timeout_s: float = 120.0,
        workers: int = 1,  # noqa: ARG002 - the door is the same as LibreOffice's; one Word works alone
        progress: Progress | None = None,
    ) -> list[Path]:
        """`out_dir/<name>.pdf` of each file, in their order; never PDF/A.

        `timeout_s` is how long Word may work without finishing a document. One that makes it crash or hang is
        tried once more alone. Those that fail twice are named together in an OutsideProgramError when all others
        are done; the others' PDF files stand. A Word that does not start in two attempts ends the work.
        """
        if pdfa:
            raise _no_archive_copy()
        jobs = jobs_for(docx_files, out_dir)
        problems = _Batch(self.windows, timeout_s, FinishedFiles(len(jobs), progress)).convert(jobs)
        if problems:
            message = _(
                "Microsoft Word không chuyển được {count} tệp sang PDF.", count=len(problems)
            )
            raise OutsideProgramError(message, tuple(problems))
        return [job.target for job in jobs]


@dataclass(frozen=True, slots=True)
class _Batch:
    windows: Windows
    stall_s: float
    count: FinishedFiles
    problems: list[Problem] = field(default_factory=list)

    def convert(self, jobs: Sequence[Job]) -> list[Problem]:
        """What could not be converted."""
        for start in range(0, len(jobs), _FILES_A_WORD):
            for problem in failures(jobs[start : start + _FILES_A_WORD], self._attempt):
                self.problems.append(problem)  # told too when Word does not start any more
        return self.problems

    def _attempt(self, jobs: Sequence[Job]) -> dict[Job, Problem]:
        """One run of Word, or a second one when Word did not start; that failing too, no file can be made."""
        reason = ""
        for _attempt in range(2):
            with temporary_folder("word") as folder:
                desk = WordDesk(Path(folder), self.count.one_more)
                try:
                    ending = desk.convert(self.windows, jobs, stall_s=self.stall_s)
                except OSError as error:
                    raise _cannot_start(str(error), self.problems) from error
                if desk.is_word_started:
                    return {
                        job: _failure(job, ending, desk.reason(job), self.stall_s)
                        for job in desk.left
                    }
                reason = desk.reason()
        raise _cannot_start(reason, self.problems)


def _failure(job: Job, ending: Ending, reason: str, stall_s: float) -> Problem:
    hint = _("Hãy mở tệp bằng Word xem có hỏng không; tệp khác vẫn được chuyển bình thường.")
    return Problem(
        "pdf-not-made",
        _what_happened(ending, reason, stall_s),
        Place(file=job.source.name),
        hint=hint,
    )


def _what_happened(ending: Ending, reason: str, stall_s: float) -> str:
    if ending is Ending.STALLED:
        return _(
            "Microsoft Word không xử lý xong văn bản này trong {seconds} giây; có thể Word đang chờ trả lời câu hỏi.",
            seconds=round(stall_s),
        )
    if ending is Ending.CRASHED:
        return _("Microsoft Word dừng đột ngột khi xử lý văn bản này.")
    if reason:
        return _("Microsoft Word không chuyển được văn bản này, báo rằng: {reason}", reason=reason)
    return _("Microsoft Word không tạo được tệp PDF nguyên vẹn từ văn bản này.")


def _no_archive_copy() -> OutsideProgramError:
    message = _(
        "Microsoft Word không tạo được bản lưu trữ dạng PDF/A-2b; bản lưu trữ cần LibreOffice."
    )
    hint = _("Hãy cài LibreOffice cho Windows từ libreoffice.org rồi chạy lại.")
    return OutsideProgramError(message, (Problem("pdfa-needs-libreoffice", message, hint=hint),))


def _cannot_start(reason: str, known: Sequence[Problem]) -> OutsideProgramError:
    message = _("Không khởi động được Microsoft Word để tạo tệp PDF.")
    if reason:
        message = _("Không khởi động được Microsoft Word để tạo tệp PDF: {reason}", reason=reason)
    hint = _(
        "Hãy mở Word một lần, trả lời hết các hộp thoại (kích hoạt, đăng nhập, cập nhật) rồi "
        "đóng Word. Kết thúc các WINWORD.EXE còn sót trong Task Manager và chạy lại. Nếu vẫn "
        "không được, cài LibreOffice."
    )
    return OutsideProgramError(
        message, (*known, Problem("word-does-not-start", message, hint=hint))
    )


if sys.platform == "win32":

    def _is_word_registered() -> bool:
        """Whether Word's automation is there and is not another office suite's under Word's name."""
        kind = _registered(r"Word.Application\CLSID", 0)
        if kind is None:
            return False
        servers = list(_servers(kind))
        return not servers or any("winword" in server.lower() for server in servers)

    def _servers(kind: str) -> Iterator[str]:
        import winreg

        for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
            server = _registered(rf"CLSID\{kind}\LocalServer32", view)
            if server:
                yield server

    def _registered(path: str, view: int) -> str | None:
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, path, 0, winreg.KEY_READ | view) as key:
                return str(winreg.QueryValueEx(key, "")[0])
        except OSError:
            return None
