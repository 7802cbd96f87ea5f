"""`vbgen approve`: a draft is approved by its signer before it has a number, or sent back with remarks."""

from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import by, day
from vbgen.cli.opening import acting
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import Decided, DraftsDecided


def commands() -> list[click.Command]:
    """The command `approve`."""
    planned = _("Ngày dự kiến của văn bản, chọn luật áp dụng; mặc định là hôm nay.")
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
                day(planned, required=False),
                click.Option(
                    ["--signer"], default="", metavar="MÃ", help=_("Mã người ký, nếu khác dự kiến.")
                ),
                click.Option(
                    ["--replaces"],
                    default="",
                    metavar="SỐ",
                    help=_("Văn bản đã cấp số được thay thế."),
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


def _approve(
    *,
    who: str | None,
    send_back: bool,
    remarks: str,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - the paper
) -> None:
    from vbgen.office import ApproveDrafts, SendDraftsBack

    if send_back is not bool(remarks.strip()):
        raise UsageError(_("Trả lại dự thảo thì phải ghi cả --send-back lẫn --remarks."))
    with acting(given["campaign"], who) as office:
        wanted = SendDraftsBack(**given, remarks=remarks) if send_back else ApproveDrafts(**given)
        _answer(Screen(as_json=as_json), office.do(wanted))


def _answer(screen: Screen, done: "DraftsDecided") -> None:
    lines = [_sentence(one, sent_back=done.sent_back) for one in done.decided]
    screen.answer("\n".join(lines), done.as_json(), done.problems)


def _sentence(one: "Decided", *, sent_back: bool) -> str:
    if sent_back:
        return _("Đã ghi việc trả lại “{subject}”.", subject=one.subject)
    return _(
        "{signer} đã duyệt “{subject}”. Sửa dữ liệu hay mẫu sau đây thì phải duyệt lại.",
        signer=one.signer,
        subject=one.subject,
    )
