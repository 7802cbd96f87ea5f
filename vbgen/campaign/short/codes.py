"""Codes are ours: made from names where none is typed, and found where a name stands in their place.

A code hangs on the row's own words alone, so that it stays the same when the file is read again, its rows are
put in another order, or others are added; a code that is typed counts before it.
"""

import base64
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b

from vbgen.campaign.topics import Column, Topic
from vbgen.words.names import fold
from vbgen.words.tones import ToneStyle, with_tone_style

_SIGNS = 4  # behind the initials: a million codes for each
_MOST_INITIALS = 6
_NAMES = ("full_name", "name")  # by which people call a row
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Linking:
    """What rows of a sheet have to do with those of others, found out once a sheet."""

    key: str  # the field for which a code is made; empty for a table of which codes are typed
    made_from: tuple[
        tuple[str, str], ...
    ]  # fields that tell a row from others, where they point to
    points: tuple[tuple[str, str], ...]  # fields that point to a table, and which
    falling: tuple[Column, ...]  # columns of which an empty cell means somebody


@dataclass
class _Spelt:
    """Rows of one table by their words, each spelt only when a row is looked for so."""

    _called: dict[str, set[str]] = field(default_factory=dict)  # name → codes
    _by_words: dict[_Words, str] = field(default_factory=dict)  # words → code
    _waiting: list[tuple[str, _Words, _Words]] = field(default_factory=list)

    def add(self, code: str, names: _Words, words: _Words) -> None:
        """A row's code, its names, and the words that tell it from others."""
        self._waiting.append((code, names, words))

    def called(self, name: str) -> set[str]:
        """The codes of the rows with that name."""
        self._spell()
        return self._called.get(spelt(name), set())

    def code_of(self, words: _Words) -> str:
        """The code of the first row with those words, spelt alike; empty without one."""
        self._spell()
        return self._by_words.get(words, "")

    def _spell(self) -> None:
        for code, names, words in self._waiting:
            for name in names:
                self._called.setdefault(spelt(name), set()).add(code)
            if words:
                self._by_words.setdefault(tuple(map(spelt, words)), code)
        self._waiting.clear()


@dataclass
class KnownRows:
    """The codes of the rows read so far, and who they are; grows with every row."""

    _spelt: dict[str, _Spelt] = field(default_factory=dict)  # table → its rows by their words
    _name_of: dict[tuple[str, str], str] = field(default_factory=dict)  # table, code → name
    _rows: dict[str, dict[str, Mapping[str, object]]] = field(default_factory=dict)
    lists_units: bool = False  # a sheet of units says which there are; a name alone makes none then

    def settled(
        self, topic: Topic, values: Mapping[str, object], unread: Container[str] = ()
    ) -> dict[str, object]:
        """The row with codes for the names that stand in their place, and with a code of its own.

        A code that could not be read is `unread`; none is made for it.
        """
        of = _linking(topic)
        found = {**values, **self._meant(of, values)}
        if of.falling:
            found |= self._fallen(of, found, unread)
        key = of.key
        if key and not found.get(key) and key not in unread:
            found |= self._own(topic.field, of, found)
        if key and found.get(key):
            self._add(topic.field, of, found)
        return found

    def _meant(self, of: _Linking, values: Mapping[str, object]) -> dict[str, object]:
        """The codes that are meant in the columns that point to other rows."""
        found: dict[str, object] = {}
        for name, target in of.points:
            value = values.get(name)
            if isinstance(value, str):
                found[name] = self.meant(target, value)
        return found

    def _fallen(
        self, of: _Linking, values: Mapping[str, object], unread: Container[str]
    ) -> dict[str, object]:
        """Whom an empty cell means: the one row with the seat that the column names."""
        found = {
            each.field: self._only(each.form.points_to, each.form.falls_to)
            for each in of.falling
            if not values.get(each.field) and each.field not in unread
        }
        return {name: code for name, code in found.items() if code}

    def _only(self, table: str, seats: Sequence[str]) -> str:
        rows = self._rows.get(table, {})
        held = [code for code, row in rows.items() if any(seat in row.values() for seat in seats)]
        return held[0] if len(held) == 1 else ""

    def _own(self, table: str, of: _Linking, values: Mapping[str, object]) -> dict[str, object]:
        words = tuple(map(spelt, self._words(of, values)))
        known = self._words_of(table).code_of(words)
        return {of.key: known or code_of(words)} if words else {}

    def meant(self, table: str, text: str) -> str:
        """The code of the one row of a table that bears this name; the text as it is where it is a code, or unclear."""
        if text in self._rows.get(table, ()):
            return text
        called = self._words_of(table).called(text)
        return next(iter(called)) if len(called) == 1 else text

    def names(self, table: str, text: str) -> bool:
        """Whether a row of that table bears the name, or the code."""
        return text in self._rows.get(table, ()) or bool(self._words_of(table).called(text))

    def rows_of(self, table: str) -> dict[str, Mapping[str, object]]:
        """What the rows of a table say, by their codes, as far as they were read until now."""
        return dict(self._rows.get(table, {}))

    def _words_of(self, table: str) -> _Spelt:
        return self._spelt.setdefault(table, _Spelt())

    def _add(self, table: str, of: _Linking, values: Mapping[str, object]) -> None:
        code = str(values[of.key])
        self._rows.setdefault(table, {}).setdefault(code, values)
        names = tuple(str(values[name]) for name in _NAMES if values.get(name))
        for text in names:
            self._name_of.setdefault((table, code), text)
        self._words_of(table).add(code, names, self._words(of, values))

    def _words(self, of: _Linking, values: Mapping[str, object]) -> _Words:
        """What tells the row from others, a unit by its name; nothing without a name."""
        if not values.get(of.made_from[0][0]):
            return ()
        return tuple(self._named(target, values.get(name)) for name, target in of.made_from)

    def _named(self, target: str, value: object) -> str:
        text = str(value or "")
        return self._name_of.get((target, text), text) if target else text


@cache
def _linking(topic: Topic) -> _Linking:
    pointing = {each.field: each.form.points_to for each in topic.columns}
    key, names = next(_made(topic), ("", ()))
    return _Linking(
        key=key,
        made_from=tuple((name, pointing[name]) for name in names),
        points=tuple(pair for pair in pointing.items() if pair[1]),
        falling=tuple(each for each in topic.columns if each.form.falls_to),
    )


def _made(topic: Topic) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The column for which a code is made, and the fields that it is made from."""
    for column in topic.columns:
        if column.form.made_from:
            yield column.field, column.form.made_from


def code_of(words: _Words) -> str:
    """`NVA-7K3M` for the words that tell a row from others, its name first."""
    initials = "".join(part[0] for part in fold(words[0]).upper().split() if part[0].isalnum())
    digest = blake2b("\n".join(words).encode(), digest_size=5).digest()
    return f"{initials[:_MOST_INITIALS] or 'M'}-{base64.b32encode(digest).decode()[:_SIGNS]}"


def spelt(text: str) -> str:
    """One spelling for all of one name: small letters, single blanks, the tone mark where the decree's text has it."""
    return with_tone_style(" ".join(text.casefold().split()), ToneStyle.OLD)
