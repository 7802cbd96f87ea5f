"""Styles that a fragment uses and its host lacks, taken over with those they stand on."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from vbgen.word.package.parts import main_member
from vbgen.word.package.relations import (
    STYLES,
    PartRelation,
    read_relations,
    rels_name,
    target_name,
    with_override,
    with_relations,
)
from vbgen.word.package.xml import parse_xml, w, xml_bytes

_USES = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle"))
_LEADS_TO = tuple(w(name) for name in ("basedOn", "link", "next", "numStyleLink"))
_TYPES = "[Content_Types].xml"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"


def related_part(contents: Mapping[str, bytes], file: str, kind: str) -> str:
    """The part that the body of a document relates to in this way, or nothing."""
    main = main_member(contents, file)
    relations = read_relations(contents.get(rels_name(main), b""), file, rels_name(main))
    found = (relation for relation in relations.values() if relation.kind == kind)
    target = next((target_name(main, relation.target) for relation in found), "")
    return target if target in contents else ""


def add_part(contents: dict[str, bytes], file: str, name: str, kind: str, mime: str) -> None:
    """Make `name`, already in `contents`, a part that the body relates to."""
    main = main_member(contents, file)
    rels = rels_name(main)
    relation = PartRelation(
        f"fragment{kind.rpartition('/')[2].title()}", kind, f"/{name}", external=False
    )
    contents[rels] = with_relations(contents.get(rels, b""), [relation])
    contents[_TYPES] = with_override(contents[_TYPES], name, mime)


def carry_styles(
    blocks: Sequence[etree._Element], source: Mapping[str, bytes], file: str, host: dict[str, bytes]
) -> None:
    """Copy into the host's styles what the blocks use; a style of the same id in the host stays as it is."""
    used = {str(use.get(w("val"))) for block in blocks for use in block.iter(*_USES)}
    theirs = related_part(source, file, STYLES)
    if not used or not theirs:
        return
    ours = related_part(host, file, STYLES)
    if not ours:
        host["word/styles.xml"] = source[theirs]
        add_part(host, file, "word/styles.xml", STYLES, _MIME)
        return
    root = parse_xml(host[ours], file, ours)
    known = set(_styles(root))
    wanted = list(_closure(_styles(parse_xml(source[theirs], file, theirs)), used - known, known))
    root.extend(wanted)
    if wanted:
        host[ours] = xml_bytes(root)


def _styles(root: etree._Element) -> dict[str, etree._Element]:
    return {str(style.get(w("styleId"))): style for style in root.iter(w("style"))}


def _closure(
    styles: Mapping[str, etree._Element], wanted: set[str], known: set[str]
) -> Iterator[etree._Element]:
    open_ids = sorted(wanted)
    seen = set(known)
    while open_ids:
        style = styles.get(open_ids[0])
        seen.add(open_ids.pop(0))
        if style is None:
            continue
        copy = deepcopy(style)
        copy.attrib.pop(w("default"), "")
        yield copy
        leads = {str(lead.get(w("val"))) for lead in style.iter(*_LEADS_TO)}
        open_ids += sorted(leads - seen - set(open_ids))
