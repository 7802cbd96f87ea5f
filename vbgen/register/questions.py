"""What may be asked of a register; asking changes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Connection, select

from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.model.document import Numbered
from vbgen.model.dossier import Counter, GivenNumber, Intent, Particulars
from vbgen.register import (
    begun,
    clock,
    journal,
    latest,
    reading,
    receipts,
    switched,
    tables,
    taking,
)
from vbgen.register.after_issue import deliveries, signed_files
from vbgen.register.after_issue.signed_files import SignedFile
from vbgen.register.database.engine import Database
from vbgen.register.entering import outside, past
from vbgen.register.entering.golden_looks import Looked, looked_at
from vbgen.register.entering.golden_rows import GoldenRow
from vbgen.register.entering.past import PastEntry
from vbgen.register.entering.remarks import remarks
from vbgen.register.entries import Entry, Filter, GoldenEntry, KeptFile, Link, Page
from vbgen.register.journal import Act
from vbgen.register.numbers import Numbering
from vbgen.register.proving import recovering
from vbgen.register.proving.past import PastRows
from vbgen.register.proving.proving import table_problems
from vbgen.register.proving.replay import Replay

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Questions:
    """An open register as it is read: entries, golden book, journal, numbers to come."""

    database: Database

    @property
    def is_awaited(self) -> bool:
        """Whether there is no register yet, only an empty one that is read in its place."""
        return self.database.making is not None

    @property
    def identity(self) -> str:
        """Of this register, for ever; an archive belongs to one."""
        return str(
            self._read(
                lambda connection: connection.execute(
                    select(tables.journal.c.register)
                ).scalar_one()
            )
        )

    @property
    def place(self) -> str:
        """The file, or the URL without its password."""
        return self.database.place

    def receipts(self, identity: str) -> dict[str, Mapping[str, object]]:
        """What a big run for an open document has done: chunk's key → its receipt as plain JSON values."""
        return receipts.receipts(self.database, identity)

    def mirrored_point(self) -> recovering.Point:
        """The last act of which the register knows that it lies in the archive."""
        return self._read(recovering.mirrored_point)

    def seq_of(self, digest: str) -> int | None:
        """The number of the act with that digest, if the journal has it."""
        return self._read(lambda connection: recovering.seq_of(connection, digest))

    def known_digests(self) -> set[str]:
        """Everything in an archive that journal and files name."""
        return self._read(recovering.known)

    def replayed(self, acts: Sequence[journal.Act]) -> Replay:
        """What further acts make of the documents that they touch."""
        return self._read(lambda connection: recovering.replayed(connection, acts))

    def table_problems(self, replay: Replay, past: PastRows) -> list[Problem]:
        """What the tables hold and the journal does not make of them, beyond rows of documents."""
        return self._read(lambda connection: list(table_problems(connection, replay, past)))

    @property
    def is_archived(self) -> bool:
        """Whether acts of the journal lie in an archive already: then that archive must be there again."""
        with self.database.reading() as connection:
            return bool(connection.execute(select(tables.journal.c.mirrored)).scalar_one())

    def entries(self, wanted: Filter | None = None) -> list[Entry]:
        """The entries that the filter takes, or all."""
        return self._read(lambda connection: list(reading.entries(connection, wanted or Filter())))

    def page(self, wanted: Filter) -> Page:
        """The entries that were asked for, in the book's order, and how many there are in all."""
        return self._read(lambda connection: reading.page(connection, wanted))

    def remarks(self, entries: Sequence[Entry]) -> dict[str, str]:
        """Entry's id → what has to be known about it: given up and why, changed by which paper."""
        return self._read(lambda connection: remarks(connection, entries))

    def entry(self, identity: str) -> Entry:
        """The entry with that identity; UsageError when there is none."""
        found = self._read(lambda connection: reading.entry(connection, identity))
        if found is None:
            raise UsageError(_("Sổ đăng ký không có văn bản mang mã {id}.", id=identity))
        return found

    def latest_day(self, counter: Counter) -> date | None:
        """The day of the last paper in that series."""
        return self._read(lambda connection: latest.latest_day(connection, counter))

    def latest_paper(self, until: date) -> Entry | None:
        """Of all series and years, the paper with the latest day, but none later than `until`."""
        return self._read(lambda connection: latest.latest_paper(connection, until))

    def coming(
        self, counter: Counter, paper: Particulars, given: GivenNumber | None = None
    ) -> taking.Coming:
        """The number that the paper would get, as far as can be known before it is taken."""
        return self._read(lambda connection: taking.coming(connection, counter, paper, given))

    def coming_in_golden_book(self, intent: Intent) -> taking.ComingBlock:
        """The numbers that its certificates would get."""
        return self._read(lambda connection: taking.coming_block(connection, intent))

    def golden_habit(self, agency: str, year: int) -> switched.GoldenPast | None:
        """How certificates of that year's decisions were numbered so far; None for none in a series."""
        return self._read(lambda connection: switched.golden_past(connection, agency, year))

    @property
    def head(self) -> tuple[int, str]:
        """Number and digest of the journal's last act."""
        end = (tables.journal.c.seq, tables.journal.c.digest)
        seq, digest = self._read(lambda connection: connection.execute(select(*end)).one())
        return int(seq), str(digest)

    @property
    def last_act_at(self) -> datetime | None:
        """When the journal's last act was, by the clock of then."""
        return self._read(clock.last_act_at)

    def wrong_time(self, now: datetime) -> clock.WrongTime | None:
        """The last acts, where they are later than `now`: made under a clock that ran ahead, if this one is right."""
        return self._read(lambda connection: clock.wrong_time(connection, now))

    def in_force(self, paper: str) -> Sequence[Entry]:
        """Issued entries of the same paper that stand."""
        return self._read(lambda connection: reading.in_force(connection, paper))

    def papers_of(self, campaign: str) -> list[tuple[object, ...]]:
        """Every row of the papers of that campaign, each with the number of the last act about it."""
        return self._read(lambda connection: reading.papers_of(connection, campaign))

    def files(self, identity: str | None = None) -> list[KeptFile]:
        """Files of one dossier, or of all, with their addresses in the archive."""
        return self._read(lambda connection: list(reading.files(connection, identity)))

    def signed_files(self, identity: str | None = None) -> list[signed_files.SignedFile]:
        """Signed files of one paper, or of all, in the order in which they came."""
        return self._read(lambda connection: list(signed_files.signed_files(connection, identity)))

    def deliveries(self, identity: str | None = None) -> list[deliveries.Delivery]:
        """Lines of the delivery book as they stand, of one paper or of all."""
        return self._read(lambda connection: deliveries.standing_deliveries(connection, identity))

    def newest_signed(self, identity: str) -> dict[str, KeptFile]:
        """Name of an issued file → the signed one that stands for it: signatures are added to the one before."""
        files = {file.name: file for file in self.files(identity)}
        return {name: files[one.name] for name, one in self.newest_rows(identity).items()}

    def newest_rows(self, identity: str) -> dict[str, SignedFile]:
        """Name of an issued file → the row of the signed one, or of the scan, that stands for it."""
        rows = self.signed_files(identity)
        return {one.original: one for one in rows if one.stands_for_paper}

    def signed_with_ink(self, identity: str) -> dict[str, str]:
        """Name of an issued file that was signed with ink → name of its newest scan."""
        rows = self.newest_rows(identity).items()
        return {name: one.name for name, one in rows if one.is_scan}

    def file_named_by(self, digests: Sequence[str]) -> KeptFile | None:
        """The file of any paper that has one of those digests."""
        return self._read(lambda connection: reading.file_named_by(connection, digests))

    def golden_book(
        self, *, document: str | None = None, year: int | None = None, name: str = ""
    ) -> list[GoldenEntry]:
        """Rows of the golden book."""
        return self._read(
            lambda connection: list(
                reading.golden_entries(connection, document=document, year=year, name=name)
            )
        )

    def links(self, identity: str) -> list[Link]:
        """The chain of changes that the document stands in."""
        return self._read(lambda connection: reading.links(connection, identity))

    def import_doubts(
        self, entries: Sequence[PastEntry], agency: str, numbering: Numbering
    ) -> tuple[Problem, ...]:
        """What a person should decide before entries of a past register are written over."""
        return self._read(
            lambda connection: past.doubts_about(connection, entries, agency, numbering)
        )

    def golden_looked(self, rows: Sequence[GoldenRow], agency: str, numbering: Numbering) -> Looked:
        """What writing over a golden book of the past would do; ProblemsFoundError for what cannot be written."""
        return self._read(lambda connection: looked_at(connection, rows, agency, numbering))

    def coming_outside(self, paper: outside.OutsidePaper, act: str) -> taking.Coming:
        """The number that a paper made outside would get."""
        return self._read(lambda connection: outside.coming_outside(connection, paper, act))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Those that have given a number here."""
        return self._read(reading.agencies)

    def open_issues(self, identity: str | None = None) -> list[Numbered]:
        """Issues begun and not finished, with their stored intent."""
        return self._read(lambda connection: begun.open_issues(connection, identity))

    def undelivered(self) -> list[Entry]:
        """Issued entries whose papers still have to be put where the office takes them from."""
        return self._read(reading.undelivered)

    def numbered(self, one: Entry) -> Numbered:
        """The entry as it was numbered, without its materials."""
        return self._read(lambda connection: begun.numbered_of(connection, one))

    def acts_of(self, identity: str) -> list[Act]:
        """Every act about one document, in order."""
        return self._read(
            lambda connection: [act for act, _digest in journal.walk_of(connection, [identity])]
        )

    def acts_about_no_document(self, *what: str) -> list[Act]:
        """Acts of those kinds that are about no document of the register, in order."""
        return self._read(lambda connection: list(journal.about_no_document(connection, *what)))

    def journal(self, *, after: int = 0) -> Iterator[tuple[journal.Act, str]]:
        """Every act after that one, with its stated digest."""
        with self.database.reading() as connection:
            yield from journal.walk(connection, after=after)

    def _read(self, ask: Callable[[Connection], _T]) -> _T:
        with self.database.reading() as connection:
            return ask(connection)
