"""What a run makes for a while carries its owner's mark; what a dead owner left goes at the next act.

The mark is machine, process and the moment when the process started: a live run, however long, keeps what it has, and
a process that got the number of a dead one is not taken for it. What has no mark was made by version 0.1, and goes
after a day.
"""

import hashlib
import os
import platform
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_DAY_S = 86_400
_ELSEWHERE_S = 30 * _DAY_S  # of a machine that we cannot ask
_CREDIBLE_S = 3650 * _DAY_S
_MARK = r"(?P<host>[0-9a-f]{6})(?P<boot>[0-9a-f]{4})-(?P<process>[0-9a-f]+)-(?P<start>[0-9a-f]+)"
_OWNED = re.compile(rf"(?:vbgen-[a-z]+-|\.(?:.*[-.])?)?{_MARK}-[0-9a-z_]+(?:\.tmp)?")
_OF_01 = re.compile(
    r"\.[0-9a-z_]{8,16}\.tmp|[0-9a-f]{16}\.tmp|\.bag-[0-9a-z_]{8}|vbgen-(?:[a-z]+-)?[0-9a-z_]{8}"
)
_LONGEST = 60  # letters of another file's name within a name of ours


def temporary_folder(purpose: str) -> tempfile.TemporaryDirectory[str]:
    """A folder in the system's place for such, removed at its end; what dead runs left there goes first."""
    sweep([Path(tempfile.gettempdir())])
    return tempfile.TemporaryDirectory(
        prefix=f"vbgen-{purpose}-{mark()}-", ignore_cleanup_errors=True
    )


def name_beside(name: str = "") -> str:
    """A new hidden name for what stands beside `name` until it is whole."""
    return f".{name[:_LONGEST]}{'-' if name else ''}{new_name()}"


def new_name() -> str:
    """A new name, with our mark, for a file that is written and then moved to its place."""
    return f"{mark()}-{secrets.token_hex(8)}.tmp"


def mark() -> str:
    """Whose a file is: this machine since it was started, this process, and when that began."""
    host, boot = _machine()
    return f"{host}{boot}-{os.getpid():x}-{_started(os.getpid()) or 0:x}"


def sweep(folders: Iterable[Path]) -> None:
    """Takes away what dead runs of this account left in those folders; folders that are not there are passed over."""
    for folder in folders:
        for path in _inside(folder):
            with suppress(OSError):
                if _is_ours(path) and _is_left(path):
                    shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()


def _inside(folder: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OWNED.fullmatch(entry.name) or _OF_01.fullmatch(entry.name):
                yield Path(entry.path)


def _is_ours(path: Path) -> bool:
    """What others left is theirs to take away: a system may hide whether their processes live."""
    return not path.is_symlink() and (os.name == "nt" or path.lstat().st_uid == os.getuid())


def _is_left(path: Path) -> bool:
    found = _OWNED.fullmatch(path.name)
    if found is None:
        return _is_older(path, _DAY_S)
    host, boot = _machine()
    if found["host"] != host or _started(os.getpid()) is None:
        return _is_older(path, _ELSEWHERE_S)
    return found["boot"] != boot or _started(int(found["process"], 16)) != int(found["start"], 16)


def _is_older(path: Path, seconds: float) -> bool:
    """Whether it is, and not by so much that a clock is more likely wrong: a live run may have it then."""
    age = time.time() - path.lstat().st_mtime
    return seconds < age < _CREDIBLE_S


def _machine() -> tuple[str, str]:
    """Digests of the machine (a container is one of its own) and of its start."""
    processes, boot = "", ""
    with suppress(OSError):
        processes = str(Path("/proc/self/ns/pid").readlink())
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
    return _digest(platform.node() + processes)[:6], _digest(boot)[:4]


def _started(process: int) -> int | None:
    """When a process started, in the system's ticks; None where there is none, or where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("ascii", "replace")
    except OSError:
        return None
    state, *fields = told.rpartition(")")[2].split()
    return None if state == "Z" else int(fields[18])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
