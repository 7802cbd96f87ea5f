"""Codes are ours: made from names where none is typed, and found where a name stands in their place.

A code hangs on the row's own words alone, so that it stays the same when the file is read again, its rows are
put in another order, or others are added; a code that is typed counts before it.
"""

import base64
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from vbgen.campaign.topics import Topic
from vbgen.words.names import fold
from vbgen.words.tones import ToneStyle, with_tone_style

_SIGNS = 4  # behind the initials: a million codes for each
_MOST_INITIALS = 6
_NAMES = ("full_name", "name")  # by which people call a row
_Words = tuple[str, ...]


@dataclass
class KnownRows:
    """The codes of the rows read so far, and who they are; grows with every row."""

    _codes: dict[str, set[str]] = field(default_factory=dict)  # table → codes
    _called: dict[tuple[str, str], set[str]] = field(default_factory=dict)  # table, name → codes
    _name_of: dict[tuple[str, str], str] = field(default_factory=dict)  # table, code → name
    _rows: dict[str, dict[str, Mapping[str, object]]] = field(default_factory=dict)
    _by_words: dict[tuple[str, _Words], str] = field(default_factory=dict)  # table, words → code

    def settled(
        self, topic: Topic, values: Mapping[str, object], unread: Container[str] = ()
    ) -> dict[str, object]:
        """The row with codes for the names that stand in their place, and with a code of its own.

        A code that could not be read is `unread`; none is made for it.
        """
        found = {name: self._meant(topic, name, value) for name, value in values.items()}
        found |= self._fallen(topic, found, unread)
        key = _made_key(topic)
        if key and not found.get(key) and key not in unread:
            found |= self._own(topic, key, found)
        if key and found.get(key):
            self._add(topic, str(found[key]), found)
        return found

    def _fallen(
        self, topic: Topic, values: Mapping[str, object], unread: Container[str]
    ) -> dict[str, object]:
        """Whom an empty cell means: the one row with the seat that the column names."""
        empty = [
            each for each in topic.columns if each.form.falls_to and not values.get(each.field)
        ]
        found = {
            each.field: self._only(each.form.points_to, each.form.falls_to)
            for each in empty
            if each.field not in unread
        }
        return {name: code for name, code in found.items() if code}

    def _only(self, table: str, seats: Sequence[str]) -> str:
        rows = self._rows.get(table, {})
        held = [code for code, row in rows.items() if any(seat in row.values() for seat in seats)]
        return held[0] if len(held) == 1 else ""

    def _own(self, topic: Topic, key: str, values: Mapping[str, object]) -> dict[str, object]:
        words = self._words(topic, values)
        known = self._by_words.get((topic.field, words), "")
        return {key: known or code_of(words)} if words else {}

    def meant(self, table: str, text: str) -> str:
        """The code of the one row of a table that bears this name; the text as it is where it is a code, or unclear."""
        if text in self._codes.get(table, ()):
            return text
        called = self._called.get((table, spelt(text)), set())
        return next(iter(called)) if len(called) == 1 else text

    def is_empty(self, table: str) -> bool:
        """Whether no row of that table has been read."""
        return not self._codes.get(table)

    def rows_of(self, table: str) -> dict[str, Mapping[str, object]]:
        """What the rows of a table say, by their codes, as far as they were read until now."""
        return dict(self._rows.get(table, {}))

    def _meant(self, topic: Topic, name: str, value: object) -> object:
        target = topic.column(name).form.points_to
        return self.meant(target, value) if target and isinstance(value, str) else value

    def _add(self, topic: Topic, code: str, values: Mapping[str, object]) -> None:
        self._codes.setdefault(topic.field, set()).add(code)
        self._rows.setdefault(topic.field, {}).setdefault(code, values)
        for name in _NAMES:
            if text := values.get(name):
                self._called.setdefault((topic.field, spelt(str(text))), set()).add(code)
                self._name_of.setdefault((topic.field, code), str(text))
        if words := self._words(topic, values):
            self._by_words.setdefault((topic.field, words), code)

    def _words(self, topic: Topic, values: Mapping[str, object]) -> _Words:
        """What tells the row from others, a unit by its name; nothing without a name."""
        names = topic.column(_made_key(topic)).form.made_from
        if not values.get(names[0]):
            return ()
        return tuple(spelt(self._named(topic, name, values)) for name in names)

    def _named(self, topic: Topic, name: str, values: Mapping[str, object]) -> str:
        text, target = str(values.get(name) or ""), topic.column(name).form.points_to
        return self._name_of.get((target, text), text) if target else text


def code_of(words: _Words) -> str:
    """`NVA-7K3M` for the words that tell a row from others, its name first."""
    initials = "".join(part[0] for part in fold(words[0]).upper().split() if part[0].isalnum())
    digest = blake2b("\n".join(words).encode(), digest_size=5).digest()
    return f"{initials[:_MOST_INITIALS] or 'M'}-{base64.b32encode(digest).decode()[:_SIGNS]}"


def _made_key(topic: Topic) -> str:
    """The field for which a code is made; empty for a table of which codes are typed."""
    return next((column.field for column in topic.columns if column.form.made_from), "")


def spelt(text: str) -> str:
    """One spelling for all of one name: small letters, single blanks, the tone mark where the decree's text has it."""
    return with_tone_style(" ".join(text.casefold().split()), ToneStyle.OLD)
