"""What stands in the register: entries, golden book, files, chains of changes, open issues."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    ScalarSelect,
    Select,
    TextClause,
    case,
    collate,
    desc,
    extract,
    func,
    select,
)

from vbgen.model.dossier import code
from vbgen.register import tables
from vbgen.register.database.index import matching
from vbgen.register.database.words import fold
from vbgen.register.entries import Entry, Filter, GoldenEntry, KeptFile, Link, Page, Relation, State
from vbgen.register.numbers import ELSEWHERE, IN_DECISION

_DOCUMENTS = tables.documents.c
_AFTER_SLASH = chr(ord("/") + 1)
_A_PIECE = 500  # identities in one question
_ENTRY_FIELDS = tuple(
    name for name in Entry.__dataclass_fields__ if name not in {"recipients", "state"}
)


_OF_DECISION = (
    _DOCUMENTS.number.label("decision_number"),
    _DOCUMENTS.suffix,
    _DOCUMENTS.symbol,
    _DOCUMENTS.day,
    case((_DOCUMENTS.series == ELSEWHERE, _DOCUMENTS.issuer), else_="").label("decided_by"),
)
_IN_BOOK = (
    _DOCUMENTS.day,
    _DOCUMENTS.series,
    _DOCUMENTS.number,
    func.lower(_DOCUMENTS.suffix),
    _DOCUMENTS.row,
)


def entries(connection: Connection, wanted: Filter) -> Iterator[Entry]:
    """The entries that the filter takes, by day and number as the book has them.

    With `most`, those that were registered last, the last one first.
    """
    found = select(tables.documents).where(*_conditions(connection, wanted))
    if wanted.most is not None:
        found = found.order_by(desc(_DOCUMENTS.row)).limit(wanted.most)
    else:
        found = found.order_by(*_IN_BOOK).limit(wanted.limit).offset(wanted.offset or None)
    for row in connection.execute(found.execution_options(yield_per=1000)).mappings():
        yield entry_of(row)


def count(connection: Connection, wanted: Filter) -> int:
    """How many entries the filter takes, however many of them are asked for."""
    found = select(func.count()).select_from(tables.documents)
    return int(connection.execute(found.where(*_conditions(connection, wanted))).scalar_one())


def agencies(connection: Connection) -> tuple[str, ...]:
    """The agencies that have given a number."""
    found = select(tables.counters.c.agency).distinct().order_by(tables.counters.c.agency)
    return tuple(connection.execute(found).scalars())


def page(connection: Connection, wanted: Filter) -> Page:
    """The entries that were asked for, and how many there are in all."""
    found = tuple(entries(connection, wanted))
    asked_for_all = wanted.limit is None and wanted.most is None and not wanted.offset
    return Page(found, len(found) if asked_for_all else count(connection, wanted))


def entry_of(row: RowMapping) -> Entry:
    """The entry that a row of the table holds."""
    recipients = tuple(row["recipients"].splitlines())
    return Entry(
        **{name: row[name] for name in _ENTRY_FIELDS},
        recipients=recipients,
        state=State(row["state"]),
    )


def entry(connection: Connection, identity: str) -> Entry | None:
    """The entry with that identity."""
    row = (
        connection.execute(select(tables.documents).where(_DOCUMENTS.id == identity))
        .mappings()
        .first()
    )
    return entry_of(row) if row else None


def in_force(connection: Connection, paper: str) -> Sequence[Entry]:
    """Entries of the same paper that are issued and stand."""
    states = [State.ISSUED.value, State.CORRECTED.value, State.AMENDED.value]
    found = select(tables.documents).where(_DOCUMENTS.paper == paper, _DOCUMENTS.state.in_(states))
    return [entry_of(row) for row in connection.execute(found).mappings()]


def papers_of(connection: Connection, campaign: str) -> list[tuple[object, ...]]:
    """Every row of a campaign's papers, which are named `campaign/…`, each with the number of the last act about it."""
    last = select(func.max(tables.acts.c.seq)).where(tables.acts.c.document == _DOCUMENTS.id)
    paper: ColumnElement[str] = _DOCUMENTS.paper
    if connection.dialect.name == "postgresql":
        paper = collate(paper, "C")  # by letters, as SQLite does, and not as a dictionary
    found = (
        select(tables.documents, last.scalar_subquery())
        .where(paper >= f"{campaign}/", paper < f"{campaign}{_AFTER_SLASH}")
        .order_by(_DOCUMENTS.row)
    )
    return [tuple(row) for row in connection.execute(found)]


def files(connection: Connection, identity: str | None = None) -> Iterator[KeptFile]:
    """The files of one dossier, or of all."""
    found = select(tables.files).order_by(tables.files.c.document, tables.files.c.name)
    if identity is not None:
        found = found.where(tables.files.c.document == identity)
    for row in connection.execute(found.execution_options(yield_per=1000)).mappings():
        yield KeptFile(**row)


def file_named_by(connection: Connection, digests: Sequence[str]) -> KeptFile | None:
    """The first of the digests' files that a dossier has."""
    files_at = tables.files.c.digest
    found = select(tables.files).where(files_at.in_(digests))
    kept = {row["digest"]: KeptFile(**row) for row in connection.execute(found).mappings()}
    return next((kept[digest] for digest in digests if digest in kept), None)


