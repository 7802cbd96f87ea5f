"""`vbgen issue`: a paper gets its number and day, and is rendered, kept and registered."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import Day, by, desk_of, pdf, refuse_form_errors, settle_doubts, why, with_copies, yes
from vbgen.cli.show import Screen
from vbgen.cli.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.model.document import Settled
    from vbgen.usecases.intents import Wish
    from vbgen.usecases.issuing import Desk


def commands() -> list[click.Command]:
    """The command `issue`."""
    return [
        Command(
            "issue",
            callback=_issue,
            help=_("Phát hành một văn bản: cấp số, ghi ngày, soạn, kiểm tra thể thức, lưu trữ và vào sổ."),
            params=[
                parameters.campaign(),
                parameters.kind(required=True),
                parameters.phase(),
                click.Option(
                    ["--date", "day"],
                    metavar="YYYY-MM-DD",
                    type=Day(),
                    required=True,
                    help=_("Ngày của văn bản."),
                ),
                click.Option(["--signer"], default="", metavar="MÃ", help=_("Mã người ký, nếu khác dự kiến.")),
                click.Option(["--copies"], type=click.IntRange(min=1), metavar="N", help=_("Số lượng bản.")),
                click.Option(["--replaces"], default="", metavar="SỐ", help=_("Văn bản đã phát hành mà nó thay thế.")),
                pdf(),
                by(),
                why(),
                yes(),
                click.Option(["--strict"], is_flag=True, help=_("Không cấp số khi dự thảo còn lỗi thể thức.")),
                parameters.as_json(),
            ],
        )
    ]


def _issue(  # noqa: PLR0913 - the options of the command
    *,
    campaign: Path,
    kind: str,
    phase: int | None,
    day: date,
    signer: str,
    copies: int | None,
    replaces: str,
    pdf: bool | None,
    who: str | None,
    why: str | None,
    yes: bool,
    strict: bool,
    as_json: bool,
) -> None:
    from vbgen.usecases.intents import Wish
    from vbgen.usecases.readying import open_notes
    from vbgen.usecases.registering import find
    from vbgen.wiring.workspace import find_workspace

    screen = Screen(as_json=as_json)
    with desk_of(campaign, who) as plain, with_copies(screen, campaign, plain, wanted=pdf) as (desk, warnings):
        replaced = find(desk.register, replaces).id if replaces else ""
        law = find_workspace(campaign).law_files()
        wish = Wish(campaign, kind, day, phase, signer, copies, replaced, law)
        left = [*warnings, *open_notes(desk.register)]
        settled = _issued(screen, desk, wish, why or "", agreed=yes, strict=strict)
        folder = desk.out(campaign.resolve().name)
    problems = left + [problem for one in settled for problem in one.problems]
    values = {"issued": [_as_json(one) for one in settled], "folder": str(folder)}
    screen.answer("\n".join(_sentence(one, folder) for one in settled), values, problems)


def _issued(screen: Screen, desk: "Desk", wish: "Wish", why: str, *, agreed: bool, strict: bool) -> "list[Settled]":
    from vbgen.usecases.issuing import issue
    from vbgen.usecases.readying import open_notes, prepare
    from vbgen.wiring.workspace import find_workspace

    workspace = find_workspace(wish.campaign)
    ready = prepare(desk, wish, workspace.library, workspace.emblem)
    refuse_form_errors([error for one in ready for error in one.form_errors], agreed=agreed, strict=strict)
    settle_doubts(screen, [doubt for one in ready for doubt in one.doubts], agreed=agreed)
    try:
        return [issue(desk, one.intent, why) for one in ready]
    except KeyboardInterrupt:
        if not screen.as_json:
            screen.problems(open_notes(desk.register), err=True)
        raise


def _sentence(one: "Settled", folder: Path) -> str:
    sentence = _(
        "Đã phát hành {code} ngày {day}: {subject}. Bản để ký nằm trong {folder}.",
        code=one.code,
        day=f"{one.day:%d/%m/%Y}",
        subject=one.subject,
        folder=folder,
    )
    if not one.golden_numbers:
        return sentence
    first, last = one.golden_numbers[0], one.golden_numbers[-1]
    return sentence + " " + _("Sổ vàng: số {first} đến {last}.", first=first, last=last)


def _as_json(one: "Settled") -> dict[str, object]:
    return {
        "id": one.id,
        "code": one.code,
        "day": one.day.isoformat(),
        "subject": one.subject,
        "golden_numbers": list(one.golden_numbers),
        "files": dict(one.digests),
    }
