"""What one PDF file shows beyond another of the same pages: lines of text, and places that look otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vbgen.pages.pdf.document import unreadable
from vbgen.pages.pdf.layout import Box, PrintedLine, lines_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import (  # type: ignore[import-untyped]  # the wheel ships no types
        PdfDocument,
        PdfPage,
    )

_DPI: Final = 110
_LOOSE_PT: Final = 2.5  # letters reach a little beyond their boxes
_SAME_PT: Final = 1.0


@dataclass(frozen=True, slots=True)
class AddedLine:
    """A line that was not there, or not so."""

    line: PrintedLine
    before: str  # what stood there, where it has grown


@dataclass(frozen=True, slots=True)
class ShownMore:
    """What pages show more than they did, outside of the boxes that were left out."""

    lines: tuple[AddedLine, ...]
    pages: tuple[int, ...] = ()  # that look otherwise elsewhere too


def shown_more(earlier: bytes, later: bytes, apart: Mapping[int, Sequence[Box]]) -> ShownMore:
    """The lines that `later` has more, and pages on which anything else is to be seen; notes on pages are looked at.

    `apart`: page → boxes that are not looked into. OutsideProgramError where a file cannot be read.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        old, new = PdfDocument(earlier), PdfDocument(later)
        try:
            return _compared(old, new, apart)
        finally:
            old.close()
            new.close()
    except PdfiumError as fault:
        raise unreadable(fault) from fault


def _compared(
    old: "PdfDocument", new: "PdfDocument", apart: Mapping[int, Sequence[Box]]
) -> ShownMore:
    lines: list[AddedLine] = []
    otherwise = list(range(len(old), len(new))) or list(range(len(new), len(old)))
    for number in range(min(len(old), len(new))):
        pictures = [_picture(pdf, number) for pdf in (old, new)]
        more = list(_more_lines(old, new, number))
        left_out = [*apart.get(number, ()), *(one.line.box for one in more)]
        if _differ(pictures[0], pictures[1], left_out):
            otherwise.append(number)
        lines += [one for one in more if not _within(one.line.box, apart.get(number, ()))]
    return ShownMore(tuple(lines), tuple(otherwise))


def _picture(pdf: "PdfDocument", number: int) -> "Image":
    picture: Image = pdf[number].render(scale=_DPI / 72, may_draw_forms=True).to_pil()
    return picture.convert("RGB")


def _more_lines(old: "PdfDocument", new: "PdfDocument", number: int) -> Iterator[AddedLine]:
    """Lines of the later page that the earlier one does not have at that place, notes on the page among them."""
    known = lines_of(_flat(old, number), number)
    for line in lines_of(_flat(new, number), number):
        if not any(_same(line, one) for one in known):
            grown = [one.text for one in known if _overlap(line.box, one.box)]
            yield AddedLine(line, " ".join(grown))


def _flat(pdf: "PdfDocument", number: int) -> "PdfPage":
    """The page with its notes as part of what it draws; its picture was taken before."""
    from pypdfium2 import raw

    page = pdf[number]
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[number]


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    return wide > 0 and min(one[3], other[3]) > max(one[1], other[1])


def _same(one: PrintedLine, other: PrintedLine) -> bool:
    near = all(abs(a - b) < _SAME_PT for a, b in zip(one.box, other.box, strict=True))
    return one.text == other.text and near


def _differ(old: "Image", new: "Image", apart: Sequence[Box]) -> bool:
    from PIL import ImageChops, ImageDraw

    if old.size != new.size:
        return True
    difference = ImageChops.difference(old, new)
    drawing = ImageDraw.Draw(difference)
    for left, top, right, bottom in apart:
        corners = (left - _LOOSE_PT, top - _LOOSE_PT, right + _LOOSE_PT, bottom + _LOOSE_PT)
        drawing.rectangle([side * _DPI / 72 for side in corners], fill=(0, 0, 0))
    return difference.getbbox() is not None


def _within(box: Box, others: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in others)
