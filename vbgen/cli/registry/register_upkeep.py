"""`vbgen register …`: what the keeper of the database does."""

import json
from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import asked_first, by, why, workspace, yes
from vbgen.cli.opening import acting, looking
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _


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
    from vbgen.office import CopyRegister

    with looking(place) as office:
        made = office.do(CopyRegister(target))
    message = _("Đã sao lưu sổ đăng ký ra {target}.", target=target)
    Screen(as_json=as_json).answer(message, made.as_json())


def _do_recover(*, why: str | None, who: str | None, place: Path, as_json: bool) -> None:
    from vbgen.office import TakeBackLost

    with acting(place, who) as office:
        back = office.do(TakeBackLost(why or ""))
    sentence = _("Kho lưu trữ không có gì mà sổ chưa biết.")
    if back.acts:
        sentence = _(
            "Đã lấy lại {count} việc của các văn bản: {papers}. Sổ và kho khớp nhau.",
            count=back.acts,
            papers=", ".join(back.papers) or _("không có"),
        )
    Screen(as_json=as_json).answer(sentence, back.as_json(), back.problems)


def _do_upgrade(*, place: Path, as_json: bool) -> None:
    from vbgen.office import BringRegisterForward

    with acting(place) as office:
        done = office.do(BringRegisterForward())
    Screen(as_json=as_json).answer(_("Sổ đăng ký đã theo lược đồ mới nhất."), done.as_json())


def _do_clock(*, why: str, who: str | None, yes: bool, place: Path, as_json: bool) -> None:
    from vbgen.office import StateClockRight

    screen = Screen(as_json=as_json)
    with acting(place, who) as office:
        done = asked_first(screen, office, StateClockRight(why), yes=yes)
    message = _(
        "Đã ghi vào nhật ký; từ đây sổ theo giờ của máy. Các việc ghi sai giờ vẫn giữ nguyên."
    )
    screen.answer(message, done.as_json())


def _do_roles(*, place: Path, as_json: bool) -> None:
    from vbgen.office import MakeRoles

    with acting(place) as office:
        made = office.do(MakeRoles())
    message = _(
        "Đã lập các vai trò {roles}. Quản trị cơ sở dữ liệu cấp chúng cho từng tài khoản bằng GRANT.",
        roles=", ".join(made.roles.names),
    )
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)


def _journal() -> click.Command:
    return Command(
        "journal",
        callback=_show_journal,
        help=_("In nhật ký, mỗi mục một dòng JSON."),
        params=[workspace()],
    )


def _show_journal(*, place: Path) -> None:
    from vbgen.office import ReadJournal

    with looking(place) as office:
        page = office.do(ReadJournal())
        while page.last is not None:
            for act in page.acts:
                click.echo(json.dumps(act, ensure_ascii=False))
            page = office.do(ReadJournal(after=page.last))
