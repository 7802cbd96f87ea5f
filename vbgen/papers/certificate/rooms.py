"""Heights of set lines, and empty lines of a height: how a certificate's lines are placed in Word and LibreOffice."""

from vbgen.model.design import LINE_PITCH
from vbgen.word.template import RichText
from vbgen.words.measure import Fitted
from vbgen.words.widths import MM_PER_PT

LINE_HEIGHT = 1.149  # of a line of Times New Roman, in sizes
_BLANK = "\N{NO-BREAK SPACE}"
_LEAST_HALF_POINTS = 1


def height_mm(fitted: Fitted, *, pitch_pt: float = 0.0) -> float:
    """Height of the lines; `pitch_pt` is theirs where a style holds it."""
    return len(fitted.lines) * (pitch_pt * LINE_PITCH or fitted.size_pt * LINE_HEIGHT) * MM_PER_PT


def line_mm(size_pt: float) -> float:
    """Height of one line."""
    return size_pt * LINE_HEIGHT * MM_PER_PT


def room(height: float) -> RichText:
    """An empty line of that height in millimetres, as near as half points come to it."""
    half_points = round(2 * height / (LINE_HEIGHT * MM_PER_PT))
    return RichText(_BLANK, size=max(_LEAST_HALF_POINTS, half_points))


def blank(fitted: Fitted) -> RichText:
    """Empty lines as high as the fitted ones: where stock carries the text already, the rest keeps its place."""
    lines = "\n".join(_BLANK for _line in fitted.lines)
    return RichText(lines, size=round(fitted.size_pt * 2)) if lines else RichText()
