"""The package of a print file: the first document's members, and what later ones bring; each content once."""

from collections.abc import Mapping
from posixpath import dirname, join, splitext

from vbgen.errors import OutputError
from vbgen.messages import _
from vbgen.word.package.compressor import Compressor
from vbgen.word.package.opening import FlawError, OpenedZip
from vbgen.word.package.package import Package
from vbgen.word.package.parts import main_member
from vbgen.word.package.relations import (
    HYPERLINK,
    IMAGE,
    PartRelation,
    read_relations,
    rels_name,
    target_name,
    with_default,
    with_override,
    with_relations,
)
from vbgen.word.package.xml import TYPES, parse_xml
from vbgen.word.package.zipwriter import Member, write_zip

_TYPES = "[Content_Types].xml"
_CARRIED = (IMAGE, HYPERLINK, *(IMAGE.replace("image", kind) for kind in ("header", "footer")))
_MOST_BYTES = 64_000_000  # of one part of a document

Facts = Mapping[str, tuple[int, int]]  # member → (CRC, size)


class Parts:
    """Members of the print file but for its body."""

    def __init__(self, host: Package, compressor: Compressor) -> None:
        self.main = main_member(host.contents, host.name)
        self._compressor = compressor
        self._contents = dict(host.contents)
        self._members = {member.name: member for member in host.members if member.name != self.main}
        self._host: Facts = {
            m.name: (m.crc, m.size) for m in host.members if not self._is_own(m.name)
        }
        self._rels = rels_name(self.main)
        self._relations = read_relations(host.contents.get(self._rels, b""), host.name, self._rels)
        self._ids = {self._key(relation): relation.id for relation in self._relations.values()}
        self._brought: dict[tuple[object, ...], str] = {}
        self._fresh: list[PartRelation] = []

    def renamed(self, archive: OpenedZip) -> dict[str, str]:
        """The relationships of another document whose ids are others in the print file; its parts are brought.

        Raises OutputError for a document of another template: styles, lists or settings differ.
        """
        facts = archive.facts()
        if {name: fact for name, fact in facts.items() if not self._is_own(name)} == self._host:
            return {}
        relations = read_relations(_read(archive, self._rels, facts), "", self._rels)
        ids = {relation.id: self._id(relation, archive, facts) for relation in relations.values()}
        return {old: new for old, new in ids.items() if old != new}

    def write(self, body: Member) -> bytes:
        """The whole file."""
        if self._fresh:
            self.replace(
                self._rels, with_relations(self._contents.get(self._rels, b""), self._fresh)
            )
        return write_zip([*self._members.values(), body])

    def _is_own(self, name: str) -> bool:
        """What each document has of its own: its body and its properties."""
        return name == self.main or name.startswith("docProps/")

    def _key(self, relation: PartRelation) -> tuple[str, str, bool]:
        target = relation.target if relation.external else target_name(self.main, relation.target)
        return relation.kind, target, relation.external

    def _id(self, relation: PartRelation, archive: OpenedZip, facts: Facts) -> str:
        kind, target, external = self._key(relation)
        if not external:
            target = self._member(kind, target, archive, facts)
        key = (kind, target, external)
        if key not in self._ids:
            number = len(self._ids) + 1
            fresh = PartRelation(
                f"print{number}", kind, target if external else f"/{target}", external
            )
            self._ids[key] = fresh.id
            self._fresh.append(fresh)
        return self._ids[key]

    def _member(self, kind: str, name: str, archive: OpenedZip, facts: Facts) -> str:
        """The member that holds this content in the print file."""
        inner = rels_name(name)
        if self._host.get(name) == facts.get(name) and self._host.get(inner) == facts.get(inner):
            return name
        if kind not in _CARRIED or name not in facts:
            raise OutputError(_other_template(name))
        key = (name, facts[name], facts.get(inner))
        if key not in self._brought:
            self._brought[key] = self._bring(name, archive, facts)
        return self._brought[key]

    def _bring(self, name: str, archive: OpenedZip, facts: Facts) -> str:
        stem, extension = splitext(name)
        new = name if name not in self._members else f"{stem}-{len(self._brought) + 2}{extension}"
        self.replace(new, _read(archive, name, facts))
        self._type(name, new, _read(archive, _TYPES, facts))
        inner = rels_name(name)
        if inner in facts:
            found = read_relations(_read(archive, inner, facts), "", inner).values()
            moved = [self._moved(relation, name, archive, facts) for relation in found]
            self.replace(rels_name(new), with_relations(b"", moved))
        return new

    def _moved(
        self, relation: PartRelation, name: str, archive: OpenedZip, facts: Facts
    ) -> PartRelation:
        """A relationship of a header or footer, pointing to where its target lies in the print file."""
        if relation.external:
            return relation
        target = self._member(relation.kind, target_name(name, relation.target), archive, facts)
        return PartRelation(relation.id, relation.kind, f"/{target}", external=False)

    def _type(self, name: str, new: str, types: bytes) -> None:
        mime = _mime(name, types)
        is_media = dirname(name).endswith("media")
        known = self._contents[_TYPES]
        changed = (
            with_default(known, splitext(new)[1][1:], mime)
            if is_media
            else with_override(known, new, mime)
        )
        if changed != known:
            self.replace(_TYPES, changed)

    def replace(self, name: str, content: bytes) -> None:
        """A member new, or with new content."""
        self._contents[name] = content
        self._members[name] = Member.of(name, content, self._compressor)


def _mime(name: str, types: bytes) -> str:
    root, extension = parse_xml(types, "", _TYPES), splitext(name)[1][1:].lower()
    for override in root.iter(f"{{{TYPES}}}Override"):
        if override.get("PartName") == join("/", name):
            return str(override.get("ContentType"))
    for default in root.iter(f"{{{TYPES}}}Default"):
        if str(default.get("Extension")).lower() == extension:
            return str(default.get("ContentType"))
    return "application/octet-stream"


def _read(archive: OpenedZip, name: str, facts: Facts) -> bytes:
    """A member; nothing when there is none."""
    return read_part(archive, name) if name in facts else b""


def read_part(archive: OpenedZip, name: str) -> bytes:
    """A member, no bigger than a document of ours can be."""
    try:
        if archive.entries[name].file_size > _MOST_BYTES:
            raise OutputError(_("Một văn bản quá lớn nên không ghép được vào tệp in."))
        return archive.read(name)
    except (KeyError, FlawError) as fault:
        raise OutputError(_("Một văn bản bị hỏng nên không ghép được vào tệp in.")) from fault


def _other_template(name: str) -> str:
    return _(
        "Các văn bản không cùng một mẫu (phần “{part}” khác nhau) nên không ghép được thành một tệp in."
        " Hãy in riêng các văn bản của từng mẫu.",
        part=name,
    )
