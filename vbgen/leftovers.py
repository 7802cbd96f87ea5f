"""What killed runs left behind, taken away by a later run: files of a moment that have stood for a day."""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_DAY_S = 86_400  # a file beside its place lives for a moment, a big run's folder for hours
_BESIDE = re.compile(r"\.[0-9a-z_]{8,16}\.tmp")  # what stands beside an output until it is whole


def tidy(archive: Path | None, folders: Iterator[Path]) -> None:
    """Leftovers in the archive's `incoming`, beside outputs and in the system's folder for a while; only our own."""
    before = time.time() - _DAY_S
    for path in [*_incoming(archive), *_beside(folders), *_scratch()]:
        with suppress(OSError):
            if path.lstat().st_mtime < before and _is_ours(path):
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()


def _incoming(archive: Path | None) -> list[Path]:
    return list((archive / "incoming").glob("*.tmp")) if archive else []


def _beside(folders: Iterator[Path]) -> list[Path]:
    return [
        path
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if _BESIDE.fullmatch(path.name)
    ]


def _scratch() -> list[Path]:
    """Folders of runs; reports of faults stay, somebody is to send them."""
    return [
        path
        for path in Path(tempfile.gettempdir()).glob("vbgen-*")
        if path.is_dir() and not path.is_symlink()
    ]


def _is_ours(path: Path) -> bool:
    return os.name == "nt" or path.lstat().st_uid == os.getuid()
