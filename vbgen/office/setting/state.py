"""The state of what papers are made from, as one digest: two equal digests, and nothing has changed."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Mark = Callable[[str], str]  # of a file, by its path


def state_of(folders: Iterable[Path], files: Iterable[Path], facts: Iterable[object]) -> str:
    """SHA-256 of all files by their content, and of the facts."""
    return _state(folders, files, facts, _content)


def glance_at(folders: Iterable[Path], files: Iterable[Path], facts: Iterable[object]) -> str:
    """The same by what the system says of each file, some ten times as fast: enough to show, not to issue by.

    A file that is written over in place, to the same length, within a tick of the file system's clock is not seen.
    """
    return _state(folders, files, facts, _stamp)


def _state(
    folders: Iterable[Path], files: Iterable[Path], facts: Iterable[object], mark: Mark
) -> str:
    whole = hashlib.sha256()
    paths = (*_within(folders), *map(str, files))
    for part in (*(f"{path}\0{mark(path)}" for path in paths), *map(str, facts)):
        whole.update(f"{part}\n".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _within(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        yield from sorted(
            f"{at}/{name}" for at, _folders, names in os.walk(folder) for name in names
        )


def _content(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        return f"errno {fault.errno}"


def _stamp(path: str) -> str:
    try:
        said = os.stat(path)  # noqa: PTH116 - of hundreds of files for each page
    except OSError as fault:
        return f"errno {fault.errno}"
    return f"{said.st_ino} {said.st_size} {said.st_mtime_ns} {said.st_ctime_ns}"
