"""Numbers held against the journal: where each counter stands, and numbers that nobody has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import padded
from vbgen.register import tables
from vbgen.register.numbers import IN_DECISION
from vbgen.register.proving.block import Key
from vbgen.register.proving.replay import Derived, Replay

_GOLDEN, _COUNTERS = tables.golden_book.c, tables.counters.c


@dataclass(slots=True)
class Series:
    """What is known of one series of numbers."""

    last: int = 0
    known: set[int] = field(default_factory=set)
    blocks: list[Derived] = field(default_factory=list)

    def give(self, first: int, last: int) -> None:
        """Those numbers have been given."""
        self.known.update(range(first, last + 1))
        self.last = max(self.last, last)


@dataclass(slots=True)
class Numbers:
    """Every series, as the journal and the rows of older books make it."""

    series: dict[Key, Series] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: Connection, replay: Replay, past: Mapping[Key, list[int]]) -> "Numbers":
        """All series; the length of a block that version 0.1 took is that of its rows, which are proved elsewhere."""
        made = cls()
        for key, numbers in past.items():
            for number in numbers:
                made._at(key).give(number, number)
        counts = dict(_counts(connection))
        for one in replay.documents.values():
            if one.key:
                made._take(one, one.key)
            if one.block and one.block.key[1] != IN_DECISION:
                made._give(one, one.block.given(counts.get(one.id, 1)))
        return made

    def _give(self, one: Derived, numbers: Sequence[int]) -> None:
        """The certificates' numbers of one decision."""
        if one.block:
            series = self._at(one.block.key)
            series.blocks.append(one)
            for number in numbers:
                series.give(number, number)

    def _at(self, key: Key) -> Series:
        return self.series.setdefault(key, Series())

    def _take(self, one: Derived, key: Key) -> None:
        series = self._at(key)
        series.last = max(series.last, one.series_last)
        series.known.add(one.number)

    def problems(self, connection: Connection, replay: Replay) -> Iterator[Problem]:
        """Counters that stand elsewhere than the journal left them, and gaps before numbers."""
        yield from self._counters(connection)
        for one in replay.documents.values():
            if one.key and not one.is_given and not self._follows(one, self.series[one.key]):
                yield _gap(one.code, one.number)
        for series in self.series.values():
            yield from _golden_gaps(series)

    def _counters(self, connection: Connection) -> Iterator[Problem]:
        found = select(_COUNTERS.agency, _COUNTERS.series, _COUNTERS.year, _COUNTERS.last)
        standing = {
            (row.agency, row.series, row.year): row.last for row in connection.execute(found)
        }
        for key in sorted({*standing, *self.series}):
            last = self.series[key].last if key in self.series else 0
            if standing.get(key, 0) != last:
                yield _counter(key, standing.get(key, 0), last)

    def _follows(self, one: Derived, series: Series) -> bool:
        """Nobody was passed over: it is the first, begins where the office said, or follows a number that was given."""
        is_first = one.number == 1 or one.opens or one.skips or bool(one.suffix)
        return is_first or one.number - 1 in series.known or one.after == one.number - 1


def _counts(connection: Connection) -> Iterator[tuple[str, int]]:
    found = select(_GOLDEN.document, func.count()).group_by(_GOLDEN.document)
    return ((row[0], row[1]) for row in connection.execute(found))


def _golden_gaps(series: Series) -> Iterator[Problem]:
    """Numbers of the golden book before a decision's that nobody has; 0.1 did not say where the office began."""
    for one in series.blocks:
        block = one.block
        if block is None or block.opens or block.first == 1 or block.first - 1 in series.known:
            continue
        severity = Severity.ERROR if block.opens is False else Severity.WARNING
        yield _gap(_("Sổ vàng, {code}", code=one.code), block.first, severity)


def _gap(place: str, number: int, severity: Severity = Severity.ERROR) -> Problem:
    message = _(
        "Trước số {number} của hệ thống số này có số không ai được cấp, và nhật ký không ghi vì sao.",
        number=padded(number),
    )
    return Problem("number-gap", message, Place(file=place), severity, _keep())


def _counter(key: Key, found: int, said: int) -> Problem:
    agency, series, year = key
    message = _(
        "Hệ thống số này đang đứng ở {found}, nhật ký cho thấy số cuối cùng là {said}: số tiếp theo sẽ sai.",
        found=found,
        said=said,
    )
    return Problem(
        "counter-changed",
        message,
        Place(file=f"{agency} · {series} · {year or ''}".strip(" ·")),
        hint=_keep(),
    )


def _keep() -> str:
    return _("Hãy giữ nguyên hiện trạng và đối chiếu với bản sao lưu.")
