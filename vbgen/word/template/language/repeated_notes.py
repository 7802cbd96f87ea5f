"""A footnote or endnote that a loop repeats: each turn gets a note of its own, a copy under a free number."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from vbgen.word.template.language.repeated import (
    unique_ranges,
    without_control_ids,
    without_paragraph_ids,
)

_REFERENCE = re.compile(r'<w:(footnote|endnote)Reference\b[^<>]*?\bw:id="([^"]*)"[^<>]*>')
_ID = re.compile(r'(?<=\bw:id=")[^"]*(?=")')


def is_note(raw: str) -> bool:
    """Whether a piece of mark-up refers to a footnote or an endnote."""
    return _REFERENCE.match(raw) is not None


@dataclass(slots=True, eq=False)
class OwnNotes:
    """The references of a part, and which notes have to be copied for them."""

    parts: dict[str, str]  # the text of the part of notes of each kind
    copies: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # kind → (old, new)
    free: dict[str, int] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def referred(self, text: str) -> str:
        """The part, each of its references with a number of its own."""
        return _REFERENCE.sub(self._one, text)

    def grown(self, fresh_id: Callable[[], int]) -> dict[str, str]:
        """The parts of notes to which copies were added, by kind; drawings take numbers from `fresh_id`."""
        return {
            kind: unique_ranges(_with_copies(kind, self.parts[kind], some), fresh_id)
            for kind, some in self.copies.items()
        }

    def _one(self, match: "re.Match[str]") -> str:
        kind, number = match[1], match[2]
        if kind not in self.parts or (kind, number) not in self.seen:
            self.seen.add((kind, number))
            return match[0]
        fresh = self._fresh(kind)
        self.copies.setdefault(kind, []).append((number, fresh))
        return _ID.sub(fresh, match[0], count=1)

    def _fresh(self, kind: str) -> str:
        if kind not in self.free:
            numbers = filter(str.isdecimal, _by_number(kind, self.parts[kind]))
            self.free[kind] = max(map(int, numbers), default=0) + 1
        number, self.free[kind] = self.free[kind], self.free[kind] + 1
        return str(number)


def with_notes_of(kind: str, part: str, other: str) -> str:
    """The part with the notes of another that have numbers it lacks."""
    ours = set(_by_number(kind, part))
    more = "".join(note for number, note in _by_number(kind, other).items() if number not in ours)
    return _with_more(kind, part, more)


def _note(kind: str) -> "re.Pattern[str]":
    return re.compile(rf"<w:{kind}\b[^<>]*>.*?</w:{kind}>", re.DOTALL)


def _by_number(kind: str, part: str) -> dict[str, str]:
    return {
        found[0]: note[0] for note in _note(kind).finditer(part) if (found := _ID.search(note[0]))
    }


def _with_copies(kind: str, part: str, copies: Sequence[tuple[str, str]]) -> str:
    """The part with a copy of each note at its end."""
    notes = _by_number(kind, part)
    plain = {old: _plain(notes[old]) for old, _new in copies if old in notes}
    more = (_ID.sub(new, plain[old], count=1) for old, new in copies if old in plain)
    return _with_more(kind, part, "".join(more))


def _with_more(kind: str, part: str, more: str) -> str:
    end = f"</w:{kind}s>"
    return part.replace(end, f"{more}{end}")


def _plain(note: str) -> str:
    return without_paragraph_ids(without_control_ids(note))
