"""`vbgen register …`: the outgoing register and the golden book, looked at and carried out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import looking
from vbgen.cli.paths import TypedPath
from vbgen.cli.registry import (
    deliveries,
    register_acts,
    register_lists,
    register_outside,
    register_upkeep,
)
from vbgen.cli.registry.register_lists import golden, year
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command, CommandGroup
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import GoldenEntry


def commands() -> list[click.Command]:
    """The group `register`."""
    group = CommandGroup(
        "register",
        help=_("Sổ đăng ký văn bản đi, sổ vàng và nhật ký."),
    )
    group.administrators = ("journal", "upgrade", "clock", "roles")
    for command in (
        *register_lists.commands(),
        _show(),
        _export(),
        deliveries.command(),
        *register_acts.commands(),
        *register_outside.commands(),
        *register_upkeep.commands(),
    ):
        group.add_command(command)
    return [group]


def _show() -> click.Command:
    return Command(
        "show",
        callback=_show_one,
        help=_("Xem một văn bản: nội dung vào sổ, tệp lưu, giấy khen, chuỗi thay đổi."),
        params=[
            click.Argument(["reference"], metavar="SỐ"),
            year(),
            click.Option(
                ["--save", "folder"],
                type=TypedPath(),
                metavar="DIR",
                help=_("Lấy bản Word, bản PDF và từng tờ giấy khen từ kho lưu trữ ra thư mục này."),
            ),
            workspace(),
            parameters.as_json(),
        ],
    )


def _show_one(
    *, reference: str, year: int | None, folder: Path | None, place: Path, as_json: bool
) -> None:
    from vbgen.office import ShowPaper

    with looking(place) as office:
        shown = office.do(ShowPaper(reference, year, folder))
    entry = shown.entry
    lines = [
        f"{entry.code} · {entry.day:%d/%m/%Y} · {entry.state.label}",
        entry.type_and_subject,
        _("Người ký: {name}, {position}", name=entry.signer_name, position=entry.signer_position),
        _("Nơi nhận: {recipients}", recipients="; ".join(entry.recipients)),
        *([_("Ghi chú: {note}", note=shown.remark)] if shown.remark else []),
        *(_certificate_line(one) for one in shown.certificates),
        *(f"  {file.digest[:12]}  {file.name}" for file in shown.files if not file.is_single),
        *_singles_line(sum(file.is_single for file in shown.files)),
    ]
    screen = Screen(as_json=as_json)
    screen.problems(shown.problems, err=True)
    screen.answer("\n".join(lines), shown.as_json())


def _singles_line(count: int) -> list[str]:
    return (
        [_("  … và {count} giấy khen, mỗi tờ một tệp PDF (lấy ra bằng --save).", count=count)]
        if count
        else []
    )


def _certificate_line(one: "GoldenEntry") -> str:
    named = ", ".join(filter(None, (one.name, one.unit)))
    return f"  {one.number:>4}  {named}. {one.remark}".rstrip()


def _export() -> click.Command:
    return Command(
        "export",
        callback=_write_export,
        help=_(
            "Xuất sổ ra Excel (.xlsx), sổ Word có bìa để in và đóng quyển (.docx), .csv hoặc .json."
        ),
        params=[
            parameters.file("target"),
            year(),
            click.Option(["--series"], default="", metavar="DÃY", help=_("Chỉ một hệ thống số.")),
            click.Option(["--volume"], default="", metavar="N", help=_("Quyển số, ghi trên bìa.")),
            golden(),
            *deliveries.books(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _write_export(  # noqa: PLR0913 - the options of the command
    *,
    target: Path,
    year: int | None,
    series: str,
    volume: str,
    golden: bool,
    delivered: bool,
    by_post: bool,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office import ExportBook

    kind = deliveries.kind_of(golden=golden, delivered=delivered, by_post=by_post)
    with looking(place) as office:
        made = office.do(ExportBook(target, year, series, volume, kind))
    message = _("Đã xuất {count} dòng ra {target}.", count=made.rows, target=target)
    screen = Screen(as_json=as_json)
    screen.problems(made.problems, err=True)
    screen.answer(message, made.as_json())
