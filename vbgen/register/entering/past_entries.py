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
    match = _CODE.fullmatch(str(values.get("code") or "").strip())
    if match is None:
        problems.append(_bad_code(str(values.get("code") or ""), place("code")))
    days = {
        field: _day(values.get(field), field, place, problems)
        for field in ("day", "moved_on")
        if field in values
    }
    if problems or match is None or (day := days["day"]) is None:
        if not problems:
            problems.append(Problem("no-day", _("Thiếu ngày văn bản."), place("day")))
        return None, problems
    texts = {
        field: str(values.get(field) or "").strip()
        for field in ("subject", "signer_name", "copy_kept_by", "note")
    }
    copies = str(values.get("copies") or "").strip()
    recipients = tuple(
        part.strip(" -–;.") for part in re.split(r"[;\n]", str(values.get("recipients") or ""))
    )
    return PastEntry(
        number=int(match[1]),
        suffix=match[2],
        symbol=match[3],
        day=day,
        recipients=tuple(filter(None, recipients)),
        copies=int(copies) if copies.isdigit() else None,
        moved_on=days.get("moved_on"),
        place=place("code"),
        **texts,
    ), []


def _day(
    value: object, field: str, place: Callable[[str], Place], problems: list[Problem]
) -> date | None:
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
