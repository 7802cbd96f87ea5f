"""Papers that are made outside: one act registers such a paper, or holds a number for it."""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from sqlalchemy import Connection, RowMapping, insert, select, update

from vbgen.model.dossier import Consent, Counter, GivenNumber, Particulars, Stamp
from vbgen.register import journal, tables
from vbgen.register.database.engine import Database
from vbgen.register.database.index import index_words
from vbgen.register.entries import State
from vbgen.register.taking import Coming, coming, take_number

REGISTER, HOLD = "register", "hold"  # the acts
CAMPAIGN = "ngoai"
_DOCUMENTS = tables.documents.c
_STATES = {REGISTER: State.OUTSIDE, HOLD: State.HELD}


@dataclass(frozen=True, slots=True)
class OutsidePaper:
    """What the outgoing register writes of a paper that vbgen does not make."""

    counter: Counter
    particulars: Particulars
    given: GivenNumber | None = None
    moved_on: date | None = None  # ngày chuyển
    consent: Consent = Consent()  # noqa: RUF009 - frozen, without state


def coming_outside(connection: Connection, paper: OutsidePaper, act: str) -> Coming:
    """The number that it would get; one that was held for it is its own."""
    if held := _held(connection, paper, act):
        return Coming(GivenNumber(held["number"], held["suffix"]), is_given=True)
    return coming(connection, paper.counter, paper.particulars, paper.given)


def enter(database: Database, paper: OutsidePaper, act: str, stamp: Stamp) -> str:
    """The entry's identity: the paper is registered, or a number is held for it, in one transaction.

    Raises NumberTakenError for a number that stands already, unless it was held for this symbol.
    """
    with database.writing() as connection:
        held = _held(connection, paper, act)
        identity = str(held["id"]) if held else secrets.token_hex(16)
        taken = coming_outside(connection, paper, act)
        if not held:
            taken = take_number(connection, paper.counter, paper.particulars, paper.given)
        row = _row(paper, identity, taken, act)
        key = _fill(connection, held, row) if held else _insert(connection, row, stamp)
        index_words(connection, key, {**row, "text": ""})
        journal.append(
            connection,
            stamp,
            act,
            document=identity,
            detail=_detail(row, taken, paper, held=bool(held)),
        )
    return identity


def _held(connection: Connection, paper: OutsidePaper, act: str) -> RowMapping | None:
    """The row of the number that was held for the paper and is now to be filled."""
    if act != REGISTER or paper.given is None:
        return None
    found = select(tables.documents).where(
        _DOCUMENTS.agency == paper.counter.agency,
        _DOCUMENTS.year == paper.counter.year,
        _DOCUMENTS.number == paper.given.number,
        _DOCUMENTS.suffix == paper.given.suffix,
        _DOCUMENTS.symbol == paper.particulars.symbol,
        _DOCUMENTS.state == State.HELD.value,
    )
    return connection.execute(found).mappings().first()


def _row(paper: OutsidePaper, identity: str, taken: Coming, act: str) -> dict[str, object]:
    values = asdict(replace(paper.particulars, campaign=CAMPAIGN, kind=""))
    return {
        **values,
        "id": identity,
        "recipients": "\n".join(paper.particulars.recipients),
        "paper": f"{CAMPAIGN}/{identity}",
        "agency": paper.counter.agency,
        "series": paper.counter.series,
        "year": paper.counter.year,
        "number": taken.number.number,
        "suffix": taken.number.suffix,
        "moved_on": paper.moved_on,
        "state": _STATES[act].value,
    }


def _insert(connection: Connection, row: Mapping[str, object], stamp: Stamp) -> int:
    new = {
        "reserved_at": stamp.at.isoformat(timespec="seconds"),
        "settled_at": None,
        "delivered": True,
    }
    made = insert(tables.documents).returning(_DOCUMENTS.row)
    return int(connection.execute(made, {**row, **new}).scalar_one())


def _fill(connection: Connection, held: RowMapping, row: Mapping[str, object]) -> int:
    connection.execute(update(tables.documents).where(_DOCUMENTS.id == held["id"]).values(row))
    return int(held["row"])


def _detail(
    row: Mapping[str, object], taken: Coming, paper: OutsidePaper, *, held: bool
) -> Mapping[str, object]:
    """What the journal keeps: every column of the row, and how the number was come by."""
    apart = {"id", "state", "series", "year", "number", "suffix"}
    days = {
        "day": paper.particulars.day.isoformat(),
        "moved_on": paper.moved_on.isoformat() if paper.moved_on else None,
    }
    opens = taken.origin is not None or taken.number.number == paper.counter.first
    consent = paper.consent.as_json()
    return {
        "entry": {**{name: value for name, value in row.items() if name not in apart}, **days},
        "series": paper.counter.series,
        "year": paper.counter.year,
        "number": taken.number.number,
        **({"opens_at": taken.number.number} if opens else {}),
        **taken.as_json(),
        **({"was_held": True} if held else {}),
        **({"consent": consent} if consent else {}),
    }
