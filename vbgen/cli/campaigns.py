"""`vbgen check`: every problem of a campaign's data at once."""

from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.show import Screen
from vbgen.cli.usage import Command
from vbgen.errors import Severity
from vbgen.messages import _


def commands() -> list[click.Command]:
    """The command `check`."""
    return [_check_command()]


def _check_command() -> click.Command:
    return Command(
        "check",
        callback=_check,
        help=_("Kiểm tra dữ liệu của phong trào: mọi lỗi một lần, kèm tệp, trang và ô."),
        params=[
            parameters.campaign(),
            click.Option(
                ["--annotate"],
                metavar="FILE.xlsx",
                type=click.Path(path_type=Path),
                help=_("Ghi một bản sao của bảng Excel có tô màu và ghi chú ở những ô cần xem."),
            ),
            parameters.as_json(),
        ],
    )


def _check(*, campaign: Path, annotate: Path | None, as_json: bool) -> int:
    from vbgen.usecases.checking import annotated, check
    from vbgen.wiring.workspace import find_workspace

    screen, found = Screen(as_json=as_json), check(campaign, find_workspace(campaign).library)
    if annotate is not None:
        annotated(campaign, found.problems, annotate)
    counts = {level: sum(problem.severity is level for problem in found.problems) for level in Severity}
    message = _(
        "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú.",
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
    screen.answer(message, {"ok": found.is_clean, "counts": {str(k): v for k, v in counts.items()}}, found.problems)
    return 0 if found.is_clean else 1
