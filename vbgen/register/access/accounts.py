"""Accounts of those who work at the desk; what a password's hash is made with is the office's to say."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, insert, select, update

from vbgen.model.dossier import Stamp
from vbgen.register import journal, tables
from vbgen.register.access.sessions import Visitor, end_sessions_of, put_session, written_roles
from vbgen.register.database.engine import Database

ACCOUNT_ADDED, ACCOUNT_CLOSED = "account-added", "account-closed"  # acts
ACCOUNT_ACTS = (ACCOUNT_ADDED, ACCOUNT_CLOSED, "account-roles", "account-password")
_COLUMNS = tables.accounts.c


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may work at the desk."""

    name: str
    full_name: str
    roles: frozenset[str]
    password: str  # its hash
    is_closed: bool = False

    @property
    def visitor(self) -> Visitor:
        """The same at the desk."""
        return Visitor(self.name, self.full_name, self.roles)


# All accounts as they are in the moment of writing → that account as it is to be; refuses by raising.
Decide = Callable[[Sequence[Account]], Account]


def accounts(database: Database) -> list[Account]:
    """All of them, by name."""
    with database.reading() as connection:
        return _all(connection)


def account_named(database: Database, name: str) -> Account | None:
    """That account, if there is one."""
    return next((each for each in accounts(database) if each.name == name), None)


def add_account(database: Database, decide: Decide, stamp: Stamp) -> Account:
    """The account that was added, in the journal with who added it."""
    with database.writing() as connection:
        account = decide(_all(connection))
        at = stamp.at.isoformat()
        kept = {**_values(account), "name": account.name, "made_at": at, "changed_at": at}
        connection.execute(insert(tables.accounts).values(kept))
        journal.append(connection, stamp, ACCOUNT_ADDED, detail=_told(account))
    return account


def change_account(database: Database, decide: Decide, stamp: Stamp, what: str) -> Account:
    """The account as decided, in the journal as `what`; its sessions and links end."""
    with database.writing() as connection:
        account = decide(_all(connection))
        changed = update(tables.accounts).where(_COLUMNS.name == account.name)
        values = {**_values(account), "changed_at": stamp.at.isoformat()}
        connection.execute(changed.values(values))
        end_sessions_of(connection, account.name)
        journal.append(connection, stamp, what, detail=_told(account))
    return account


def open_session_of(
    database: Database, account: Account, now: datetime, lasts: timedelta
) -> str | None:
    """The token of a new session; None where the account has changed since it was looked at."""
    with database.writing() as connection:
        if account not in _all(connection):
            return None
        return put_session(connection, account.visitor, now, lasts)


def _all(connection: Connection) -> list[Account]:
    rows = connection.execute(select(tables.accounts).order_by(_COLUMNS.name))
    return [_account(row) for row in rows]


def _told(account: Account) -> dict[str, object]:
    """What the journal says of it: of its password no more than a mark by which another is noticed."""
    return {
        "account": account.name,
        "full_name": account.full_name,
        "roles": sorted(account.roles),
        "password": password_mark(account.password),
    }


def password_mark(kept: str) -> str:
    """SHA-256 of a salted hash: nobody can try passwords by it, as the salt stands in the hash alone."""
    return hashlib.sha256(kept.encode()).hexdigest()


def _values(account: Account) -> dict[str, object]:
    return {
        "full_name": account.full_name,
        "roles": written_roles(account.roles),
        "password": account.password,
        "is_closed": account.is_closed,
    }


def _account(row: Row[tuple[object, ...]]) -> Account:
    return Account(
        row.name, row.full_name, frozenset(row.roles.split()), row.password, bool(row.is_closed)
    )
