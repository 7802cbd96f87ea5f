"""`vbgen draft`: every paper of a campaign as a Word file, and as PDF if asked."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.show import Screen
from vbgen.cli.usage import Command
from vbgen.errors import Problem
from vbgen.messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbgen.kinds.library import Library
    from vbgen.kinds.scene import Scene


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
                click.Option(["--pdf"], is_flag=True, help=_("Làm thêm bản PDF bên cạnh mỗi tệp Word.")),
                parameters.folder(_("Thư mục đặt dự thảo; mặc định là output/<phong trào>/drafts.")),
                parameters.as_json(),
            ],
        )
    ]


def _draft(
    *, campaign: Path, kinds: Sequence[str], phase: int | None, pdf: bool, folder: Path | None, as_json: bool
) -> None:
    draft_papers(campaign, kinds, phase=phase, pdf=pdf, folder=folder, as_json=as_json)


def draft_papers(
    campaign: Path, kinds: Sequence[str], *, phase: int | None, pdf: bool, folder: Path | None, as_json: bool
) -> None:
    """Draft the papers of a campaign into a folder and show what was made."""
    from vbgen.load import load_campaign
    from vbgen.usecases.drafting import Drafter, keep_all
    from vbgen.wiring.workspace import find_workspace

    screen, workspace = Screen(as_json=as_json), find_workspace(campaign)
    loaded, drafter = load_campaign(campaign), Drafter(workspace.library)
    today = datetime.now().astimezone().date()
    rules, emblem = workspace.rules(), workspace.emblem
    planned = drafter.plan(loaded.campaign, kinds, phase=phase, today=today, emblem=emblem, rules=rules)
    target, problems, drafts = folder or workspace.drafts_of(campaign), [*loaded.notes, *planned.notes], []
    with screen.progress(_("Đang soạn văn bản"), len(planned.scenes)) as step:
        for draft in drafter.drafts(planned):
            drafts.append(draft)
            problems += draft.problems
            step()
    written = keep_all(drafts, target)
    scenes = dict(zip(written, planned.scenes, strict=True))
    made = [*written, *(_pdf(screen, scenes, workspace.library, problems) if pdf else ())]
    message = _("Đã làm {count} dự thảo trong {folder}.", count=len(written), folder=target)
    screen.answer(_listed(message, made), {"files": [str(path) for path in made]}, problems)


def _pdf(
    screen: Screen, written: "Mapping[Path, Scene]", library: "Library", problems: list[Problem]
) -> Sequence[Path]:
    from vbgen.cli.batch_progress import batch_progress
    from vbgen.pdf.choosing import find_pdf_maker
    from vbgen.pdf.fonts import probe_fonts
    from vbgen.usecases.draft_copies import draft_copies
    from vbgen.wiring.workshops import press

    problems += probe_fonts(os.environ)
    plain = sum(not scene.kind.page_filling for scene in written.values())
    with (
        screen.progress(_("Đang chuyển sang PDF"), plain) as step,
        batch_progress(screen, _("Đang làm giấy khen")) as tell,
    ):
        own = press(os.environ, tell)
        return draft_copies(written, library, lambda: find_pdf_maker(os.environ), own, lambda _done, _all: step())


def _listed(message: str, made: Sequence[Path]) -> str:
    return "\n".join([message, *(f"  {path.name}" for path in made)])
