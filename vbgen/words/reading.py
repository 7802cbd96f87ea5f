"""Numbers as people type them, read with the doubt that the typing leaves."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from vbgen.messages import _

_BLANKS_BETWEEN_GROUPS = re.compile(r"(?<=\d)[^\S\n](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"([-+]?)\s*([0-9]+(?:[.,][0-9]+)*)\s*(%?)")
_GROUP = 3


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number that was read from text, and the other number that the same text could mean."""

    value: Decimal
    other: Decimal | None = None
    is_percent: bool = False  # the text ended in %: 12 for "12%"


def parse_vn_number(text: str) -> ReadNumber:
    """The number that a clerk typed, dots between thousands and a comma before decimals first.

    `35.981,0`, `1.234.567`, `1 234 567`, `0,5`, `05`, `12%`. What is possible only the English way
    (`1,234.5`, `12.5`, `1,234,567`) is read so; where both are possible the Vietnamese reading is the
    value and the other one stands beside it. Raises ValueError for what is no number.
    """
    written = _BLANKS_BETWEEN_GROUPS.sub(
        "", unicodedata.normalize("NFC", text).strip().replace("−", "-")
    )
    match = _NUMBER.fullmatch(written)
    readings = (
        [reading for reading in (_read(match[2], ".", ","), _read(match[2], ",", ".")) if reading]
        if match
        else []
    )
    if not match or not readings:
        raise ValueError(
            _("“{text}” không phải là số; hãy ghi như 1.234,5 hoặc 1234,5.", text=text)
        )
    return _settled(match, readings)


def _settled(match: re.Match[str], readings: list[str]) -> ReadNumber:
    values = [Decimal(match[1] + reading) for reading in readings]
    other = values[-1] if values[-1] != values[0] else None
    return ReadNumber(values[0], other, is_percent=bool(match[3]))


def _read(digits: str, thousands: str, point: str) -> str:
    """The digits in Decimal's spelling under these separators; empty where they cannot be so."""
    whole, *fractions = digits.split(point)
    head, *groups = whole.split(thousands)
    if len(fractions) > 1 or thousands in "".join(fractions):
        return ""
    if groups and not _are_thousands(head, groups):
        return ""
    return ".".join([head + "".join(groups), *fractions])


def _are_thousands(head: str, groups: list[str]) -> bool:
    """`1`, `234`, `500`: three figures in each group, fewer before the first separator, and no 0 at the start."""
    return len(head) <= _GROUP and head[:1] != "0" and all(len(group) == _GROUP for group in groups)
