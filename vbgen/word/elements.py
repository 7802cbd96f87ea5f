"""Properties set in the order that the standard asks for, so that Word opens the file without a word."""

from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.word.reading.xmlnames import W, child, w

_ORDERS: Final = {  # the sequences of the standard's schema
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange "
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange "
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings sectPrChange "
    ),
}


def need(parent: _Element, name: str) -> _Element:
    """The child of that Word name, made in its place when it is missing."""
    found = child(parent, name)
    if found is not None:
        return found
    made = etree.Element(w(name))
    place_child(parent, made)
    return made


def place_child(parent: _Element, made: _Element) -> None:
    """Put a child where the standard has it among its siblings."""
    order = _ORDERS.get(etree.QName(parent).localname, "").split()
    name = etree.QName(made).localname
    if name not in order:
        parent.append(made)
        return
    later = set(order[order.index(name) + 1 :])
    for place, sibling in enumerate(parent):
        if etree.QName(sibling).localname in later:
            parent.insert(place, made)
            return
    parent.append(made)


def properties(element: _Element, name: str) -> _Element:
    """The `w:pPr` or `w:rPr` of an element, made as its first child when it is missing."""
    found = child(element, name)
    if found is None:
        found = etree.Element(w(name))
        element.insert(0, found)
    return found


def put(parent: _Element, name: str, **attributes: str | None) -> _Element:
    """The child with these attributes set; `None` takes an attribute away."""
    made = need(parent, name)
    for key, value in attributes.items():
        if value is None:
            made.attrib.pop(w(key), "")
        else:
            made.set(w(key), value)
    return made


def switch(parent: _Element, name: str, *, on: bool) -> None:
    """An on/off property said plainly, whatever a style says."""
    put(parent, name, val=None if on else "0")


def drop(parent: _Element | None, name: str) -> None:
    """Take a child away when it is there."""
    found = child(parent, name)
    if found is not None and parent is not None:
        parent.remove(found)


def new(name: str, **attributes: str) -> _Element:
    """A fresh Word element."""
    made = etree.Element(w(name), nsmap={"w": W})
    for key, value in attributes.items():
        made.set(w(key), value)
    return made