def golden_entries(
    connection: Connection, *, document: str | None = None, year: int | None = None, name: str = ""
) -> Iterator[GoldenEntry]:
    """Rows of the golden book: of one decision, of one year, of names that hold those letters."""
    golden = tables.golden_book.c
    found = select(
        tables.golden_book, *_OF_DECISION, (golden.number - _first_of_block() + 1).label("place")
    )
    found = found.join(tables.documents, _DOCUMENTS.id == golden.document)
    if document is not None:
        found = found.where(golden.document == document)
    if year is not None:
        found = found.where(extract("year", _DOCUMENTS.day) == year)
    for word in fold(name).split():
        found = found.where(golden.plain_name.contains(word, autoescape=True))
    within = case((golden.series == IN_DECISION, _DOCUMENTS.row), else_=0)
    found = found.order_by(golden.year, golden.series, within, golden.number)
    enders = _enders(connection)
    for row in connection.execute(found.execution_options(yield_per=1000)).mappings():
        yield _golden_entry(row, enders)


def _first_of_block() -> ScalarSelect[int]:
    """The lowest number that the decision of a row has in the golden book."""
    same = tables.golden_book.alias("same")
    lowest = select(func.min(same.c.number)).where(same.c.document == tables.golden_book.c.document)
    return lowest.correlate(tables.golden_book).scalar_subquery()


def links(connection: Connection, identity: str) -> list[Link]:
    """Every change in the chain that the document stands in, the earliest first."""
    known, waiting = set[str](), {identity}
    while waiting:
        known |= waiting
        found = links_of(connection, sorted(waiting))
        waiting = {end for link in found for end in (link.earlier.id, link.later.id)} - known
    return links_of(connection, sorted(known))


def links_of(connection: Connection, identities: Sequence[str]) -> list[Link]:
    """Every change of these documents, or by one of them, the earliest first."""
    columns, rows = tables.links.c, dict[int, RowMapping]()
    for some in _pieces(identities):
        found = select(tables.links).where(
            columns.document.in_(some) | columns.changed_by.in_(some)
        )
        rows |= {row["row"]: row for row in connection.execute(found).mappings()}
    ends = sorted({str(row[end]) for row in rows.values() for end in ("document", "changed_by")})
    known = {one.id: one for some in _pieces(ends) for one in _with_ids(connection, some)}
    return [_link(row, known) for _key, row in sorted(rows.items())]


def void_reasons(connection: Connection, identities: Sequence[str]) -> dict[str, str]:
    """Document → why its number was given up."""
    columns, reasons = tables.acts.c, dict[str, str]()
    for some in _pieces(identities):
        found = select(columns.document, columns.why).where(
            columns.document.in_(some), columns.what == "void"
        )
        reasons |= {row.document: row.why for row in connection.execute(found)}
    return reasons


def _pieces(identities: Sequence[str]) -> Iterator[Sequence[str]]:
    """So many at a time as one question can name."""
    for start in range(0, len(identities), _A_PIECE):
        yield identities[start : start + _A_PIECE]


def _with_ids(connection: Connection, identities: Sequence[str]) -> Iterator[Entry]:
    found = select(tables.documents).where(_DOCUMENTS.id.in_(identities))
    return (entry_of(row) for row in connection.execute(found).mappings())


def undelivered(connection: Connection) -> list[Entry]:
    """Issued entries whose papers were not yet put where the office takes them from."""
    states = [State.ISSUED.value, State.CORRECTED.value, State.AMENDED.value]
    found = select(tables.documents).where(
        _DOCUMENTS.state.in_(states), _DOCUMENTS.delivered.is_(False)
    )
    return [entry_of(row) for row in connection.execute(found.order_by(_DOCUMENTS.row)).mappings()]


def _golden_entry(row: RowMapping, enders: dict[str, Entry]) -> GoldenEntry:
    ender = enders.get(row["ended_by"] or "")
    return GoldenEntry(
        document=row["document"],
        decision=code(row["decision_number"], row["symbol"], row["suffix"]),
        day=row["day"],
        **{
            key: row[key]
            for key in (
                "series",
                "year",
                "number",
                "place",
                "nominee",
                "name",
                "unit",
                "award",
                "merit",
                "decided_by",
            )
        },
        state=State(row["state"]),
        ended_by=ender.cited if ender else "",
    )


def _enders(connection: Connection) -> dict[str, Entry]:
    ended_by = (
        select(tables.golden_book.c.ended_by)
        .where(tables.golden_book.c.ended_by.is_not(None))
        .distinct()
    )
    found: Select[tuple[object, ...]] = select(tables.documents).where(_DOCUMENTS.id.in_(ended_by))
    return {row["id"]: entry_of(row) for row in connection.execute(found).mappings()}


def _link(row: RowMapping, known: Mapping[str, Entry]) -> Link:
    numbers = tuple(int(number) for number in row["certificates"].split(",") if number)
    return Link(
        known[row["document"]], known[row["changed_by"]], Relation(row["relation"]), numbers
    )


def _conditions(
    connection: Connection, wanted: Filter
) -> Iterator[ColumnElement[bool] | TextClause]:
    asked = {"everything": wanted.words, "subject": wanted.subject, "recipients": wanted.recipients}
    if (words := matching(connection, asked)) is not None:
        yield words
    exact = {"number": wanted.number, "symbol": wanted.symbol, "year": wanted.year}
    for name, value in {**exact, "kind": wanted.kind, "series": wanted.series}.items():
        if value not in (None, ""):
            yield _DOCUMENTS[name] == value
    if not wanted.takes_elsewhere:
        yield _DOCUMENTS.series != ELSEWHERE
    if wanted.suffix is not None:
        yield _DOCUMENTS.suffix.in_((wanted.suffix.lower(), wanted.suffix.upper()))
    if wanted.since is not None:
        yield _DOCUMENTS.day >= wanted.since
    if wanted.until is not None:
        yield _DOCUMENTS.day <= wanted.until
    if wanted.states:
        yield _DOCUMENTS.state.in_([state.value for state in wanted.states])
