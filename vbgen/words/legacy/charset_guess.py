"""Whether text is in a legacy charset, judged by its letters alone, and only as far as they prove it."""

import re
from dataclasses import dataclass

from vbgen.words.legacy.charsets import Charset, convert, is_known
from vbgen.words.syllables import is_syllable

_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)
_WINDOWS = "\u0080-\u009f€‚ƒ„†‡ˆ‰‹Œ˜›œžŸŠšŽ™"  # what Latin-1 and Windows show for the places from 0x80 to 0x9F
_WORD = re.compile(rf"(?:[^\W\d_]|[\u00a1-\u00bf\u00d7\u00f7\u0300-\u0323{_WINDOWS}])+")
_LATIN_1 = re.compile(f"[A-Za-z\u00a1-\u00ff{_WINDOWS}]+")
_LATIN = re.compile("[A-Za-z]")
_HIGH = re.compile(f"[\u00a1-\u00ff{_WINDOWS}]")
_NO_EVIDENCE = re.compile(
    "µ[A-Za-z]|[A-Za-z]{1,3}[²³º°]|·.*|[A-Z§Ñ]+"
)  # units, bullets, and abbreviations: µm, m², ·a, H§ND
_ONE_PLACE = f"[A-Za-z][\u00a1-\u00bf\u00d7\u00f7{_WINDOWS}]|[a-z][\u00c6-\u00de]"
_STRONG = {
    # right behind a letter: a sign that is none, a capital after a small one, a small one among capitals
    Charset.TCVN3: re.compile(
        "[A-Za-z][\u00a8-\u00bf\u00d7\u00f7]|[a-z][\u00c6-\u00de]|[A-Z][\u00df-\u00fe][A-Z]|§[a-z\u00df-\u00fe]{2}"
    ),
    # the same, and the signs that Windows shows in the places from 0x80 to 0x9F
    Charset.VISCII: re.compile(_ONE_PLACE),
    Charset.VPS: re.compile(_ONE_PLACE),
    # two vowel signs that no European language puts together; uû is the uỷ of TCVN3 as well
    Charset.VNI: re.compile("(?![Uu]û)(?:[aeouyôö][õøûåãä]|[AEOUYÔÖ][õøûåãäÕØÛÅÃÄ])"),
}
_WEAK_WORDS_ENOUGH = 3
_OF_OFFICES = (Charset.TCVN3, Charset.VNI)
_FROM_ABROAD = (
    Charset.VISCII,
    Charset.VPS,
)  # asked only where no charset of the offices reads every word that is no Vietnamese


@dataclass(frozen=True, slots=True)
class Guess:
    """A charset that the text seems to be in; only a certain one may be converted without asking."""

    charset: Charset
    certain: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    charset: Charset
    suspects: int  # words that are no Vietnamese as they stand
    readable: int  # those of them that this charset makes Vietnamese
    strong: int  # those of the readable that nothing else explains
    spoilt: int  # words that are Vietnamese as they stand and would be changed

    @property
    def reads_all(self) -> bool:
        """Every suspect becomes Vietnamese."""
        return self.readable == self.suspects

    @property
    def explains(self) -> bool:
        """It reads them all, and fewer good words are spoilt than bad ones mended."""
        return self.reads_all and self.spoilt < self.readable

    @property
    def proves(self) -> bool:
        enough = self.strong or self.readable >= _WEAK_WORDS_ENOUGH
        return bool(enough) and self.explains

    def rivals(self, best: "_Reading") -> bool:
        """This reading explains as many words, and none of the best one's is unmistakable against it."""
        return self.readable == best.readable and bool(self.strong or not best.strong)


def looks_like(text: str) -> Guess | None:
    """The legacy charset that the words point to; None for Unicode, foreign and plain ASCII text.

    Evidence is a word that is no Vietnamese syllable as it stands and is one when converted. It is certain
    when it holds for every such word, by three words or one unmistakable one, for one charset alone, and the
    rest of the text could be Vietnamese. Text that already has Unicode Vietnamese letters is never certain.
    """
    readings = _readings(text)
    if not readings:
        return None
    best = max(readings, key=lambda each: (each.explains, each.readable, each.strong))
    if _UNICODE_ONLY.search(text):
        return Guess(best.charset, certain=False) if best.strong else None
    readings.remove(best)
    alone = not any(other.explains and other.rivals(best) for other in readings)
    return Guess(best.charset, certain=alone and best.proves and _rest_fits(text, best))


def _readings(text: str) -> list[_Reading]:
    """Those that explain enough of the words."""
    suspects, standing = _suspects(text), _standing(text)
    usual = [_reading(charset, suspects, standing) for charset in _OF_OFFICES]
    if not any(each.reads_all for each in usual):
        usual += [_reading(charset, suspects, standing) for charset in _FROM_ABROAD]
    return list(filter(_counts, usual))


def _standing(text: str) -> frozenset[str]:
    """Words with marks that are Vietnamese as they stand."""
    words = (word for word in _WORD.findall(text) if _HIGH.search(word))
    return frozenset(word for word in words if is_syllable(word) and _is_of_one_case(word))


def _suspects(text: str) -> frozenset[str]:
    """Words of Latin-1 that are no Vietnamese as they stand."""
    return frozenset(filter(_is_suspect, _WORD.findall(text)))


def _is_suspect(word: str) -> bool:
    is_typed_so = _LATIN_1.fullmatch(word) and _HIGH.search(word) and _LATIN.search(word)
    if not is_typed_so or _NO_EVIDENCE.fullmatch(word):
        return False
    return not is_syllable(word, strict=False)


def _reading(charset: Charset, suspects: frozenset[str], standing: frozenset[str]) -> _Reading:
    readable = [word for word in suspects if _is_readable(word, charset)]
    strong = [word for word in readable if _STRONG[charset].search(word)]
    spoilt = sum(convert(word, charset).text != word for word in standing)
    return _Reading(charset, len(suspects), len(readable), len(strong), spoilt)


def _is_readable(word: str, charset: Charset) -> bool:
    """The charset makes a Vietnamese syllable of it, in capitals, small letters, or with a capital first."""
    if not is_known(word, charset):
        return False
    read = convert(word, charset).text
    return is_syllable(read) and _is_of_one_case(read)


def _is_of_one_case(word: str) -> bool:
    """All capitals, all small letters, or a capital first."""
    return word in {word.upper(), word.lower(), word.capitalize()}


def _counts(reading: _Reading) -> bool:
    """At least half of the suspects become Vietnamese, or one does that nothing else explains."""
    return reading.strong > 0 or 0 < reading.suspects <= reading.readable * 2


def _rest_fits(text: str, reading: _Reading) -> bool:
    """Without an unmistakable word, three of four words written in ASCII must be Vietnamese too."""
    plain = [word for word in _WORD.findall(text) if not _HIGH.search(word)]
    fitting = [word for word in plain if is_syllable(word, strict=False)]
    return bool(reading.strong) or len(fitting) * 4 >= len(plain) * 3
