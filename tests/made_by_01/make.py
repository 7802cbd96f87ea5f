"""How `made_by_01.tar.xz` was made: with version 0.1 itself, by its own commands, on SQLite and on PostgreSQL.

    git worktree add --detach ../v01 c3979c3
    cd ../v01 && make .venv/.ready
    .venv/bin/python ../<this repository>/tests/made_by_01/make.py

It is kept as the record of how it was done. Made again, the file holds other ids and digests, so the one that is
committed stays: what 0.1 issued is not issued anew.
"""

import io
import os
import shutil
import sys
import tarfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(Path.cwd()))  # the checkout of 0.1: its tests know how to run a PostgreSQL

import vbgen  # noqa: E402
import vbgen.cli  # noqa: E402
import vbgen.cli.desk  # noqa: E402
from tests.register.postgresql_server import Server, run, running  # noqa: E402 - of 0.1

ACTS = (
    "issue data/thi-dua launch-notice --date 2026-01-05 --yes --pdf",
    "issue data/thi-dua phase-summary --phase 1 --date 2026-02-02 --yes --no-pdf",
    "issue data/thi-dua nomination-list --phase 1 --date 2026-02-02 --yes --no-pdf",
    "issue data/thi-dua council-minutes --phase 1 --date 2026-02-03 --yes --no-pdf",
    "issue data/thi-dua award-decision --phase 1 --date 2026-02-05 --signer pgd --copies 5 --yes --pdf",
    "issue data/thi-dua phase-summary --phase 1 --date 2026-02-10 --replaces 08/BC-SXD --yes --no-pdf",
    "issue data/thi-dua nomination-list --phase 2 --date 2026-03-03 --yes --no-pdf",
    "issue data/thi-dua award-decision --phase 2 --date 2026-03-04 --yes --no-pdf",
    "issue data/thi-dua phase-summary --phase 2 --date 2026-03-05 --yes --no-pdf",
    "register void 14/BC-SXD --why Sai_số_liệu",
    "register withdraw 09/QĐ-SXD 12/QĐ-SXD --only 2 --why Kê_khai_không_đúng",
)
_FIRST = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
_EPOCH = int(_FIRST.timestamp())


def main() -> None:
    if vbgen.__version__ != "0.1.0" or Path(vbgen.__file__).parents[1] != Path.cwd():
        sys.exit("run this with 0.1's own Python, in a checkout of c3979c3")
    os.environ.update({"VBGEN_BY": "Văn thư", "VBGEN_LANG": "vi"})
    with TemporaryDirectory() as name:
        root = Path(name)
        made(root / "sqlite")
        begun(root / "begun")
        with running() as server:
            on_postgresql(root / "postgresql", server)
        pack(root, HERE / "made_by_01.tar.xz")


def made(office: Path) -> None:
    """Every act, in its order, by the commands of 0.1."""
    shutil.copytree(HERE / "office", office)
    with clock(), chdir(office):
        for act in ACTS:
            command(*act.split())
        command("archive", "verify")


def on_postgresql(office: Path, server: Server) -> None:
    """The same on PostgreSQL, with `pg_dump`'s plain SQL beside its archive."""
    database = server.new_database()
    os.environ["VBGEN_DATABASE"] = server.url(database)
    made(office)
    del os.environ["VBGEN_DATABASE"]
    address = ["-h", "127.0.0.1", "-p", str(server.port), "-U", "postgres"]
    dump = run("pg_dump", *address, "--no-owner", "--no-privileges", database)
    (office / "output" / "register.sql").write_text(dump, "utf-8")


def begun(office: Path) -> None:
    """A decision whose number is reserved and whose papers are not made: 0.1 was killed there."""
    from vbgen.office.issuing.intents import Wish
    from vbgen.office.issuing.readying import prepare
    from vbgen.office.setting.workspace import find_workspace

    shutil.copytree(HERE / "office", office)
    opened = vbgen.cli.desk.desk_of  # type: ignore[attr-defined] # of 0.1, with which this runs
    with clock(), chdir(office), opened(Path("data/thi-dua")) as desk:
        workspace = find_workspace(Path("data/thi-dua"))
        wish = Wish(
            Path("data/thi-dua"), "award-decision", date(2026, 2, 5), 1, law=workspace.law_files()
        )
        [ready] = prepare(desk, wish, workspace.library, workspace.emblem)
        desk.enter_archive()
        desk.register.reserve(ready.intent, desk.stamp())


def command(*words: str) -> None:
    try:
        vbgen.cli.run([word.replace("_", " ") if "_" in word else word for word in words])
    except SystemExit as ended:
        if ended.code:
            sys.exit(f"{' '.join(words)}: {ended.code}")


@contextmanager
def clock() -> Iterator[None]:
    """A minute a look, from a day in the past: whenever the tests run, they run later."""
    minutes, own = count(), vbgen.cli.desk.now  # type: ignore[attr-defined]  # of 0.1
    vbgen.cli.desk.now = lambda: _FIRST + timedelta(minutes=next(minutes))  # type: ignore[attr-defined]
    try:
        yield
    finally:
        vbgen.cli.desk.now = own  # type: ignore[attr-defined]


def pack(root: Path, target: Path) -> None:
    """What was made, without the copies laid out for signing; the same names, owners and times whoever packs."""
    with tarfile.open(target, "w:xz", preset=9) as packed:
        for path in sorted(root.rglob("*")):
            parts = path.relative_to(root).parts
            if path.is_file() and parts[1:3] != ("output", "thi-dua"):
                content = path.read_bytes()
                entry = tarfile.TarInfo("/".join(parts))
                entry.size, entry.mtime, entry.mode = len(content), _EPOCH, 0o644
                packed.addfile(entry, io.BytesIO(content))


if __name__ == "__main__":
    main()
