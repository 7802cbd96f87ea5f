"""Registers of the past, written over row by row; their numbers are taken from then on."""

import secrets
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.dossier import Counter, Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database
from vbgen.register.database.index import index_new
from vbgen.register.entering.past_doubts import HOLE, Placed, codes, doubled, past_doubts
from vbgen.register.entering.past_entries import PastEntry, past_entry
from vbgen.register.entries import State
from vbgen.register.numbers import ELSEWHERE, Numbering, raise_to
from vbgen.register.proving.past import ROWS, rows_as_kept
from vbgen.ways import AgreeTo, SetNumbering

CAMPAIGN = "so-cu"
Keep = Callable[[bytes], str] | None  # puts content into the archive; its digest
_AT_ONCE = 1000  # rows in one statement

__all__ = ["Keep", "PastBook", "PastEntry", "doubts_about", "import_past", "past_entry"]


@dataclass(frozen=True, slots=True)
class PastBook:
    """A book of the past that is written over: whose it is, by whom and out of which file."""

    agency: str
    numbering: Numbering
    stamp: Stamp
    source: str
    keep: Keep = None
    agreed: Collection[str] = ()  # messages of the doubts that a person has agreed to

    def confirm(self, doubts: Sequence[Problem]) -> None:
        """ProblemsFoundError with every doubt that nobody has agreed to."""
        if left := tuple(doubt for doubt in doubts if doubt.message not in self.agreed):
            kinds = tuple(dict.fromkeys(doubt.code for doubt in left))
            message = _("Sổ các năm trước có điều cần xác nhận; chưa nhập gì.")
            raise ProblemsFoundError(message, left, (AgreeTo(kinds),))

    def note(
        self,
        connection: Connection,
        counted: Mapping[str, object],
        doubts: Sequence[Problem],
        files: Mapping[str, bytes],
    ) -> None:
        """The act of the import, with what was agreed to; `files` go into the archive."""
        detail = {"source": self.source, **counted}
        if doubts:
            detail["agreed"] = [{"doubt": one.code, "message": one.message} for one in doubts]
        if self.keep is not None:
            detail["files"] = {name: self.keep(content) for name, content in files.items()}
        journal.append(connection, self.stamp, "import", detail=detail)


def doubts_about(
    connection: Connection, entries: Sequence[PastEntry], agency: str, numbering: Numbering
) -> tuple[Problem, ...]:
    """What a person should decide before these entries are written over."""
    return doubts_of(connection, placed_in(entries, agency, numbering), agency, numbering)


def import_past(database: Database, entries: Sequence[PastEntry], book: PastBook) -> int:
    """How many entries were written over, all or none.

    ProblemsFoundError for codes that stand there already, and for doubts that nobody has agreed to.
    """
    refuse_inserted(entries, book.numbering)
    placed = placed_in(entries, book.agency, book.numbering)
    with database.writing() as connection:
        if twice := tuple(map(number_taken, doubled(connection, placed))):
            message = _("Sổ các năm trước trùng số với sổ đăng ký; chưa nhập gì.")
            raise ProblemsFoundError(message, twice)
        doubts = doubts_of(connection, placed, book.agency, book.numbering)
        book.confirm(doubts)
        rows = write_over(connection, placed, book.stamp)
        counted = {"count": len(entries), "codes": codes(entries)}
        book.note(connection, counted, doubts, {ROWS: rows_as_kept(rows)})
    return len(entries)


def doubts_of(
    connection: Connection, placed: Sequence[Placed], agency: str, numbering: Numbering
) -> tuple[Problem, ...]:
    """What is doubtful in this office: where another system gives the numbers, a hole is none."""
    found = past_doubts(connection, placed, agency)
    return tuple(one for one in found if not (numbering.given and one.code == HOLE))


def placed_in(entries: Sequence[PastEntry], agency: str, numbering: Numbering) -> list[Placed]:
    """Each entry with the series that it belongs to."""
    return [(entry, _counter_of(entry, agency, numbering)) for entry in entries]


def _counter_of(entry: PastEntry, agency: str, numbering: Numbering) -> Counter:
    """The office's series; of another agency's decision none of them."""
    if entry.issuer:
        return Counter(entry.issuer, ELSEWHERE, entry.day.year)
    return numbering.counter(agency, "", entry.symbol, entry.day.year)


def write_over(
    connection: Connection, placed: Sequence[Placed], stamp: Stamp
) -> list[dict[str, object]]:
    """The entries' rows, written; their numbers are taken from then on."""
    rows = [_row(entry, counter, stamp) for entry, counter in placed]
    for some in _portions(rows):
        _write(connection, some)
    _raise_counters(connection, placed)
    return rows


def _raise_counters(connection: Connection, placed: Sequence[Placed]) -> None:
    highest: dict[Counter, int] = {}
    for entry, counter in placed:
        if counter.series == ELSEWHERE:
            continue
        highest[counter] = max(highest.get(counter, 0), entry.number)
    for counter, last in highest.items():
        raise_to(connection, counter, last)


def _row(entry: PastEntry, counter: Counter, stamp: Stamp) -> dict[str, object]:
    identity = secrets.token_hex(16)
    return {
        "id": identity,
        "agency": counter.agency,
        "series": counter.series,
        "year": counter.year,
        "number": entry.number,
        "suffix": entry.suffix,
        "symbol": entry.symbol,
        "day": entry.day,
        "campaign": CAMPAIGN,
        "kind": "",
        "variant": "",
        "phase": None,
        "issuer": entry.issuer,
        "type_name": entry.type_name,
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
        "paper": f"{CAMPAIGN}/{identity}",
    }


def _portions(rows: Sequence[dict[str, object]]) -> Iterator[Sequence[dict[str, object]]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]


def _write(connection: Connection, rows: Sequence[dict[str, object]]) -> None:
    made = insert(tables.documents).returning(tables.documents.c.row, sort_by_parameter_order=True)
    keys = connection.execute(made, list(rows)).scalars().all()
    index_new(connection, [(key, {**row, "text": ""}) for key, row in zip(keys, rows, strict=True)])


def refuse_inserted(entries: Sequence[PastEntry], numbering: Numbering) -> None:
    """ProblemsFoundError for numbers with a letter where the office does not allow any."""
    if numbering.inserted:
        return
    ways = (SetNumbering("inserted", "true"),)
    message = _("Cơ quan chưa cho phép chèn số có chữ.")
    problems = tuple(
        Problem("inserted-number", _("“{code}” là số chèn.", code=entry.code), entry.place)
        for entry in entries
        if entry.suffix
    )
    if problems:
        raise ProblemsFoundError(message, problems, ways)


def number_taken(entry: PastEntry) -> Problem:
    """Another paper has that number."""
    message = _("Số {code} năm {year} đã có trong sổ.", code=entry.code, year=entry.day.year)
    return Problem("number-taken", message, entry.place)
