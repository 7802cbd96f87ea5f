"""`vbgen register …`: the outgoing register and the golden book, looked at and carried out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import looking_desk_of, workspace
from vbgen.cli.registry import register_acts, register_lists, register_outside, register_upkeep
from vbgen.cli.registry.register_lists import golden, year
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command, Group
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.register import GoldenEntry


def commands() -> list[click.Command]:
    """The group `register`."""
    group = Group("register", help=_("Sổ đăng ký văn bản đi, sổ vàng và nhật ký."))
    for command in (
        *register_lists.commands(),
        _show(),
        _export(),
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
                type=click.Path(path_type=Path),
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
    from vbgen.office.registry.registering import apart_from_decision, find, golden_numbers, save
    from vbgen.register.books import golden_note, type_and_subject

    with looking_desk_of(place, or_empty=True) as desk:
        decision, _places = apart_from_decision(reference)
        entry = find(desk.register, decision or reference, year)
        chosen = golden_numbers(desk.register, entry, reference if decision else "")
        links, rows = desk.register.links(entry.id), desk.register.golden_book(document=entry.id)
        certificates = [row for row in rows if row.number in chosen or not decision]
        note = desk.register.remarks([entry])[entry.id]
        saved = save(desk, entry, folder) if folder else []
        files = desk.register.files(entry.id)
        values: dict[str, Any] = {
            **entry.as_json(),
            "remark": note,
            "chain": [
                {"earlier": x.earlier.code, "later": x.later.code, "relation": x.relation}
                for x in links
            ],
            "certificates": [{**one.as_json(), "remark": golden_note(one)} for one in certificates],
            "files": [{"name": f.name, "digest": f.digest, "size": f.size} for f in files],
            "saved": [str(path) for path in saved],
        }
    lines = [
        f"{entry.code} · {entry.day:%d/%m/%Y} · {entry.state.label}",
        type_and_subject(entry),
        _("Người ký: {name}, {position}", name=entry.signer_name, position=entry.signer_position),
        _("Nơi nhận: {recipients}", recipients="; ".join(entry.recipients)),
        *([_("Ghi chú: {note}", note=note)] if note else []),
        *(_certificate_line(one) for one in certificates),
        *(f"  {file.digest[:12]}  {file.name}" for file in files if not file.is_single),
        *_singles_line(sum(file.is_single for file in files)),
    ]
    Screen(as_json=as_json).answer("\n".join(lines), values)


def _singles_line(count: int) -> list[str]:
    return (
        [_("  … và {count} giấy khen, mỗi tờ một tệp PDF (lấy ra bằng --save).", count=count)]
        if count
        else []
    )


def _certificate_line(one: "GoldenEntry") -> str:
    from vbgen.register.books import golden_note

    named = ", ".join(filter(None, (one.name, one.unit)))
    return f"  {one.number:>4}  {named}. {golden_note(one)}".rstrip()


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
            click.Option(["--series"], default="", metavar="DÃY", help=_("Chỉ một dãy số.")),
            click.Option(["--volume"], default="", metavar="N", help=_("Quyển số, ghi trên bìa.")),
            golden(),
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
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office.registry.books import export
    from vbgen.office.setting.workspace import find_workspace
    from vbgen.register import Filter

    with looking_desk_of(place) as desk:
        wanted = Filter(year=year, series=series)
        count = export(
            desk, find_workspace(place).library, target, wanted, golden=golden, volume=volume
        )
    message = _("Đã xuất {count} dòng ra {target}.", count=count, target=target)
    Screen(as_json=as_json).answer(message, {"files": [str(target)], "rows": count})
