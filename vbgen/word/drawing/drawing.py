"""DrawingML of what stands in a line of text: a picture, a drawn line."""

from dataclasses import dataclass

from vbgen.word.drawing.image import Image
from vbgen.word.package.characters import escaped

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org"
_WP = f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
_R = f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_EMU_MM = 36_000
_EMU_PT = 12_700
_PT_MM = 72 / 25.4


def emu(mm: float) -> int:
    """Millimetres as EMU."""
    return round(mm * _EMU_MM)


def size_of(width_mm: float | None, height_mm: float | None, image: Image) -> tuple[int, int]:
    """Width and height in EMU, with the picture's proportions where one is left out."""
    width = emu(width_mm) if width_mm else 0
    height = emu(height_mm) if height_mm else 0
    if width and not height:
        return width, int(width * image.height / image.width)
    if height and not width:
        return int(height * image.width / image.height), height
    return (width, height) if width else (image.width, image.height)


def _told(alt: str) -> str:
    return f' descr="{escaped(alt)}"' if alt else ""


def _inline(size: tuple[int, int], number: int, name: str, alt: str, graphic: str) -> str:
    width, height = size
    return (
        f'<w:drawing><wp:inline {_WP} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name} {number}"{_told(alt)}/>{graphic}</wp:inline></w:drawing>'
    )


def fixed_to_page(  # noqa: PLR0913 - all but the drawing itself by keyword
    graphic: str,
    size: tuple[int, int],
    *,
    order: int,
    number: int,
    name: str,
    alt: str = "",
    at_mm: tuple[float, float] = (0.0, 0.0),
    behind: bool = True,
    in_cell: bool = True,
    namespaces: str = "",
) -> str:
    """A drawing at a place of the page, which takes no room of the text; those of a higher `order` lie over others.

    Without `in_cell` Word reckons from the page even where it stands in a table.
    """
    width, height = size
    left, top = map(emu, at_mm)
    return (
        f'<w:drawing><wp:anchor {namespaces}distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{order}" behindDoc="{behind:d}" locked="1" layoutInCell="{in_cell:d}" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}"{_told(alt)}/>{graphic}</wp:anchor></w:drawing>'
    )


def picture(size: tuple[int, int], number: int, relation: str, alt: str) -> str:
    """A picture, `size` in EMU, from the relationship named."""
    return _inline(size, number, "Picture", alt, picture_graphic(size, number, relation))


def picture_graphic(size: tuple[int, int], number: int, relation: str) -> str:
    """What a drawing of a picture holds."""
    width, height = size
    return (
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture" {_R}>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


@dataclass(frozen=True, slots=True)
class ShapeInText:
    """A black shape without an outline that belongs to a line of text; sizes in EMU."""

    size: tuple[int, int]
    geometry: str
    number: int
    name: str
    alt: str

    @property
    def height_mm(self) -> float:
        """How high it is."""
        return self.size[1] / _EMU_MM

    def inline(self) -> str:
        """It stands in the line."""
        return _inline(self.size, self.number, self.name, self.alt, self._graphic())

    def on_page(self, left_mm: float, top_mm: float) -> str:
        """It stands at a place of the page, over the text, and takes none of its room."""
        return fixed_to_page(
            self._graphic(),
            self.size,
            order=self.number,
            number=self.number,
            name=f"{self.name} {self.number}",
            alt=self.alt,
            at_mm=(left_mm, top_mm),
            behind=False,
            in_cell=False,
            namespaces=f"{_WP} ",
        )

    def _graphic(self) -> str:
        width, height = self.size
        return (
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}">'
            f'<wps:wsp xmlns:wps="{_WPS}"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>{self.geometry}<a:solidFill>'
            '<a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>'
            "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        )


def rule_line(width_mm: float, weight_pt: float, number: int) -> str:
    """A horizontal line as a drawing, and as a VML line for programs that know no drawings."""
    width = emu(width_mm)
    graphic = (
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{round(weight_pt * _EMU_PT)}">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic>"
    )
    drawing = _inline((width, 0), number, "Line", "", graphic)
    return (
        f'<mc:AlternateContent xmlns:mc="{_OFFICE}/markup-compatibility/2006" xmlns:wps="{_WPS}">'
        f'<mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{_vml_line(width_mm, weight_pt, number)}</mc:Fallback></mc:AlternateContent>"
    )


def _vml_line(width_mm: float, weight_pt: float, number: int) -> str:
    width = f"{width_mm * _PT_MM:.2f}pt"
    return (
        '<w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'id="line{number}" style="width:{width};height:0;mso-position-horizontal-relative:char;'
        f'mso-position-vertical-relative:line" from="0,0" to="{width},0" strokecolor="black" '
        f'strokeweight="{weight_pt}pt"/></w:pict>'
    )
