"""One writer at a time: whoever changes a campaign's workbook holds its lock from reading to writing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from vbgen.files import cannot_write, make_folder

_LOCK = ".vbgen-lock"


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Nobody else is within at the same time, in this process or another; waits for whoever is."""
    path = folder / _LOCK
    try:
        make_folder(folder)
        file = path.open("a+b")
    except OSError as fault:
        raise cannot_write(path, fault) from fault
    with file:
        _hold(file)
        yield  # the system lets go of the lock with the file


def _hold(file: IO[bytes]) -> None:
    if sys.platform == "win32":  # written for Windows, never run on it
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        return
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX)
