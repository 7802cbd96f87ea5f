"""Bands around a page: whole motifs of one kind on every side, nothing over a rule, no corner left empty."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import pytest

from vbgen.word.drawing.ornament import geometric
from vbgen.word.drawing.ornament.band import Frame, corners, row
from vbgen.word.drawing.ornament.borders import BORDERS
from vbgen.word.drawing.ornament.inks import Inks
from vbgen.word.drawing.ornament.layer import PageSize
from vbgen.word.drawing.ornament.path import Path, Point

INKS = Inks("A67C1E", "B5362C")
PAGES = [PageSize(297.0, 210.0), PageSize(210.0, 297.0), PageSize(420.0, 297.0)]
BANDS = ["meander", "bronze-drum", "lotus", "water", "vine", "interlaced", "rice", "red-flags"]


def points(path: Path) -> Iterator[Point]:
    """Where its lines and curves end."""
    for step in path:
        yield from step.points[-1:]


def is_rule(path: Path, page: PageSize) -> bool:
    """Whether it is an outline of the page."""
    return max(x for x, _y in points(path)) - min(x for x, _y in points(path)) > page.width / 2


def motifs(name: str, page: PageSize) -> tuple[list[Path], list[float]]:
    """What the band is made of, and how far from the edge its rules stand."""
    paths = [path for layer in BORDERS[name](page, INKS) for path in layer.paths]
    rules = [path for path in paths if is_rule(path, page)]
    return [path for path in paths if path not in rules], sorted(
        path[0].points[0][0] for path in rules
    )


def inset(point: Point, page: PageSize) -> float:
    """How far from the nearest edge of the page."""
    return min(point[0], point[1], page.width - point[0], page.height - point[1])


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("name", BANDS)
def test_no_motif_lies_over_a_rule(name: str, page: PageSize) -> None:
    paths, rules = motifs(name, page)
    for path in paths:
        reached = [inset(point, page) for point in points(path)]
        assert min(reached) >= rules[0] + 0.4
        crossed = [rule for rule in rules if min(reached) + 0.05 < rule < max(reached) - 0.05]
        assert crossed == []


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("name", BANDS)
def test_no_corner_is_left_empty(name: str, page: PageSize) -> None:
    paths, rules = motifs(name, page)
    size = rules[-1]
    for x in (0.0, page.width - size):
        for y in (0.0, page.height - size):
            inside = [
                path
                for path in paths
                if all(x <= px <= x + size and y <= py <= y + size for px, py in points(path))
            ]
            assert inside != [], (x, y)


@pytest.mark.parametrize("length", [0.4, 40.0, 187.3])
def test_a_row_has_whole_motifs_in_one_direction(length: float) -> None:
    frame = Frame(10.0, 10.0, length + 8.0, length + 8.0)
    made = row(frame.sides(4.0)[:1], 5.0, partial(geometric.teeth, depth=2.0))
    starts = [path[0].points[0][0] for path in made]
    assert starts[0] == pytest.approx(14.0)
    assert max(x for path in made for x, _y in points(path)) == pytest.approx(14.0 + length)
    steps = [after - before for before, after in pairwise(starts)]
    assert steps == pytest.approx([length / len(made)] * len(steps))


def test_a_corner_joins_what_the_sides_end_and_begin_with() -> None:
    frame, size = Frame.inset(PAGES[0], 12.0), 4.0
    lines = corners(frame, size, geometric.corner_circle)
    starts = {tuple(round(each, 3) for each in path[0].points[0]) for path in lines}
    ends = {
        tuple(round(each, 3) for each in path[-1].points[0]) for path in lines if path[-1].points
    }
    for length, side in frame.sides(size):
        assert tuple(round(each, 3) for each in side.of((length, size / 2))) in starts
        assert tuple(round(each, 3) for each in side.of((0.0, size / 2))) in ends
