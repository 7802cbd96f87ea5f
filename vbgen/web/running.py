"""One desk a workspace: the file that a running desk holds locked, and in which the next start finds its address."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from vbgen.errors import OutputError, Problem
from vbgen.messages import _
from vbgen.ways import StopDesk

_NAME = ".desk.json"
_STARTS_WITHIN_S = 60.0  # on a machine that is busy with much else


class DeskRunsError(Exception):
    """Another desk serves this workspace; its address, or nothing while it still starts."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class HeldPlace:
    """The workspace's one place for a desk, held until this process ends."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def tell(self, url: str) -> None:
        """Say where the desk is, for those who start it again."""
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps({"url": url}))
        self._file.flush()


@contextmanager
def held_place(output: Path) -> Iterator[HeldPlace]:
    """The place; DeskRunsError where a desk runs already."""
    path = output / _NAME
    with _file_of(path) as file:
        file.truncate(0)
        try:
            yield HeldPlace(file)
        finally:
            file.truncate(0)
            if sys.platform != "win32":  # which lets nobody remove what is open
                path.unlink(missing_ok=True)


def _file_of(path: Path) -> IO[str]:
    """The file, locked; the one that stands there, and not one that a desk which ended has just taken away."""
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("a+", encoding="utf-8")
        except OSError as fault:
            message = _("Không ghi được vào thư mục “{folder}”.", folder=path.parent)
            raise OutputError(message) from fault
        if not _locked(file):
            file.close()
            raise DeskRunsError(_address(path))
        if _is_at(path, file):
            return file
        file.close()


def _is_at(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _address(path: Path) -> str:
    """Where the running desk is; a start under way is waited for."""
    end = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < end:
        try:
            return str(json.loads(path.read_text("utf-8"))["url"])
        except (OSError, ValueError, KeyError):
            time.sleep(0.1)
    message = _("Một bàn làm việc khác của thư mục này đang mở mà chưa sẵn sàng.")
    raise OutputError(message, (Problem("desk-starts", message, ways=(StopDesk(""),)),))


def _locked(file: IO[str]) -> bool:
    """Whether the lock is ours now; the system lets go of it when this process ends, however it ends."""
    if sys.platform == "win32":  # written for Windows, never run on it
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
