"""The cell of a workbook that holds more text than Excel itself allows: what swells a file is named by its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from vbgen.word.package.opening import OpenedZip
from vbgen.word.package.relations import rels_name, target_name
from vbgen.word.package.strict import transitional
from vbgen.word.package.xml import R

_SHARED = "xl/sharedStrings.xml"
_BOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class LongCell:
    """Where the text stands, and how long it is."""

    sheet: str
    cell: str
    chars: int


def long_cell(archive: OpenedZip, most: int) -> LongCell | None:
    """The first cell with a text of more than `most` characters; `None` when there is none."""
    lengths = _shared_lengths(archive, most)
    for title, member in _sheets(archive):
        for cell in _tree(archive, member).iter("{*}c"):
            chars = _length(cell, lengths)
            if chars > most:
                return LongCell(title, str(cell.get("r", "")), chars)
    return None


def _shared_lengths(archive: OpenedZip, most: int) -> dict[str, int]:
    """Number of a shared text → its length, for the long ones."""
    if _SHARED not in archive:
        return {}
    texts = _tree(archive, _SHARED).iter("{*}si")
    lengths = {str(number): _text_length(each) for number, each in enumerate(texts)}
    return {number: chars for number, chars in lengths.items() if chars > most}


def _length(cell: etree._Element, shared: dict[str, int]) -> int:
    if cell.get("t") == "s":
        return shared.get(str(cell.findtext("{*}v", "")).strip(), 0)
    return _text_length(cell)


def _text_length(element: etree._Element) -> int:
    return sum(len(text) for text in element.itertext())


def _sheets(archive: OpenedZip) -> Iterator[tuple[str, str]]:
    """Title and member of each sheet, in the book's order."""
    rels = rels_name(_BOOK)
    if _BOOK not in archive or rels not in archive:
        return
    relations = _tree(archive, rels).iter("{*}Relationship")
    targets = {
        str(each.get("Id")): target_name(_BOOK, str(each.get("Target"))) for each in relations
    }
    for sheet in _tree(archive, _BOOK).iter("{*}sheet"):
        member = targets.get(str(sheet.get(f"{{{R}}}id")), "")
        if member in archive:
            yield str(sheet.get("name", "")), member


def _tree(archive: OpenedZip, member: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(transitional(archive.read(member)), parser)
