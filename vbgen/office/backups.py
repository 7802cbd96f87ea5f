"""Everything of an office in one folder, and put back: workspace, register and archive, each file with its digest.

The register is dumped by rows in one transaction, the same from SQLite and PostgreSQL; the archive is listed before,
so that what others issue meanwhile is in both or in neither.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vbgen import __version__
from vbgen.archive import Archive
from vbgen.archive.audit import Audit
from vbgen.errors import OutputError, Place, Problem, UnreadableFileError
from vbgen.files import cannot_write, make_folder, write_whole
from vbgen.folders import all_files, cannot_look
from vbgen.leftovers import name_beside, sweep
from vbgen.messages import _
from vbgen.office.registry.archiving import verify
from vbgen.register import Register
from vbgen.register.database.dumping import RegisterRow, Scope, dump, restore

WORKSPACE, ARCHIVE, ROWS, LIST, ABOUT = (
    "workspace",
    "archive",
    "register.jsonl",
    "manifest-sha256.txt",
    "backup.json",
)
_IN_ORDER = (WORKSPACE, ARCHIVE, ROWS, ABOUT, LIST)  # without its list it is no backup
_FORMAT = 1
_INCOMING = "incoming/"


@dataclass(frozen=True, slots=True)
class Saved:
    """How much a backup holds."""

    files: int
    rows: int
    objects: int


@dataclass(frozen=True, slots=True)
class Backup:
    """What is to be saved; the register is None where nothing was ever registered."""

    root: Path
    register: Register | None
    archive: Archive
    skipped: tuple[Path, ...]  # the live register and archive, where they lie in the workspace

    def into(self, target: Path) -> Saved:
        """Everything, in a new folder, whole or not at all; OutputError where something stands there already."""
        sweep([target])
        if target.exists() and any(target.iterdir()):
            raise OutputError(_("Thư mục {path} đã có tệp; hãy chọn một thư mục mới.", path=target))
        making = target / name_beside()
        try:
            saved = self._written(making)
            for name in _IN_ORDER:
                if (making / name).exists():
                    (making / name).rename(target / name)
        except OSError as fault:
            raise cannot_write(target, fault) from fault
        finally:
            shutil.rmtree(making, ignore_errors=True)
        return saved

    def _written(self, target: Path) -> Saved:
        names = list(self.archive.shelf.names()) if self.register else []
        rows = self._rows(target / ROWS)
        objects = self._objects(target / ARCHIVE, names, rows) if self.register else 0
        files = list(all_files(self.root, self.skipped))
        for path in files:
            write_whole(target / WORKSPACE / path.relative_to(self.root), _content(path))
        about = {
            "format": _FORMAT,
            "vbgen": __version__,
            "register": self.register.identity if self.register else "",
        }
        write_whole(target / ABOUT, json.dumps(about, indent=2).encode())
        listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(_digests(target)))
        write_whole(target / LIST, listed.encode())
        return Saved(len(files), len(rows), objects)

    def _rows(self, path: Path) -> list[RegisterRow]:
        database = self.register.database if self.register else None
        rows = list(dump(database, Scope(with_desk=True))) if database else []
        lines = (
            json.dumps({"table": row.table, "row": dict(row.values)}, ensure_ascii=False)
            for row in rows
        )
        write_whole(path, "".join(f"{line}\n" for line in lines).encode())
        return rows

    def _objects(self, target: Path, names: list[str], rows: list[RegisterRow]) -> int:
        """What stood in the archive before the dump, and what the dump names since."""
        copy = Archive.open(target, environ={})
        for name in names:
            if not name.startswith(_INCOMING):
                copy.shelf.keep(name, self.archive.shelf.read(name))
        for digest in _named(rows):
            if not copy.has(digest) and self.archive.has(digest):
                copy.put(self.archive.get(digest))
        return sum(1 for _digest in copy.all())


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise cannot_look(path, fault) from fault


def check_backup(source: Path) -> Mapping[str, object]:
    """What the backup says of itself; UnreadableFileError with every file that is missing, changed or extra."""
    try:
        about = json.loads((source / ABOUT).read_bytes())
        listed = dict(_listed((source / LIST).read_text("utf-8")))
    except (OSError, ValueError) as fault:
        raise UnreadableFileError(
            _("{folder} không phải là bản sao lưu của vbgen.", folder=source)
        ) from fault
    found = {name: digest for name, digest in _digests(source) if name != LIST}
    wrong = sorted(name for name in {*listed, *found} if listed.get(name) != found.get(name))
    if wrong:
        message = _("Tệp này thiếu, thừa hoặc đã bị thay đổi so với lúc sao lưu.")
        problems = tuple(Problem("backup-damaged", message, Place(file=name)) for name in wrong)
        raise UnreadableFileError(
            _("Bản sao lưu {folder} không còn nguyên vẹn.", folder=source), problems
        )
    return dict(about)


def put_workspace_back(source: Path, root: Path) -> int:
    """How many files of the workspace were put back into an empty folder."""
    if root.exists() and any(root.iterdir()):
        raise OutputError(
            _("Thư mục {path} đã có tệp; hãy khôi phục vào một thư mục mới.", path=root)
        )
    base, count = source / WORKSPACE, 0
    make_folder(root)
    for path in all_files(base):
        write_whole(root / path.relative_to(base), path.read_bytes())
        count += 1
    return count


def put_register_back(source: Path, register: Register, archive: Archive) -> Audit:
    """What the audit says after register and archive were put back; what the archive has already stays.

    An archive that is newer than the backup is told by the audit: its acts are taken back by recovering.
    """
    copy = Archive.open(source / ARCHIVE, environ={})
    owner = copy.owner()
    if owner:
        archive.claim(owner)
    for name in copy.shelf.names():
        _keep(archive, name, copy.shelf.read(name))
    restore(register.database, list(_read(source / ROWS)))
    return verify(register, archive)


def _keep(archive: Archive, name: str, content: bytes) -> None:
    try:
        archive.shelf.keep(name, content)
    except FileExistsError:
        return


def _read(path: Path) -> Iterator[RegisterRow]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            plain = json.loads(line)
            yield RegisterRow(plain["table"], plain["row"])


def _named(rows: list[RegisterRow]) -> Iterator[str]:
    mirrored = next((int(str(row.values["mirrored"])) for row in rows if row.table == "journal"), 0)
    for row in rows:
        if row.table == "files" or (
            row.table == "acts" and int(str(row.values["seq"])) <= mirrored
        ):
            yield str(row.values["digest"])


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in all_files(folder):
        with path.open("rb") as file:
            yield (
                path.relative_to(folder).as_posix(),
                hashlib.file_digest(file, "sha256").hexdigest(),
            )


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        digest, _blank, name = line.partition("  ")
        yield name, digest
