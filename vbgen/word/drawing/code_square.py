"""A QR code as a drawing in the line of text: vectors of Word's own, sharp on every printer."""

from itertools import groupby

import segno

from vbgen.word.drawing.drawing import ShapeInText, emu
from vbgen.word.drawing.ornament.layer import geometry
from vbgen.word.drawing.ornament.path import Path, rectangle

MODULE_MM = 0.5
_QUIET = 4  # modules around the code (ISO/IEC 18004)


def code_square(text: str, *, level: str = "Q", number: int = 1, alt: str = "") -> ShapeInText:
    """The code of `text`, 0.5 mm a module, its quiet zone in it; `level` of error correction: M, Q, H."""
    made = segno.make(text, error=level, boost_error=False, micro=False)
    side = made.symbol_size(1, _QUIET)[0] * MODULE_MM
    shape = geometry(_dark(made.matrix), side, side)
    return ShapeInText((emu(side), emu(side)), shape, number, "Code", alt)


def _dark(matrix: tuple[bytearray, ...]) -> tuple[Path, ...]:
    """The dark modules, those beside each other in one rectangle."""
    return tuple(
        rectangle(*(MODULE_MM * each for each in (left + _QUIET, row + _QUIET, width, 1)))
        for row, modules in enumerate(matrix)
        for left, width in _runs(modules)
    )


def _runs(modules: bytearray) -> list[tuple[int, int]]:
    """Start and length of each row of dark modules."""
    found, at = [], 0
    for is_dark, group in groupby(modules):
        length = len(list(group))
        if is_dark:
            found.append((at, length))
        at += length
    return found
