"""Archive copies: beside each Word file a PDF/A-2b with its title and language, proved before it is kept."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from vbgen.errors import OutsideProgramError
from vbgen.messages import _
from vbgen.pdf.archival import archival_problems, titled
from vbgen.pdf.convert import Converter


def archival_copies(
    papers: Mapping[str, bytes], titles: Mapping[str, str], converter: Converter, day: date
) -> dict[str, bytes]:
    """`award-decision.pdf` for `award-decision.docx`: each Word file among the papers as PDF/A-2b, dated that day.

    `titles` gives the document title by the paper's name. The same papers give the same bytes, as long as LibreOffice
    is the same. Raises OutsideProgramError when a file cannot be made, or is not what an archive takes.
    """
    words = {name: content for name, content in papers.items() if name.endswith(".docx")}
    with TemporaryDirectory(prefix="vbgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [_laid(folder / paper, content) for paper, content in words.items()]
        made = converter.to_pdf(sources, folder / "pdf", pdfa=True)
        copies = {path.name: path.read_bytes() for path in made}
    return {
        f"{Path(paper).stem}.pdf": _proved(copies[f"{Path(paper).stem}.pdf"], titles[paper], day) for paper in words
    }


def _laid(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _proved(pdf: bytes, title: str, day: date) -> bytes:
    copy = titled(pdf, title, made_on=day)
    if problems := archival_problems(copy, title=title):
        message = _("Bản PDF lưu trữ của “{title}” chưa đạt PDF/A-2b nên chưa lưu.", title=title)
        raise OutsideProgramError(message, tuple(problems))
    return copy
