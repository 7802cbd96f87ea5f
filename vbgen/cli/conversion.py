"""`vbgen convert`, `vbgen form`, `vbgen schema`: a campaign's data carried from one form to another."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.model.vocabulary import Vocabulary


def commands() -> list[click.Command]:
    """The commands that write campaign files."""
    return [_convert_command(), _form_command(), _schema_command()]


def _convert_command() -> click.Command:
    return Command(
        "convert",
        callback=_convert,
        help=_("Chuyển dữ liệu giữa Excel (.xlsx) và YAML (.yaml), không mất gì."),
        params=[parameters.file("source"), parameters.file("target"), parameters.as_json()],
    )


def _convert(*, source: Path, target: Path, as_json: bool) -> None:
    from vbgen.campaign import convert

    loaded = convert(source, target, _words_at(source, target))
    Screen(as_json=as_json).answer(
        _("Đã ghi {target}.", target=target), {"files": [str(target)]}, loaded.notes
    )


def _form_command() -> click.Command:
    return Command(
        "form",
        callback=_form,
        help=_(
            "Ghi một bảng Excel trống để điền: cả phong trào, hoặc riêng phần đề nghị của một đơn vị."
        ),
        params=[
            parameters.file("target"),
            click.Option(
                ["--nominations"], is_flag=True, help=_("Bảng để một đơn vị gửi danh sách đề nghị.")
            ),
            parameters.as_json(),
        ],
    )


def _form(*, target: Path, nominations: bool, as_json: bool) -> None:
    from vbgen.campaign.writing.workbook_out import write_nomination_form, write_workbook

    if target.suffix.casefold() != ".xlsx":
        raise UsageError(
            _(
                "Bảng để điền là tệp .xlsx, không ghi được {file}; hãy đổi đuôi tệp.",
                file=target.name,
            )
        )
    words = _words_at(target)
    if nominations:
        write_nomination_form(target, words)
    else:
        write_workbook(None, target, words)
    Screen(as_json=as_json).answer(_("Đã ghi {target}.", target=target), {"files": [str(target)]})


def _words_at(*files: Path) -> "Vocabulary":
    """What open lists hold today in the workspace of the first of the files that lies in one."""
    from vbgen.office.setting.workspace import find_workspace

    places = [find_workspace(file.parent) for file in files]
    workspace = next((place for place in places if place.root), places[0])
    return workspace.words(datetime.now().astimezone().date())


def _schema_command() -> click.Command:
    return Command(
        "schema",
        callback=_schema,
        help=_("Ghi JSON Schema của campaign.yaml cho chương trình khác."),
        params=[parameters.file("target", required=False)],
    )


def _schema(*, target: Path | None) -> None:
    import json

    from vbgen.campaign.writing.schema import json_schema
    from vbgen.outputs import write_output

    words = _words_at(target or Path("campaign.yaml"))
    text = json.dumps(json_schema(words), ensure_ascii=False, indent=2)
    if target is None:
        click.echo(text)
    else:
        write_output(target, f"{text}\n".encode())
