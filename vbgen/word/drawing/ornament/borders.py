"""The borders of the shipped designs: each a page's layers, drawn from its inks.

Those of Giấy khen and of titles (NĐ 98/2023, Đ104) have no ornament of their own in the corners: the band goes on
around them. No line is finer than an office laser prints.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from vbgen.word.drawing.ornament import geometric, plants, vine
from vbgen.word.drawing.ornament.band import Frame, Side, corners, row, rules
from vbgen.word.drawing.ornament.inks import Inks
from vbgen.word.drawing.ornament.layer import Layer, PageSize
from vbgen.word.drawing.ornament.path import Path, Placing, all_placed
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
    """Hồi văn between fine lines, one key hanging from the other all around the page."""
    frame, depth = Frame.inset(page, 11.0), 4.9
    keys = row(frame.turning(depth), depth, partial(geometric.key, depth=depth))
    return (
        *_lines(page, inks.main, {9.0: _RULE, 10.1: _FINE, 16.8: _FINE, 17.8: _LINE}),
        Layer(keys, inks.main, 0.38),
    )


def bronze_drum(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """The bands of a Đông Sơn drum: saw teeth, and circles joined by tangents."""
    outer, circles, inner = (Frame.inset(page, inset) for inset in (9.6, 11.7, 16.2))
    inwards = partial(geometric.teeth, depth=1.6)
    outwards = partial(geometric.teeth, depth=1.4, inwards=False)
    rings = row(circles.sides(4.2), 5.0, partial(geometric.tangent_circles, depth=4.2))
    hearts = row(circles.sides(4.2), 5.0, partial(geometric.dots, depth=4.2, share=0.11))
    return (
        *_lines(page, inks.main, {9.0: 0.6, 11.5: _FINE, 16.1: _FINE, 17.8: _LINE}),
        Layer(
            (
                *row(outer.sides(1.6), 2.2, inwards),
                *corners(outer, 1.6, geometric.corner_tooth),
                *row(inner.sides(1.4), 2.2, outwards),
                *hearts,
                *corners(circles, 4.2, partial(geometric.dots, depth=4.2, share=0.11)),
            ),
            fill=inks.main,
        ),
        Layer((*rings, *corners(circles, 4.2, geometric.corner_circle)), inks.main, 0.3),
    )


def lotus(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """A frieze of lotus petals as on the stones of the Lý."""
    frame, depth, corner = Frame.inset(page, 10.4), 6.0, 6.4
    sides = frame.sides(corner)
    petals, hearts = plants.lotus_frieze, plants.lotus_hearts
    return (
        *_lines(page, inks.main, {9.0: _RULE, 10.4: _LINE, 16.9: _HAIR, 17.8: _LINE}),
        Layer(
            (
                *row(sides, 6.2, partial(hearts, depth=depth)),
                *corners(frame, corner, partial(plants.in_corner, hearts)),
            ),
            fill=inks.second,
        ),
        Layer(
            (
                *row(sides, 6.2, partial(petals, depth=depth)),
                *row(sides, 6.2, partial(plants.lotus_tip, depth=depth), between=True),
                *corners(frame, corner, partial(plants.in_corner, petals)),
            ),
            inks.main,
            _FINE,
        ),
    )


def water(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Waves of water, and between them the ripples behind; both turn the corners."""
    frame, step = Frame.inset(page, 10.0), 7.9
    behind = partial(_ripples, radius=step / 2)
    ripples = (*row(frame.sides(step), step, behind), *corners(frame, step, behind))
    waves = (
        *row(frame.sides(step / 2), step, partial(_rim, partial(geometric.waves, rings=3))),
        *corners(frame, step / 2, partial(_rim, partial(geometric.corner_waves, rings=3))),
    )
    inside = (
        *row(frame.sides(step / 2), step, partial(_inside, partial(geometric.waves, rings=3))),
        *corners(frame, step / 2, partial(_inside, partial(geometric.corner_waves, rings=3))),
    )
    return (
        Layer(ripples, inks.second, 0.22),
        Layer(waves, inks.main, 0.3, "FFFFFF"),
        Layer(inside, inks.main, 0.22),
        *_lines(page, inks.main, {9.0: _RULE, 10.0: _LINE, 18.2: _LINE}),
    )


