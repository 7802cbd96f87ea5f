"""`vbgen draft`: every paper of a campaign as a Word file, and as PDF if asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.opening import working
from vbgen.cli.screen.batch_progress import office_progress
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import PapersDrafted, Request


def commands() -> list[click.Command]:
    """The command `draft`."""
    return [
        Command(
            "draft",
            callback=_draft,
            help=_("Dự thảo các văn bản của phong trào; chưa có số và ngày."),
            params=[
                parameters.campaign(),
                click.Argument(["kinds"], metavar="[KIND …]", nargs=-1),
                parameters.phase(),
                click.Option(
                    ["--pdf"], is_flag=True, help=_("Làm thêm bản PDF bên cạnh mỗi tệp Word.")
                ),
                parameters.folder(
                    _("Thư mục đặt dự thảo; mặc định là output/<phong trào>/drafts.")
                ),
                parameters.as_json(),
            ],
        )
    ]


def _draft(
    *,
    campaign: Path,
    kinds: Sequence[str],
    phase: int | None,
    pdf: bool,
    folder: Path | None,
    as_json: bool,
) -> None:
    from vbgen.office import DraftPapers

    wanted = DraftPapers(campaign, tuple(kinds), phase, pdf, folder)
    draft_papers(Screen(as_json=as_json), campaign, wanted)


def draft_papers(screen: Screen, place: Path, wanted: "Request[PapersDrafted]") -> None:
    """Draft papers with the templates of the workspace at `place`, and show what was made."""
    with office_progress(screen, _("Đang làm giấy khen")) as tell, working(place, tell) as office:
        made = office.do(wanted)
    message = _("Đã làm {count} dự thảo trong {folder}.", count=made.drafts, folder=made.folder)
    names = [f"  {path.name}" for path in made.files]
    screen.answer("\n".join([message, *names]), made.as_json(), made.problems)
