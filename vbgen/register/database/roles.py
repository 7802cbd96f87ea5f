"""Who may do what in a PostgreSQL register: the registry clerk issues, the drafter looks things up, the auditor reads.

Roles are groups without login; the keeper of the database grants them to the accounts of persons. A server has one
list of roles for all its databases, so that each register has roles of its own, named after its database: a clerk of
one office is nobody in another's. 0.1 had three roles for the whole server; they lose their rights here.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.register.database.engine import Database, parsed_url

CLERK, DRAFTER, AUDITOR = "clerk", "drafter", "auditor"
_PARTS = (CLERK, DRAFTER, AUDITOR)
_LONGEST = 63  # bytes of a name in PostgreSQL
_LOOKED_UP = (
    "documents",
    "golden_book",
    "links",
    "signed_files",
    "deliveries",
    "words",
    "counters",
    "journal",
    "files",
    "alembic_version",
)
_ALL = (*_LOOKED_UP, "pending", "receipts", "acts")
_DESK = (  # hashes of passwords and of sessions: for the account alone that the desk serves with
    "accounts",
    "sessions",
    "entrances",
    "unit_links",
    "desk_keys",
    "desk_jobs",
)
_WRITTEN = (
    "documents",
    "golden_book",
    "counters",
    "words",
    "pending",
    "receipts",
    "files",
    "links",
    "signed_files",
    "deliveries",
    "acts",
)
_CHANGED = {  # by the column, where only some may change
    "documents": ("state", "settled_at", "delivered"),
    "golden_book": ("state", "ended_by"),
    "counters": ("last",),
    "journal": ("seq", "digest", "mirrored"),
    "words": (),
    "pending": (),
    "receipts": (),
}
_TAKEN_AWAY = ("pending", "receipts", "files", "words")
_SEQUENCES = ("documents_row_seq", "golden_book_row_seq", "links_row_seq")
_SEEN_OF_ACTS = (
    "seq",
    "what",
    "why",
    "document",
    "previous",
    "digest",
)  # the remarks of the book, and no more


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles that were made, and what became of those of 0.1."""

    names: tuple[str, ...]
    brought: tuple[str, ...] = ()  # accounts that have their role of this register now
    waiting: tuple[
        str, ...
    ] = ()  # accounts of 0.1's roles on a server with several registers: whose are they?


def role_name(part: str, database: str) -> str:
    """What the role is called on the server."""
    name = f"vbgen_{database}_{part}"
    if len(name.encode()) <= _LONGEST:
        return name
    return f"vbgen_{hashlib.sha256(database.encode()).hexdigest()[:16]}_{part}"


def set_up_roles(database: Database) -> Roles:
    """The three roles, made as needed and given their rights; UsageError on SQLite, which has no accounts.

    ProblemsFoundError, and nothing done, for an account that is not the register's keeper.
    """
    refuse_file(database.url.render_as_string(hide_password=False))
    with database.writing() as connection:
        _confirm_keeper(connection)
        quote = connection.dialect.identifier_preparer.quote_identifier
        plain = {part: role_name(part, _name_of(connection)) for part in _PARTS}
        for name in plain.values():
            if not _exists(connection, name):
                connection.execute(text(f"CREATE ROLE {quote(name)} NOLOGIN"))
        for command in _grants(*map(quote, plain.values())):
            connection.execute(text(command))
        brought, waiting = _bring_forward(connection, plain)
    return Roles(tuple(plain.values()), tuple(brought), tuple(waiting))


def refuse_file(url: str) -> None:
    """Does nothing for a PostgreSQL register; UsageError for a file, which has no accounts."""
    if parsed_url(url).get_backend_name() == "sqlite":
        raise UsageError(
            _("Sổ đăng ký trong tệp SQLite không có tài khoản; vai trò chỉ dùng với PostgreSQL.")
        )


def _grants(clerk: str, drafter: str, auditor: str) -> Iterator[str]:
    yield f"REVOKE ALL ON {', '.join((*_ALL, *_DESK))} FROM {clerk}, {drafter}, {auditor}"
    yield f"GRANT SELECT ON {', '.join(_ALL)} TO {clerk}, {auditor}"
    yield f"GRANT SELECT ON {', '.join(_LOOKED_UP)} TO {drafter}"
    yield f"GRANT SELECT ({', '.join(_SEEN_OF_ACTS)}) ON acts TO {drafter}"
    yield f"GRANT INSERT ON {', '.join(_WRITTEN)} TO {clerk}"
    for table, columns in _CHANGED.items():
        some = f" ({', '.join(columns)})" if columns else ""
        yield f"GRANT UPDATE{some} ON {table} TO {clerk}"
    yield f"GRANT DELETE ON {', '.join(_TAKEN_AWAY)} TO {clerk}"
    yield f"GRANT USAGE ON SEQUENCE {', '.join(_SEQUENCES)} TO {clerk}"


def _confirm_keeper(connection: Connection) -> None:
    asked = "SELECT pg_has_role(current_user, relowner, 'MEMBER') FROM pg_class WHERE oid = 'documents'::regclass"
    if not connection.execute(text(asked)).scalar_one():
        message = _("Chỉ chủ của cơ sở dữ liệu mới lập được vai trò; chưa có gì thay đổi.")
        hint = _("Hãy chạy lại bằng tài khoản đã lập sổ đăng ký.")
        raise ProblemsFoundError(message, (Problem("not-keeper", message, hint=hint),))


def _bring_forward(connection: Connection, names: dict[str, str]) -> tuple[list[str], list[str]]:
    """Members of the roles of 0.1: they have the new ones where the server has no other register, else they wait."""
    brought, waiting = list[str](), list[str]()
    quote = connection.dialect.identifier_preparer.quote_identifier
    for part, name in names.items():
        old = f"vbgen_{part}"
        if not _exists(connection, old):
            continue
        alone = not _used_elsewhere(connection, old)
        for member in _members(connection, old):
            if alone:
                connection.execute(text(f"GRANT {quote(name)} TO {quote(member)}"))
            (brought if alone else waiting).append(f"{member} → {name}")
        connection.execute(text(f"REVOKE ALL ON {', '.join(_ALL)} FROM {old}"))
        connection.execute(text(f"REVOKE ALL ON SEQUENCE {', '.join(_SEQUENCES)} FROM {old}"))
    return brought, waiting


def _exists(connection: Connection, role: str) -> bool:
    asked = text("SELECT 1 FROM pg_roles WHERE rolname = :role")
    return connection.execute(asked, {"role": role}).first() is not None


def _members(connection: Connection, role: str) -> list[str]:
    asked = text(
        "SELECT member.rolname FROM pg_auth_members JOIN pg_roles AS member ON member.oid = pg_auth_members.member"
        " JOIN pg_roles AS given ON given.oid = pg_auth_members.roleid WHERE given.rolname = :role ORDER BY 1"
    )
    return [str(name) for name in connection.execute(asked, {"role": role}).scalars()]


def _used_elsewhere(connection: Connection, role: str) -> bool:
    """Whether the role has rights in another database of the server."""
    asked = text(
        "SELECT 1 FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid JOIN pg_database AS here"
        " ON here.datname = current_database() WHERE rolname = :role AND dbid NOT IN (0, here.oid) LIMIT 1"
    )
    return connection.execute(asked, {"role": role}).first() is not None


def _name_of(connection: Connection) -> str:
    return str(connection.execute(text("SELECT current_database()")).scalar_one())
