"""`vbgen archive`: the archive proved, handed over in bags, brought back from them."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import looking_desk_of, now, workspace
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command, Group
from vbgen.errors import Place, Problem, Severity, UsageError
from vbgen.messages import _
from vbgen.ways import GiveUpNumber, Resume

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbgen.archive.audit import Audit


def commands() -> list[click.Command]:
    """The group `archive`."""
    group = Group(
        "archive", help=_("Kiểm tra kho lưu trữ, đóng túi hồ sơ, khôi phục từ túi hồ sơ.")
    )
    for command in (_verify_command(), _export_command(), _import_command()):
        group.add_command(command)
    return [group]


def _verify_command() -> click.Command:
    return Command(
        "verify",
        callback=_verify,
        help=_(
            "Đối chiếu sổ đăng ký, nhật ký và kho lưu trữ; nêu mọi tệp thiếu, bị sửa, thừa và mọi chỗ đứt nối."
        ),
        params=[
            workspace(),
            click.Option(
                ["--at-least"],
                type=click.IntRange(0),
                default=1,
                metavar="N",
                help=_("Báo lỗi khi sổ có ít văn bản hơn; mặc định 1."),
            ),
            click.Option(
                ["--seal"],
                default="",
                metavar="MÃ",
                help=_("Mã chốt đã ghi lần trước; báo lỗi khi nhật ký không có."),
            ),
            parameters.as_json(),
        ],
    )


def _export_command() -> click.Command:
    return Command(
        "export",
        callback=_export,
        help=_(
            "Đóng túi hồ sơ (BagIt) của một năm hoặc một văn bản, kèm mục lục và dữ liệu đặc tả."
        ),
        params=[
            workspace(),
            click.Option(["--year"], type=int, metavar="NĂM", help=_("Mọi văn bản của năm ấy.")),
            click.Option(
                ["--all", "everything"],
                is_flag=True,
                help=_("Tất cả các năm: khôi phục được một mình."),
            ),
            click.Option(
                ["--document", "code"], metavar="SỐ", help=_("Một văn bản, ví dụ 05/QĐ-SCT.")
            ),
            click.Option(
                ["-o", "--output", "target"],
                metavar="DIR",
                required=True,
                type=click.Path(path_type=Path),
                help=_("Túi hồ sơ sẽ đóng; chưa được có sẵn."),
            ),
            click.Option(
                ["--organ-id"], default="", metavar="MÃ", help=_("Mã định danh của cơ quan.")
            ),
            click.Option(
                ["--notation"], default="", metavar="KÝ_HIỆU", help=_("Số và ký hiệu hồ sơ.")
            ),
            click.Option(
                ["--retention", "maintenance"],
                default="",
                metavar="…",
                help=_("Thời hạn bảo quản."),
            ),
            click.Option(["--rights"], default="", metavar="…", help=_("Chế độ sử dụng.")),
            click.Option(["--creator"], default="", metavar="…", help=_("Người lập hồ sơ.")),
            parameters.as_json(),
        ],
    )


def _import_command() -> click.Command:
    return Command(
        "import",
        callback=_import,
        help=_("Khôi phục sổ đăng ký và kho lưu trữ đã mất từ các túi hồ sơ."),
        params=[
            click.Argument(
                ["bags"], metavar="DIR…", nargs=-1, required=True, type=click.Path(path_type=Path)
            ),
            workspace(),
            parameters.as_json(),
        ],
    )


def _verify(*, place: Path, at_least: int, seal: str, as_json: bool) -> int:
    from dataclasses import replace

    from vbgen.office.registry.archiving import verify
    from vbgen.office.verdict import unexpected, without_pdf

    screen = Screen(as_json=as_json)
    with looking_desk_of(place) as desk, _bar(screen, _("Đang đọc kho lưu trữ")) as progress:
        found = verify(desk.register, desk.archive, progress=progress)
        lacking = tuple(unexpected(desk.register, found, at_least=at_least, seal=seal))
        found = replace(found, problems=(*found.problems, *lacking))
        values = {"without_pdf": without_pdf(desk.register)}
    return _tell(screen, found, _walked(found), values)


def _export(
    *,
    place: Path,
    year: int | None,
    everything: bool,
    code: str | None,
    target: Path,
    as_json: bool,
    **said: str,
) -> None:
    from vbgen.office.registry.bagging import Export, Handover
    from vbgen.office.registry.registering import find

    if (year is None and code is None and not everything) or (everything and (year or code)):
        raise UsageError(_("Hãy cho biết đóng túi gì: --year NĂM, --document SỐ hoặc --all."))
    screen = Screen(as_json=as_json)
    with looking_desk_of(place) as desk, _bar(screen, _("Đang đóng túi hồ sơ")) as progress:
        export = Export(desk.register, desk.archive, now().date(), Handover(**said), progress)
        if everything:
            packed = export.everything(target)
        elif code is not None:
            packed = export.dossier(find(desk.register, code, year).id, target)
        else:
            packed = export.year(year or 0, target)
    sentence = _("Đã đóng {count} hồ sơ vào túi {target}.", count=packed.dossiers, target=target)
    screen.answer(sentence, {"bag": str(target), "dossiers": packed.dossiers}, packed.notes)


def _import(*, bags: Sequence[Path], place: Path, as_json: bool) -> int:
    from vbgen.office.registry.unbagging import restore_workspace
    from vbgen.office.setting.addresses import addresses_of
    from vbgen.office.setting.stores import archive_at
    from vbgen.office.setting.workspace import need_workspace

    screen, found = Screen(as_json=as_json), need_workspace(place)
    archive = archive_at(found, os.environ)
    back = restore_workspace(bags, addresses_of(found, os.environ).database, archive, now())
    sentence = _(
        "Đã khôi phục {documents} văn bản, {files} tệp.", documents=back.documents, files=back.files
    )
    values = {"restored": {"documents": back.documents, "files": back.files}}
    return _tell(screen, back.audit, f"{sentence} {_walked(back.audit)}", values)


def _tell(screen: Screen, found: "Audit", sentence: str, values: Mapping[str, object]) -> int:
    """The exit code; every value is told to programs, whether sound or not."""
    from vbgen.office.verdict import counts, unsound

    told = {
        "documents": found.documents,
        "acts": found.acts,
        "objects": found.objects,
        "head": found.head,
    }
    told |= {"open": list(found.held), "counts": counts(found.problems), **values}
    if found.is_sound:
        screen.answer(sentence, told, [*found.problems, *_held(found)])
        return 0
    message = _(
        "Kho lưu trữ, sổ đăng ký và nhật ký không khớp nhau ở {count} chỗ.",
        count=len(found.problems),
    )
    fault = unsound(message, found.problems)
    if not screen.as_json:
        raise fault
    screen.answer(message, {"ok": False, **told}, [*found.problems, *_held(found)])
    return fault.exit_code


def _held(found: "Audit") -> list[Problem]:
    """A note for each number whose paper is not finished."""
    message = _("Số này đã được giữ nhưng văn bản chưa phát hành xong.")
    ways = {code: (Resume(code), GiveUpNumber(code)) for code in found.held}
    return [
        Problem("open-issue", message, Place(file=code), Severity.NOTE, ways=out)
        for code, out in ways.items()
    ]


def _walked(found: "Audit") -> str:
    return _(
        "Đã đối chiếu {documents} văn bản, {acts} việc trong nhật ký, {objects} tệp trong kho: khớp nhau."
        " Mã chốt của nhật ký: {head}.",
        documents=found.documents,
        acts=found.acts,
        objects=found.objects,
        head=found.head,
    )


@contextmanager
def _bar(screen: Screen, what: str) -> "Iterator[Callable[[int, int], None]]":
    """A bar in hundredths, since the whole is known only when the work has begun."""
    with screen.progress(what, 100) as step:
        shown = 0

        def move(done: int, whole: int) -> None:
            nonlocal shown
            for _hundredth in range(shown, done * 100 // max(whole, 1)):
                step()
            shown = max(shown, done * 100 // max(whole, 1))

        yield move
