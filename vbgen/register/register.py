"""The register's door: numbers, entries, golden book and journal of an office, in SQLite or PostgreSQL."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select, update

from vbgen.model.afterwards.delivery import DeliveryLine
from vbgen.model.document import Inspected, Kept, Numbered, Settled
from vbgen.model.dossier import Intent, Stamp
from vbgen.register import (
    changing,
    clock,
    journal,
    receipts,
    reserving,
    schema,
    settling,
    tables,
)
from vbgen.register.after_issue import deliveries, signed_files
from vbgen.register.database.backup import backup
from vbgen.register.database.engine import Database, Held, parsed_url
from vbgen.register.entering import outside
from vbgen.register.entering.golden_past import GoldenImported, import_golden
from vbgen.register.entering.golden_rows import GoldenRow
from vbgen.register.entering.past import PastBook, PastEntry, import_past
from vbgen.register.entries import Entry, Relation
from vbgen.register.faults import NoRegisterError
from vbgen.register.proving import recovering
from vbgen.register.questions import Questions


@dataclass(frozen=True, slots=True)
class Register(Questions):
    """An open register; every act is one transaction and one entry of the journal."""

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

    def reserve(self, intent: Intent, stamp: Stamp) -> Numbered:
        """The intent with its number, and its certificates' block; both are taken for good."""
        return reserving.reserve(self.database, intent, stamp)

    def announce(self, inspected: Inspected, stamp: Stamp) -> None:
        """Digests of the papers, journalled before they are kept."""
        settling.announce(self.database, inspected, stamp)

    def settle(self, kept: Kept, stamp: Stamp) -> Settled:
        """The issued document."""
        return settling.settle(self.database, kept, stamp)

    def keep_receipt(self, identity: str, chunk: str, values: Mapping[str, object]) -> None:
        """The chunk's receipt stays until the document is settled or given up; the same chunk again replaces it."""
        receipts.keep_receipt(self.database, identity, chunk, values)

    def delivered(self, identity: str) -> None:
        """Its papers lie where the office takes them from."""
        settling.delivered(self.database, identity)

    def announce_signed(
        self, identity: str, copies: Sequence[signed_files.SignedCopy], stamp: Stamp
    ) -> None:
        """Digests of signed files, journalled before they are kept."""
        signed_files.announce(self.database, identity, copies, stamp)

    def keep_signed(
        self, identity: str, copies: Sequence[signed_files.SignedCopy], stamp: Stamp
    ) -> None:
        """Signed files belong to the paper from here on."""
        signed_files.keep_signed(self.database, identity, copies, stamp)

    def write_deliveries(
        self, identity: str, lines: Sequence[DeliveryLine], stamp: Stamp
    ) -> tuple[DeliveryLine, ...]:
        """Lines of the delivery book that say something new; a `line` of 0 is given its number."""
        return deliveries.write_deliveries(self.database, identity, lines, stamp)

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
        pointers = select(tables.journal.c.seq, tables.journal.c.mirrored)
        with self.database.reading() as connection:
            last, mirrored = connection.execute(pointers).one()
            if last == mirrored:  # and nobody needs the right to read acts
                return 0
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

    @contextmanager
    def steady(self) -> Iterator["Register"]:
        """The register as it is at the first question, whatever others write meanwhile."""
        with self.database.reading() as connection:
            yield replace(
                self, database=Held(self.database.engine, self.database.url, connection=connection)
            )

    def take_back(self, wanted: recovering.TakingBack, stamp: Stamp, *, identity: str) -> None:
        """Acts that only the archive knew, and all that they did, as they were."""
        recovering.take_back(self.database, wanted, stamp, identity=identity)

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

    def import_past(self, entries: Sequence[PastEntry], book: PastBook) -> int:
        """How many entries of a past register were written over; the book's `keep` puts their rows into the archive."""
        return import_past(self.database, entries, book)

    def import_golden(self, rows: Sequence[GoldenRow], book: PastBook) -> GoldenImported:
        """A golden book of the past, written over as `import_past` writes an outgoing register."""
        return import_golden(self.database, rows, book)

    def enter_outside(self, paper: outside.OutsidePaper, act: str, stamp: Stamp) -> Entry:
        """A paper made outside, registered, or its number held (`outside.REGISTER`, `outside.HOLD`)."""
        return self.entry(outside.enter(self.database, paper, act, stamp))

    def backup(self, target: Path) -> None:
        """A copy of the live register."""
        backup(self.database, target)

    def close(self) -> None:
        """Give the database back."""
        self.database.close()
