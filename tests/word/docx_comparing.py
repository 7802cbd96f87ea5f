"""The text and structure of a Word file, so that two engines' documents can be compared."""

import io
from collections.abc import Iterator

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

Run = tuple[frozenset[tuple[str, tuple[tuple[str, str], ...]]], str]
Block = tuple[object, ...]

_DRAWN = ("drawing", "pict", "AlternateContent")


def shape(data: bytes) -> dict[str, list[Block]]:
    """The blocks of the body, the headers, the footers and the notes."""
    document = docx.Document(io.BytesIO(data))
    found = {"body": list(_blocks(document.element.body))}
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER, RELATIONSHIP_TYPE.FOOTNOTES)
    for relation in document.part.rels.values():
        if relation.reltype in kinds:
            root = parse_xml(relation.target_part.blob)
            blocks = (
                root
                if relation.reltype != RELATIONSHIP_TYPE.FOOTNOTES
                else [b for note in root for b in note]
            )
            found[str(relation.target_part.partname)] = list(_blocks(blocks))
    return found


def _blocks(parent: "etree._Element | list[etree._Element]") -> Iterator[Block]:
    for element in parent:
        if element.tag == qn("w:p"):
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            yield ("p", None if style is None else style.get(qn("w:val")), _runs(element))
        elif element.tag == qn("w:tbl"):
            rows = [
                [_cell(cell) for cell in row.findall(qn("w:tc"))]
                for row in element.findall(qn("w:tr"))
            ]
            yield ("tbl", rows, [each.get(qn("w:w")) for each in element.iter(qn("w:gridCol"))])
        elif element.tag == qn("w:sdt"):
            content = element.find(qn("w:sdtContent"))
            yield from _blocks([] if content is None else content)


def _cell(cell: etree._Element) -> Block:
    properties = cell.find(qn("w:tcPr"))
    kept = ("gridSpan", "vMerge", "shd")
    marks = {
        (name, each.get(qn("w:val"), ""), each.get(qn("w:fill"), ""))
        for name in kept
        for each in ([] if properties is None else properties.findall(qn(f"w:{name}")))
    }
    return (sorted(marks), list(_blocks(cell)))


def _runs(paragraph: etree._Element) -> list[Run]:
    """The runs with text, neighbours of one format joined."""
    runs: list[Run] = []
    for run in paragraph.iter(qn("w:r")):
        text = "".join(_signs(run))
        form = _format(run.find(qn("w:rPr")))
        if text and runs and runs[-1][0] == form:
            runs[-1] = (form, runs[-1][1] + text)
        elif text:
            runs.append((form, text))
    return runs


def _format(
    properties: etree._Element | None,
) -> frozenset[tuple[str, tuple[tuple[str, str], ...]]]:
    if properties is None:
        return frozenset()
    return frozenset(
        (
            each.tag.rpartition("}")[2],
            tuple(
                sorted(
                    (str(k).rpartition("}")[2], str(v))
                    for k, v in each.attrib.items()
                    if v != "clear"
                )
            ),
        )
        for each in properties
    )


def _signs(run: etree._Element) -> Iterator[str]:
    for child in run:
        name = child.tag.rpartition("}")[2]
        if name == "t":
            yield child.text or ""
        elif name == "tab":
            yield "\t"
        elif name == "br":
            yield "\f" if child.get(qn("w:type")) == "page" else "\n"
        elif name in _DRAWN:
            yield "<drawing>"


def without_kept_formats(theirs: list[Block], ours: list[Block]) -> bool:
    """Whether the two are equal but for formats that docxtpl drops after a value that ends its run."""
    return _plain(theirs) == _plain(ours) and _formats(theirs) <= _formats(ours) | {frozenset()}


def _plain(blocks: object) -> object:
    if isinstance(blocks, frozenset):
        return None
    if (
        isinstance(blocks, list)
        and blocks
        and isinstance(blocks[0], tuple)
        and isinstance(blocks[0][0], frozenset)
    ):
        return "".join(str(text) for _form, text in blocks)
    if isinstance(blocks, (list, tuple)):
        return [_plain(each) for each in blocks]
    return blocks


def _formats(blocks: object) -> set[object]:
    if isinstance(blocks, frozenset):
        return {blocks}
    if isinstance(blocks, (list, tuple)):
        return {form for each in blocks for form in _formats(each)}
    return set()
