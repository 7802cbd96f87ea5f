"""The index of words, written and asked: FTS5 on SQLite, text vectors on PostgreSQL; the same words on both."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, TextClause, text

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.dossier import code
from vbgen.register import tables
from vbgen.register.database.words import bag, words_of

_FEW = 1000
FIELDS = ("everything", "subject", "recipients")
_FORGET = {
    "sqlite": text("DELETE FROM words WHERE rowid = :row"),
    "postgresql": text("DELETE FROM words WHERE row = :row"),
}
_WRITE = {
    "sqlite": text(
        "INSERT INTO words (rowid, everything, subject, recipients) VALUES (:row, :everything, :subject, :recipients)"
    ),
    "postgresql": text(
        "INSERT INTO words (row, everything, subject, recipients) VALUES (:row,"
        " array_to_tsvector(CAST(:everything AS text[])), array_to_tsvector(CAST(:subject AS text[])),"
        " array_to_tsvector(CAST(:recipients AS text[])))"
    ),
}


def index_words(
    connection: Connection, row: int, values: Mapping[str, object], *, names: Sequence[str] = ()
) -> None:
    """Everything that can be found of the document: its particulars, full text and the honoured."""
    dialect = connection.dialect.name
    connection.execute(_FORGET[dialect], {"row": row})
    connection.execute(_WRITE[dialect], {"row": row, **_shaped(dialect, values, names)})


def index_new(connection: Connection, rows: Sequence[tuple[int, Mapping[str, object]]]) -> None:
    """The same for many rows that have just been written."""
    dialect = connection.dialect.name
    connection.execute(
        _WRITE[dialect], [{"row": row, **_shaped(dialect, values)} for row, values in rows]
    )


def _shaped(
    dialect: str, values: Mapping[str, object], names: Sequence[str] = ()
) -> dict[str, object]:
    keys = (
        "number",
        "symbol",
        "type_name",
        "subject",
        "recipients",
        "signer_name",
        "issuer",
        "note",
        "text",
    )
    bags = {
        "everything": bag([*(str(values[key]) for key in keys), *names]),
        "subject": bag([str(values["subject"])]),
        "recipients": bag([str(values["recipients"]), *names]),
    }
    return {
        field: " ".join(words) if dialect == "sqlite" else words for field, words in bags.items()
    }


def matching(
    connection: Connection, asked: Mapping[str, str]
) -> ColumnElement[bool] | TextClause | None:
    """The condition on documents that a question puts, by field; None when it holds no word.

    All words must be there; the last may be the beginning of one. Few documents are named by their rows: a server that
    expects more of them looks through a million papers in the order of days for the first page of ten.
    """
    wanted = {field: words for field, question in asked.items() if (words := words_of(question))}
    if not wanted:
        return None
    chosen, values = _CHOSEN[connection.dialect.name](wanted)
    few = text(f"{chosen} LIMIT {_FEW + 1}").bindparams(**values)
    rows = connection.execute(few).scalars().all()
    if len(rows) <= _FEW:
        return tables.documents.c.row.in_(rows)
    return text(f"documents.row IN ({chosen})").bindparams(**values)


def _chosen_of_sqlite(wanted: Mapping[str, Sequence[str]]) -> tuple[str, dict[str, str]]:
    question = " AND ".join(f"{field} : ({_of_sqlite(words)})" for field, words in wanted.items())
    return "SELECT rowid FROM words WHERE words MATCH :question", {"question": question}


def _chosen_of_postgresql(wanted: Mapping[str, Sequence[str]]) -> tuple[str, dict[str, str]]:
    conditions = " AND ".join(f"{field} @@ CAST(:{field}_words AS tsquery)" for field in wanted)
    values = {f"{field}_words": _of_postgresql(words) for field, words in wanted.items()}
    return f"SELECT row FROM words WHERE {conditions}", values  # noqa: S608 - names of our fields


_CHOSEN = {"sqlite": _chosen_of_sqlite, "postgresql": _chosen_of_postgresql}


def _of_sqlite(words: Sequence[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words) + "*"


def _of_postgresql(words: Sequence[str]) -> str:
    return " & ".join(f"'{word}'" for word in words) + ":*"


def index_problems(connection: Connection, subjects: Mapping[str, str]) -> Iterator[Problem]:
    """Entries that a search does not find, or finds by other words than theirs; `subjects` as the journal has them."""
    is_sqlite = connection.dialect.name == "sqlite"
    key, subject = (
        ("rowid", "w.subject")
        if is_sqlite
        else ("row", "array_to_string(tsvector_to_array(w.subject), ' ')")
    )
    asked = text(
        f"SELECT d.id, d.number, d.symbol, d.subject, {subject} AS words"  # noqa: S608 - names of our fields
        f" FROM documents d LEFT JOIN words w ON w.{key} = d.row ORDER BY d.row"
    )
    for row in connection.execute(asked, execution_options={"yield_per": 1000}):
        if row.words is None or set(row.words.split()) != set(
            bag([subjects.get(row.id, row.subject)])
        ):
            message = _("Tìm kiếm không ra văn bản này theo trích yếu: chỉ mục không khớp với sổ.")
            yield Problem(
                "index-stale", message, Place(file=code(row.number, row.symbol)), Severity.WARNING
            )
