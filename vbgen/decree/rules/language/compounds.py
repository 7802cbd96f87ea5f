"""Two syllables that make no word, but would with hỏi for ngã, s for x or ch for tr: `xuất xắc`, `kiễm tra`."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from vbgen.words.syllables import is_syllable
from vbgen.words.tones import ToneStyle, with_tone_style

_PHRASE: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_HOI, _NGA = "\u0309", "\u0303"
_ONSETS: Final = {"s": "x", "x": "s", "ch": "tr", "tr": "ch"}
_ONSET: Final = re.compile(r"ch|tr|[sx]")


def confused(text: str) -> Iterator[tuple[str, str]]:
    """Each pair that is no word, as it is written, and the word that is meant."""
    for phrase in _PHRASE.findall(text):
        syllables = phrase.split(" ")
        for place, (one, other) in enumerate(pairwise(syllables)):
            meant = _misspelt().get(f"{one} {other}".lower()) if other.islower() else None
            if meant is not None and not _belongs_elsewhere(syllables, place):
                yield f"{one} {other}", meant


def _belongs_elsewhere(syllables: list[str], place: int) -> bool:
    """Whether one of the two makes a word with its other neighbour: `lịch sử | lý luận`."""
    beside = [*syllables[max(0, place - 1) : place + 1], "", *syllables[place + 1 : place + 3]]
    return any(_plain(f"{one} {other}") in _compounds() for one, other in pairwise(beside))


def _plain(text: str) -> str:
    return with_tone_style(text.lower(), ToneStyle.OLD)


@cache
def _compounds() -> frozenset[str]:
    path = Path(__file__).parent.parent / "words" / "compounds.txt"
    lines = path.read_text("utf-8").splitlines()
    words = ",".join(line for line in lines if not line.startswith("#")).split(",")
    return frozenset(_plain(word.strip()) for word in words)


@cache
def _misspelt() -> Mapping[str, str]:
    """Each spelling that sounds like a word and is none, with the word."""
    found: dict[str, str] = {}
    for word in sorted(_compounds()):
        one, other = word.split(" ")
        heard = [
            *(f"{like} {other}" for like in _like(one)),
            *(f"{one} {like}" for like in _like(other)),
        ]
        found |= {wrong: word for wrong in heard if wrong not in _compounds()}
    newer = {with_tone_style(wrong, ToneStyle.NEW): word for wrong, word in found.items()}
    return newer | found


def _like(syllable: str) -> Iterator[str]:
    """Syllables that some regions pronounce in the same way."""
    bare = unicodedata.normalize("NFD", syllable)
    swapped = bare.translate({ord(_HOI): _NGA, ord(_NGA): _HOI})
    onset = _ONSET.match(syllable)
    turned = _ONSETS[onset[0]] + syllable[onset.end() :] if onset else syllable
    for like in (unicodedata.normalize("NFC", swapped), turned):
        if like != syllable and is_syllable(like):
            yield like
