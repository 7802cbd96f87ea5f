"""Secrets of the desk's own, made when they are first asked for."""

from secrets import token_urlsafe

from sqlalchemy import insert, select

from vbgen.register import tables
from vbgen.register.database.engine import Database


def desk_key(database: Database, name: str) -> str:
    """The secret of that name; the same at every start."""
    columns = tables.desk_keys.c
    with database.writing() as connection:
        asked = select(columns.value).where(columns.name == name)
        found = connection.execute(asked).scalar_one_or_none()
        if found is not None:
            return str(found)
        made = token_urlsafe(32)
        connection.execute(insert(tables.desk_keys).values(name=name, value=made))
    return made
