"""Where on the pages a file's signatures are to be seen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.signing.found import Box
from vbgen.signing.nodes import PdfNode, inside, pages_of

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """A signature's place on a page, from the page's upper left corner."""

    page: int  # from 0
    box: Box
    pictures: int = 0


NOWHERE = SeenPlace(-1, (0.0, 0.0, 0.0, 0.0))


def seen_at(reader: "PdfFileReader") -> dict[str, SeenPlace]:
    """Field's name → where it is to be seen; fields that are on no page are left out."""
    found: dict[str, SeenPlace] = {}
    for number, page in enumerate(pages_of(reader)):
        for note in inside(page, "/Annots") or ():
            widget = note.get_object()
            if (name := _field_name(widget)) is not None:
                found[name] = SeenPlace(number, _box(widget, page), _pictures(widget))
    return found


def _field_name(widget: PdfNode) -> str | None:
    """The full name of the signature's field; None for any other note on the page."""
    names, node, kind = [], widget, None
    while node is not None:
        kind = kind or inside(node, "/FT")
        if "/T" in node:
            names.append(str(node["/T"]))
        node = inside(node, "/Parent")
    return ".".join(reversed(names)) if kind == "/Sig" and names else None


def _box(widget: PdfNode, page: PdfNode) -> Box:
    x0, y0, x1, y1 = map(float, inside(widget, "/Rect") or (0, 0, 0, 0))
    left, _bottom, _right, top = _media(page)
    return (min(x0, x1) - left, top - max(y0, y1), max(x0, x1) - left, top - min(y0, y1))


def _media(page: PdfNode) -> tuple[float, float, float, float]:
    node = page
    while "/MediaBox" not in node and "/Parent" in node:
        node = node["/Parent"]
    left, bottom, right, top = map(float, inside(node, "/MediaBox") or (0, 0, 595, 842))
    return left, bottom, right, top


def _pictures(widget: PdfNode) -> int:
    """Pictures that its look draws, its forms looked through."""
    look = inside(widget, "/AP", "/N")
    return 0 if look is None else _images(look, 4)


def _images(form: PdfNode, depth: int) -> int:
    drawn = (inside(form, "/Resources", "/XObject") or {}) if depth else {}
    within = [drawn[name] for name in drawn]
    own = sum(bool(one["/Subtype"] == "/Image") for one in within)
    return own + sum(_images(one, depth - 1) for one in within if one["/Subtype"] == "/Form")
