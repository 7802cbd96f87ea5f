"""`vbgen template from`: an old paper made into a template."""

from pathlib import Path

import click

from vbgen.cli import parameters
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _


def from_command() -> click.Command:
    """The command `template from`."""
    return Command(
        "from",
        callback=_from,
        help=_(
            "Biến một văn bản cũ thành mẫu: bỏ phần khung, thay giá trị bằng thẻ, rồi lập thử và so với bản cũ."
        ),
        params=[
            parameters.file("old"),
            click.Option(
                ["--campaign"],
                metavar="CAMPAIGN",
                type=TypedPath(),
                help=_(
                    "Phong trào có dữ liệu của văn bản cũ; không chỉ thì lấy điều văn bản tự ghi."
                ),
            ),
            click.Option(
                ["--as", "kind"],
                metavar="KIND",
                default="",
                help=_("Loại văn bản, khi không tự nhận ra được."),
            ),
            parameters.phase(),
            click.Option(
                ["-o", "--output", "target"],
                metavar="FILE.docx",
                type=TypedPath(),
                help=_(
                    "Nơi ghi mẫu; mặc định là thư mục papers của phong trào, không có phong trào thì cạnh văn bản cũ."
                ),
            ),
            parameters.as_json(),
        ],
    )


def _from(
    *,
    old: Path,
    campaign: Path | None,
    kind: str,
    phase: int | None,
    target: Path | None,
    as_json: bool,
) -> int:
    from vbgen.office import MakeTemplate

    with acting(campaign or old.parent) as office:
        made = office.do(MakeTemplate(old, campaign, kind, phase, target))
    screen = Screen(as_json=as_json)
    screen.lines([f"{each.place}: {each.words[:60]} → {each.tag}" for each in made.put])
    said = _("Đã ghi mẫu {file}; đặt {count} thẻ.", file=made.file, count=len(made.put))
    proved = (
        _("Lập thử cho đúng chữ của văn bản cũ.")
        if not made.differing
        else _("Lập thử còn khác {count} chỗ.", count=len(made.differing))
    )
    screen.answer(f"{said} {proved}", made.as_json(), made.problems)
    return 0
