"""Numbers: one statement takes a block of them, the same on SQLite and PostgreSQL."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, text

from vbgen.model.afterwards.copy_form import COPIES, COPY_ABBREVIATIONS
from vbgen.model.dossier import Counter

# A counter that stands below the office's start value jumps to it; else it goes on. No max()+1: the row is locked
# from here to the end of the transaction, so that nobody takes the same block and an undone block comes back.
_TAKE = text("""
    INSERT INTO counters (agency, series, year, last)
    VALUES (:agency, :series, :year, :first - 1 + :count)
    ON CONFLICT (agency, series, year) DO UPDATE
    SET last = CASE WHEN counters.last < :first - 1 THEN :first - 1 ELSE counters.last END + :count
    RETURNING last
""")
_RAISE = text("""
    INSERT INTO counters (agency, series, year, last) VALUES (:agency, :series, :year, :last)
    ON CONFLICT (agency, series, year) DO UPDATE
    SET last = CASE WHEN counters.last < :last THEN :last ELSE counters.last END
""")

OUTGOING, COUNCIL, GOLDEN = "van-ban-di", "hoi-dong", "so-vang"
IN_DECISION = "quyet-dinh"  # certificates that are numbered within their decision, in no series
ELSEWHERE = (
    "noi-khac"  # decisions of other agencies, which our golden book tells of: in no series of ours
)
LETTERS = "CV"  # how a series by type names the công văn, which have no abbreviation
WITHIN_SINCE = date(
    2024, 1, 1
)  # from then on the order number within the decision (Nghị định 98/2023, Điều 104)


class GoldenHabit(StrEnum):
    """How an office numbers its certificates."""

    DECISION = "decision"  # within each decision, as the decree has it since 2024
    YEARLY = "yearly"
    RUNNING = "running"


def take(connection: Connection, counter: Counter, count: int = 1) -> int:
    """The first number of a block of `count`, taken for good when the transaction is committed."""
    values = {"agency": counter.agency, "series": counter.series, "year": counter.year}
    last = connection.execute(
        _TAKE, {**values, "first": counter.first, "count": count}
    ).scalar_one()
    return int(last) - count + 1


def raise_to(connection: Connection, counter: Counter, last: int) -> None:
    """The counter stands at `last` at least: numbers up to it are taken already, in a book of the past."""
    values = {"agency": counter.agency, "series": counter.series, "year": counter.year}
    connection.execute(_RAISE, {**values, "last": last})


_PARTED = re.compile(r"[-/]")


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the office numbers (Nghị định 30/2020/NĐ-CP, Điều 15): the head decides, the settings say it."""

    by_type: bool = False  # a series for each type of document, instead of one for all
    apart: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # series → kinds or types that it takes
    golden_book: GoldenHabit | None = None  # None where the office has not said it
    starts: Mapping[str, Mapping[int, int]] = field(
        default_factory=dict
    )  # series → year → first number
    agency: str = ""  # the register's agency, when not the campaign's symbol
    inserted: bool = False  # numbers with a letter (06a) are allowed
    given: bool = False  # numbers come from another system: this register has only some of them

    def counter(
        self, agency: str, kind: str, symbol: str, year: int, *, council: bool = False
    ) -> Counter:
        """The counter for a paper of that kind and symbol (`QĐ-SCT`, `SCT-VP`)."""
        return self._counter(
            agency, self._series(kind, type_of(symbol, agency), council=council), year
        )

    def golden_counter(self, agency: str, day: date, habit: GoldenHabit | None = None) -> Counter:
        """The counter for the certificates of a decision of that day; `habit` where the settings leave it open."""
        chosen = self.golden_habit(day) or habit or GoldenHabit.DECISION
        if chosen is GoldenHabit.DECISION:
            return Counter(self.agency or agency, IN_DECISION, day.year)
        return self._counter(agency, GOLDEN, 0 if chosen is GoldenHabit.RUNNING else day.year)

    def golden_habit(self, day: date) -> GoldenHabit | None:
        """What the settings and the law of that day say; None where the book itself has to tell."""
        if day < WITHIN_SINCE and self.golden_book in {None, GoldenHabit.DECISION}:
            return GoldenHabit.YEARLY
        return self.golden_book

    def _series(self, kind: str, of_type: str, *, council: bool) -> str:
        for series, members in self.apart.items():
            if kind in members or of_type in members:
                return series
        if of_type in COPY_ABBREVIATIONS:
            return COPIES
        if council:
            return COUNCIL
        return of_type if self.by_type else OUTGOING

    def _counter(self, agency: str, series: str, year: int) -> Counter:
        starts = self.starts.get(series, {})
        return Counter(
            self.agency or agency,
            series,
            year,
            starts.get(year, 1),
            is_set=year in starts,
            by_type=self.by_type,
            apart=(COUNCIL, COPIES, *self.apart),
        )


def type_of(symbol: str, agency: str) -> str:
    """`QĐ` of `QĐ-SCT` and of `-QĐ/ĐU`; `CV` for a công văn, whose symbol begins with the agency."""
    first = _PARTED.split(symbol.removeprefix("-"))[0]
    return LETTERS if first == agency else first
