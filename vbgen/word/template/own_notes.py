"""Notes of one rendering: those of subdocuments beside the template's own, those that a loop repeats copied."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from vbgen.word.package.relations import ENDNOTES, FOOTNOTES
from vbgen.word.package.xml import DECLARATION, parse_xml, xml_text
from vbgen.word.template.compiling import CompiledPart
from vbgen.word.template.fragments.carrying_styles import related_part
from vbgen.word.template.language.repeated import unique_ranges
from vbgen.word.template.language.repeated_notes import OwnNotes, with_notes_of

if TYPE_CHECKING:
    from vbgen.word.template.rendering import Rendering

Rendered = Sequence[tuple[CompiledPart, Sequence[str]]]


def with_own_notes(
    rendered: Rendered,
    added: dict[str, bytes],
    contents: Mapping[str, bytes],
    rendering: "Rendering",
) -> Rendered:
    """The parts, each note of them referred to once; `added` changes where its parts of notes do."""
    if not rendering.has_blocks and not any(part.source.notes for part, _chunks in rendered):
        return rendered
    texts = {part.member: "".join(chunks) for part, chunks in rendered}
    members = _note_members({**contents, **added})
    for kind, member in members.items():
        _bring_together(kind, member, texts, added, rendering.fresh_id)
    _copy_repeated(members, texts, added, contents, rendering.fresh_id)
    return [(part, (texts[part.member],)) for part, _chunks in rendered]


def _copy_repeated(
    members: Mapping[str, str],
    texts: dict[str, str],
    added: dict[str, bytes],
    contents: Mapping[str, bytes],
    fresh_id: Callable[[], int],
) -> None:
    """Every further reference to a note under a number of its own, with a copy of the note."""
    notes = OwnNotes(
        {kind: _notes(member, texts, added, contents) for kind, member in members.items()}
    )
    for member in sorted(texts.keys() - members.values()):
        texts[member] = notes.referred(texts[member])
    for kind, text in notes.grown(fresh_id).items():
        if members[kind] in texts:
            texts[members[kind]] = text
        else:
            added[members[kind]] = _bytes(text)


def _notes(
    member: str,
    texts: Mapping[str, str],
    added: Mapping[str, bytes],
    contents: Mapping[str, bytes],
) -> str:
    if member in texts:
        return texts[member]
    return _text(added.get(member, contents.get(member, b"")), member)


def _bring_together(
    kind: str,
    member: str,
    texts: dict[str, str],
    added: dict[str, bytes],
    fresh_id: Callable[[], int],
) -> None:
    """What subdocuments brought into a part of notes, beside what the template printed there."""
    if member not in added:
        return
    brought = _text(added[member], member)
    if member in texts:
        texts[member] = unique_ranges(with_notes_of(kind, texts[member], brought), fresh_id)
        del added[member]
    else:
        added[member] = _bytes(unique_ranges(brought, fresh_id))


def _bytes(text: str) -> bytes:
    return (DECLARATION + text).encode()


def _note_members(contents: Mapping[str, bytes]) -> dict[str, str]:
    found = {
        "footnote": related_part(contents, "", FOOTNOTES),
        "endnote": related_part(contents, "", ENDNOTES),
    }
    return {kind: member for kind, member in found.items() if member}


def _text(content: bytes, member: str) -> str:
    return xml_text(parse_xml(content, "", member))
