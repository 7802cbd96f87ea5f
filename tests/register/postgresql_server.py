"""A real PostgreSQL of the tests' own, on loopback, in a folder that goes away."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg

from tests.patience import PATIENCE_S
from tests.ports import free_port

_SERVERS = Path("/usr/lib/postgresql")  # Debian 12 has 15, Debian 13 has 17
BINARIES = max(
    _SERVERS.glob("*/bin"), key=lambda folder: float(folder.parent.name), default=_SERVERS
)
_ACCOUNT = "postgres"
_ROOM_BYTES = 2_000_000_000


class NoServerError(Exception):
    """The server's programs are not installed."""


@dataclass(frozen=True)
class Server:
    folder: Path
    port: int

    @property
    def admin(self) -> str:
        return f"host=127.0.0.1 port={self.port} user={_ACCOUNT} dbname=postgres"

    def url(self, database: str, *, user: str = _ACCOUNT) -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def new_database(self, *, template: str = "template0") -> str:
        """A database of its own, as the template is; the program's flushes to disk are not what is tested here."""
        name = f"register_{uuid4().hex[:12]}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def sql(self, command: str, database: str = "postgres") -> None:
        with psycopg.connect(self.admin, dbname=database, autocommit=True) as connection:
            connection.execute(command.encode())

    def stop(self, how: str) -> None:
        run("pg_ctl", "-D", str(self.folder / "data"), "-m", how, "-w", "stop")

    def start(self) -> None:
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder}"
            " -c max_connections=60 -c shared_buffers=64MB -c fsync=off"
        )
        log = str(self.folder / "log")
        run(
            "pg_ctl",
            "-D",
            str(self.folder / "data"),
            "-l",
            log,
            "-w",
            "-t",
            str(PATIENCE_S),
            "-o",
            options,
            "start",
        )


@contextmanager
def running() -> Iterator[Server]:
    if not (BINARIES / "initdb").exists():
        raise NoServerError(
            f"{BINARIES}/initdb is missing: these tests need PostgreSQL (Debian: package postgresql)"
        )
    folder = Path(tempfile.mkdtemp(prefix="vbgen-pg-", dir=_quick_place()))
    if os.getuid() == 0:
        shutil.chown(folder, _ACCOUNT)
    server = Server(folder, free_port())
    try:
        run(
            "initdb",
            "-D",
            str(folder / "data"),
            "-U",
            _ACCOUNT,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        )
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(program: str, *arguments: str) -> str:
    command = [str(BINARIES / program), *arguments]
    if os.getuid() == 0 and pwd.getpwnam(_ACCOUNT):
        command = ["runuser", "-u", _ACCOUNT, "--", *command]
    done = subprocess.run(
        command,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise NoServerError(f"{program}: {done.stdout.decode()}")
    return done.stdout.decode()


def _quick_place() -> str | None:
    """Memory, where there is plenty; else the usual place."""
    memory = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of its own there
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > _ROOM_BYTES
    return str(memory) if roomy else None
