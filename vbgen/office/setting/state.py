"""The state of what papers are made from, as one digest: two equal digests, and nothing has changed."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def state_of(folders: Iterable[Path], files: Iterable[Path], facts: Iterable[object]) -> str:
    """SHA-256 of all files by their content, and of the facts."""
    whole = hashlib.sha256()
    paths = (*_within(folders), *files)
    for part in (*(f"{path}\0{_digest(path)}" for path in paths), *map(str, facts)):
        whole.update(f"{part}\n".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _within(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        return f"errno {fault.errno}"
