"""Sections: paper, margins, headers and footers, page numbers."""

from collections.abc import Mapping
from typing import Final

from lxml.etree import _Element

from vbgen.word.package.lenient import LenientPackage
from vbgen.word.reading.values import Section
from vbgen.word.reading.xmlnames import R, child, child_value, mm, truth, twips, value, w, whole

_LETTER: Final = (12240.0, 15840.0)  # what Word takes when a section names no paper


def read_sections(body: _Element, package: LenientPackage) -> tuple[Section, ...]:
    """All sections in order, at least one; headers not named again are those of the section before."""
    found: list[Section] = []
    for element in section_elements(body):
        before = found[-1] if found else None
        found.append(_section(element, package, before))
    return tuple(found) or (_section(None, package, None),)


def section_elements(body: _Element) -> list[_Element]:
    """The `w:sectPr` elements in order: those in paragraphs, then the body's own."""
    inner = [
        found
        for item in body.iter(w("p"))
        if (found := child(child(item, "pPr"), "sectPr")) is not None
    ]
    last = child(body, "sectPr")
    return inner if last is None else [*inner, last]


def _section(element: _Element | None, package: LenientPackage, before: Section | None) -> Section:
    size, margins = child(element, "pgSz"), child(element, "pgMar")
    numbers = child(element, "pgNumType")
    start = value(numbers, "start")
    headers, footers = (before.headers, before.footers) if before else ({}, {})
    return Section(
        width_mm=_side(size, "w", _LETTER[0]),
        height_mm=_side(size, "h", _LETTER[1]),
        **{f"{side}_mm": _margin(margins, side) for side in _SIDES},
        gutter_mm=mm(twips(value(margins, "gutter"))),
        vertical=child_value(element, "vAlign") or "top",
        has_line_numbers=child(element, "lnNumType") is not None,
        columns=whole(child_value(element, "cols", "num"), 1),
        has_borders=child(element, "pgBorders") is not None,
        title_page=truth(element, "titlePg") or False,
        page_start=None if start is None else whole(start),
        page_format=value(numbers, "fmt") or "decimal",
        kind=child_value(element, "type") or "nextPage",
        headers=_references(element, "headerReference", package, headers),
        footers=_references(element, "footerReference", package, footers),
        element=element,
    )


def _side(size: _Element | None, name: str, default: float) -> float:
    return mm(twips(value(size, name)) or default)


_SIDES = ("top", "bottom", "left", "right", "header")


def _margin(margins: _Element | None, side: str) -> float:
    default = 720.0 if side == "header" else 1440.0
    found = twips(value(margins, side))
    return mm(default if found is None else abs(found))


def _references(
    element: _Element | None, kind: str, package: LenientPackage, before: Mapping[str, str]
) -> Mapping[str, str]:
    found = dict(before)
    for reference in [] if element is None else element.findall(w(kind)):
        relation = package.relations.get(reference.get(f"{{{R}}}id") or "")
        if relation is not None and relation[1] in package.members:
            found[value(reference, "type") or "default"] = relation[1]
    return found
