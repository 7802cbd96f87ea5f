"""A Word file read whole: `read_document(open_package(path))` gives what a reader of the paper sees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from lxml.etree import _Element

from vbgen.errors import UnreadableFileError
from vbgen.messages import _
from vbgen.word.package.lenient import LenientPackage
from vbgen.word.reading.content import choice, read_content
from vbgen.word.reading.formats import paragraph_said
from vbgen.word.reading.numbering import ListNumbering, read_numbering
from vbgen.word.reading.sections import read_sections
from vbgen.word.reading.styles import StyleSheet, read_number, read_styles
from vbgen.word.reading.tableparts import TableParts
from vbgen.word.reading.values import Cell, CellSpot, Document, Paragraph, Row, Table
from vbgen.word.reading.xmlnames import MC, child, child_value, mm, truth, twips, value, w, whole

# Margins of even pages change sides by each of them (ECMA-376 Part 1, 17.15.1).
_MIRRORED_BY: Final = ("mirrorMargins", "bookFoldPrinting", "bookFoldRevPrinting")


@dataclass(slots=True)
class _MemberReader:
    """State of one reading of one member."""

    sheet: StyleSheet
    numbering: ListNumbering
    member: str
    part: str
    ordinals: Mapping[_Element, int]
    section: int = 0
    tables: Iterator[int] = field(default_factory=lambda: count(1))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where reading stands: the cell, the table's style, inside a text box or not."""

    cell: CellSpot | None = None
    table_style: str = ""
    boxed: bool = False


def read_document(package: LenientPackage) -> Document:
    """The document; raises UnreadableFileError when its text cannot be found."""
    root = package.xml(package.main)
    body = child(root, "body")
    if root is None or body is None:
        raise UnreadableFileError(
            _("Tệp Word không có phần thân văn bản; hãy mở bằng Word rồi lưu lại.")
        )
    sheet, numbering = read_styles(package), read_numbering(package)
    reader = _MemberReader(sheet, numbering, package.main, "body", _ordinals(root))
    blocks = tuple(_blocks(body, reader, _Spot()))
    sections = read_sections(body, package)
    margins, roots = _margin_parts(package, sheet, numbering)
    settings = package.xml(package.related("settings"))
    return Document(
        body=blocks,
        sections=sections,
        margins=margins,
        roots={package.main: root, **roots},
        main=package.main,
        even_headers=truth(settings, "evenAndOddHeaders") or False,
        gutter_on_top=truth(settings, "gutterAtTop") or False,
        two_on_one=truth(settings, "printTwoOnOne") or False,
        mirrored=any(truth(settings, name) for name in _MIRRORED_BY),
        has_deletions=next(root.iter(w("del"), w("ins"), w("moveFrom")), None) is not None,
        has_comments=next(root.iter(w("commentReference")), None) is not None,
    )


def _ordinals(root: _Element) -> dict[_Element, int]:
    return {item: ordinal for ordinal, item in enumerate(root.iter(w("p")))}


def _margin_parts(
    package: LenientPackage, sheet: StyleSheet, numbering: ListNumbering
) -> tuple[dict[str, tuple[Paragraph, ...]], dict[str, _Element]]:
    from vbgen.word.reading.values import flat

    found: dict[str, tuple[Paragraph, ...]] = {}
    roots: dict[str, _Element] = {}
    for kind, name in package.relations.values():
        root = package.xml(name) if kind in {"header", "footer"} else None
        if root is not None and name not in roots:
            reader = _MemberReader(sheet, numbering, name, kind, _ordinals(root))
            roots[name] = root
            found[name] = tuple(flat(tuple(_blocks(root, reader, _Spot()))))
    return found, roots


def _blocks(parent: _Element, reader: _MemberReader, spot: _Spot) -> Iterator[Paragraph | Table]:
    number = 0
    for item in _block_elements(parent):
        if item.tag == w("p"):
            for paragraph in _paragraph(item, reader, spot, number + 1):
                number += not paragraph.boxed or spot.boxed
                yield (
                    paragraph if paragraph.boxed and not spot.boxed else _counted(paragraph, number)
                )
        else:
            yield _table(item, reader)


