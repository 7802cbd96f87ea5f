"""Rows that a unit sent, added to those already there."""

from collections.abc import Sequence

from vbgen.campaign.cells.shown import quoted, shown
from vbgen.campaign.records import UnderstoodRow
from vbgen.campaign.topics import Column, Topic
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.field import Record, keys_of


def merged(
    topic: Topic, there: Sequence[UnderstoodRow], sent: Sequence[UnderstoodRow]
) -> tuple[list[UnderstoodRow], list[Problem]]:
    """All rows, each once: what stands alike in both is told, what stands differently is a problem with both places."""
    known = {_key(topic, typed.record): typed for typed in there if typed.record}
    rows, problems = list(there), []
    for typed in sent:
        first = known.get(_key(topic, typed.record)) if typed.record else None
        if first is None:
            rows.append(typed)
        else:
            problems.append(_again(topic, first, typed))
    return rows, problems


def _key(topic: Topic, record: Record) -> tuple[object, ...]:
    fields = keys_of(topic.record) or tuple(column.field for column in topic.columns)
    return tuple(getattr(record, field) for field in fields)


def _again(topic: Topic, first: UnderstoodRow, typed: UnderstoodRow) -> Problem:
    key = ", ".join(shown(part) for part in _key(topic, typed.record)) if typed.record else ""
    differing = [
        c for c in topic.columns if getattr(first.record, c.field) != getattr(typed.record, c.field)
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
    place = typed.place_of(differing[0].field)
    return Problem("conflicting-row", message, place, hint=_what_to_do(differing))


def _what_to_do(differing: Sequence[Column]) -> str:
    """Two people may have been given one code, where units give codes of their own."""
    if any(column.field == "full_name" for column in differing):
        return _(
            "Nếu là hai người khác nhau, đặt mã khác cho một người; nếu là một, thống nhất hai nơi."
        )
    return _("Hãy thống nhất hai nơi hoặc xóa một hàng.")
