"""Moving, turning and scaling in millimetres, and the same as a PDF matrix."""

from dataclasses import dataclass
from math import cos, sin

from vbgen.model.stock import Box

POINTS_PER_MM = 72 / 25.4
_SAME_MM = 0.1  # programs round paper to whole or twentieth points
PdfMatrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`x' = a·x + c·y + e`, `y' = b·x + d·y + f`, in millimetres from the paper's upper left corner, y downwards."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, later: "Matrix") -> "Matrix":
        """This one first, `later` after it."""
        return Matrix(
            a=later.a * self.a + later.c * self.b,
            b=later.b * self.a + later.d * self.b,
            c=later.a * self.c + later.c * self.d,
            d=later.b * self.c + later.d * self.d,
            e=later.a * self.e + later.c * self.f + later.e,
            f=later.b * self.e + later.d * self.f + later.f,
        )

    def inverse(self) -> "Matrix":
        """What undoes it."""
        size = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / size, -self.b / size, -self.c / size, self.a / size
        return Matrix(a, b, c, d, -(a * self.e + c * self.f), -(b * self.e + d * self.f))

    def moves(self, x: float, y: float) -> tuple[float, float]:
        """Where it puts a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def as_pdf(self, source_height: float, target_height: float) -> PdfMatrix:
        """The same for PDF content of a page `source_height` points high, put on one `target_height` points high."""
        e = self.c * source_height + POINTS_PER_MM * self.e
        f = target_height - self.d * source_height - POINTS_PER_MM * self.f
        return self.a, -self.b, -self.c, self.d, e, f


def shift(x: float, y: float) -> Matrix:
    """So far to the right and downwards."""
    return Matrix(e=x, f=y)


def similarity(scale: float, angle: float) -> Matrix:
    """Scaled and turned clockwise by radians, about the paper's upper left corner."""
    return Matrix(scale * cos(angle), scale * sin(angle), -scale * sin(angle), scale * cos(angle))


def fitted(width: float, height: float, box: Box) -> Matrix:
    """A page as large as fits into `box`, in its middle, its proportions kept; one of its size is only moved."""
    if abs(box.width - width) < _SAME_MM and abs(box.height - height) < _SAME_MM:
        return shift(box.x, box.y)
    scale = min(box.width / width, box.height / height)
    left, top = box.x + (box.width - scale * width) / 2, box.y + (box.height - scale * height) / 2
    return Matrix(a=scale, d=scale, e=left, f=top)
