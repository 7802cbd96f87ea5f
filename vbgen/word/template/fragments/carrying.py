"""What a fragment brings along: its pictures, links, styles and numberings, under names the host has free."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.package.parts import main_member
from vbgen.word.package.relations import (
    HYPERLINK,
    IMAGE,
    PartRelation,
    read_relations,
    rels_name,
    target_name,
    with_default,
    with_relations,
)
from vbgen.word.package.xml import R, w
from vbgen.word.template.fragments.carrying_numbers import carry_numbering
from vbgen.word.template.fragments.carrying_styles import carry_styles

_TYPES = "[Content_Types].xml"
_COMMENTS = tuple(w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_SECTION_PARTS = tuple(w(name) for name in ("headerReference", "footerReference"))
_NOTES = tuple(w(name) for name in ("footnoteReference", "endnoteReference"))
_NAMED, _PARAGRAPH_IDS = (w("p"), w("tr")), ("}paraId", "}textId")
_MIME = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
}

Blocks = Sequence["etree._Element"]  # noqa: SLF001 - lxml calls its public type so


@dataclass(slots=True, eq=False)
class _Move:
    blocks: Blocks
    source: Mapping[str, bytes]
    file: str
    host: dict[str, bytes]
    member: str

    def problem(self, name: str, what: str) -> Problem:
        message = _(
            "Mảnh “{file}” có {what}, không đưa vào mẫu khác được.", file=self.file, what=what
        )
        quote = name.rpartition("}")[2]
        return Problem(
            "fragment-part",
            message,
            Place(file=self.file, quote=quote),
            hint=_("Hãy bỏ phần này khỏi mảnh."),
        )


def carry(
    blocks: Blocks, source: Mapping[str, bytes], file: str, host: dict[str, bytes], member: str
) -> list[Problem]:
    """Bring along what `blocks` of a fragment need for standing in `member` of `host`; what cannot come."""
    move = _Move(blocks, source, file, host, member)
    problems = list(_drop_foreign(move))
    problems += _carry_relations(move)
    carry_styles(blocks, source, file, host)
    carry_numbering(blocks, source, file, host)
    return problems


def _drop_foreign(move: _Move) -> Iterator[Problem]:
    for block in move.blocks:
        for element in list(block.iter(*_COMMENTS, *_SECTION_PARTS)):
            _remove(element)
        _drop_ids(block)
        for element in block.iter(*_NOTES):
            yield move.problem(str(element.tag), _("chú thích cuối trang"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_ids(block: etree._Element) -> None:
    """Take the ids from paragraphs, rows and content controls: the host may have the same, and Word gives new ones."""
    for element in block.iter(*_NAMED):
        for name in [each for each in element.attrib if str(each).endswith(_PARAGRAPH_IDS)]:
            del element.attrib[name]
    for properties in block.iter(w("sdtPr")):
        for number in properties.findall(w("id")):
            properties.remove(number)


def _carry_relations(move: _Move) -> list[Problem]:
    main = main_member(move.source, move.file)
    known = read_relations(move.source.get(rels_name(main), b""), move.file, rels_name(main))
    fresh: dict[str, PartRelation] = {}
    problems = []
    for element, attribute in _references(move.blocks):
        relation = known.get(str(element.get(attribute)))
        carried = _carried(move, main, relation, fresh) if relation else None
        if carried is None:
            problems.append(move.problem(str(element.tag), _("thành phần nhúng")))
        else:
            element.set(attribute, carried)
    if fresh:
        rels = rels_name(move.member)
        move.host[rels] = with_relations(move.host.get(rels, b""), fresh.values())
    return problems


def _references(blocks: Blocks) -> Iterator[tuple[etree._Element, str]]:
    for block in blocks:
        for element in block.iter(etree.Element):
            for attribute in element.attrib:
                if str(attribute).startswith(f"{{{R}}}") and element.get(attribute):
                    yield element, str(attribute)


def _carried(
    move: _Move, main: str, relation: PartRelation, fresh: dict[str, PartRelation]
) -> str | None:
    """The id in the host of a relationship of the fragment; `None` for a kind that cannot come."""
    if relation.id in fresh:
        return fresh[relation.id].id
    if relation.kind == HYPERLINK:
        target = relation.target
    elif relation.kind == IMAGE:
        target = "/" + _carry_image(
            move, move.source[target_name(main, relation.target)], relation.target
        )
    else:
        return None
    rels = move.host.get(rels_name(move.member), b"")
    new_id = f"fragment{rels.count(b'<Relationship ') + len(fresh) + 1}"
    fresh[relation.id] = PartRelation(new_id, relation.kind, target, relation.external)
    return new_id


def _carry_image(move: _Move, data: bytes, old: str) -> str:
    extension = old.rpartition(".")[2].lower()
    name = f"word/media/fragment-{sha256(data).hexdigest()[:16]}.{extension}"
    move.host[name] = data
    mime = _MIME.get(extension, f"image/{extension}")
    move.host[_TYPES] = with_default(move.host[_TYPES], extension, mime)
    return name
