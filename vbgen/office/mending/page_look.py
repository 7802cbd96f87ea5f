"""Printed pages looked at: those that a Word file makes, and those that were just made beside it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from vbgen.decree import FormFinding, Settings, look_at_pages
from vbgen.errors import Problem
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import process_pdf_maker
from vbgen.pages.pdf.document import pages_of

_MOST_PAGES: Final = 60  # of one file that are looked at where nobody asked for it


def findings_on_pages(
    docx: bytes, name: str, settings: Settings, environ: Mapping[str, str]
) -> tuple[FormFinding, ...]:
    """What is not well on the pages that the Word file makes; OutsideProgramError where none can be made."""
    with temporary_folder("look") as place:
        folder = Path(place)
        source = folder / "paper.docx"
        source.write_bytes(docx)
        [pdf] = process_pdf_maker(environ).to_pdf([source], folder / "pdf")
        return look_at_pages(docx, pdf, name=name, settings=settings)


def problems_on_pages(made: Iterable[tuple[Path, Path]], settings: Settings) -> list[Problem]:
    """What is not well on the pages of PDF files that were made of Word files beside them."""
    found: list[Problem] = []
    for docx, pdf in made:
        found += _of_pair(docx, pdf, settings)
    return found


def problems_of_kept(kept: Sequence[tuple[str, bytes, bytes]], settings: Settings) -> list[Problem]:
    """The same of files that are kept: each with its name, its Word file and its PDF file."""
    with temporary_folder("look") as place:
        folder, found = Path(place), list[Problem]()
        for number, (name, docx, pdf) in enumerate(kept):
            source, made = folder / f"{number}" / name, folder / f"{number}.pdf"
            source.parent.mkdir()
            source.write_bytes(docx)
            made.write_bytes(pdf)
            found += _of_pair(source, made, settings)
        return found


def _of_pair(docx: Path, pdf: Path, settings: Settings) -> list[Problem]:
    if pages_of(pdf) > _MOST_PAGES:
        return []
    findings = look_at_pages(docx, pdf, name=docx.name, settings=settings)
    return [finding.as_problem() for finding in findings]
