"""Names of people: their parts, their order, and when two spellings are one name."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from vbgen.words.letters import ALPHABET, Tone, without_tone

_FOREIGN_AFTER = {"f": "ê", "j": "i", "w": "v", "z": "y"}  # where the Latin alphabet has them
_HYPHEN = re.compile(r"\s*[-‐‑–—]\s*")
_ONLY_VOWEL = re.compile(r"\A((?:qu|[bcdghklmnpqrstvx]{1,3}))y\Z")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))


class ToneOrder(Enum):
    """Two orders of tones in use; an office keeps to that of its last list."""

    DICTIONARY = (Tone.NGANG, Tone.HUYEN, Tone.HOI, Tone.NGA, Tone.SAC, Tone.NANG)
    SCHOOL = (Tone.NGANG, Tone.HUYEN, Tone.SAC, Tone.HOI, Tone.NGA, Tone.NANG)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts: họ, đệm, tên; a part that the name lacks is empty."""

    family: str
    middle: str
    given: str


Syllable = tuple[
    tuple[float, ...], tuple[int, ...]
]  # places of the letters, then ranks of the tones
NameKey = tuple[tuple[str, tuple[Tone, ...]], ...]
SortKey = tuple[tuple[Syllable, ...], tuple[Syllable, ...], tuple[Syllable, ...], str]


def split_name(full: str) -> PersonName:
    """The parts of a full name, with blanks put right: first word family, last word given, the rest between.

    Parts joined by a hyphen are one (`Nguyễn Thị Hà - Minh` has the given name `Hà - Minh`).
    Central-highland names put the family last: `Y Moan Êban` and `H'Hen Niê` are given Moan and H'Hen.
    A name of one word (`K'Brể`) is a given name.
    """
    words = _HYPHEN.sub("-", _spaced(full)).split(" ")
    shown = [word.replace("-", " - ") if re.search(r"\s-|-\s", full) else word for word in words]
    return _highland(words[0], shown) or _plain(shown)


@lru_cache(maxsize=16_384)  # a list is sorted for each paper that it stands in
def sort_key(full: str, order: ToneOrder = ToneOrder.DICTIONARY) -> SortKey:
    """The key that sorts full names as Vietnamese lists do: given name, then middle, then family.

    Letters decide first (a ă â b c d đ e ê …, f j w z in their Latin places), then tones; case and the place of
    the tone mark (hòa, hoà) do not count, except that equal names keep a fixed order.
    """
    name = split_name(full)
    return (
        _syllables(name.given, order),
        _syllables(name.middle, order),
        _syllables(name.family, order),
        unicodedata.normalize("NFC", full),
    )


def same_name(one: str, other: str) -> bool:
    """Both spell the same name: case, blanks, composition and the place of the tone mark do not count."""
    return name_key(one) == name_key(other)


def upper_vn(text: str) -> str:
    """`NGUYỄN THỊ ĐÀO`: capitals that keep every mark, composed (NFC)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).upper())


def fold(text: str) -> str:
    """`nguyen thi dao`: the form to search by: small letters, no marks, đ as d, single blanks."""
    return " ".join(map(_folded, _spaced(text).split(" ")))


@lru_cache(maxsize=8192)  # the same words stand in name after name
def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@lru_cache(maxsize=16_384)  # a name is compared with many
def variant_key(full: str) -> str:
    """What spellings of one name share: `fold`, with i for a y that is the only vowel (Kỳ and Kì, Quý and Quí).

    Uy and ui stay apart, for they are two sounds; so does Y alone.
    """
    return " ".join(_ONLY_VOWEL.sub(r"\1i", word) for word in fold(full).split())


def _plain(words: list[str]) -> PersonName:
    if len(words) == 1:
        return PersonName("", "", words[0])
    return PersonName(words[0], " ".join(words[1:-1]), words[-1])


def _highland(first: str, words: list[str]) -> PersonName | None:
    """Names of the Ê Đê and their neighbours: Y or H' marks man or woman, the family stands last."""
    if first.casefold() in {"y", "h", "h'"} and len(words) > 1:
        family = " ".join(words[2:])
        return PersonName(family, words[0], words[1])
    if first.casefold().startswith("h'"):
        return PersonName(" ".join(words[1:]), "", words[0])
    return None


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_APOSTROPHES).split())


@lru_cache(maxsize=16_384)
def name_key(full: str) -> NameKey:
    """What all spellings of a name share, and no other name has; see `same_name`."""
    words = _HYPHEN.sub(" - ", _spaced(full)).casefold().split(" ")
    return tuple(map(_toneless, words))


@lru_cache(maxsize=8192)
def _toneless(word: str) -> tuple[str, tuple[Tone, ...]]:
    return without_tone(word)


def _syllables(part: str, order: ToneOrder) -> tuple[Syllable, ...]:
    words = part.replace("-", " ").casefold().split()
    return tuple(_syllable(word, order) for word in words)


def _syllable(word: str, order: ToneOrder) -> Syllable:
    letters, tones = without_tone(word)
    places = tuple(_place(letter) for letter in letters if letter.isalnum())
    return places, tuple(order.value.index(tone) for tone in tones)


def _place(letter: str) -> float:
    """Where the letter stands: digits first, then the alphabet, then other scripts."""
    if letter in _FOREIGN_AFTER:
        return _place(_FOREIGN_AFTER[letter]) + 0.5
    if letter in ALPHABET:
        return 1000.0 + ALPHABET.index(letter)
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain != letter:
        return _place(plain)
    return float(ord(letter) if letter.isdigit() else 2000 + ord(letter))
