"""`vbgen template preview`: a kind filled in to be looked at, once or again after each change."""

import time
from collections.abc import Iterator
from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.drafts import draft_papers
from vbgen.cli.opening import looking
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import VbgenError
from vbgen.messages import _

_PAUSE_S = 0.2
_LOOKED_AT = ("*.docx", "*.toml", "*.xlsx", "*.yaml")


def preview_command() -> click.Command:
    """The command `template preview`."""
    return Command(
        "preview",
        callback=_preview,
        help=_("Xem trước một loại văn bản với phong trào thử, hoặc với phong trào của cơ quan."),
        params=[
            parameters.kind(required=True),
            click.Option(
                ["--campaign"],
                metavar="CAMPAIGN",
                type=TypedPath(),
                help=_("Thư mục phong trào; mặc định là phong trào thử."),
            ),
            parameters.phase(),
            click.Option(["--pdf"], is_flag=True, help=_("Làm thêm bản PDF.")),
            click.Option(
                ["--watch"],
                is_flag=True,
                help=_("Làm lại bản PDF mỗi khi lưu mẫu hoặc dữ liệu, đến khi bấm Ctrl+C."),
            ),
            parameters.folder(_("Thư mục đặt bản xem thử; mặc định là output/previews.")),
            parameters.as_json(),
        ],
    )


def _preview(  # noqa: PLR0913 - the options of the command
    *,
    kind: str,
    campaign: Path | None,
    phase: int | None,
    pdf: bool,
    watch: bool,
    folder: Path | None,
    as_json: bool,
) -> int:
    from vbgen.office import PreviewTemplate

    place = campaign or Path.cwd()
    wanted = PreviewTemplate(kind, campaign, phase, pdf or watch, folder, again=watch)
    screen = Screen(as_json=as_json)
    if not watch:
        return draft_papers(screen, place, wanted)
    for _change in _changes(_sources(place, campaign)):
        began = time.monotonic()
        try:
            draft_papers(screen, place, wanted)
        except VbgenError as fault:  # told, and the next change is waited for
            screen.error(fault)
        seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
        click.echo(
            _(
                "Đã làm lại trong {seconds} giây; đang chờ lưu tệp (Ctrl+C để thôi).",
                seconds=seconds,
            ),
            err=True,
        )
    return 0


def _sources(place: Path, campaign: Path | None) -> tuple[Path, ...]:
    """The folders that are watched."""
    from vbgen.office import FindPreviewSources

    with looking(place) as office:
        return office.do(FindPreviewSources(campaign)).folders


def _changes(folders: tuple[Path, ...]) -> Iterator[None]:
    """Once at first, then whenever a file was saved."""
    seen: dict[Path, float] = {}
    while True:
        found = dict(_stamps(folders))
        if found != seen:
            seen = found
            yield
        time.sleep(_PAUSE_S)


def _stamps(folders: tuple[Path, ...]) -> Iterator[tuple[Path, float]]:
    for folder in folders:
        for pattern in _LOOKED_AT:
            for path in sorted(folder.rglob(pattern)):
                try:
                    yield path, path.stat().st_mtime
                except FileNotFoundError:  # as it is being saved
                    continue
