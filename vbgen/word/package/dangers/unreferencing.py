"""What refers to a relationship that was dropped: taken out of its part, pictures and words around it left."""

from typing import TYPE_CHECKING

from lxml import etree

from vbgen.word.package.xml import R, w

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANK = ("blip", "imagedata", "fill", "stroke", "svgBlip")  # show nothing without their picture
_EMBEDDED = ("OLEObject", "control", "objectEmbed", "objectLink", "movie")
_OBJECT_SIZES = ("dxaOrig", "dyaOrig")


def unreference(part: etree._Element, numbers: frozenset[str]) -> bool:
    """Take out of a part what refers to relationships with these numbers; whether there was any."""
    found = [
        (element, name)
        for element in part.iter(etree.Element)
        for name, value in element.attrib.items()
        if value in numbers and _is_reference(str(name))
    ]
    for element, name in found:
        if element.getparent() is not None:
            _take_out(element, str(name))
    return bool(found)


def _is_reference(name: str) -> bool:
    return name.startswith(f"{{{R}}}") or name.endswith("}relid")


def _take_out(element: etree._Element, name: str) -> None:
    kind = etree.QName(element).localname
    acts: dict[str, Callable[[etree._Element], None]] = {
        **dict.fromkeys(_EMBEDDED, _keep_its_picture),
        "altChunk": _leave_a_paragraph,
        "dataSource": _with_merge,
        "headerSource": _with_merge,
        "externalData": _remove,
    }
    if act := acts.get(kind):
        act(element)
    elif kind in _BLANK or len(element) or (element.text or "").strip():
        del element.attrib[name]
    else:
        _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _keep_its_picture(element: etree._Element) -> None:
    """An object without the file behind it: the picture that it showed, or nothing."""
    around = element.getparent()
    _remove(element)
    if around is None or around.tag != w("object"):
        return
    parent, drawing = around.getparent(), around.find(w("drawing"))
    if parent is None:
        return
    if drawing is not None:
        parent.replace(around, drawing)
    elif len(around):
        around.tag = w("pict")
        for size in _OBJECT_SIZES:
            around.attrib.pop(w(size), "")
    else:
        parent.remove(around)


def _leave_a_paragraph(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:  # a cell or a header may have nothing else
        parent.replace(element, etree.Element(w("p")))


def _with_merge(element: etree._Element) -> None:
    merge = next(element.iterancestors(w("mailMerge")), element)
    _remove(merge)
