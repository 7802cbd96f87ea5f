"""`vbgen register add` and `reserve`: papers that are made outside get their place in the register."""

from pathlib import Path
from typing import Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import Day, asked_first, by, day, why, workspace, yes
from vbgen.cli.opening import acting
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _


def commands() -> list[click.Command]:
    """Both commands."""
    return [
        Command(
            "add",
            callback=_add,
            help=_("Ghi vào sổ một văn bản lập ngoài vbgen, với số đã có: 12/TB-SCT."),
            params=[
                click.Argument(["reference"], metavar="SỐ/KÝ_HIỆU"),
                *_columns(subject_needed=True),
                *_shared(),
            ],
        ),
        Command(
            "reserve",
            callback=_reserve,
            help=_(
                "Giữ số cho một văn bản đang lập ngoài vbgen: số tiếp theo của hệ thống số (TB-SCT) "
                "hoặc số nêu rõ."
            ),
            params=[
                click.Argument(["reference"], metavar="KÝ_HIỆU"),
                *_columns(subject_needed=False),
                *_shared(),
            ],
        ),
    ]


def _columns(*, subject_needed: bool) -> list[click.Parameter]:
    """The columns of the outgoing register."""
    texts = {
        "--type": ("type_name", _("Tên loại, nếu trích yếu không bắt đầu bằng tên loại.")),
        "--signer": ("signer_name", _("Người ký.")),
        "--position": ("signer_position", _("Chức vụ người ký.")),
        "--recipients": ("recipients", _("Nơi nhận, cách nhau bằng dấu chấm phẩy.")),
        "--kept-by": ("copy_kept_by", _("Đơn vị, người nhận bản lưu.")),
        "--note": ("note", _("Ghi chú.")),
        "--agency": ("agency", _("Ký hiệu cơ quan, khi sổ có số của nhiều cơ quan.")),
    }
    return [
        day(_("Ngày của văn bản.")),
        click.Option(
            ["--subject"],
            default="",
            required=subject_needed,
            metavar="CHỮ",
            help=_("Tên loại và trích yếu."),
        ),
        *(
            click.Option([option, name], default="", metavar="CHỮ", help=text)
            for option, (name, text) in texts.items()
        ),
        parameters.copies(),
        click.Option(["--moved-on"], type=Day(), metavar="NGÀY", help=_("Ngày chuyển.")),
    ]


def _shared() -> list[click.Parameter]:
    return [by(), why(), yes(), workspace(), parameters.as_json()]


def _add(**given: Any) -> None:  # noqa: ANN401 - the columns
    _enter(given, hold=False)


def _reserve(**given: Any) -> None:  # noqa: ANN401 - the columns
    _enter(given, hold=True)


def _enter(given: dict[str, Any], *, hold: bool) -> None:
    from vbgen.office import EnterOutsidePaper, Outside

    screen, place = Screen(as_json=given.pop("as_json")), Path(given.pop("place"))
    who, reason, agreed = given.pop("who"), given.pop("why") or "", given.pop("yes")
    with acting(place, who) as office:
        act = EnterOutsidePaper(Outside(**given), hold, reason)
        done = asked_first(screen, office, act, yes=agreed)
    entry, dated = done.entry, f"{done.entry.day:%d/%m/%Y}"
    if hold:
        message = _(
            "Đã giữ số {code} ngày {day}. Khi văn bản xong, hãy ghi nó vào sổ.",
            code=entry.code,
            day=dated,
        )
    else:
        message = _(
            "Đã ghi vào sổ: {code} ngày {day}. {shown}",
            code=entry.code,
            day=dated,
            shown=entry.type_and_subject,
        )
    screen.answer(message, done.as_json())
