"""The register and the archive that the settings and the environment choose."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from vbgen.archive import Archive
from vbgen.model.afterwards.verification import CodeWish
from vbgen.office.issuing.desk import Desk
from vbgen.office.setting.absence import Absence
from vbgen.office.setting.addresses import Addresses, addresses_of
from vbgen.office.setting.identity import (
    confirm_identity,
    keep_identity,
    refuse_absent,
    refuse_second,
)
from vbgen.office.setting.tidying import MAKING, tidy_files, tidy_making
from vbgen.office.setting.workspace import Workspace, output_of
from vbgen.register import Numbering, Register
from vbgen.register.database.engine import Database, place_of
from vbgen.register.database.roles import Roles, refuse_file, set_up_roles
from vbgen.register.faults import NoRegisterError
from vbgen.register.numbers import GoldenHabit
from vbgen.register.schema import COPIES_KEPT, upgrade


def archive_at(workspace: Workspace, environ: Mapping[str, str]) -> Archive:
    """The office's archive; nothing is made or asked of it."""
    return _archive(addresses_of(workspace, environ))


def looking_at(
    workspace: Workspace, environ: Mapping[str, str], *, or_empty: bool = False
) -> Register:
    """The office's register, to be read, AnotherRegisterError where it is not the office's.

    NoRegisterError where none was ever made, or with `or_empty` an empty one that is nowhere.
    """
    url = addresses_of(workspace, environ).database
    try:
        register = Register.look(url)
    except NoRegisterError:
        refuse_absent(workspace, place_of(url))
        if or_empty:
            return Register.nowhere(url)
        raise
    return _confirmed(workspace, register)


def has_register(workspace: Workspace, environ: Mapping[str, str]) -> bool:
    """Whether anything can have been issued yet; asking does not make a register."""
    return Register.exists(addresses_of(workspace, environ).database)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, by which clock."""

    who: str
    clock: Callable[[], datetime]


def desk_at(
    workspace: Workspace, environ: Mapping[str, str], actor: Actor, absent: Absence = Absence.TOLD
) -> Desk:
    """The registry's desk of a workspace, to act at it; NoRegisterError where there is no register and none may come.

    AnotherRegisterError or ArchiveTakenError where the office has one that is not to be seen.
    """
    places = addresses_of(workspace, environ)
    archive = _archive(places)
    tidy_files(workspace, environ)
    register = _acting(workspace, places, archive, actor.clock(), absent)
    desk = _desk(workspace, register, archive, actor)
    if not register.is_awaited:
        tidy_making(workspace, register)
    return desk


def looking_desk(
    workspace: Workspace, environ: Mapping[str, str], actor: Actor, *, or_empty: bool = False
) -> Desk:
    """The registry's desk of a workspace, for those who only look; see `looking_at`."""
    archive = archive_at(workspace, environ)  # first: where it cannot be, no register stays open
    return _desk(workspace, looking_at(workspace, environ, or_empty=or_empty), archive, actor)


def _desk(workspace: Workspace, register: Register, archive: Archive, actor: Actor) -> Desk:
    with ExitStack() as undo:
        undo.callback(register.close)
        numbering = numbering_of(workspace)
        undo.pop_all()
    return Desk(
        register=register,
        archive=archive,
        out=lambda campaign: issued_folder(workspace, campaign),
        who=actor.who,
        clock=actor.clock,
        numbering=numbering,
        codes=codes_of(workspace),
        approval_required=workspace.settings.get("issue", {}).get("approval") == "required",
        two_people=workspace.settings.get("issue", {}).get("two_people", False),
        prepared_by=lambda campaign: _prepared_by(workspace, campaign),
        forget=lambda identity: _forget(waiting_folder(workspace, identity)),
    )


def _acting(
    workspace: Workspace, places: Addresses, archive: Archive, now: datetime, absent: Absence
) -> Register:
    if Register.exists(places.database):
        kept = int(workspace.settings.get("register", {}).get("copies_kept", COPIES_KEPT))
        register = _confirmed(workspace, Register.open(places.database, now=now, copies_kept=kept))
        keep_identity(workspace, register.identity)
        return register
    if absent is Absence.REBUILT and archive.owner():
        return Register.awaited(places.database, now=now)
    shown = place_of(places.database)
    if absent is not Absence.MADE:
        refuse_absent(workspace, shown)
        raise NoRegisterError.at(shown)
    refuse_second(workspace, archive, shown)
    return Register.awaited(
        places.database, now=now, made=lambda new: keep_identity(workspace, new.identity)
    )


def _confirmed(workspace: Workspace, register: Register) -> Register:
    try:
        confirm_identity(workspace, register.identity, register.place)
    except BaseException:
        register.close()
        raise
    return register


def _archive(places: Addresses) -> Archive:
    return Archive.open(places.archive, environ=places.environ)


def waiting_folder(workspace: Workspace, identity: str) -> Path:
    """Where what an entry's certificates are put together from waits until it is settled."""
    return output_of(workspace) / MAKING / identity


def _prepared_by(workspace: Workspace, campaign: Path) -> str:
    """Who saved the campaign last; the desk's versions are read only where somebody asks."""
    from vbgen.campaign.editing.versions import last_saver

    return last_saver(workspace.root or Path(), campaign)


def _forget(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # those of other entries wait there
        folder.parent.rmdir()


def upgrade_register(workspace: Workspace, environ: Mapping[str, str]) -> None:
    """Bring the register's schema forward, whatever it holds; its keeper has copied it before."""
    with closing(Database.open(addresses_of(workspace, environ).database)) as database:
        upgrade(database)


def set_up_register_roles(workspace: Workspace, environ: Mapping[str, str], now: datetime) -> Roles:
    """The roles of a PostgreSQL register, made and given their rights."""
    url = addresses_of(workspace, environ).database
    refuse_file(url)
    with closing(Register.open(url, now=now)) as register:
        return set_up_roles(register.database)


def issued_folder(workspace: Workspace, campaign: str) -> Path:
    """Where the issued papers of a campaign are laid."""
    return output_of(workspace) / campaign / "issued"


def numbering_of(workspace: Workspace) -> Numbering:
    """How the office numbers; its settings were looked through when they were read."""
    said: Mapping[str, Any] = workspace.settings.get("numbering", {})
    habit = said.get("golden_book")
    return Numbering(
        by_type=said.get("by_type", False),
        apart={series: tuple(members) for series, members in said.get("apart", {}).items()},
        golden_book=GoldenHabit(habit) if habit else None,
        inserted=said.get("inserted", False),
        given=said.get("given", False),
        starts={series: _by_year(first) for series, first in said.get("start", {}).items()},
        agency=said.get("agency", ""),
    )


def codes_of(workspace: Workspace) -> CodeWish:
    """What the office wants of the codes on its papers."""
    said: Mapping[str, Any] = workspace.settings.get("verification", {})
    level = str(said.get("level", "q")).upper()
    return CodeWish(said.get("address", ""), level, tuple(said.get("kinds", ())))


def _by_year(first: Mapping[str, int]) -> Mapping[int, int]:
    return {int(year): number for year, number in first.items()}
