"""Pages: paper, margins, page numbers, the drawn border of a certificate.

Paper and margins follow Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I; the page number stands centred in the top
margin and is not shown on the first page (Mục IV).
"""

from dataclasses import dataclass

from lxml import etree

from vbgen.word.source.meander import meander
from vbgen.word.source.ooxml import DECLARATION, NAMESPACES, emu, paragraph, run, tag, twips


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
BORDER_COLOUR = "B8860B"  # dark goldenrod
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
CERTIFICATE_MARGINS = PageMargins(top=20, right=24, bottom=20, left=24)


def section_properties(element: etree._Element) -> str:
    """`sectPr` for the page that `element` describes: `page` portrait, landscape or certificate; `restart`."""
    kind = element.get("page", "portrait")
    properties = _header_references(kind) + _paper(kind)
    if element.get("restart"):
        properties += tag("pgNumType", start=1)
    return tag("sectPr", properties + ("" if kind == "certificate" else "<w:titlePg/>"))


def _header_references(kind: str) -> str:
    if kind == "certificate":
        return '<w:headerReference w:type="default" r:id="rIdBorder"/>'
    return (
        '<w:headerReference w:type="default" r:id="rIdPageNumber"/>'
        '<w:headerReference w:type="first" r:id="rIdFirst"/>'
    )


def _paper(kind: str) -> str:
    width, height = A4 if kind == "portrait" else (A4[1], A4[0])
    margins = {
        "portrait": LETTER_MARGINS,
        "landscape": ANNEX_MARGINS,
        "certificate": CERTIFICATE_MARGINS,
    }[kind]
    size = tag(
        "pgSz", w=twips(width), h=twips(height), orient=None if kind == "portrait" else "landscape"
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


def border_header() -> str:
    """The border of a certificate, behind the text: a band of meanders between two frames, of our own drawing.

    It is left out on stock that carries a border.
    """
    width, height = A4[1], A4[0]
    frames = _shape(1, RECTANGLE, _Box.inset(9, width, height), 2.25) + _shape(
        2, RECTANGLE, _Box.inset(17, width, height), 1
    )
    band = _Box.inset(10.6, width, height)
    drawn = paragraph("Spacer", frames + _shape(3, meander(band.width, band.height), band, 1))
    return _header(
        _control("if not stock.border") + drawn + _control("endif") + paragraph("Spacer", "")
    )


def _control(statement: str) -> str:
    return paragraph("Spacer", run("{%p " + statement + " %}"))


def _header(content: str) -> str:
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>"


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle on the page, in millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def inset(cls, margin: float, width: float, height: float) -> "_Box":
        """The page's rectangle, smaller by `margin` on each side."""
        return cls(margin, margin, width - 2 * margin, height - 2 * margin)


def _shape(number: int, geometry: str, box: _Box, weight: float) -> str:
    """An unfilled shape drawn `weight` points thick, fixed to the page and behind the text."""
    extent = f'cx="{emu(box.width)}" cy="{emu(box.height)}"'
    line = f'<a:ln w="{round(weight * 12700)}"><a:solidFill><a:srgbClr val="{BORDER_COLOUR}"/></a:solidFill></a:ln>'
    shape = (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f"{geometry}<a:noFill/>{line}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(box.x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(box.y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{900 + number}" name="Khung {number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
