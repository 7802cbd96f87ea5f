"""UTF-8 that was read as if it were one byte a letter: `Nguyá»…n` for `Nguyễn`, also when it happened twice."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vbgen.words.syllables import is_syllable

_PAGES = ("cp1252", "cp1258", "latin-1")  # the western, the Vietnamese and the bare one
_MOST_TIMES = 3
_WORD = re.compile(r"[^\W\d_]+")
_LEFT_OVER = re.compile(
    "[\u0080-\u009f\u00a1-\u00bf]"
)  # signs of bytes that nothing could be made of


@dataclass(frozen=True, slots=True)
class Unmangled:
    """The text as it was before; a doubtful one has words that are no Vietnamese even so."""

    text: str
    certain: bool


def unmangled(text: str) -> Unmangled | None:
    """What the text was before its UTF-8 was misread; None for text in which nothing looks so."""
    found = text
    for _time in range(_MOST_TIMES):
        better = _once(found)
        if better == found:
            break
        found = better
    if found == text:
        return None
    composed = unicodedata.normalize("NFC", found)
    return Unmangled(composed, certain=_is_vietnamese(composed, text))


def _once(text: str) -> str:
    """The text with every sequence of UTF-8 made one letter, by the page that explains most of it."""
    return min((_read_as(page, text) for page in _PAGES), key=len)


def _read_as(page: str, text: str) -> str:
    pattern, places = _sequences(page)
    return pattern.sub(lambda match: _letter(match[0], places), text)


def _letter(sequence: str, places: Mapping[str, int]) -> str:
    """The letter that the bytes of the sequence are; the sequence itself where they are none."""
    return bytes(places[sign] for sign in sequence).decode("utf-8", "ignore") or sequence


@cache
def _sequences(page: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """What two and three bytes of UTF-8 look like on that page, and the byte of each sign."""
    places = {
        bytes([byte]).decode(page, "ignore") or chr(byte): byte for byte in range(0x80, 0x100)
    }
    places.update({chr(byte): byte for byte in range(0x80, 0xA0)})
    two, three, rest = (
        _any_of(places, first, last) for first, last in ((0xC2, 0xDF), (0xE1, 0xEF), (0x80, 0xBF))
    )
    return re.compile(f"{two}{rest}|{three}{rest}{rest}"), places


def _any_of(places: Mapping[str, int], first: int, last: int) -> str:
    signs = (sign for sign, byte in places.items() if first <= byte <= last)
    return f"[{''.join(map(re.escape, signs))}]"


def _is_vietnamese(text: str, before: str) -> bool:
    """Every word that came of it can be Vietnamese, and nothing is left over."""
    if _LEFT_OVER.search(text):
        return False
    there = set(_WORD.findall(before))
    return all(is_syllable(word) for word in _WORD.findall(text) if word not in there)
