"""The registry's books looked at: papers found, one paper shown, the golden book, the journal, a paper made again."""

import json
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.in_step import warnings_of_age
from vbgen.office.references import (
    CertificateChoice,
    apart_from_decision,
    find,
    find_whole,
)
from vbgen.office.registry.searches import warnings_at
from vbgen.register import Entry, Filter, GoldenEntry, KeptFile, Link
from vbgen.register.books import BookKind

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.issuing.reissuing import Reissued
    from vbgen.office.office import Office


@dataclass(frozen=True)
class GoldenBookSeen(Answer):
    """Certificates in the golden book's order, as many as were wanted, and how many there are."""

    rows: tuple[GoldenEntry, ...]
    total: int

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"certificates": [_certificate(row) for row in self.rows], "total": self.total}


def _certificate(row: GoldenEntry) -> dict[str, object]:
    return {**row.as_json(), "remark": row.remark}


@dataclass(frozen=True)
class SeeGoldenBook(Request[GoldenBookSeen]):
    """The golden book, whole or of one year."""

    year: int | None = None
    limit: int | None = None
    offset: int = 0

    def carry_out(self, office: "Office") -> GoldenBookSeen:
        """The rows; none where there is no register yet."""
        desk = office.desk_to_look(or_empty=True)
        register = desk.register
        rows = register.golden_book(year=self.year)
        end = None if self.limit is None else self.offset + self.limit
        shown = tuple(rows[self.offset : end])
        return GoldenBookSeen(shown, len(rows), problems=warnings_at(desk))


@dataclass(frozen=True)
class PaperShown(Answer):
    """One paper: its entry, what changed it, its certificates, its files."""

    entry: Entry
    remark: str
    chain: tuple[Link, ...] = ()
    certificates: tuple[GoldenEntry, ...] = ()
    files: tuple[KeptFile, ...] = ()
    saved: tuple[Path, ...] = ()  # where its files were copied to

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            **self.entry.as_json(),
            "remark": self.remark,
            "chain": [_link(link) for link in self.chain],
            "certificates": [_certificate(row) for row in self.certificates],
            "files": [_file(file) for file in self.files],
            "saved": [str(path) for path in self.saved],
        }


def _link(link: Link) -> dict[str, object]:
    return {
        "earlier": link.earlier.code,
        "later": link.later.code,
        "relation": link.relation,
    }


def _file(file: KeptFile) -> dict[str, object]:
    return {"name": file.name, "digest": file.digest, "size": file.size}


@dataclass(frozen=True)
class ShowPaper(Request[PaperShown]):
    """One paper by its code, or with some of its certificates: `05/QĐ-SCT:7`."""

    reference: str
    year: int | None = None
    save_to: Path | None = None  # a folder for copies of its files

    def carry_out(self, office: "Office") -> PaperShown:
        """The paper; its files are proved unchanged when they are saved."""
        desk = office.desk_to_look(or_empty=True)
        register = desk.register
        decision, _places = apart_from_decision(self.reference)
        entry = _found(desk, self.reference, self.year)
        rows = tuple(register.golden_book(document=entry.id))
        if decision:
            chosen = CertificateChoice.read(self.reference).in_book(register, entry)
            rows = tuple(row for row in rows if row.number in chosen)
        return PaperShown(
            entry,
            register.remarks([entry])[entry.id],
            tuple(register.links(entry.id)),
            rows,
            saved=_saved(desk, entry, self.save_to) if self.save_to else (),
            files=tuple(register.files(entry.id)),
            problems=warnings_at(desk),
        )


def _found(desk: "Desk", reference: str, year: int | None) -> Entry:
    """The paper that is meant; the refusal of one that is not there says too when the archive is ahead."""
    try:
        return find_whole(desk.register, reference, year)
    except UsageError as fault:
        older = warnings_of_age(desk.register, desk.archive)
        raise UsageError(fault.message, (*fault.problems, *older), fault.ways) from fault


def _saved(desk: "Desk", entry: Entry, folder: Path) -> tuple[Path, ...]:
    from vbgen.office.registry.registering import (
        save,  # with all that a book of the past is read by
    )

    return tuple(save(desk, entry, folder))


@dataclass(frozen=True)
class BookExported(Answer):
    """A book as a file."""

    target: Path
    rows: int

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"files": [str(self.target)], "rows": self.rows}


@dataclass(frozen=True)
class ExportBook(Request[BookExported]):
    """One of the register's books as a file; its ending chooses the form: xlsx, docx, csv or json."""

    target: Path
    year: int | None = None
    series: str = ""
    volume: str = ""  # on the cover
    kind: BookKind = BookKind.OUTGOING

    def carry_out(self, office: "Office") -> BookExported:
        """The book, written whole."""
        from vbgen.office.registry.books import export  # with all that a printed book is made by

        desk = office.desk_to_look()
        count = export(
            desk,
            office.own_workspace.library,
            self.target,
            Filter(year=self.year, series=self.series),
            kind=self.kind,
            volume=self.volume,
        )
        return BookExported(self.target, count, problems=warnings_at(desk))


@dataclass(frozen=True)
class JournalRead(Answer):
    """Acts of the journal in their order, each with the digest that it states."""

    acts: tuple[dict[str, object], ...] = ()
    last: int | None = None  # the last one's number; None where there is nothing more

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"acts": list(self.acts)}


@dataclass(frozen=True)
class ReadJournal(Request[JournalRead]):
    """The journal, so many acts at a time."""

    after: int = 0  # number of an act
    most: int = 1000

    def carry_out(self, office: "Office") -> JournalRead:
        """The next acts."""
        found = islice(office.desk_to_look().register.journal(after=self.after), self.most)
        acts = tuple({**json.loads(act.as_json()), "digest": stated} for act, stated in found)
        return JournalRead(acts, int(acts[-1]["seq"]) if acts else None)


@dataclass(frozen=True)
class MadeAgain(Answer):
    """An issued paper made again and held against what is kept."""

    entry: Entry
    made: "Reissued"

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        made = self.made
        papers = [
            {
                "name": one.name,
                "kept": one.kept,
                "made": one.made,
                "equal": one.is_equal,
                "differences": [each.as_json() for each in one.differences],
            }
            for one in made.proofs
        ]
        return {
            "ok": not made.changed and not made.not_made,
            "verdict": made.verdict.value,
            "made_by": made.made_by,
            "made_again_by": made.version,
            "papers": papers,
        }


@dataclass(frozen=True)
class MakeAgain(Request[MadeAgain]):
    """A paper from the data and template that were kept with it."""

    reference: str
    year: int | None = None

    def carry_out(self, office: "Office") -> MadeAgain:
        """What came of it; nothing is written."""
        from vbgen.office.issuing.reissuing import reissue  # with all that papers are made of

        desk = office.desk_to_look()
        entry = find(desk.register, self.reference, self.year)
        made = reissue(desk, entry)
        return MadeAgain(entry, made, problems=made.problems)
