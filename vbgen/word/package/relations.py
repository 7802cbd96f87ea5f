"""Relationships and content types of a package, read and extended."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath

from lxml import etree

from vbgen.word.package.characters import escaped
from vbgen.word.package.xml import DECLARATION, RELS, TYPES, parse_xml

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HYPERLINK, IMAGE, NUMBERING, STYLES, FOOTNOTES, ENDNOTES = (
    _KIND + name for name in ("hyperlink", "image", "numbering", "styles", "footnotes", "endnotes")
)


@dataclass(frozen=True, slots=True)
class PartRelation:
    """One relationship of a part."""

    id: str
    kind: str
    target: str
    external: bool

    def xml(self) -> str:
        """Its line in a `.rels` part."""
        mode = ' TargetMode="External"' if self.external else ""
        return f'<Relationship Id="{self.id}" Type="{self.kind}" Target="{escaped(self.target)}"{mode}/>'


def rels_name(member: str) -> str:
    """The member that holds the relationships of `member`."""
    return join(dirname(member), "_rels", basename(member) + ".rels")


def target_name(member: str, target: str) -> str:
    """The member that a relationship of `member` points to."""
    return normpath(join("/", dirname(member), target)).lstrip("/")


def read_relations(content: bytes, file: str, member: str) -> dict[str, PartRelation]:
    """The relationships in a `.rels` part, by their id."""
    if not content:
        return {}
    root = parse_xml(content, file, member)
    found = (_relation(element) for element in root.iter(f"{{{RELS}}}Relationship"))
    return {relation.id: relation for relation in found}


def _relation(element: etree._Element) -> PartRelation:
    external = str(element.get("TargetMode", "")).lower() == "external"
    return PartRelation(
        str(element.get("Id")), str(element.get("Type")), str(element.get("Target", "")), external
    )


def with_relations(content: bytes, relations: Iterable[PartRelation]) -> bytes:
    """A `.rels` part with more relationships; a new part where there was none."""
    added = "".join(relation.xml() for relation in relations).encode()
    head, close, tail = content.rpartition(b"</")
    if close and tail.rstrip().endswith(b"Relationships>"):
        prefix = tail.split(b"Relationships", 1)[0]
        return head + (added if not prefix else added.replace(b"<", b"<" + prefix)) + close + tail
    return f'{DECLARATION}<Relationships xmlns="{RELS}">'.encode() + added + b"</Relationships>"


def content_types(content: bytes, file: str) -> dict[str, str]:
    """The content type of each member that is named in `[Content_Types].xml`."""
    root = parse_xml(content, file, "[Content_Types].xml")
    overrides = root.iter(f"{{{TYPES}}}Override")
    return {
        str(each.get("PartName")).lstrip("/"): str(each.get("ContentType")) for each in overrides
    }


def default_types(content: bytes) -> dict[str, str]:
    """The content type of each ending that `[Content_Types].xml` names."""
    root = parse_xml(content, "", "[Content_Types].xml")
    return {
        str(each.get("Extension")).lower(): str(each.get("ContentType"))
        for each in root.iter(f"{{{TYPES}}}Default")
    }


def with_default(types: bytes, extension: str, mime: str) -> bytes:
    """`[Content_Types].xml` that knows files ending in `extension`."""
    return _with_type(types, "Default", "Extension", extension, mime)


def with_override(types: bytes, member: str, mime: str) -> bytes:
    """`[Content_Types].xml` that knows the part `member`."""
    return _with_type(types, "Override", "PartName", f"/{member}", mime)


def _with_type(types: bytes, name: str, key: str, value: str, mime: str) -> bytes:
    root = parse_xml(types, "", "[Content_Types].xml")
    known = [str(each.get(key)).lower() for each in root.iter(f"{{{TYPES}}}{name}")]
    if value.lower() in known:
        return types
    etree.SubElement(root, f"{{{TYPES}}}{name}", {key: value, "ContentType": mime})
    return DECLARATION.encode() + etree.tostring(root)


def without_relations(content: bytes, ids: Collection[str]) -> bytes:
    """A `.rels` part without the relationships of those ids."""
    root = parse_xml(content, "", "")
    for element in [each for each in root if each.get("Id") in ids]:
        root.remove(element)
    return DECLARATION.encode() + etree.tostring(root)
