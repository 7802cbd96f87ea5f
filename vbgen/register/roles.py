"""Who may do what in a PostgreSQL register: the registry clerk issues, the drafter looks things up, the auditor reads.

Roles are groups without login; the keeper of the database grants them to the accounts of persons.
"""

from sqlalchemy import text

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.register.engine import Database, parsed_url

CLERK, DRAFTER, AUDITOR = "vbgen_clerk", "vbgen_drafter", "vbgen_auditor"
_LOOKED_UP = ("documents", "golden_book", "links", "words", "counters", "journal", "alembic_version")
_ALL = (*_LOOKED_UP, "files", "pending", "receipts", "acts")
_CHANGED = ("documents", "golden_book", "counters", "journal", "words", "pending", "receipts", "files")
_WRITTEN = (*_CHANGED, "links", "acts")
_TAKEN_AWAY = ("pending", "receipts", "files", "words")
_SEQUENCES = ("documents_row_seq", "golden_book_row_seq", "links_row_seq")


def set_up_roles(database: Database) -> tuple[str, ...]:
    """The three roles, made as needed and given their rights; UsageError on SQLite, which has no accounts."""
    refuse_file(database.url.render_as_string(hide_password=False))
    with database.writing() as connection:
        for role in (CLERK, DRAFTER, AUDITOR):
            made = "SELECT 1 FROM pg_roles WHERE rolname = :role"
            if connection.execute(text(made), {"role": role}).first() is None:
                connection.execute(text(f"CREATE ROLE {role} NOLOGIN"))
        for command in _grants():
            connection.execute(text(command))
    return CLERK, DRAFTER, AUDITOR


def refuse_file(url: str) -> None:
    """Does nothing for a PostgreSQL register; UsageError for a file, which has no accounts."""
    if parsed_url(url).get_backend_name() == "sqlite":
        raise UsageError(_("Sổ đăng ký trong tệp SQLite không có tài khoản; vai trò chỉ dùng với PostgreSQL."))


def _grants() -> list[str]:
    return [
        f"REVOKE ALL ON {', '.join(_ALL)} FROM {CLERK}, {DRAFTER}, {AUDITOR}",
        f"GRANT SELECT ON {', '.join(_ALL)} TO {CLERK}, {AUDITOR}",
        f"GRANT SELECT ON {', '.join(_LOOKED_UP)} TO {DRAFTER}",
        f"GRANT INSERT ON {', '.join(_WRITTEN)} TO {CLERK}",
        f"GRANT UPDATE ON {', '.join(_CHANGED)} TO {CLERK}",
        f"GRANT DELETE ON {', '.join(_TAKEN_AWAY)} TO {CLERK}",
        f"GRANT USAGE ON SEQUENCE {', '.join(_SEQUENCES)} TO {CLERK}",
    ]
