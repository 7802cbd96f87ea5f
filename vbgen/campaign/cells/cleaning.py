"""Texts of entries brought to one form: Unicode, composed, no stray blanks; one note tells all changes of a cell.

Legacy charsets are known by the font's name or by content; what is doubtful stays.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from vbgen.campaign.cells.entries import Broken, TypedValue
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.cells.tell import doubted, noted
from vbgen.campaign.topics import Column
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.words.charset_guess import looks_like
from vbgen.words.charsets import Charset, charset_of_font, convert, is_capital_font
from vbgen.words.syllables import is_syllable
from vbgen.words.text import clean, forbidden_controls

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
_BEYOND = re.compile("[\u0100-\u01ff\u0300-\u036f\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")  # nothing that cleaning could touch


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
        return (replace(entry, value=_fault(text)), ()) if text in _EXCEL_FAULTS else (entry, ())
    brought = _in_unicode(entry, text)
    result = clean(brought.text)
    if controls := forbidden_controls(result.text):
        found = _("có ký tự điều khiển {code} không in được.", code=controls[0].code)
        return replace(entry, value=Broken("control-character", found)), ()
    if result.text == text:
        return entry, _told(column, entry, brought, [])
    changes = [change.description for change in result.changes]
    return replace(entry, value=result.text), _told(column, entry, brought, changes)


def heading_text(entry: TypedValue) -> str:
    """The text of a heading, in the same form; a heading that is no text is written out."""
    if not isinstance(entry.value, str):
        return "" if entry.value is None else str(entry.value)
    return clean(_in_unicode(entry, entry.value).text).text


def _told(
    column: Column, entry: TypedValue, brought: Brought, changes: list[str]
) -> tuple[Problem, ...]:
    problems = []
    told = [brought.change, *changes] if brought.change else changes
    if told:
        code = "charset-converted" if brought.change else "text-cleaned"
        result = _(" thành “{text}”", text=quoted(brought.text)) if brought.change else ""
        problems.append(noted(column, entry, code, "; ".join(told) + result + "."))
    if brought.doubt:
        hint = _("Hãy đọc lại ô này và gõ lại bằng Unicode nếu sai.")
        problems.append(doubted(column, entry, "charset-doubtful", brought.doubt + ".", hint))
    return tuple(problems)


def _fault(text: str) -> Broken:
    return Broken("cell-error", _("ô báo lỗi {code} của Excel.", code=text))


def _in_unicode(entry: TypedValue, text: str) -> Brought:
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
    if not words or not all(map(is_syllable, words)):
        return False
    changed = [word for word in _WORD.findall(converted) if not word.isascii()]
    return not all(map(is_syllable, changed))


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
