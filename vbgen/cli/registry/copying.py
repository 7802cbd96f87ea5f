"""`vbgen copy`: sao y, sao lục, trích sao of issued papers and of papers of others."""

from pathlib import Path
from typing import Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import asked_first, by, day, why, workspace, yes
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

_FORMS = ("sao-y", "sao-luc", "trich-sao")


def commands() -> list[click.Command]:
    """The command `copy`."""
    return [
        Command(
            "copy",
            callback=_copy,
            help=_(
                "Làm bản sao theo Mẫu 3.1: cấp số riêng cho bản sao, ghi sổ, lưu kho. Sao văn bản trong sổ "
                "(05/QĐ-SCT), hoặc tệp quét của văn bản khác (--file, --about)."
            ),
            params=[
                click.Argument(["reference"], required=False, default="", metavar="SỐ"),
                click.Option(
                    ["--as", "form"],
                    type=click.Choice(_FORMS),
                    required=True,
                    help=_("Hình thức sao."),
                ),
                day(_("Ngày sao.")),
                click.Option(
                    ["--file"],
                    type=TypedPath(),
                    metavar="FILE",
                    help=_("Những trang cần sao (PDF; trích sao thì cả Word)."),
                ),
                *_texts(),
                parameters.copies(),
                parameters.year(),
                by(),
                why(),
                yes(),
                workspace(),
                parameters.as_json(),
            ],
        )
    ]


def _texts() -> list[click.Parameter]:
    texts = {
        "--about": _("Tên loại, số, ngày, cơ quan, trích yếu của văn bản không có trong sổ."),
        "--signer": _("Mã hoặc họ tên người ký bản sao; mặc định là người ký của cơ quan."),
        "--position": _("Quyền hạn, chức vụ: “TL. GIÁM ĐỐC; CHÁNH VĂN PHÒNG”."),
        "--recipients": _("Nơi nhận, cách nhau bằng dấu chấm phẩy."),
        "--campaign": _(
            "Phong trào có tên cơ quan, người ký, khi cơ quan chưa cấp số văn bản nào."
        ),
        "--number": _("Số bản sao, nếu do hệ thống khác cấp."),
    }
    return [
        click.Option([name], default="", metavar="CHỮ", help=text) for name, text in texts.items()
    ]


def _copy(
    *,
    form: str,
    place: Path,
    who: str | None,
    why: str | None,
    yes: bool,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - what is said of the copy
) -> None:
    from vbgen.office import CopyForm, CopyWish, MakeCopy

    screen = Screen(as_json=as_json)
    with acting(place, who) as office:
        act = MakeCopy(CopyWish(CopyForm(form), **given), why or "")
        done = asked_first(screen, office, act, yes=yes)
    message = _(
        "Đã cấp số bản sao {code} ngày {day}: {about}",
        code=done.entry.code,
        day=f"{done.entry.day:%d/%m/%Y}",
        about=done.entry.type_and_subject,
    )
    screen.answer(message, done.as_json())
