"""`vbgen backup` and `vbgen restore`: everything of an office, copied and put back."""

from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import acting, looking
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _


def commands() -> list[click.Command]:
    """Both commands."""
    return [
        Command(
            "backup",
            callback=_backup,
            help=_(
                "Sao lưu tất cả: dữ liệu, mẫu, thiết lập, sổ đăng ký, kho lưu trữ, văn bản đã làm."
            ),
            params=[parameters.file("target"), workspace(), parameters.as_json()],
        ),
        Command(
            "restore",
            callback=_restore,
            help=_("Khôi phục tất cả từ một bản sao lưu vào một thư mục mới, rồi đối chiếu."),
            params=[parameters.file("source"), workspace(), parameters.as_json()],
        ),
    ]


def _backup(*, target: Path, place: Path, as_json: bool) -> None:
    from vbgen.office import CopyOffice

    with looking(place) as office:
        made = office.do(CopyOffice(target))
    message = _(
        "Đã sao lưu {files} tệp, {rows} dòng của sổ và {objects} tệp của kho vào {target}.",
        files=made.saved.files,
        rows=made.saved.rows,
        objects=made.saved.objects,
        target=target,
    )
    Screen(as_json=as_json).answer(message, made.as_json())


def _restore(*, source: Path, place: Path, as_json: bool) -> None:
    from vbgen.office import PutOfficeBack

    with acting(place) as office:
        back = office.do(PutOfficeBack(source))
    message = _(
        "Đã khôi phục {files} tệp vào {folder}; sổ và kho khớp nhau.",
        files=back.files,
        folder=place,
    )
    Screen(as_json=as_json).answer(message, back.as_json(), back.problems)
