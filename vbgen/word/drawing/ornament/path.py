"""Lines and curves in millimetres, and where they are placed: what every ornament is drawn of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, radians, sin, tan
from typing import NamedTuple

Point = tuple[float, float]


class PathStep(NamedTuple):
    """One step of a path: `M` to a point, `L` a line, `C` a curve over two controls, `Z` back to the start."""

    kind: str
    points: tuple[Point, ...] = ()


Path = tuple[PathStep, ...]
_CLOSED = PathStep("Z")
_MOST_ARC = 90.0  # degrees that one curve may stand for


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a point of an ornament comes to lie: turned, mirrored, scaled, then moved."""

    origin: Point = (0.0, 0.0)
    along: Point = (1.0, 0.0)  # where one millimetre along goes
    across: Point = (0.0, 1.0)  # where one millimetre across goes

    def of(self, point: Point) -> Point:
        """The point as it is placed."""
        x, y = point
        return (
            self.origin[0] + x * self.along[0] + y * self.across[0],
            self.origin[1] + x * self.along[1] + y * self.across[1],
        )

    @classmethod
    def turned(
        cls, origin: Point, degrees: float, scale: float = 1.0, *, mirrored: bool = False
    ) -> "Placing":
        """Turned clockwise about its own origin, which comes to lie at `origin`."""
        right, down = scale * cos(radians(degrees)), scale * sin(radians(degrees))
        side = -1.0 if mirrored else 1.0
        return cls(origin, (right, down), (-down * side, right * side))


def placed(path: Path, placing: Placing) -> Path:
    """The path where the placing puts it."""
    return tuple(PathStep(step.kind, tuple(map(placing.of, step.points))) for step in path)


def all_placed(paths: Iterable[Path], placing: Placing) -> tuple[Path, ...]:
    """Several paths placed together."""
    return tuple(placed(path, placing) for path in paths)


def polyline(points: Sequence[Point], *, closed: bool = False) -> Path:
    """Straight lines from point to point."""
    first, *others = points
    steps = (PathStep("M", (first,)), *(PathStep("L", (point,)) for point in others))
    return (*steps, _CLOSED) if closed else steps


def curve(start: Point, *cubics: tuple[Point, Point, Point], closed: bool = False) -> Path:
    """Curves one after the other, each two controls and its end."""
    steps = (PathStep("M", (start,)), *(PathStep("C", cubic) for cubic in cubics))
    return (*steps, _CLOSED) if closed else steps


def smooth(points: Sequence[Point], *, closed: bool = False) -> Path:
    """One soft line through all points (Catmull-Rom)."""
    row = (
        [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    )
    cubics = [
        _soft(row[place], row[place + 1], row[place + 2], row[place + 3])
        for place in range(len(row) - 3)
    ]
    return curve(points[0], *cubics, closed=closed)


def traced(point: Callable[[float], Point], pieces: int) -> Path:
    """The line that a point draws while its share goes from 0 to 1, in so many soft pieces."""
    pairs = pairwise(number / pieces for number in range(pieces + 1))
    return curve(point(0.0), *(_traced_piece(point, start, stop) for start, stop in pairs))


def _traced_piece(
    point: Callable[[float], Point], start: float, stop: float
) -> tuple[Point, Point, Point]:
    first, last = point(start), point(stop)
    third, small = (stop - start) / 3, 1e-4
    after, before = point(start + small), point(stop - small)
    return (
        (
            first[0] + (after[0] - first[0]) / small * third,
            first[1] + (after[1] - first[1]) / small * third,
        ),
        (
            last[0] - (last[0] - before[0]) / small * third,
            last[1] - (last[1] - before[1]) / small * third,
        ),
        last,
    )


def _soft(before: Point, start: Point, end: Point, after: Point) -> tuple[Point, Point, Point]:
    first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
    second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
    return first, second, end


def arc(centre: Point, radius: float, start: float, stop: float) -> Path:
    """Part of a circle, in degrees clockwise from the right."""
    count = max(1, ceil(abs(stop - start) / _MOST_ARC))
    angles = [start + (stop - start) * number / count for number in range(count + 1)]
    cubics = [_bow(centre, radius, first, last) for first, last in pairwise(angles)]
    return curve(on_circle(centre, radius, start), *cubics)


def _bow(centre: Point, radius: float, start: float, stop: float) -> tuple[Point, Point, Point]:
    reach = 4 / 3 * tan(radians(stop - start) / 4) * radius
    first, last = on_circle(centre, radius, start), on_circle(centre, radius, stop)
    return (
        (first[0] - reach * sin(radians(start)), first[1] + reach * cos(radians(start))),
        (last[0] + reach * sin(radians(stop)), last[1] - reach * cos(radians(stop))),
        last,
    )


def circle(centre: Point, radius: float) -> Path:
    """A whole circle."""
    return (*arc(centre, radius, 0, 360), _CLOSED)


def on_circle(centre: Point, radius: float, degrees: float) -> Point:
    """The point of a circle at an angle."""
    return (
        centre[0] + radius * cos(radians(degrees)),
        centre[1] + radius * sin(radians(degrees)),
    )


def spiral(centre: Point, radius: float, start: float, turns: float, least: float = 0.12) -> Path:
    """A spiral from its outer end at `start` degrees inwards; negative turns go the other way."""
    count = max(6, round(abs(turns) * 7))
    points = [
        on_circle(
            centre,
            radius * (1 - (1 - least) * number / count),
            start + 360 * turns * number / count,
        )
        for number in range(count + 1)
    ]
    return smooth(points)


def rectangle(left: float, top: float, width: float, height: float) -> Path:
    """An upright rectangle."""
    right, bottom = left + width, top + height
    return polyline([(left, top), (right, top), (right, bottom), (left, bottom)], closed=True)
