"""PDF files put together behind one another, for the printer."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from vbgen.errors import OutsideProgramError
from vbgen.messages import _
from vbgen.pdf.document import pages_of

_LIKE_OURS = ("--deterministic-id", "--object-streams=generate")


def join_pdfs(parts: Iterable[bytes], target: Path) -> list[int]:
    """Number of pages of each part of the file made at `target`; the description of the first part stands for all.

    Raises OutsideProgramError for no part or one that cannot be read.
    """
    import pikepdf

    with TemporaryDirectory(prefix="vbgen-join-", ignore_cleanup_errors=True) as folder:
        files = [_laid(Path(folder) / f"{number}.pdf", part) for number, part in enumerate(parts)]
        if not files:
            raise OutsideProgramError(_("Không có trang nào để ghép thành tệp in."))
        names = list(map(str, files))
        try:  # as a job of qpdf: page by page through Python takes three times as long
            pikepdf.Job(["qpdf", names[0], "--pages", *names, "--", *_LIKE_OURS, str(target)]).run()
        except (pikepdf.PdfError, RuntimeError) as fault:
            raise OutsideProgramError(_("Tệp PDF không đọc được: {fault}", fault=fault)) from fault
        return list(map(pages_of, files))


def _laid(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
