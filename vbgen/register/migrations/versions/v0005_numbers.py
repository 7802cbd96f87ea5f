"""Inserted numbers (06a), and certificates that are numbered within their decision."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_PAPER = {"one_paper_a_number": ("agency", "series", "year", "number", "suffix"),
          "one_paper_a_code": ("agency", "year", "number", "suffix", "symbol")}  # fmt: skip
_CERTIFICATE = "one_certificate_a_number"


def upgrade() -> None:
    """A letter behind the number is a part of it; a certificate is one of its decision, and of its series if any."""
    suffix = sa.Column("suffix", sa.Text(), nullable=False, server_default="")
    with op.batch_alter_table("documents") as documents:
        documents.add_column(suffix)
        for name, columns in _PAPER.items():
            documents.drop_constraint(name, type_="unique")
            documents.create_unique_constraint(name, columns)
    with op.batch_alter_table("golden_book") as golden_book:
        golden_book.drop_constraint(_CERTIFICATE, type_="unique")
        golden_book.create_unique_constraint("one_certificate_a_place", ["document", "number"])
    in_series = sa.text("series <> 'quyet-dinh'")
    op.create_index(
        _CERTIFICATE,
        "golden_book",
        ["agency", "series", "year", "number"],
        unique=True,
        sqlite_where=in_series,
        postgresql_where=in_series,
    )
