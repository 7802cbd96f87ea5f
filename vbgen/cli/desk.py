"""What the commands of the registry share: who works, in which workspace, and questions put to a person."""

import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli.screen.show import Screen
from vbgen.errors import OutsideProgramError, Problem, Severity, UsageError
from vbgen.messages import _
from vbgen.office.setting.absence import Absence

if TYPE_CHECKING:
    from vbgen.office.issuing.issuing import Desk
    from vbgen.register import Register


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
    return click.Option(
        ["--yes"], is_flag=True, help=_("Đồng ý trước với những điều còn băn khoăn.")
    )


def workspace() -> click.Option:
    """The workspace whose register is meant."""
    text = _("Thư mục làm việc; mặc định là thư mục hiện tại.")
    return click.Option(
        ["--workspace", "place"],
        metavar="DIR",
        type=click.Path(path_type=Path),
        default=Path(),
        help=text,
    )


def pdf() -> click.Option:
    """Whether a PDF/A copy is kept beside each Word file."""
    text = _("Lưu kèm bản PDF/A của mỗi tệp Word; mặc định là có, nếu máy có LibreOffice.")
    return click.Option(["--pdf/--no-pdf"], default=None, help=text)


@contextmanager
def with_copies(
    screen: Screen, place: Path, desk: "Desk", *, wanted: bool | None
) -> "Iterator[tuple[Desk, list[Problem]]]":
    """The desk with what makes PDF copies; without LibreOffice a warning, or an error when they were asked for."""
    from vbgen.cli.screen.batch_progress import batch_progress
    from vbgen.office.setting.workshops import archival_copies, confirm_workers
    from vbgen.office.setting.workspace import find_workspace

    required = bool(find_workspace(place).settings.get("pdf", {}).get("required", False))
    if wanted is False and required:
        message = _(
            "Cơ quan quy định phải lưu kèm bản PDF/A ([pdf] required trong vbgen.toml); chưa có gì thay đổi."
        )
        raise UsageError(message, (Problem("pdf-required", message, hint=_("Hãy bỏ --no-pdf.")),))
    if wanted is False:
        yield desk, []
        return
    confirm_workers(os.environ)
    with batch_progress(screen, _("Đang làm giấy khen")) as tell:
        try:
            copies = archival_copies(find_workspace(place), os.environ, desk, tell)
        except OutsideProgramError as fault:
            if wanted or required:
                raise
            message = _("Không lưu kèm được bản PDF: {reason}", reason=fault.message)
            yield desk, [Problem("no-pdf-copy", message, severity=Severity.WARNING)]
        else:
            yield replace(desk, copies=copies), []


@contextmanager
def desk_of(
    place: Path, who: str | None = None, absent: Absence = Absence.TOLD
) -> "Iterator[Desk]":
    """The registry's desk of the workspace of `place`, to act at it; `absent` says what comes of a missing register."""
    from vbgen.office.setting.stores import Actor, desk_at
    from vbgen.office.setting.workspace import need_workspace

    desk = desk_at(need_workspace(place), os.environ, Actor(name_of(who), now), absent)
    try:
        yield desk
    finally:
        desk.register.close()


@contextmanager
def looking_desk_of(place: Path, *, or_empty: bool = False) -> "Iterator[Desk]":
    """The registry's desk of the workspace that `place` lies in, only to look at what lies on it.

    Where there is no register it is empty with `or_empty`, and NoRegisterError without.
    """
    from vbgen.office.setting.stores import Actor, looking_desk
    from vbgen.office.setting.workspace import need_workspace

    desk = looking_desk(
        need_workspace(place), os.environ, Actor(name_of(None), now), or_empty=or_empty
    )
    try:
        yield desk
    finally:
        desk.register.close()


def none_yet(register: "Register") -> list[Problem]:
    """The warning that nothing was ever registered there."""
    if not register.is_awaited:
        return []
    from vbgen.register.faults import NoRegisterError

    return [
        replace(problem, severity=Severity.WARNING)
        for problem in NoRegisterError.at(register.place).problems
    ]


def name_of(who: str | None) -> str:
    """Who acts, for the journal."""
    return who or os.environ.get("VBGEN_BY") or getpass.getuser()


def now() -> datetime:
    """The time, with this machine's offset."""
    return datetime.now().astimezone()


def settle_doubts(screen: Screen, doubts: Sequence[Problem], *, agreed: bool) -> None:
    """Go on only when a person agrees: asked on a terminal, by `--yes` elsewhere, which shows what it agreed to."""
    from vbgen.office.issuing.consenting import undecided

    if not doubts:
        return
    if agreed:
        if not screen.as_json:
            click.echo(_("Đã đồng ý bằng --yes với {count} điều:", count=len(doubts)), err=True)
        screen.problems(doubts, err=True)
        return
    if screen.as_json or not sys.stdin.isatty():
        raise undecided(doubts)
    screen.problems(doubts, err=True)
    click.confirm(_("Vẫn làm tiếp?"), abort=True, err=True)


def acceptance_options() -> list[click.Parameter]:
    """Errors of form that are let pass, and why."""
    text = _("Cho qua đúng những lỗi thể thức này; cần kèm --reason.")
    reason = _("Vì sao cho qua các lỗi thể thức ấy, ghi vào nhật ký.")
    return [
        click.Option(["--accept-form-errors", "accepted"], default="", metavar="MÃ,…", help=text),
        click.Option(["--reason"], default="", metavar="LÝ_DO", help=reason),
    ]
