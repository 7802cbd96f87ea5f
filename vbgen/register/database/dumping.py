"""The register as plain rows, to be carried elsewhere and put back identically, on either database."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from sqlalchemy import (
    Connection,
    LargeBinary,
    Select,
    Table,
    extract,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.types import Date

from vbgen.errors import OutputError
from vbgen.messages import _
from vbgen.register import tables
from vbgen.register.database.engine import Database
from vbgen.register.database.index import FIELDS

Values = Mapping[str, object]  # plain JSON values
_OF_DOCUMENTS = (
    tables.golden_book,
    tables.files,
    tables.pending,
    tables.receipts,
    tables.links,
    tables.signed_files,
    tables.deliveries,
)
_COUNTED = (
    tables.documents,
    tables.golden_book,
    tables.links,
)  # their `row` is given by the database
_WORDS = "words"
_BATCH = 1000
_WRITE_WORDS = {
    "sqlite": text(
        "INSERT INTO words (rowid, everything, subject, recipients) VALUES (:row, :everything, :subject, :recipients)"
    ),
    "postgresql": text(
        "INSERT INTO words (row, everything, subject, recipients) VALUES (:row,"
        " array_to_tsvector(string_to_array(:everything, ' ')), array_to_tsvector(string_to_array(:subject, ' ')),"
        " array_to_tsvector(string_to_array(:recipients, ' ')))"
    ),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part is wanted: one document, one year with all that was changed in it, or everything."""

    document: str | None = None
    year: int | None = None
    with_desk: bool = False  # accounts and links of units: for the office's own copies alone


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of one table."""

    table: str
    values: Values

    @property
    def key(self) -> tuple[object, ...]:
        """What tells the row from all others, in whichever dump it stands."""
        if self.table == _WORDS:
            return (_WORDS, self.values["row"])
        return (
            self.table,
            *(self.values[column.name] for column in _table(self.table).primary_key),
        )


def dump(database: Database, scope: Scope) -> Iterator[RegisterRow]:
    """The rows, each after those that it refers to; one state of the register, whoever writes meanwhile."""
    with database.reading() as connection:
        yield from _rows(connection, tables.journal, select(tables.journal))
        if scope.document is None:
            yield from _rows(connection, tables.counters, select(tables.counters))
        chosen = _chosen(scope)
        yield from _rows(connection, tables.documents, chosen.order_by(tables.documents.c.row))
        identities = chosen.with_only_columns(tables.documents.c.id)
        for table in _OF_DOCUMENTS:
            found = (
                select(table).where(table.c.document.in_(identities)).order_by(*table.primary_key)
            )
            if not (scope.document and table is tables.links):
                yield from _rows(connection, table, found)
        yield from _rows(connection, tables.acts, _acts(scope))
        yield from _words(connection, chosen.with_only_columns(tables.documents.c.row))
        for table in (tables.accounts, tables.unit_links) if scope.with_desk else ():
            yield from _rows(connection, table, select(table))


def journal_head(database: Database) -> Values:
    """Where the journal ends: `seq` and `digest` of the last act, and up to which act the archive has copies."""
    with database.reading() as connection:
        return dict(connection.execute(select(tables.journal)).mappings().one())


def restore(database: Database, rows: Iterable[RegisterRow]) -> None:
    """The rows put back into an empty register, which takes over their identity; OutputError when it is not empty."""
    with database.writing() as connection:
        _confirm_empty(connection, database)
        for name, batch in _batches(rows):
            _put(connection, name, batch)
        if not database.is_sqlite:
            _move_sequences(connection)


def confirm_empty(database: Database) -> None:
    """OutputError when the register holds anything already."""
    with database.reading() as connection:
        _confirm_empty(connection, database)


def _confirm_empty(connection: Connection, database: Database) -> None:
    head = connection.execute(select(tables.journal.c.seq)).scalar_one()
    if head or connection.execute(select(tables.documents.c.row).limit(1)).first():
        raise OutputError(_not_empty(database.place))


def _chosen(scope: Scope) -> Select[tuple[object, ...]]:
    documents = tables.documents.c
    found: Select[tuple[object, ...]] = select(tables.documents)
    if scope.document is not None:
        return found.where(documents.id == scope.document)
    if scope.year is None:
        return found
    touched = _acts(scope).with_only_columns(tables.acts.c.document).order_by(None)
    return found.where(or_(extract("year", documents.day) == scope.year, documents.id.in_(touched)))


def _acts(scope: Scope) -> Select[tuple[object, ...]]:
    found: Select[tuple[object, ...]] = select(tables.acts).order_by(tables.acts.c.seq)
    if scope.document is not None:
        return found.where(tables.acts.c.document == scope.document)
    return (
        found
        if scope.year is None
        else found.where(tables.acts.c.at.startswith(f"{scope.year:04}-"))
    )


def _rows(
    connection: Connection, table: Table, found: Select[tuple[object, ...]]
) -> Iterator[RegisterRow]:
    for row in connection.execute(found.execution_options(yield_per=_BATCH)).mappings():
        yield RegisterRow(table.name, {name: _plain(row[name]) for name in table.c.keys()})  # noqa: SIM118 - no mapping


def _words(connection: Connection, rows: Select[tuple[object, ...]]) -> Iterator[RegisterRow]:
    is_sqlite = connection.dialect.name == "sqlite"
    key = "rowid" if is_sqlite else "row"
    shown = [
        field if is_sqlite else f"array_to_string(tsvector_to_array({field}), ' ')"
        for field in FIELDS
    ]
    asked = text(f"SELECT {', '.join(shown)} FROM words WHERE {key} = :row")  # noqa: S608 - names of our fields
    for (row,) in connection.execute(rows.order_by(tables.documents.c.row)).all():
        for found in connection.execute(asked, {"row": row}):
            bags = {
                field: " ".join(sorted(words.split()))
                for field, words in zip(FIELDS, found, strict=True)
            }
            yield RegisterRow(_WORDS, {"row": row, **bags})


def _batches(rows: Iterable[RegisterRow]) -> Iterator[tuple[str, list[Values]]]:
    """Rows that follow each other in one table, so many at a time."""
    for name, same in groupby(rows, key=lambda row: row.table):
        while batch := [row.values for row in islice(same, _BATCH)]:
            yield name, batch


def _put(connection: Connection, name: str, batch: Sequence[Values]) -> None:
    if name == _WORDS:
        connection.execute(
            _WRITE_WORDS[connection.dialect.name], [dict(values) for values in batch]
        )
        return
    table = _table(name)
    if table is tables.acts:  # bags of 0.1 have no login
        batch = [{"login": "", **values} for values in batch]
    stored = [
        {key: _stored(table, key, value) for key, value in values.items()} for values in batch
    ]
    if table is tables.journal:
        connection.execute(update(table).values(stored[0]))
    else:
        connection.execute(insert(table), stored)


def _table(name: str) -> Table:
    return tables.metadata.tables[name]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return b64encode(value).decode() if isinstance(value, bytes) else value


def _stored(table: Table, name: str, value: object) -> object:
    kind = table.c[name].type
    if isinstance(value, str) and isinstance(kind, Date):
        return date.fromisoformat(value)
    return b64decode(value) if isinstance(value, str) and isinstance(kind, LargeBinary) else value


def _move_sequences(connection: Connection) -> None:
    """PostgreSQL goes on counting rows after the last one put back."""
    for table in _COUNTED:
        last = f"SELECT max(row) FROM {table.name}"  # noqa: S608 - names of our tables
        connection.execute(
            text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'row'), ({last}))")
        )


def _not_empty(place: str) -> str:
    return _(
        "Sổ đăng ký {place} đã có dữ liệu; chỉ khôi phục được vào một sổ trống. Hãy chọn nơi khác hoặc cất sổ này đi"
        " trước.",
        place=place,
    )
