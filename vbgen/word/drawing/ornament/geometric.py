"""Ornament of straight lines and circles: hồi văn, the bands of the Đông Sơn drums, interlaced lines."""

from collections.abc import Iterator
from math import acos, cos, degrees, sin, tau

from vbgen.word.drawing.ornament.path import (
    Path,
    Placing,
    Point,
    arc,
    circle,
    on_circle,
    placed,
    polyline,
    traced,
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
_CIRCLE = 0.38  # its radius, as a share of its band
_SQUARE = 4  # how square lines turn a corner: 2 is round


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


def corner_tooth(size: float) -> tuple[Path, ...]:
    """The tooth in which two rows of teeth that point inwards meet, to be filled."""
    return (polyline([(0, 0), (size, 0), (size, size)], closed=True),)


def tangent_circles(step: float, depth: float) -> tuple[Path, ...]:
    """A circle, and the two halves of the lines that touch it and its neighbours."""
    return (_tangent_circle(step, depth), *_tangents(step, depth))


def corner_circle(size: float) -> tuple[Path, ...]:
    """The same where the row turns."""
    middle = size / 2
    quarter = Placing((size, 0.0), (0.0, 1.0), (-1.0, 0.0))
    into, _onward = _tangents(size, size)
    _into, onward = _tangents(size, size)
    return (circle((middle, middle), size * _CIRCLE), into, placed(onward, quarter))


def _tangent_circle(step: float, depth: float) -> Path:
    return circle((step / 2, depth / 2), depth * _CIRCLE)


def _tangents(step: float, depth: float) -> tuple[Path, Path]:
    middle, radius = (step / 2, depth / 2), depth * _CIRCLE
    angle = degrees(acos(min(1.0, 2 * radius / step)))
    before, after = on_circle(middle, radius, 180 + angle), on_circle(middle, radius, angle)
    return polyline([(0, depth / 2), before]), polyline([after, (step, depth / 2)])


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

    def wave(phase: float) -> Path:
        return traced(lambda turn: (turn * step, _across(turn - phase, depth, swing)), _PIECES)

    return tuple(map(wave, _phases(phases)))


def waves_around(size: float, phases: int, swing: float, turns: float) -> tuple[Path, ...]:
    """The same around a corner, over so many turns of a wave."""

    def across(share: float, phase: float) -> float:
        return _across(share * turns - phase, size, swing)

    def wave(phase: float) -> Path:
        return traced(lambda share: _bent(share, across(share, phase), size), 2 * _PIECES)

    return tuple(map(wave, _phases(phases)))


def _phases(count: int) -> list[float]:
    return [number / count for number in range(count)]


def _across(turn: float, depth: float, swing: float) -> float:
    """How far across a wave stands at that part of its turn."""
    return depth / 2 * (1 - swing * cos(tau * turn))


def _bent(share: float, across: float, size: float) -> Point:
    """The point so far around the inner corner and so far from the outer edges, which it nearly follows."""
    angle = tau / 4 * share
    right, up = sin(angle), cos(angle)
    reach = (size - across) / (right**_SQUARE + up**_SQUARE) ** (1 / _SQUARE)
    return reach * right, size - reach * up


def ripples(centre: Point, radius: float, rings: int) -> tuple[Path, ...]:
    """Circles of water within each other; waves before them leave their upper part to be seen."""
    return tuple(circle(centre, each) for each in _rings(radius, rings))


def waves(step: float, rings: int) -> tuple[Path, ...]:
    """One wave of water (sóng nước) that stands on the edge."""
    return tuple(arc((step / 2, 0.0), each, 0, 180) for each in _rings(step / 2, rings))


def corner_waves(size: float, rings: int) -> tuple[Path, ...]:
    """The same in a corner: a fan."""
    corner = (size, 0.0)
    rim, *others = (arc(corner, each, 90, 180) for each in _rings(size, rings))
    return ((*rim, *polyline([(0.0, 0.0), corner], closed=True)[1:]), *others)


def _rings(radius: float, count: int) -> list[float]:
    return [radius * (1 - number / (count + 0.35)) for number in range(count)]


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
