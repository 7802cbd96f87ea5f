"""The golden book: its certificates searched, one certificate's life, a book as the content of a file."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import UsageError
from vbgen.leftovers import temporary_folder
from vbgen.machine.pdf_maker import process_pdf_maker
from vbgen.messages import _, quoted
from vbgen.office.acts import Answer, Request
from vbgen.office.overview.life import ShowLife
from vbgen.office.registry.looks import ExportBook, GoldenBookSeen
from vbgen.office.registry.searches import warnings_at
from vbgen.register import Act, Entry, GoldenEntry, Link
from vbgen.register.books import BookKind
from vbgen.words.names import fold
from vbgen.words.ranges import numbers_in

if TYPE_CHECKING:
    from vbgen.office.office import Office

_ABOUT_CERTIFICATES = frozenset({"print", "reprint"})  # acts that name the numbers they are about
_PRINTED = "pdf"
_ANY = 10**9  # no decision has more certificates
BOOK_FORMS = ("pdf", "docx", "xlsx", "csv", "json")


@dataclass(frozen=True)
class FindCertificates(Request[GoldenBookSeen]):
    """Certificates whose name, unit, award or number hold all those words, with or without marks."""

    words: str = ""
    year: int | None = None
    limit: int | None = None
    offset: int = 0

    def carry_out(self, office: "Office") -> GoldenBookSeen:
        """The rows; none where there is no register yet."""
        desk = office.desk_to_look(or_empty=True)
        words = fold(self.words).split()
        rows = [row for row in desk.register.golden_book(year=self.year) if _holds(row, words)]
        end = None if self.limit is None else self.offset + self.limit
        shown = tuple(rows[self.offset : end])
        return GoldenBookSeen(shown, len(rows), problems=warnings_at(desk))


def _holds(row: GoldenEntry, words: list[str]) -> bool:
    said = fold(f"{row.name} {row.unit} {row.award} {row.reference}")
    return all(word in said for word in words)


@dataclass(frozen=True)
class CertificateLife(Answer):
    """One certificate: its row, its decision with what changed that, and the acts about both."""

    row: GoldenEntry
    entry: Entry
    chain: tuple[Link, ...]
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class ShowCertificate(Request[CertificateLife]):
    """A certificate's whole life; UsageError where its decision has none at that place."""

    document: str
    place: int

    def carry_out(self, office: "Office") -> CertificateLife:
        """As it stands."""
        life = ShowLife(self.document).carry_out(office)
        for row in life.certificates:
            if row.place == self.place:
                acts = tuple(act for act in life.acts if _is_about(act, row))
                return CertificateLife(row, life.entry, life.chain, acts, problems=life.problems)
        message = _("Văn bản {code} không có giấy khen đó.", code=quoted(life.entry.code))
        raise UsageError(message)


def _is_about(act: Act, row: GoldenEntry) -> bool:
    """Acts about the decision are about all its certificates; those of printing name some."""
    if act.what not in _ABOUT_CERTIFICATES:
        return True
    return row.place in numbers_in(str(act.detail["certificates"]), _ANY)


@dataclass(frozen=True)
class BookTaken(Answer):
    """A book as a file's content."""

    name: str
    content: bytes


@dataclass(frozen=True)
class TakeBook(Request[BookTaken]):
    """One of the register's books as a file; UsageError for a form that there is not."""

    form: str  # one of BOOK_FORMS
    year: int | None = None
    kind: BookKind = BookKind.GOLDEN
    volume: str = ""  # on the cover

    def carry_out(self, office: "Office") -> BookTaken:
        """Made whole; nothing of it stays here. OutsideProgramError where this machine makes no PDF."""
        if self.form not in BOOK_FORMS:
            raise UsageError(_("Sổ không có dạng “{form}”.", form=quoted(self.form)))
        named = f"{self.kind}-{self.year}" if self.year else self.kind
        name = f"{named}.{self.form}"
        with temporary_folder("book") as folder:
            made_as = "docx" if self.form == _PRINTED else self.form
            target = (Path(folder) / name).with_suffix(f".{made_as}")
            wanted = ExportBook(target, self.year, kind=self.kind, volume=self.volume)
            made = wanted.carry_out(office)
            if self.form == _PRINTED:
                maker = process_pdf_maker(office.surroundings.environ)
                target = maker.to_pdf([target], Path(folder) / "printed")[0]
            return BookTaken(name, target.read_bytes(), problems=made.problems)
