"""What every page of a file shows behind its text, lifted out, so that it is laid out and drawn once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from vbgen.word.package.bounds import OWN
from vbgen.word.package.compressor import Compressor
from vbgen.word.package.package import Package, read_package
from vbgen.word.package.parts import main_member
from vbgen.word.package.relations import read_relations, rels_name, target_name
from vbgen.word.package.xml import DECLARATION, parse_xml, w, xml_text
from vbgen.word.package.zipwriter import Member, write_zip
from vbgen.word.printfile.print_body import Body, cut

_REFERENCES = re.compile(r"<w:(?:header|footer)Reference\b[^>]*/>")
_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
_ID = re.compile(r'\br:id="([^"]+)"')
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EITHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SHOWN = tuple(w(name) for name in ("t", "tbl", "pict", "object", "sym", "drawing", "tab", "sdt"))
_FIELDS = (w("instrText"), w("fldSimple"))
_OTHER_PAGES = ("<w:titlePg", "<w:pgBorders")
_PLAIN_HEADER = ("header", 'w:type="default"')
_LOW = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)


@dataclass(frozen=True, slots=True)
class Lifted:
    """A Word file in two: its pages without what stands behind them, and that alone on one page."""

    pages: bytes
    backdrop: bytes


def lift_backdrop(document: bytes) -> Lifted | None:
    """The file without the drawings of its header, and one page with nothing else; nothing where that would show.

    LibreOffice draws a header's shapes anew for each section: a border of many strokes then costs more than all
    text. They are lifted only when every page has the same one header, which holds but drawings that lie behind the
    text, are placed on the page and move nothing.
    """
    package = read_package(document, limits=OWN)
    main = main_member(package.contents, package.name)
    head, body, tail = cut(package.contents[main].decode())
    header = _only_header(package, main, body)
    bare = _without_drawings(package.contents[header], header) if header else None
    if header is None or bare is None:
        return None
    page = f"{head}{_LOW}{body.section}{tail}"
    return Lifted(_with(package, {header: bare}), _with(package, {main: page}))


def _only_header(package: Package, main: str, body: Body) -> str | None:
    """The member with the one header of all sections, if there is one and nothing else at the pages' edges."""
    reference = _only_reference([*_SECTION.findall(body.blocks), body.section])
    named = _ID.search(reference)
    if named is None:
        return None
    rels = rels_name(main)
    relations = read_relations(package.contents.get(rels, b""), package.name, rels)
    relation = relations.get(named[1])
    header = target_name(main, relation.target) if relation else ""
    return header if header in package.contents else None


def _only_reference(sections: Sequence[str]) -> str:
    """The reference to the one header that all sections have; nothing where they have more or another."""
    if any(mark in "".join(sections) for mark in _OTHER_PAGES):
        return ""
    references = {tuple(_REFERENCES.findall(section)) for section in sections}
    only = references.pop()
    if references or len(only) != 1:
        return ""
    return only[0] if all(mark in only[0] for mark in _PLAIN_HEADER) else ""


def _without_drawings(content: bytes, name: str) -> str | None:
    """The header's paragraphs, empty; nothing when its drawings depend on text or page, or there are none."""
    root = parse_xml(content, name, name)
    drawings = [each for each in root.iter(_EITHER, w("drawing")) if not _is_inside_another(each)]
    if (
        not drawings
        or next(root.iter(*_FIELDS), None) is not None
        or not all(map(_lies_on_the_page, drawings))
    ):
        return None
    for each in drawings:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    return None if next(root.iter(*_SHOWN), None) is not None else DECLARATION + xml_text(root)


def _is_inside_another(drawing: etree._Element) -> bool:
    return any(above.tag in (_EITHER, w("drawing")) for above in drawing.iterancestors())


def _lies_on_the_page(drawing: etree._Element) -> bool:
    """Whether it is behind the text, at a place of the page, and text does not flow around it."""
    anchor = next(drawing.iter(f"{{{_DRAWN}}}anchor", f"{{{_DRAWN}}}inline"), None)
    if anchor is None or anchor.get("behindDoc") not in {"1", "true"}:
        return False
    places = [anchor.find(f"{{{_DRAWN}}}position{axis}") for axis in "HV"]
    is_on_page = all(place is not None and place.get("relativeFrom") == "page" for place in places)
    return is_on_page and anchor.find(f"{{{_DRAWN}}}wrapNone") is not None


def _with(package: Package, changed: dict[str, str]) -> bytes:
    """The package with other texts in some members."""
    compressor = Compressor(level=1)
    return write_zip(
        Member.of(member.name, changed[member.name].encode(), compressor)
        if member.name in changed
        else member
        for member in package.members
    )
