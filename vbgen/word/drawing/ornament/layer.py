"""Layers of a drawn page, and the DrawingML that Word and LibreOffice show them by."""

from collections.abc import Iterable
from dataclasses import dataclass

from vbgen.word.drawing.drawing import emu, fixed_to_page
from vbgen.word.drawing.ornament.path import Path, PathStep, Point

_UNITS_PER_MM = 100  # of a path's own coordinates: a hundredth of a millimetre
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_FIRST_NUMBER = 900  # of the drawings of a header


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in millimetres."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layer:
    """Paths of one look; later layers cover earlier ones."""

    paths: tuple[Path, ...]
    stroke: str = ""  # colour of the lines, RRGGBB; empty for none
    weight_mm: float = 0.25
    fill: str = ""  # colour of the areas; empty for none


def drawn(layers: Iterable[Layer], page: PageSize, name: str, *, in_cell: bool = True) -> str:
    """Runs of shapes as large as the page, fixed to it and behind its text.

    Without `in_cell` Word reckons from the page even where they stand in a table.
    """
    size = (emu(page.width), emu(page.height))
    return "".join(
        f"<w:r>{_fixed(_shape(layer, page), size, number, name, in_cell=in_cell)}</w:r>"
        for number, layer in enumerate((layer for layer in layers if layer.paths), start=1)
    )


def _fixed(graphic: str, size: tuple[int, int], order: int, name: str, *, in_cell: bool) -> str:
    return fixed_to_page(
        graphic,
        size,
        order=order,
        number=_FIRST_NUMBER + order,
        name=f"{name} {order}",
        in_cell=in_cell,
    )


def _shape(layer: Layer, page: PageSize) -> str:
    extent = f'cx="{emu(page.width)}" cy="{emu(page.height)}"'
    drawn_as = geometry(layer.paths, page.width, page.height, filled=bool(layer.fill))
    shape = (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f"{drawn_as}{_look(layer)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    return (
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}">{shape}</a:graphicData>'
        "</a:graphic>"
    )


def geometry(paths: Iterable[Path], width: float, height: float, *, filled: bool = True) -> str:
    """The paths as one shape, so many millimetres wide and high."""
    size = f'w="{_units(width)}" h="{_units(height)}"'
    kind = "" if filled else ' fill="none"'
    steps = "".join(_step(step) for path in paths for step in path)
    return (
        f"<a:custGeom><a:avLst/><a:pathLst><a:path {size}{kind}>{steps}"
        "</a:path></a:pathLst></a:custGeom>"
    )


def _look(layer: Layer) -> str:
    fill = _colour(layer.fill) if layer.fill else "<a:noFill/>"
    line = f'<a:ln w="{emu(layer.weight_mm)}">{_colour(layer.stroke)}<a:round/></a:ln>'
    return fill + (line if layer.stroke else "<a:ln><a:noFill/></a:ln>")


def _colour(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


_NAMES = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}


def _step(step: PathStep) -> str:
    name = _NAMES[step.kind]
    return (
        f"<a:{name}>{''.join(map(_point, step.points))}</a:{name}>" if step.points else "<a:close/>"
    )


def _point(point: Point) -> str:
    return f'<a:pt x="{_units(point[0])}" y="{_units(point[1])}"/>'


def _units(mm: float) -> int:
    return round(mm * _UNITS_PER_MM)
