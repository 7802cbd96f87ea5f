"""`vbgen links …`: links by which units hand in their lists at the desk."""

from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import by, workspace
from vbgen.cli.opening import acting, looking
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command, CommandGroup
from vbgen.messages import _


def commands() -> list[click.Command]:
    """The group `links`."""
    text = _("Đường dẫn để các đơn vị nộp danh sách qua bàn làm việc, không cần tài khoản.")
    group = CommandGroup("links", help=text)
    for command in (_make_command(), _list_command(), _close_command()):
        group.add_command(command)
    return [group]


def _make_command() -> click.Command:
    text = _("Lập đường dẫn; mỗi đường dẫn của một đơn vị, nộp được một lần, chỉ in ra lần này.")
    unit = click.Option(
        ["--unit", "units"],
        multiple=True,
        metavar="MÃ",
        help=_("Mã đơn vị, lặp lại được; mặc định là mọi đơn vị chưa có đường dẫn."),
    )
    days = click.Option(
        ["--days"],
        type=click.IntRange(1, 90),
        default=14,
        metavar="N",
        help=_("Dùng được trong mấy ngày; mặc định là 14."),
    )
    params = [_campaign(), unit, days, by(), workspace(), parameters.as_json()]
    return Command("make", callback=_make, help=text, params=params)


def _list_command() -> click.Command:
    params = [_campaign(), workspace(), parameters.as_json()]
    return Command(
        "list", callback=_list, help=_("Đơn vị nào đã nộp, đơn vị nào chưa."), params=params
    )


def _close_command() -> click.Command:
    link = click.Argument(["link"], metavar="MÃ")
    params = [_campaign(), link, by(), workspace(), parameters.as_json()]
    return Command("close", callback=_close, help=_("Thu hồi một đường dẫn."), params=params)


def _campaign() -> click.Argument:
    return click.Argument(["campaign"], metavar="CAMPAIGN")


def _make(
    *,
    campaign: str,
    units: tuple[str, ...],
    days: int,
    who: str | None,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office import MakeUnitLinks

    with acting(place, who) as office:
        made = office.do(MakeUnitLinks(Path(campaign).name, units, days))
    screen = Screen(as_json=as_json)
    screen.lines([f"{each.unit}\t{each.unit_name}\t{each.url}" for each in made.links])
    sentence = _("Đã lập {count} đường dẫn; gửi ngay, không hiện lại được.", count=len(made.links))
    screen.answer(sentence, made.as_json())


def _list(*, campaign: str, place: Path, as_json: bool) -> None:
    from vbgen.office import ListUnitLinks

    with looking(place) as office:
        listed = office.do(ListUnitLinks(Path(campaign).name))
    screen = Screen(as_json=as_json)
    unmade = _("chưa lập")
    screen.lines(
        [
            f"{each.unit}\t{each.name}\t{each.state.label if each.state else unmade}"
            f"\t{each.link.id if each.link else ''}"
            for each in listed.units
        ]
    )
    handed = sum(1 for each in listed.units if each.link and each.link.handed_at)
    sentence = _("{handed}/{count} đơn vị đã nộp.", handed=handed, count=len(listed.units))
    screen.answer(sentence, listed.as_json())


def _close(*, campaign: str, link: str, who: str | None, place: Path, as_json: bool) -> None:
    from vbgen.office import CloseUnitLink

    with acting(place, who) as office:
        office.do(CloseUnitLink(Path(campaign).name, link))
    Screen(as_json=as_json).answer(_("Đã thu hồi đường dẫn {link}.", link=link), {"closed": link})
