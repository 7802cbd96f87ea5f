"""`vbgen check`, `vbgen convert`, `vbgen form`, `vbgen schema`: a campaign's data, looked at and carried over."""

import json
from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.show import Screen
from vbgen.cli.usage import Command
from vbgen.errors import Severity
from vbgen.files import write_whole
from vbgen.load import convert, json_schema, write_nomination_form, write_workbook
from vbgen.messages import _
from vbgen.usecases.checking import annotated, check
from vbgen.wiring.workspace import find_workspace


def commands() -> list[click.Command]:
    """The commands on a campaign's data."""
    return [_check_command(), _convert_command(), _form_command(), _schema_command()]


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


def _convert_command() -> click.Command:
    return Command(
        "convert",
        callback=_convert,
        help=_("Chuyển dữ liệu giữa Excel (.xlsx) và YAML (.yaml), không mất gì."),
        params=[parameters.file("source"), parameters.file("target"), parameters.as_json()],
    )


def _convert(*, source: Path, target: Path, as_json: bool) -> None:
    convert(source, target)
    Screen(as_json=as_json).answer(_("Đã ghi {target}.", target=target), {"files": [str(target)]})


def _form_command() -> click.Command:
    return Command(
        "form",
        callback=_form,
        help=_("Ghi một bảng Excel trống để điền: cả phong trào, hoặc riêng phần đề nghị của một đơn vị."),
        params=[
            parameters.file("target"),
            click.Option(["--nominations"], is_flag=True, help=_("Bảng để một đơn vị gửi danh sách đề nghị.")),
            parameters.as_json(),
        ],
    )


def _form(*, target: Path, nominations: bool, as_json: bool) -> None:
    if nominations:
        write_nomination_form(target, None, None)
    else:
        write_workbook(None, target)
    Screen(as_json=as_json).answer(_("Đã ghi {target}.", target=target), {"files": [str(target)]})


def _schema_command() -> click.Command:
    return Command(
        "schema",
        callback=_schema,
        help=_("Ghi JSON Schema của campaign.yaml cho chương trình khác."),
        params=[parameters.file("target", required=False)],
    )


def _schema(*, target: Path | None) -> None:
    text = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    if target is None:
        click.echo(text)
    else:
        write_whole(target, f"{text}\n".encode())
