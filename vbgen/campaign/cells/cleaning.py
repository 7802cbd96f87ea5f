"""Texts of entries brought to one form: Unicode, composed, no stray blanks; one note tells all changes of a cell.

Legacy charsets are known by the font's name or by content; what is doubtful stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vbgen.campaign.cells.entries import Broken, TypedValue
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.cells.tell import doubted, noted
from vbgen.campaign.topics import Column
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.words.legacy.charset_guess import looks_like
from vbgen.words.legacy.charsets import Charset, charset_of_font, convert, is_capital_font
from vbgen.words.legacy.mojibake import Unmangled, unmangled
from vbgen.words.syllables import is_syllable
from vbgen.words.text import Cleaned, clean, forbidden_controls, on_one_line

_EXCEL_FAULTS = frozenset(
    {
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
    }
)
_HIGH = re.compile("[\u00a1-\u00ff]")
_ONE_BYTE = re.compile(
    "[\u0080-\u00ff\u0102\u0152-\u0192\u02c6\u02dc\u2020-\u2022\u2026-\u203a€™]"
)  # or shown so
_BEYOND = re.compile("[\u0100-\u01ff\u0300-\u036f\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile("[A-ZĐ]+")
_ODD_SHOWN = 3  # words of one cell that are told
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")  # nothing that cleaning could touch
_LOST = "\ufffd"  # what stands for a letter that could not be read
_SEEN = frozenset(
    {"invisible", "unseen-blank", "look-alike", "styled-letter"}
)  # the outcome is shown
_GUESSED = frozenset({"foreign-letter"})  # a person should look


@dataclass(frozen=True, slots=True)
class Brought:
    """A text in Unicode; `change` tells what was converted, `doubt` what a person must look at."""

    text: str
    change: str = ""
    doubt: str = ""


def cleaned(column: Column, entry: TypedValue) -> tuple[TypedValue, tuple[Problem, ...]]:
    """The entry with its text brought to one form, and the problems that tell of it."""
    text = entry.value
    if not isinstance(text, str):
        return entry, ()
    if _PLAIN.fullmatch(text) and not entry.runs:
        return (entry._replace(value=_fault(text)), ()) if text in _EXCEL_FAULTS else (entry, ())
    brought = _in_unicode(entry, text)
    result = _in_lines(column, clean(brought.text))
    if controls := forbidden_controls(result.text):
        found = _("có ký tự điều khiển {code} không in được.", code=controls[0].code)
        return entry._replace(value=Broken("control-character", found)), ()
    if result.text == text:
        return entry, _told(column, entry, brought, result)
    return entry._replace(value=result.text), _told(column, entry, brought, result)


def _in_lines(column: Column, result: Cleaned) -> Cleaned:
    """What stands within a sentence is one line, however its cell was typed."""
    is_kept = column.form.takes_lines or "\n" not in result.text
    return result if is_kept else on_one_line(result)


def heading_text(entry: TypedValue) -> str:
    """The text of a heading, in the same form; a heading that is no text is written out."""
    if not isinstance(entry.value, str):
        return "" if entry.value is None else str(entry.value)
    return clean(_in_unicode(entry, entry.value).text).text


def _told(
    column: Column, entry: TypedValue, brought: Brought, result: Cleaned
) -> tuple[Problem, ...]:
    return (
        *_changes(column, entry, brought, result),
        *_guesses(column, entry, result),
        *_doubts(column, entry, brought, result),
    )


def _changes(
    column: Column, entry: TypedValue, brought: Brought, result: Cleaned
) -> Iterator[Problem]:
    """What was changed for certain."""
    told = [brought.change] if brought.change else []
    told += [change.description for change in result.changes if change.code not in _GUESSED]
    if told:
        code = "charset-converted" if brought.change else "text-cleaned"
        is_seen = brought.change or any(change.code in _SEEN for change in result.changes)
        yield noted(column, entry, code, "; ".join(told) + _outcome(is_seen, result))


def _guesses(column: Column, entry: TypedValue, result: Cleaned) -> Iterator[Problem]:
    """What was changed because it looks so."""
    told = [change.description for change in result.changes if change.code in _GUESSED]
    if told:
        hint = _("Hãy gõ lại bằng bàn phím tiếng Việt.")
        sentence = "; ".join(told) + _outcome(True, result)
        yield doubted(column, entry, "letters-look-alike", sentence, hint)


def _doubts(
    column: Column, entry: TypedValue, brought: Brought, result: Cleaned
) -> Iterator[Problem]:
    """What stays and may be wrong."""
    if _LOST in result.text:
        sentence = _("có chữ đã mất khi chuyển bảng mã (“{text}”).", text=quoted(result.text))
        hint = _("Hãy gõ lại ô này theo bản gốc; chữ đã mất không lấy lại được.")
        yield doubted(column, entry, "letters-lost", sentence, hint)
    if brought.doubt:
        hint = _("Hãy đọc lại ô này và gõ lại bằng Unicode nếu sai.")
        yield doubted(column, entry, "charset-doubtful", brought.doubt + ".", hint)


def _outcome(is_seen: object, result: Cleaned) -> str:
    """What stands there now, where it looks other than what was typed; and the end of the sentence."""
    return _(" thành “{text}”", text=quoted(result.text)) + "." if is_seen else "."


def _fault(text: str) -> Broken:
    return Broken("cell-error", _("ô báo lỗi {code} của Excel.", code=text))


def _in_unicode(entry: TypedValue, text: str) -> Brought:
    """The text of an entry in Unicode, each run by its own font, or all of it by its letters."""
    if entry.runs:
        brought = _joined([_by_font(font, run) for font, run in entry.runs])
        return _believed("".join(run for _font, run in entry.runs), brought)
    return Brought(text) if all(map(_is_usual, text.split(" "))) else _by_content(text)


@lru_cache(maxsize=8192)  # the same words stand in name after name
def _is_usual(word: str) -> bool:
    """Nothing in the word can come of another encoding: ASCII, or a Vietnamese syllable with its marks of prose."""
    if not _ONE_BYTE.search(word):
        return True
    inner = word.strip(".,;:!?()“”\"'")
    return not _ONE_BYTE.search(word.replace(inner, "")) and is_syllable(inner)


def _believed(text: str, brought: Brought) -> Brought:
    """What the fonts make of a text, unless it has a word that no Vietnamese word can be: then the text as it stands.

    The words of the whole text are looked at: a run may end within one.
    """
    before = frozenset(_WORD.findall(text))
    words = [word for word in _WORD.findall(brought.text) if word not in before]
    odd = list(dict.fromkeys(word for word in words if not _can_be_vietnamese(word)))
    if not odd:
        return brought
    doubt = _(
        "phông chữ của bảng mã cũ nhưng đọc ra “{reading}” có {words} không phải tiếng Việt, nên giữ nguyên",
        reading=quoted(brought.text),
        words=", ".join(f"“{quoted(word)}”" for word in odd[:_ODD_SHOWN]),
    )
    return Brought(text, doubt=doubt)


def _can_be_vietnamese(word: str) -> bool:
    """A syllable, or an abbreviation such as HĐND; ASCII letters are what every charset shows alike."""
    return word.isascii() or bool(_ABBREVIATION.fullmatch(word)) or is_syllable(word, strict=False)


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
    if not words or not all(map(is_syllable, words)):
        return False
    changed = [word for word in _WORD.findall(converted) if not word.isascii()]
    return not all(map(is_syllable, changed))


@lru_cache(maxsize=2048)  # the same position, award and merit stand in row after row
def _by_content(text: str) -> Brought:
    misread = unmangled(text)
    if misread and misread.certain:
        change = _("đã đọc lại chữ bị mở sai bảng mã")
        return Brought(misread.text, change)
    guess = looks_like(text)
    if guess is None:
        return _doubted_bytes(text, misread)
    if not guess.certain:
        reading = convert(text, guess.charset).text
        doubt = _(
            "giống chữ {charset} (“{reading}”) nhưng không chắc, nên giữ nguyên",
            charset=guess.charset,
            reading=quoted(reading),
        )
        return Brought(text, doubt=doubt)
    return _certain(text, guess.charset)


def _doubted_bytes(text: str, misread: Unmangled | None) -> Brought:
    """The text as it stands; what it may have been is told where it looks like misread UTF-8."""
    if misread is None:
        return Brought(text)
    doubt = _(
        "giống chữ bị mở sai bảng mã (“{reading}”) nhưng không đọc lại được hết, nên giữ nguyên",
        reading=quoted(misread.text),
    )
    return Brought(text, doubt=doubt)


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
