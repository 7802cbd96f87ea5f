"""Drawings told apart: lines, pictures, text boxes, with the size that they are drawn in."""

import re
from typing import Final

from lxml.etree import _Element

from vbgen.word.reading.values import Shape
from vbgen.word.reading.xmlnames import EMU_PER_MM, PIC, WP, A, V, mm, twips, w

_LINE_SHAPES: Final = frozenset({"line", "straightConnector1", "lineInv"})
_FLAT_MM: Final = 1.5  # a picture or shape flatter than this is a line
_POINTS: Final = re.compile(r"(-?[\d.]+)(pt|in|mm|cm|px)?\s*,\s*(-?[\d.]+)(pt|in|mm|cm|px)?")
_TO_MM: Final = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": 25.4 / 96, "": 25.4 / 96}


def read_shape(drawn: _Element) -> Shape | None:
    """Kind and size of a `w:drawing` or `w:pict`; `None` when nothing in it can be seen."""
    extent = next(drawn.iter(f"{{{WP}}}extent"), None)
    if extent is not None:
        return _modern(drawn, extent)
    return _vml(drawn)


def _modern(drawn: _Element, extent: _Element) -> Shape:
    width, height = (_number(extent.get(side)) / EMU_PER_MM for side in ("cx", "cy"))
    names = {found.get("prst") for found in drawn.iter(f"{{{A}}}prstGeom")}
    if next(drawn.iter(w("txbxContent")), None) is not None:
        kind = "box"
    elif names & _LINE_SHAPES or (height <= _FLAT_MM < width):
        kind = "line"
    elif next(drawn.iter(f"{{{PIC}}}pic"), None) is not None:
        kind = "picture"
    else:
        kind = "other"
    return Shape(kind, width, height, drawn)


def _vml(drawn: _Element) -> Shape | None:
    line = next(drawn.iter(f"{{{V}}}line"), None)
    if line is not None:
        return Shape("line", _vml_length(line), 0.0, drawn)
    item = next(drawn.iter(f"{{{V}}}shape", f"{{{V}}}rect", f"{{{V}}}roundrect"), None)
    if item is None:
        return None
    style = item.get("style") or ""
    width, height = (_style_length(style, side) for side in ("width", "height"))
    is_flat = _is_connector(item) or height <= _FLAT_MM < width
    return Shape(_vml_kind(item, is_flat=is_flat), width, height, drawn)


def _vml_kind(item: _Element, *, is_flat: bool) -> str:
    if next(item.iter(w("txbxContent")), None) is not None:
        return "box"
    if is_flat:
        return "line"
    pictured = next(item.iter(f"{{{V}}}imagedata"), None) is not None
    return "picture" if pictured else "other"


def _is_connector(item: _Element) -> bool:
    named = "_x0000_t32" in (item.get("type") or "")
    return named or bool(item.get("{urn:schemas-microsoft-com:office:office}connectortype"))


def _vml_length(line: _Element) -> float:
    start, end = (_POINTS.fullmatch((line.get(side) or "").strip()) for side in ("from", "to"))
    if start is None or end is None:
        return _style_length(line.get("style") or "", "width")
    return abs(float(end[1]) * _TO_MM[end[2] or ""] - float(start[1]) * _TO_MM[start[2] or ""])


def _style_length(style: str, side: str) -> float:
    for rule in style.split(";"):
        name, _, size = rule.partition(":")
        if name.strip() == side:
            measure = size.strip()
            if measure.endswith("px") or measure.replace(".", "").isdigit():
                return _number(measure.removesuffix("px")) * _TO_MM["px"]
            return mm(twips(measure))
    return 0.0


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
