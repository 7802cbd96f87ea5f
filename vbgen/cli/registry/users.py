"""`vbgen users …`: who may log in to the desk, and as what."""

import sys
from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import by, workspace
from vbgen.cli.opening import acting, looking
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command, CommandGroup
from vbgen.messages import _

_ROLES = ("officer", "registry", "leader", "admin", "reader")


def commands() -> list[click.Command]:
    """The group `users`."""
    group = CommandGroup("users", help=_("Tài khoản của những người vào bàn làm việc từ máy khác."))
    for command in (_add_command(), _list_command(), _passwd(), _role(), _remove_command()):
        group.add_command(command)
    return [group]


def _add_command() -> click.Command:
    text = _(
        "Thêm tài khoản; mật khẩu được hỏi trên màn hình, hoặc là dòng đầu của dữ liệu chuyển vào."
    )
    name = click.Option(
        ["--name", "full_name"], required=True, metavar="TÊN", help=_("Họ và tên, như khi ký.")
    )
    return Command("add", callback=_add, help=text, params=[_account(), name, _roles(), *_common()])


def _list_command() -> click.Command:
    params: list[click.Parameter] = [workspace(), parameters.as_json()]
    return Command("list", callback=_list, help=_("Liệt kê các tài khoản."), params=params)


def _passwd() -> click.Command:
    text = _("Đặt mật khẩu mới; các phiên đang mở của tài khoản kết thúc.")
    return Command("passwd", callback=_set_password, help=text, params=[_account(), *_common()])


def _role() -> click.Command:
    text = _("Đổi vai trò; các phiên đang mở của tài khoản kết thúc.")
    return Command(
        "role", callback=_set_roles, help=text, params=[_account(), _roles(), *_common()]
    )


def _remove_command() -> click.Command:
    text = _("Đóng tài khoản; việc đã làm vẫn ở trong nhật ký.")
    return Command("remove", callback=_remove, help=text, params=[_account(), *_common()])


def _account() -> click.Argument:
    return click.Argument(["account"], metavar="TÊN")


def _roles() -> click.Option:
    text = _(
        "Vai trò, lặp lại được: officer (cán bộ thi đua), registry (văn thư), leader (lãnh đạo), "
        "admin (quản trị), reader (chỉ đọc)."
    )
    return click.Option(
        ["--role", "roles"], multiple=True, required=True, type=click.Choice(_ROLES), help=text
    )


def _common() -> list[click.Parameter]:
    return [by(), workspace(), parameters.as_json()]


def _add(
    *,
    account: str,
    full_name: str,
    roles: tuple[str, ...],
    who: str | None,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office import AddPerson, DeskRole

    wished = frozenset(map(DeskRole, roles))
    with acting(place, who) as office:
        added = office.do(AddPerson(account, full_name, wished, _password()))
    Screen(as_json=as_json).answer(_("Đã thêm tài khoản {name}.", name=added.name), added.as_json())


def _list(*, place: Path, as_json: bool) -> None:
    from vbgen.office import ListPeople

    with looking(place) as office:
        listed = office.do(ListPeople())
    screen = Screen(as_json=as_json)
    closed = _("đã đóng")
    screen.lines(
        [
            f"{one.name}\t{one.full_name}\t{', '.join(role.label for role in one.roles)}"
            + (f"\t{closed}" if one.is_closed else "")
            for one in listed.people
        ]
    )
    screen.answer(_("{count} tài khoản.", count=len(listed.people)), listed.as_json())


def _set_password(*, account: str, who: str | None, place: Path, as_json: bool) -> None:
    from vbgen.office import SetPassword

    with acting(place, who) as office:
        changed = office.do(SetPassword(account, _password()))
    sentence = _("Đã đặt mật khẩu mới cho {name}; các phiên cũ đã kết thúc.", name=changed.name)
    Screen(as_json=as_json).answer(sentence, changed.as_json())


def _set_roles(
    *, account: str, roles: tuple[str, ...], who: str | None, place: Path, as_json: bool
) -> None:
    from vbgen.office import DeskRole, SetRoles

    with acting(place, who) as office:
        changed = office.do(SetRoles(account, frozenset(map(DeskRole, roles))))
    labels = ", ".join(role.label for role in changed.roles)
    sentence = _("{name} nay là: {roles}.", name=changed.name, roles=labels)
    Screen(as_json=as_json).answer(sentence, changed.as_json())


def _remove(*, account: str, who: str | None, place: Path, as_json: bool) -> None:
    from vbgen.office import RemovePerson

    with acting(place, who) as office:
        closed = office.do(RemovePerson(account))
    Screen(as_json=as_json).answer(
        _("Đã đóng tài khoản {name}.", name=closed.name), closed.as_json()
    )


def _password() -> str:
    """Typed unseen, twice; without a terminal the first line of standard input. Never an argument, which `ps` shows."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt(_("Mật khẩu"), hide_input=True, confirmation_prompt=True, err=True))
