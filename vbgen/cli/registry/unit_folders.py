"""`vbgen register unit-folders`: per unit one folder with the decision, its extract and its certificates."""

from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.desk import workspace
from vbgen.cli.opening import looking
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _


def command() -> click.Command:
    """The command `unit-folders`."""
    folder = click.Option(
        ["-o", "--output", "folder"],
        type=click.Path(path_type=Path, file_okay=False),
        metavar=_("THƯ_MỤC"),
        help=_("Thư mục nhận; mặc định nằm cạnh các văn bản đã cấp số."),
    )
    params = [
        parameters.reference(),
        parameters.year(),
        folder,
        workspace(),
        parameters.as_json(),
    ]
    text = _("Chia quyết định đã cấp số cho từng đơn vị: quyết định, bản trích sao, giấy khen.")
    return Command("unit-folders", callback=_make, help=text, params=params)


def _make(
    *, reference: str, year: int | None, folder: Path | None, place: Path, as_json: bool
) -> None:
    from vbgen.office import MakeUnitFolders

    with looking(place) as office:
        made = office.do(MakeUnitFolders(reference, year, folder))
    sentence = _(
        "Đã chia cho {count} đơn vị trong {folder}.", count=len(made.units), folder=made.folder
    )
    Screen(as_json=as_json).answer(sentence, made.as_json())
