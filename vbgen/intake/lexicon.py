"""Words by which lists are understood: headings, positions, units, honours; data, which an office adds to."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from vbgen.campaign.topics import heading_key, topic
from vbgen.words.names import fold

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_PARTED = re.compile(r"[/,;&–-]|\bvà\b")
_LISTED = re.compile(r"\A\s*(?:\(?\d{1,2}[.)]|[a-zđ][.)])\s*")


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading understood: the field that it names; `is_certain` where the whole heading says so."""

    field: str
    is_certain: bool = True


@dataclass(frozen=True)
class Lexicon:
    """The shipped words, with the headings that an office has added: heading → field."""

    added: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()

    def field_of(self, heading: str) -> Titled | None:
        """What a heading names; None for one that is not known."""
        if heading not in self._asked:
            self._asked[heading] = self._field_of(heading)
        return self._asked[heading]

    @cached_property
    def _asked(self) -> dict[str, Titled | None]:
        """What was asked before: the same texts stand in row after row."""
        return {}

    def leaning(self, heading: str, name: str) -> float:
        """How much the words of a heading are those of headings of one field, from 0 to 1."""
        words = heading_key(heading).split()
        if not words:
            return 0.0
        told = (_fields_by_word().get(word, {}).get(name, 0.0) for word in words)
        opening = float(self._opening(words) == name)
        return max(opening, sum(told) / len(words))

    def _opening(self, words: Sequence[str]) -> str:
        """What the longest whole heading names that this one begins with: `Đội công tác` is a `Đội`."""
        openings = (" ".join(words[:count]) for count in range(len(words), 0, -1))
        return next(filter(None, map(self._known.get, openings)), "")

    def _field_of(self, heading: str) -> Titled | None:
        text = _LISTED.sub("", " ".join(heading.split()))
        for form in dict.fromkeys((text, _BRACKETS.sub(" ", text).strip())):
            if found := self._whole(form):
                return Titled(found)
        if parts := self._parts(heading_key(text)):
            return Titled(parts, is_certain=len(text) <= _LONG_HEADING)
        if likely := self._likely(text):
            return Titled(likely, is_certain=False)
        return None

    def _likely(self, text: str) -> str:
        """What a heading may say where its column agrees: a word of many meanings, or one known part (`Phòng/PGD`)."""
        if found := _may_be().get(heading_key(text)):
            return found
        parts = [each for each in _PARTED.split(text) if each.strip()]
        return next(filter(None, map(self._whole, parts)), "") if len(parts) > 1 else ""

    def _whole(self, heading: str) -> str:
        spelt = " ".join(heading.casefold().split()).strip(" *:.")
        key = heading_key(heading)
        return self._marked.get(spelt) or self._known.get(key) or self._initials(key)

    def _initials(self, key: str) -> str:
        """`D.O.B`, `H.T.K.T`: letters that points part."""
        letters = key.split()
        is_parted = len(letters) > 1 and max(map(len, letters)) == 1
        return self._known.get("".join(letters), "") if is_parted else ""

    def _parts(self, key: str) -> str:
        if not key:
            return ""
        padded = f" {key} "
        return next((name for name, has in _parts() if f" {has} " in padded), "")

    @cached_property
    def _marked(self) -> Mapping[str, str]:
        """Headings as they are spelt: `năm` is not `nam`."""
        shipped = {title.casefold(): name for title, name in reversed(_titles())}
        own = {title.casefold(): name for title, name in self.added}
        return shipped | own | {title.casefold(): "unread" for title in self.ignored}

    @cached_property
    def _known(self) -> Mapping[str, str]:
        shipped = {heading_key(title): name for title, name in reversed(_titles())}
        own = {heading_key(title): name for title, name in self.added}
        return (
            _of_own_form()
            | shipped
            | own
            | {heading_key(title): "unread" for title in self.ignored}
        )


_LONG_HEADING = 90  # letters; what is longer is a sentence that has the words


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """Words with which a text may begin, by their folded spelling."""

    words: tuple[str, ...]
    asked: dict[str, str] = field(default_factory=dict, compare=False)

    def of(self, text: str) -> str:
        """The longest of the words that the text begins with; empty for none."""
        if text not in self.asked:
            self.asked[text] = self._of(text)
        return self.asked[text]

    def _of(self, text: str) -> str:
        key = fold(text).strip(" \"“”'(-–•+*")
        return next((word for word in self.words if _begins(key, word)), "")


def _begins(text: str, word: str) -> bool:
    return text.startswith(word) and not (
        word[-1:].isalnum() and text[len(word) : len(word) + 1].isalnum()
    )


@cache
def beginnings(section: str, name: str) -> OpeningWords:
    """The words of one list of the data, the longest first."""
    words = {fold(word) for word in _shipped()[section][name]}
    return OpeningWords(tuple(sorted(words, key=len, reverse=True)))


@cache
def word_set(section: str, name: str) -> frozenset[str]:
    """The words of one list, folded."""
    return frozenset(fold(word) for word in _shipped()[section][name])


@cache
def marked_words(name: str) -> frozenset[str]:
    """The words of one list of `words` as they are spelt, in small letters."""
    return frozenset(word.casefold() for word in _shipped()["words"][name])


@cache
def honour_forms() -> Mapping[str, str]:
    """Short form of an honour, folded → its title."""
    return {fold(form): title for title, forms in _shipped()["honours"].items() for form in forms}


@cache
def labels() -> Mapping[str, str]:
    """Label inside a line, folded → its field."""
    found = _shipped()["labels"].items()
    return {fold(word): name for name, words in found for word in words}


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """Every whole heading with its field."""
    return tuple(_each("is"))


@cache
def _of_own_form() -> dict[str, str]:
    """Columns of vbgen's own lists that say nothing of who is proposed for what: votes, service, discipline."""
    columns = (each for name in _FORM_TOPICS for each in topic(name).columns)
    return {heading_key(each.title): "unread" for each in columns if each.field not in _READ}


_FORM_TOPICS = ("nominees", "nominations", "votes", "awards")
_READ = frozenset({"id", "nominee", "kind", "honorific", "full_name", "gender", "birth_year", "position", "unit",
                   "note", "award", "merit", "merit_opening"})  # fmt: skip


@cache
def _may_be() -> Mapping[str, str]:
    """Whole headings that hold a field where what stands below agrees."""
    return {heading_key(title): name for title, name in _each("may")}


@cache
def _parts() -> tuple[tuple[str, str], ...]:
    """Each field with words that tell it inside a heading, in the order in which they count."""
    return tuple((name, heading_key(words)) for words, name in _each("has"))


@cache
def _fields_by_word() -> Mapping[str, Mapping[str, float]]:
    """Each word of the headings, with its share in each field's."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for title, name in (each for how in ("is", "has", "may") for each in _each(how)):
        for word in set(heading_key(title).split()):
            counts[word][name] += 1
    return {
        word: {name: count / found.total() for name, count in found.items()}
        for word, found in counts.items()
    }


def _each(how: str) -> Iterable[tuple[str, str]]:
    for heading in _shipped()["heading"]:
        for title in heading.get(how, ()):
            yield title, heading["field"]


@cache
def _shipped() -> Mapping[str, Any]:
    return tomllib.loads((files("vbgen.intake") / "words.toml").read_text("utf-8"))
