"""Bands of ornament around a page: a whole number of motifs on each side, and around its corners on to the next."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from vbgen.word.drawing.ornament.layer import PageSize
from vbgen.word.drawing.ornament.path import Path, Placing, all_placed, rectangle

Unit = Callable[[float], Sequence[Path]]  # a motif of that length along; 0 across is the outer edge
Side = tuple[float, Placing]  # its length, and where it lies


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on the page, in millimetres."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def inset(cls, page: PageSize, margin: float) -> "Frame":
        """The page, smaller by `margin` on each side."""
        return cls(margin, margin, page.width - 2 * margin, page.height - 2 * margin)

    @property
    def path(self) -> Path:
        """Its outline."""
        return rectangle(self.left, self.top, self.width, self.height)

    def sides(self, corner: float) -> tuple[Side, ...]:
        """Length and placing of the sides between corners, clockwise; across goes inwards."""
        right, bottom = self.left + self.width, self.top + self.height
        wide, high = self.width - 2 * corner, self.height - 2 * corner
        return (
            (wide, Placing((self.left + corner, self.top), (1, 0), (0, 1))),
            (high, Placing((right, self.top + corner), (0, 1), (-1, 0))),
            (wide, Placing((right - corner, bottom), (-1, 0), (0, -1))),
            (high, Placing((self.left, bottom - corner), (0, -1), (1, 0))),
        )

    def turning(self, depth: float) -> tuple[Side, ...]:
        """Each side from its first corner on, to where the band of the next side begins."""
        return tuple(
            (length + depth, replace(place, origin=place.of((-depth, 0.0))))
            for length, place in self.sides(depth)
        )

    def corners(self, size: float) -> tuple[Placing, ...]:
        """The squares at the ends of the sides, each lying as the side that comes to it."""
        return tuple(
            replace(place, origin=place.of((length, 0.0))) for length, place in self.sides(size)
        )


def row(
    sides: Sequence[Side], wished_step: float, unit: Unit, *, between: bool = False
) -> tuple[Path, ...]:
    """A whole number of motifs along each side, all in one direction; `between` puts them where two others meet."""
    return tuple(
        path
        for length, side in sides
        for turn, step in _repeated(length, wished_step, between=between)
        for path in all_placed(all_placed(unit(step), turn), side)
    )


def corners(frame: Frame, size: float, unit: Unit) -> tuple[Path, ...]:
    """A motif in the square between each side and the next: it comes in along the one and leaves along the other."""
    return tuple(path for place in frame.corners(size) for path in all_placed(unit(size), place))


def _repeated(
    length: float, wished_step: float, *, between: bool
) -> Iterator[tuple[Placing, float]]:
    count = max(1, round(length / wished_step))
    step = length / count
    for number in range(count - between):
        yield Placing(((number + between / 2) * step, 0.0)), step


def rules(page: PageSize, *insets: float) -> tuple[Path, ...]:
    """Outlines of the page at those distances from its edge."""
    return tuple(Frame.inset(page, inset).path for inset in insets)
