"""Pages of a PDF file as pictures for the screen."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.pages.pdf.document import unreadable

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS_AN_INCH = 72
_COLOURS = 64  # black on white with its shades, the red of an emblem
_COMPRESSION = 3  # of nine: half of the time of the usual six, for an eighth more bytes


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
    (_of_few_colours(drawn, colours) if colours else drawn).save(
        written, "PNG", compress_level=_COMPRESSION
    )
    return written.getvalue()


def _of_few_colours(drawn: "Image", count: int) -> "Image":
    """The picture in so many colours; what is black on white needs no search for them, which takes longest."""
    from PIL import ImageChops

    red, green, blue = drawn.split()
    differs = ImageChops.difference(red, green), ImageChops.difference(green, blue)
    if any(each.getbbox() for each in differs):
        return drawn.quantize(count)
    step = 256 // count
    greys = red.point([level // step for level in range(256)])
    greys.putpalette([round(level * 255 / (count - 1)) for level in range(count) for _rgb in "RGB"])
    return greys
