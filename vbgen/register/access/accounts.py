"""Accounts of those who work at the desk; what a password's hash is made with is the office's to say."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, insert, select, update

from vbgen.register import tables
from vbgen.register.access.sessions import end_sessions_of, written_roles
from vbgen.register.database.engine import Database

_COLUMNS = tables.accounts.c


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may work at the desk."""

    name: str
    full_name: str
    roles: frozenset[str]
    password: str  # its hash
    is_closed: bool = False


def accounts(database: Database) -> list[Account]:
    """All of them, by name."""
    with database.reading() as connection:
        rows = connection.execute(select(tables.accounts).order_by(_COLUMNS.name)).all()
    return [_account(row) for row in rows]


def account_named(database: Database, name: str) -> Account | None:
    """That account, if there is one."""
    asked = select(tables.accounts).where(_COLUMNS.name == name)
    with database.reading() as connection:
        found = connection.execute(asked).one_or_none()
    return _account(found) if found else None


def add_account(database: Database, account: Account, now: datetime) -> bool:
    """Whether it was added; not where its name is taken."""
    with database.writing() as connection:
        taken = select(_COLUMNS.name).where(_COLUMNS.name == account.name)
        if connection.execute(taken).first():
            return False
        kept = {**_values(account), "name": account.name, "made_at": now.isoformat()}
        connection.execute(insert(tables.accounts).values(**kept, changed_at=now.isoformat()))
    return True


def change_account(database: Database, account: Account, now: datetime) -> None:
    """The account of that name is as given; its sessions and links end."""
    changed = update(tables.accounts).where(_COLUMNS.name == account.name)
    with database.writing() as connection:
        connection.execute(changed.values(**_values(account), changed_at=now.isoformat()))
        end_sessions_of(connection, account.name)


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
