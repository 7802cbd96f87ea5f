"""Figures: the lạc bird, and rows of flags."""

from collections.abc import Iterator

from vbgen.word.drawing.ornament.geometric import star
from vbgen.word.drawing.ornament.layer import Layer
from vbgen.word.drawing.ornament.path import (
    Path,
    Placing,
    Point,
    all_placed,
    circle,
    curve,
    placed,
    polyline,
    rectangle,
)

# The lạc bird of the Đông Sơn drums in flight to the right, in a box of 100 × 46.
_BODY = curve(
    (8, 24),
    ((22, 16), (40, 17), (52, 20)),
    ((58, 19), (63, 16), (68, 16)),
    ((71, 16), (73, 17.5), (74, 19)),
    ((84, 20.5), (92, 22.5), (100, 25.5)),
    ((90, 24.8), (80, 24), (72, 23.4)),
    ((66, 25), (60, 25.5), (52, 25)),
    ((38, 28), (22, 27), (8, 24)),
    closed=True,
)
_CREST = curve(
    (69, 16),
    ((62, 10), (54, 8), (44, 9)),
    ((54, 11), (61, 13.5), (66, 18)),
    closed=True,
)
_UPPER_WING = curve(
    (52, 20),
    ((46, 10), (36, 3), (22, 0)),
    ((27, 7), (31, 13), (36, 19)),
    closed=True,
)
_LOWER_WING = curve(
    (52, 25),
    ((45, 35), (35, 42), (21, 46)),
    ((26, 38), (30, 32), (36, 26)),
    closed=True,
)
_TAIL = polyline([(20, 22), (0, 14), (4, 21), (-2, 24), (4, 27), (0, 34), (20, 26)], closed=True)
_BIRD_WIDTH = 100.0


def lac_bird(
    at: Point, width: float, *, degrees: float = 0, mirrored: bool = False
) -> tuple[Path, ...]:
    """A lạc bird (chim lạc) in flight, its middle at that point; to be filled."""
    scale = width / _BIRD_WIDTH
    middle = Placing((-50, -23))
    parts = all_placed((_BODY, _CREST, _UPPER_WING, _LOWER_WING, _TAIL), middle)
    right = Placing.turned(at, degrees, scale)
    if mirrored:
        right = Placing(at, (-right.along[0], -right.along[1]), right.across)
    return all_placed(parts, right)


_RED, _YELLOW, _POLE = "C8102E", "FFDD00", "8A6414"
_FLAG_MM, _STEP_MM = 15.0, 9.5  # how high a flag is, how near the next one stands
_LEANS = (8.0, 13.0, 18.0, 23.0)  # degrees, from the emblem outwards
_STEPS = (
    (3.0, 0.0, 0.9),
    (4.2, 0.9, 1.1),
)  # of the base: how far beyond the poles, below their feet, how high


def flag_rows(middle: float, gap: float, foot: float) -> tuple[Layer, ...]:
    """A row of red flags on either side of the middle, the nearest `gap` from it, on a base at `foot`."""
    places = [
        (Placing.turned((middle + side * (gap + number * _STEP_MM), foot), side * lean), side)
        for side in (-1.0, 1.0)
        for number, lean in enumerate(_LEANS)
    ]
    made = [(placing, side) for placing, side in places]
    poles = tuple(path for placing, _side in made for path in all_placed(_pole(), placing))
    cloths = tuple(placed(_cloth(side), placing) for placing, side in made)
    stars = tuple(placed(_star(side), placing) for placing, side in made)
    return (
        Layer(poles, _POLE, 0.45),
        Layer(cloths, _RED, 0.1, _RED),
        Layer(stars, fill=_YELLOW),
        Layer(tuple(_bases(middle, gap, foot)), fill=_POLE),
    )


def _bases(middle: float, gap: float, foot: float) -> Iterator[Path]:
    """A base of two steps under each row."""
    reach = (len(_LEANS) - 1) * _STEP_MM
    for beyond, below, high in _STEPS:
        for left in (middle - gap - reach, middle + gap):
            yield rectangle(left - beyond, foot + below, reach + 2 * beyond, high)


def _pole() -> tuple[Path, ...]:
    return (
        polyline([(0, 0), (0, -_FLAG_MM * 1.05)]),
        circle((0, -_FLAG_MM * 1.07), _FLAG_MM * 0.02),
    )


def _cloth(side: float) -> Path:
    """The cloth, waving, on that side of its pole."""
    wide, top, low = side * _FLAG_MM * 0.56, -_FLAG_MM, -_FLAG_MM * 0.58
    swing = _FLAG_MM * 0.08
    upper = ((wide * 0.35, top - swing), (wide * 0.65, top + swing), (wide, top))
    lower = ((wide * 0.65, low + swing), (wide * 0.35, low - swing), (0.0, low))
    edge = ((wide * 1.02, top * 0.9), (wide * 0.98, low * 1.1), (wide, low))
    return curve((0.0, top), upper, edge, lower, closed=True)


def _star(side: float) -> Path:
    return star((side * _FLAG_MM * 0.28, -_FLAG_MM * 0.79), _FLAG_MM * 0.115, 5, 0.382)
