"""The page that a printer is measured with: millimetre crosses near the corners, a ruler, an arrow that shows up."""

from vbgen.model.stock import Box
from vbgen.printer.calibration import CROSS_MM, RULER_MM
from vbgen.printer.drawing import PageDrawing, text_width

_ARM_MM = 10
_FINE_MM, _THICK_MM = 0.1, 0.25
_LETTER_MM, _FIGURE_MM = 5.0, 3.0


def crosses(paper: Box) -> bytes:
    """PDF content of the page; A and B stand above, C and D below, each 20 mm from both edges."""
    drawing = PageDrawing(paper.height)
    right, bottom = paper.width - CROSS_MM, paper.height - CROSS_MM
    for letter, x, y in (
        ("A", CROSS_MM, CROSS_MM),
        ("B", right, CROSS_MM),
        ("C", CROSS_MM, bottom),
        ("D", right, bottom),
    ):
        _cross(drawing, x, y)
        drawing.text(letter, x + 3, y + 9, size_mm=_LETTER_MM)
    _ruler(drawing, (paper.width - RULER_MM) / 2, paper.height / 2)
    _arrow(drawing, paper.width / 2, CROSS_MM)
    return drawing.content()


def _cross(drawing: PageDrawing, x: float, y: float) -> None:
    drawing.pen(_FINE_MM)
    drawing.line((x - _ARM_MM, y), (x + _ARM_MM, y))
    drawing.line((x, y - _ARM_MM), (x, y + _ARM_MM))
    for step in range(-_ARM_MM, _ARM_MM + 1):
        half = _tick(step) / 2
        drawing.line((x + step, y - half), (x + step, y + half))
        drawing.line((x - half, y + step), (x + half, y + step))
    drawing.pen(_THICK_MM)


def _ruler(drawing: PageDrawing, left: float, y: float) -> None:
    drawing.pen(_FINE_MM)
    drawing.line((left, y), (left + RULER_MM, y))
    for step in range(round(RULER_MM) + 1):
        drawing.line((left + step, y), (left + step, y - 2 * _tick(step)))
    drawing.pen(_THICK_MM)
    for step in range(0, round(RULER_MM) + 1, 10):
        words = str(step)
        drawing.text(
            words, left + step - text_width(words, _FIGURE_MM) / 2, y + 5, size_mm=_FIGURE_MM
        )


def _tick(step: int) -> float:
    """Length of a tick: longer at each fifth and tenth millimetre."""
    if step % 10 == 0:
        return 3.0
    return 2.0 if step % 5 == 0 else 1.0


def _arrow(drawing: PageDrawing, x: float, y: float) -> None:
    drawing.pen(0.6)
    drawing.line((x, y + 20), (x, y))
    drawing.line((x - 4, y + 6), (x, y), (x + 4, y + 6))
