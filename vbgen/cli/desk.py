"""What the commands of the registry share: who works, in which workspace, and questions put to a person."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbgen.office import AnswerT, Doubt, DoubtfulRequest, Office


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD, or as a clerk writes it."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or a usage error."""
        from vbgen.words.dates import parse_date

        del param, ctx
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except ValueError as fault:
            raise UsageError(str(fault)) from fault


def day(help_text: str, *, required: bool = True) -> click.Option:
    """The day of what the command makes."""
    return click.Option(
        ["--date", "day"], type=Day(), required=required, metavar="YYYY-MM-DD", help=help_text
    )


def by() -> click.Option:
    """Who acts, for the journal."""
    text = _("Người thực hiện, ghi vào nhật ký; mặc định là VBGEN_BY hoặc tài khoản đang dùng máy.")
    return click.Option(["--by", "who"], metavar="WHO", help=text)


def why(*, required: bool = False) -> click.Option:
    """The reason, for the journal."""
    return click.Option(
        ["--why"], required=required, metavar="LÝ_DO", help=_("Lý do, ghi vào nhật ký.")
    )


def yes() -> click.Option:
    """Answers every question with yes."""
    return click.Option(["--yes"], is_flag=True, help=_("Tự động đồng ý với các câu hỏi xác nhận."))


def workspace() -> click.Option:
    """The workspace whose register is meant."""
    text = _("Thư mục làm việc; mặc định là thư mục hiện tại.")
    return click.Option(
        ["--workspace", "place"],
        metavar="DIR",
        type=TypedPath(),
        default=Path(),
        help=text,
    )


def pdf() -> click.Option:
    """Whether a PDF/A copy is kept beside each Word file."""
    text = _("Lưu kèm bản PDF/A của mỗi tệp Word; mặc định là có, nếu máy có LibreOffice.")
    return click.Option(["--pdf/--no-pdf"], default=None, help=text)


def agreed_to(screen: Screen, doubts: "Sequence[Doubt]", *, beforehand: bool) -> frozenset[str]:
    """Keys of the doubts that a person agrees to: asked on a terminal, by `--yes` elsewhere, which shows them.

    None are agreed to where nobody can be asked; the office refuses the act then.
    """
    keys, problems = frozenset(doubt.key for doubt in doubts), [each.problem for each in doubts]
    if not doubts:
        return keys
    if beforehand:
        if not screen.as_json:
            click.echo(_("Đã đồng ý bằng --yes với {count} điều:", count=len(doubts)), err=True)
        screen.questions(problems)
        return keys
    if screen.as_json or not sys.stdin.isatty():
        return frozenset()
    screen.questions(problems)
    click.confirm(_("Vẫn làm tiếp?"), abort=True, err=True)
    return keys


def asked_first(
    screen: Screen, office: "Office", act: "DoubtfulRequest[AnswerT]", *, yes: bool
) -> "AnswerT":
    """The answer to an act, after a person has agreed to what is in doubt about it."""
    from vbgen.office import AskFirst

    questions = office.do(AskFirst(act))
    agreed = agreed_to(screen, questions.doubts, beforehand=yes)
    return office.do(replace(act, fingerprint=questions.fingerprint, agreed=agreed))


def codes_in(text: str) -> frozenset[str]:
    """`signer.honours,recipient.as-above` as codes."""
    return frozenset(text.replace(",", " ").split())


def acceptance_options() -> list[click.Parameter]:
    """Errors of form that are let pass, and why."""
    text = _("Cho qua đúng những lỗi thể thức này; cần kèm --reason.")
    reason = _("Vì sao cho qua các lỗi thể thức đó, ghi vào nhật ký.")
    return [
        click.Option(["--accept-form-errors", "accepted"], default="", metavar="MÃ,…", help=text),
        click.Option(["--reason"], default="", metavar="LÝ_DO", help=reason),
    ]
