"""The lines under motto, issuer and subject drawn where they are missing, and brought to their length."""

from collections.abc import Mapping
from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.mend.looks import FormatMend, no_underline
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.rulelines import printed_widths, rule_line_under, text_width_mm
from vbgen.word.elements import new, properties, put
from vbgen.word.reading.values import Paragraph
from vbgen.word.reading.xmlnames import EMU_PER_MM, WP, A, w
from vbgen.words.measure import rule_line_mm


def draw_line(hit: Hit, paper: Paper, _book: FormRules) -> None:
    """A drawn line of the right length below the text."""
    if isinstance(hit.where, Line):
        element = hit.where.paragraph.element
        element.addnext(line_paragraph(_wanted_mm(hit, paper), _next_identity(element)))


def draw_instead_of_underline(hit: Hit, paper: Paper, book: FormRules) -> None:
    """The underline goes and a drawn line comes."""
    no_underline(hit, paper, book)
    draw_line(hit, paper, book)


def resize_line(hit: Hit, paper: Paper, _book: FormRules) -> None:
    """The line gets its length: a drawing its width, typed characters their count, a border its indents."""
    part = Part(hit.rule.partition(".")[0])
    drawn = rule_line_under(paper, part)
    wanted = _wanted_mm(hit, paper)
    if drawn is None or not drawn.length_mm:
        return
    if any(shape.kind == "line" for shape in drawn.paragraph.shapes):
        _resize_drawing(drawn.paragraph, wanted)
    elif drawn.paragraph.plain and drawn.paragraph.runs:
        _retype(drawn.paragraph, wanted / drawn.length_mm)
    else:
        _indent_border(drawn.paragraph, drawn.length_mm, wanted)


def _wanted_mm(hit: Hit, paper: Paper) -> float:
    part = Part(hit.rule.partition(".")[0])
    lines = paper.of(part)
    width = printed_widths(lines, text_width_mm(paper, lines[-1].paragraph))[-1]
    return width if part is Part.MOTTO else rule_line_mm(width)


def _resize_drawing(paragraph: Paragraph, wanted: float) -> None:
    width = str(round(wanted * EMU_PER_MM))
    for shape in paragraph.shapes:
        if shape.kind == "line":
            for item in shape.element.iter(f"{{{WP}}}extent", f"{{{A}}}ext"):
                if item.get("cx") is not None:
                    item.set("cx", width)


def _retype(paragraph: Paragraph, factor: float) -> None:
    for run in paragraph.runs:
        for item in run.element.findall(w("t")):
            letters = item.text or ""
            if letters.strip("_-–—"):
                continue
            item.text = letters[:1] * max(1, round(len(letters) * factor))


def _indent_border(paragraph: Paragraph, length: float, wanted: float) -> None:
    shift = (length - wanted) / 2 * 1440 / 25.4
    left, right = (
        max(0.0, side + shift) for side in (paragraph.format.left, paragraph.format.right)
    )
    put(
        properties(paragraph.element, "pPr"),
        "ind",
        left=f"{round(left)}",
        right=f"{round(right)}",
        firstLine="0",
        hanging=None,
    )


def line_paragraph(width_mm: float, identity: int) -> _Element:
    """A centred paragraph of 4 points that holds one drawn line."""
    paragraph = new("p")
    stand = properties(paragraph, "pPr")
    put(stand, "spacing", before="0", after="0", line="80", lineRule="exact")
    put(stand, "ind", left="0", right="0", firstLine="0")
    put(stand, "jc", val="center")
    paragraph.append(
        etree.fromstring(_LINE.format(width=round(width_mm * EMU_PER_MM), identity=identity))
    )
    return paragraph


def _next_identity(element: _Element) -> int:
    root = element.getroottree().getroot()
    numbers = (item.get("id") or "0" for item in root.iter(f"{{{WP}}}docPr"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


_LINE: Final = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:rPr><w:noProof/></w:rPr><w:drawing>"
    '<wp:inline distT="0" distB="0" distL="0" distR="0"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:docPr id="{identity}" name="Line {identity}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvCnPr/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)

LINE_MENDS: Final[Mapping[str, FormatMend]] = {
    "motto.line": draw_line,
    "issuer.line": draw_line,
    "subject.line": draw_line,
    "motto.underlined": draw_instead_of_underline,
    "issuer.underlined": draw_instead_of_underline,
    "subject.underlined": draw_instead_of_underline,
    "motto.line-length": resize_line,
    "issuer.line-length": resize_line,
    "subject.line-length": resize_line,
}
