"""Copies of a PDF made to lie right on the paper in the tray; the file that they come from is never touched.

A certificate is laid out on A4. On other paper the same page is scaled as a whole: its lines break where they did, each
fits as it was measured, and what is archived serves every paper.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import OutsideProgramError, Place, Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.model.stock import PAPERS, Box, Stock
from vbgen.printer.crosses import crosses
from vbgen.printer.drawing import PageDrawing, text_width
from vbgen.printer.matrix import POINTS_PER_MM, Matrix, fitted, shift
from vbgen.printer.strokes import TEST_MARK

if TYPE_CHECKING:
    import pikepdf

_EDGE_MM = 0.5  # so that the outline of the paper is seen on paper of its own size
_MARK_AT = 0.88  # of the height: between the golden book's number and the signature
_PICTURE = "/VbgenStock"
_NO_CHANGE = Matrix()


def print_copy(
    pdf: bytes, stock: Stock, *, correction: Matrix = _NO_CHANGE, pages: Sequence[int] | None = None
) -> bytes:
    """The pages (from 1, in that order; all of them by default) as they go to the printer with `stock` in its tray."""
    with _opened(pdf) as opened:
        _choose(opened, pages)
        for page in opened.pages:
            _lay(page, stock.paper, _placing(page, stock).then(correction))
        return _saved(opened)


def trial_copy(
    pdf: bytes, stock: Stock, *, correction: Matrix = _NO_CHANGE, pages: Sequence[int] | None = None
) -> bytes:
    """The same for plain paper, with the outline of the stock and the mark of a test; custom stock on A4 or A3."""
    sheet = plain_paper(stock.paper)
    moved = shift((sheet.width - stock.paper.width) / 2, (sheet.height - stock.paper.height) / 2)
    with _opened(pdf) as opened:
        _choose(opened, pages)
        over = opened.make_stream(_outline(stock, sheet.height, correction.then(moved)))
        for page in opened.pages:
            _lay(page, sheet, _placing(page, stock).then(correction).then(moved))
            page.contents_add(over)
        return _saved(opened)


def preview(
    pdf: bytes, stock: Stock, picture: Path | None, *, pages: Sequence[int] | None = None
) -> bytes:
    """The pages with a picture of the stock under them: for the screen, never for the printer."""
    with _opened(pdf) as opened:
        _choose(opened, pages)
        image = _image(opened, picture) if picture else None
        for page in opened.pages:
            _lay(page, stock.paper, _placing(page, stock))
            if image is not None:
                _put_under(opened, page, image)
        return _saved(opened)


def calibration_page(stock: Stock, *, correction: Matrix = _NO_CHANGE) -> bytes:
    """The page of crosses for that paper; with a correction, to see that it comes out right."""
    import pikepdf

    width, height = _points(stock.paper)
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(width, height))
        page.contents_add(crosses(stock.paper))
        _lay(page, stock.paper, correction)
        return _saved(made)


def plain_paper(stock: Box) -> Box:
    """The plain paper that a test on such stock needs: A4 or A3 where it is large enough, else of the same size."""
    for width, height in (PAPERS["A4"], PAPERS["A3"]):
        if stock.width <= width and stock.height <= height:
            return Box(width=width, height=height)
    return stock


def pages_of(pdf: bytes, numbers: Sequence[int]) -> bytes:
    """Those pages (from 1), in that order; UnreadableFileError when the file has not so many."""
    with _opened(pdf) as opened:
        if max(numbers) > len(opened.pages):
            message = _(
                "Tệp PDF chỉ có {count} trang, cần trang {page}.",
                count=len(opened.pages),
                page=max(numbers),
            )
            raise UnreadableFileError(message)
        _choose(opened, numbers)
        return _saved(opened)


def _opened(pdf: bytes) -> "pikepdf.Pdf":
    import pikepdf

    try:
        return pikepdf.open(BytesIO(pdf))
    except (pikepdf.PdfError, pikepdf.PasswordError) as fault:
        message = _("Tệp PDF cần in không đọc được: {fault}.", fault=fault)
        raise OutsideProgramError(message) from fault


def _choose(opened: "pikepdf.Pdf", pages: Sequence[int] | None) -> None:
    if pages is not None:
        wanted = [opened.pages[number - 1] for number in pages]
        del opened.pages[:]
        opened.pages.extend(wanted)


def _placing(page: "pikepdf.Page", stock: Stock) -> Matrix:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    width, height = (right - left) / POINTS_PER_MM, (top - bottom) / POINTS_PER_MM
    return fitted(
        width, height, stock.place or Box(width=stock.paper.width, height=stock.paper.height)
    )


def _lay(page: "pikepdf.Page", paper: Box, placing: Matrix) -> None:
    """Put the page's content on that paper, moved by the matrix that is written before it."""
    import pikepdf

    left, bottom, _right, top = (float(edge) for edge in page.mediabox)
    width, height = _points(paper)
    a, b, c, d, e, f = placing.as_pdf(top - bottom, height)
    e, f = e - a * left - c * bottom, f - b * left - d * bottom
    words = " ".join(f"{number:.6f}" for number in (a, b, c, d, e, f))
    page.contents_add(f"q {words} cm\n".encode("ascii"), prepend=True)
    page.contents_add(b"\nQ")
    page.mediabox = pikepdf.Array([0, 0, round(width, 3), round(height, 3)])
    for key in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page:
            del page[key]


