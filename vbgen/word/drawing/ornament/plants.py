"""Ornament of plants: lotus, vine, rice, bamboo."""

from collections.abc import Callable
from math import sqrt

from vbgen.word.drawing.ornament.path import (
    Path,
    Placing,
    Point,
    all_placed,
    arc,
    curve,
    on_circle,
    placed,
    polyline,
    smooth,
)

_DIAGONAL = sqrt(2) * 0.93  # of a corner, as far as a motif in it goes
_OFF_CORNER = 0.16  # and where it begins


def leaf(length: float, width: float, bend: float = 0.0) -> Path:
    """A leaf from its stem at the origin to its tip along; `bend` lifts its middle, both as they are drawn."""
    half = width / 2
    return curve(
        (0, 0),
        ((length * 0.25, -half - bend), (length * 0.65, -half - bend), (length, 0)),
        ((length * 0.62, half - bend), (length * 0.25, half - bend), (0, 0)),
        closed=True,
    )


def petal(middle: float, base: float, height: float, width: float) -> Path:
    """A pointed petal that stands on `base` and whose tip lies `height` across."""
    half = width / 2
    belly, tip = base + height * 0.42, base + height
    return curve(
        (middle - half * 0.45, base),
        (
            (middle - half * 1.15, base + height * 0.12),
            (middle - half * 1.25, belly + height * 0.1),
            (middle - half * 0.62, base + height * 0.72),
        ),
        (
            (middle - half * 0.35, base + height * 0.84),
            (middle - half * 0.1, base + height * 0.9),
            (middle, tip),
        ),
        (
            (middle + half * 0.1, base + height * 0.9),
            (middle + half * 0.35, base + height * 0.84),
            (middle + half * 0.62, base + height * 0.72),
        ),
        (
            (middle + half * 1.25, belly + height * 0.1),
            (middle + half * 1.15, base + height * 0.12),
            (middle + half * 0.45, base),
        ),
    )


def lotus_frieze(step: float, depth: float) -> tuple[Path, ...]:
    """A petal of the Lý lotus frieze with its inner petal."""
    middle = step / 2
    return petal(middle, 0, depth, step * 0.86), petal(middle, 0, depth * 0.72, step * 0.52)


def lotus_tip(step: float, depth: float) -> tuple[Path, ...]:
    """The tip of a petal behind, where two petals meet."""
    middle, low = step / 2, depth * 0.66
    return (
        curve(
            (middle - step * 0.2, low),
            (
                (middle - step * 0.1, depth * 0.72),
                (middle - step * 0.03, depth * 0.78),
                (middle, depth * 0.92),
            ),
            (
                (middle + step * 0.03, depth * 0.78),
                (middle + step * 0.1, depth * 0.72),
                (middle + step * 0.2, low),
            ),
        ),
    )


def lotus_hearts(step: float, depth: float) -> tuple[Path, ...]:
    """The heart of each petal, to be filled."""
    return (petal(step / 2, 0, depth * 0.45, step * 0.24),)


def in_corner(unit: Callable[[float, float], tuple[Path, ...]], size: float) -> tuple[Path, ...]:
    """A motif that stands in the corner, towards the inner one."""
    wide, deep = size * 0.72, size * (_DIAGONAL - _OFF_CORNER)
    slant = Placing.turned((size, 0.0), 45.0)
    back = Placing((-wide / 2, size * _OFF_CORNER))
    return all_placed(all_placed(unit(wide, deep), back), slant)


def rice_ear(step: float, depth: float) -> tuple[Path, ...]:
    """A piece of an ear of rice (bông lúa): two grains leaning along the stem."""
    middle, length = depth / 2, step * 1.25
    grain = leaf(length, depth * 0.26, depth * 0.02)
    return (
        placed(grain, Placing.turned((0, middle - depth * 0.05), -34)),
        placed(grain, Placing.turned((0, middle + depth * 0.05), 34, mirrored=True)),
    )


