"""`vbgen convert`, `vbgen form`, `vbgen schema`: a campaign's data carried from one form to another."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.opening import acting
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FileWritten, Request


def commands() -> list[click.Command]:
    """The commands that write campaign files."""
    return [_convert_command(), _form_command(), _schema_command()]


def _convert_command() -> click.Command:
    return Command(
        "convert",
        callback=_convert,
        help=_("Chuyển dữ liệu giữa Excel (.xlsx) và YAML (.yaml), không mất gì."),
        params=[
            parameters.file("source"),
            parameters.file("target"),
            click.Option(
                ["--one-row"],
                is_flag=True,
                help=_("Tệp Excel có trang “Danh sách”: mỗi người một hàng, không cần mã."),
            ),
            parameters.as_json(),
        ],
    )


def _convert(*, source: Path, target: Path, one_row: bool, as_json: bool) -> None:
    from vbgen.office import ConvertCampaign

    _answer(target, ConvertCampaign(source, target, one_row), as_json=as_json)


def _answer(target: Path, request: "Request[FileWritten]", *, as_json: bool) -> None:
    """What the workspace that the target lies in makes of it."""
    with acting(target.parent) as office:
        made = office.do(request)
    message = _("Đã ghi {target}.", target=made.file)
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)


def _form_command() -> click.Command:
    return Command(
        "form",
        callback=_form,
        help=_(
            "Ghi một tệp Excel trống để điền: cả phong trào, hoặc riêng phần đề nghị của một đơn vị."
        ),
        params=[
            parameters.file("target"),
            click.Option(
                ["--nominations"], is_flag=True, help=_("Bảng để một đơn vị gửi danh sách đề nghị.")
            ),
            click.Option(
                ["--all-sheets"], is_flag=True, help=_("Mọi trang cùng hiện, nối với nhau bằng mã.")
            ),
            parameters.as_json(),
        ],
    )


def _form(*, target: Path, nominations: bool, all_sheets: bool, as_json: bool) -> None:
    from vbgen.office import WriteForm

    if nominations and all_sheets:
        raise UsageError(_("--nominations và --all-sheets là hai bảng khác nhau; chọn một."))
    _answer(target, WriteForm(target, nominations, all_sheets), as_json=as_json)


def _schema_command() -> click.Command:
    return Command(
        "schema",
        callback=_schema,
        help=_("Ghi JSON Schema của campaign.yaml cho chương trình khác."),
        params=[parameters.file("target", required=False)],
    )


def _schema(*, target: Path | None) -> None:
    from vbgen.office import ShowSchema

    with acting(target.parent if target else Path.cwd()) as office:
        text = office.do(ShowSchema(target)).text
    if target is None:
        click.echo(text)
