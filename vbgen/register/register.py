"""The register's door: numbers, entries, golden book and journal of an office, in SQLite or PostgreSQL."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, select, update

from vbgen.errors import Problem, UsageError
from vbgen.messages import _
from vbgen.model.document import Inspected, Kept, Numbered, Settled
from vbgen.model.dossier import Counter, GivenNumber, Intent, Particulars, Stamp
from vbgen.register import (
    changing,
    clock,
    journal,
    latest,
    reading,
    receipts,
    reserving,
    schema,
    settling,
    switched,
    tables,
    taking,
)
from vbgen.register.database.backup import backup
from vbgen.register.database.engine import Database, Held, parsed_url
from vbgen.register.entering import outside, past
from vbgen.register.entering.past import Keep, PastEntry, import_past
from vbgen.register.entering.remarks import remarks
from vbgen.register.entries import Entry, Filter, GoldenEntry, KeptFile, Link, Page, Relation
from vbgen.register.faults import NoRegisterError
from vbgen.register.journal import Act
from vbgen.register.numbers import Numbering
from vbgen.register.proving import recovering
from vbgen.register.proving.past import PastRows
from vbgen.register.proving.proving import table_problems
from vbgen.register.proving.replay import Replay

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Register:
    """An open register; every act is one transaction and one entry of the journal."""

    database: Database
    backup_made: Path | None = (
        None  # where an older register was copied before it was brought forward
    )

    @classmethod
    def open(cls, url: str, *, now: datetime, copies_kept: int = schema.COPIES_KEPT) -> "Register":
        """The register at an SQLAlchemy URL, made new or brought forward to the newest schema."""
        database = Database.open(url)
        with ExitStack() as undo:
            undo.callback(database.close)
            made = schema.make_ready(database, now, copies_kept)
            undo.pop_all()
        return cls(database, made)

    @classmethod
    def look(cls, url: str) -> "Register":
        """The register at an SQLAlchemy URL, to be read: nothing is made, changed or brought forward there.

        NoRegisterError where there is none.
        """
        database = Database.look(url)
        with ExitStack() as undo:
            undo.callback(database.close)
            readable = schema.readable(database)
            undo.pop_all()
        return cls(readable)

    @classmethod
    def awaited(
        cls,
        url: str,
        *,
        now: datetime,
        made: Callable[["Register"], object] = lambda _register: None,
    ) -> "Register":
        """An empty register that is made at that URL by the first act that writes; `made` hears of it then."""
        empty = schema.empty(parsed_url(url))

        def make() -> Engine:
            real = cls.open(url, now=now)
            made(real)
            return real.database.engine

        empty.making = make
        return cls(empty)

    @classmethod
    def nowhere(cls, url: str) -> "Register":
        """An empty register, read where there is none; it cannot be written."""
        empty = schema.empty(parsed_url(url))

        def refuse() -> Engine:
            raise NoRegisterError.at(empty.place)

        empty.making = refuse
        return cls(empty)

    @staticmethod
    def exists(url: str) -> bool:
        """Whether there is a register at an SQLAlchemy URL; asking makes none."""
        try:
            with closing(Database.look(url)) as database:
                return schema.revision_of(database) is not None
        except NoRegisterError:
            return False

    def make(self) -> None:
        """The register is there from here on, where it was only awaited."""
        self.database.make()

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

    def reserve(self, intent: Intent, stamp: Stamp) -> Numbered:
        """The intent with its number, and its certificates' block; both are taken for good."""
        return reserving.reserve(self.database, intent, stamp)

    def announce(self, inspected: Inspected, stamp: Stamp) -> None:
        """Digests of the papers, journalled before they are kept."""
        settling.announce(self.database, inspected, stamp)

    def settle(self, kept: Kept, stamp: Stamp) -> Settled:
        """The issued document."""
        return settling.settle(self.database, kept, stamp)

    def receipts(self, identity: str) -> dict[str, Mapping[str, object]]:
        """What a big run for an open document has done: chunk's key → its receipt as plain JSON values."""
        return receipts.receipts(self.database, identity)

    def keep_receipt(self, identity: str, chunk: str, values: Mapping[str, object]) -> None:
        """The chunk's receipt stays until the document is settled or given up; the same chunk again replaces it."""
        receipts.keep_receipt(self.database, identity, chunk, values)

    def delivered(self, identity: str) -> None:
        """Its papers lie where the office takes them from."""
        settling.delivered(self.database, identity)

    def void(self, identity: str, stamp: Stamp) -> None:
        """Its number is given up."""
        changing.void(self.database, identity, stamp)

    def link(
        self,
        earlier: str,
        later: str,
        relation: Relation,
        stamp: Stamp,
        certificates: Sequence[int] = (),
    ) -> None:
        """The later document replaces, corrects or withdraws the earlier one."""
        changing.link(self.database, earlier, later, relation, stamp, certificates)

    def note(
        self, stamp: Stamp, what: str, *, document: str | None = None, detail: dict[str, object]
    ) -> None:
        """Another act for the journal (a reprint, a backup …)."""
        with self.database.writing() as connection:
            journal.append(connection, stamp, what, document=document, detail=detail)

    def mirror(self, put: Callable[[bytes], str]) -> int:
        """How many acts were put into the archive: every one that does not lie there yet, under its own digest."""
        with self.database.reading() as connection:
            mirrored = connection.execute(select(tables.journal.c.mirrored)).scalar_one()
            waiting = [act for act, _stated in journal.walk(connection, after=mirrored)]
        for act in waiting:
            put(act.as_json())
        if waiting:
            with self.database.writing() as connection:
                pointer = tables.journal.c.mirrored
                moved = (
                    update(tables.journal)
                    .where(pointer < waiting[-1].seq)
                    .values(mirrored=waiting[-1].seq)
                )
                connection.execute(moved)
        return len(waiting)

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

    @contextmanager
    def steady(self) -> Iterator["Register"]:
        """The register as it is at the first question, whatever others write meanwhile."""
        with self.database.reading() as connection:
            yield replace(
                self, database=Held(self.database.engine, self.database.url, connection=connection)
            )

    def table_problems(self, replay: Replay, past: PastRows) -> list[Problem]:
        """What the tables hold and the journal does not make of them, beyond rows of documents."""
        return self._read(lambda connection: list(table_problems(connection, replay, past)))

    def take_back(self, wanted: recovering.TakingBack, stamp: Stamp, *, identity: str) -> None:
        """Acts that only the archive knew, and all that they did, as they were."""
        recovering.take_back(self.database, wanted, stamp, identity=identity)

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
    def last_act_at(self) -> datetime | None:
        """When the journal's last act was, by the clock of then."""
        return self._read(clock.last_act_at)

    def wrong_time(self, now: datetime) -> clock.WrongTime | None:
        """The last acts, where they are later than `now`: made under a clock that ran ahead, if this one is right."""
        return self._read(lambda connection: clock.wrong_time(connection, now))

    def correct_clock(self, stamp: Stamp) -> clock.WrongTime | None:
        """The journal states that the stamp's time is right and the acts later than it were made under a wrong clock.

        From then on the guard compares with this act. None, and nothing written, when no act is later.
        """
        with self.database.writing() as connection:
            wrong = clock.wrong_time(connection, stamp.at)
            if wrong is not None:
                detail = {
                    "first": wrong.first,
                    "last": wrong.last,
                    "latest": wrong.latest.isoformat(),
                }
                journal.written(connection, stamp, clock.CORRECTED, detail=detail)
        return wrong

    def in_force(self, paper: str) -> Sequence[Entry]:
        """Issued entries of the same paper that stand."""
        return self._read(lambda connection: reading.in_force(connection, paper))

    def files(self, identity: str | None = None) -> list[KeptFile]:
        """Files of one dossier, or of all, with their addresses in the archive."""
        return self._read(lambda connection: list(reading.files(connection, identity)))

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

    def import_past(  # noqa: PLR0913, PLR0917 - an import is told all of it
        self,
        entries: Sequence[PastEntry],
        agency: str,
        numbering: Numbering,
        stamp: Stamp,
        source: str,
        keep: Keep = None,
        agreed: Collection[str] = (),
    ) -> int:
        """How many entries of a past register were written over; `keep` puts their rows into the archive.

        `agreed`: messages of the doubts that a person has agreed to.
        """
        return import_past(self.database, entries, agency, numbering, stamp, source, keep, agreed)

    def import_doubts(
        self, entries: Sequence[PastEntry], agency: str, numbering: Numbering
    ) -> tuple[Problem, ...]:
        """What a person should decide before entries of a past register are written over."""
        return self._read(
            lambda connection: past.doubts_about(connection, entries, agency, numbering)
        )

    def coming_outside(self, paper: outside.OutsidePaper, act: str) -> taking.Coming:
        """The number that a paper made outside would get."""
        return self._read(lambda connection: outside.coming_outside(connection, paper, act))

    def enter_outside(self, paper: outside.OutsidePaper, act: str, stamp: Stamp) -> Entry:
        """A paper made outside, registered, or its number held (`outside.REGISTER`, `outside.HOLD`)."""
        return self.entry(outside.enter(self.database, paper, act, stamp))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Those that have given a number here."""
        return self._read(reading.agencies)

    def open_issues(self, identity: str | None = None) -> list[Numbered]:
        """Issues begun and not finished, with their stored intent."""
        return self._read(lambda connection: reading.open_issues(connection, identity))

    def undelivered(self) -> list[Entry]:
        """Issued entries whose papers still have to be put where the office takes them from."""
        return self._read(reading.undelivered)

    def numbered(self, one: Entry) -> Numbered:
        """The entry as it was numbered, without its materials."""
        return self._read(lambda connection: reading.numbered_of(connection, one))

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

    def backup(self, target: Path) -> None:
        """A copy of the live register."""
        backup(self.database, target)

    def close(self) -> None:
        """Give the database back."""
        self.database.close()

    def _read(self, ask: Callable[[Connection], _T]) -> _T:
        with self.database.reading() as connection:
            return ask(connection)
