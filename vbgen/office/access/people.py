"""Who works at the desk: accounts added, changed, closed; the journal has each act with who did it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vbgen.errors import Problem, ProblemsFoundError, UsageError
from vbgen.messages import _
from vbgen.model.desk_role import DeskRole
from vbgen.office.access.passwords import is_password, password_hash
from vbgen.office.acts import Answer, Request
from vbgen.register.access.accounts import (
    ACCOUNT_CLOSED,
    Account,
    Decide,
    accounts,
    add_account,
    change_account,
)
from vbgen.ways import NameAnotherAdmin
from vbgen.words.names import same_name

if TYPE_CHECKING:
    from vbgen.office.office import Office

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")
_LONGEST_FULL_NAME = 80


@dataclass(frozen=True)
class DeskPerson(Answer):
    """An account, without what its password is kept as."""

    name: str
    full_name: str
    roles: tuple[DeskRole, ...]
    is_closed: bool = False

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {
            "name": self.name,
            "full_name": self.full_name,
            "roles": [role.value for role in self.roles],
            "closed": self.is_closed,
        }


@dataclass(frozen=True)
class PeopleListed(Answer):
    """All accounts, by name."""

    people: tuple[DeskPerson, ...]

    def as_json(self) -> dict[str, object]:
        """Values for programs."""
        return {"users": [person.as_json() for person in self.people]}


@dataclass(frozen=True)
class ListPeople(Request[PeopleListed]):
    """Who may work at the desk."""

    def carry_out(self, office: "Office") -> PeopleListed:
        """Closed ones too: acts in the journal are theirs."""
        database = office.desk_to_look().register.database
        return PeopleListed(tuple(map(_person, accounts(database))))


@dataclass(frozen=True)
class AddPerson(Request[DeskPerson]):
    """Give somebody an account; ProblemsFoundError with all that is wrong about it."""

    name: str
    full_name: str
    roles: frozenset[DeskRole]
    password: str = field(repr=False)

    def carry_out(self, office: "Office") -> DeskPerson:
        """Added, with who added it in the journal."""
        full_name = " ".join(self.full_name.split())
        kept = password_hash(self.password, self.name)
        added = Account(self.name, full_name, _stored(self.roles), kept)

        def decide(there: Sequence[Account]) -> Account:
            _refuse(
                [*_wrong_names(added, there), *_no_roles(self.roles)],
                _("Chưa thêm được tài khoản “{name}”.", name=self.name),
            )
            return added

        desk = office.desk_to_begin()
        desk.enter_archive()
        account = add_account(desk.register.database, decide, desk.stamp())
        desk.mirror()
        return _person(account)


@dataclass(frozen=True)
class SetRoles(Request[DeskPerson]):
    """Give an account those roles and no other; its sessions end."""

    name: str
    roles: frozenset[DeskRole]

    def carry_out(self, office: "Office") -> DeskPerson:
        """Changed."""
        _refuse(_no_roles(self.roles), _("Chưa chọn vai trò nào."))

        def decide(there: Sequence[Account]) -> Account:
            own = replace(_named(there, self.name), roles=_stored(self.roles))
            _refuse_last_admin(own, there)
            return own

        return _changed(office, decide, "account-roles")


@dataclass(frozen=True)
class SetPassword(Request[DeskPerson]):
    """Give an account another password; its sessions end."""

    name: str
    password: str = field(repr=False)

    def carry_out(self, office: "Office") -> DeskPerson:
        """Changed."""
        kept = password_hash(self.password, self.name)
        return _changed(
            office,
            lambda there: replace(_named(there, self.name), password=kept),
            "account-password",
        )


@dataclass(frozen=True)
class ChangeOwnPassword(Request[DeskPerson]):
    """Another password, by who knows the present one."""

    name: str
    present: str = field(repr=False)
    password: str = field(repr=False)

    def carry_out(self, office: "Office") -> DeskPerson:
        """Changed; ProblemsFoundError where the present one is not it."""
        there = accounts(office.desk_to_look().register.database)
        if not is_password(_named(there, self.name).password, self.present):
            message = _("Mật khẩu hiện tại chưa đúng.")
            raise ProblemsFoundError(message, (Problem("wrong-password", message),))
        return SetPassword(self.name, self.password).carry_out(office)


@dataclass(frozen=True)
class RemovePerson(Request[DeskPerson]):
    """Close an account: nobody comes in by it any more; its name stays that person's in the journal."""

    name: str

    def carry_out(self, office: "Office") -> DeskPerson:
        """Closed."""

        def decide(there: Sequence[Account]) -> Account:
            own = replace(_named(there, self.name), is_closed=True, password="")
            _refuse_last_admin(own, there)
            return own

        return _changed(office, decide, ACCOUNT_CLOSED)


def _changed(office: "Office", decide: Decide, what: str) -> DeskPerson:
    desk = office.desk_to_act()
    desk.enter_archive()
    account = change_account(desk.register.database, decide, desk.stamp(), what)
    desk.mirror()
    return _person(account)


def _named(there: Sequence[Account], name: str) -> Account:
    """That account; UsageError where there is none of that name, or it is closed."""
    for account in there:
        if account.name == name and not account.is_closed:
            return account
    raise UsageError(_("Không có tài khoản nào đang mở mang tên “{name}”.", name=name))


def _refuse_last_admin(own: Account, there: Sequence[Account]) -> None:
    """An office always has somebody who looks after its accounts."""
    admins = {account.name for account in there if _is_admin(account)}
    if admins == {own.name} and not _is_admin(own):
        message = _("“{name}” là quản trị cuối cùng nên phải ở lại.", name=own.name)
        ways = (NameAnotherAdmin(),)
        raise ProblemsFoundError(message, (Problem("last-admin", message, ways=ways),), ways)


def _is_admin(account: Account) -> bool:
    return DeskRole.ADMIN in account.roles and not account.is_closed


def _wrong_names(added: Account, there: Sequence[Account]) -> list[Problem]:
    """The journal tells persons apart by their full names."""
    wrong = list[Problem]()
    if not _NAME.fullmatch(added.name):
        message = _(
            "Tên tài khoản gồm chữ thường không dấu, chữ số, dấu chấm, gạch; không quá 32 ký tự."
        )
        wrong.append(Problem("account-name", message))
    if not 0 < len(added.full_name) <= _LONGEST_FULL_NAME:
        wrong.append(Problem("full-name", _("Họ và tên còn trống hoặc quá dài.")))
    if any(each.name == added.name for each in there):
        message = _("Đã có tài khoản “{name}”; tài khoản đã đóng cũng giữ tên.", name=added.name)
        wrong.append(Problem("name-taken", message))
    if any(same_name(each.full_name, added.full_name) for each in there if not each.is_closed):
        message = _(
            "Đã có người tên “{name}”; hãy thêm chức vụ hoặc đơn vị vào họ tên để nhật ký phân biệt được.",
            name=added.full_name,
        )
        wrong.append(Problem("full-name-taken", message))
    return wrong


def _no_roles(roles: frozenset[DeskRole]) -> list[Problem]:
    return [] if roles else [Problem("no-role", _("Chưa chọn vai trò nào."))]


def _refuse(wrong: Sequence[Problem], message: str) -> None:
    if wrong:
        raise ProblemsFoundError(message, tuple(wrong))


def _stored(roles: frozenset[DeskRole]) -> frozenset[str]:
    return frozenset(role.value for role in roles)


def _person(account: Account) -> DeskPerson:
    roles = tuple(role for role in DeskRole if role.value in account.roles)
    return DeskPerson(account.name, account.full_name, roles, account.is_closed)