def _block_elements(parent: _Element) -> Iterator[_Element]:
    for item in parent:
        if item.tag in {w("p"), w("tbl")}:
            yield item
        elif item.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}:
            yield from _block_elements(item)
        elif item.tag == f"{{{MC}}}AlternateContent":
            chosen = choice(item)
            if chosen is not None:
                yield from _block_elements(chosen)


def _counted(paragraph: Paragraph, number: int) -> Paragraph:
    return paragraph if paragraph.number == number else replace(paragraph, number=number)


def _paragraph(
    item: _Element, reader: _MemberReader, spot: _Spot, number_here: int
) -> Iterator[Paragraph]:
    """The paragraph, then those of text boxes in it; `number_here` is its own place from 1."""
    properties = child(item, "pPr")
    style = child_value(properties, "pStyle") or reader.sheet.default_paragraph
    number = read_number(properties) or reader.sheet.number(style)
    level = reader.numbering.level(number)
    content = read_content(item, style, spot.table_style, reader.sheet)
    yield Paragraph(
        runs=tuple(content.runs),
        text=content.text,
        format=reader.sheet.paragraph(
            style, spot.table_style, level.paragraph if level else {}, paragraph_said(properties)
        ),
        element=item,
        member=reader.member,
        ordinal=reader.ordinals.get(item, 0),
        number=number_here,
        part=reader.part,
        label=reader.numbering.label(number) if content.text.strip() else "",
        cell=spot.cell,
        boxed=spot.boxed,
        section=reader.section,
        shapes=tuple(content.shapes),
        fields=tuple(content.fields),
        field_looks=tuple(content.field_looks),
        page_break=content.page_break,
        hidden=content.hidden.strip(),
    )
    for box in content.boxes:
        for block in _blocks(box, reader, replace(spot, boxed=True)):
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from block.paragraphs
    if child(properties, "sectPr") is not None:
        reader.section += 1


def _table(item: _Element, reader: _MemberReader) -> Table:
    properties = child(item, "tblPr")
    style = child_value(properties, "tblStyle") or ""
    number = next(reader.tables)
    grid = [
        twips(value(column, "w")) or 0.0
        for column in item.findall(f"{w('tblGrid')}/{w('gridCol')}")
    ]
    parts = TableParts.of(item, style)
    rows = tuple(
        _row(row, index, number, parts, grid, reader)
        for index, row in enumerate(_children(item, "tr"), 1)
    )
    return Table(
        rows, number, _has_borders(properties, style, item, reader.sheet), reader.section, item
    )


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    for item in parent:
        if item.tag == w(name):
            yield item
        elif item.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins")}:
            yield from _children(item, name)


def _row(
    item: _Element,
    index: int,
    table: int,
    parts: TableParts,
    grid: list[float],
    reader: _MemberReader,
) -> Row:
    properties = child(item, "trPr")
    column = whole(child_value(properties, "gridBefore"))
    cells: list[Cell] = []
    for number, cell in enumerate(_children(item, "tc"), 1):
        settings = child(cell, "tcPr")
        span = max(1, whole(child_value(settings, "gridSpan"), 1))
        width = _cell_width(settings, grid[column : column + span])
        spot = _Spot(CellSpot(table, index, number, width), parts.style_at(index, number))
        cells.append(Cell(tuple(_blocks(cell, reader, spot)), width, column))
        column += span
    return Row(
        tuple(cells),
        truth(properties, "tblHeader") or False,
        truth(properties, "cantSplit") or False,
    )


def _cell_width(settings: _Element | None, columns: list[float]) -> float:
    own = child(settings, "tcW")
    width = twips(value(own, "w")) if value(own, "type") in {"dxa", None} else None
    return mm(width or sum(columns))


def _has_borders(
    properties: _Element | None, style: str, item: _Element, sheet: StyleSheet
) -> bool:
    borders = child(properties, "tblBorders")
    if borders is None:
        borders = item.find(f".//{w('tcBorders')}")
    if borders is None:
        return style in sheet.bordered
    return any((value(side) or "none") not in {"none", "nil"} for side in borders)
