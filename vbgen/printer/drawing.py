"""Lines on a page, in millimetres from its upper left corner, as PDF content: no font, no picture is needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vbgen.model.stock import Box
from vbgen.printer.matrix import POINTS_PER_MM
from vbgen.printer.strokes import STROKES, WIDTH

Point = tuple[float, float]


@dataclass(slots=True)
class PageDrawing:
    """What is drawn so far on a page of that height."""

    height_mm: float
    _words: list[str] = field(default_factory=lambda: ["q 1 J 1 j"])

    def pen(self, width_mm: float, *, grey: float = 0.0, dash_mm: float = 0.0) -> None:
        """How the following lines are drawn."""
        dash = f"[{_points(dash_mm)}] 0 d" if dash_mm else "[] 0 d"
        self._words.append(f"{_points(width_mm)} w {grey:.2f} G {dash}")

    def line(self, *points: Point) -> None:
        """A line through the points."""
        placed = [f"{_points(x)} {_points(self.height_mm - y)}" for x, y in points]
        self._words.append(" l ".join([f"{placed[0]} m {placed[1]}", *placed[2:]]) + " l S")

    def box(self, box: Box) -> None:
        """The outline of a rectangle."""
        right, bottom = box.x + box.width, box.y + box.height
        self.line((box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom), (box.x, box.y))

    def text(self, words: str, x: float, y: float, *, size_mm: float) -> None:
        """Words in strokes, beginning at `x`, standing on the line `y`."""
        for letter in words:
            for stroke in STROKES.get(letter, ()):
                self.line(*_placed(stroke, x, y, size_mm))
            x += WIDTH * size_mm

    def content(self) -> bytes:
        """The PDF content."""
        return " ".join([*self._words, "Q"]).encode("ascii")


def text_width(words: str, size_mm: float) -> float:
    """How far the words reach."""
    return len(words) * WIDTH * size_mm


def _placed(stroke: Sequence[Point], x: float, y: float, size_mm: float) -> Iterable[Point]:
    return [(x + across * size_mm, y - up * size_mm) for across, up in stroke]


def _points(millimetres: float) -> str:
    return f"{millimetres * POINTS_PER_MM:.3f}"
