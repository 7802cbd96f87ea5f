"""The borders of the shipped designs: each a page's layers, drawn from its inks.

Those of Giấy khen and of titles (NĐ 98/2023, Đ104) have plain corners and nothing but the border; no line is finer
than an office laser prints.
"""

from collections.abc import Callable, Mapping
from functools import partial

from vbgen.word.drawing.ornament import geometric, plants
from vbgen.word.drawing.ornament.band import Frame, band, corner_cells, row, rules
from vbgen.word.drawing.ornament.inks import Inks
from vbgen.word.drawing.ornament.layer import Layer, PageSize
from vbgen.word.drawing.ornament.path import Path, placed
from vbgen.word.drawing.ornament.pictures import bamboo, bird_sky, lotus_pond, scroll

Border = Callable[[PageSize, Inks], tuple[Layer, ...]]
_HAIR, _FINE, _LINE, _RULE = 0.15, 0.25, 0.4, 0.8  # millimetres


def _lines(page: PageSize, ink: str, weights: Mapping[float, float]) -> tuple[Layer, ...]:
    """Outlines at those distances from the edge, each as heavy as it is told."""
    heavy = dict[float, list[float]]()
    for inset, weight in weights.items():
        heavy.setdefault(weight, []).append(inset)
    return tuple(Layer(rules(page, *insets), ink, weight) for weight, insets in heavy.items())


