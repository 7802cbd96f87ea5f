"""Text of entries in legacy charsets, brought to Unicode by font name or by content; what is doubtful stays."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vbgen.campaign.cells.entries import TypedValue
from vbgen.messages import _
from vbgen.words.charset_guess import looks_like
from vbgen.words.charsets import Charset, charset_of_font, convert, is_capital_font
from vbgen.words.syllables import is_syllable

_HIGH = re.compile("[\u00a1-\u00ff]")
_BEYOND = re.compile("[\u0100-\u01ff\u0300-\u036f\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Brought:
    """A text in Unicode; `change` tells what was converted, `doubt` what a person must look at."""

    text: str
    change: str = ""
    doubt: str = ""


def in_unicode(entry: TypedValue, text: str) -> Brought:
    """The text of an entry in Unicode, each run by its own font, or all of it by its letters."""
    if entry.runs:
        return _joined([_by_font(font, run) for font, run in entry.runs])
    return _by_content(text) if _HIGH.search(text) else Brought(text)


def _joined(parts: list[Brought]) -> Brought:
    text = "".join(part.text for part in parts)
    changes = list(dict.fromkeys(part.change for part in parts if part.change))
    doubts = list(dict.fromkeys(part.doubt for part in parts if part.doubt))
    return Brought(text, "; ".join(changes), "; ".join(doubts))


def _by_font(font: str, text: str) -> Brought:
    charset = charset_of_font(font)
    if charset is None or (text.isascii() and not is_capital_font(font)):
        return Brought(text)
    converted = convert(text, charset, capitals=is_capital_font(font))
    if _is_unicode_already(text, converted.text):
        return Brought(
            text,
            doubt=_("phông {font} nhưng chữ giống như đã là Unicode, nên giữ nguyên", font=font),
        )
    if converted.text == text:
        return Brought(text)
    change = _("đã chuyển từ {charset} (phông {font}) sang Unicode", charset=charset, font=font)
    return Brought(converted.text, change, _doubt(converted.text, converted.doubtful))


def _is_unicode_already(text: str, converted: str) -> bool:
    """The words are Vietnamese as they stand; the font was only never changed after retyping."""
    if _BEYOND.search(text):
        return True
    words = [word for word in _WORD.findall(text) if _HIGH.search(word)]
    as_typed = bool(words) and all(is_syllable(word) for word in words)
    return as_typed and not all(
        is_syllable(word) for word in _WORD.findall(converted) if not word.isascii()
    )


@lru_cache(maxsize=2048)  # the same position, award and merit stand in row after row
def _by_content(text: str) -> Brought:
    guess = looks_like(text)
    if guess is None:
        return Brought(text)
    if not guess.certain:
        reading = convert(text, guess.charset).text
        doubt = _(
            "giống chữ {charset} (“{reading}”) nhưng không chắc, nên giữ nguyên",
            charset=guess.charset,
            reading=reading,
        )
        return Brought(text, doubt=doubt)
    return _certain(text, guess.charset)


def _certain(text: str, charset: Charset) -> Brought:
    converted = convert(text, charset)
    change = _("đã chuyển từ {charset} (nhận ra theo nội dung) sang Unicode", charset=charset)
    return Brought(converted.text, change, _doubt(converted.text, converted.doubtful))


def _doubt(text: str, places: tuple[int, ...]) -> str:
    words = list(dict.fromkeys(_word_at(text, place) for place in places))
    if not words:
        return ""
    return _("chưa chắc ở: {words}", words=", ".join(f"“{word}”" for word in words))


def _word_at(text: str, place: int) -> str:
    start = max(text.rfind(blank, 0, place) for blank in " \n\t") + 1
    return text[start:].split(maxsplit=1)[0] if text[start:].strip() else text
