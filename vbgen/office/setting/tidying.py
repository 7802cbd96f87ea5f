"""What killed runs left in an office, taken away when somebody acts in it."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from vbgen.archive.local import INCOMING
from vbgen.leftovers import sweep
from vbgen.office.setting.addresses import addresses_of
from vbgen.office.setting.workspace import Workspace, output_of
from vbgen.register import Register, State
from vbgen.register.entries import Filter

MAKING = "making"
_OPEN = (State.RESERVED, State.RENDERED)


def tidy_files(workspace: Workspace, environ: Mapping[str, str]) -> None:
    """Files and folders of dead runs go: in the system's place for such, in the workspace and in a local archive."""
    archive = addresses_of(workspace, environ).archive
    kept = [] if "://" in archive else [Path(archive)]
    sweep([Path(tempfile.gettempdir()), *(each / INCOMING for each in kept)])
    if workspace.root is not None:
        sweep(_folders(workspace.root, [*kept, output_of(workspace) / MAKING]))


def tidy_making(workspace: Workspace, register: Register) -> None:
    """What certificates were put together from goes, but for numbers whose work is still to be finished."""
    found = [path for path in (output_of(workspace) / MAKING).glob("*") if path.is_dir()]
    if not found:
        return
    waiting = {entry.id for entry in register.entries(Filter(states=_OPEN))}
    for path in found:
        if path.name not in waiting:
            shutil.rmtree(path, ignore_errors=True)


def _folders(root: Path, skipped: list[Path]) -> Iterator[Path]:
    """The folders in which commands write by themselves: the workspace, its data, and what runs make."""
    yield root
    for top in (root / "data", root / "output"):
        for folder, inner, _files in os.walk(top):
            inner[:] = [name for name in inner if Path(folder) / name not in skipped]
            yield Path(folder)
