"""Pages: paper, margins, page numbers, the drawn border of a certificate.

Paper and margins follow Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I; the page number stands centred in the top
margin and is not shown on the first page (Mục IV).
"""

from dataclasses import dataclass

from lxml import etree

from vbgen.word.drawing.ornament.layer import drawn
from vbgen.word.source.border import Backdrop
from vbgen.word.source.ooxml import DECLARATION, NAMESPACES, paragraph, run, tag, twips


@dataclass(frozen=True, slots=True)
class PageMargins:
    """Margins in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


A4 = (210.0, 297.0)
LETTER_MARGINS = PageMargins(top=20, right=15, bottom=20, left=30)
ANNEX_MARGINS = PageMargins(top=20, right=15, bottom=20, left=20)
SLIP_MARGINS = PageMargins(top=10, right=10, bottom=10, left=10)
_WITHOUT_NUMBERS = frozenset({"certificate", "slips"})
CERTIFICATE_MARGINS = PageMargins(top=20, right=24, bottom=20, left=24)


def section_properties(element: etree._Element) -> str:
    """`sectPr` for the page that `element` describes: `page` portrait, landscape, slips or certificate; `restart`."""
    kind = element.get("page", "portrait")
    properties = _header_references(kind) + _paper(element)
    if element.get("restart"):
        properties += tag("pgNumType", start=1)
    return tag("sectPr", properties + ("" if kind in _WITHOUT_NUMBERS else "<w:titlePg/>"))


def _header_references(kind: str) -> str:
    if kind == "certificate":
        return '<w:headerReference w:type="default" r:id="rIdBorder"/>'
    if kind == "slips":  # cut into pieces, which have no page numbers
        return '<w:headerReference w:type="default" r:id="rIdFirst"/>'
    return (
        '<w:headerReference w:type="default" r:id="rIdPageNumber"/>'
        '<w:headerReference w:type="first" r:id="rIdFirst"/>'
    )


_MARGINS = {
    "portrait": LETTER_MARGINS,
    "landscape": ANNEX_MARGINS,
    "slips": SLIP_MARGINS,
    "certificate": CERTIFICATE_MARGINS,
}


def _paper(element: etree._Element) -> str:
    """Paper and margins of its kind, or its own: `paper="297 210"`, `margins="20 30 18 30"` from the top clockwise."""
    kind = element.get("page", "portrait")
    usual = A4 if kind == "portrait" else (A4[1], A4[0])
    width, height = _lengths(element, "paper") or usual
    own = _lengths(element, "margins")
    margins = PageMargins(*own) if own else _MARGINS[kind]
    size = tag(
        "pgSz",
        w=twips(width),
        h=twips(height),
        orient="landscape" if width > height else None,
    )
    edges = {
        "top": margins.top,
        "right": margins.right,
        "bottom": margins.bottom,
        "left": margins.left,
        "header": 10,
        "footer": 10,
        "gutter": 0,
    }
    return size + tag("pgMar", **{key: twips(value) for key, value in edges.items()})


def page_number_header() -> str:
    """A header that shows the page number, centred, upright."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    return _header(paragraph("PageNumber", field))


def empty_header() -> str:
    """The header of a first page, which shows no number."""
    return _header(paragraph("PageNumber", ""))


def _lengths(element: etree._Element, key: str) -> tuple[float, ...]:
    return tuple(map(float, element.get(key, "").split()))


def border_header(backdrop: Backdrop) -> str:
    """What a certificate shows behind its text, of our own drawing; no border on stock that carries one."""
    border = drawn(backdrop.border, backdrop.page, "Khung")
    return _header(_shown_if("not stock.border", border) + paragraph("Spacer", ""))


def _shown_if(test: str, drawing: str) -> str:
    if not drawing:
        return ""
    return _control(f"if {test}") + paragraph("Spacer", drawing) + _control("endif")


def _control(statement: str) -> str:
    return paragraph("Spacer", run("{%p " + statement + " %}"))


def _header(content: str) -> str:
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>"
