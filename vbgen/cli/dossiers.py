"""`vbgen dossiers`: the dossiers of a phase as one PDF file with bookmarks, for the council's members."""

from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _


def commands() -> list[click.Command]:
    """The command `dossiers`."""
    return [
        Command(
            "dossiers",
            callback=_dossiers,
            help=_("Ghép hồ sơ của mọi người được đề nghị thành một tệp PDF có dấu trang."),
            params=[
                parameters.campaign(),
                parameters.phase(),
                click.Option(
                    ["-o", "--output", "target"],
                    metavar="FILE",
                    type=TypedPath(),
                    help=_("Tệp PDF; mặc định đặt cạnh dự thảo."),
                ),
                parameters.as_json(),
            ],
        )
    ]


def _dossiers(*, campaign: Path, phase: int | None, target: Path | None, as_json: bool) -> None:
    from vbgen.office import BindDossiers

    with acting(campaign) as office:
        made = office.do(BindDossiers(campaign, phase, target))
    message = _(
        "Đã ghép hồ sơ của {nominees} tập thể, cá nhân ({papers} tệp, {pages} trang): {file}.",
        nominees=made.nominees,
        papers=made.papers,
        pages=made.pages,
        file=made.file,
    )
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)
