"""The same tests on SQLite and on a real PostgreSQL; a missing server is a failure, never a silent skip."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.register.postgresql_server import NoServerError, Server, running
from vbgen.register import Register

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    try:
        with running() as server:
            yield server
    except NoServerError as fault:
        pytest.fail(str(fault))


@pytest.fixture(scope="session")
def made_once(postgresql: Server) -> str:
    """A database whose tables are made, to be copied: quicker than making them for every test."""
    name = postgresql.new_database()
    Register.open(postgresql.url(name), now=NOON).close()
    return name


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As `made_once`, for SQLite."""
    path = tmp_path_factory.mktemp("made") / "register.sqlite3"
    Register.open(f"sqlite:///{path}", now=NOON).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'register.sqlite3'}"
    server: Server = request.getfixturevalue("postgresql")
    return server.url(server.new_database())


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new database, empty."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("made_file"), tmp_path / "register.sqlite3")
        return f"sqlite:///{tmp_path / 'register.sqlite3'}"
    server: Server = request.getfixturevalue("postgresql")
    return server.url(server.new_database(template=request.getfixturevalue("made_once")))


@pytest.fixture
def opened() -> Iterator[Callable[[str], Register]]:
    """Registers that are closed again."""
    made: list[Register] = []

    def open_register(url: str) -> Register:
        made.append(Register.open(url, now=NOON))
        return made[-1]

    yield open_register
    for register in made:
        register.close()


@pytest.fixture
def register(database_url: str, opened: Callable[[str], Register]) -> Register:
    return opened(database_url)
