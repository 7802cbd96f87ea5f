"""Whether two Word files say the same in the same form, however they were written."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from itertools import groupby, zip_longest
from operator import itemgetter

from lxml import etree

from vbgen.word.package.package import read_package
from vbgen.word.package.parts import template_parts
from vbgen.word.package.relations import read_relations, rels_name, target_name
from vbgen.word.package.xml import R, parse_xml, w
from vbgen.word.template.language.emit import FITTED

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


def difference(ours: bytes, theirs: bytes) -> tuple[str, str] | None:
    """The first place where the two differ, as each has it; None for files that say the same in the same form.

    Where a table asks for columns as wide as their words, docxtpl keeps the widths of the template.
    """
    fitted = any(FITTED.encode() in part for part in read_package(theirs).contents.values())
    mine, other = _parts(ours, fitted=fitted), _parts(theirs, fitted=fitted)
    for member in sorted({*mine, *other}):
        pairs = zip_longest(mine.get(member, []), other.get(member, []), fillvalue="")
        found = next((pair for pair in pairs if pair[0] != pair[1]), None)
        if found:
            return found
    return None


def _parts(data: bytes, *, fitted: bool) -> dict[str, list[str]]:
    """The lines of each part with text."""
    package = read_package(data)
    members = [member for member, _label in template_parts(package.contents, "") if member != _CORE]
    lines = partial(_lines_of, package.contents, fitted=fitted)
    return {member: list(lines(member)) for member in members}


def _lines_of(contents: dict[str, bytes], member: str, *, fitted: bool) -> Iterator[str]:
    relations = read_relations(contents.get(rels_name(member), b""), "", member)
    media = {
        name: sha256(contents.get(target_name(member, each.target), b"")).hexdigest()
        for name, each in relations.items()
        if not each.external
    }
    root = parse_xml(contents[member], "", member)
    return _lines(_without_widths(root) if fitted else root, media)


def _without_widths(root: etree._Element) -> etree._Element:
    """The part without what fitting a table changes."""
    etree.strip_elements(root, *_OF_FITTING, with_tail=False)
    for empty in [each for each in root.iter(w("pPr")) if not len(each)]:
        parent = empty.getparent()
        if parent is not None:
            parent.remove(empty)
    return root


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
