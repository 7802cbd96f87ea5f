"""Rows that a unit sent, added to those already there."""

from collections.abc import Sequence

from vbgen.campaign.cells.shown import quoted, shown
from vbgen.campaign.records import Typed
from vbgen.campaign.subjects import Subject
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.field import Record
from vbgen.model.references import KEYS


def merged(
    subject: Subject, there: Sequence[Typed], sent: Sequence[Typed]
) -> tuple[list[Typed], list[Problem]]:
    """All rows, each once: what stands alike in both is told, what stands differently is a problem with both places."""
    known = {_key(subject, typed.record): typed for typed in there if typed.record}
    rows, problems = list(there), []
    for typed in sent:
        first = known.get(_key(subject, typed.record)) if typed.record else None
        if first is None:
            rows.append(typed)
        else:
            problems.append(_again(subject, first, typed))
    return rows, problems


def _key(subject: Subject, record: Record) -> tuple[object, ...]:
    fields = KEYS.get(subject.field) or tuple(column.field for column in subject.columns)
    return tuple(getattr(record, field) for field in fields)


def _again(subject: Subject, first: Typed, typed: Typed) -> Problem:
    key = ", ".join(shown(part) for part in _key(subject, typed.record)) if typed.record else ""
    differing = [
        c
        for c in subject.columns
        if getattr(first.record, c.field) != getattr(typed.record, c.field)
    ]
    if not differing:
        message = _(
            "“{key}” đã có như vậy ở {first}; chỉ lấy một lần.",
            key=quoted(key),
            first=first.row.place,
        )
        return Problem("same-row-again", message, typed.row.place, Severity.NOTE)
    message = _(
        "“{key}” khác với {first} ở: {titles}.",
        key=quoted(key),
        first=first.row.place,
        titles=", ".join(column.title for column in differing),
    )
    hint = _("Hãy thống nhất hai nơi hoặc xóa một hàng.")
    return Problem("conflicting-row", message, typed.place_of(differing[0].field), hint=hint)
