"""Words to search by: each as it is written, and folded (without marks, small letters)."""

import re
import unicodedata
from collections.abc import Iterable

from vbgen.words.tones import ToneStyle, with_tone_style

_WORD = re.compile(r"[^\W_]+")
_MOST = 200  # letters of a word that are told apart


def fold(text: str) -> str:
    """`quyet dinh` for `Quyết định`: small letters without marks, đ as d."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words_of(text: str) -> list[str]:
    """The words of a text or a question, small, composed, tone marks placed the older way (hòa)."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return [word[:_MOST] for word in _WORD.findall(with_tone_style(composed, ToneStyle.OLD))]


def bag(texts: Iterable[str]) -> list[str]:
    """Every word of the texts once, as written and folded, sorted: what an index holds.

    A question with marks then finds only what has them; one without finds both.
    """
    written = {word for text in texts for word in words_of(text)}
    return sorted(written | {fold(word) for word in written})
