"""Ornament of straight lines and circles: hồi văn, the bands of the Đông Sơn drums, interlaced lines."""

from collections.abc import Iterator
from itertools import pairwise
from math import acos, cos, degrees, sin, tau

from vbgen.word.drawing.ornament.path import (
    Path,
    Point,
    arc,
    circle,
    curve,
    on_circle,
    polyline,
)

_KEY: tuple[Point, ...] = (
    (0.0, 0.0),
    (0.0, 1.0),
    (0.82, 1.0),
    (0.82, 0.24),
    (0.27, 0.24),
    (0.27, 0.72),
    (0.56, 0.72),
    (0.56, 0.48),
)
_PIECES = 3  # of a wave


def key(step: float, depth: float) -> tuple[Path, ...]:
    """One meander (hồi văn) and the line that it hangs from."""
    hook = polyline([(along * step, across * depth) for along, across in _KEY])
    return hook, polyline([(0, 0), (step, 0)])


def teeth(step: float, depth: float, *, inwards: bool = True) -> tuple[Path, ...]:
    """One saw tooth (răng cưa), to be filled; its tip points inwards or outwards."""
    base, tip = (0.0, depth) if inwards else (depth, 0.0)
    return (polyline([(0, base), (step, base), (step / 2, tip)], closed=True),)


def ladder(step: float, depth: float) -> tuple[Path, ...]:
    """One stroke across."""
    return (polyline([(step / 2, 0), (step / 2, depth)]),)


def tangent_circles(step: float, depth: float) -> tuple[Path, ...]:
    """Two circles within each other, and the two halves of the lines that touch their neighbours."""
    middle, radius = (step / 2, depth / 2), depth * 0.36
    angle = degrees(acos(min(1.0, 2 * radius / step)))
    before, after = on_circle(middle, radius, 180 + angle), on_circle(middle, radius, angle)
    border = depth / 2
    return (
        circle(middle, radius),
        circle(middle, radius * 0.58),
        polyline([(0, border), before]),
        polyline([after, (step, border)]),
    )


def dots(step: float, depth: float, share: float = 0.1) -> tuple[Path, ...]:
    """A dot in the middle, to be filled."""
    return (_diamond((step / 2, depth / 2), depth * share),)


def beads(step: float, depth: float) -> tuple[Path, ...]:
    """A small diamond that fills the depth, to be filled."""
    return (_diamond((step / 2, depth / 2), min(step, depth) * 0.42),)


def _diamond(middle: Point, reach: float) -> Path:
    x, y = middle
    return polyline([(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)], closed=True)


def waves_through(step: float, depth: float, phases: int, swing: float) -> tuple[Path, ...]:
    """As many waves as phases, interlaced, each from the step's begin to its end, where the next goes on."""
    return tuple(_wave(step, depth, number / phases, swing) for number in range(phases))


def _wave(step: float, depth: float, phase: float, swing: float) -> Path:
    """One wave over the step, moved by its phase: a cosine in a few soft pieces."""
    length = step / _PIECES
    ends = [_on_wave(number / _PIECES - phase, depth, swing) for number in range(_PIECES + 1)]
    pieces = []
    for number, ((high, rise), (next_high, next_rise)) in enumerate(pairwise(ends)):
        left, right = number * length, (number + 1) * length
        soft = length / step / 3
        pieces.append(
            (
                (left + length / 3, high + rise * soft),
                (right - length / 3, next_high - next_rise * soft),
                (right, next_high),
            )
        )
    return curve((0.0, ends[0][0]), *pieces)


def _on_wave(turn: float, depth: float, swing: float) -> tuple[float, float]:
    """How far across a wave stands at that part of its turn, and how fast it goes there, by turns."""
    reach, angle = depth / 2 * swing, tau * turn
    return depth / 2 - reach * cos(angle), reach * tau * sin(angle)


def scales(step: float, base: float, rings: int) -> tuple[Path, ...]:
    """One wave of water (sóng nước): half circles within each other that stand on a base line."""
    return tuple(
        arc((step / 2, base), step / 2 * (1 - number / (rings + 0.35)), 0, 180)
        for number in range(rings)
    )


def star(centre: Point, radius: float, rays: int, inner: float) -> Path:
    """A star, one ray upright; `inner` is the radius between the rays as a share."""
    points = [
        on_circle(centre, radius * (1 if number % 2 == 0 else inner), -90 + 180 * number / rays)
        for number in range(2 * rays)
    ]
    return polyline(points, closed=True)


def drum_lines(centre: Point, radius: float) -> Iterator[Path]:
    """The face of a Đông Sơn drum in lines: the star in its rings, and rings of circles and strokes."""
    yield star(centre, radius * 0.3, 14, 0.34)
    for share in (0.31, 0.335, 0.47, 0.495, 0.8, 0.825, 0.965, 1.0):
        yield circle(centre, radius * share)
    yield from _ring_of_circles(centre, radius * 0.403, radius * 0.045, 24)
    yield from _ring_of_strokes(centre, radius * 0.84, radius * 0.95, 120)


def _ring_of_circles(centre: Point, radius: float, small: float, count: int) -> Iterator[Path]:
    for number in range(count):
        place = on_circle(centre, radius, 360 * number / count)
        yield circle(place, small)
        yield circle(place, small * 0.45)


def _ring_of_strokes(centre: Point, inner: float, outer: float, count: int) -> Iterator[Path]:
    for number in range(count):
        angle = 360 * number / count
        yield polyline([on_circle(centre, inner, angle), on_circle(centre, outer, angle)])


def lozenge(step: float, depth: float) -> tuple[Path, ...]:
    """A diamond and a smaller one in it."""
    middle = depth / 2
    return tuple(
        polyline(
            [
                (step / 2 - share * step / 2, middle),
                (step / 2, middle - share * middle),
                (step / 2 + share * step / 2, middle),
                (step / 2, middle + share * middle),
            ],
            closed=True,
        )
        for share in (0.92, 0.42)
    )
