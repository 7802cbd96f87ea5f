"""The register and the archive that the settings and the environment choose."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vbgen.archive import Archive
from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.messages import _
from vbgen.register import Numbering, Register
from vbgen.register.engine import Database
from vbgen.register.numbers import GoldenHabit
from vbgen.register.roles import set_up_roles
from vbgen.register.schema import upgrade
from vbgen.usecases.issuing import Desk
from vbgen.wiring.workspace import SETTINGS, Workspace

DATABASE, ARCHIVE = "VBGEN_DATABASE", "VBGEN_ARCHIVE"


class _Numbering(BaseModel):
    """`[numbering]` in the settings."""

    model_config = ConfigDict(extra="forbid")

    by_type: bool = False
    agency: str = ""
    apart: dict[str, tuple[str, ...]] = {}
    golden_book: GoldenHabit | None = None
    inserted: bool = False
    start: dict[str, dict[int, Annotated[int, Field(ge=1)]]] = {}


def database_url(workspace: Workspace, environ: Mapping[str, str]) -> str:
    """`VBGEN_DATABASE`, else a file in the workspace's `output/`."""
    return environ.get(DATABASE) or f"sqlite:///{output_of(workspace) / 'register.sqlite3'}"


def archive_at(workspace: Workspace, environ: Mapping[str, str]) -> Archive:
    """The archive at `VBGEN_ARCHIVE` (a folder or an fsspec URL), else in the workspace's `output/`."""
    return Archive.open(environ.get(ARCHIVE) or output_of(workspace) / "archive", environ=environ)


def desk_at(workspace: Workspace, environ: Mapping[str, str], who: str, clock: Callable[[], datetime]) -> Desk:
    """The registry's desk of a workspace; its register is made or brought forward when it is opened."""
    return Desk(
        register=Register.open(database_url(workspace, environ), now=clock()),
        archive=archive_at(workspace, environ),
        out=lambda campaign: issued_folder(workspace, campaign),
        who=who,
        clock=clock,
        numbering=numbering_of(workspace),
        forget=lambda identity: _forget(waiting_folder(workspace, identity)),
    )


def waiting_folder(workspace: Workspace, identity: str) -> Path:
    """Where what an entry's certificates are put together from waits until it is settled."""
    return output_of(workspace) / "making" / identity


def _forget(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # those of other entries wait there
        folder.parent.rmdir()


def upgrade_register(workspace: Workspace, environ: Mapping[str, str]) -> None:
    """Bring the register's schema forward, whatever it holds; its keeper has copied it before."""
    with closing(Database.open(database_url(workspace, environ))) as database:
        upgrade(database)


def set_up_register_roles(workspace: Workspace, environ: Mapping[str, str], now: datetime) -> tuple[str, ...]:
    """The roles of a PostgreSQL register, made and given their rights."""
    with closing(Register.open(database_url(workspace, environ), now=now)) as register:
        return set_up_roles(register.database)


def output_of(workspace: Workspace) -> Path:
    """Where runs put what they make."""
    return (workspace.root or Path.cwd()) / "output"


def issued_folder(workspace: Workspace, campaign: str) -> Path:
    """Where the issued papers of a campaign are laid."""
    return output_of(workspace) / campaign / "issued"


def numbering_of(workspace: Workspace) -> Numbering:
    """How the office numbers; UnreadableFileError when `[numbering]` cannot be used."""
    settings: Any = workspace.settings.get("numbering", {})
    try:
        read = _Numbering.model_validate(settings)
    except ValidationError as fault:
        raise _unusable(fault, (workspace.root or Path()) / SETTINGS) from fault
    return Numbering(
        by_type=read.by_type,
        apart=read.apart,
        golden_book=read.golden_book,
        inserted=read.inserted,
        starts=read.start,
        agency=read.agency,
    )


def _unusable(fault: ValidationError, path: Path) -> UnreadableFileError:
    keys = [".".join(map(str, ("numbering", *error["loc"]))) for error in fault.errors()]
    hint = _("Xem hướng dẫn “Đánh số văn bản” để biết các khóa và giá trị.")
    problems = tuple(
        Problem(
            "settings",
            _("Khóa “{key}” thừa hoặc có giá trị không dùng được.", key=key),
            Place(file=str(path), path=key),
            hint=hint,
        )
        for key in keys
    )
    return UnreadableFileError(_("Thiết lập đánh số trong {file} có lỗi.", file=path), problems)
