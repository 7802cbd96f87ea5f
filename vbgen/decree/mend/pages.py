"""Paper, margins and page numbers put right, a header made where there is none."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from lxml import etree
from lxml.etree import _Element

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.mend.looks import FormatMend
from vbgen.decree.parts.paper import Paper
from vbgen.word.elements import drop, new, place_child, put
from vbgen.word.package.lenient import LenientPackage, parse
from vbgen.word.reading.values import Section
from vbgen.word.reading.xmlnames import TWIPS_PER_MM, R, child, w

_A4: Final = ("11906", "16838")
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_NO_RELATIONS: Final = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
_HEADER: Final = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>'
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
    '<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r>{look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
_LOOK: Final = (
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    ' w:cs="Times New Roman" w:eastAsia="Times New Roman"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
)


def _section(hit: Hit) -> _Element | None:
    return hit.where.element if isinstance(hit.where, Section) else None


def mend_paper(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """A4, lying where the section lies now."""
    section = _section(hit)
    if section is not None and isinstance(hit.where, Section):
        width, height = _A4[::-1] if hit.where.is_landscape else _A4
        put(section, "pgSz", w=width, h=height)


def mend_orientation(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """Upright, its margins turned with the sheet by the margins' own rules."""
    section = _section(hit)
    if section is not None:
        put(section, "pgSz", w=_A4[0], h=_A4[1], orient=None)


def mend_margin(hit: Hit, _paper: Paper, book: FormRules) -> None:
    """The nearest bound of the range."""
    section = _section(hit)
    if section is None or not isinstance(hit.where, Section):
        return
    rule, side = book[hit.rule], hit.rule.rpartition("-")[2]
    width = float(getattr(hit.where, f"{side}_mm"))
    wanted = rule.number("min") if width < rule.number("min") else rule.number("max")
    put(section, "pgMar", **{side: f"{round(wanted * TWIPS_PER_MM)}"})


def _first(paper: Paper) -> _Element | None:
    return paper.document.sections[0].element


def hide_on_first_page(hit: Hit, paper: Paper, _book: FormRules) -> None:
    """A first page of its own; a page field in its header goes, unless words stand beside it."""
    section = _first(paper)
    if section is None:
        return
    if not paper.document.sections[0].title_page:
        drop(section, "titlePg")
        place_child(section, new("titlePg"))
    elif hit.paragraph is not None and not any(map(str.isalpha, hit.paragraph.text)):
        for run in [item for item in hit.paragraph.element if item.tag in {w("r"), w("fldSimple")}]:
            hit.paragraph.element.remove(run)


def arabic(_hit: Hit, paper: Paper, _book: FormRules) -> None:
    """Page numbers 1, 2, 3."""
    section = _first(paper)
    if section is not None:
        put(section, "pgNumType", fmt=None)


def from_one(_hit: Hit, paper: Paper, _book: FormRules) -> None:
    """Page numbers from 1."""
    section = _first(paper)
    if section is not None:
        put(section, "pgNumType", start=None)


PAGE_MENDS: Final[Mapping[str, FormatMend]] = {
    "page.paper": mend_paper,
    "page.orientation": mend_orientation,
    **{f"page.margin-{side}": mend_margin for side in ("top", "bottom", "left", "right")},
    "page-number.first-page": hide_on_first_page,
    "page-number.format": arabic,
    "page-number.start": from_one,
}


def with_page_numbers(package: LenientPackage, paper: Paper) -> LenientPackage:
    """The package with a numbered header for its first section: a new one, or the empty one that is there."""
    first = paper.document.sections[0]
    if first.element is None:
        return package
    if child(first.element, "titlePg") is None:
        place_child(first.element, new("titlePg"))
    name = first.headers.get("default")
    if name is None:
        return _with_new_header(package, first.element)
    if not any(item.plain or item.shapes for item in paper.document.margins.get(name, ())):
        root = paper.document.roots[name]
        root[:] = list(etree.fromstring(_HEADER.format(look=_LOOK)))
    return package


def _with_new_header(package: LenientPackage, section: _Element) -> LenientPackage:
    name = _free_name(package)
    relation = f"rId{next_relation(package)}"
    reference = new("headerReference", type="default")
    reference.set(f"{{{R}}}id", relation)
    section.insert(0, reference)
    content = _HEADER.format(look=_LOOK).encode()
    return with_part(package, name, content, _HEADER_TYPE, ("header", relation))


def with_part(
    package: LenientPackage, name: str, content: bytes, content_type: str, relation: tuple[str, str]
) -> LenientPackage:
    """The package with one more part, declared and related to the text as (kind, id)."""
    kind, identity = relation
    members = {**package.members, name: content}
    members["[Content_Types].xml"] = _declared(members["[Content_Types].xml"], name, content_type)
    relations = _relations_name(package)
    members[relations] = _related(
        members.get(relations, _NO_RELATIONS), identity, kind, name.rpartition("/")[2]
    )
    return replace(
        package, members=members, relations={**package.relations, identity: (kind, name)}
    )


def _free_name(package: LenientPackage) -> str:
    folder = package.main.rpartition("/")[0]
    numbers = range(1, len(package.members) + 2)
    return next(
        f"{folder}/header{n}.xml"
        for n in numbers
        if f"{folder}/header{n}.xml" not in package.members
    )


def next_relation(package: LenientPackage) -> int:
    """A number that no relation of the text has yet."""
    numbers = [
        int(name[3:])
        for name in package.relations
        if name.startswith("rId") and name[3:].isdecimal()
    ]
    root = parse(package.members.get(_relations_name(package), _NO_RELATIONS), "rels")
    numbers += [int(item.get("Id", "")[3:]) for item in root if item.get("Id", "")[3:].isdecimal()]
    return max(numbers, default=0) + 1


def _relations_name(package: LenientPackage) -> str:
    folder, _slash, base = package.main.rpartition("/")
    return f"{folder}/_rels/{base}.rels"


def _declared(types: bytes, name: str, content_type: str) -> bytes:
    root = parse(types, "[Content_Types].xml")
    etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _related(relations: bytes, identity: str, kind: str, target: str) -> bytes:
    root = parse(relations, "rels")
    etree.SubElement(
        root, f"{{{_RELATIONS}}}Relationship", Id=identity, Type=f"{R}/{kind}", Target=target
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
