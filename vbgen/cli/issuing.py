"""`vbgen issue`: a paper gets its number and day, and is rendered, kept and registered."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import acceptance_options, agreed_to, by, codes_in, day, pdf, why, yes
from vbgen.cli.opening import around
from vbgen.cli.screen.batch_progress import batch_progress
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.model.document import Settled
    from vbgen.office import Issued, IssuePapers, Office, Prepared


def commands() -> list[click.Command]:
    """The command `issue`."""
    return [
        Command(
            "issue",
            callback=_issue,
            help=_(
                "Phát hành một văn bản: cấp số, ghi ngày, soạn, kiểm tra thể thức, lưu trữ và vào sổ."
            ),
            params=[
                parameters.campaign(),
                parameters.kind(required=True),
                parameters.phase(),
                day(_("Ngày của văn bản.")),
                click.Option(
                    ["--signer"], default="", metavar="MÃ", help=_("Mã người ký, nếu khác dự kiến.")
                ),
                parameters.copies(),
                click.Option(
                    ["--number"],
                    default="",
                    metavar="SỐ",
                    help=_(
                        "Số do hệ thống khác cấp (245, 06a); mặc định là số tiếp theo của hệ thống số."
                    ),
                ),
                click.Option(
                    ["--replaces"],
                    default="",
                    metavar="SỐ",
                    help=_("Văn bản đã cấp số được thay thế."),
                ),
                click.Option(
                    ["--stated-signed"],
                    is_flag=True,
                    help=_("Xác nhận văn bản đã được ký, ghi vào nhật ký."),
                ),
                pdf(),
                by(),
                why(),
                yes(),
                *acceptance_options(),
                click.Option(
                    ["--strict"],
                    is_flag=True,
                    expose_value=False,
                    help=_("Giữ lại cho lệnh cũ: lỗi thể thức nay luôn dừng."),
                ),
                parameters.errors_only(),
                parameters.as_json(),
            ],
        )
    ]


def _issue(
    *,
    as_json: bool,
    who: str | None,
    why: str | None,
    yes: bool,
    accepted: str,
    errors_only: bool,
    **given: Any,  # noqa: ANN401 - the paper, as the request names it
) -> None:
    from vbgen.office import IssuePapers, Office, PrepareIssue

    screen = Screen(as_json=as_json, errors_only=errors_only, is_brief=True)
    paper = {**given, "accepted": codes_in(accepted)}
    with (
        batch_progress(screen, _("Đang làm giấy khen")) as tell,
        Office.act(given["campaign"], around(who, tell)) as office,
    ):
        prepared = office.do(PrepareIssue(**paper))
        agreed = _agreed(screen, prepared, yes=yes)
        wanted = IssuePapers(
            **paper, fingerprint=prepared.fingerprint, agreed=agreed, why=why or ""
        )
        issued = _issued(screen, office, wanted)
    sentences = [_sentence(one, issued.folder) for one, _consent in issued.papers]
    screen.answer("\n".join(sentences), issued.as_json(), issued.problems)


def _agreed(screen: Screen, prepared: "Prepared", *, yes: bool) -> frozenset[str]:
    """Nobody is asked while errors of form are left: they are told together."""
    if prepared.errors:
        return prepared.keys if yes else frozenset()
    return agreed_to(screen, prepared.doubts, beforehand=yes)


def _issued(screen: Screen, office: "Office", wanted: "IssuePapers") -> "Issued":
    from vbgen.office import FindOpenIssues

    try:
        return office.do(wanted)
    except KeyboardInterrupt:
        if not screen.as_json:
            screen.problems(office.do(FindOpenIssues()).problems, err=True)
        raise


def _sentence(one: "Settled", folder: Path) -> str:
    sentence = _(
        "Đã cấp số {code} ngày {day} và vào sổ: {subject}. Bản chính thức nằm trong {folder}.",
        code=one.code,
        day=f"{one.day:%d/%m/%Y}",
        subject=one.subject,
        folder=folder,
    )
    if not one.golden_numbers:
        return sentence
    first, last = one.golden_numbers[0], one.golden_numbers[-1]
    return sentence + " " + _("Sổ vàng: số {first} đến {last}.", first=first, last=last)