def _outline(stock: Stock, height_mm: float, moved: Matrix) -> bytes:
    """Edges of the stock, what is printed on it, where the printer cannot print, and the words of a test."""
    drawing, paper = PageDrawing(stock.paper.height), stock.paper
    drawing.pen(0.3)
    drawing.box(_inset(paper, _EDGE_MM, _EDGE_MM, _EDGE_MM, _EDGE_MM))
    drawing.pen(0.2, grey=0.5, dash_mm=2)
    for box in stock.outlines:
        drawing.box(box)
    margins = stock.margins
    if any((margins.top, margins.right, margins.bottom, margins.left)):
        drawing.pen(0.1, grey=0.6, dash_mm=1)
        drawing.box(_inset(paper, margins.left, margins.top, margins.right, margins.bottom))
    drawing.pen(0.3, grey=0.3)
    middle = (paper.width - text_width(TEST_MARK, 4)) / 2
    drawing.text(TEST_MARK, middle, _MARK_AT * paper.height, size_mm=4)
    numbers = moved.as_pdf(stock.paper.height * POINTS_PER_MM, height_mm * POINTS_PER_MM)
    words = " ".join(f"{number:.6f}" for number in numbers)
    return f"q {words} cm\n".encode("ascii") + drawing.content() + b"\nQ"


def _inset(paper: Box, left: float, top: float, right: float, bottom: float) -> Box:
    return Box(x=left, y=top, width=paper.width - left - right, height=paper.height - top - bottom)


def _put_under(opened: "pikepdf.Pdf", page: "pikepdf.Page", image: "pikepdf.Object") -> None:
    import pikepdf

    name = page.add_resource(
        image, pikepdf.Name.XObject, pikepdf.Name(_PICTURE), replace_existing=True
    )  # pages share resources
    width, height = float(page.mediabox[2]), float(page.mediabox[3])
    words = f"q {width:.3f} 0 0 {height:.3f} 0 0 cm {name} Do Q\n"
    page.contents_add(opened.make_stream(words.encode("ascii")), prepend=True)


def _image(opened: "pikepdf.Pdf", picture: Path) -> "pikepdf.Object":
    """The picture as a PDF object."""
    import pikepdf
    from PIL import Image

    try:
        with Image.open(picture) as read:
            colours = read.convert("RGB")
    except OSError as fault:
        message = _("Ảnh chụp phôi {file} không đọc được: cần tệp PNG hoặc JPEG.", file=picture)
        raise UnreadableFileError(
            message, (Problem("stock-picture", message, Place(file=str(picture))),)
        ) from fault
    packed = BytesIO()
    colours.save(packed, "JPEG", quality=85)
    stream = opened.make_stream(packed.getvalue())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height = colours.size
    stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    stream.Filter = pikepdf.Name.DCTDecode
    return stream


def _points(paper: Box) -> tuple[float, float]:
    return paper.width * POINTS_PER_MM, paper.height * POINTS_PER_MM


def _saved(pdf: "pikepdf.Pdf") -> bytes:
    import pikepdf

    target = BytesIO()
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()
