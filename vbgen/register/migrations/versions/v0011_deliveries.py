"""The delivery book: what is written down of a paper's sending after it was issued."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_RIGHTS = sa.text(
    "SELECT grantee, privilege_type FROM information_schema.role_table_grants"
    " WHERE table_schema = current_schema() AND table_name = 'links' AND grantee <> current_user"
)
_KEEPER = (
    "pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER')"
)
_ACT = (  # as for every other row: in the same transaction, an act tells of it
    "SELECT 1 FROM acts WHERE seq > (SELECT seq FROM journal) - 8 AND xmin = pg_current_xact_id()::xid"
    " AND (document = NEW.document OR document IS NULL AND what IN ('import', 'recover'))"
)


def upgrade() -> None:
    """Make the table; whoever may work on `links` may do the same here, and nothing of it is changed or taken away."""
    op.create_table(
        "deliveries",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("act", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("received_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("is_struck", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"]),
        sa.PrimaryKeyConstraint("document", "line", "act"),
    )
    if op.get_bind().dialect.name == "postgresql":
        _guard()
        _pass_rights_on()
    else:
        _shut_on_sqlite()


def _shut_on_sqlite() -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER deliveries_no_{act.lower()} BEFORE {act} ON deliveries"
            " BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )


def _guard() -> None:
    op.execute(
        "CREATE TRIGGER deliveries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deliveries"
        " FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
    )
    op.execute(
        "CREATE FUNCTION told_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF NOT {_KEEPER} AND NOT EXISTS ({_ACT}) THEN RAISE insufficient_privilege; END IF;"
        " RETURN NULL; END $$"
    )
    op.execute(
        "CREATE CONSTRAINT TRIGGER told_deliveries AFTER INSERT ON deliveries"
        " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION told_deliveries()"
    )


def _pass_rights_on() -> None:
    connection = op.get_bind()
    quote = connection.dialect.identifier_preparer.quote
    for grantee, right in connection.execute(_RIGHTS).all():
        op.execute(f"GRANT {right} ON deliveries TO {quote(grantee)}")
