"""Older copies of a register, put back as an administrator would: a file copied, a database dropped and restored."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.register.issuing_desks import NOW
from vbgen.register import Register
from vbgen.register.database.dumping import Scope, dump, restore

UNPROVED = ("delivered",)  # columns that no act tells


def snapshot(url: str, folder: Path) -> Path | list[object]:
    """The register as it is now: SQLite's own backup, or every row."""
    with closing(Register.open(url, now=NOW)) as register:
        if url.startswith("sqlite"):
            target = folder / f"{len(list(folder.glob('old-*')))}".join(("old-", ".sqlite3"))
            register.backup(target)
            return target
        return list(dump(register.database, Scope()))


def put_back(url: str, old: Path | list[object]) -> None:
    """The register as it was; what was written since is gone from it."""
    lose(url)
    if isinstance(old, Path):
        shutil.copy(old, file_of(url))
        return
    with closing(Register.open(url, now=NOW)) as register:
        restore(register.database, old)  # type: ignore[arg-type]  # rows, as `snapshot` gave them


def lose(url: str) -> None:
    """The register is gone."""
    if url.startswith("sqlite"):
        for path in file_of(url).parent.glob(f"{file_of(url).name}*"):
            path.unlink()
        return
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def tables_of(register: Register) -> list[tuple[str, tuple[tuple[str, object], ...]]]:
    """Every row of every table but the journal's end and the acts of recovering, without what no act tells."""
    return sorted(_rows(register))


def _rows(register: Register) -> Iterator[tuple[str, tuple[tuple[str, object], ...]]]:
    for row in dump(register.database, Scope()):
        if row.table == "journal" or row.values.get("what") == "recover":
            continue
        yield row.table, tuple(sorted(_plain(row.values).items()))


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {name: str(value) for name, value in values.items() if name not in UNPROVED}
