"""Papers of the register listed and searched, as requests of the office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.in_step import warnings_of_age
from vbgen.office.references import (
    CertificateChoice,
    apart_from_decision,
    is_of,
    papers_meant,
)
from vbgen.register import Entry, Filter, GoldenEntry, Register
from vbgen.register.entries import OPEN
from vbgen.register.faults import NoRegisterError

if TYPE_CHECKING:
    from vbgen.office.issuing.desk import Desk
    from vbgen.office.office import Office


def none_yet(register: Register) -> tuple[Problem, ...]:
    """The warning that nothing was ever registered there."""
    if not register.is_awaited:
        return ()
    return tuple(
        replace(problem, severity=Severity.WARNING)
        for problem in NoRegisterError.at(register.place).problems
    )


def warnings_at(desk: "Desk") -> tuple[Problem, ...]:
    """What somebody who looks at the books should know of them: that they are empty, or older than the archive."""
    return (*none_yet(desk.register), *warnings_of_age(desk.register, desk.archive))


@dataclass(frozen=True, slots=True)
class PaperRow:
    """An entry of the outgoing register, and the remark of its row."""

    entry: Entry
    remark: str

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {**self.entry.as_json(), "remark": self.remark}


@dataclass(frozen=True)
class PapersFound(Answer):
    """Rows in the book's order, as many as were wanted, and how many there are."""

    rows: tuple[PaperRow, ...]
    total: int

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"entries": [row.as_json() for row in self.rows], "total": self.total}


def _with_certificates(
    register: Register, rows: Sequence[PaperRow], wanted: CertificateChoice
) -> Iterator[PaperRow]:
    """Of the rows the decisions that have such certificates, which their remarks name."""
    for row in rows:
        if not is_of(row.entry, wanted.decision):
            continue
        chosen = wanted.in_book(register, row.entry)
        book = register.golden_book(document=row.entry.id)
        named = [_named_certificate(one) for one in book if one.number in chosen]
        if named:
            yield replace(row, remark="; ".join(filter(None, (row.remark, *named))))


def _named_certificate(one: GoldenEntry) -> str:
    return _("Giấy khen {reference}: {name}", reference=one.reference, name=one.name)


@dataclass(frozen=True)
class FindPapers(Request[PapersFound]):
    """Papers of the outgoing register: all, or those that fit."""

    words: str = ""  # with or without marks; `05/QĐ-SCT` and `05` find that number, `05/QĐ-SCT:7` that certificate
    subject: str = ""
    recipient: str = ""
    number: int | None = None
    kind: str = ""
    series: str = ""
    year: int | None = None
    since: date | None = None
    until: date | None = None
    only_open: bool = False  # begun and not finished
    limit: int | None = None
    offset: int = 0

    def carry_out(self, office: "Office") -> PapersFound:
        """The rows; none where there is no register yet."""
        desk = office.desk_to_look(or_empty=True)
        register = desk.register
        decision, _places = apart_from_decision(self.words)
        meant = papers_meant(decision, self.year)
        page = register.page(meant or self._filter())
        remarks = register.remarks(page.entries)
        rows = tuple(PaperRow(entry, remarks[entry.id]) for entry in page.entries)
        if meant:
            rows = tuple(_with_certificates(register, rows, CertificateChoice.read(self.words)))
            return PapersFound(rows, len(rows), problems=warnings_at(desk))
        return PapersFound(rows, page.total, problems=warnings_at(desk))

    def _filter(self) -> Filter:
        coded = papers_meant(self.words, self.year)
        if coded is None:
            return self._by_words(self.words)
        named = {name: getattr(coded, name) for name in ("number", "suffix", "symbol", "year")}
        return replace(self._by_words(""), **named)

    def _by_words(self, words: str) -> Filter:
        return Filter(
            words.lstrip("0") if words.isdecimal() else words,
            subject=self.subject,
            recipients=self.recipient,
            number=self.number,
            kind=self.kind,
            series=self.series,
            year=self.year,
            since=self.since,
            until=self.until,
            states=OPEN if self.only_open else (),
            limit=self.limit,
            offset=self.offset,
        )
