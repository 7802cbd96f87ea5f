"""A form that nobody has filled in yet: it waits, and nothing is wrong with it."""

from vbgen.campaign.assembling import UnderstoodFile
from vbgen.campaign.records import UnderstoodRow
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

UNTOUCHED = "form-untouched"
_MISSING = "missing-value"  # of a cell that must be filled in


def is_untouched(main: UnderstoodFile) -> bool:
    """Whether no cell of any sheet says anything; example rows say nothing."""
    listed = main.listed.rows if main.listed else ()
    typed = (row for rows in main.rows.values() for row in rows)
    is_told_of = any(each.code != _MISSING for each in main.problems)
    said = is_told_of or listed or any(map(_says_anything, typed))
    return bool(main.tables) and not said


def _says_anything(row: UnderstoodRow) -> bool:
    return any(typed.value is not None for typed in row.row.entries.values())


def untouched(file: str) -> Problem:
    """That it waits, and where to begin."""
    message = _("Biểu mẫu chưa điền gì.")
    hint = _("Hãy điền trang “Bắt đầu” trước.")
    return Problem(UNTOUCHED, message, Place(file=file), Severity.NOTE, hint)
