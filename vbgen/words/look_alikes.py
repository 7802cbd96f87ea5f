"""Letters of other alphabets that look like Latin ones, and invisible signs that stand where a blank was meant."""

import re
import unicodedata

from vbgen.words.syllables import is_syllable

_CYRILLIC = dict(
    zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԚԛԜԝ", "ABESIJKMHOPCTYXaesijopcyxdhQqWw", strict=True)
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινα", "ABEZHIKMNOPTYXoiva", strict=True))
_LATIN_OF = {**_CYRILLIC, **_GREEK}
_WORD = re.compile(r"[^\W\d_]+")
_STYLED = re.compile(
    "[\uff21-\uff3a\uff41-\uff5a\uff10-\uff19\U0001d400-\U0001d7ff]"
)  # wide, and of mathematics
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_UNSEEN = "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
_UNSEEN_BETWEEN = re.compile(rf"(?<=[^\W\d_]){_UNSEEN}+(?=[^\W\d_])")
_BEFORE, _AFTER = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")


def in_plain_letters(text: str) -> tuple[str, int]:
    """The text with wide and mathematical letters made plain, and how many there were."""
    return _STYLED.subn(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def in_latin_letters(text: str) -> tuple[str, int]:
    """The text with Cyrillic and Greek letters made the Latin ones that they look like, and how many.

    Only in a word that is Latin otherwise, or that looks Latin throughout among Latin words.
    """
    if text.isascii() or not any(sign in _LATIN_OF for sign in text):
        return text, 0
    is_latin = bool(_LATIN.search(text))
    made = _WORD.sub(lambda match: _latin(match[0], among_latin=is_latin), text)
    return made, sum(one != other for one, other in zip(text, made, strict=True))


def with_blanks(text: str) -> tuple[str, int]:
    """The text with a blank for each invisible sign that parts two words, and how many there were."""
    made = _UNSEEN_BETWEEN.sub(_blank, text)
    return made, made.count(" ") - text.count(" ")


def _latin(word: str, *, among_latin: bool) -> str:
    made = "".join(_LATIN_OF.get(sign, sign) for sign in word)
    has_latin = _LATIN.search(word) or among_latin
    return made if has_latin and all(map(_LATIN.match, made)) else word


def _blank(match: re.Match[str]) -> str:
    """A blank where two syllables, or a small and a large letter, would run together; else nothing is changed."""
    before = _BEFORE.search(match.string, 0, match.start())
    after = _AFTER.match(match.string, match.end())
    if before is None or after is None:
        return match[0]
    one, other = before[0], after[0]
    are_two = one[-1].islower() and other[0].isupper()
    if are_two or (is_syllable(one) and is_syllable(other) and not is_syllable(one + other)):
        return " "
    return match[0]
