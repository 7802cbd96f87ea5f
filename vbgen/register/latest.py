"""The latest papers of the register, by their day; numbers given up do not count."""

from datetime import date

from sqlalchemy import Connection, desc, func, select

from vbgen.model.dossier import Counter
from vbgen.register import tables
from vbgen.register.entries import Entry, State
from vbgen.register.reading import entry_of

_DOCUMENTS = tables.documents.c


def latest_day(connection: Connection, counter: Counter) -> date | None:
    """The day of the last paper in that series and year; numbers given up do not count."""
    found = select(func.max(_DOCUMENTS.day)).where(
        _DOCUMENTS.agency == counter.agency,
        _DOCUMENTS.series == counter.series,
        _DOCUMENTS.year == counter.year,
        _DOCUMENTS.state != State.VOID.value,
    )
    day: date | None = connection.execute(found).scalar_one()
    return day


def latest_paper(connection: Connection, until: date) -> Entry | None:
    """The paper with the latest day that is not after `until`, of every series; numbers given up do not count."""
    found = select(tables.documents).where(
        _DOCUMENTS.day <= until, _DOCUMENTS.state != State.VOID.value
    )
    row = (
        connection.execute(found.order_by(desc(_DOCUMENTS.day), desc(_DOCUMENTS.row)).limit(1))
        .mappings()
        .first()
    )
    return entry_of(row) if row else None
