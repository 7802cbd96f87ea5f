"""`vbgen lint`: any Word file against Nghị định 30/2020/NĐ-CP."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import Severity, UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office.linting import Linted


def commands() -> list[click.Command]:
    """The command `lint`."""
    return [
        Command(
            "lint",
            callback=_lint,
            help=_(
                "Kiểm tra thể thức bất kỳ tệp Word nào theo Nghị định 30/2020/NĐ-CP."
                " Mã thoát: 0 không lỗi, 1 trái nghị định, 2 không đọc được tệp."
            ),
            params=[
                click.Argument(
                    ["files"], metavar="FILE.docx …", nargs=-1, type=click.Path(path_type=Path)
                ),
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
                    _("Ghi một bản sao có ghi chú Word ở từng chỗ sai; nhiều tệp thì là thư mục."),
                ),
                _target(["--sarif"], _("Ghi kết quả dạng SARIF cho công cụ kiểm tra khác.")),
                parameters.as_json(),
            ],
        )
    ]


def _target(names: list[str], text: str) -> click.Option:
    return click.Option(names, metavar="FILE", type=click.Path(path_type=Path), help=text)


def _lint(
    *,
    files: Sequence[Path],
    fix: bool,
    output: Path | None,
    annotate: Path | None,
    sarif: Path | None,
    as_json: bool,
) -> int:
    from vbgen.office.linting import annotate_file, worst

    if not files:
        raise UsageError(_("Hãy ghi ít nhất một tệp .docx."))
    if fix != (output is not None):
        raise UsageError(
            _("Hãy ghi --fix và -o cùng nhau: -o là nơi ghi tệp đã sửa; tệp gốc không bị đổi.")
        )
    results = _results(files, output if fix else None)
    if annotate is not None:
        for linted in results:
            annotate_file(linted, _place(annotate, linted.path, len(files)))
    if sarif is not None:
        _write_sarif(results, sarif)
    _show(Screen(as_json=as_json), results, mended=fix)
    return worst(results)


def _results(files: Sequence[Path], output: Path | None) -> list["Linted"]:
    from vbgen.office.linting import lint_files, mend_file
    from vbgen.office.setting.linting import lint_settings
    from vbgen.office.setting.workspace import find_workspace

    settings, today = lint_settings(find_workspace(Path.cwd())), datetime.now().astimezone().date()
    if output is None:
        return list(lint_files(files, settings, today))
    return [mend_file(path, _place(output, path, len(files)), settings, today) for path in files]


def _place(target: Path, path: Path, count: int) -> Path:
    return target if count == 1 and target.suffix else target / path.name


def _write_sarif(results: Sequence["Linted"], target: Path) -> None:
    from vbgen import __version__
    from vbgen.decree import to_sarif
    from vbgen.outputs import write_output

    reports = [linted.report for linted in results if linted.report is not None]
    text = json.dumps(to_sarif(reports, version=__version__), ensure_ascii=False, indent=2)
    write_output(target, text.encode())


def _show(screen: Screen, results: Sequence["Linted"], *, mended: bool) -> None:
    problems = [problem for linted in results for problem in linted.problems]
    counts = {level: sum(problem.severity is level for problem in problems) for level in Severity}
    message = _(
        "{count} tệp: {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú.",
        count=len(results),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
    if mended:
        message += " " + _(
            "Đã sửa {count} chỗ.", count=sum(len(linted.mended) for linted in results)
        )
    screen.answer(
        message,
        {"ok": not counts[Severity.ERROR], "files": [_as_json(each) for each in results]},
        problems,
    )


def _as_json(linted: "Linted") -> dict[str, object]:
    findings = linted.report.findings if linted.report else ()
    return {
        "file": str(linted.path),
        "exit_code": linted.exit_code,
        "findings": [finding.as_json() for finding in findings],
        "mended": [finding.as_json() for finding in linted.mended],
    }
