"""The database: SQLite in a file, or PostgreSQL by URL; one writer at a time on both."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from vbgen.errors import UsageError
from vbgen.extras import missing_extra
from vbgen.files import is_usable
from vbgen.messages import _
from vbgen.register.database.sqlite_engine import sqlite_engine
from vbgen.register.database.sqlite_file import (
    WAIT_S,
    Seen,
    begin_reading,
    copy_of,
    look_at,
    prepare_to_write,
    share,
)
from vbgen.register.faults import NoRegisterError, told
from vbgen.secrecy import secrets_in, shown

_PORTS = 65536
_CONNECT_S = 10
# Answers are read to their end: else the server plans for the first tenth of one, and looks through every paper for a
# rare word in the order of days.
_WHOLE_ANSWERS = "-c cursor_tuple_fraction=1"
_LOCK_JOURNAL = text("SELECT seq FROM journal WHERE id = 1 FOR UPDATE")


@dataclass(slots=True)
class Database:
    """An open database; every transaction is written whole or not at all."""

    engine: Engine
    url: URL
    making: Callable[[], Engine] | None = (
        None  # makes the real one, where only an empty one of our own is read yet
    )
    done: Callable[[], object] = lambda: None  # removes what was copied to be read

    @classmethod
    def open(cls, url: str) -> "Database":
        """The database at an SQLAlchemy URL, to be written; nothing is asked of it yet."""
        parsed = parsed_url(url)
        if parsed.get_backend_name() != "sqlite":
            return cls(_postgresql(parsed), parsed)
        path = Path(str(parsed.database))
        prepare_to_write(path)
        engine = sqlite_engine(
            lambda: sqlite3.connect(path, timeout=WAIT_S, check_same_thread=False), parsed
        )
        event.listen(
            engine, "connect", lambda connection, _record: _prepare_sqlite(connection, path)
        )
        event.listen(engine, "begin", _begin_sqlite)
        return cls(engine, parsed)

    @classmethod
    def look(cls, url: str) -> "Database":
        """The database at an SQLAlchemy URL, to be read; NoRegisterError for a file that is not there."""
        parsed = parsed_url(url)
        if parsed.get_backend_name() != "sqlite":
            return cls(_postgresql(parsed), parsed)
        path = Path(str(parsed.database))
        if not path.exists():
            raise NoRegisterError.at(str(path))
        with told(str(path)):
            seen = look_at(path)
        return cls(_reading_engine(seen), parsed, done=seen.done)

    def copied(self) -> "Database":
        """A copy of an SQLite register, to be brought forward and read; this one is closed."""
        source = self.engine.raw_connection()
        connection = source.driver_connection
        source.detach()  # whoever copies it closes it, and the pool is not to ask it for anything then
        seen = Seen(lambda: connection, self.done)  # type: ignore[arg-type,return-value]  # SQLite's own
        with told(self.place):
            path, done = copy_of(seen)
        self.engine.dispose()
        return Database(Database.open(f"sqlite:///{path}").engine, self.url, done=done)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of this machine."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def place(self) -> str:
        """How messages name it: the file, or the URL without its password."""
        return place_of(self.url)

    @property
    def secrets(self) -> set[str]:
        """What its address holds that nobody is to read."""
        return secrets_in(self.url.render_as_string(hide_password=False))

    def make(self) -> None:
        """The real database, made now where there was none; nothing where there is one."""
        if self.making is not None:
            empty, self.engine = self.engine, self.making()
            self.making = None
            empty.dispose()
            self.done()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that waits for its turn; committed when the block ends, undone when it fails."""
        self.make()
        with told(self.place, self.secrets), self.engine.begin() as connection:
            if not self.is_sqlite:
                connection.execute(_LOCK_JOURNAL)
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state and waits for nobody."""
        with told(self.place, self.secrets), self.engine.connect() as plain:
            connection = plain.execution_options(vbgen_reading=True)
            if self.engine.dialect.name != "sqlite":
                connection = connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()
        self.done()


@dataclass(slots=True, kw_only=True)
class Held(Database):
    """The database as one transaction sees it, however often it is read."""

    connection: Connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The transaction that is held."""
        yield self.connection


def place_of(url: str | URL) -> str:
    """How messages name a database: the file, or the URL without its password."""
    parsed = parsed_url(url) if isinstance(url, str) else url
    if parsed.get_backend_name() == "sqlite":
        return parsed.database or ""
    return shown(parsed.render_as_string(hide_password=True))


def parsed_url(url: str) -> URL:
    """The parts of a register's address; UsageError, without its password, for what is none."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as fault:
        raise UsageError(_bad_url(shown(url))) from fault
    if "@" in url.partition("?")[2] or not _is_reachable(parsed):
        raise UsageError(_bad_url(shown(url)))
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite" and parsed.database and is_usable(parsed.database):
        return parsed
    raise UsageError(_bad_url(shown(url)))


def _is_reachable(parsed: URL) -> bool:
    """Whether host and port can be those of a server; an address without them can."""
    port = parsed.port
    return "@" not in (parsed.host or "") and (port is None or 0 < port < _PORTS)


def _bad_url(shown: str) -> str:
    return _(
        "VBGEN_DATABASE “{url}” không phải là địa chỉ sổ đăng ký; hãy ghi như sqlite:///output/register.sqlite3 hoặc"
        " postgresql://tên@máy/cơ_sở_dữ_liệu; trong mật khẩu, ký tự @ viết là %40.",
        url=shown,
    )


def _postgresql(url: URL) -> Engine:
    options: dict[str, Any] = {
        "connect_timeout": _CONNECT_S,
        "options": f"-c lock_timeout={WAIT_S}s {_WHOLE_ANSWERS}",
    }
    try:
        return create_engine(url, pool_size=2, connect_args=options)
    except ImportError as fault:
        raise missing_extra("postgresql", _("Sổ đăng ký trên PostgreSQL")) from fault


def _reading_engine(seen: Seen) -> Engine:
    engine = sqlite_engine(seen.connect)
    event.listen(engine, "connect", _prepare_to_read)
    event.listen(engine, "begin", _begin_to_read)
    return engine


def _begin_to_read(connection: Connection) -> None:
    begin_reading(connection.connection.driver_connection)  # type: ignore[arg-type]  # SQLite's own


def _prepare_to_read(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None
    for pragma in ("query_only=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_sqlite(connection: Any, path: Path) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = (
        None  # transactions begin where we say, not where the driver guesses
    )
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "SELECT count(*) FROM sqlite_master"
    ).fetchone()  # opens the log, whose files are then shared
    share(path)


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("vbgen_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
