"""The schema: made new, or brought forward when an older register is opened, after a backup."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.engine import URL

from vbgen.errors import UsageError
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.register.database.backup import backup
from vbgen.register.database.engine import Database
from vbgen.register.faults import NoRegisterError, RegisterDamagedError, told
from vbgen.ways import UpgradeRegister

HEAD = (
    "0011"  # the schema that this program works with; a test holds that it is the newest migration
)
COPIES_KEPT = 5  # copies of a register that upgrades made
_MIGRATIONS = Path(__file__).parent / "migrations"


def make_ready(database: Database, now: datetime, copies_kept: int = COPIES_KEPT) -> Path | None:
    """Bring the schema forward to HEAD; where a backup was put, if one was made first.

    A PostgreSQL register that holds data is not changed on the way: its keeper dumps it and runs the upgrade.
    """
    found = revision_of(database)
    if found == HEAD:
        return None
    if found is not None and found > HEAD:
        raise UsageError(_newer(database, found))
    if found is not None and not database.is_sqlite:
        raise UsageError(_needs_upgrade(), ways=(UpgradeRegister(),))
    kept = _backed_up(database, found, now, copies_kept) if found else None
    upgrade(database)
    return kept


def readable(database: Database) -> Database:
    """The register with the newest schema, to be read: an older SQLite file is copied, and the copy brought forward.

    NoRegisterError for an empty database; UsageError for a newer one, and for an older one on PostgreSQL.
    """
    found = revision_of(database)
    if found is None:
        raise NoRegisterError.at(database.place)
    if found == HEAD:
        return database
    if found > HEAD:
        raise UsageError(_newer(database, found))
    if not database.is_sqlite:
        raise UsageError(_needs_upgrade(), ways=(UpgradeRegister(),))
    copy = database.copied()
    upgrade(copy)
    return copy


def empty(url: URL) -> Database:
    """An empty register of our own, to be read in the place of one that is not there yet."""
    folder = temporary_folder("empty")
    path = Path(folder.name) / "register.sqlite3"
    path.write_bytes(_empty_file())
    return Database(Database.open(f"sqlite:///{path}").engine, url, done=folder.cleanup)


@cache
def _empty_file() -> bytes:
    """An SQLite file of the newest schema; made once in a process, for a page of the desk waits for it."""
    with temporary_folder("empty") as folder:
        path = Path(folder) / "register.sqlite3"
        with closing(Database.open(f"sqlite:///{path}")) as made:
            upgrade(made)
        return path.read_bytes()


def upgrade(database: Database, to: str = "head") -> None:
    """Run the migrations up to that one, all or none."""
    with told(database.place), _without_references(database), database.engine.begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(8612)"))
        _migrate(connection, to)
        if database.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RegisterDamagedError(
                _("Sổ đăng ký {place} có dòng không khớp nhau.", place=database.place)
            )


@contextmanager
def _without_references(database: Database) -> Iterator[None]:
    """SQLite changes a table by making it anew, and must not look at references meanwhile; they are checked after."""
    if not database.is_sqlite:
        yield
        return

    def look_away(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
        connection.execute("PRAGMA foreign_keys=OFF")

    database.engine.dispose()
    event.listen(database.engine, "connect", look_away)
    try:
        yield
    finally:
        event.remove(database.engine, "connect", look_away)
        database.engine.dispose()


def _migrate(connection: Connection, to: str) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_MIGRATIONS))
    environment = EnvironmentContext(
        Config(),
        script,
        fn=lambda revision, _context: script._upgrade_revs(to, revision),  # noqa: SLF001 - what `alembic upgrade` calls
    )
    with environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()


def revision_of(database: Database) -> str | None:
    """The schema that the database has; None for an empty one, RegisterDamagedError for somebody else's."""
    with database.reading() as connection:
        tables = inspect(connection)
        if tables.has_table("alembic_version"):
            return connection.execute(
                text("SELECT version_num FROM alembic_version")
            ).scalar_one_or_none()
        if tables.has_table("documents"):
            raise RegisterDamagedError(
                _("{place} không phải là sổ đăng ký của vbgen.", place=database.place)
            )
    return None


def _backed_up(database: Database, found: str, now: datetime, copies_kept: int) -> Path:
    source = Path(str(database.url.database))
    target = source.with_name(f"{source.stem}-{found}-{now:%Y%m%d-%H%M%S}{source.suffix}")
    backup(database, target)
    _tidy(source, copies_kept)
    return target


def _tidy(source: Path, kept: int) -> None:
    """Only the newest of the copies that upgrades made stay; names end in their time."""
    stem = re.escape(source.stem)
    named = re.compile(rf"{stem}-\d{{4}}-(\d{{8}}-\d{{6}}){re.escape(source.suffix)}")
    copies = sorted(
        (found[1], path)
        for path in source.parent.iterdir()
        if (found := named.fullmatch(path.name))
    )
    for _time, path in copies[: max(len(copies) - kept, 0)]:
        path.unlink(missing_ok=True)


def _newer(database: Database, found: str) -> str:
    return _(
        "Sổ đăng ký {place} do bản vbgen mới hơn lập (lược đồ {found}; bản này hiểu đến {known})."
        " Hãy cài bản vbgen mới.",
        place=database.place,
        found=found,
        known=HEAD,
    )


def _needs_upgrade() -> str:
    return _("Sổ đăng ký trên PostgreSQL theo lược đồ cũ; phải sao lưu bằng pg_dump trước.")
