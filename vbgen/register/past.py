"""Registers of the past, written over row by row; their numbers are taken from then on."""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.dossier import Counter, Stamp, code
from vbgen.register import journal, tables
from vbgen.register.engine import Database
from vbgen.register.entries import State
from vbgen.register.index import index_words
from vbgen.register.numbers import Numbering, raise_to
from vbgen.register.proving_past import ROWS, rows_as_kept
from vbgen.wording.dates import parse_date

_CODE = re.compile(r"(?:số\s*:?\s*)?0*(\d{1,7})\s*/\s*([^\s/][^\s]*)", re.IGNORECASE)
CAMPAIGN = "so-cu"
Keep = Callable[[bytes], str] | None  # puts content into the archive; its digest


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

    @property
    def code(self) -> str:
        """`05/QĐ-SCT`."""
        return code(self.number, self.symbol)


def past_entry(values: Mapping[str, object], place: Callable[[str], Place]) -> tuple[PastEntry | None, list[Problem]]:
    """The entry that a row's cells make, or every problem of them."""
    problems: list[Problem] = []
    match = _CODE.fullmatch(str(values.get("code") or "").strip())
    if match is None:
        problems.append(_bad_code(str(values.get("code") or ""), place("code")))
    days = {field: _day(values.get(field), field, place, problems) for field in ("day", "moved_on") if field in values}
    if problems or match is None or (day := days["day"]) is None:
        if not problems:
            problems.append(Problem("no-day", _("Thiếu ngày văn bản."), place("day")))
        return None, problems
    texts = {
        field: str(values.get(field) or "").strip() for field in ("subject", "signer_name", "copy_kept_by", "note")
    }
    copies = str(values.get("copies") or "").strip()
    recipients = tuple(part.strip(" -–;.") for part in re.split(r"[;\n]", str(values.get("recipients") or "")))
    return PastEntry(
        number=int(match[1]),
        symbol=match[2],
        day=day,
        recipients=tuple(filter(None, recipients)),
        copies=int(copies) if copies.isdigit() else None,
        moved_on=days.get("moved_on"),
        **texts,
    ), []


def import_past(  # noqa: PLR0913, PLR0917 - an import is told all of it
    database: Database,
    entries: Sequence[PastEntry],
    agency: str,
    numbering: Numbering,
    stamp: Stamp,
    source: str,
    keep: Keep = None,
) -> int:
    """How many entries were written over, all or none; ProblemsFoundError for codes that stand there already."""
    with database.writing() as connection:
        doubled = [entry for entry in entries if _stands(connection, entry, numbering.agency or agency)]
        doubled += _twice(entries, agency, numbering)
        if doubled:
            raise _already(doubled)
        rows = []
        for entry in entries:
            counter = numbering.counter(agency, "", entry.symbol, entry.day.year)
            rows.append(_write(connection, entry, counter, stamp))
            raise_to(connection, counter, entry.number)
        detail: dict[str, object] = {
            "source": source,
            "count": len(entries),
            "codes": [entry.code for entry in entries],
        }
        if keep is not None:
            detail["files"] = {ROWS: keep(rows_as_kept(rows))}
        journal.append(connection, stamp, "import", detail=detail)
    return len(entries)


def _write(connection: Connection, entry: PastEntry, counter: Counter, stamp: Stamp) -> dict[str, object]:
    row: dict[str, object] = {
        "id": secrets.token_hex(16),
        "agency": counter.agency,
        "series": counter.series,
        "year": counter.year,
        "number": entry.number,
        "symbol": entry.symbol,
        "day": entry.day,
        "campaign": CAMPAIGN,
        "kind": "",
        "variant": "",
        "phase": None,
        "issuer": "",
        "type_name": "",
        "subject": entry.subject,
        "signer_name": entry.signer_name,
        "signer_position": "",
        "recipients": "\n".join(entry.recipients),
        "copy_kept_by": entry.copy_kept_by,
        "copies": entry.copies,
        "moved_on": entry.moved_on,
        "note": entry.note,
        "state": State.PAST.value,
        "reserved_at": stamp.at.isoformat(timespec="seconds"),
        "settled_at": None,
        "delivered": True,
    }
    row["paper"] = f"{CAMPAIGN}/{row['id']}"
    key = connection.execute(insert(tables.documents).returning(tables.documents.c.row), row).scalar_one()
    index_words(connection, key, {**row, "text": ""})
    return row


def _stands(connection: Connection, entry: PastEntry, agency: str) -> bool:
    columns = tables.documents.c
    found = select(columns.row).where(
        columns.agency == agency,
        columns.year == entry.day.year,
        columns.number == entry.number,
        columns.symbol == entry.symbol,
    )
    return connection.execute(found).first() is not None


def _twice(entries: Sequence[PastEntry], agency: str, numbering: Numbering) -> list[PastEntry]:
    """Entries whose number their series has already given, as the office numbers now."""
    seen: set[tuple[Counter, int]] = set()
    twice = []
    for entry in entries:
        key = (numbering.counter(agency, "", entry.symbol, entry.day.year), entry.number)
        twice += [entry] if key in seen else []
        seen.add(key)
    return twice


def _already(doubled: Sequence[PastEntry]) -> ProblemsFoundError:
    problems = [
        Problem("number-taken", _("Số {code} năm {year} đã có trong sổ.", code=one.code, year=one.day.year))
        for one in doubled
    ]
    return ProblemsFoundError(_("Sổ cũ trùng số với sổ đăng ký; chưa nhập gì."), tuple(problems))


def _day(value: object, field: str, place: Callable[[str], Place], problems: list[Problem]) -> date | None:
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
