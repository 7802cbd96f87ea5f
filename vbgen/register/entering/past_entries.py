"""Rows of a register of the past, read from its cells."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.model.dossier import code
from vbgen.words.dates import parse_date

_CODE = re.compile(r"(?:số\s*:?\s*)?0*(\d{1,7})([^\W\d_]?)\s*/\s*([^\s/][^\s]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastEntry:
    """One row of a past register."""

    number: int
    symbol: str
    day: date
    subject: str
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    copy_kept_by: str = ""
    copies: int | None = None
    moved_on: date | None = None
    note: str = ""
    type_name: str = ""  # one of the decree's types; empty where the words say none
    suffix: str = ""  # of an inserted number
    issuer: str = ""  # of another agency's decision: who made it, else what its symbol says
    place: Place = field(default_factory=Place, compare=False)  # of its number, in the file

    @property
    def code(self) -> str:
        """`05/QĐ-SCT`."""
        return code(self.number, self.symbol, self.suffix)


def past_entry(
    values: Mapping[str, object], place: Callable[[str], Place]
) -> tuple[PastEntry | None, list[Problem]]:
    """The entry that a row's cells make, or every problem of them."""
    problems: list[Problem] = []
    number = _number(values, place, problems)
    day = _day(values, "day", place, problems)
    moved_on = _day(values, "moved_on", place, problems)
    if not problems and day is None:
        problems.append(Problem("no-day", _("Thiếu ngày văn bản."), place("day")))
    if number is None or day is None or problems:
        return None, problems
    copies = _text(values, "copies")
    return PastEntry(
        number=int(number[1]),
        suffix=number[2],
        symbol=number[3],
        day=day,
        subject=_text(values, "subject"),
        signer_name=_text(values, "signer_name"),
        recipients=_recipients(_text(values, "recipients")),
        copy_kept_by=_text(values, "copy_kept_by"),
        copies=int(copies) if copies.isdigit() else None,
        moved_on=moved_on,
        note=_text(values, "note"),
        place=place("code"),
    ), []


def _text(values: Mapping[str, object], field: str) -> str:
    return str(values.get(field) or "").strip()


def _recipients(text: str) -> tuple[str, ...]:
    parts = (part.strip(" -–;.") for part in re.split(r"[;\n]", text))
    return tuple(part for part in parts if part)


def _number(
    values: Mapping[str, object], place: Callable[[str], Place], problems: list[Problem]
) -> re.Match[str] | None:
    match = _CODE.fullmatch(_text(values, "code"))
    if match is None:
        problems.append(_bad_code(str(values.get("code") or ""), place("code")))
    return match


def _day(
    values: Mapping[str, object],
    field: str,
    place: Callable[[str], Place],
    problems: list[Problem],
) -> date | None:
    value = values.get(field)
    if isinstance(value, date) or value in (None, ""):
        return value if isinstance(value, date) else None
    try:
        return parse_date(str(value))
    except ValueError as fault:
        problems.append(Problem("cell-not-a-date", str(fault), place(field)))
        return None


def _bad_code(found: str, place: Place) -> Problem:
    message = _("“{found}” không phải là số, ký hiệu văn bản; hãy ghi như 05/QĐ-SCT.", found=found)
    return Problem("cell-not-a-code", message, place)
