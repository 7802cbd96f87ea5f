"""Two syllables that make no word, but would with another tone, onset or end: `xuất xắc`, `kiễm tra`, `nãnh đạo`.

Hỏi and ngã, s and x, ch and tr are confused in syllables of every kind; l and n, d, gi and r, n and ng, t and c are
told only where the syllable stands in no Vietnamese word at all, or the pair is listed.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from vbgen.words.syllables import is_syllable
from vbgen.words.tones import ToneStyle, with_tone_style

_FOLDER: Final = Path(__file__).parent.parent / "words"
_PHRASE: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_HOI, _NGA = "\u0309", "\u0303"
_ONSETS: Final = {"s": "x", "x": "s", "ch": "tr", "tr": "ch"}
_ONSET: Final = re.compile(r"ch|tr|[sx]")
_HEARD: Final = {"l": ("n",), "n": ("l",), "d": ("gi", "r"), "gi": ("d", "r"), "r": ("d", "gi")}
_HEARD_ONSET: Final = re.compile(r"gi(?=[^\W\d_])|[ln](?![gh])|[dr]")
_HEARD_END: Final = {"ng": "n", "n": "ng", "c": "t", "t": "c"}
_END: Final = re.compile(r"(?:ng|n|c|t)$")


def confused(text: str) -> Iterator[tuple[str, str]]:
    """Each pair that is no word, as it is written, and the word that is meant."""
    for phrase in _PHRASE.findall(text):
        syllables = phrase.split(" ")
        for place, (one, other) in enumerate(pairwise(syllables)):
            meant = _misspelt().get(f"{one} {other}".lower()) if other.islower() else None
            meant = meant or _pairs().get(f"{one} {other}".lower())
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
    return _words("compounds.txt")


@cache
def _no_syllables() -> frozenset[str]:
    return _words("no_syllables.txt")


def _words(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    words = ",".join(line for line in lines if not line.startswith("#")).split(",")
    return frozenset(_plain(word.strip()) for word in words)


@cache
def _pairs() -> Mapping[str, str]:
    found: Mapping[str, str] = tomllib.loads((_FOLDER / "slips.toml").read_text("utf-8"))["pairs"]
    return found


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
    yield from _no_syllables() & {_plain(like) for like in _heard(syllable)}


def _heard(syllable: str) -> Iterator[str]:
    """The syllable with another onset or end that sounds alike to some; most of these are words of their own."""
    onset = _HEARD_ONSET.match(syllable)
    if onset:
        yield from (other + syllable[onset.end() :] for other in _HEARD[onset[0]])
    end = _END.search(syllable)
    if end:
        yield syllable[: end.start()] + _HEARD_END[end[0]]
