"""`vbgen init`: a new workspace."""

from datetime import datetime
from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.show import Screen
from vbgen.cli.usage import Command
from vbgen.messages import _


def commands() -> list[click.Command]:
    """The command `init`."""
    return [
        Command(
            "init",
            callback=_init,
            help=_("Tạo một thư mục làm việc mới, có phong trào mẫu và bảng Excel trống để điền."),
            params=[parameters.file("folder"), parameters.as_json()],
        )
    ]


def _init(*, folder: Path, as_json: bool) -> None:
    from vbgen.usecases.starting import start
    from vbgen.wiring.workspace import Workspace, shipped

    law = Workspace(None).law(datetime.now().astimezone().date())
    made = start(folder, shipped(), law)
    message = _(
        "Đã tạo thư mục làm việc {folder}. Hãy thử: vbgen draft {sample}",
        folder=folder,
        sample=folder / "data" / "ha-nam-2022",
    )
    Screen(as_json=as_json).answer(message, {"files": [str(path) for path in made]})
