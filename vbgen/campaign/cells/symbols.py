"""Symbols of numbers in a row: what could not stand in the number of a paper."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from vbgen.campaign.cells.people import PlaceOf
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.topics import Column, Topic
from vbgen.errors import Problem, Severity
from vbgen.messages import _

_SYMBOL = re.compile(r"[^\W_]+(?:[-.&/][^\W_]+)*")  # SCT, UBND-VX, S&T; units may be numbered: 05


def symbol_doubts(
    topic: Topic, values: Mapping[str, object], place_of: PlaceOf
) -> Iterator[Problem]:
    """A warning for each symbol that is no abbreviation; it is printed in every number."""
    for column in _columns(topic):
        symbol = values.get(column.field)
        if isinstance(symbol, str) and symbol and not _is_sound(symbol):
            message = _(
                "{title}: “{symbol}” không giống chữ viết tắt, sẽ in đúng như vậy trong số, ký hiệu.",
                title=column.title,
                symbol=quoted(symbol),
            )
            hint = _("Hãy ghi chữ viết tắt in hoa, viết liền, ví dụ “SCT”, “VP”.")
            yield Problem(
                "symbol-doubtful", message, place_of(column.field), Severity.WARNING, hint
            )


def _is_sound(symbol: str) -> bool:
    return bool(_SYMBOL.fullmatch(symbol)) and not symbol.islower()


@cache
def _columns(topic: Topic) -> tuple[Column, ...]:
    return tuple(column for column in topic.columns if column.form.is_symbol)
