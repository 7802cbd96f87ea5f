"""Styles that a fragment uses and its host lacks, taken over with those they stand on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

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


@dataclass(slots=True, eq=False)
class StylesTaken:
    """The host's styles with those that came, not yet kept: their lists may still get other numbers."""

    root: etree._Element | None = None  # None where the fragment uses no style
    part: str = ""
    came: list[etree._Element] = field(default_factory=list)
    names: dict[str, str] = field(
        default_factory=dict
    )  # id in the fragment → id in the host, where it differs

    def keep(self, host: dict[str, bytes]) -> None:
        """Put them into the host."""
        if self.root is not None and self.came:
            host[self.part] = xml_bytes(self.root)


def carry_styles(
    blocks: Sequence[etree._Element], source: Mapping[str, bytes], file: str, host: dict[str, bytes]
) -> StylesTaken:
    """Copy into the host's styles what the blocks use; a style of the same id in the host stays as it is."""
    used = {str(use.get(w("val"))) for block in blocks for use in block.iter(*_USES)}
    theirs = related_part(source, file, STYLES)
    if not used or not theirs:
        return StylesTaken()
    root, part = host_styles(host, file, source[theirs])
    known = set(styles_by_id(root))
    found = styles_by_id(parse_xml(source[theirs], file, theirs))
    came = list(_closure(found, used - known, known))
    root.extend(came)
    return StylesTaken(root, part, came)


def host_styles(host: dict[str, bytes], file: str, otherwise: bytes) -> tuple[etree._Element, str]:
    """The host's styles and their part; those of the fragment where it has none."""
    ours = related_part(host, file, STYLES)
    if not ours:
        ours = "word/styles.xml"
        host[ours] = otherwise
        add_part(host, file, ours, STYLES, _MIME)
    return parse_xml(host[ours], file, ours), ours


def styles_by_id(root: etree._Element) -> dict[str, etree._Element]:
    """The styles of a part, by their ids."""
    return {str(style.get(w("styleId"))): style for style in root.iterchildren(w("style"))}


def _closure(
    styles: Mapping[str, etree._Element], wanted: set[str], known: set[str]
) -> Iterator[etree._Element]:
    for name in reached(styles, wanted, known):
        copy = deepcopy(styles[name])
        copy.attrib.pop(w("default"), "")
        yield copy


def reached(
    styles: Mapping[str, etree._Element], wanted: Collection[str], known: Collection[str]
) -> Iterator[str]:
    """The wanted styles that there are, and those they stand on, but for the known ones."""
    open_ids, seen = sorted(wanted), set(known)
    while open_ids:
        name = open_ids.pop(0)
        style = None if name in seen else styles.get(name)
        seen.add(name)
        if style is None:
            continue
        yield name
        leads = {str(lead.get(w("val"))) for lead in style.iter(*_LEADS_TO)}
        open_ids += sorted(leads - seen - set(open_ids))
