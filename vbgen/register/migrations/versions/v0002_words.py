"""The index of words: subjects, recipients and full texts, as written and without marks."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from vbgen.register.database.words import bag

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_FIELDS = ("everything", "subject", "recipients")
_FOUND = sa.text(
    "SELECT row, number, symbol, type_name, subject, recipients, signer_name, issuer, note FROM documents"
)


def upgrade() -> None:
    """Make the index and fill it from what stands in the register."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE words USING"
            " fts5(everything, subject, recipients, tokenize = 'unicode61 remove_diacritics 0')"
        )
        _fill("VALUES (:row, :everything, :subject, :recipients)", "rowid", " ".join)
        return
    op.create_table(
        "words",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(field, sa.dialects.postgresql.TSVECTOR, nullable=False) for field in _FIELDS),
    )
    for field in _FIELDS:
        op.create_index(f"words_{field}", "words", [field], postgresql_using="gin")
    vectors = ", ".join(f"array_to_tsvector(CAST(:{field} AS text[]))" for field in _FIELDS)
    _fill(f"VALUES (:row, {vectors})", "row", list)


def _fill(values: str, key: str, shaped: object) -> None:
    connection = op.get_bind()
    for row in list(connection.execute(_FOUND).mappings()):
        bags = {field: shaped(words) for field, words in _bags(row)}  # type: ignore[operator]  # str.join or list
        connection.execute(
            sa.text(f"INSERT INTO words ({key}, everything, subject, recipients) {values}"),
            {"row": row["row"], **bags},
        )


def _bags(row: sa.RowMapping) -> Iterator[tuple[str, list[str]]]:
    everything = [str(value) for key, value in row.items() if key != "row"]
    yield "everything", bag(everything)
    yield "subject", bag([row["subject"]])
    yield "recipients", bag([row["recipients"]])
