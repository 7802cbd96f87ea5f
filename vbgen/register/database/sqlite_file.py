"""The SQLite register as a file among others: whose it is, who may write it, and how it is read without a trace."""

import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

from vbgen.errors import OutputError, Problem, UsageError
from vbgen.files import cannot_write, create_new, make_folder, take_group
from vbgen.leftovers import temporary_folder
from vbgen.messages import _
from vbgen.register.database.drives import network_drive
from vbgen.ways import BackUp, LetGroupWrite, UsePostgresql

WAIT_S = 60
_TRIES, _PATIENCE_S, _BETWEEN_TRIES_S = 5, 1.0, 0.02  # a large register takes long to copy
_BESIDE = ("-wal", "-shm")  # what SQLite puts beside a register in use
_READ = "PRAGMA schema_version"  # of the file itself, and so under its locks
_GROUP = stat.S_IRGRP | stat.S_IWGRP


@dataclass(frozen=True, slots=True)
class Seen:
    """A register as it can be read; `done` removes the copy that was made for it, if one was."""

    connect: Callable[[], sqlite3.Connection]
    done: Callable[[], object] = lambda: None


def whole_family(path: Path) -> list[Path]:
    """The register's file, and those that SQLite puts beside it and takes away again."""
    return [path, *(path.with_name(path.name + ending) for ending in _BESIDE)]


def family(path: Path) -> list[Path]:
    """The register's file, and those that SQLite has beside it now."""
    return [path, *(each for each in whole_family(path)[1:] if each.exists())]


def prepare_to_write(path: Path) -> None:
    """A file that this account may write, made empty where there is none.

    OutputError for one that it may not write; UsageError on a network drive.
    """
    if kind := network_drive(path):
        raise _on_network(path, kind)
    try:
        make_folder(path.parent)
        with suppress(FileExistsError):
            os.close(create_new(path))
    except OSError as fault:
        raise cannot_write(path, fault) from fault
    shut = [each for each in (path.parent, *family(path)) if not _is_writable(each)]
    if shut:
        raise _not_ours(path, shut)


def share(path: Path) -> None:
    """Let the folder's group write our files of the register, where the folder and the umask let it."""
    if os.name == "nt":
        return
    for each in family(path):
        with suppress(OSError):
            found = each.stat()
            if found.st_uid == os.geteuid():
                take_group(each)
                _open_to_group(each, stat.S_IMODE(found.st_mode))


def look_at(path: Path) -> Seen:
    """The register as it is read, without a file or folder being made or changed beside it.

    Who may write it opens it as the others do. Who may not reads it in place while somebody has it open, and a copy
    of it otherwise: SQLite cannot read a write-ahead log without writing beside it.
    """
    ways = (_copied,) if network_drive(path) else (_as_others_do, _in_place, _copied)
    ends = time.monotonic() + _PATIENCE_S
    for tried in count(1):
        for way in ways:
            if seen := way(path):
                return seen
        if tried >= _TRIES and time.monotonic() > ends:
            break
        time.sleep(_BETWEEN_TRIES_S)
    raise OutputError(
        _("Sổ đăng ký {place} đang được ghi liên tục nên chưa chép ra để xem được.", place=path)
    )


def _as_others_do(path: Path) -> Seen | None:
    if all(_is_writable(each) for each in (path.parent, *family(path))):
        return Seen(_opener(path, "mode=rw"))
    return None


def _is_writable(path: Path) -> bool:
    """Whether this account may write it; what is gone meanwhile hinders nobody."""
    return os.access(path, os.W_OK) or not path.exists()


def _in_place(path: Path) -> Seen | None:
    """The register that others have open; None where nobody has, or where the last of them has just closed it."""
    connect = _opener(path, "mode=ro&readonly_shm=1")
    if len(family(path)) < 1 + len(_BESIDE):
        return None
    first = connect()  # while it is open, SQLite leaves what lies beside the register
    try:
        first.execute(_READ).fetchone()
    except sqlite3.OperationalError:
        first.close()
        return None
    return Seen(connect, first.close)


def begin_reading(connection: sqlite3.Connection) -> None:
    """A transaction that has begun to read: after that nothing that others do can stop it.

    Who may not write the log's index is refused where others change it just then, and cannot wait for their lock as
    SQLite lets who may write it; so we ask again.
    """
    ends = time.monotonic() + _PATIENCE_S
    while True:
        connection.execute("BEGIN")
        try:
            connection.execute(_READ).fetchone()
        except sqlite3.OperationalError:
            connection.rollback()
            if time.monotonic() > ends:
                raise
            time.sleep(_BETWEEN_TRIES_S)
        else:
            return


def _opener(path: Path, how: str) -> Callable[[], sqlite3.Connection]:
    address = f"file:{quote(str(path.absolute()))}?{how}"
    return lambda: sqlite3.connect(address, uri=True, timeout=WAIT_S, check_same_thread=False)


def _copied(path: Path) -> Seen | None:
    """A copy of the register and its log; None where one of them changed, came or went meanwhile."""
    folder = temporary_folder("look")
    if _copied_at_rest(path, Path(folder.name)):
        return Seen(_opener(Path(folder.name) / path.name, "mode=rw"), folder.cleanup)
    folder.cleanup()
    return None


def _copied_at_rest(path: Path, folder: Path) -> bool:
    try:
        before = _state(path)
        for name, _size, _time in before:
            shutil.copyfile(path.with_name(name), folder / name)
        return _state(path) == before
    except FileNotFoundError:
        if not path.exists():
            raise
        return False


def copy_of(seen: Seen) -> tuple[Path, Callable[[], object]]:
    """A copy of our own, to be written at will, and what removes it."""
    folder = temporary_folder("look")
    target = Path(folder.name) / "register.sqlite3"
    with closing(seen.connect()) as source, closing(sqlite3.connect(target)) as copy:
        begin_reading(source)
        source.backup(copy)
    seen.done()
    return target, folder.cleanup


def _state(path: Path) -> list[tuple[str, int, int]]:
    files = [each for each in family(path) if not each.name.endswith("-shm")]
    found = [(each.name, each.stat()) for each in files]
    return [(name, seen.st_size, seen.st_mtime_ns) for name, seen in found]


def _open_to_group(path: Path, mode: int) -> None:
    folder = path.parent.stat().st_mode
    wanted = _GROUP & ~_umask() if folder & stat.S_IWGRP else 0
    if wanted & ~mode:
        path.chmod(mode | wanted)


def _umask() -> int:
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
        return next(
            int(line.split()[1], 8) for line in status.splitlines() if line.startswith("Umask:")
        )
    except (OSError, StopIteration):
        return 0o022


def _on_network(path: Path, kind: str) -> UsageError:
    message = _(
        "Sổ đăng ký {place} nằm trên ổ mạng ({kind}). Tệp SQLite trên ổ mạng có thể hỏng khi hai máy cùng ghi, nên"
        " không ghi vào đó; sổ vẫn xem và sao lưu được.",
        place=path,
        kind=kind,
    )
    offered = (UsePostgresql(), BackUp())
    return UsageError(message, (Problem("register-on-network-drive", message, ways=offered),))


def _not_ours(path: Path, shut: list[Path]) -> OutputError:
    message = _(
        "Không ghi được sổ đăng ký {place}: tài khoản này không được ghi {files}. Chưa có gì thay đổi.",
        place=path,
        files=", ".join(each.name for each in shut),
    )
    offered = (LetGroupWrite(tuple(map(str, shut))),)
    return OutputError(message, (Problem("register-not-writable", message, ways=offered),))
