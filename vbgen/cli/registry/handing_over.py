"""`vbgen archive files|hand-over|check-sip`, and the packages of `archive export --sip`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import around
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.counting import counted
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FilesWish, GatheredFile


def handing_over_commands() -> list[click.Command]:
    """The commands that the group `archive` has beside its own."""
    return [_files_command(), _hand_over_command(), _check_command()]


def said_options() -> list[click.Parameter]:
    """What the office says of its files."""
    return [
        click.Option(["--organ-id"], default="", metavar="MÃ", help=_("Mã định danh của cơ quan.")),
        click.Option(["--notation"], default="", metavar="KÝ_HIỆU", help=_("Số và ký hiệu hồ sơ.")),
        click.Option(["--title"], default="", metavar="…", help=_("Tiêu đề hồ sơ.")),
        click.Option(
            ["--retention", "maintenance"], default="", metavar="…", help=_("Thời hạn bảo quản.")
        ),
        click.Option(["--rights"], default="", metavar="…", help=_("Chế độ sử dụng.")),
        click.Option(["--creator"], default="", metavar="…", help=_("Người lập hồ sơ.")),
    ]


def _which_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--year"], type=parameters.YEARS, metavar="NĂM", help=_("Mọi văn bản của năm đó.")
        ),
        campaign_option(),
    ]


def fonds_option() -> click.Option:
    """The fonds that a package belongs to."""
    return click.Option(["--fonds"], default="", metavar="MÃ", help=_("Mã phông lưu trữ."))


def campaign_option() -> click.Option:
    """Papers of one campaign alone."""
    return click.Option(
        ["--campaign"], default="", metavar="TÊN", help=_("Chỉ văn bản của phong trào đó.")
    )


def _files_command() -> click.Command:
    return Command(
        "files",
        callback=_files,
        help=_(
            "Xem các hồ sơ mà văn bản đã cấp số thuộc về: tiêu đề, thời gian, thời hạn bảo quản."
        ),
        params=[workspace(), *_which_options(), *said_options(), parameters.as_json()],
    )


def _hand_over_command() -> click.Command:
    return Command(
        "hand-over",
        callback=_hand_over,
        help=_("Lập mục lục hồ sơ, mục lục văn bản và biên bản giao nhận bằng Word."),
        params=[
            workspace(),
            *_which_options(),
            click.Option(
                ["--receiver"], default="", metavar="…", help=_("Nơi nhận hồ sơ nộp lưu.")
            ),
            click.Option(
                ["-o", "--output", "folder"],
                metavar="DIR",
                required=True,
                type=TypedPath(),
                help=_("Thư mục ghi các tệp Word."),
            ),
            *said_options(),
            parameters.as_json(),
        ],
    )


def _check_command() -> click.Command:
    return Command(
        "check-sip",
        callback=_check,
        help=_("Đối chiếu gói SIP_hoso với các bảng của Thông tư 05/2025/TT-BNV."),
        params=[
            click.Argument(["folder"], metavar="DIR", type=TypedPath()),
            workspace(),
            parameters.as_json(),
        ],
    )


def _files(*, place: Path, as_json: bool, year: int | None, campaign: str, **said: str) -> None:
    from vbgen.office import GatherPapers, Office

    screen = Screen(as_json=as_json)
    with Office.look(place, around()) as office:
        found = office.do(GatherPapers(_wish(said, campaign, year)))
    lines = [_told(file) for file in found.files]
    screen.answer("\n".join(lines), found.as_json(), found.problems)


def _told(file: "GatheredFile") -> str:
    about = file.about
    return _(
        "{notation}: {title}; {papers} văn bản, {pages} trang; bảo quản: {retention}.",
        notation=about.file_code.notation,
        title=about.title,
        papers=len(file.papers),
        pages=about.page_total or "?",
        retention=about.maintenance or "?",
    )


def _hand_over(
    *,
    place: Path,
    as_json: bool,
    year: int | None,
    campaign: str,
    receiver: str,
    folder: Path,
    **said: str,
) -> None:
    from vbgen.office import Office, WriteHandover

    screen = Screen(as_json=as_json)
    with Office.look(place, around()) as office:
        done = office.do(WriteHandover(folder, _wish(said, campaign, year), receiver))
    sentence = _(
        "Đã lập mục lục và biên bản giao nhận của {count} hồ sơ trong {folder}.",
        count=done.dossiers,
        folder=folder,
    )
    screen.answer(sentence, done.as_json(), done.problems)


def export_sip(
    screen: Screen, place: Path, target: Path, wish: "FilesWish", *, zipped: bool
) -> None:
    """What `archive export --sip` does."""
    from vbgen.office import Office, WriteSip

    with (
        counted(screen, _("Đang lập gói SIP_hoso")) as tell,
        Office.look(place, around(tell=tell)) as office,
    ):
        done = office.do(WriteSip(target, wish, zipped))
    sentence = _(
        "Đã lập {count} gói SIP_hoso ({documents} tài liệu) trong {target}.",
        count=len(done.packages),
        documents=done.documents,
        target=target,
    )
    screen.answer(sentence, done.as_json(), done.problems)


def _check(*, folder: Path, place: Path, as_json: bool) -> int:
    from vbgen.office import CheckSip, Office

    screen = Screen(as_json=as_json)
    with (
        counted(screen, _("Đang đối chiếu gói")) as tell,
        Office.look(place, around(tell=tell)) as office,
    ):
        found = office.do(CheckSip(folder))
    sentence = (
        _("{count} gói đúng các bảng của thông tư.", count=len(found.packages))
        if found.is_sound
        else _("Gói sai {count} chỗ.", count=len(found.problems))
    )
    screen.answer(sentence, found.as_json(), found.problems)
    return 0 if found.is_sound else 1


def _wish(said: dict[str, str], campaign: str, year: int | None) -> "FilesWish":
    from vbgen.office import FilesWish, Handover

    return FilesWish(campaign, year, handover=Handover(**said))
