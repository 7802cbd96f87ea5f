"""`vbgen draft`: every paper of a campaign as a Word file, and as PDF if asked."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbgen.papers.kinds.library import Library
    from vbgen.papers.scene import Scene


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


@dataclass(frozen=True, slots=True)
class Drafting:
    """What is to be drafted, and where it goes."""

    campaign: Path
    kinds: Sequence[str]
    phase: int | None
    pdf: bool
    folder: Path | None
    place: Path | None = None  # whose templates serve; the campaign's own without it
    again: bool = False  # it will be drafted again soon, so what makes PDF files stays at hand


def _draft(
    *,
    campaign: Path,
    kinds: Sequence[str],
    phase: int | None,
    pdf: bool,
    folder: Path | None,
    as_json: bool,
) -> None:
    draft_papers(Screen(as_json=as_json), Drafting(campaign, kinds, phase, pdf=pdf, folder=folder))


def draft_papers(screen: Screen, wanted: Drafting) -> None:
    """Draft the papers of a campaign into a folder and show what was made."""
    from vbgen.campaign import load_campaign
    from vbgen.office.making.drafting import Drafter, keep_all
    from vbgen.office.setting.workspace import find_workspace
    from vbgen.pages.converter.fonts import probe_fonts

    workspace = find_workspace(wanted.place or wanted.campaign)
    law, emblem = workspace.law(datetime.now().astimezone().date()), workspace.emblem
    loaded = load_campaign(wanted.campaign, workspace.words(law.day))
    drafter = Drafter(workspace.library)
    planned = drafter.plan(
        loaded.campaign, wanted.kinds, phase=wanted.phase, law=law, emblem=emblem
    )
    target, problems, drafts = (
        wanted.folder or workspace.drafts_of(wanted.campaign),
        [*loaded.notes, *planned.notes],
        [],
    )
    with screen.progress(_("Đang soạn văn bản"), len(planned.scenes)) as step:
        for draft in drafter.drafts(planned):
            drafts.append(draft)
            problems += draft.problems
            step()
    asides: list[Path] = []
    written = keep_all(drafts, target, chosen=wanted.folder is not None, aside=asides.append)
    problems += [_kept_aside(path) for path in asides]
    made = list(written)
    if wanted.pdf:
        made += _pdf(
            screen,
            dict(zip(written, planned.scenes, strict=True)),
            workspace.library,
            again=wanted.again,
        )
        problems += probe_fonts(os.environ)
    message = _("Đã làm {count} dự thảo trong {folder}.", count=len(written), folder=target)
    screen.answer(_listed(message, made), {"files": [str(path) for path in made]}, problems)


def _kept_aside(path: Path) -> Problem:
    message = _(
        "Bản dự thảo cũ đã được sửa tay nên được giữ lại dưới tên này; bản mới nằm bên cạnh."
    )
    return Problem("draft-kept-aside", message, Place(file=path.name), Severity.NOTE)


def _pdf(
    screen: Screen, written: "Mapping[Path, Scene]", library: "Library", *, again: bool
) -> Sequence[Path]:
    from vbgen.cli.screen.batch_progress import batch_progress
    from vbgen.machine.pdf_maker import find_pdf_maker, process_pdf_maker
    from vbgen.office.making.draft_copies import draft_copies
    from vbgen.office.setting.workshops import press

    maker = process_pdf_maker if again else find_pdf_maker
    plain = sum(not scene.kind.page_filling for scene in written.values())
    with (
        screen.progress(_("Đang chuyển sang PDF"), plain) as step,
        batch_progress(screen, _("Đang làm giấy khen")) as tell,
    ):
        own = press(os.environ, tell)
        return draft_copies(
            written, library, lambda: maker(os.environ), own, lambda _done, _all: step()
        )


def _listed(message: str, made: Sequence[Path]) -> str:
    return "\n".join([message, *(f"  {path.name}" for path in made)])
