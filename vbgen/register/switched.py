"""Series that were switched in mid-year: a new one goes on from the numbers of the one that it comes from.

Nghị định 30/2020/NĐ-CP, Điều 15: numbers run through a year. A setting that is changed while numbers live under it
must not begin at 01 again, whichever setting it was: `by_type`, `apart`, `agency`, `golden_book`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, extract, func, select

from vbgen.model.dossier import Counter, Particulars
from vbgen.register import tables
from vbgen.register.numbers import GOLDEN, OUTGOING, GoldenHabit
from vbgen.register.standing import last_of

_COUNTERS, _DOCUMENTS, _GOLDEN = tables.counters.c, tables.documents.c, tables.golden_book.c

GOES_ON = "golden-book-goes-on"  # the doubt that the book goes on as it was


@dataclass(frozen=True, slots=True)
class Origin:
    """The series that another one goes on from, and its last number."""

    agency: str
    series: str
    year: int
    last: int


def origin_of(connection: Connection, counter: Counter, paper: Particulars) -> Origin | None:
    """What the paper's series goes on from; None where it stands higher, or the office has set its beginning."""
    if counter.is_set:
        return None
    own = last_of(connection, counter)
    found = select(tables.counters).where(
        _COUNTERS.year == counter.year,
        (_COUNTERS.last > own) | (_COUNTERS.agency == counter.agency),
        _COUNTERS.series != GOLDEN,
    )
    others = connection.execute(found.order_by(_COUNTERS.last.desc())).all()
    for row in others:
        if (row.agency, row.series) != (counter.agency, counter.series) and _gave_way(
            connection, row, counter, paper
        ):
            last = last_of(connection, Counter(row.agency, row.series, row.year))
            if last > own:
                return Origin(row.agency, row.series, row.year, last)
    return None


def golden_origin_of(connection: Connection, counter: Counter, year: int) -> Origin | None:
    """The book that the certificates of that year were in, where the office now numbers them yearly, or no longer."""
    if counter.is_set or counter.series != GOLDEN or last_of(connection, counter):
        return None
    found = select(_GOLDEN.year, func.max(_GOLDEN.number).label("last")).where(
        _GOLDEN.agency == counter.agency,
        _GOLDEN.series == GOLDEN,
        _DOCUMENTS.id == _GOLDEN.document,
    )
    if counter.year:
        found = found.where(extract("year", _DOCUMENTS.day) == year)
    row = connection.execute(found.group_by(_GOLDEN.year).order_by(_GOLDEN.year.desc())).first()
    return Origin(counter.agency, GOLDEN, row.year, row.last) if row else None


@dataclass(frozen=True, slots=True)
class GoldenPast:
    """How certificates of a year were numbered so far, and whether a person has agreed that it goes on so."""

    habit: GoldenHabit
    last: int
    is_agreed: bool


def golden_past(connection: Connection, agency: str, year: int) -> GoldenPast | None:
    """What the golden book has of that year's decisions; None where none of them is in a series."""
    found = select(_GOLDEN.year, func.max(_GOLDEN.number).label("last")).where(
        *_in_series(agency, year)
    )
    row = connection.execute(found.group_by(_GOLDEN.year).order_by(_GOLDEN.year.desc())).first()
    if row is None:
        return None
    habit = GoldenHabit.YEARLY if row.year else GoldenHabit.RUNNING
    decisions = select(_GOLDEN.document).where(*_in_series(agency, year)).distinct()
    acts = tables.acts.c
    kept = select(acts.detail).where(acts.document.in_(decisions), acts.what == "reserve")
    agreed = any(
        GOES_ON in _doubts(json.loads(detail)) for detail in connection.execute(kept).scalars()
    )
    return GoldenPast(habit, row.last, agreed)


def _in_series(agency: str, year: int) -> tuple[ColumnElement[bool], ...]:
    return (
        _GOLDEN.agency == agency,
        _GOLDEN.series == GOLDEN,
        _GOLDEN.year.in_((year, 0)),
        _DOCUMENTS.id == _GOLDEN.document,
        extract("year", _DOCUMENTS.day) == year,
    )


def _doubts(detail: Mapping[str, Any]) -> Sequence[str]:
    """The doubts that were agreed to when a number was taken."""
    consent = detail.get("consent", {})
    return list(consent.get("doubts", ()))


def _gave_way(
    connection: Connection, other: Row[tuple[object, ...]], counter: Counter, paper: Particulars
) -> bool:
    if other.agency != counter.agency:
        return other.series == counter.series and _is_own(connection, other, paper)
    if _is_left(other.series, counter):
        return True
    return _took_such(connection, other, counter, paper)


def _is_own(connection: Connection, other: Row[tuple[object, ...]], paper: Particulars) -> bool:
    """Whether all papers of that register are of the same issuer: the agency was renamed, not joined by another."""
    found = select(_DOCUMENTS.issuer).where(*_numbered_in(other))
    issuers = set(connection.execute(found.distinct().limit(3)).scalars()) - {""}
    return issuers <= {paper.issuer} if paper.issuer else len(issuers) <= 1


def _is_left(series: str, counter: Counter) -> bool:
    """Whether the settings of today give no number in that series any more."""
    if counter.by_type is None or {series, counter.series} & set(counter.apart):
        return False
    return (series == OUTGOING) is counter.by_type


def _took_such(
    connection: Connection, other: Row[tuple[object, ...]], counter: Counter, paper: Particulars
) -> bool:
    """Whether papers of this kind were numbered there after the last one of the paper's own series.

    For a series that is new a paper with the same symbol tells it too: its number must not be given again.
    """
    own = connection.execute(
        select(func.max(_DOCUMENTS.row)).where(*_numbered_in(counter))
    ).scalar_one()
    alike = (_DOCUMENTS.kind == paper.kind) & (_DOCUMENTS.kind != "")
    if own is None:
        alike = alike | (_DOCUMENTS.symbol == paper.symbol)
    found = select(_DOCUMENTS.row).where(*_numbered_in(other), alike, _DOCUMENTS.row > (own or 0))
    return connection.execute(found.limit(1)).first() is not None


def _numbered_in(series: Counter | Row[tuple[object, ...]]) -> tuple[ColumnElement[bool], ...]:
    return (
        _DOCUMENTS.agency == series.agency,
        _DOCUMENTS.series == series.series,
        _DOCUMENTS.year == series.year,
    )
