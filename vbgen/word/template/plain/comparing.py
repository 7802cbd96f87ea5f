"""Whether two Word files say the same in the same form, however they were written."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby, zip_longest
from operator import itemgetter

from lxml import etree

from vbgen.word.package.package import read_package
from vbgen.word.package.parts import template_parts
from vbgen.word.package.relations import read_relations, rels_name, target_name
from vbgen.word.package.xml import R, parse_xml, w
from vbgen.word.template.language.emit import FITTED
from vbgen.word.template.values.closing_rows import free_closing_lines

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DRAWINGS = (w("drawing"), w("pict"), _COMPATIBLE)
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMBED = f"{{{R}}}embed"
_SILENT = tuple(
    w(name) for name in ("proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd")
)
_OF_FITTING = tuple(w(name) for name in ("tblDescription", "gridCol", "tcW", "keepNext"))
_IDENTITIES = ("rsid", "paraId", "textId", f"{{{R}}}")
_BREAKS = {"page": "\f"}
_CORE = "docProps/core.xml"

Media = dict[str, str]  # relationship → digest of the picture it leads to
_Part = tuple[etree._Element, Media]  # noqa: SLF001 - lxml names its element type so


def difference(ours: bytes, theirs: bytes) -> tuple[str, str] | None:
    """The first place where the two differ, as each has it; None for files that say the same in the same form.

    A table that asks for columns as wide as their words has them in ours, and the line that closes it as its last row;
    theirs keeps the widths of the template, and the line behind the table.
    """
    mine, other = _parts(ours), _parts(theirs)
    for member in sorted({*mine, *other}):
        fitted = _fitted_in(other.get(member))
        own, others = _lines_of(mine.get(member), fitted), _lines_of(other.get(member), fitted)
        pairs = zip_longest(own, others, fillvalue="")
        found = next((pair for pair in pairs if pair[0] != pair[1]), None)
        if found:
            return found
    return None


def _parts(data: bytes) -> dict[str, _Part]:
    """Each part with text."""
    contents = read_package(data).contents
    members = (member for member, _label in template_parts(contents, "") if member != _CORE)
    return {member: _part(contents, member) for member in members}


def _part(contents: dict[str, bytes], member: str) -> _Part:
    relations = read_relations(contents.get(rels_name(member), b""), "", member)
    media = {
        name: sha256(contents.get(target_name(member, each.target), b"")).hexdigest()
        for name, each in relations.items()
        if not each.external
    }
    return parse_xml(contents[member], "", member), media


def _fitted_in(part: _Part | None) -> list[int]:
    """Which tables ask for columns as wide as their words, by their order in the part."""
    tables = part[0].iter(w("tbl")) if part else ()
    return [number for number, table in enumerate(tables) if _asks_for_widths(table)]


def _asks_for_widths(table: etree._Element) -> bool:
    said = table.find(f"{w('tblPr')}/{w('tblDescription')}")
    return said is not None and said.get(w("val"), "").startswith(FITTED)


def _lines_of(part: _Part | None, fitted: list[int]) -> Iterator[str]:
    if part is None:
        return
    root, media = part
    free_closing_lines(root)
    tables = list(root.iter(w("tbl")))
    for number in fitted:
        if number < len(tables):
            _take_widths(tables[number])
    yield from _lines(root, media)


def _take_widths(table: etree._Element) -> None:
    """Take from a table what fitting it changes."""
    etree.strip_elements(table, *_OF_FITTING, with_tail=False)
    for empty in [each for each in table.iter(w("pPr")) if not len(each)]:
        parent = empty.getparent()
        if parent is not None:
            parent.remove(empty)


def _lines(element: etree._Element, media: Media) -> Iterator[str]:
    """An element and what it holds, one line for each format, each piece of text in one format, each row and cell."""
    yield _opened(element)
    if element.tag == w("p"):
        yield from _runs(element, media)
        return
    for child in element.iterchildren(etree.Element):
        if child.tag not in _SILENT:
            yield from _lines(child, media)
    yield "/"


def _opened(element: etree._Element) -> str:
    """An element's name and attributes; of a paragraph its format too."""
    words = [etree.QName(element).localname, *_attributes(element)]
    form = element.find(w("pPr")) if element.tag == w("p") else None
    return " ".join(words) + _whole(form)


def _attributes(element: etree._Element) -> list[str]:
    kept = {str(name): str(value) for name, value in element.attrib.items()}
    return [
        f"{name.rpartition('}')[2]}={kept[name]}"
        for name in sorted(kept)
        if not any(word in name for word in _IDENTITIES)
    ]


def _whole(element: etree._Element | None) -> str:
    """A format, with all that it holds."""
    if element is None:
        return ""
    parts = [_whole(child) for child in element.iterchildren(etree.Element)]
    inside = "".join(sorted(parts) if element.tag == w("rPr") else parts)
    return f"({_opened(element)}{inside})"


def _runs(paragraph: etree._Element, media: Media) -> Iterator[str]:
    """The text of a paragraph, neighbours of one format joined; an empty run says nothing."""
    pieces = [piece for run in paragraph.iter(w("r")) for piece in _pieces(run, media)]
    for form, same in groupby(pieces, itemgetter(0)):
        yield f"{form} “{''.join(text for _form, text in same)}”"


def _pieces(run: etree._Element, media: Media) -> Iterator[tuple[str, str]]:
    """What a run shows, piece by piece, each with its format; a drawing has none."""
    form = _whole(run.find(w("rPr")))
    for child in run.iterchildren(etree.Element):
        if child.tag in _DRAWINGS:
            yield "", _drawing(child, media)
        elif child.tag != w("rPr") and (text := _sign(child)):
            yield form, text


def _sign(element: etree._Element) -> str:
    if element.tag == w("t") and not len(
        element
    ):  # mark-up inside a text is a fault, and shown as it is
        return element.text or ""
    if element.tag == w("br"):
        return _BREAKS.get(str(element.get(w("type"))), "\n")
    return "\t" if element.tag == w("tab") else _whole(element)


def _drawing(element: etree._Element, media: Media) -> str:
    """The size of a drawing, and its picture."""
    extent = element.find(f".//{_EXTENT}")
    size = [] if extent is None else _attributes(extent)
    shown = [media.get(str(each.get(_EMBED)), "") for each in element.iter() if each.get(_EMBED)]
    return f"[{' '.join([*size, *shown])}]"
