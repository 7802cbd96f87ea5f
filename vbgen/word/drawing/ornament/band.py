"""Bands of ornament along the four sides of a page, symmetrical to its middle; their corners stay plain."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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


def band(frame: Frame, corner: float, wished_step: float, unit: Unit) -> tuple[Path, ...]:
    """The motif again and again along each side; from its middle on mirrored."""
    return along(frame.sides(corner), wished_step, unit)


def along(sides: Sequence[Side], wished_step: float, unit: Unit) -> tuple[Path, ...]:
    """The same along some sides."""
    return tuple(
        path
        for length, side in sides
        for turn, step in _mirrored(length, wished_step)
        for path in all_placed(all_placed(unit(step), turn), side)
    )


def row(
    frame: Frame, corner: float, wished_step: float, unit: Unit, *, between: bool = False
) -> tuple[Path, ...]:
    """A motif that is its own mirror image along each side; `between` puts it where two others meet."""
    return tuple(
        path
        for length, side in frame.sides(corner)
        for turn, step in _repeated(length, wished_step, between=between)
        for path in all_placed(all_placed(unit(step), turn), side)
    )


def _count(length: float, wished_step: float) -> int:
    """How often a motif comes: an even number, as near to the wished step as fills the side."""
    return 2 * max(1, round(length / wished_step / 2))


def _mirrored(length: float, wished_step: float) -> Iterator[tuple[Placing, float]]:
    count = _count(length, wished_step)
    step = length / count
    for number in range(count // 2):
        yield Placing((number * step, 0.0)), step
        yield Placing((length - number * step, 0.0), (-1.0, 0.0)), step


def _repeated(
    length: float, wished_step: float, *, between: bool
) -> Iterator[tuple[Placing, float]]:
    count = _count(length, wished_step)
    step = length / count
    for number in range(count - between):
        yield Placing(((number + between / 2) * step, 0.0)), step


def corner_cells(page: PageSize, outer: float, inner: float) -> tuple[Path, ...]:
    """The four squares in which two sides of a band meet: plain, where a certificate's corners bear no ornament."""
    size = inner - outer
    places = [(x, y) for x in (outer, page.width - inner) for y in (outer, page.height - inner)]
    return tuple(rectangle(x, y, size, size) for x, y in places)


def rules(page: PageSize, *insets: float) -> tuple[Path, ...]:
    """Outlines of the page at those distances from its edge."""
    return tuple(Frame.inset(page, inset).path for inset in insets)
