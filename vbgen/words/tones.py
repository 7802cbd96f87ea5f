"""Where a word carries its tone mark: hòa, thúy (the older way) or hoà, thuý (the newer way)."""

import re
import unicodedata
from enum import StrEnum
from functools import cache

from vbgen.words.letters import Tone, with_tone, without_tone

_WORD = re.compile(r"[^\W\d_]+")


class ToneStyle(StrEnum):
    """The way tone marks are placed on oa, oe and uy at the end of a word."""

    OLD = "old"  # hòa, khỏe, ủy: the way of the decree's own text
    NEW = "new"  # hoà, khoẻ, uỷ
    MIXED = "mixed"
    NONE = "none"  # no word tells


def tone_style(text: str) -> ToneStyle:
    """The style that the words of the text follow; `quý` is written alike in both and tells nothing."""
    words = [word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    old = any(_placement(word) is ToneStyle.OLD for word in words)
    new = any(_placement(word) is ToneStyle.NEW for word in words)
    if old and new:
        return ToneStyle.MIXED
    return ToneStyle.OLD if old else ToneStyle.NEW if new else ToneStyle.NONE


def with_tone_style(text: str, style: ToneStyle) -> str:
    """The text (NFC) with the tone marks of oa, oe and uy where OLD or NEW puts them; other styles change nothing."""
    composed = unicodedata.normalize("NFC", text)
    if style not in (ToneStyle.OLD, ToneStyle.NEW) or not _toned_otherwise(style).search(composed):
        return composed
    return _WORD.sub(lambda match: _restyled(match[0], style), composed)


def _restyled(word: str, style: ToneStyle) -> str:
    if _placement(word.lower()) in (ToneStyle.NONE, style):
        return word
    plain, tones = without_tone(word[-2:])
    first, second = plain[0], plain[1]
    moved = (
        with_tone(first, tones[0]) + second
        if style is ToneStyle.OLD
        else first + with_tone(second, tones[0])
    )
    return word[:-2] + moved


def _placement(word: str) -> ToneStyle:
    if word.startswith("qu"):
        return ToneStyle.NONE
    if word.endswith(_endings(first=True)):
        return ToneStyle.OLD
    return ToneStyle.NEW if word.endswith(_endings(first=False)) else ToneStyle.NONE


@cache
def _toned_otherwise(style: ToneStyle) -> re.Pattern[str]:
    """Finds a word's end that `style` would write in the other way; most texts have none."""
    ends = "|".join(_endings(first=style is ToneStyle.NEW))
    return re.compile(rf"(?:{ends})(?![^\W\d_])", re.IGNORECASE)


@cache
def _endings(*, first: bool) -> tuple[str, ...]:
    tones = [tone for tone in Tone if tone]
    pairs = (("o", "a"), ("o", "e"), ("u", "y"))
    if first:
        return tuple(with_tone(a, tone) + b for a, b in pairs for tone in tones)
    return tuple(a + with_tone(b, tone) for a, b in pairs for tone in tones)
