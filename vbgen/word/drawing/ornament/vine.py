"""The flowering vine (hoa dây): a wave whose halves alternate, also around a corner."""

from collections.abc import Iterator

from vbgen.word.drawing.ornament.path import (
    Path,
    Placing,
    Point,
    all_placed,
    curve,
    on_circle,
    placed,
    spiral,
)
from vbgen.word.drawing.ornament.plants import leaf


def vine(length: float, depth: float) -> tuple[Path, ...]:
    """Half a wave of the flowering vine (hoa dây), inwards: its stem, and a tendril with two leaves."""
    middle = depth / 2
    stem = curve(
        (0, middle), ((length * 0.3, depth * 1.06), (length * 0.7, depth * 1.06), (length, middle))
    )
    return (stem, *_tendril((length * 0.52, middle * 0.86), depth * 0.29, 100))


def vine_outwards(length: float, depth: float) -> tuple[Path, ...]:
    """The next half of it."""
    return all_placed(vine(length, depth), _flipped(depth))


def vine_around(size: float) -> tuple[Path, ...]:
    """The outward half that turns a corner."""
    reach, rise = size * 0.42, size * 0.6
    stem = curve(
        (0, size / 2),
        ((reach, size / 2 - rise), (size / 2 + rise, size - reach), (size / 2, size)),
    )
    return (stem, *_tendril((size * 0.48, size * 0.52), size * 0.25, -45))


def _flipped(depth: float) -> Placing:
    return Placing((0.0, depth), (1, 0), (0, -1))


def _tendril(centre: Point, radius: float, start: float) -> Iterator[Path]:
    yield spiral(centre, radius, start, -1.35, least=0.2)
    for turn in (start - 65, start + 45):
        at = on_circle(centre, radius, turn)
        yield placed(leaf(radius * 0.9, radius * 0.42), Placing.turned(at, turn - 55))


def vine_flowers(length: float, depth: float) -> tuple[Path, ...]:
    """The flower in a tendril, to be filled."""
    return tuple(_flower((length * 0.52, depth * 0.43), depth * 0.13))


def vine_flowers_outwards(length: float, depth: float) -> tuple[Path, ...]:
    """The same of the next half."""
    return all_placed(vine_flowers(length, depth), _flipped(depth))


def flower_around(size: float) -> tuple[Path, ...]:
    """The same in a corner."""
    return tuple(_flower((size * 0.48, size * 0.52), size * 0.13))


def _flower(centre: Point, size: float) -> Iterator[Path]:
    for number in range(4):
        yield placed(leaf(size, size * 0.8), Placing.turned(centre, -90 + 90 * number))
