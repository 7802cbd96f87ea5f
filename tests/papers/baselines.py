"""Lines of a page by the baselines of their letters, as pdfium reads them: what a font says of itself moves nothing."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the wheel ships no types
from pypdfium2 import PdfDocument, PdfPage

MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class SetLine:
    """Letters on one baseline, in millimetres from the page's upper left corner; `top` is that of their ink."""

    text: str
    baseline: float
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    baseline: float
    left: float
    right: float
    top: float


def lines_of(pdf: bytes) -> list[list[SetLine]]:
    """Every page's lines, without blanks; a wide gap parts them."""
    return [list(_lines(page)) for page in PdfDocument(pdf)]


def _lines(page: PdfPage) -> Iterator[SetLine]:
    line: list[_Letter] = []
    for letter in _letters(page):
        if line and not _goes_on(line[-1], letter):
            yield _set(line)
            line = []
        line.append(letter)
    if line:
        yield _set(line)


def _goes_on(before: _Letter, letter: _Letter) -> bool:
    """Whether the letter stands on the same baseline, not far behind."""
    same = abs(before.baseline - letter.baseline) < 0.3
    return same and before.left - 1 < letter.left < before.right + 12


def _set(line: list[_Letter]) -> SetLine:
    text = "".join(letter.text for letter in line)
    return SetLine(text, line[0].baseline, line[0].left, min(letter.top for letter in line))


def _letters(page: PdfPage) -> Iterator[_Letter]:
    text, height = page.get_textpage(), page.get_height()
    for index in range(text.count_chars()):
        shown = text.get_text_range(index, 1)
        if shown.strip():
            left, _bottom, right, top = text.get_charbox(index)
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
            yield _Letter(
                shown, (height - y.value) * MM, left * MM, right * MM, (height - top) * MM
            )
