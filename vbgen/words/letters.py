"""The Vietnamese alphabet: each letter taken apart into its plain letter and its tone."""

import unicodedata
from enum import IntEnum

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
VOWELS = "aăâeêioôơuưy"
MARKED_LETTERS = "ăâđêôơư"  # letters with a shape of their own, before any tone


class Tone(IntEnum):
    """The six tones, in the order of Vietnamese dictionaries."""

    NGANG = 0
    HUYEN = 1
    HOI = 2
    NGA = 3
    SAC = 4
    NANG = 5


TONE_MARKS = {
    "\u0300": Tone.HUYEN,
    "\u0309": Tone.HOI,
    "\u0303": Tone.NGA,
    "\u0301": Tone.SAC,
    "\u0323": Tone.NANG,
}
_MARK_OF = {tone: mark for mark, tone in TONE_MARKS.items()}


def with_tone(letter: str, tone: Tone) -> str:
    """`ấ` from `â` and sắc, in the letter's case, composed (NFC)."""
    return unicodedata.normalize("NFC", letter + _MARK_OF.get(tone, ""))


def without_tone(text: str) -> tuple[str, tuple[Tone, ...]]:
    """The text without tone marks, and the tones that stood on it, in order: `hoà` gives `hoa` and (huyền,)."""
    apart = unicodedata.normalize("NFD", text)
    tones = tuple(TONE_MARKS[sign] for sign in apart if sign in TONE_MARKS)
    plain = "".join(sign for sign in apart if sign not in TONE_MARKS)
    return unicodedata.normalize("NFC", plain), tones
