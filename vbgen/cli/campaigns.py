"""`vbgen check`: every problem of a campaign at once, of its data and of what it proposes."""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import Severity, UnreadableFileError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office.checking import Checked
    from vbgen.office.setting.workspace import Workspace


def commands() -> list[click.Command]:
    """The command `check`."""
    return [_check_command()]


def _check_command() -> click.Command:
    return Command(
        "check",
        callback=_check,
        help=_(
            "Kiểm tra dữ liệu và đề nghị khen thưởng: mọi lỗi một lần, kèm tệp, trang, ô và quy định. Luật được chọn"
            " theo ngày quyết định."
        ),
        params=[parameters.campaign(), *_questions(), *_outputs(), parameters.as_json()],
    )


def _questions() -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    return [
        click.Option(
            ["--date", "day"],
            metavar="YYYY-MM-DD",
            type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
            help=_(
                "Ngày ra quyết định; mặc định lấy tháng dự kiến trong trang “Văn bản”, nếu không có thì hôm nay."
            ),
        ),
        click.Option(
            ["--history", "lists"],
            metavar="FILE.xlsx",
            type=path,
            multiple=True,
            help=_("Danh sách đã khen thưởng các năm trước; ghi nhiều lần được."),
        ),
        click.Option(
            ["--history-columns", "columns"],
            metavar=_("CỘT"),
            help=_("Cột của danh sách ấy, ví dụ “full_name=Tên cán bộ; year=C”."),
        ),
        click.Option(
            ["--against", "earlier"],
            metavar="CAMPAIGN",
            type=path,
            help=_("Dữ liệu lúc lập tờ trình: báo tên, chức vụ, đơn vị nào đã khác."),
        ),
    ]


def _outputs() -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    return [
        click.Option(
            ["--annotate"],
            metavar="FILE.xlsx",
            type=path,
            help=_("Ghi một bản sao của bảng Excel có tô màu và ghi chú ở những ô cần xem."),
        ),
        click.Option(
            ["--report"],
            metavar="FILE.docx",
            type=path,
            help=_("Ghi báo cáo kiểm tra để đưa vào hồ sơ của Hội đồng."),
        ),
        click.Option(
            ["--statistics"],
            metavar="FILE.xlsx",
            type=path,
            help=_("Ghi bảng thống kê khen thưởng của năm."),
        ),
    ]


def _check(
    *,
    campaign: Path,
    day: datetime | None,
    lists: Sequence[Path],
    columns: str | None,
    earlier: Path | None,
    as_json: bool,
    **wanted: Path | None,
) -> int:
    from vbgen.office.checking import Question, check
    from vbgen.office.setting.past import past_decisions
    from vbgen.office.setting.workspace import find_workspace

    workspace, now = find_workspace(campaign), datetime.now().astimezone()
    law, mapping = workspace.law(now.date()), _columns(workspace, columns)
    with past_decisions(workspace, os.environ, campaign.resolve().name) as past:
        question = Question(
            law=law,
            day=day.date() if day else None,
            lists=tuple(lists),
            columns=mapping,
            sources=(past,) if past else (),
            earlier=earlier or (past.as_proposed() if past else None),
        )
        found = check(campaign, workspace.library, question)
    files = _written(found, campaign, workspace, wanted)
    left = [path for path in wanted.values() if path and path not in files]
    _answer(Screen(as_json=as_json), found, files, left)
    if not campaign.is_dir():
        return UnreadableFileError.exit_code
    return 0 if found.is_clean else 1


def _columns(workspace: "Workspace", given: str | None) -> Mapping[str, str]:
    from vbgen.campaign.history import parse_columns

    return parse_columns(given) if given else workspace.history_columns


def _written(
    found: "Checked", campaign: Path, workspace: "Workspace", wanted: Mapping[str, Path | None]
) -> list[Path]:
    """The files that were asked for; a campaign whose data have errors has no report and no statistics."""
    from vbgen.office.check_report import write_report
    from vbgen.office.checking import annotated
    from vbgen.office.statistics import write_year

    written = []
    if path := wanted.get("annotate"):
        annotated(campaign, found.everywhere, path)
        written.append(path)
    if (path := wanted.get("report")) and found.case:
        write_report(found, workspace.library, path)
        written.append(path)
    if (path := wanted.get("statistics")) and found.case:
        write_year(found.case.campaign, found.case.phase_laws, path)
        written.append(path)
    return written


def _answer(screen: Screen, found: "Checked", files: Sequence[Path], left: Sequence[Path]) -> None:
    counts = {
        level: sum(problem.severity is level for problem in found.problems) for level in Severity
    }
    message = _(
        "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú.",
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
    lines = [message, *(_("Đã ghi {path}.", path=path) for path in files)]
    lines += [
        _("Chưa ghi {path} vì dữ liệu còn lỗi; hãy sửa rồi chạy lại.", path=path) for path in left
    ]
    values = {
        "ok": found.is_clean,
        "counts": {str(level): count for level, count in counts.items()},
        "laws": found.laws(),
        "findings": [finding.as_json(found.inspection.place_of) for finding in found.findings],
        "files": [str(path) for path in files],
    }
    screen.answer("\n".join(lines), values, found.problems)
