"""On PostgreSQL nobody but the keeper changes a row without an act that tells of it, in the same transaction."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_GUARDED = {  # table: the document's column, what is guarded; that papers were laid out is told by no act
    "documents": ("id", "INSERT OR DELETE OR UPDATE OF state, settled_at"),
    "golden_book": ("document", "INSERT OR DELETE OR UPDATE"),
    "files": ("document", "INSERT OR DELETE OR UPDATE"),
    "links": ("document", "INSERT"),
}
_KEEPER = (
    "pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER')"
)
# whoever writes holds the journal's row, so that the acts of the transaction are the last ones
_ACT = (
    "SELECT 1 FROM acts WHERE seq > (SELECT seq FROM journal) - 8 AND xmin = pg_current_xact_id()::xid"
    " AND (document = about OR document IS NULL AND what IN ('import', 'recover'))"
)


def upgrade() -> None:
    """Ask at the end of each transaction; SQLite has no accounts to be kept apart."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, (column, acts) in _GUARDED.items():
        _guard(f"told_{table}", table, column, acts)


def _guard(name: str, table: str, column: str, acts: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE about text; BEGIN"
        f" IF TG_OP = 'DELETE' THEN about := OLD.{column}; ELSE about := NEW.{column}; END IF;"
        f" IF NOT {_KEEPER} AND NOT EXISTS ({_ACT}) THEN RAISE insufficient_privilege; END IF;"
        " RETURN NULL; END $$"
    )
    op.execute(
        f"CREATE CONSTRAINT TRIGGER {name} AFTER {acts} ON {table}"
        f" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {name}()"
    )
