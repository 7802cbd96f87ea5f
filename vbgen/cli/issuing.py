"""`vbgen issue`: a paper gets its number and day, and is rendered, kept and registered."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import (
    Day,
    acceptance_options,
    by,
    desk_of,
    pdf,
    settle_doubts,
    why,
    with_copies,
    yes,
)
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _
from vbgen.office.setting.absence import Absence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbgen.model.document import Settled
    from vbgen.office.issuing.acceptance import Acceptance
    from vbgen.office.issuing.intents import Wish
    from vbgen.office.issuing.issuing import Desk
    from vbgen.office.issuing.readying import Ready


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
                click.Option(
                    ["--date", "day"],
                    metavar="YYYY-MM-DD",
                    type=Day(),
                    required=True,
                    help=_("Ngày của văn bản."),
                ),
                click.Option(
                    ["--signer"], default="", metavar="MÃ", help=_("Mã người ký, nếu khác dự kiến.")
                ),
                click.Option(
                    ["--copies"], type=click.IntRange(min=1), metavar="N", help=_("Số lượng bản.")
                ),
                click.Option(
                    ["--number"],
                    default="",
                    metavar="SỐ",
                    help=_("Số do hệ thống khác cấp (245, 06a); mặc định là số tiếp theo của dãy."),
                ),
                click.Option(
                    ["--replaces"],
                    default="",
                    metavar="SỐ",
                    help=_("Văn bản đã phát hành mà nó thay thế."),
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
                    help=_("Giữ lại cho lệnh cũ: lỗi thể thức nay luôn dừng."),
                ),
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
    number: str,
    replaces: str,
    stated_signed: bool,
    pdf: bool | None,
    who: str | None,
    why: str | None,
    yes: bool,
    accepted: str,
    reason: str,
    strict: bool,
    as_json: bool,
) -> None:
    from vbgen.office.issuing.acceptance import Acceptance
    from vbgen.office.issuing.intents import Wish
    from vbgen.office.issuing.number_doubts import bare_number
    from vbgen.office.issuing.readying import open_notes
    from vbgen.office.registry.registering import find
    from vbgen.office.setting.workspace import find_workspace

    del strict
    consent = _Given(Acceptance.read(accepted, reason), agreed=yes)
    screen = Screen(as_json=as_json)
    with (
        desk_of(campaign, who, Absence.MADE) as plain,
        with_copies(screen, campaign, plain, wanted=pdf) as (desk, warnings),
    ):
        replaced = find(desk.register, replaces).id if replaces else ""
        law = find_workspace(campaign).law_files()
        given = bare_number(number) if number else None
        wish = Wish(
            campaign,
            kind,
            day,
            phase,
            signer,
            copies,
            replaced,
            stated_signed,
            law=law,
            number=given,
        )
        left = [*warnings, *open_notes(desk.register)]
        ready = _agreed(screen, desk, wish, consent)
        settled = _issued(screen, desk, ready, why or "")
        folder = desk.out(campaign.resolve().name)
    problems = left + [problem for one in settled for problem in one.problems]
    agreed = [one.intent.consent.as_json() for one in ready]
    issued = [
        {**_as_json(one), "consent": given} for one, given in zip(settled, agreed, strict=True)
    ]
    values = {"issued": issued, "folder": str(folder)}
    screen.answer("\n".join(_sentence(one, folder) for one in settled), values, problems)


@dataclass(frozen=True, slots=True)
class _Given:
    """What the command line agrees to beforehand."""

    accepted: "Acceptance"
    agreed: bool


def _agreed(screen: Screen, desk: "Desk", wish: "Wish", given: _Given) -> "list[Ready]":
    """The papers, checked, with everything that a person had to agree to; nothing has been taken yet."""
    from vbgen.office.issuing.consenting import open_questions, with_agreement
    from vbgen.office.issuing.readying import prepare
    from vbgen.office.setting.workspace import find_workspace

    workspace = find_workspace(wish.campaign)
    ready = prepare(desk, wish, workspace.library, workspace.emblem)
    settle_doubts(
        screen, open_questions(ready, given.accepted, agreed=given.agreed), agreed=given.agreed
    )
    return with_agreement(ready, given.accepted)


def _issued(screen: Screen, desk: "Desk", ready: "Sequence[Ready]", why: str) -> "list[Settled]":
    from vbgen.office.issuing.issuing import issue_each
    from vbgen.office.issuing.readying import open_notes

    try:
        return issue_each(desk, [one.intent for one in ready], why)
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
