"""How paragraphs stand put right: indents, spacing, line spacing, empty paragraphs, tables, lines."""

from collections.abc import Mapping
from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.nd30.mend.elements import drop, new, properties, put
from vbgen.nd30.mend.looks import FormatMend, no_underline, runs_of, set_size
from vbgen.nd30.parts.line import Line
from vbgen.nd30.parts.names import Part
from vbgen.nd30.parts.paper import Paper
from vbgen.nd30.reading.values import Paragraph, Table
from vbgen.nd30.reading.xmlnames import EMU_PER_MM, WP, A, child, w
from vbgen.nd30.rules.body import gap_pt, text_of, usual_size
from vbgen.nd30.rules.book import Book
from vbgen.nd30.rules.model import Hit
from vbgen.nd30.rules.rulelines import printed_widths, rule_line_under, text_width_mm
from vbgen.wording.measure import rule_line_mm

_NARROW, _WIDE = "567", "720"  # 1 cm and 1,27 cm in twips


def justify(hit: Hit, _paper: Paper, _book: Book) -> None:
    """Both edges even."""
    if hit.paragraph is not None:
        put(properties(hit.paragraph.element, "pPr"), "jc", val="both")


def first_line(hit: Hit, paper: Paper, _book: Book) -> None:
    """The first line indented as most of the text is, 1,27 cm when nothing tells."""
    if hit.paragraph is None:
        return
    starts = [item.format.first_line_mm for _role, item in text_of(paper)]
    narrow = sum(abs(start - 10) < 1 for start in starts) > sum(abs(start - 12.7) < 1 for start in starts)
    put(
        properties(hit.paragraph.element, "pPr"), "ind",
        left="0", firstLine=_NARROW if narrow else _WIDE, hanging=None, start=None,
    )  # fmt: skip


def indent_without_blanks(hit: Hit, paper: Paper, book: Book) -> None:
    """The blanks go by their own mend; what they stood for becomes an indent."""
    if hit.paragraph is not None and hit.paragraph.format.first_line_mm < 9:  # noqa: PLR2004 - no indent of its own
        first_line(hit, paper, book)


def gap(hit: Hit, paper: Paper, book: Book) -> None:
    """Six points between this paragraph and the one above."""
    below = hit.paragraph
    body = [item for _role, item in text_of(paper)]
    place = next((index for index, item in enumerate(body) if item is below), 0)
    if below is None or not place:
        return
    missing = book.number("body.spacing", "min") - gap_pt(body[place - 1], below)
    stand = properties(below.element, "pPr")
    before = 0.0 if below.format.contextual else below.format.before_pt
    put(stand, "spacing", before=f"{round((before + missing) * 20)}", beforeLines=None, beforeAutospacing=None)
    if below.format.contextual:
        put(stand, "contextualSpacing", val="0")


def line_spacing(hit: Hit, _paper: Paper, book: Book) -> None:
    """Single to one and a half lines: the nearest of the two."""
    paragraph = hit.paragraph
    if paragraph is None:
        return
    rule = book["body.line-spacing"]
    lines = paragraph.format.lines
    wanted = rule.number("max") if lines is not None and lines > rule.number("max") else rule.number("min")
    put(properties(paragraph.element, "pPr"), "spacing", line=f"{round(wanted * 240)}", lineRule="auto")


def body_size(hit: Hit, paper: Paper, book: Book) -> None:
    """The size that most of the text has, when that is a lawful one."""
    usual = usual_size(item for _role, item in text_of(paper)) or 14.0
    low, high = (book.number("body.size", name) for name in ("min", "max"))
    for run in runs_of(hit):
        set_size(run, min(max(usual, low), high))


def heading_spacing(hit: Hit, paper: Paper, _book: Book) -> None:
    """National name and motto at single spacing."""
    for part in (Part.NATIONAL_NAME, Part.MOTTO):
        line = paper.first(part)
        if line is not None:
            put(
                properties(line.paragraph.element, "pPr"), "spacing", before="0", after="0", line="240", lineRule="auto"
            )


