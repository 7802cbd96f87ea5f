"""`vbgen register …`: the outgoing register and the golden book, looked at and carried out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table
from rich.text import Text

from vbgen.cli import parameters, register_acts, register_upkeep
from vbgen.cli.desk import Day, desk_of, workspace
from vbgen.cli.show import Screen
from vbgen.cli.usage import Command, Group
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.register import Entry, GoldenEntry
    from vbgen.usecases.issuing import Desk

_MOST = 200


def commands() -> list[click.Command]:
    """The group `register`."""
    group = Group("register", help=_("Sổ đăng ký văn bản đi, sổ vàng và nhật ký."))
    for command in (
        _list(),
        _search(),
        _show(),
        _export(),
        *register_acts.commands(),
        *register_upkeep.commands(),
    ):
        group.add_command(command)
    return [group]


def year() -> click.Option:
    """The year that is meant."""
    return click.Option(["--year"], type=int, metavar="N", help=_("Năm."))


def golden() -> click.Option:
    """The golden book instead of the outgoing register."""
    return click.Option(["--golden-book", "golden"], is_flag=True, help=_("Sổ vàng thay cho sổ văn bản đi."))


def _list() -> click.Command:
    return Command(
        "list",
        callback=_show_list,
        help=_("Liệt kê sổ văn bản đi hoặc sổ vàng."),
        params=[
            year(),
            click.Option(["--kind"], default="", metavar="KIND", help=_("Chỉ một loại văn bản.")),
            click.Option(["--series"], default="", metavar="DÃY", help=_("Chỉ một dãy số.")),
            click.Option(["--open", "only_open"], is_flag=True, help=_("Chỉ những văn bản chưa phát hành xong.")),
            golden(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _show_list(  # noqa: PLR0913 - the options of the command
    *, year: int | None, kind: str, series: str, only_open: bool, golden: bool, place: Path, as_json: bool
) -> None:
    from vbgen.register import Filter
    from vbgen.register.entries import OPEN

    screen = Screen(as_json=as_json)
    with desk_of(place) as desk:
        if golden:
            _answer_golden(screen, desk.register.golden_book(year=year))
            return
        wanted = Filter(year=year, kind=kind, series=series, states=OPEN if only_open else ())
        _answer_entries(screen, desk, desk.register.entries(wanted))


def _search() -> click.Command:
    texts = {
        "--subject": _("Chữ trong trích yếu."),
        "--recipient": _("Chữ trong nơi nhận, hoặc tên người được khen."),
    }
    return Command(
        "search",
        callback=_show_search,
        help=_("Tìm văn bản theo chữ (có dấu hoặc không dấu), số, ngày, trích yếu, nơi nhận."),
        params=[
            click.Argument(["words"], metavar="[CHỮ …]", nargs=-1),
            click.Option(["--number"], type=int, metavar="N", help=_("Số văn bản.")),
            *(click.Option([name], default="", metavar="CHỮ", help=text) for name, text in texts.items()),
            click.Option(["--from", "since"], type=Day(), metavar="NGÀY", help=_("Từ ngày.")),
            click.Option(["--to", "until"], type=Day(), metavar="NGÀY", help=_("Đến ngày.")),
            year(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _show_search(  # noqa: PLR0913 - the options of the command
    *,
    words: Sequence[str],
    number: int | None,
    subject: str,
    recipient: str,
    since: date | None,
    until: date | None,
    year: int | None,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.register import Filter

    asked = Filter(" ".join(words), subject, recipient, number, "", year, since, until, most=_MOST)
    with desk_of(place) as desk:
        _answer_entries(Screen(as_json=as_json), desk, desk.register.entries(asked))


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


def _show_one(*, reference: str, year: int | None, folder: Path | None, place: Path, as_json: bool) -> None:
    from vbgen.register.books import golden_note, note_of, type_and_subject
    from vbgen.usecases.registering import find, save

    with desk_of(place) as desk:
        entry = find(desk.register, reference, year)
        links, certificates = desk.register.links(entry.id), desk.register.golden_book(document=entry.id)
        note = note_of(entry, links, desk.register.void_reasons())
        saved = save(desk, entry, folder) if folder else []
        files = desk.register.files(entry.id)
        values: dict[str, Any] = {
            **entry.as_json(),
            "remark": note,
            "chain": [{"earlier": x.earlier.code, "later": x.later.code, "relation": x.relation} for x in links],
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
    return [_("  … và {count} giấy khen, mỗi tờ một tệp PDF (lấy ra bằng --save).", count=count)] if count else []


def _certificate_line(one: "GoldenEntry") -> str:
    from vbgen.register.books import golden_note

    named = ", ".join(filter(None, (one.name, one.unit)))
    return f"  {one.number:>4}  {named}. {golden_note(one)}".rstrip()


def _export() -> click.Command:
    return Command(
        "export",
        callback=_write_export,
        help=_("Xuất sổ ra Excel (.xlsx), sổ Word có bìa để in và đóng quyển (.docx), .csv hoặc .json."),
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
    *, target: Path, year: int | None, series: str, volume: str, golden: bool, place: Path, as_json: bool
) -> None:
    from vbgen.register import Filter
    from vbgen.usecases.books import export
    from vbgen.wiring.workspace import find_workspace

    with desk_of(place) as desk:
        wanted = Filter(year=year, series=series)
        count = export(desk, find_workspace(place).library, target, wanted, golden=golden, volume=volume)
    message = _("Đã xuất {count} dòng ra {target}.", count=count, target=target)
    Screen(as_json=as_json).answer(message, {"files": [str(target)], "rows": count})


def _answer_entries(screen: Screen, desk: "Desk", entries: "Sequence[Entry]") -> None:
    from vbgen.register.books import note_of, type_and_subject

    links, reasons = desk.register.all_links(), desk.register.void_reasons()
    notes = {entry.id: note_of(entry, links, reasons) for entry in entries}
    table = _table(_("Số, ký hiệu"), _("Ngày"), _("Tên loại và trích yếu"), _("Tình trạng, ghi chú"))
    for entry in entries:
        state = "; ".join(filter(None, dict.fromkeys((entry.state.label, notes[entry.id]))))
        table.add_row(*map(Text, (entry.code, f"{entry.day:%d/%m/%Y}", type_and_subject(entry), state)))
    screen.table(table)
    values = [{**entry.as_json(), "remark": notes[entry.id]} for entry in entries]
    screen.answer(_("{count} văn bản.", count=len(entries)), {"entries": values})


def _answer_golden(screen: Screen, entries: "Sequence[GoldenEntry]") -> None:
    from vbgen.register.books import golden_note

    table = _table(_("Số"), _("Tên"), _("Hình thức"), _("Quyết định"), _("Ghi chú"))
    for one in entries:
        table.add_row(*map(Text, (str(one.number), one.name, one.award, one.decision, golden_note(one))))
    screen.table(table)
    values = [{**one.as_json(), "remark": golden_note(one)} for one in entries]
    screen.answer(_("{count} giấy khen.", count=len(entries)), {"certificates": values})


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold", vertical="top")
    return table
