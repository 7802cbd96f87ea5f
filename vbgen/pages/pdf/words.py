"""On which page of a PDF file words stand."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import normalize

from vbgen.pages.pdf.document import unreadable

_MOST_PAGES = 60
_LONGEST = 80  # letters that are looked for: the end of a long text may stand on the next page


def pages_of(pdf: Path, words: Iterable[str]) -> Mapping[str, int]:
    """The first page, from 1, that holds each of the words; blanks and ends of lines do not count."""
    import pypdfium2  # type: ignore[import-untyped]  # the wheel ships no types

    try:
        with pypdfium2.PdfDocument(pdf) as opened:
            pages = range(min(len(opened), _MOST_PAGES))
            texts = [_bare(opened[at].get_textpage().get_text_range()) for at in pages]
    except pypdfium2.PdfiumError as fault:
        raise unreadable(fault) from fault
    found = {each: _first(texts, _bare(each)[:_LONGEST]) for each in words}
    return {each: page for each, page in found.items() if page}


def _first(texts: list[str], wanted: str) -> int:
    return next((at for at, text in enumerate(texts, 1) if wanted and wanted in text), 0)


def _bare(text: str) -> str:
    return "".join(normalize("NFC", text).split()).replace("\ufffe", "").casefold()
