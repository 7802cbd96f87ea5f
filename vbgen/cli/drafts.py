"""`vbgen draft`: every paper of a campaign as a Word file, and as PDF if asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.batch_progress import office_progress
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
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
                click.Option(
                    ["--as-body"],
                    is_flag=True,
                    help=_("Lấy dự thảo của một văn bản làm thân văn bản, để sửa tiếp bằng Word."),
                ),
                click.Option(
                    ["--from", "source"],
                    metavar="FILE",
                    type=TypedPath(),
                    help=_("Với --as-body: lấy từ dự thảo đã sửa trong Word."),
                ),
                parameters.errors_only(),
                parameters.as_json(),
            ],
        )
    ]


def _draft(
    *,
    campaign: Path,
    kinds: Sequence[str],
    phase: int | None,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - what becomes of the drafts
) -> int:
    from vbgen.office import DraftPapers

    screen = Screen(as_json=as_json, errors_only=given["errors_only"], is_brief=True)
    source = given["source"]
    if given["as_body"] or source:
        _take_over(screen, campaign, kinds, phase, source)
        return 0
    wanted = DraftPapers(campaign, tuple(kinds), phase, given["pdf"], given["folder"])
    return draft_papers(screen, campaign, wanted)


def _take_over(
    screen: Screen, campaign: Path, kinds: Sequence[str], phase: int | None, source: Path | None
) -> None:
    from vbgen.office import TakeDraftOver

    if len(kinds) != 1:
        raise UsageError(_("Hãy ghi đúng một loại văn bản để lấy dự thảo làm thân."))
    with acting(campaign) as office:
        taken = office.do(TakeDraftOver(campaign, kinds[0], phase, source))
    message = _("Đã lấy dự thảo làm thân văn bản: {file}.", file=taken.file)
    if taken.old:
        message += " " + _("Thân cũ được giữ ở {old}.", old=taken.old)
    screen.answer(message, taken.as_json(), taken.problems)


def draft_papers(screen: Screen, place: Path, wanted: "Request[PapersDrafted]") -> int:
    """Draft papers with the templates of the workspace at `place`, and show what was made; the exit code."""
    with (
        office_progress(screen, _("Đang làm giấy khen")) as tell,
        acting(place, tell=tell) as office,
    ):
        made = office.do(wanted)
    message = _("Đã làm {count} dự thảo trong {folder}.", count=made.drafts, folder=made.folder)
    if made.refused:
        message += " " + _("Chưa làm được {count}: xem lỗi ở trên.", count=made.refused)
    names = [f"  {path.name}" for path in made.files]
    screen.answer("\n".join([message, *names]), made.as_json(), made.problems)
    return made.exit_code
