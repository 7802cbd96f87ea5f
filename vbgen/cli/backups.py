"""`vbgen backup` and `vbgen restore`: everything of an office, copied and put back."""

import os
from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import now, workspace
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
    from vbgen.office.setting.backups import back_up
    from vbgen.office.setting.workspace import need_workspace

    saved = back_up(need_workspace(place), os.environ, target)
    message = _(
        "Đã sao lưu {files} tệp, {rows} dòng của sổ và {objects} tệp của kho vào {target}.",
        files=saved.files,
        rows=saved.rows,
        objects=saved.objects,
        target=target,
    )
    values = {
        "folder": str(target),
        "files": saved.files,
        "rows": saved.rows,
        "objects": saved.objects,
    }
    Screen(as_json=as_json).answer(message, values)


def _restore(*, source: Path, place: Path, as_json: bool) -> None:
    from vbgen.office.setting.backups import put_back
    from vbgen.office.verdict import unsound

    files, found = put_back(source, place, os.environ, now())
    if found is not None and not found.is_sound:
        message = _("Đã khôi phục {files} tệp, nhưng sổ và kho chưa khớp nhau.", files=files)
        raise unsound(message, found.problems)
    message = _(
        "Đã khôi phục {files} tệp vào {folder}; sổ và kho khớp nhau.", files=files, folder=place
    )
    values = {
        "files": files,
        "documents": found.documents if found else 0,
        "head": found.head if found else "",
    }
    Screen(as_json=as_json).answer(message, values, found.problems if found else ())
