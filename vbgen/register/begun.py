"""Issues as they were begun: what was wanted, and the numbers that it got."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, RowMapping, select

from vbgen.model.document import Numbered
from vbgen.model.dossier import Counter, Honoured, Intent, Particulars
from vbgen.register import tables
from vbgen.register.entries import Entry, State
from vbgen.register.reading import entry_of

_DOCUMENTS = tables.documents.c


def open_issues(connection: Connection, identity: str | None = None) -> list[Numbered]:
    """Issues that were begun and not finished, with their whole stored intent."""
    states = [State.RESERVED.value, State.RENDERED.value]
    found = select(tables.documents).where(_DOCUMENTS.state.in_(states)).order_by(_DOCUMENTS.row)
    if identity is not None:
        found = found.where(_DOCUMENTS.id == identity)
    return [_numbered(connection, row) for row in connection.execute(found).mappings().all()]


def intent_of(connection: Connection, one: Entry) -> Intent:
    """The intent of an entry, without its materials (they lie in the archive once it is settled)."""
    particulars = Particulars(
        agency=one.agency,
        issuer=one.issuer,
        campaign=one.campaign,
        kind=one.kind,
        symbol=one.symbol,
        day=one.day,
        subject=one.subject,
        variant=one.variant,
        phase=one.phase,
        type_name=one.type_name,
        signer_name=one.signer_name,
        signer_position=one.signer_position,
        recipients=one.recipients,
        copy_kept_by=one.copy_kept_by,
        copies=one.copies,
        note=one.note,
    )
    rows = _golden_rows(connection, one.id)
    counter = Counter(one.agency, one.series, one.year)
    golden = Counter(rows[0]["agency"], rows[0]["series"], rows[0]["year"]) if rows else None
    honoured = tuple(
        Honoured(*(row[key] for key in ("nominee", "name", "unit", "award", "merit")))
        for row in rows
    )
    return Intent(one.id, particulars, counter, {}, golden, honoured)


def numbered_of(connection: Connection, one: Entry) -> Numbered:
    """The entry as it was numbered, without its materials."""
    rows = _golden_rows(connection, one.id)
    return Numbered(
        intent_of(connection, one), one.number, rows[0]["number"] if rows else None, one.suffix
    )


def _numbered(connection: Connection, row: RowMapping) -> Numbered:
    bare = numbered_of(connection, entry_of(row))
    found = select(tables.pending.c.name, tables.pending.c.content).where(
        tables.pending.c.document == bare.id
    )
    materials = {
        one.name: one.content for one in connection.execute(found.order_by(tables.pending.c.name))
    }
    return replace(bare, intent=replace(bare.intent, materials=materials))


def _golden_rows(connection: Connection, identity: str) -> Sequence[RowMapping]:
    golden = tables.golden_book.c
    found = select(tables.golden_book).where(golden.document == identity).order_by(golden.number)
    return connection.execute(found).mappings().all()
