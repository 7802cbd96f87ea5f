"""Archive copies: beside each Word file a PDF/A-2b with its title and language, proved before it is kept.

Certificates are made by the thousand: each becomes a file of its own in the archive, all of them one file beside
their Word file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vbgen.errors import OutsideProgramError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.model.document import ArchivedFile, Numbered
from vbgen.office.making.batching import Workshop, make_whole
from vbgen.office.making.copies import Beside, Written
from vbgen.pages.converter.convert import Converter
from vbgen.pages.pdf.archival import archival_problems, titled


@dataclass(frozen=True, slots=True)
class ArchivalCopies:
    """Makes the copies; `workshop` gives the place where the certificates of a numbered paper are made."""

    converter: Converter
    workshop: Callable[[Numbered], Workshop]

    def make(self, written: Sequence[Written], numbered: Numbered) -> Beside:
        """`award-decision.pdf` for `award-decision.docx`, and so on, dated the paper's day.

        The same papers give the same bytes, as long as LibreOffice is the same. Raises OutsideProgramError when a
        file cannot be made, or is not what an archive takes; what was made by then is not made again.
        """
        day = numbered.intent.particulars.day
        papers = self._plain([paper for paper in written if paper.batch is None], day)
        singles: dict[str, Mapping[str, ArchivedFile]] = {}
        for paper in written:
            if paper.batch is not None:
                whole, made = make_whole(paper.batch, self.workshop(numbered))
                papers[paper.copy] = _proved(whole, paper.title, day)
                stem = Path(paper.name).stem
                singles[paper.name] = {
                    f"{stem}-{key}.pdf": single for key, single in made.files.items()
                }
        return Beside(papers, singles)

    def confirm(self, written: Sequence[Written], day: date) -> None:
        """The papers made once, and thrown away."""
        self._plain(written, day)

    def _plain(self, written: Sequence[Written], day: date) -> dict[str, bytes]:
        with temporary_folder("copies") as name:
            folder = Path(name)
            made = self.converter.to_pdf(list(_laid(written, folder)), folder / "pdf", pdfa=True)
            return {
                paper.copy: _proved(pdf.read_bytes(), paper.title, day)
                for paper, pdf in zip(written, made, strict=True)
            }


def _laid(written: Sequence[Written], folder: Path) -> Iterator[Path]:
    for paper in written:
        path = folder / paper.name
        path.write_bytes(paper.docx)
        yield path


def _proved(pdf: bytes, title: str, day: date) -> bytes:
    copy = titled(pdf, title, made_on=day)
    if problems := archival_problems(copy, title=title):
        message = _("Bản PDF lưu trữ của “{title}” chưa đạt PDF/A-2b nên chưa lưu.", title=title)
        raise OutsideProgramError(message, tuple(problems))
    return copy
