"""What a fragment brings along: pictures, links, notes, styles and numberings, under names that the host has free."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.package.parts import main_member
from vbgen.word.package.relations import (
    HYPERLINK,
    PartRelation,
    read_relations,
    rels_name,
    with_relations,
)
from vbgen.word.package.xml import R, w
from vbgen.word.template.fragments.carrying_notes import NOTES, NoteKind, carried_notes, keep_notes
from vbgen.word.template.fragments.carrying_numbers import carry_numbering
from vbgen.word.template.fragments.carrying_parts import carry_part
from vbgen.word.template.fragments.carrying_styles import carry_styles
from vbgen.word.template.fragments.styles_apart import carry_styles_apart

_COMMENTS = tuple(w(name) for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_SECTION_PARTS = tuple(w(name) for name in ("headerReference", "footerReference"))
_NAMED, _PARAGRAPH_IDS = (w("p"), w("tr")), ("}paraId", "}textId")

Blocks = Sequence["etree._Element"]  # noqa: SLF001 - lxml calls its public type so


@dataclass(frozen=True, slots=True, eq=False)
class _Move:
    """Blocks on their way from `part` of a fragment into `member` of the host."""

    blocks: Blocks
    source: Mapping[str, bytes]
    file: str
    part: str
    host: dict[str, bytes]
    member: str

    def problem(self, name: str, what: str) -> Problem:
        message = _(
            "Phần dùng chung “{file}” có {what}, không đưa vào mẫu khác được.",
            file=self.file,
            what=what,
        )
        quote = name.rpartition("}")[2]
        return Problem(
            "fragment-part",
            message,
            Place(file=self.file, quote=quote),
            hint=_("Hãy bỏ phần này khỏi phần dùng chung."),
        )


def carry(
    blocks: Blocks,
    source: Mapping[str, bytes],
    file: str,
    host: dict[str, bytes],
    member: str,
    *,
    apart: bool = False,
) -> list[Problem]:
    """Bring along what `blocks` of a fragment need for standing in `member` of `host`; what cannot come.

    `apart`: they look as in their own file, whatever the host calls by the same names.
    """
    move = _Move(blocks, source, file, main_member(source, file), host, member)
    _drop_foreign(blocks)
    problems = _carry_relations(move)
    notes = [(kind, carried_notes(kind, blocks, source, file, host)) for kind in NOTES]
    everything = [*blocks, *(note for _kind, found in notes for note in found)]
    styles = carry_styles_apart if apart else carry_styles
    fresh = styles(everything, source, file, host)
    carry_numbering(everything, fresh, source, file, host)
    for kind, found in notes:
        if found:
            problems += _keep_notes(move, kind, found)
    return problems


def _keep_notes(move: _Move, kind: NoteKind, notes: Blocks) -> list[Problem]:
    """Put the notes where the host has its own, with what they refer to."""
    theirs, ours = keep_notes(kind, notes, move.source, move.file, move.host)
    _drop_foreign(notes)
    problems = _carry_relations(replace(move, blocks=notes, part=theirs, member=ours))
    kind.write(move.host, ours, notes, move.file)
    return problems


def _drop_foreign(blocks: Blocks) -> None:
    for block in blocks:
        for element in list(block.iter(*_COMMENTS, *_SECTION_PARTS)):
            _remove(element)
        _drop_ids(block)


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
    rels = rels_name(move.part)
    known = read_relations(move.source.get(rels, b""), move.file, rels)
    fresh: dict[str, PartRelation] = {}
    problems = []
    for element, attribute in _references(move.blocks):
        relation = known.get(str(element.get(attribute)))
        carried = _carried(move, relation, fresh) if relation else None
        if carried is None:
            problems.append(move.problem(str(element.tag), _("thành phần nhúng")))
        else:
            element.set(attribute, carried)
    if fresh:
        ours = rels_name(move.member)
        move.host[ours] = with_relations(move.host.get(ours, b""), fresh.values())
    return problems


def _references(blocks: Blocks) -> Iterator[tuple[etree._Element, str]]:
    for block in blocks:
        for element in block.iter(etree.Element):
            for attribute in element.attrib:
                if str(attribute).startswith(f"{{{R}}}") and element.get(attribute):
                    yield element, str(attribute)


def _carried(move: _Move, relation: PartRelation, fresh: dict[str, PartRelation]) -> str | None:
    """The id in the host of a relationship of the fragment; `None` for a kind that cannot come."""
    if relation.id in fresh:
        return fresh[relation.id].id
    if relation.kind == HYPERLINK:
        target: str | None = relation.target
    else:
        target = carry_part(relation, move.source, move.part, move.file, move.host)
    if target is None:
        return None
    rels = move.host.get(rels_name(move.member), b"")
    new_id = f"fragment{rels.count(b'<Relationship ') + len(fresh) + 1}"
    fresh[relation.id] = PartRelation(new_id, relation.kind, target, relation.external)
    return new_id
