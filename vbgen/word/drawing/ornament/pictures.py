"""Borders with pictures, for schools: bamboo, a lotus pond, birds before the drum, a scroll."""

from collections.abc import Iterator
from functools import partial

from vbgen.word.drawing.ornament import figures, geometric, plants
from vbgen.word.drawing.ornament.band import Frame, row, rules
from vbgen.word.drawing.ornament.inks import Inks
from vbgen.word.drawing.ornament.layer import Layer, PageSize
from vbgen.word.drawing.ornament.path import Path, circle, polyline, rectangle

_WHITE = "FFFFFF"
_FLIGHT_MM = 15.7  # from the edge


def bamboo(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Culms along the sides that cross at the corners, with sprays of leaves."""
    culms = row(Frame.inset(page, 9.0).sides(0.0), 24.0, partial(plants.bamboo_piece, depth=6.0))
    leaves = tuple(path for spray in _sprays(page) for path in spray)
    return (
        Layer(rules(page, 17.0), inks.second, 0.3),
        Layer(culms, inks.main, 0.4),
        Layer(leaves, fill=inks.main),
    )


def _sprays(page: PageSize) -> Iterator[tuple[Path, ...]]:
    right, bottom, inset = page.width - 12.0, page.height - 12.0, 12.0
    for x, y, turn in (
        (inset, inset, 45.0),
        (right, inset, 135.0),
        (right, bottom, 225.0),
        (inset, bottom, 315.0),
    ):
        left = x == inset
        upper = y == inset
        yield plants.bamboo_leaves((x, y), turn, 17.0)
        lean = 14.0 if upper else -14.0
        yield plants.bamboo_leaves((x + (8 if left else -8), y), lean if left else 180 - lean, 12.0)


def lotus_pond(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """A fine double line; lotus in bloom over leaves in the lower corners, water between them."""
    low = page.height - 17.0
    outer, inner, leaves = list[Path](), list[Path](), list[Path]()
    for x, side in ((33.0, 1.0), (page.width - 33.0, -1.0)):
        for away, size in ((0.0, 17.0), (17.0 * side, 10.5)):
            first, over = plants.lotus_flower((x + away, low), size)
            outer += first
            inner += over
        leaves += plants.lotus_leaf((x - 9 * side, low + 1), 9.0)
        leaves += plants.lotus_leaf((x + 29 * side, low + 1.5), 8.0)
    ripples = tuple(_ripples(page, low))
    return (
        *(
            Layer(rules(page, inset), inks.main, weight)
            for inset, weight in ((9.0, 0.7), (10.6, 0.2))
        ),
        Layer(ripples, inks.second, 0.25),
        Layer(tuple(leaves), inks.second, 0.3, _WHITE),
        Layer(tuple(outer), inks.main, 0.3, _WHITE),
        Layer(tuple(inner), inks.main, 0.35, _WHITE),
    )


def _ripples(page: PageSize, low: float) -> Iterator[Path]:
    middle = page.width / 2
    yield polyline([(70.0, low + 2.7), (page.width - 70.0, low + 2.7)])
    for reach, wide, below in ((62.0, 20.0, 1.0), (64.0, 14.0, 4.4)):
        for side in (-1.0, 1.0):
            start = middle + side * (middle - reach)
            yield polyline([(start, low + below), (start - side * wide, low + below)])


def bird_sky(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """The drum's face, pale behind the text; lạc birds fly along the upper and lower edge."""
    middle = (page.width / 2, page.height * 0.52)
    drum = tuple(geometric.drum_lines(middle, min(page.width, page.height) * 0.36))
    teeth = row(Frame.inset(page, 10.0).sides(1.8), 1.9, partial(geometric.teeth, depth=1.8))
    return (
        Layer(drum, inks.pale, 0.3),
        Layer((*teeth, *_flight(page)), fill=inks.main),
        *(
            Layer(rules(page, inset), inks.main, weight)
            for inset, weight in ((9.2, 0.5), (19.6, 0.25))
        ),
    )


def _flight(page: PageSize) -> Iterator[Path]:
    each_side = round(page.width / 66)
    for y in (_FLIGHT_MM, page.height - _FLIGHT_MM):
        for number in range(each_side):
            reach = 19.0 + number * (page.width / 2 - 30.0) / each_side
            yield from figures.lac_bird((page.width / 2 - reach, y), 15.0)
            yield from figures.lac_bird((page.width / 2 + reach, y), 15.0, mirrored=True)


def scroll(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """An unrolled scroll (cuốn thư): its two rods at the sides, keys along the edges of its paper."""
    paper = Frame.inset(page, 14.5)
    bottom = paper.top + paper.height
    places = (paper.left, paper.left + paper.width)
    edges = [(y, places) for y in (paper.top, paper.top + 5.6, bottom - 5.6, bottom)]
    rods = tuple(path for x in places for path in _rod(x, paper.top - 3.4, bottom + 3.4))
    shade = tuple(path for x in places for path in _shading(x, paper.top - 0.2, bottom + 0.2))
    return (
        Layer(
            tuple(polyline([(left, y), (right, y)]) for y, (left, right) in edges), inks.main, 0.4
        ),
        Layer(_keys_along(paper), inks.main, 0.28),
        Layer(rods, inks.second, 0.45, _WHITE),
        Layer(shade, inks.second, 0.2),
        Layer(tuple(_knobs(places, paper)), inks.second, 0.4, inks.second),
    )


def _keys_along(paper: Frame) -> tuple[Path, ...]:
    """Keys along the upper and the lower edge, between the rods."""
    edge = Frame(paper.left + 3.0, paper.top + 1.1, paper.width - 6.0, paper.height - 2.2)
    sides = edge.sides(0.0)
    return row((sides[0], sides[2]), 3.8, partial(geometric.key, depth=3.4))


def _knobs(places: tuple[float, float], paper: Frame) -> Iterator[Path]:
    for x in places:
        yield circle((x, paper.top - 5.3), 1.9)
        yield circle((x, paper.top + paper.height + 5.3), 1.9)


def _rod(x: float, top: float, bottom: float) -> Iterator[Path]:
    yield rectangle(x - 3.4, top, 6.8, bottom - top)
    for y in (top, bottom - 3.0):
        yield rectangle(x - 4.2, y, 8.4, 3.0)


def _shading(x: float, top: float, bottom: float) -> Iterator[Path]:
    for away in (-2.9, -2.5, -2.0, -1.3, 1.9, 2.5, 2.9):
        yield polyline([(x + away, top), (x + away, bottom)])
