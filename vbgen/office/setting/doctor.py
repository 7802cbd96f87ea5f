"""What is in use and what is wrong with it, found by looking alone."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from platform import python_version

from vbgen import __version__
from vbgen.errors import OutsideProgramError, Place, Problem, Severity, VbgenError
from vbgen.messages import _
from vbgen.office.setting.addresses import Addresses, addresses_of
from vbgen.office.setting.identity import kept_identity
from vbgen.office.setting.stores import archive_at, looking_at
from vbgen.office.setting.workspace import REGISTER, Workspace, output_of
from vbgen.office.verdict import without_pdf
from vbgen.pages.converter.convert import Converter
from vbgen.pages.converter.fonts import probe_fonts
from vbgen.register import Register
from vbgen.register.database.drives import network_drive
from vbgen.register.database.engine import parsed_url, place_of
from vbgen.register.schema import HEAD
from vbgen.secrecy import shown
from vbgen.ways import BackUp, Resume, UsePostgresql


@dataclass(slots=True)
class Findings:
    """What is in use, by name, and what a person should look at."""

    values: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Nothing found is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def examine(workspace: Workspace, environ: Mapping[str, str]) -> Findings:
    """Everything that can be seen of this machine and this office; nothing is made or changed."""
    found = Findings(
        {"vbgen": __version__, "python": python_version(), "sqlite": sqlite3.sqlite_version}
    )
    found.values["schema"] = HEAD
    found.values["workspace"] = str(workspace.root or "")
    _programs(found, environ)
    found.problems += workspace.unread_rules()
    try:
        places = addresses_of(workspace, environ)
    except VbgenError as fault:
        found.problems += fault.as_problems("place-unusable")
        return found
    _places(found, places)
    _archive(found, workspace, environ)
    _register(found, workspace, environ, places)
    found.problems += _leftovers(workspace)
    return found


def _programs(found: Findings, environ: Mapping[str, str]) -> None:
    try:
        Converter.probe(environ)
        found.values["converter"] = True
    except OutsideProgramError as fault:
        found.values["converter"] = False
        found.problems.append(Problem("no-converter", fault.message, severity=Severity.WARNING))
    found.problems += probe_fonts(environ)


def _places(found: Findings, places: Addresses) -> None:
    register = place_of(places.database)
    found.values |= {"register": register, "register_from": places.database_from}
    found.values |= {"archive": shown(places.archive), "archive_from": places.archive_from}
    if parsed_url(places.database).get_backend_name() == "sqlite" and (
        kind := network_drive(Path(register))
    ):
        message = _("Sổ đăng ký nằm trên ổ mạng ({kind}).", kind=kind)
        found.problems.append(
            Problem("register-on-network-drive", message, ways=(UsePostgresql(), BackUp()))
        )


def _archive(found: Findings, workspace: Workspace, environ: Mapping[str, str]) -> None:
    try:
        archive = archive_at(workspace, environ)
        found.values["archive_owner"] = archive.owner() or ""
    except VbgenError as fault:
        found.problems += fault.as_problems("archive-unreachable")


def _register(
    found: Findings, workspace: Workspace, environ: Mapping[str, str], places: Addresses
) -> None:
    found.values["identity"] = kept_identity(workspace)
    try:
        with closing(looking_at(workspace, environ)) as register:
            _entries(found, register)
    except VbgenError as fault:
        found.values["register_there"] = False
        wrong = bool(
            kept_identity(workspace) or found.values.get("archive_owner") or places.database_from
        )
        severity = Severity.ERROR if wrong else Severity.NOTE
        problems = fault.as_problems("register-unreachable")
        found.problems += [
            Problem(p.code, p.message, p.place, severity, p.hint, p.ways) for p in problems
        ]


def _entries(found: Findings, register: Register) -> None:
    waiting = [one.code for one in register.open_issues()]
    lacking = without_pdf(register)
    owner = found.values.get("archive_owner")
    found.values |= {"register_there": True, "identity": register.identity, "open": waiting}
    found.values |= {"without_pdf": len(lacking)}
    if owner and owner != register.identity:
        message = _("Kho lưu trữ thuộc một sổ đăng ký khác (mã {owner}).", owner=owner)
        found.problems.append(Problem("archive-of-another", message))
    for code in waiting:
        message = _("Số này đã được giữ nhưng văn bản chưa vào sổ xong.")
        found.problems.append(
            Problem("open-issue", message, Place(file=code), Severity.WARNING, ways=(Resume(code),))
        )


def _leftovers(workspace: Workspace) -> Iterator[Problem]:
    """What killed runs left, and files that the folder's group may not write."""
    output = output_of(workspace)
    for path in sorted((output / "making").glob("*")):
        message = _("Còn sót lại từ một lần làm giấy khen chưa xong; sẽ được dọn khi cấp số xong.")
        yield Problem("leftover", message, Place(file=str(path)), Severity.NOTE)
    register = output / REGISTER
    if register.exists() and not os.access(register, os.W_OK):
        message = _("Tài khoản này chỉ xem được sổ đăng ký, không ghi được.")
        yield Problem("register-read-only", message, Place(file=str(register)), Severity.NOTE)
