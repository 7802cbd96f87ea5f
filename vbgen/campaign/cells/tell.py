"""Problems about one entry, in the one shape that every reader uses."""

from vbgen.campaign.cells.entries import Reading, TypedValue
from vbgen.campaign.cells.shown import expected
from vbgen.campaign.topics import Column
from vbgen.errors import Problem, Severity
from vbgen.messages import _


def refused(column: Column, entry: TypedValue, code: str, sentence: str, hint: str = "") -> Reading:
    """A reading without a value: the entry cannot be understood, and why."""
    message = _("{title}: {sentence}", title=column.title, sentence=sentence)
    return Reading(
        problems=(Problem(code, message, entry.place, hint=hint or wanted(column)),), is_good=False
    )


def noted(column: Column, entry: TypedValue, code: str, sentence: str) -> Problem:
    """A change that was made to what was typed."""
    message = _("{title}: {sentence}", title=column.title, sentence=sentence)
    return Problem(code, message, entry.place, Severity.NOTE)


def doubted(column: Column, entry: TypedValue, code: str, sentence: str, hint: str) -> Problem:
    """Something that was read one way and could be meant in another."""
    message = _("{title}: {sentence}", title=column.title, sentence=sentence)
    return Problem(code, message, entry.place, Severity.WARNING, hint)


def wanted(column: Column) -> str:
    """What to type instead."""
    return _("Cần {expected}.", expected=expected(column))