def rice_stem(step: float, depth: float) -> tuple[Path, ...]:
    """The stem, and the beard of each grain."""
    middle = depth / 2
    return (
        polyline([(0, middle), (step, middle)]),
        curve(
            (step * 0.9, middle - depth * 0.36),
            (
                (step * 1.1, middle - depth * 0.42),
                (step * 1.3, middle - depth * 0.45),
                (step * 1.45, middle - depth * 0.5),
            ),
        ),
        curve(
            (step * 0.9, middle + depth * 0.36),
            (
                (step * 1.1, middle + depth * 0.42),
                (step * 1.3, middle + depth * 0.45),
                (step * 1.45, middle + depth * 0.5),
            ),
        ),
    )


def rice_around(size: float) -> tuple[Path, ...]:
    """Two grains where the ear turns a corner."""
    grain = leaf(size * 0.62, size * 0.26, size * 0.02)
    centre, radius = (0.0, size), size / 2
    return tuple(
        placed(grain, Placing.turned(on_circle(centre, radius * 1.05, turn), turn + 52))
        for turn in (-82.0, -38.0)
    )


def rice_stem_around(size: float) -> tuple[Path, ...]:
    """The stem there."""
    return (arc((0.0, size), size / 2, -90, 0),)


def bamboo_piece(step: float, depth: float) -> tuple[Path, ...]:
    """One length of a bamboo culm with the node that it ends in."""
    top, bottom = depth * 0.3, depth * 0.7
    node = step * 0.035
    return (
        curve(
            (node, top),
            (
                (step * 0.2, top + depth * 0.06),
                (step * 0.8, top + depth * 0.06),
                (step - node, top),
            ),
        ),
        curve(
            (node, bottom),
            (
                (step * 0.2, bottom - depth * 0.06),
                (step * 0.8, bottom - depth * 0.06),
                (step - node, bottom),
            ),
        ),
        curve(
            (step - node, top - depth * 0.06),
            (
                (step - node * 0.2, top + depth * 0.1),
                (step - node * 0.2, bottom - depth * 0.1),
                (step - node, bottom + depth * 0.06),
            ),
        ),
        curve(
            (node, top - depth * 0.06),
            (
                (node * 0.2, top + depth * 0.1),
                (node * 0.2, bottom - depth * 0.1),
                (node, bottom + depth * 0.06),
            ),
        ),
    )


def bamboo_leaves(at: Point, degrees: float, size: float) -> tuple[Path, ...]:
    """A spray of bamboo leaves from one twig, to be filled."""
    spread = ((-38, 0.8), (-14, 1.0), (12, 0.94), (40, 0.7))
    return tuple(
        placed(
            leaf(size * share, size * 0.2 * share, size * 0.02), Placing.turned(at, degrees + turn)
        )
        for turn, share in spread
    )


def lotus_flower(at: Point, size: float) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """A lotus in bloom seen from the side: outer petals, then the inner ones that lie over them."""
    outer = tuple(
        _spread(at, turn, size * reach, size * 0.36)
        for turn, reach in ((-74, 0.86), (74, 0.86), (-48, 0.96), (48, 0.96))
    )
    inner = tuple(
        _spread(at, turn, size * reach, size * 0.4)
        for turn, reach in ((-23, 1.0), (23, 1.0), (0, 1.04))
    )
    return outer, inner


def _spread(at: Point, turn: float, length: float, width: float) -> Path:
    return placed((*petal(0, 0, length, width), *_closing()), Placing.turned(at, 180 + turn))


def _closing() -> Path:
    return polyline([(0, 0)], closed=True)[1:]


def lotus_leaf(at: Point, size: float) -> tuple[Path, ...]:
    """A lotus leaf from the side: its rim, and veins that run together."""
    x, y = at
    rim = smooth(
        [
            (x - size, y - size * 0.1),
            (x - size * 0.55, y - size * 0.3),
            (x, y - size * 0.24),
            (x + size * 0.55, y - size * 0.32),
            (x + size, y - size * 0.1),
            (x + size * 0.5, y + size * 0.22),
            (x, y + size * 0.3),
            (x - size * 0.5, y + size * 0.22),
        ],
        closed=True,
    )
    veins = [
        curve(
            (x, y + size * 0.26),
            (
                (x + side * size * 0.3, y + size * 0.1),
                (x + side * size * 0.6, y - size * 0.02),
                (x + side * size * 0.82, y - size * 0.08),
            ),
        )
        for side in (-1.0, -0.5, 0.5, 1.0)
    ]
    return (rim, *veins)
