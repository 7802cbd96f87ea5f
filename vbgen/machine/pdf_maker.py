"""What makes PDF files on this machine: LibreOffice, or Microsoft Word where LibreOffice is missing."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from vbgen.errors import OutsideProgramError
from vbgen.pages.converter.convert import Converter, Progress
from vbgen.pages.converter.warm import WarmConverter
from vbgen.windows_untried.word import find_word

_LOOKED_AT = ("VBGEN_SOFFICE", "PATH", "HOME", "PROGRAMFILES", "PROGRAMFILES(X86)", "SYSTEMROOT")


class PdfMaker(Protocol):
    """Makes Word files into PDF files."""

    def to_pdf(
        self,
        docx_files: Sequence[Path],
        out_dir: Path,
        *,
        pdfa: bool = False,
        timeout_s: float = ...,
        progress: Progress | None = None,
    ) -> list[Path]:
        """`out_dir/<name>.pdf` of each file, in their order; see `Converter.to_pdf`."""


def find_pdf_maker(environ: Mapping[str, str]) -> PdfMaker:
    """LibreOffice, else Word; OutsideProgramError that says what to install when there is neither."""
    try:
        return Converter.probe(environ)
    except OutsideProgramError:
        if word := find_word(environ):
            return word
        raise


def process_pdf_maker(environ: Mapping[str, str]) -> PdfMaker:
    """The same for work that comes again and again: LibreOffice stays warm until this process ends."""
    return _found(tuple((name, environ[name]) for name in _LOOKED_AT if name in environ))


def warm_up(environ: Mapping[str, str]) -> None:
    """Have that one started before it is needed."""
    maker = process_pdf_maker(environ)
    if isinstance(maker, WarmConverter):
        maker.get_ready()


@lru_cache(maxsize=1)
def _found(variables: tuple[tuple[str, str], ...]) -> PdfMaker:
    found = find_pdf_maker(dict(variables))
    return WarmConverter(found.office) if isinstance(found, Converter) else found
