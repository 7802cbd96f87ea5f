"""Whether a PDF file is a scan, and how good a one: pages that are pictures, and their dots an inch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from vbgen.errors import Problem, UnreadableFileError
from vbgen.messages import _

if TYPE_CHECKING:
    from pypdfium2 import PdfPage  # type: ignore[import-untyped]  # the wheel ships no types

_PICTURE: Final = 3  # FPDF_PAGEOBJ_IMAGE
_DEEP: Final = 5  # forms within forms
_WHOLE: Final = 0.5  # of the page: a scanner leaves margins, a letterhead's picture is far smaller
_INCH_PT: Final = 72.0


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """The pages of a file, and how many digital signatures it has."""

    pages: tuple["ScannedPage", ...]
    signatures: int


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page: whether a picture fills it, how fine, and whether letters stand beside the picture."""

    is_picture: bool
    dots_an_inch: int
    has_letters: bool


def scanned(pdf: bytes) -> ScannedFile:
    """Every page of the file; UnreadableFileError for what cannot be opened."""
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        opened = PdfDocument(pdf)
    except PdfiumError as fault:
        message = _("Tệp PDF bị hỏng hoặc có mật khẩu; hãy quét lại.")
        raise UnreadableFileError(message, (Problem("pdf-unreadable", message),)) from fault
    try:
        pages = tuple(_looked_at(opened[number]) for number in range(len(opened)))
        return ScannedFile(pages, raw.FPDF_GetSignatureCount(opened.raw))
    finally:
        opened.close()


def _looked_at(page: "PdfPage") -> ScannedPage:
    width, height = page.get_size()
    pictures = list(_pictures(page))
    share = sum(one[0] for one in pictures) / (width * height)
    finest = max((one[1] for one in pictures), default=0)
    letters = page.get_textpage().count_chars() > 0
    return ScannedPage(share >= _WHOLE, finest, letters)


def _pictures(page: "PdfPage") -> Iterator[tuple[float, int]]:
    """Area in square points, and dots an inch."""
    for one in page.get_objects(filter=[_PICTURE], max_depth=_DEEP):
        yield _measured(one)


def _measured(picture: Any) -> tuple[float, int]:  # noqa: ANN401 - the wheel ships no types
    left, low, right, high = picture.get_bounds()
    width, _height = picture.get_px_size()
    return (right - left) * (high - low), round(width / max(right - left, 1.0) * _INCH_PT)
