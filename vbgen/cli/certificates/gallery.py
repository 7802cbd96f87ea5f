"""`vbgen template gallery`: every design of certificates on a page of its own, with the office's own data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from rich.table import Table

    from vbgen.office import DesignShown


def gallery_command() -> click.Command:
    """The command `template gallery`."""
    return Command(
        "gallery",
        callback=_gallery,
        help=_(
            "Xem mọi mẫu trang trí của giấy khen trong một tệp PDF, với dữ liệu của cơ quan. "
            "Tên mẫu ở chân mỗi trang là từ để chọn mẫu đó."
        ),
        params=[
            click.Option(
                ["--campaign"],
                metavar="CAMPAIGN",
                type=TypedPath(),
                help=_("Thư mục phong trào; mặc định là phong trào thử."),
            ),
            click.Option(
                ["-o", "--output", "file"],
                metavar="FILE.pdf",
                type=TypedPath(),
                required=True,
                help=_("Tệp PDF sẽ ghi."),
            ),
            parameters.as_json(),
        ],
    )


def _gallery(*, campaign: Path | None, file: Path, as_json: bool) -> None:
    from vbgen.office import DrawGallery

    with acting(campaign or Path.cwd()) as office:
        made = office.do(DrawGallery(file, campaign))
    screen = Screen(as_json=as_json)
    screen.table(_table(made.designs))
    message = _("Đã vẽ {count} mẫu trang trí vào {file}.", count=len(made.designs), file=made.file)
    screen.answer(message, made.as_json(), made.problems)


def _table(designs: "tuple[DesignShown, ...]") -> "Table":
    from rich.table import Table

    table = Table(_("Tên để chọn"), _("Mẫu"), _("Word thiếu phông thì hiện"), box=None)
    for design in designs:
        table.add_row(design.name, design.about, ", ".join(design.without_fonts))
    return table
