"""The order in which certificates leave the printer."""

from collections.abc import Callable, Sequence
from typing import Any

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.model.people import Nominee
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.words.names import sort_key

BY_LIST, BY_UNIT = "list", "unit"


def print_key(order: str, units: Sequence[str]) -> Callable[[HonourEntry], tuple[Any, ...]]:
    """What to sort entries by, beside their place in the list: `list`, `unit`, or any field of a nominee.

    `units` are the ids in the office's own order. UsageError for another word.
    """
    if order == BY_LIST:
        return lambda _entry: ()
    if order == BY_UNIT:
        places = {unit: place for place, unit in enumerate(units)}
        return lambda entry: (places.get(entry.nominee.unit, len(places)),)
    if order not in Nominee.model_fields:
        known = ", ".join((BY_LIST, BY_UNIT, *Nominee.model_fields))
        raise UsageError(
            _("Không có thứ tự in “{order}”. Các thứ tự: {known}.", order=order, known=known)
        )
    return lambda entry: _value(getattr(entry.nominee, order))


def _value(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any field of a nominee
    """A field as it sorts: empty ones last, names the Vietnamese way."""
    if value is None or value == "":
        return (1,)
    return (0, sort_key(value)) if type(value) is str else (0, value)
