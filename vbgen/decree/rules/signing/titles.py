"""Titles told apart: heads, deputies and the heads of units, and which title heads which issuer."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.signing import plain_words


@dataclass(frozen=True, slots=True)
class Title:
    """A known title: `head` is the post that it heads, or whose deputy it is."""

    head: str
    is_deputy: bool


def title_of(words: str) -> Title | None:
    """What a title says, `None` for one that is not known."""
    heads = _tables()["heads"]
    bare = words.removeprefix("phó ")
    if bare != words:
        return _known(bare, heads, is_deputy=True)
    for head, deputies in heads.items():
        if words.startswith(tuple(deputies)):
            return Title(head, is_deputy=True)
    return _known(words, heads, is_deputy=False)


def _known(words: str, heads: Mapping[str, Sequence[str]], *, is_deputy: bool) -> Title | None:
    found = max((head for head in heads if words.startswith(head)), key=len, default="")
    return Title(found, is_deputy) if found else None


def titles() -> Iterator[str]:
    """Every known title of a head and of his deputies."""
    for head, deputies in _tables()["heads"].items():
        yield head
        yield from deputies or (f"phó {head}",)


def may_stand_in(words: str, head: str) -> bool:
    """Whether a title is one of this head's deputies."""
    named = _tables()["heads"].get(head) or (f"phó {head}",)
    return words.startswith(tuple(named))


def issuer_words(paper: Paper) -> str:
    """The issuer's name in small letters."""
    return plain_words(" ".join(line.text for line in paper.of(Part.ISSUER)))


def authority_words(paper: Paper) -> str:
    """The authority above the grounds, in small letters; empty where none stands."""
    return plain_words(" ".join(line.text for line in paper.of(Part.AUTHORITY)))


def heads_of(issuer: str) -> tuple[str, ...]:
    """The titles that may head such an issuer; empty where that is not known."""
    rows = _tables()["issuers"].items()
    return next((tuple(heads) for begin, heads in rows if issuer.startswith(begin)), ())


def has_one_head(issuer: str) -> bool:
    """Whether one head leads such an agency, so that nobody signs in a collective's name."""
    return issuer.startswith(tuple(_tables()["one-head"]["agencies"]))


def is_body_within(words: str) -> bool:
    """Whether the words name a body that decides together within an agency of one head."""
    return words.startswith(tuple(_tables()["one-head"]["collective"]))


def lets_deputies_sign(words: str) -> bool:
    """Whether such a body's own guidance lets a deputy sign TM. without KT."""
    return words.startswith(tuple(_tables()["deputy-under-body"]["bodies"]))


@cache
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(
        (Path(__file__).parent.parent / "words" / "powers.toml").read_text("utf-8")
    )
