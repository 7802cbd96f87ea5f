"""Sessions at the desk and one-time links into it: of each token the database knows its digest alone."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select

from vbgen.register import tables
from vbgen.register.database.engine import Database

_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who works at the desk, and as what."""

    account: str  # its name; "" for whoever sits at the desk's own machine
    who: str  # for the journal
    roles: frozenset[str]


def open_session(database: Database, visitor: Visitor, now: datetime, lasts: timedelta) -> str:
    """The token of a new session, which nobody can read from the database again; ended ones are cleared away."""
    with database.writing() as connection:
        return put_session(connection, visitor, now, lasts)


def put_session(connection: Connection, visitor: Visitor, now: datetime, lasts: timedelta) -> str:
    """The same within a transaction."""
    token = token_urlsafe(_TOKEN_BYTES)
    _clear(connection, tables.sessions, now)
    kept = {**_columns(token, visitor, now + lasts), "opened_at": stored_moment(now)}
    connection.execute(insert(tables.sessions).values(kept))
    return token


def visitor_of(database: Database, token: str, now: datetime) -> Visitor | None:
    """Who has that session; None where it is none, or has ended."""
    columns = tables.sessions.c
    asked = select(columns.account, columns.who, columns.roles, columns.ends_at)
    with database.reading() as connection:
        found = connection.execute(asked.where(columns.digest == digest_of(token))).one_or_none()
    return _visitor(found) if found and found.ends_at > stored_moment(now) else None


def end_session(database: Database, token: str) -> None:
    """That session opens nothing any more."""
    with database.writing() as connection:
        ended = delete(tables.sessions).where(tables.sessions.c.digest == digest_of(token))
        connection.execute(ended)


def end_sessions_of(connection: Connection, account: str) -> None:
    """All sessions and links of an account end: its password or its roles have changed."""
    for table in (tables.sessions, tables.entrances):
        connection.execute(delete(table).where(table.c.account == account))


def make_entrance(database: Database, visitor: Visitor, now: datetime, lasts: timedelta) -> str:
    """The token of a new link that opens one session."""
    token = token_urlsafe(_TOKEN_BYTES)
    with database.writing() as connection:
        _clear(connection, tables.entrances, now)
        kept = _columns(token, visitor, now + lasts)
        connection.execute(insert(tables.entrances).values(kept))
    return token


def use_entrance(database: Database, token: str, now: datetime) -> Visitor | None:
    """Whom the link lets in; None the second time, or too late."""
    table = tables.entrances
    asked = delete(table).where(table.c.digest == digest_of(token))
    asked_back = asked.returning(table.c.account, table.c.who, table.c.roles, table.c.ends_at)
    with database.writing() as connection:
        found = connection.execute(asked_back).one_or_none()
    return _visitor(found) if found and found.ends_at > stored_moment(now) else None


def _columns(token: str, visitor: Visitor, ends: datetime) -> dict[str, str]:
    return {
        "digest": digest_of(token),
        "account": visitor.account,
        "who": visitor.who,
        "roles": written_roles(visitor.roles),
        "ends_at": stored_moment(ends),
    }


def written_roles(roles: Collection[str]) -> str:
    """As they are stored."""
    return " ".join(sorted(roles))


def _visitor(found: Row[*tuple[Any, ...]]) -> Visitor:
    return Visitor(found.account, found.who, frozenset(found.roles.split()))


def _clear(connection: Connection, table: Table, now: datetime) -> None:
    connection.execute(delete(table).where(table.c.ends_at <= stored_moment(now)))


def stored_moment(moment: datetime) -> str:
    """In seconds since 1970, of one width, so that texts compare as times do."""
    return f"{moment.timestamp():020.6f}"


def digest_of(token: str) -> str:
    """All that the database knows of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
