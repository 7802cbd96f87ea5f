"""Numbers of drawings: each once in a document, as Word wants them."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def _drawings(roots: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for root in roots:
        yield from root.iter(DOCPR)


def _number(drawing: etree._Element) -> int:
    value = str(drawing.get("id", ""))
    return int(value) if value.isdigit() else 0


def first_free_id(roots: Iterable[etree._Element]) -> int:
    """A number above those of all drawings."""
    return max((_number(drawing) for drawing in _drawings(roots)), default=0) + 1


def renumber(roots: Mapping[str, etree._Element]) -> set[str]:
    """Give a new number to every drawing whose number another one has; the members that changed."""
    free, seen, changed = first_free_id(roots.values()), set[int](), set[str]()
    for member, root in roots.items():
        for drawing in root.iter(DOCPR):
            number = _number(drawing)
            if number == 0 or number in seen:
                number, free = free, free + 1
                drawing.set("id", str(number))
                changed.add(member)
            seen.add(number)
    return changed
