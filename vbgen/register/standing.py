"""Where a series stands, held against its rows and the journal: a counter that was moved by hand gives no number."""

from sqlalchemy import Connection, func, select

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.model.dossier import Counter
from vbgen.register import journal, tables
from vbgen.register.faults import RegisterDamagedError
from vbgen.register.proving.block import Key
from vbgen.register.proving.numbers import Numbers, Series
from vbgen.register.proving.replay import Replay
from vbgen.ways import RestoreBackup, VerifyArchive

_COUNTERS, _DOCUMENTS, _GOLDEN = tables.counters.c, tables.documents.c, tables.golden_book.c


def last_of(connection: Connection, counter: Counter) -> int:
    """The last number that the series has given; 0 for a new one.

    RegisterDamagedError where its counter, its rows and the journal tell different numbers: the next one would leave
    numbers out without a word, or be given twice.
    """
    found = select(_COUNTERS.last).where(
        _COUNTERS.agency == counter.agency,
        _COUNTERS.series == counter.series,
        _COUNTERS.year == counter.year,
    )
    last = int(connection.execute(found).scalar_one_or_none() or 0)
    if last != _in_rows(connection, counter):
        _confirm_told(connection, counter, last)
    return last


def _in_rows(connection: Connection, counter: Counter) -> int:
    return max(_in_documents(connection, counter), _in_golden_book(connection, counter))


def _in_documents(connection: Connection, counter: Counter) -> int:
    found = select(func.max(_DOCUMENTS.number)).where(
        _DOCUMENTS.agency == counter.agency,
        _DOCUMENTS.series == counter.series,
        _DOCUMENTS.year == counter.year,
    )
    return int(connection.execute(found).scalar_one_or_none() or 0)


def _in_golden_book(connection: Connection, counter: Counter) -> int:
    found = select(func.max(_GOLDEN.number)).where(
        _GOLDEN.agency == counter.agency,
        _GOLDEN.series == counter.series,
        _GOLDEN.year == counter.year,
    )
    return int(connection.execute(found).scalar_one_or_none() or 0)


def _confirm_told(connection: Connection, counter: Counter, last: int) -> None:
    """The whole journal is asked, as a counter may well stand above its rows: where it went on from another series."""
    key = (counter.agency, counter.series, counter.year)
    replay = Replay()
    for act, _stated in journal.walk(connection):
        replay.take(act)
    past = _of_older_books(connection, key, replay)
    series = Numbers.of(connection, replay, {key: past}).series.get(key, Series())
    if last != series.last or _in_documents(connection, counter) > series.last:
        raise _moved(key, last, series.last)


def _of_older_books(connection: Connection, key: Key, replay: Replay) -> list[int]:
    """Numbers of rows that no act has numbered: an import wrote them over, or they are forged."""
    agency, series, year = key
    found = select(_DOCUMENTS.id, _DOCUMENTS.number).where(
        _DOCUMENTS.agency == agency, _DOCUMENTS.series == series, _DOCUMENTS.year == year
    )
    known = {one.id for one in replay.documents.values() if one.entry}
    return [row.number for row in connection.execute(found) if row.id not in known]


def _moved(key: Key, found: int, told: int) -> RegisterDamagedError:
    agency, series, year = key
    place = Place(file=f"{agency} · {series} · {year or ''}".strip(" ·"))
    message = _(
        "Hệ thống số {place} đang đứng ở {found}, sổ và nhật ký cho thấy số cuối cùng là "
        "{told}: hai bên không khớp. Chưa có số nào được cấp.",
        place=place,
        found=found,
        told=told,
    )
    ways = (VerifyArchive(), RestoreBackup())
    return RegisterDamagedError(message, (Problem("counter-changed", message, place),), ways)
