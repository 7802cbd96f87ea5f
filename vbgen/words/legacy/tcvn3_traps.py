"""What TCVN3 text has lost before it comes here: capitals with a tone, and letters ư that became hyphens.

All functions take text as a list of single letters, so that places stay what they are.
"""

import re
from collections.abc import Iterator, Sequence

from vbgen.words.letters import without_tone
from vbgen.words.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_FREE_WORD = re.compile(r"(?<![^\W\d_])(?<!-)[^\W\d_]+")
_HYPHENED = re.compile(r"[^\W\d_]*(?:-[^\W\d_]*)+")
_SENTENCE_START = re.compile(r"(?:\A|[.!?]\s|\n)\s*\Z")
_LETTERS_OF_A_CAPITAL_WORD = 2


def lost_horns(signs: Sequence[str]) -> set[int]:
    """Places of hyphens that make a Vietnamese word when read as ư: `th-ởng`, `th- ký`, `-u tiên`.

    ư lies on the soft hyphen's place, which editors and mail turn into a hyphen.
    """
    text = "".join(signs)
    matches = (match for match in _HYPHENED.finditer(text) if match[0].strip("-"))
    suspects = (match for match in matches if is_syllable(match[0].replace("-", "ư")))
    return {
        match.start() + index
        for match in suspects
        for index, sign in enumerate(match[0])
        if sign == "-"
    }


def raised(signs: Sequence[str]) -> list[str]:
    """The letters with small toned ones made capitals in words, or texts, that are otherwise capitals."""
    text = "".join(signs)
    whole = _is_capital(text) and any(_is_capital(word[0]) for word in _WORD.finditer(text))
    result = list(signs)
    for match in _WORD.finditer(text):
        if whole or _is_capital(match[0]):
            result[match.start() : match.end()] = [upper_sign(sign) for sign in match[0]]
    return result


def lost_capitals(signs: Sequence[str]) -> set[int]:
    """Places of small toned letters that open a sentence, or a word among words with capitals, as in a name.

    A part behind a hyphen is no word here.
    """
    text = "".join(signs)
    words = list(_FREE_WORD.finditer(text))
    openers = {match.start() for match in words if _is_small_toned(match[0][0])}
    others = [match[0] for match in words if match.start() not in openers]
    return openers if _have_capitals(others) else set(_opening_sentences(text, openers))


def _have_capitals(words: Sequence[str]) -> bool:
    return bool(words) and all(word[0].isupper() for word in words)


def _opening_sentences(text: str, places: set[int]) -> Iterator[int]:
    return (place for place in places if _SENTENCE_START.search(text[:place]))


def upper_sign(sign: str) -> str:
    """The capital, where it is one letter too; otherwise the sign itself."""
    capital = sign.upper()
    return capital if len(capital) == 1 else sign


def _is_capital(text: str) -> bool:
    """All letters that TCVN3 can write large are so, and they are two or more in one word."""
    if any(sign.islower() for sign in _writable(text)):
        return False
    return any(
        sum(sign.isupper() for sign in _writable(match[0])) >= _LETTERS_OF_A_CAPITAL_WORD
        for match in _WORD.finditer(text)
    )


def _writable(text: str) -> Iterator[str]:
    return (sign for sign in text if sign.isalpha() and not _is_small_toned(sign))


def _is_small_toned(sign: str) -> bool:
    return sign.islower() and bool(without_tone(sign)[1])