def _ripples(step: float, radius: float) -> tuple[Path, ...]:
    return geometric.ripples((step / 2, radius), radius, 2)


def _rim(waves: Callable[[float], tuple[Path, ...]], step: float) -> tuple[Path, ...]:
    return waves(step)[:1]


def _inside(waves: Callable[[float], tuple[Path, ...]], step: float) -> tuple[Path, ...]:
    return waves(step)[1:]


def flowering_vine(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Hoa dây between lines; its wave goes on around the corners."""
    frame, depth = Frame.inset(page, 10.2), 6.8
    stems = _alternating(frame.sides(depth), vine.vine, vine.vine_outwards, depth)
    flowers = _alternating(frame.sides(depth), vine.vine_flowers, vine.vine_flowers_outwards, depth)
    return (
        *_lines(page, inks.main, {9.0: _RULE, 10.0: _FINE, 17.2: _FINE, 18.2: _LINE}),
        Layer((*stems, *corners(frame, depth, vine.vine_around)), inks.main, 0.3),
        Layer((*flowers, *corners(frame, depth, vine.flower_around)), fill=inks.second),
    )


_Deep = Callable[[float, float], Sequence[Path]]  # a motif of that length and depth
_VINE_MM = 13.0  # half a wave


def _alternating(
    sides: Sequence[Side], inwards: _Deep, outwards: _Deep, depth: float
) -> Iterator[Path]:
    """One motif after the other; each side begins and ends inwards, for its corners go outwards."""
    for length, side in sides:
        count = 2 * round((length / _VINE_MM - 1) / 2) + 1
        step = length / count
        for number in range(count):
            motif = (outwards if number % 2 else inwards)(step, depth)
            yield from all_placed(all_placed(motif, Placing((number * step, 0.0))), side)


def interlaced(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """Fine interlaced lines, as on papers of value, also around the corners."""
    frame, depth = Frame.inset(page, 10.2), 6.8
    sides, through, around = frame.sides(depth), geometric.waves_through, geometric.waves_around
    return (
        Layer(
            (
                *row(sides, 11.0, partial(through, depth=depth, phases=6, swing=0.9)),
                *corners(frame, depth, partial(around, phases=6, swing=0.9, turns=0.5)),
            ),
            inks.main,
            _HAIR,
        ),
        Layer(
            (
                *row(sides, 5.5, partial(through, depth=depth, phases=3, swing=0.45)),
                *corners(frame, depth, partial(around, phases=3, swing=0.45, turns=1.0)),
            ),
            inks.second,
            _HAIR,
        ),
        *_lines(page, inks.main, {9.0: _RULE, 10.0: _HAIR, 17.2: _HAIR, 18.2: _LINE}),
    )


def rice(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """An ear of rice that goes on around the page."""
    frame, depth = Frame.inset(page, 10.3), 6.6
    sides = frame.sides(depth)
    grains = row(sides, 4.4, partial(plants.rice_ear, depth=depth))
    stems = row(sides, 4.4, partial(plants.rice_stem, depth=depth))
    return (
        *_lines(page, inks.second, {9.0: _RULE, 10.0: _FINE, 17.2: _FINE, 18.2: _LINE}),
        Layer((*stems, *corners(frame, depth, plants.rice_stem_around)), inks.main, 0.2),
        Layer((*grains, *corners(frame, depth, plants.rice_around)), inks.main, _FINE),
    )


def red_flags(page: PageSize, inks: Inks) -> tuple[Layer, ...]:
    """A border of diamonds; the flags of the title stand apart, by the emblem."""
    frame, depth = Frame.inset(page, 11.1), 5.0
    stones = row(frame.turning(depth), depth, partial(geometric.lozenge, depth=depth))
    return (
        *_lines(page, inks.main, {9.0: 1.0, 10.5: _FINE, 16.7: _FINE, 17.8: 0.5}),
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
