"""Names and small measures of WordprocessingML, read without surprise from any maker's file."""

import re
from functools import cache
from typing import Final

from lxml.etree import _Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V: Final = "urn:schemas-microsoft-com:vml"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML: Final = "http://www.w3.org/XML/1998/namespace"

TWIPS_PER_MM: Final = 1440 / 25.4
EMU_PER_MM: Final = 36000
_OFF: Final = frozenset({"0", "false", "off", "none"})
_UNITS: Final = {
    "mm": TWIPS_PER_MM,
    "cm": 567.0,
    "in": 1440.0,
    "pt": 20.0,
    "pc": 240.0,
    "pi": 240.0,
}
_MEASURE: Final = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(mm|cm|in|pt|pc|pi)?\s*")


@cache
def w(name: str) -> str:
    """Clark name of an element or attribute of the main Word namespace."""
    return f"{{{W}}}{name}"


def child(element: _Element | None, name: str) -> _Element | None:
    """First child of that Word name, or `None`."""
    return None if element is None else next(element.iterchildren(w(name)), None)


def value(element: _Element | None, name: str = "val") -> str | None:
    """Word attribute of an element, or `None`."""
    return None if element is None else element.get(w(name))


def child_value(element: _Element | None, name: str, attribute: str = "val") -> str | None:
    """Word attribute of the first child of that name, or `None`."""
    return value(child(element, name), attribute)


def truth(element: _Element | None, name: str) -> bool | None:
    """On/off of a toggle such as `w:b`; `None` when it is not said."""
    return is_on(child(element, name))


def is_on(toggle: _Element | None) -> bool | None:
    """On/off of the toggle itself; `None` when there is none."""
    return None if toggle is None else (value(toggle) or "1").lower() not in _OFF


def children(element: _Element) -> dict[str, _Element]:
    """The first child of each name, by its Clark name: for asking after many of them."""
    return {str(item.tag): item for item in element.iterchildren(reversed=True)}


def twips(text: str | None) -> float | None:
    """Twentieths of a point from `720`, `12.7mm` or `1cm`; `None` for anything else."""
    match = _MEASURE.fullmatch(text or "")
    if match is None:
        return None
    return float(match[1]) * _UNITS.get(match[2] or "", 1.0)


def half_points(text: str | None) -> float | None:
    """Points from a size in half points (`28`) or with its unit (`14pt`)."""
    match = _MEASURE.fullmatch(text or "")
    if match is None:
        return None
    return float(match[1]) * _UNITS[match[2]] / 20 if match[2] else float(match[1]) / 2


def whole(text: str | None, default: int = 0) -> int:
    """Integer of an attribute, or the default when it is missing or no number."""
    number = twips(text)
    return default if number is None else int(number)


def mm(number: float | None) -> float:
    """Millimetres of a measure in twips; 0 for `None`."""
    return 0.0 if number is None else number / TWIPS_PER_MM
