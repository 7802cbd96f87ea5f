"""Folders looked into: what may not be read is told, and never taken for missing."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.files import reason_of
from vbgen.messages import _


def files_of(folder: Path, pattern: str) -> list[Path]:
    """What lies in one folder under names of that pattern, by name; nothing where there is no such folder.

    UnreadableFileError for a folder that may not be looked into.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - Path.glob is silent about what it may not read
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as fault:
        raise cannot_look(folder, fault) from fault
    return [folder / name for name in names if fnmatch(name, pattern)]


def all_files(folder: Path, without: Iterable[Path] = ()) -> Iterator[Path]:
    """Every file in the folder and those within it, by name; links are followed, but none into where it lies itself.

    `without`: files and folders that are passed over. UnreadableFileError for a folder that may not be looked into;
    nothing where there is no such folder.
    """
    if folder.is_dir():
        yield from _within(folder, frozenset(map(os.path.realpath, without)))


def _within(folder: Path, passed: frozenset[str]) -> Iterator[Path]:
    around = passed | {os.path.realpath(folder)}
    for path in files_of(folder, "*"):
        if os.path.realpath(path) in around:
            continue
        if path.is_dir():
            yield from _within(path, around)
        elif path.is_file():
            yield path


@contextmanager
def access_told() -> Iterator[None]:
    """What this account may not open is told by its name, wherever the system has refused it."""
    try:
        yield
    except PermissionError as fault:
        if fault.filename is None:
            raise
        raise cannot_look(Path(os.fsdecode(fault.filename)), fault) from fault


def cannot_look(path: Path, fault: OSError) -> UnreadableFileError:
    """The sentence for a file or folder that this account may not read."""
    message = _(
        "Không mở được {path}: {reason}. Hãy kiểm tra quyền của tài khoản này rồi chạy lại.",
        path=path,
        reason=reason_of(fault),
    )
    return UnreadableFileError(message, (Problem("not-readable", message, Place(file=path.name)),))
