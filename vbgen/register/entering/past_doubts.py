"""What an import would do to the numbers, told row by row before it is done: jumps, holes, foreign symbols."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import Counter, code, padded
from vbgen.register import reading, tables
from vbgen.register.entering.past_entries import PastEntry
from vbgen.register.numbers import ELSEWHERE
from vbgen.register.standing import last_of

HOLE = "import-hole"
A_JUMP = 100  # so many numbers passed over at once are no hole but a slip
_DOCUMENTS = tables.documents.c
Placed = tuple[PastEntry, Counter]  # an entry with the series that it belongs to


def past_doubts(
    connection: Connection, placed: Sequence[Placed], agency: str
) -> tuple[Problem, ...]:
    """A doubt for each row that moves a counter further than its numbers go on, or seems another agency's."""
    placed = [(entry, counter) for entry, counter in placed if counter.series != ELSEWHERE]
    return (
        *_foreign_agency(connection, placed),
        *_foreign_symbols(connection, placed, agency),
        *_gaps(connection, placed),
    )


def doubled(connection: Connection, placed: Sequence[Placed]) -> Iterator[PastEntry]:
    """Entries whose number or code stands already, in the register or in an earlier row."""
    seen = _Seen()
    for year in sorted({counter.year for _entry, counter in placed}):
        columns = (
            _DOCUMENTS.agency,
            _DOCUMENTS.series,
            _DOCUMENTS.year,
            _DOCUMENTS.number,
            _DOCUMENTS.suffix,
        )
        for row in connection.execute(
            select(*columns, _DOCUMENTS.symbol).where(_DOCUMENTS.year == year)
        ):
            seen.take(Counter(row.agency, row.series, row.year), row.number, row.suffix, row.symbol)
    for entry, counter in placed:
        if not seen.take(counter, entry.number, entry.suffix, entry.symbol):
            yield entry


@dataclass(slots=True)
class _Seen:
    keys: set[tuple[object, ...]] = field(default_factory=set)

    def take(self, counter: Counter, number: int, suffix: str, symbol: str) -> bool:
        """Whether nobody had that number in the series, nor that code in the year."""
        each = number, suffix.lower()
        own = {
            (counter.agency, counter.series, counter.year, *each),
            (counter.agency, counter.year, symbol, "", *each),
        }
        is_new = not own & self.keys
        self.keys |= own
        return is_new


def _foreign_agency(connection: Connection, placed: Sequence[Placed]) -> Iterator[Problem]:
    known = reading.agencies(connection)
    for entry, counter in placed[:1]:
        if known and counter.agency not in known:
            message = _(
                "Sổ này có số của {known}, chưa có số nào của {agency}: nhập vào đây là mở thêm một sổ.",
                known=", ".join(known),
                agency=counter.agency,
            )
            yield _doubt("import-other-agency", message, entry.place)


def is_own(symbol: str, agency: str) -> bool:
    """Whether a paper's symbol names the agency: `QĐ-SCT` of `SCT`."""
    return agency in re.split(r"[-/.&]", symbol)


def _foreign_symbols(
    connection: Connection, placed: Sequence[Placed], agency: str
) -> Iterator[Problem]:
    found = select(_DOCUMENTS.symbol).where(
        _DOCUMENTS.agency.in_({counter.agency for _entry, counter in placed})
    )
    known = set(connection.execute(found.distinct()).scalars()) if placed else set()
    for entry, _counter in placed:
        if not is_own(entry.symbol, agency) and entry.symbol not in known:
            message = _(
                "Ký hiệu của {code} không có “{agency}”: có thể là văn bản của cơ quan khác gửi đến.",
                code=entry.code,
                agency=agency,
            )
            yield _doubt("import-foreign-symbol", message, entry.place)


def _gaps(connection: Connection, placed: Sequence[Placed]) -> Iterator[Problem]:
    by_series: dict[Counter, list[PastEntry]] = {}
    for entry, counter in placed:
        by_series.setdefault(counter, []).append(entry)
    for counter, entries in by_series.items():
        last = max(last_of(connection, counter), counter.first - 1)
        for entry in sorted(entries, key=lambda one: one.number):
            ending = entry.number if entry.suffix else entry.number - 1
            if ending > last:
                yield _gap(entry, counter, last + 1, ending)
            last = max(last, entry.number)


def _gap(entry: PastEntry, counter: Counter, first: int, last: int) -> Problem:
    values = {"code": entry.code, "series": counter.series, "year": counter.year}
    if last - first + 1 >= A_JUMP or str(entry.number).startswith(str(entry.day.year)):
        message = _(
            "Số {code} nhảy xa: hệ thống số “{series}” năm {year} mới đến {before}, sau khi nhập "
            "sẽ đi tiếp từ {next}. Có thể gõ nhầm số.",
            **values,
            before=padded(first - 1),
            next=padded(entry.number + 1),
        )
        return _doubt("import-jump", message, entry.place)
    message = _(
        "Trước số {code}, hệ thống số “{series}” năm {year} bỏ trống từ {first} đến {last}.",
        **values,
        first=padded(first),
        last=padded(last),
    )
    return _doubt(HOLE, message, entry.place)


def _doubt(kind: str, message: str, place: Place) -> Problem:
    return Problem(kind, message, place, Severity.WARNING)


def codes(entries: Iterable[PastEntry]) -> list[str]:
    """The entries' codes."""
    return [code(entry.number, entry.symbol, entry.suffix) for entry in entries]
