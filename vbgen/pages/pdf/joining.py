"""PDF files put together behind one another, for the printer."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from vbgen.errors import OutsideProgramError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.pages.pdf.document import pages_of, unreadable

_LIKE_OURS = ("--deterministic-id", "--object-streams=generate")
# Every page is taken, so nothing is without a reference; qpdf would read all strokes of every page to find that out.
_ALL_TAKEN = "--remove-unreferenced-resources=no"


def join_pdfs(parts: Iterable[bytes], target: Path) -> list[int]:
    """Number of pages of each part of the file made at `target`; the description of the first part stands for all.

    Raises OutsideProgramError for no part or one that cannot be read.
    """
    import pikepdf

    with temporary_folder("join") as folder:
        files = [_laid(Path(folder) / f"{number}.pdf", part) for number, part in enumerate(parts)]
        if not files:
            raise OutsideProgramError(_("Không có trang nào để ghép thành tệp in."))
        names = list(map(str, files))
        try:  # as a job of qpdf: page by page through Python takes three times as long
            parts_named = ["--pages", *names, "--"]
            options = [_ALL_TAKEN, *_LIKE_OURS]
            pikepdf.Job(["qpdf", names[0], *parts_named, *options, str(target)]).run()
        except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError) as fault:
            raise unreadable(fault) from fault
        return list(map(pages_of, files))


def joined(parts: Sequence[bytes]) -> bytes:
    """The pages of all parts as one file; one part alone stays as it is."""
    if len(parts) == 1:
        return parts[0]
    with temporary_folder("join") as folder:
        target = Path(folder) / "whole.pdf"
        join_pdfs(parts, target)
        return target.read_bytes()


def _laid(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
