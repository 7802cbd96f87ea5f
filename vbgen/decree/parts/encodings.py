"""Paragraphs whose letters are not certain to be Unicode: what reads as one letter may stand for another."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from vbgen.word.reading.values import Document, Paragraph
from vbgen.words.legacy.charset_guess import looks_like
from vbgen.words.legacy.charsets import Charset, convert
from vbgen.words.syllables import is_syllable

_LEGACY_FONTS: Final = (".vn", "vni", "vps", "viscii", "vntime", "vnarial", "vnbook", "abc ")
_UNICODE_ONLY: Final = re.compile(  # no charset from before Unicode shows these for another letter
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)
_WORD: Final = re.compile(  # letters, with all that those charsets laid on signs and controls
    "(?:[^\\W\\d_]|[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u00d7\u00f7ˆ˜†‡‰™›])+"
)
_UNIT: Final = re.compile("[mcdkM]?m[²³]|µ[A-Za-z]{1,2}|°[A-Za-z]?|[n№N]°|[²³¹ªº§©®±·¼½¾×÷]")
_VIETNAMESE: Final = frozenset("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý")
_EUROPEAN: Final = frozenset("äëïöüÄËÏÖÜåÅøØçÇñÑßæÆœŒîÎûÛšŠžŽ")
_HIGH: Final = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192ˆ˜†‡‰™›]")
_TELLING: Final = re.compile(  # without one of these, no word among Unicode ones is a legacy one
    "[\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db"
    "\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ffˆ˜†‡‰™›ŒœŠšŸŽžƒ]"
    "|[a-z][À-Ý]|[A-Z][ß-þ][A-Z]|[aeouyAEOUYôöÔÖ][õãÕÃ]"
)
_CONTROL: Final = re.compile("[\u0080-\u009f]")
_BETWEEN: Final = re.compile(r"(?<=[^\W\d_])[‘“”•–—…‚„€‹](?=[^\W\d_])")
SOFT_HYPHEN: Final = "\u00ad"


def is_legacy_font(name: str) -> bool:
    """Whether the font shows letters of a charset from before Unicode."""
    return name.strip().lower().startswith(_LEGACY_FONTS)


def uncertain_paragraphs(documents: Sequence[Document]) -> tuple[Paragraph, ...]:
    """The paragraphs, of the texts and of every header and footer of a file, that may hold legacy text.

    A font, or a word that is none in Unicode, tells of it. Once one paragraph does, all that have no letter
    which Unicode alone has are uncertain with it.
    """
    everywhere = list(chain.from_iterable(map(_all_of, documents)))
    telling = {id(item) for item in everywhere if tells_of_legacy(item)}
    if not telling:
        return ()
    return tuple(item for item in everywhere if id(item) in telling or _could_be_legacy(item))


def _all_of(document: Document) -> tuple[Paragraph, ...]:
    return (*document.paragraphs, *chain.from_iterable(document.margins.values()))


def tells_of_legacy(paragraph: Paragraph) -> bool:
    """Whether its own fonts or letters make its encoding uncertain."""
    if any(_is_in_legacy_font(run.text, run.format) for run in paragraph.runs):
        return True
    return holds_legacy_text(paragraph.text)


def _is_in_legacy_font(text: str, look: object) -> bool:
    named = (getattr(look, slot) for slot in ("font", "font_hansi"))
    return bool(text.strip()) and not _UNICODE_ONLY.search(text) and any(map(is_legacy_font, named))


def _could_be_legacy(paragraph: Paragraph) -> bool:
    text = paragraph.text
    odd = _HIGH.search(text) or _BETWEEN.search(text)
    return bool(odd) and not _UNICODE_ONLY.search(text)


def holds_legacy_text(text: str) -> bool:
    """Whether a word of the text is none in Unicode and may be one in a legacy charset."""
    return not text.isascii() and _holds_legacy_text(text)


@lru_cache(maxsize=1000)
def _holds_legacy_text(text: str) -> bool:
    has_unicode = bool(_UNICODE_ONLY.search(text))
    if has_unicode and not _TELLING.search(text):
        return False
    test = _is_legacy_word if has_unicode else _is_no_unicode_word
    return any(map(test, _WORD.findall(text))) or looks_like(text) is not None


def _is_no_unicode_word(word: str) -> bool:
    """A sign of Latin-1 that is no Vietnamese letter, in a word and not in a unit."""
    if _UNIT.fullmatch(word):
        return False
    odd = set(_HIGH.findall(word)) - _VIETNAMESE
    return _hides_a_letter(word) if odd == {SOFT_HYPHEN} else bool(odd)


@lru_cache(maxsize=1000)
def _is_legacy_word(word: str) -> bool:
    """A word among Unicode ones that no European language explains, or that a charset makes Vietnamese."""
    if not _is_no_unicode_word(word) or _UNICODE_ONLY.search(word):
        return _hides_a_letter(word)
    if _CONTROL.search(word) or any(_is_vietnamese_in(word, charset) for charset in Charset):
        return True
    return not set(_HIGH.findall(word)) <= _VIETNAMESE | _EUROPEAN


def _is_vietnamese_in(word: str, charset: Charset) -> bool:
    return is_syllable(convert(word, charset).text, strict=False)


def _hides_a_letter(word: str) -> bool:
    """A soft hyphen that makes a syllable when it is read as the ư of TCVN3."""
    return SOFT_HYPHEN in word and is_syllable(word.replace(SOFT_HYPHEN, "ư"), strict=False)