def meander(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Hồi văn between fine lines."""
    frame = Frame.inset(page, 11.4)
    keys = band(frame, 4.9, 5.0, partial(geometric.key, depth=4.9))
    return (
        *_lines(page, inks.main, {9.0: _RULE, 10.4: _FINE, 17.3: _FINE, 18.6: _LINE}),
        Layer((*keys, *corner_cells(page, 11.4, 16.3)), inks.main, 0.38),
        Layer(corner_cells(page, 13.0, 14.7), inks.main, 0.38),
    )


def bronze_drum(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """The bands of a Đông Sơn drum: saw teeth, and circles joined by tangents."""
    outer, circles, inner = (Frame.inset(page, inset) for inset in (9.9, 12.9, 18.5))
    teeth_in = row(outer, 2.4, 2.2, partial(geometric.teeth, depth=2.2))
    teeth_out = row(inner, 2.2, 2.2, partial(geometric.teeth, depth=2.2, inwards=False))
    ring = band(circles, 5.2, 6.0, partial(geometric.tangent_circles, depth=5.2))
    hearts = row(circles, 5.2, 6.0, partial(geometric.dots, depth=5.2, share=0.09))
    return (
        *_lines(page, inks.main, {9.0: 0.6, 12.5: _FINE, 18.4: _FINE, 21.3: _LINE}),
        Layer((*teeth_in, *teeth_out, *hearts), fill=inks.main),
        Layer((*ring, *corner_cells(page, 12.5, 18.4)), inks.main, _FINE),
    )


def lotus(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """A frieze of lotus petals as on the stones of the Lý."""
    frame, pearls = Frame.inset(page, 12.2), Frame.inset(page, 9.9)
    petals = row(frame, 8.4, 8.4, partial(plants.lotus_frieze, depth=7.2))
    hearts = row(frame, 8.4, 8.4, partial(plants.lotus_hearts, depth=7.2))
    beads = row(pearls, 1.8, 2.1, partial(geometric.beads, depth=1.8))
    return (
        *_lines(page, inks.main, {9.0: 0.6, 12.2: _LINE, 20.6: _HAIR, 21.6: _LINE}),
        Layer(corner_cells(page, 12.2, 20.6), inks.main, _FINE),
        Layer(beads, fill=inks.main),
        Layer(hearts, fill=inks.second),
        Layer(petals, inks.main, _FINE),
    )


def water(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Waves of water in three rows, each before the one behind it."""
    frame, corner = Frame.inset(page, 10.2), 10.4
    layers = list[Layer]()
    for base, between, ink in (
        (5.6, False, inks.main),
        (3.0, True, inks.second),
        (0.4, False, inks.main),
    ):
        waves = partial(geometric.scales, base=base, rings=3)
        layers += [
            Layer(
                row(frame, corner, 8.2, partial(_outline, waves), between=between),
                ink,
                0.3,
                "FFFFFF",
            ),
            Layer(row(frame, corner, 8.2, partial(_inside, waves), between=between), ink, 0.22),
        ]
    cells = Layer(corner_cells(page, 10.2, 20.6), inks.main, _FINE, "FFFFFF")
    return (*layers, cells, *_lines(page, inks.main, {9.0: _RULE, 10.2: _FINE, 20.6: _LINE}))


def _outline(waves: Callable[[float], tuple[Path, ...]], step: float) -> tuple[Path, ...]:
    return waves(step)[:1]


def _inside(waves: Callable[[float], tuple[Path, ...]], step: float) -> tuple[Path, ...]:
    return waves(step)[1:]


def flowering_vine(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Hoa dây between lines, a flower in the middle of each side."""
    frame, corner = Frame.inset(page, 10.8), 9.6
    stems = band(frame, corner, 30.0, partial(plants.vine, depth=9.6))
    flowers = band(frame, corner, 30.0, partial(plants.vine_flowers, depth=9.6))
    middles = tuple(
        placed(path, side)
        for length, side in frame.sides(corner)
        for path in plants.rosette((length / 2, 4.8), 3.4)
    )
    return (
        *_lines(page, inks.main, {9.0: _RULE, 10.4: _FINE, 20.8: _FINE, 22.0: _LINE}),
        Layer(corner_cells(page, 10.4, 20.8), inks.main, _FINE),
        Layer(stems, inks.main, 0.3),
        Layer((*flowers, *middles), fill=inks.second),
    )


def interlaced(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Fine interlaced lines, as on papers of value."""
    frame, corner = Frame.inset(page, 10.4), 8.6
    wide = row(
        frame, corner, 12.0, partial(geometric.waves_through, depth=8.6, phases=6, swing=0.86)
    )
    narrow = row(
        frame, corner, 6.0, partial(geometric.waves_through, depth=8.6, phases=4, swing=0.4)
    )
    cells = Layer(corner_cells(page, 10.1, 19.3), inks.main, _FINE, "FFFFFF")
    return (
        Layer(wide, inks.main, _HAIR),
        Layer(narrow, inks.second, _HAIR),
        cells,
        *_lines(page, inks.main, {9.0: _RULE, 10.1: _HAIR, 19.3: _HAIR, 20.4: _LINE}),
    )


def rice(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Ears of rice that grow towards the middle of each side."""
    frame = Frame.inset(page, 10.8)
    grains = band(frame, 9.6, 4.4, partial(plants.rice_ear, depth=8.6))
    stems = band(frame, 9.6, 4.4, partial(plants.rice_stem, depth=8.6))
    return (
        *_lines(page, inks.second, {9.0: _RULE, 10.2: _FINE, 20.0: _FINE, 21.2: _LINE}),
        Layer(corner_cells(page, 10.2, 20.0), inks.second, _FINE),
        Layer(stems, inks.main, 0.2),
        Layer(grains, inks.main, _FINE),
    )


def red_flags(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """A border of diamonds; the flags of the title stand apart, by the emblem."""
    frame = Frame.inset(page, 11.2)
    stones = row(frame, 4.6, 5.4, partial(geometric.lozenge, depth=4.6))
    return (
        *_lines(page, inks.main, {9.0: 1.0, 10.5: _FINE, 16.5: _FINE, 17.8: 0.5}),
        Layer(corner_cells(page, 10.5, 16.5), inks.main, _FINE),
        Layer(stones, inks.second, 0.3),
    )


def no_border(_page: PageSize, _inks: Inks) -> tuple[Layer, ...]:
    """Nothing: what lies behind the text is the office's own."""
    return ()


BORDERS: Mapping[str, Border] = {
    "meander": meander,
    "bronze-drum": bronze_drum,
    "lotus": lotus,
    "water": water,
    "vine": flowering_vine,
    "interlaced": interlaced,
    "rice": rice,
    "red-flags": red_flags,
    "bamboo": bamboo,
    "lotus-pond": lotus_pond,
    "bird-sky": bird_sky,
    "scroll": scroll,
    "none": no_border,
}
