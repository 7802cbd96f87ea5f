"""The database: SQLite in a file, or PostgreSQL by URL; one writer at a time on both."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from vbgen.errors import UsageError
from vbgen.files import cannot_write
from vbgen.messages import _
from vbgen.register.faults import told

_WAIT_S = 60
_CONNECT_S = 10
_LOCK_JOURNAL = text("SELECT seq FROM journal WHERE id = 1 FOR UPDATE")


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; every transaction is written whole or not at all."""

    engine: Engine
    url: URL

    @classmethod
    def open(cls, url: str) -> "Database":
        """The database at an SQLAlchemy URL; nothing is asked of it yet."""
        parsed = _parsed(url)
        options: dict[str, Any] = {"pool_size": 2}
        if parsed.get_backend_name() == "sqlite":
            _make_folder(parsed)
            options["connect_args"] = {"timeout": _WAIT_S}
        else:
            options["connect_args"] = {"connect_timeout": _CONNECT_S, "options": f"-c lock_timeout={_WAIT_S}s"}
        engine = create_engine(parsed, **options)
        if parsed.get_backend_name() == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        return cls(engine, parsed)

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of this machine."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def place(self) -> str:
        """How messages name it: the file, or the URL without its password."""
        return self.url.database or "" if self.is_sqlite else self.url.render_as_string(hide_password=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that waits for its turn; committed when the block ends, undone when it fails."""
        with told(self.place), self.engine.begin() as connection:
            if not self.is_sqlite:
                connection.execute(_LOCK_JOURNAL)
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state and waits for nobody."""
        with told(self.place), self.engine.connect() as plain:
            connection = plain.execution_options(vbgen_reading=True)
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


@dataclass(frozen=True, slots=True)
class Held(Database):
    """The database as one transaction sees it, however often it is read."""

    connection: Connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The transaction that is held."""
        yield self.connection


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as fault:
        raise UsageError(_bad_url(url.partition("@")[2] or url)) from fault
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return parsed
    raise UsageError(_bad_url(parsed.render_as_string(hide_password=True)))


def _bad_url(shown: str) -> str:
    return _(
        "VBGEN_DATABASE “{url}” không phải là địa chỉ sổ đăng ký; hãy ghi như sqlite:///output/register.sqlite3 hoặc"
        " postgresql://tên@máy/cơ_sở_dữ_liệu.",
        url=shown,
    )


def _make_folder(url: URL) -> None:
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise cannot_write(folder, fault) from fault


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("vbgen_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
