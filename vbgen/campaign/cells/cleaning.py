"""Texts of entries brought to one form: Unicode, composed, no stray blanks; one note tells all changes of a cell."""

import re
from dataclasses import replace

from vbgen.campaign.cells.entries import Broken, TypedValue
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.cells.tell import doubted, noted
from vbgen.campaign.cells.unicode_text import Brought, in_unicode
from vbgen.campaign.topics import Column
from vbgen.errors import Problem
from vbgen.messages import _
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
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")  # nothing that cleaning could touch


def cleaned(column: Column, entry: TypedValue) -> tuple[TypedValue, tuple[Problem, ...]]:
    """The entry with its text brought to one form, and the problems that tell of it."""
    text = entry.value
    if not isinstance(text, str):
        return entry, ()
    if _PLAIN.fullmatch(text) and not entry.runs:
        return (replace(entry, value=_fault(text)), ()) if text in _EXCEL_FAULTS else (entry, ())
    brought = in_unicode(entry, text)
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
    return clean(in_unicode(entry, entry.value).text).text


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