def subject_gap(hit: Hit, paper: Paper, _book: Book) -> None:
    """Six points between number and V/v."""
    number = paper.first(Part.NUMBER)
    if hit.paragraph is not None and number is not None:
        put(properties(number.paragraph.element, "pPr"), "spacing", after="0")
        put(properties(hit.paragraph.element, "pPr"), "spacing", before="120")


def remove_empty(hit: Hit, _paper: Paper, _book: Book) -> None:
    """The empty paragraph goes."""
    element = hit.paragraph.element if hit.paragraph is not None else None
    parent = element.getparent() if element is not None else None
    if element is not None and parent is not None:
        parent.remove(element)


def remove_tail(hit: Hit, paper: Paper, _book: Book) -> None:
    """Page breaks and empty paragraphs behind the last words go, but for one that a table needs."""
    for paragraph in reversed(paper.document.paragraphs):
        for item in list(paragraph.element.iter(w("br"))) if paragraph.page_break else ():
            parent = item.getparent()
            if item.get(w("type")) == "page" and parent is not None:
                parent.remove(item)
        if not paragraph.is_empty or paragraph.cell is not None:
            return
        before = paragraph.element.getprevious()
        if before is None or before.tag != w("p") or child(child(paragraph.element, "pPr"), "sectPr") is not None:
            return
        remove_empty(Hit(hit.rule, "", paragraph), paper, _book)


def repeat_heading(hit: Hit, _paper: Paper, _book: Book) -> None:
    """The first row repeats on each page."""
    if isinstance(hit.where, Table):
        row = next(hit.where.element.iter(w("tr")))
        _row_says(row, "tblHeader")


def whole_rows(hit: Hit, _paper: Paper, _book: Book) -> None:
    """No row is cut by a page."""
    if isinstance(hit.where, Table):
        for row in hit.where.element.findall(w("tr")):
            _row_says(row, "cantSplit")


def _row_says(row: _Element, name: str) -> None:
    settings = child(row, "trPr")
    if settings is None:
        settings = new("trPr")
        exceptions = child(row, "tblPrEx")
        if exceptions is None:
            row.insert(0, settings)
        else:
            exceptions.addnext(settings)
    drop(settings, name)
    settings.append(new(name))


def draw_line(hit: Hit, paper: Paper, _book: Book) -> None:
    """A drawn line of the right length below the text."""
    if isinstance(hit.where, Line):
        element = hit.where.paragraph.element
        element.addnext(line_paragraph(_wanted_mm(hit, paper), _next_identity(element)))


def draw_instead_of_underline(hit: Hit, paper: Paper, book: Book) -> None:
    """The underline goes and a drawn line comes."""
    no_underline(hit, paper, book)
    draw_line(hit, paper, book)


def resize_line(hit: Hit, paper: Paper, _book: Book) -> None:
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
    left, right = (max(0.0, side + shift) for side in (paragraph.format.left, paragraph.format.right))
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
    paragraph.append(etree.fromstring(_LINE.format(width=round(width_mm * EMU_PER_MM), identity=identity)))
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

STAND_MENDS: Final[Mapping[str, FormatMend]] = {
    "national-name.spacing": heading_spacing,
    "letter-subject.spacing": subject_gap,
    "motto.line": draw_line,
    "issuer.line": draw_line,
    "subject.line": draw_line,
    "motto.underlined": draw_instead_of_underline,
    "issuer.underlined": draw_instead_of_underline,
    "subject.underlined": draw_instead_of_underline,
    "motto.line-length": resize_line,
    "issuer.line-length": resize_line,
    "subject.line-length": resize_line,
    "body.alignment": justify,
    "body.first-line": first_line,
    "body.spacing": gap,
    "body.line-spacing": line_spacing,
    "body.size": body_size,
    "body.size-mixed": body_size,
    "typing.indent-by-blanks": indent_without_blanks,
    "typing.empty-paragraphs": remove_empty,
    "typing.empty-last-page": remove_tail,
    "table.heading-row": repeat_heading,
    "table.split-rows": whole_rows,
}
