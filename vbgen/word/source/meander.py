"""A band of meanders (hồi văn), the key pattern of Vietnamese certificates, as one drawn path."""

from collections.abc import Callable, Iterator, Sequence

from vbgen.word.source.ooxml import emu

Point = tuple[float, float]
Placing = Callable[
    [float, float], Point
]  # along and across a side, in millimetres → a point of the rectangle

_BAND_MM = 5.0
_STEP_MM = 5.0  # wished length of one meander; the sides share what is left over
# One meander in a unit square: (along, across), drawn in one stroke that ends inside its hook.
_KEY: tuple[Point, ...] = (
    (0, 0),
    (0, 1),
    (0.8, 1),
    (0.8, 0.25),
    (0.3, 0.25),
    (0.3, 0.7),
    (0.55, 0.7),
)


def meander(width: float, height: float) -> str:
    """Custom geometry of a band along the four sides of a rectangle, in millimetres; its corners are squares."""
    lines = [line for length, place in _sides(width, height) for line in _side(length, place)]
    lines += [_square(x, y, edge) for x, y, edge in _corners(width, height)]
    path = "".join(map(_drawn, lines))
    size = f'w="{emu(width)}" h="{emu(height)}"'
    return f'<a:custGeom><a:avLst/><a:pathLst><a:path {size} fill="none">{path}</a:path></a:pathLst></a:custGeom>'


def _sides(width: float, height: float) -> Iterator[tuple[float, Placing]]:
    across_w, across_h = width - 2 * _BAND_MM, height - 2 * _BAND_MM
    yield across_w, lambda along, across: (_BAND_MM + along, across)
    yield across_w, lambda along, across: (_BAND_MM + along, height - across)
    yield across_h, lambda along, across: (across, _BAND_MM + along)
    yield across_h, lambda along, across: (width - across, _BAND_MM + along)


def _side(length: float, place: Placing) -> Iterator[Sequence[Point]]:
    """The meanders of one side, each a stroke; they are stretched a little to fill it."""
    count = round(length / _STEP_MM)
    step = length / count
    for number in range(count):
        yield [place((number + along) * step, across * _BAND_MM) for along, across in _KEY]
        yield [place(number * step, 0), place((number + 1) * step, 0)]


def _corners(width: float, height: float) -> Iterator[tuple[float, float, float]]:
    for inset in (0.0, 1.25):
        edge = _BAND_MM - 2 * inset
        for x in (inset, width - _BAND_MM + inset):
            for y in (inset, height - _BAND_MM + inset):
                yield x, y, edge


def _square(x: float, y: float, edge: float) -> Sequence[Point]:
    return [(x, y), (x + edge, y), (x + edge, y + edge), (x, y + edge), (x, y)]


def _drawn(line: Sequence[Point]) -> str:
    points = [f'<a:pt x="{emu(x)}" y="{emu(y)}"/>' for x, y in line]
    return f"<a:moveTo>{points[0]}</a:moveTo>" + "".join(
        f"<a:lnTo>{point}</a:lnTo>" for point in points[1:]
    )
