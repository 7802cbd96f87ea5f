"""`vbgen init`: a new workspace."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.launchers import launchers
from vbgen.cli.opening import acting, now
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import NumberingWish


def commands() -> list[click.Command]:
    """The command `init`."""
    return [
        Command(
            "init",
            callback=_init,
            help=_("Tạo một thư mục làm việc mới, có phong trào thử và tệp Excel trống để điền."),
            params=[
                parameters.file("folder"),
                click.Option(
                    ["--from", "source"],
                    type=TypedPath(),
                    metavar="CAMPAIGN",
                    help=_("Bắt đầu phong trào mới từ phong trào này: cơ quan, người, Hội đồng …"),
                ),
                *_numbering(),
                parameters.as_json(),
            ],
        )
    ]


def _numbering() -> list[click.Parameter]:
    """How the office numbers; asked for on a terminal where none of it is said."""
    habits = ["decision", "yearly", "running"]
    return [
        click.Option(
            ["--by-type"],
            is_flag=True,
            help=_("Mỗi loại văn bản một hệ thống số; mặc định một hệ thống số cho tất cả."),
        ),
        click.Option(
            ["--apart"],
            multiple=True,
            metavar="DÃY=KÝ_HIỆU,…",
            help=_("Loại có hệ thống số riêng: giay-moi=GM."),
        ),
        click.Option(["--inserted"], is_flag=True, help=_("Cho phép chèn số có chữ, như 06a.")),
        click.Option(
            ["--golden-book"],
            default="",
            type=click.Choice(["", *habits]),
            metavar="|".join(habits),
            help=_("Cách đánh số sổ vàng; mặc định theo luật của ngày quyết định."),
        ),
        click.Option(
            ["--last-number"],
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help=_("Số văn bản đi cuối cùng đã dùng năm nay; vbgen cấp từ số sau."),
        ),
    ]


def _init(
    *,
    folder: Path,
    source: Path | None,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - the options on numbering
) -> None:
    if source is None:
        _new_workspace(folder, given, as_json=as_json)
        return
    if any(given.values()):
        raise UsageError(_("Cách đánh số lấy từ thư mục làm việc cũ; bỏ các tùy chọn đánh số."))
    _next_campaign(folder, source, as_json=as_json)


def _next_campaign(folder: Path, source: Path, *, as_json: bool) -> None:
    from vbgen.office import StartFrom

    with acting(source) as office:
        made = office.do(StartFrom(folder, source))
    message = _(
        "Đã tạo phong trào {folder}: {people} cá nhân, tập thể, {past} lần đã khen thưởng.",
        folder=made.folder,
        people=made.people,
        past=made.past_awards,
    )
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)


def _new_workspace(folder: Path, given: dict[str, Any], *, as_json: bool) -> None:
    from vbgen.office import MakeWorkspace

    year = now().year
    silent = as_json or not sys.stdin.isatty() or any(given.values())
    numbering = _said(given, year) if silent else _asked(year)
    with acting(folder) as office:
        made = office.do(MakeWorkspace(folder, numbering, launchers()))
    message = _(
        "Đã tạo thư mục làm việc {folder}. Hãy thử: vbgen draft {sample}",
        folder=folder if folder.name else folder.resolve(),
        sample=made.sample,
    )
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)


def _said(given: dict[str, Any], year: int) -> "NumberingWish":
    from vbgen.office import NumberingWish

    if given["by_type"] and given["last_number"]:
        raise UsageError(
            _(
                "Mỗi loại văn bản một hệ thống số thì không có một số cuối cùng chung. Hãy bỏ "
                "--last-number và ghi số đầu của từng hệ thống số vào mục [numbering.start] của "
                "vbgen.toml."
            )
        )
    return NumberingWish(
        given["by_type"],
        _apart_of(given["apart"]),
        given["inserted"],
        given["golden_book"],
        given["last_number"],
        year,
    )


def _apart_of(texts: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """`giay-moi=GM,PB` → the series and what it takes; UsageError for another shape."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        name, equals, kinds = text.partition("=")
        members = tuple(filter(None, (kind.strip() for kind in kinds.split(","))))
        if not (name.strip() and equals and members):
            raise UsageError(
                _("“{text}” cần dạng tên-dãy=KÝ_HIỆU,…, ví dụ giay-moi=GM.", text=text)
            )
        found[name.strip()] = members
    return found


def _asked(year: int) -> "NumberingWish":
    """The same, asked of the person at the terminal; every answer may be left as it is offered."""
    from vbgen.office import NumberingWish

    click.echo(_("Cách đánh số văn bản của cơ quan (đổi được sau trong vbgen.toml):"), err=True)
    by_type = click.confirm(_("Mỗi loại văn bản một hệ thống số?"), default=False, err=True)
    types = click.prompt(
        _("Loại có hệ thống số riêng, ghi ký hiệu như GM (để trống nếu không có)"),
        default="",
        show_default=False,
        err=True,
    )
    inserted = click.confirm(_("Cho phép chèn số có chữ, như 06a?"), default=False, err=True)
    last = 0
    if not by_type:
        question = _("Số văn bản đi cuối cùng đã dùng năm {year} (0 nếu chưa có)", year=year)
        last = click.prompt(question, type=click.IntRange(min=0), default=0, err=True)
    apart = {name.casefold(): (name,) for name in map(str.strip, types.split(",")) if name}
    return NumberingWish(by_type, apart, inserted, last_number=last, year=year)
