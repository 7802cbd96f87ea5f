"""A local folder as a shelf: written beside, flushed to disk, linked in place, read-only."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vbgen.files import create_new, take_group
from vbgen.leftovers import new_name

INCOMING = (
    "incoming"  # what is being written; a file left here belongs to a program that was killed
)
_READ_ONLY = 0o444  # less the umask
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}


@dataclass(frozen=True, slots=True)
class LocalShelf:
    """A folder of this machine, or one that is mounted."""

    root: Path

    @property
    def place(self) -> str:
        """The folder's path."""
        return str(self.root)

    def keep(self, name: str, content: bytes) -> None:
        """Content at `name`; see Shelf."""
        target = self.root / name
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        _make(self.root / INCOMING)
        _make(target.parent)
        beside = _written(self.root / INCOMING, content)
        try:
            _put_in_place(beside, target)
        finally:
            beside.unlink(missing_ok=True)
        _flush(target.parent)

    def read(self, name: str) -> bytes:
        """The content at `name`; see Shelf."""
        return (self.root / name).read_bytes()

    def size(self, name: str) -> int:
        """Bytes at `name`; see Shelf."""
        return (self.root / name).stat().st_size

    def names(self) -> Iterator[str]:
        """Every file's path below the root, with slashes; see Shelf."""
        for folder, inner, files in os.walk(self.root, onerror=_raise_unless_missing):
            inner.sort()
            base = Path(folder).relative_to(self.root)
            links = [entry for entry in inner if (Path(folder) / entry).is_symlink()]
            yield from sorted((base / entry).as_posix() for entry in (*files, *links))

    def links(self) -> Iterator[str]:
        """Every name below the root that is a link to somewhere else."""
        return (name for name in self.names() if (self.root / name).is_symlink())


def _written(folder: Path, content: bytes) -> Path:
    """A new read-only file in `folder` with that content, on disk."""
    path = folder / new_name()
    descriptor = create_new(path, _READ_ONLY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _put_in_place(beside: Path, target: Path) -> None:
    try:
        os.link(beside, target)  # unlike a rename, never replaces what stands there
    except FileExistsError:
        raise
    except OSError as fault:
        if fault.errno not in _NO_LINKS:
            raise
        beside.rename(
            target
        )  # exFAT and some network folders have no links; the same name has the same content


def _make(folder: Path) -> None:
    """The folder, and every folder above it that was missing, on disk."""
    if folder.is_dir():
        return
    _make(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
        take_group(folder)
    _flush(folder.parent)


def _flush(folder: Path) -> None:
    """The folder's entries, on disk; Windows does that by itself and cannot be asked."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _raise_unless_missing(fault: OSError) -> None:
    if not isinstance(fault, FileNotFoundError):
        raise fault
