"""A golden book of past years at the desk: laid in, looked at with what a person should decide, written over."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vbgen.office.acts import Answer, Request
from vbgen.office.agreeing import DoubtfulRequest, DoubtsShown, Weighed
from vbgen.office.receiving.inbox import (
    DroppedFile,
    ReceivedLot,
    book_of,
    lay_book_in,
    throw_away,
)
from vbgen.office.registry.golden_books import (
    GoldenBookImported,
    ImportGoldenBook,
    ReadyGoldenBook,
)
from vbgen.office.registry.outside import agency_of
from vbgen.register.entering.golden_rows import GoldenRow

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class LayPastBookIn(Request[ReceivedLot]):
    """Lay a golden book of past years in, to be looked at before anything is written."""

    book: DroppedFile

    def carry_out(self, office: "Office") -> ReceivedLot:
        """ProblemsFoundError for a file that is too large."""
        office.confirm_may_write()
        return lay_book_in(office, self.book)


@dataclass(frozen=True)
class PastBookSeen(Answer):
    """What would be written over, and what a person should decide first."""

    file: str
    agency: str
    rows: tuple[GoldenRow, ...]
    asked: DoubtsShown

    @property
    def years(self) -> Mapping[int, int]:
        """How many certificates the book has of each year's decisions."""
        return dict(sorted(Counter(row.decision.day.year for row in self.rows).items()))


@dataclass(frozen=True)
class SeePastBook(Request[PastBookSeen]):
    """The certificates of a golden book that was laid in; without a symbol for the agency that has numbers here."""

    id: str
    agency: str = ""

    def carry_out(self, office: "Office") -> PastBookSeen:
        """ProblemsFoundError with every cell that cannot be read or written over; nothing is written."""
        act = _import_of(office, self.id, self.agency)
        weighed = act.weighed(office)
        asked = DoubtsShown(weighed.doubts, weighed.fingerprint)
        return PastBookSeen(act.source.name, act.agency, weighed.ready.rows, asked)


@dataclass(frozen=True)
class TakePastBook(DoubtfulRequest[GoldenBookImported]):
    """A golden book that was laid in, written over: all of it or nothing; the file then goes."""

    id: str
    agency: str

    def weighed(self, office: "Office") -> Weighed[ReadyGoldenBook]:
        """As it was looked at."""
        return _import_of(office, self.id, self.agency).weighed(office)

    def carry_out(self, office: "Office") -> GoldenBookImported:
        """Written over."""
        act = _import_of(office, self.id, self.agency)
        done = office.do(replace(act, fingerprint=self.fingerprint, agreed=self.agreed))
        throw_away(office, self.id)
        return done


def _import_of(office: "Office", identity: str, agency: str) -> ImportGoldenBook:
    return ImportGoldenBook(book_of(office, identity), agency_of(office.desk_to_prepare(), agency))
