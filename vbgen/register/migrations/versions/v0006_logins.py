"""The login that wrote an act; on PostgreSQL the database proves it, and what was issued is shut to clerks."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEEPER = (
    "pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER')"
)
_OPEN = "('reserved', 'rendered')"
_GUARDS = {
    "own_login": ("acts", "INSERT", "NEW.login IS DISTINCT FROM session_user::text"),
    "own_state": ("documents", "UPDATE", f"OLD.state NOT IN {_OPEN} AND NEW.state IN {_OPEN}"),
    "own_counter": ("counters", "UPDATE", "NEW.last < OLD.last"),
    "own_files": (
        "files",
        "DELETE OR UPDATE",
        f"EXISTS (SELECT 1 FROM documents WHERE id = OLD.document AND state NOT IN {_OPEN})",  # noqa: S608 - our own words
    ),
}


def upgrade() -> None:
    """Add the login, empty for acts of before; whoever keeps the database may do what its guards forbid others."""
    op.add_column("acts", sa.Column("login", sa.Text(), nullable=False, server_default=""))
    if op.get_bind().dialect.name == "postgresql":
        for name, (table, act, wrong) in _GUARDS.items():
            _guard(name, table, act, wrong)


def _guard(name: str, table: str, act: str, wrong: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {wrong} AND NOT {_KEEPER} THEN RAISE insufficient_privilege; END IF;"
        " IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )
