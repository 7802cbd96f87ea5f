"""`vbgen check`: every problem of a campaign at once; `vbgen award`: what passed the vote becomes the award."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.opening import acting
from vbgen.cli.paths import TypedPath
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import Severity, UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import CampaignChecked


def commands() -> list[click.Command]:
    """The commands `check` and `award`."""
    return [_check_command(), _award_command()]


def _check_command() -> click.Command:
    return Command(
        "check",
        callback=_check,
        help=_(
            "Kiểm tra dữ liệu và đề nghị khen thưởng; nêu hết các lỗi trong một lần, kèm tệp, trang, ô và quy định."
            " Luật được chọn theo ngày quyết định."
        ),
        params=[
            parameters.campaign(),
            *_questions(),
            *_outputs(),
            *_marks(),
            parameters.errors_only(),
            parameters.as_json(),
        ],
    )


def _questions() -> list[click.Parameter]:
    path = TypedPath()
    return [
        _decision_day(),
        click.Option(
            ["--history", "lists"],
            metavar="FILE.xlsx",
            type=path,
            multiple=True,
            help=_("Danh sách đã khen thưởng các năm trước; ghi nhiều lần được."),
        ),
        click.Option(
            ["--history-columns", "columns"],
            default="",
            metavar=_("CỘT"),
            help=_("Cột của danh sách đó, ví dụ “full_name=Tên cán bộ; year=C”."),
        ),
        click.Option(
            ["--against", "earlier"],
            metavar="CAMPAIGN",
            type=path,
            help=_("Dữ liệu lúc lập tờ trình: báo tên, chức vụ, đơn vị nào đã khác."),
        ),
    ]


def _outputs() -> list[click.Parameter]:
    path = TypedPath()
    return [
        click.Option(
            ["--annotate"],
            metavar="FILE.xlsx",
            type=path,
            help=_("Ghi một bản sao của tệp Excel có tô màu và chú thích ở những ô cần xem."),
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


def _marks() -> list[click.Parameter]:
    return [
        click.Option(
            ["--understood"],
            metavar=_("MÃ[@NƠI]"),
            multiple=True,
            help=_(
                "Đánh dấu một cảnh báo hay lưu ý là đã hiểu, ví dụ “name-case@D5”; ghi nhiều lần được. "
                "Điều đó không được báo nữa cho tới khi dữ liệu liên quan thay đổi."
            ),
        ),
        click.Option(
            ["--all", "show_all"],
            is_flag=True,
            help=_("Báo cả những điều đã đánh dấu là đã hiểu."),
        ),
    ]


def _check(
    *,
    campaign: Path,
    day: datetime | None,
    lists: Sequence[Path],
    columns: str,
    understood: Sequence[str],
    as_json: bool,
    **given: Any,  # noqa: ANN401 - the other options, as the request calls them
) -> int:
    from vbgen.office import CheckCampaign

    errors_only = given.pop("errors_only")
    with acting(campaign) as office:
        asked = CheckCampaign(
            campaign,
            day.date() if day else None,
            tuple(lists),
            columns_of(columns),
            understood=tuple(understood),
            **given,
        )
        found = office.do(asked)
    screen = Screen(as_json=as_json, errors_only=errors_only)
    screen.answer(_worded(found), found.as_json(), found.problems)
    return found.exit_code


def columns_of(text: str) -> dict[str, str]:
    """`full_name=Tên cán bộ; year=C` as a mapping; UsageError when it is not written so."""
    pairs = [part.partition("=") for part in text.split(";") if part.strip()]
    if not all(separator and value.strip() for _name, separator, value in pairs):
        raise UsageError(_("Hãy ghi các cột theo dạng “full_name=Họ và tên; year=C”."))
    return {name.strip(): value.strip() for name, _separator, value in pairs}


def _worded(found: "CampaignChecked") -> str:
    message = _(
        "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.",
        errors=found.counts[Severity.ERROR],
        warnings=found.counts[Severity.WARNING],
        notes=found.counts[Severity.NOTE],
    )
    if found.understood:
        known = _("{count} điều đã hiểu, thêm --all để xem.", count=found.understood)
        message = f"{message} {known}"
    written = [_("Đã ghi {path}.", path=path) for path in found.files]
    left = [
        _("Chưa ghi {path} vì dữ liệu còn lỗi; hãy sửa rồi chạy lại.", path=path)
        for path in found.left
    ]
    return "\n".join([message, *written, *left])


def _award_command() -> click.Command:
    return Command(
        "award",
        callback=_award,
        help=_("Ghi đề nghị đủ phiếu thành khen thưởng, ngay trong tệp của phong trào."),
        params=[parameters.campaign(), parameters.phase(), _decision_day(), parameters.as_json()],
    )


def _award(*, campaign: Path, phase: int | None, day: datetime | None, as_json: bool) -> None:
    from vbgen.office import AwardWhatPassed

    with acting(campaign) as office:
        made = office.do(AwardWhatPassed(campaign, phase, day.date() if day else None))
    message = _("Không có đề nghị đủ phiếu nào chưa ghi thành khen thưởng.")
    if made.file:
        message = _(
            "Đã ghi {count} khen thưởng vào {file}.", count=len(made.awards), file=made.file
        )
    Screen(as_json=as_json).answer(message, made.as_json(), made.problems)


def _decision_day() -> click.Option:
    return click.Option(
        ["--date", "day"],
        metavar="YYYY-MM-DD",
        type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
        help=_(
            "Ngày ra quyết định; mặc định lấy tháng dự kiến trong trang “Văn bản”, nếu không có thì hôm nay."
        ),
    )
