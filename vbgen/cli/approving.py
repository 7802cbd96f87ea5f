"""`vbgen approve`: a draft is approved by its signer before it has a number, or sent back with remarks."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import Day, by, desk_of, now
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.office.setting.absence import Absence

if TYPE_CHECKING:
    from vbgen.office.issuing.approving import Decided
    from vbgen.office.issuing.intents import Wish
    from vbgen.office.issuing.issuing import Desk


def commands() -> list[click.Command]:
    """The command `approve`."""
    day = _("Ngày dự kiến của văn bản, chọn luật áp dụng; mặc định là hôm nay.")
    return [
        Command(
            "approve",
            callback=_approve,
            help=_(
                "Người ký duyệt dự thảo trước khi cấp số, hoặc trả lại kèm ý kiến; nhật ký ghi lại."
            ),
            params=[
                parameters.campaign(),
                parameters.kind(required=True),
                parameters.phase(),
                click.Option(["--date", "day"], metavar="YYYY-MM-DD", type=Day(), help=day),
                click.Option(
                    ["--signer"], default="", metavar="MÃ", help=_("Mã người ký, nếu khác dự kiến.")
                ),
                click.Option(
                    ["--replaces"],
                    default="",
                    metavar="SỐ",
                    help=_("Văn bản đã phát hành mà nó thay thế."),
                ),
                click.Option(
                    ["--send-back"], is_flag=True, help=_("Trả lại dự thảo; cần kèm --remarks.")
                ),
                click.Option(
                    ["--remarks"], default="", metavar="Ý_KIẾN", help=_("Ý kiến của người trả lại.")
                ),
                by(),
                parameters.as_json(),
            ],
        )
    ]


def _approve(  # noqa: PLR0913 - the options of the command
    *,
    campaign: Path,
    kind: str,
    phase: int | None,
    day: date | None,
    signer: str,
    replaces: str,
    send_back: bool,
    remarks: str,
    who: str | None,
    as_json: bool,
) -> None:
    from vbgen.office.issuing.intents import Wish
    from vbgen.office.registry.registering import find
    from vbgen.office.setting.workspace import find_workspace

    if send_back is not bool(remarks.strip()):
        raise UsageError(_("Trả lại dự thảo thì phải ghi cả --send-back lẫn --remarks."))
    law = find_workspace(campaign).law_files()
    with desk_of(campaign, who, Absence.MADE) as desk:
        replaced = find(desk.register, replaces).id if replaces else ""
        wish = Wish(campaign, kind, day or now().date(), phase, signer, replaces=replaced, law=law)
        _answer(Screen(as_json=as_json), _decided(desk, wish, remarks.strip()), sent_back=send_back)


def _decided(desk: "Desk", wish: "Wish", remarks: str) -> "list[Decided]":
    from vbgen.office.issuing.approving import approve, send_back
    from vbgen.office.setting.workspace import find_workspace

    workspace = find_workspace(wish.campaign)
    if remarks:
        return send_back(desk, wish, workspace.library, remarks)
    return approve(desk, wish, workspace.library, workspace.emblem)


def _answer(screen: Screen, decided: "list[Decided]", *, sent_back: bool) -> None:
    lines = [_sentence(one, sent_back=sent_back) for one in decided]
    values = [{"paper": one.paper, "subject": one.subject, "signer": one.signer} for one in decided]
    problems = [problem for one in decided for problem in one.problems]
    screen.answer("\n".join(lines), {"sent_back" if sent_back else "approved": values}, problems)


def _sentence(one: "Decided", *, sent_back: bool) -> str:
    if sent_back:
        return _("Đã ghi việc trả lại “{subject}”.", subject=one.subject)
    return _(
        "{signer} đã duyệt “{subject}”. Sửa dữ liệu hay mẫu sau đây thì phải duyệt lại.",
        signer=one.signer,
        subject=one.subject,
    )
