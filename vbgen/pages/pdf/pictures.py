"""Pages of a PDF file as pictures for the screen."""

from io import BytesIO
from pathlib import Path

from vbgen.pages.pdf.document import unreadable

_POINTS_AN_INCH = 72
_COLOURS = 64  # black on white with its shades, the red of an emblem


def page_count(pdf: Path) -> int:
    """How many pages there are; OutsideProgramError for a file that cannot be read."""
    import pypdfium2  # type: ignore[import-untyped]  # the wheel ships no types

    try:
        with pypdfium2.PdfDocument(pdf) as opened:
            return len(opened)
    except pypdfium2.PdfiumError as fault:
        raise unreadable(fault) from fault


def page_picture(
    pdf: Path, number: int, *, dots_an_inch: int, colours: int | None = _COLOURS
) -> bytes:
    """A page, from 1, as PNG of few colours: smaller than WebP, and sooner made; None for all of them.

    OutsideProgramError for a file that cannot be read.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as opened:
            page = opened[number - 1]
            drawn = page.render(scale=dots_an_inch / _POINTS_AN_INCH).to_pil()
    except pypdfium2.PdfiumError as fault:
        raise unreadable(fault) from fault
    written = BytesIO()
    (drawn.quantize(colours) if colours else drawn).save(written, "PNG")
    return written.getvalue()
