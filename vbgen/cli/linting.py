"""`vbgen lint`: any Word file against Nghị định 30/2020/NĐ-CP."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import Severity, UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import FilesLinted


def commands() -> list[click.Command]:
    """The command `lint`."""
    return [
        Command(
            "lint",
            callback=_lint,
            help=_(
                "Kiểm tra thể thức bất kỳ tệp Word nào theo Nghị định số 30/2020/NĐ-CP. Mã thoát: 0 "
                "không lỗi, 1 chưa đúng nghị định, 2 không đọc được tệp hoặc tệp không có chữ."
            ),
            params=[
                click.Argument(["files"], metavar="FILE.docx …", nargs=-1, type=TypedPath()),
                click.Option(
                    ["--fix"],
                    is_flag=True,
                    help=_("Sửa những gì chắc chắn, ghi vào tệp mới (cần -o)."),
                ),
                _target(
                    ["-o", "--output", "output"], _("Tệp mới của --fix; nhiều tệp thì là thư mục.")
                ),
                _target(
                    ["--annotate"],
                    _(
                        "Ghi một bản sao có chú thích Word ở từng chỗ sai; nhiều tệp thì là thư mục."
                    ),
                ),
                _target(["--sarif"], _("Ghi kết quả dạng SARIF cho công cụ kiểm tra khác.")),
                click.Option(
                    ["--pages"],
                    is_flag=True,
                    help=_(
                        "Xem cả các trang in ra: chữ ký sang trang một mình, bảng bị chia, chữ chồng lên nhau …"
                    ),
                ),
                parameters.as_json(),
            ],
        )
    ]


def _target(names: list[str], text: str) -> click.Option:
    return click.Option(names, metavar="FILE", type=TypedPath(), help=text)


def _lint(  # noqa: PLR0913 - the options of the command
    *,
    files: Sequence[Path],
    fix: bool,
    output: Path | None,
    annotate: Path | None,
    sarif: Path | None,
    pages: bool,
    as_json: bool,
) -> int:
    from vbgen.cli.screen.findings import findings_shown
    from vbgen.office import LintFiles

    if not files:
        raise UsageError(_("Hãy ghi ít nhất một tệp .docx."))
    if fix != (output is not None):
        raise UsageError(
            _("Hãy ghi --fix và -o cùng nhau: -o là nơi ghi tệp đã sửa; tệp gốc không bị đổi.")
        )
    with acting(Path.cwd()) as office:
        found = office.do(LintFiles(tuple(files), output, annotate, sarif, pages))
    message = _worded(found)
    if fix:
        message += " " + _("Đã sửa {count} chỗ.", count=found.mended)
    screen = Screen(as_json=as_json)
    screen.show(findings_shown(found))
    screen.answer(message, found.as_json(), found.problems if as_json else ())
    return found.exit_code


def _worded(found: "FilesLinted") -> str:
    return _(
        "{count} tệp: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.",
        count=len(found.results),
        errors=found.counts[Severity.ERROR],
        warnings=found.counts[Severity.WARNING],
        notes=found.counts[Severity.NOTE],
    )
