"""How fast the archive keeps and proves: puts a second (each flushed to disk), and a whole `archive verify`.

    python benchmarks/archive.py [--documents 100000] [--kib 4] [--puts 2000] [--folder DIR]

Every document has two files of its own; the register and its journal are real ones, on SQLite.
"""

import argparse
import json
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from vbgen.archive import Archive
from vbgen.archive.store import digest_of
from vbgen.office.registry.archiving import verify
from vbgen.register import Act, Register
from vbgen.register.database.dumping import RegisterRow, journal_head, restore
from vbgen.register.journal import BEGINNING

MORNING = datetime(2022, 1, 3, 8, tzinfo=UTC)
PAPER, RECORD = "award-decision.docx", "dossier.json"


def document(number: int) -> dict[str, object]:
    return {
        "agency": "SCT",
        "campaign": "ha-nam-2022",
        "copies": None,
        "copy_kept_by": "VT",
        "day": "2022-07-05",
        "issuer": "Sở Công Thương Hà Nam",
        "kind": "award-decision",
        "note": "",
        "paper": f"ha-nam-2022/award-decision/phase-{number}",
        "phase": number,
        "recipients": "Như Điều 3\nLưu: VT",
        "signer_name": "Lê Nguyên Ngọc",
        "signer_position": "Giám đốc",
        "subject": f"Về việc khen thưởng lần {number}",
        "symbol": "QĐ-SCT",
        "type_name": "Quyết định",
        "variant": "",
    }


def contents(number: int, kib: int) -> dict[str, bytes]:
    filler = number.to_bytes(8, "big") * (kib * 128)
    return {PAPER: filler, RECORD: f'{{"number":{number}}}'.encode()}


class Journal:
    """Acts tied to each other by the register's own rule."""

    def __init__(self) -> None:
        self.acts: list[Act] = []

    def write(self, what: str, identity: str, detail: dict[str, object]) -> None:
        """One more act."""
        seq = len(self.acts) + 1
        at = (MORNING + timedelta(seconds=seq)).isoformat(timespec="milliseconds")
        previous = self.acts[-1].digest if self.acts else BEGINNING
        self.acts.append(Act(seq, at, "văn thư", what, "", identity, detail, previous))

    def rows(self) -> Iterator[RegisterRow]:
        """Them all, as the register's table has them."""
        for act in self.acts:
            values = {
                name: getattr(act, name)
                for name in ("seq", "at", "who", "what", "why", "document", "previous")
            }
            detail = json.dumps(act.detail, ensure_ascii=False, sort_keys=True)
            yield RegisterRow("acts", {**values, "detail": detail, "digest": act.digest})


def lay_down(folder: Path, content: bytes) -> str:
    """An object put straight in its place, unflushed: only the setting of the scene."""
    digest = digest_of(content)
    path = folder / "objects" / digest[:2] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return digest


def scene(folder: Path, register: Register, documents: int, kib: int) -> None:
    """A register, journal and archive of that many issued documents."""
    journal, rows, files = Journal(), list[RegisterRow](), list[RegisterRow]()
    for number in range(1, documents + 1):
        entry, identity = document(number), f"{number:032x}"
        made = contents(number, kib)
        digests = {name: lay_down(folder, content) for name, content in made.items()}
        taken = {
            "entry": entry,
            "series": "van-ban-di",
            "year": 2022,
            "number": number,
            "files": {},
        }
        journal.write("reserve", identity, taken)
        journal.write("render", identity, {"files": digests})
        journal.write("settle", identity, {"code": f"{number}/QĐ-SCT", "files": digests})
        own = {
            "row": number,
            "id": identity,
            "series": "van-ban-di",
            "year": 2022,
            "number": number,
        }
        state = {
            "moved_on": None,
            "state": "issued",
            "reserved_at": "",
            "settled_at": "",
            "delivered": True,
        }
        rows.append(RegisterRow("documents", {**entry, **own, **state}))
        for name, digest in digests.items():
            kept = {
                "document": identity,
                "name": name,
                "role": "paper",
                "digest": digest,
                "size": len(made[name]),
            }
            files.append(RegisterRow("files", kept))
    for act in journal.acts:
        lay_down(folder, act.as_json())
    last = journal.acts[-1]
    head = {
        **journal_head(register.database),
        "seq": last.seq,
        "digest": last.digest,
        "mirrored": last.seq,
    }
    restore(register.database, [RegisterRow("journal", head), *rows, *files, *journal.rows()])


def puts_a_second(folder: Path, count: int, kib: int) -> float:
    archive, papers = (
        Archive.open(folder, environ={}),
        [os.urandom(kib * 1024) for _paper in range(count)],
    )
    began = perf_counter()
    for paper in papers:
        archive.put(paper)
    return count / (perf_counter() - began)


def seconds_to_verify(folder: Path, documents: int, kib: int) -> tuple[float, int]:
    url = f"sqlite:///{folder / 'register.sqlite3'}"
    with closing(Register.open(url, now=MORNING)) as register:
        scene(folder / "archive", register, documents, kib)
        archive = Archive.open(folder / "archive", environ={})
        began = perf_counter()
        found = verify(register, archive)
        took = perf_counter() - began
    if found.problems or found.documents != documents:
        sys.exit(f"the scene is not sound: {found.problems[:3]}")
    return took, found.objects


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--kib", type=int, default=4)
    parser.add_argument("--puts", type=int, default=2_000)
    parser.add_argument(
        "--folder", type=Path, default=None, help="where to work; a temporary folder by default"
    )
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wanted.folder) as name:
        folder = Path(name)
        rate = puts_a_second(folder / "puts", wanted.puts, wanted.kib)
        print(f"put: {rate:,.0f} a second ({wanted.kib} KiB each, flushed to disk)")
        took, objects = seconds_to_verify(folder, wanted.documents, wanted.kib)
        speed = objects / took
        print(
            f"verify: {wanted.documents:,} documents, {objects:,} objects in {took:,.1f} s ({speed:,.0f} objects/s)"
        )
        print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MiB")


if __name__ == "__main__":
    main()
