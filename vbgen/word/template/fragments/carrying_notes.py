"""Footnotes and endnotes of a fragment, taken over under numbers that the host has free."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from vbgen.word.package.relations import ENDNOTES, FOOTNOTES
from vbgen.word.package.xml import parse_xml, w, xml_bytes
from vbgen.word.template.fragments.carrying_styles import add_part, related_part

_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(frozen=True, slots=True)
class NoteKind:
    """Footnotes, or endnotes."""

    name: str  # of one: `footnote`
    relation: str

    @property
    def reference(self) -> str:
        """What stands in the text where a note belongs."""
        return w(f"{self.name}Reference")

    @property
    def part(self) -> str:
        """The part that holds them where a host had none."""
        return f"word/{self.name}s.xml"

    def write(
        self, host: dict[str, bytes], member: str, notes: Sequence[etree._Element], file: str
    ) -> None:
        """The notes, at the end of those in `member`."""
        root = parse_xml(host[member], file, member)
        root.extend(list(notes))
        host[member] = xml_bytes(root)


NOTES = (NoteKind("footnote", FOOTNOTES), NoteKind("endnote", ENDNOTES))


def carried_notes(
    kind: NoteKind,
    blocks: Sequence[etree._Element],
    source: Mapping[str, bytes],
    file: str,
    host: Mapping[str, bytes],
) -> list[etree._Element]:
    """Copies of the notes that the blocks refer to, numbered for the host; the blocks refer to these from here on."""
    theirs = related_part(source, file, kind.relation)
    known = _notes(source, theirs, file)
    references = [each for each in _references(kind, blocks) if _number(each) in known]
    copies = {old: deepcopy(known[old]) for old in dict.fromkeys(map(_number, references))}
    for number, copy in enumerate(copies.values(), _first_free(kind, host, file)):
        copy.set(w("id"), str(number))
    for reference in references:
        reference.set(w("id"), _number(copies[_number(reference)]))
    return list(copies.values())


def _notes(source: Mapping[str, bytes], part: str, file: str) -> dict[str, etree._Element]:
    """The notes of a part by their numbers; none without the part."""
    root = parse_xml(source[part], file, part) if part else ()
    return {_number(note): note for note in root}


def _number(element: etree._Element) -> str:
    return str(element.get(w("id")))


def _references(kind: NoteKind, blocks: Sequence[etree._Element]) -> Iterator[etree._Element]:
    for block in blocks:
        yield from block.iter(kind.reference)


def keep_notes(
    kind: NoteKind,
    notes: Sequence[etree._Element],
    source: Mapping[str, bytes],
    file: str,
    host: dict[str, bytes],
) -> tuple[str, str]:
    """The part of the fragment that the notes come from, and that of the host that takes them, made where it lacks."""
    theirs = related_part(source, file, kind.relation)
    ours = related_part(host, file, kind.relation)
    if ours or not notes:
        return theirs, ours
    root = parse_xml(source[theirs], file, theirs)
    for note in [each for each in root if each.get(w("type")) is None]:
        root.remove(note)
    host[kind.part] = xml_bytes(root)
    add_part(host, file, kind.part, kind.relation, f"{_MIME}{kind.name}s+xml")
    return theirs, kind.part


def _first_free(kind: NoteKind, host: Mapping[str, bytes], file: str) -> int:
    ours = related_part(host, file, kind.relation)
    return max(_numbers(parse_xml(host[ours], file, ours)), default=0) + 1 if ours else 1


def _numbers(root: etree._Element) -> Iterator[int]:
    for note in root:
        number = str(note.get(w("id"), "0"))
        yield int(number) if number.lstrip("-").isdigit() else 0
