"""`vbgen register …`: what the keeper of the database does."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import by, desk_of, looking_desk_of, now, settle_doubts, why, workspace, yes
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import Place, Problem, ProblemsFoundError, Severity
from vbgen.messages import _
from vbgen.office.setting.absence import Absence
from vbgen.ways import Resume

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbgen.register import Entry
    from vbgen.register.database.roles import Roles


def commands() -> list[click.Command]:
    """The commands that copy the register, bring it forward and say who may do what."""
    return [
        _journal(),
        Command(
            "recover",
            callback=_do_recover,
            help=_(
                "Lấy lại từ kho lưu trữ những văn bản mà sổ không có: sổ bị mất, hoặc khôi phục từ bản cũ."
            ),
            params=[why(), by(), workspace(), parameters.as_json()],
        ),
        Command(
            "backup",
            callback=_do_backup,
            help=_("Sao lưu sổ đang dùng (SQLite) ra một tệp."),
            params=[parameters.file("target"), workspace(), parameters.as_json()],
        ),
        Command(
            "upgrade",
            callback=_do_upgrade,
            help=_("Đưa sổ trên PostgreSQL lên lược đồ mới, sau khi đã sao lưu bằng pg_dump."),
            params=[workspace(), parameters.as_json()],
        ),
        Command(
            "clock",
            callback=_do_clock,
            help=_(
                "Xác nhận đồng hồ của máy bây giờ là đúng, các việc sau cùng đã ghi theo đồng hồ chạy sai."
            ),
            params=[why(required=True), by(), yes(), workspace(), parameters.as_json()],
        ),
        Command(
            "roles",
            callback=_do_roles,
            help=_("Lập các vai trò văn thư, người soạn thảo, người kiểm tra trên PostgreSQL."),
            params=[workspace(), parameters.as_json()],
        ),
    ]


def _do_backup(*, target: Path, place: Path, as_json: bool) -> None:
    with looking_desk_of(place) as desk:
        desk.register.backup(target)
    Screen(as_json=as_json).answer(
        _("Đã sao lưu sổ đăng ký ra {target}.", target=target), {"files": [str(target)]}
    )


def _do_recover(*, why: str | None, who: str | None, place: Path, as_json: bool) -> None:
    from vbgen.office.registry.recovering import Recovering

    screen = Screen(as_json=as_json)
    with desk_of(place, who, Absence.REBUILT) as desk:
        back = Recovering(desk.register, desk.archive, desk.out).run(desk.stamp(why or ""))
        undelivered = desk.register.undelivered()
    if not back.audit.is_sound:
        message = _("Đã lấy lại {count} việc, nhưng sổ và kho chưa khớp nhau.", count=back.acts)
        raise ProblemsFoundError(message, back.audit.problems)
    sentence = _("Kho lưu trữ không có gì mà sổ chưa biết.")
    if back.acts:
        sentence = _(
            "Đã lấy lại {count} việc của các văn bản: {papers}. Sổ và kho khớp nhau.",
            count=back.acts,
            papers=", ".join(back.papers) or _("không có"),
        )
    values = {"acts": back.acts, "papers": list(back.papers), "head": back.audit.head}
    screen.answer(sentence, values, [*back.notes, *back.audit.problems, *_left_to_do(undelivered)])


def _left_to_do(entries: "Sequence[Entry]") -> list[Problem]:
    """Copies for signing that do not lie where they should."""
    message = _("Bản để ký của văn bản này không còn trong thư mục output.")
    ways = (Resume(),)
    return [
        Problem("not-delivered", message, Place(file=entry.code), Severity.WARNING, ways=ways)
        for entry in entries
    ]


def _do_upgrade(*, place: Path, as_json: bool) -> None:
    from vbgen.office.setting.stores import upgrade_register
    from vbgen.office.setting.workspace import need_workspace

    upgrade_register(need_workspace(place), os.environ)
    Screen(as_json=as_json).answer(_("Sổ đăng ký đã theo lược đồ mới nhất."), {})


def _do_clock(*, why: str, who: str | None, yes: bool, place: Path, as_json: bool) -> None:
    from vbgen.office.registry.right_clock import clock_to_correct, correct_clock

    screen = Screen(as_json=as_json)
    with desk_of(place, who) as desk:
        settle_doubts(screen, [clock_to_correct(desk)], agreed=yes)
        wrong = correct_clock(desk, why)
    message = _(
        "Đã ghi vào nhật ký; từ đây sổ theo giờ của máy. Các việc ghi sai giờ vẫn giữ nguyên."
    )
    screen.answer(
        message, {"first": wrong.first, "last": wrong.last, "latest": wrong.latest.isoformat()}
    )


def _do_roles(*, place: Path, as_json: bool) -> None:
    from vbgen.office.setting.stores import set_up_register_roles
    from vbgen.office.setting.workspace import need_workspace

    roles = set_up_register_roles(need_workspace(place), os.environ, now())
    message = _(
        "Đã lập các vai trò {roles}. Quản trị cơ sở dữ liệu cấp chúng cho từng tài khoản bằng GRANT.",
        roles=", ".join(roles.names),
    )
    values = {
        "roles": list(roles.names),
        "brought": list(roles.brought),
        "waiting": list(roles.waiting),
    }
    Screen(as_json=as_json).answer(message, values, [*_moved(roles)])


def _moved(roles: "Roles") -> "Iterator[Problem]":
    """What became of the accounts that had the server-wide roles of 0.1."""
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
        hint = _("Hãy GRANT vai trò của sổ này cho đúng những tài khoản của cơ quan.")
        yield Problem("roles-waiting", message, severity=Severity.WARNING, hint=hint)


def _journal() -> click.Command:
    return Command(
        "journal",
        callback=_show_journal,
        help=_("In nhật ký, mỗi việc một dòng JSON kèm mã nối."),
        params=[workspace()],
    )


def _show_journal(*, place: Path) -> None:
    with looking_desk_of(place) as desk:
        for act, stated in desk.register.journal():
            click.echo(
                json.dumps({**json.loads(act.as_json()), "digest": stated}, ensure_ascii=False)
            )
