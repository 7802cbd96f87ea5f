"""`vbgen template check|fields|preview|gallery|export`: a template looked at before it is used, or taken along."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.certificates.gallery import gallery_command
from vbgen.cli.opening import acting, looking
from vbgen.cli.paths import TypedPath
from vbgen.cli.receiving.template_from import from_command
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command, CommandGroup
from vbgen.cli.template_preview import preview_command
from vbgen.messages import _

if TYPE_CHECKING:
    from rich.table import Table

    from vbgen.office import UsedName


def commands() -> list[click.Command]:
    """The group `template`."""
    group = CommandGroup("template", help=_("Xem và kiểm tra mẫu Word của các loại văn bản."))
    for command in _commands():
        group.add_command(command)
    return [group]


def _commands() -> Iterator[click.Command]:
    yield from (_check_command(), _fields_command(), preview_command(), _export_command())
    yield from (gallery_command(), _diff_command(), _palette_command(), from_command())


def _check_command() -> click.Command:
    return Command(
        "check",
        callback=_check,
        help=_(
            "Kiểm tra mẫu: thẻ sai, tên không có. Ghi loại văn bản hoặc tệp .docx; để trống là mọi loại."
        ),
        params=[
            click.Argument(["what"], metavar="[KIND | FILE.docx …]", nargs=-1),
            click.Option(
                ["--verify"],
                is_flag=True,
                help=_(
                    "Điền thử bằng phong trào thử và chứng minh mọi giá trị đều có mặt trong văn bản."
                ),
            ),
            click.Option(
                ["--annotate"],
                metavar="FILE.docx|DIR",
                type=TypedPath(),
                help=_(
                    "Ghi bản sao có lỗi đánh dấu bằng chú thích Word; nhiều mẫu thì ghi thư mục."
                ),
            ),
            parameters.as_json(),
        ],
    )


def _check(*, what: Sequence[str], verify: bool, annotate: Path | None, as_json: bool) -> int:
    from vbgen.office import CheckTemplates

    with looking(Path.cwd()) as office:
        found = office.do(CheckTemplates(tuple(what), verify, annotate))
    count, errors = len(found.checked), found.errors
    message = _("Đã kiểm tra {count} mẫu: {errors} lỗi.", count=count, errors=errors)
    Screen(as_json=as_json).answer(message, found.as_json(), found.problems)
    return 1 if errors else 0


def _fields_command() -> click.Command:
    return Command(
        "fields",
        callback=_fields,
        help=_(
            "Liệt kê những tên mà mẫu dùng; không ghi loại văn bản thì liệt kê mọi tên có thể dùng."
        ),
        params=[parameters.kind(required=False), parameters.as_json()],
    )


def _fields(*, kind: str | None, as_json: bool) -> None:
    from vbgen.office import ListTemplateNames

    with looking(Path.cwd()) as office:
        found = office.do(ListTemplateNames(kind))
    screen = Screen(as_json=as_json)
    screen.table(_names_table(found.names))
    screen.answer(_("{count} tên.", count=len(found.names)), found.as_json())


def _export_command() -> click.Command:
    return Command(
        "export",
        callback=_export,
        help=_(
            "Xuất mẫu và dữ liệu để dùng với docxtpl mà không cần vbgen. Gồm mẫu đã ghép đủ các "
            "phần dùng chung, dữ liệu, ảnh và một tệp Python ngắn. Chỉ ghi khi docxtpl cho ra đúng "
            "văn bản của vbgen."
        ),
        params=[
            parameters.kind(required=True),
            parameters.folder(_("Thư mục đặt các tệp; mặc định là output/templates/<loại>.")),
            click.Option(
                ["--campaign"],
                metavar="CAMPAIGN",
                type=TypedPath(),
                help=_("Thư mục phong trào; mặc định là phong trào thử."),
            ),
            parameters.phase(),
            parameters.as_json(),
        ],
    )


def _export(
    *, kind: str, folder: Path | None, campaign: Path | None, phase: int | None, as_json: bool
) -> None:
    from vbgen.office import ExportTemplate

    with acting(campaign or Path.cwd()) as office:
        made = office.do(ExportTemplate(kind, folder, campaign, phase))
    message = _(
        "Đã xuất mẫu {kind} và dữ liệu của {count} văn bản vào {folder}; docxtpl cho ra đúng văn bản của vbgen.",
        kind=made.kind,
        count=made.papers,
        folder=made.folder,
    )
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)


def _diff_command() -> click.Command:
    return Command(
        "diff",
        callback=_diff,
        help=_(
            "So mẫu của cơ quan với mẫu đi kèm vbgen: câu chữ, kiểu, trang, khai báo. Dùng sau khi nâng cấp."
        ),
        params=[
            click.Argument(["kinds"], metavar="[KIND …]", nargs=-1),
            parameters.as_json(),
        ],
    )


def _diff(*, kinds: Sequence[str], as_json: bool) -> None:
    from vbgen.office import CompareTemplates

    with looking(Path.cwd()) as office:
        found = office.do(CompareTemplates(tuple(kinds)))
    message = _(
        "Đã so {count} tệp với mẫu đi kèm: {differing} tệp khác.",
        count=len(found.compared),
        differing=len(found.differing),
    )
    Screen(as_json=as_json).answer(message, found.as_json(), found.problems)


def _palette_command() -> click.Command:
    return Command(
        "palette",
        callback=_palette,
        help=_("Ghi một tệp Word có mọi thẻ, phần dùng chung và bộ lọc để chép vào mẫu."),
        params=[
            click.Option(
                ["-o", "--output", "target"],
                metavar="FILE.docx",
                type=TypedPath(),
                required=True,
                help=_("Tệp Word được ghi."),
            ),
            parameters.as_json(),
        ],
    )


def _palette(*, target: Path, as_json: bool) -> None:
    from vbgen.office import WritePalette

    with looking(Path.cwd()) as office:
        made = office.do(WritePalette(target))
    message = _("Đã ghi {count} thẻ để chép vào {file}.", count=made.tags, file=made.file)
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)


def _names_table(found: Sequence["UsedName"]) -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(_("Tên trong mẫu"), overflow="fold")
    table.add_column(_("Ý nghĩa hoặc ví dụ"), overflow="fold")
    told: set[tuple[str, ...]] = set()
    for name in found:
        table.add_row(name.path, name.title if name.choices in told else _meaning(name))
        told.add(name.choices)
    return table


def _meaning(name: "UsedName") -> str:
    """The title; where it comes from a list, what it may say, told once for each list."""
    shown = ", ".join(f"“{choice}”" for choice in name.choices)
    return (
        _("{title}: một trong {choices}", title=name.title, choices=shown) if shown else name.title
    )
