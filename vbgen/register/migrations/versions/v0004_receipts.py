"""Receipts of big runs, so that a run that was cut off goes on where it stood."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_RIGHTS = sa.text(
    "SELECT grantee, privilege_type FROM information_schema.role_table_grants"
    " WHERE table_schema = current_schema() AND table_name = 'pending' AND grantee <> current_user"
)


def upgrade() -> None:
    """Make the table; whoever may work on `pending` may do the same here."""
    op.create_table(
        "receipts",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("chunk", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"]),
        sa.PrimaryKeyConstraint("document", "chunk"),
    )
    if op.get_bind().dialect.name == "postgresql":
        _pass_rights_on()


def _pass_rights_on() -> None:
    """Without it the clerk could settle nothing until the roles are set up again."""
    connection = op.get_bind()
    quote = connection.dialect.identifier_preparer.quote
    for grantee, right in connection.execute(_RIGHTS).all():
        op.execute(f"GRANT {right} ON receipts TO {quote(grantee)}")
