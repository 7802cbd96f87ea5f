"""What the keeper of the office does: see what is in use, copy everything, put it back, bring the register forward."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.office.acts import Answer, Request
from vbgen.office.backups import Saved
from vbgen.office.setting.backups import back_up, put_back
from vbgen.office.setting.doctor import examine
from vbgen.office.setting.stores import set_up_register_roles, upgrade_register
from vbgen.office.verdict import unsound
from vbgen.register.database.roles import Roles

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class OfficeExamined(Answer):
    """What is in use, by name, and what a person should look at."""

    in_use: dict[str, object] = field(default_factory=dict)
    is_sound: bool = True

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"ok": self.is_sound, "in_use": self.in_use}


@dataclass(frozen=True)
class ExamineOffice(Request[OfficeExamined]):
    """Which register, archive, programs and fonts are in use, and what is wrong with them."""

    def carry_out(self, office: "Office") -> OfficeExamined:
        """Found by looking alone."""
        found = examine(office.own_workspace, office.surroundings.environ)
        return OfficeExamined(found.values, found.is_sound, problems=tuple(found.problems))


@dataclass(frozen=True)
class OfficeCopied(Answer):
    """How much of the office was copied."""

    target: Path
    saved: Saved

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        saved = self.saved
        return {
            "folder": str(self.target),
            "files": saved.files,
            "rows": saved.rows,
            "objects": saved.objects,
        }


@dataclass(frozen=True)
class CopyOffice(Request[OfficeCopied]):
    """Everything of the office, copied into a new folder outside it."""

    target: Path

    def carry_out(self, office: "Office") -> OfficeCopied:
        """The copy, whole or not at all."""
        saved = back_up(office.own_workspace, office.surroundings.environ, self.target)
        return OfficeCopied(self.target, saved)


@dataclass(frozen=True)
class OfficePutBack(Answer):
    """How many files were put back, and what the audit says."""

    files: int
    documents: int = 0
    head: str = ""

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"files": self.files, "documents": self.documents, "head": self.head}


@dataclass(frozen=True)
class PutOfficeBack(Request[OfficePutBack]):
    """A copy of everything, put back into the folder that the office is opened at: a new or empty one."""

    source: Path

    def carry_out(self, office: "Office") -> OfficePutBack:
        """Put back and proved; everything is checked before anything is written."""
        office.confirm_may_write()
        environ, now = office.surroundings.environ, office.surroundings.clock()
        files, found = put_back(self.source, office.place, environ, now)
        if found is None:
            return OfficePutBack(files)
        if not found.is_sound:
            message = _("Đã khôi phục {files} tệp, nhưng sổ và kho chưa khớp nhau.", files=files)
            raise unsound(message, found.problems)
        return OfficePutBack(files, found.documents, found.head, problems=found.problems)


@dataclass(frozen=True)
class RegisterCopied(Answer):
    """The live register's file, copied."""

    target: Path

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"files": [str(self.target)]}


@dataclass(frozen=True)
class CopyRegister(Request[RegisterCopied]):
    """A copy of the live register (SQLite)."""

    target: Path

    def carry_out(self, office: "Office") -> RegisterCopied:
        """The copy, whole or not at all."""
        office.desk_to_look().register.backup(self.target)
        return RegisterCopied(self.target)


@dataclass(frozen=True)
class BringRegisterForward(Request[Answer]):
    """The register's schema brought forward; its keeper has copied it before."""

    def carry_out(self, office: "Office") -> Answer:
        """Brought forward."""
        office.confirm_may_write()
        upgrade_register(office.own_workspace, office.surroundings.environ)
        return Answer()


@dataclass(frozen=True)
class RolesMade(Answer):
    """Roles on the database's server, and what became of accounts that had the roles of 0.1."""

    roles: Roles

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        roles = self.roles
        return {
            "roles": list(roles.names),
            "brought": list(roles.brought),
            "waiting": list(roles.waiting),
        }


@dataclass(frozen=True)
class MakeRoles(Request[RolesMade]):
    """The roles of clerk, drafter and auditor on PostgreSQL."""

    def carry_out(self, office: "Office") -> RolesMade:
        """The roles, with their rights."""
        office.confirm_may_write()
        environ, now = office.surroundings.environ, office.surroundings.clock()
        roles = set_up_register_roles(office.own_workspace, environ, now)
        return RolesMade(roles, problems=tuple(_moved(roles)))


def _moved(roles: Roles) -> Iterator[Problem]:
    if roles.brought:
        message = _(
            "Các tài khoản đã có vai trò của sổ này: {names}.", names=", ".join(roles.brought)
        )
        yield Problem("roles-brought", message, severity=Severity.NOTE)
    if roles.waiting:
        message = _(
            "Máy chủ có nhiều sổ đăng ký nên không biết các tài khoản này thuộc sổ nào: {names}.",
            names=", ".join(roles.waiting),
        )
        hint = _(
            "Dành cho người quản trị: GRANT vai trò của sổ này cho đúng những tài khoản của cơ quan."
        )
        yield Problem("roles-waiting", message, severity=Severity.WARNING, hint=hint)
