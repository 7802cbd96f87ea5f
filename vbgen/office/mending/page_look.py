"""Printed pages looked at: those that a Word file makes, and those that were just made beside it."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from vbgen.decree import FormFinding, Settings, look_at_pages
from vbgen.errors import Problem
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import process_pdf_maker
from vbgen.pages.pdf.layout import layout_of

MadePages = tuple[str, Callable[[], bytes], Path | bytes]  # name, Word file, its PDF file
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


def problems_on_pages(made: Iterable[MadePages], settings: Settings) -> list[Problem]:
    """What is not well on the pages of PDF files that were made of Word files; of long ones nothing is said."""
    return [
        finding.as_problem()
        for name, word_file, pdf in made
        if layout_of(pdf, ()).pages <= _MOST_PAGES
        for finding in look_at_pages(word_file(), pdf, name=name, settings=settings)
    ]
