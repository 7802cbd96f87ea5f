"""The body of a template, made from its readable source.

The source is XML with these elements: `p` (style), `b`, `i`, `br`, `tab`, `include` (name), `for` (each), `if` (test),
`else`, `table` (widths in mm, style, cuts), `row` (head), `cell` (style, span, align), `section` (ends the one before
it). Text is the template language of docxtpl as it stands.
"""

from collections.abc import Iterator

from lxml import etree

from vbgen.word.source.ooxml import paragraph, run, tag, twips
from vbgen.word.source.page import section_properties
from vbgen.word.source.styles import certificate_styles, styles
from vbgen.word.template.language.emit import FITTED

_LAST = "BodyLast"  # the style of what stands before a signature

Element = etree._Element  # noqa: SLF001 - lxml names its element type so


class SourceError(ValueError):
    """The source has an element or a style that does not exist."""


def body(source: Element) -> str:
    """Block content of the element `source`, in order."""
    return "".join(_block(child) for child in source)


def _block(element: Element) -> str:
    match element.tag:
        case "p":
            return _paragraph(element)
        case "include":
            return _control(f'include "{element.get("name")}"')
        case "for":
            return _control(f"for {element.get('each')}") + body(element) + _control("endfor")
        case "if":
            return _control(f"if {element.get('test')}") + body(element) + _control("endif")
        case "else":
            return _control("else")
        case "table":
            return _table(element)
        case "section":
            return _section(element)
    raise SourceError(f"line {element.sourceline}: unknown element <{element.tag}>")


def _control(statement: str) -> str:
    return paragraph("Spacer", run("{%p " + statement + " %}"))


def _section(element: Element) -> str:
    return f"<w:p>{tag('pPr', tag('pStyle', val='Spacer') + section_properties(element))}</w:p>"


def _paragraph(element: Element) -> str:
    return paragraph(_known_style(element, "Body"), "".join(_runs(element)), _direct(element))


def _known_style(element: Element, default: str) -> str:
    style = element.get("style", default)
    if style not in styles() and style not in certificate_styles():
        raise SourceError(f"line {element.sourceline}: unknown style {style}")
    return style


def _direct(element: Element) -> str:
    """What a single paragraph adds to its style."""
    keep = "<w:keepNext/>" if element.get("keep-next") or _leads_to_ending(element) else ""
    return keep + ("<w:pageBreakBefore/>" if element.get("page-break-before") else "")


def _leads_to_ending(element: Element) -> bool:
    """Whether a body's last paragraph follows: with two paragraphs a signature never stands under one line alone.

    What a loop repeats is left free, for nobody knows how long it is.
    """
    following = element.getnext()
    while following is None and (around := element.getparent()) is not None and around.tag == "if":
        element, following = around, around.getnext()
    while following is not None and following.tag == "if" and len(following):
        following = following[0]
    return following is not None and following.get("style") == _LAST


def _runs(element: Element, properties: str = "") -> Iterator[str]:
    if element.text:
        yield run(element.text, properties)
    for child in element:
        yield _inline(child, properties)
        if child.tail:
            yield run(child.tail, properties)


def _inline(element: Element, properties: str) -> str:
    if element.tag == "raw":  # mark-up of Word's own, as its text
        return element.text or ""
    if element.tag in {"br", "tab"}:
        return f"<w:r><w:{element.tag}/></w:r>"
    marks = {"b": "<w:b/><w:bCs/>", "i": "<w:i/><w:iCs/>"}
    if element.tag not in marks:
        raise SourceError(f"line {element.sourceline}: unknown element <{element.tag}>")
    return "".join(_runs(element, properties + marks[str(element.tag)]))


def _table(element: Element) -> str:
    widths = [twips(float(width)) for width in element.get("widths", "").split()]
    style = element.get("style", "Plain")
    is_cut = bool(element.get("cuts"))
    usual = 0 if style == "Plain" else 1.2
    margin = 4 if is_cut else usual
    properties = (
        tag("tblStyle", val=style)
        + tag("tblW", w=sum(widths), type="dxa")
        + tag("jc", val="center")
        + (_cut_lines() if is_cut else "")
        + tag("tblLayout", type="fixed")
        + _cell_margins(margin)
        + (_fitted() if style == "Grid" else "")
    )
    grid = tag("tblGrid", "".join(tag("gridCol", w=width) for width in widths))
    return f"<w:tbl>{tag('tblPr', properties)}{grid}{_rows(element, widths)}</w:tbl>"


def _fitted() -> str:
    """What asks for columns as wide as their words; Word keeps alternative text there."""
    return tag("tblDescription", val=f"{FITTED} {styles()['TableText']['size']}")


def _cut_lines() -> str:
    """Dashed lines between the cells, along which a sheet is cut."""
    look = {"val": "dashed", "sz": 6, "space": 0, "color": "808080"}
    return tag("tblBorders", tag("insideH", **look) + tag("insideV", **look))


def _cell_margins(millimetres: float) -> str:
    side = {"w": twips(millimetres), "type": "dxa"}
    return tag("tblCellMar", tag("left", **side) + tag("right", **side))


def _rows(element: Element, widths: list[int]) -> str:
    return "".join(_row_or_control(child, widths) for child in element)


def _row_or_control(element: Element, widths: list[int]) -> str:
    match element.tag:
        case "row":
            return _row(element, widths)
        case "for":
            start, end = f"for {element.get('each')}", "endfor"
        case "if":
            start, end = f"if {element.get('test')}", "endif"
        case _:
            raise SourceError(f"line {element.sourceline}: <{element.tag}> cannot stand in a table")
    return _control_row(start, widths) + _rows(element, widths) + _control_row(end, widths)


def _control_row(statement: str, widths: list[int]) -> str:
    properties = tag("tcW", w=sum(widths), type="dxa") + tag("gridSpan", val=len(widths))
    content = paragraph("Spacer", run("{%tr " + statement + " %}"))
    return tag("tr", tag("tc", tag("tcPr", properties) + content))


def _row(element: Element, widths: list[int]) -> str:
    properties = "<w:cantSplit/>"
    if element.get("height"):
        properties += tag(
            "trHeight",
            val=twips(float(element.get("height", "0"))),
            hRule=element.get("rule", "exact"),
        )
    if element.get("head"):
        properties += "<w:tblHeader/>"
    cells, column = "", 0
    for cell in element:
        span = int(cell.get("span", "1"))
        cells += _cell(cell, sum(widths[column : column + span]), span)
        column += span
    if column != len(widths):
        raise SourceError(f"line {element.sourceline}: {column} columns instead of {len(widths)}")
    return tag("tr", tag("trPr", properties) + cells)


def _cell(element: Element, width: int, span: int) -> str:
    properties = tag("tcW", w=width, type="dxa") + (tag("gridSpan", val=span) if span > 1 else "")
    if element.get("align"):
        properties += tag("vAlign", val=element.get("align"))
    inner = (
        body(element)
        if _holds_blocks(element)
        else paragraph(_known_style(element, "TableText"), "".join(_runs(element)))
    )
    return tag("tc", tag("tcPr", properties) + (inner or paragraph("TableText", "")))


def _holds_blocks(element: Element) -> bool:
    return any(child.tag in {"p", "include", "for", "if", "table"} for child in element)
