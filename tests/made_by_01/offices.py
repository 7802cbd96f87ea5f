"""Copies of the offices that 0.1 left behind, each in a folder of its own, and commands run in them."""

import json
import os
import tarfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.register.postgresql_server import Server, run
from vbgen.cli import run as run_vbgen

PACKED = Path(__file__).parent / "made_by_01.tar.xz"
DUMP = "output/register.sql"
ISSUED = {  # code → kind, as 0.1 issued them in both databases
    "07/SXD-VP": "launch-notice",
    "08/BC-SXD": "phase-summary",
    "01/TTr-HĐTĐKT": "nomination-list",
    "02/BB-HĐTĐKT": "council-minutes",
    "09/QĐ-SXD": "award-decision",
    "10/BC-SXD": "phase-summary",
    "03/TTr-HĐTĐKT": "nomination-list",
    "11/TTr-SXD": "nomination-list",
    "12/QĐ-SXD": "award-decision",
    "13/QĐ-SXD": "award-decision",
    "14/BC-SXD": "phase-summary",
}


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.out)
        return answer


@dataclass(frozen=True)
class Office:
    """A workspace with its register and archive, as 0.1 left them."""

    folder: Path
    database: str = ""  # SQLAlchemy URL; empty for the SQLite file in the folder

    def run(self, *arguments: str) -> Answer:
        out, err, before = StringIO(), StringIO(), dict(os.environ)
        os.environ.update({"VBGEN_BY": "Lan", "VBGEN_LANG": "vi"})
        os.environ.update({"VBGEN_DATABASE": self.database} if self.database else {})
        try:
            with (
                chdir(self.folder),
                redirect_stdout(out),
                redirect_stderr(err),
                pytest.raises(SystemExit) as ended,
            ):
                run_vbgen(arguments)
        finally:
            os.environ.clear()
            os.environ.update(before)
        return Answer(int(str(ended.value.code)), out.getvalue(), err.getvalue())

    def ask(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        answer = self.run(*arguments, "--json")
        assert answer.code == code, answer.out + answer.err
        return answer.json


def on_sqlite(folder: Path) -> Office:
    """A copy with its register in a file."""
    return Office(_unpacked("sqlite", folder))


def begun(folder: Path) -> Office:
    """A copy where a decision has its number and nothing more: 0.1 was killed there."""
    return Office(_unpacked("begun", folder))


def on_postgresql(folder: Path, server: Server) -> Office:
    """A copy whose register is restored from `pg_dump`'s file into a new database, and brought forward."""
    unpacked = _unpacked("postgresql", folder)
    dump = server.folder / f"{folder.name}.sql"
    dump.write_bytes((unpacked / DUMP).read_bytes())
    database = server.new_database()
    address = ["-h", "127.0.0.1", "-p", str(server.port), "-U", "postgres", "-d", database]
    run("psql", *address, "-q", "-v", "ON_ERROR_STOP=1", "-f", str(dump))
    office = Office(unpacked, server.url(database))
    office.ask("register", "upgrade")
    return office


def _unpacked(name: str, folder: Path) -> Path:
    """That office's files in `folder`; the archive's contents are read-only, as they were."""
    with tarfile.open(PACKED) as packed:
        members = [one for one in packed if one.name.startswith(f"{name}/")]
        packed.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian 12's has none
        packed.extractall(folder, members)  # noqa: S202 - our own file
    for content in (folder / name / "output" / "archive" / "objects").rglob("*"):
        content.chmod(0o755 if content.is_dir() else 0o444)
    return folder / name
