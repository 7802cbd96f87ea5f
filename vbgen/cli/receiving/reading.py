"""`vbgen read`: what people send, read into data with places, doubts and questions."""

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
    from vbgen.office import FilesRead


def commands() -> list[click.Command]:
    """The command `read`."""
    return [
        Command(
            "read",
            callback=_read,
            help=_(
                "Đọc danh sách, văn bản do nơi khác gửi (Word, Excel, CSV), mẫu nào cũng được; mỗi giá trị kèm chỗ lấy."
            ),
            params=[
                click.Argument(["files"], metavar="FILE …", nargs=-1, type=TypedPath()),
                click.Option(
                    ["--into"],
                    metavar="CAMPAIGN",
                    type=TypedPath(),
                    help=_("Ghi thành tệp Excel cho phong trào này, ô chưa chắc được tô màu."),
                ),
                click.Option(
                    ["--new", "may_begin"],
                    is_flag=True,
                    help=_("Lập thư mục ghi ở --into nếu chưa có phong trào nào ở đó."),
                ),
                click.Option(
                    ["--as", "kind"],
                    metavar="KIND",
                    default="",
                    help=_("Loại văn bản, khi không tự nhận ra được."),
                ),
                click.Option(
                    ["--phase"],
                    metavar="N",
                    type=click.IntRange(1),
                    help=_("Đợt mà danh sách đề nghị."),
                ),
                click.Option(
                    ["--answer", "answers"],
                    metavar="KEY=TRẢ_LỜI",
                    multiple=True,
                    help=_("Trả lời một câu hỏi; được nhớ cho lần sau."),
                ),
                parameters.as_json(),
            ],
        )
    ]


def _read(  # noqa: PLR0913 - click hands over every option by its name
    *,
    files: Sequence[Path],
    into: Path | None,
    may_begin: bool,
    kind: str,
    phase: int | None,
    answers: Sequence[str],
    as_json: bool,
) -> int:
    from vbgen.cli.screen.readings import readings_shown
    from vbgen.office import ReadFiles

    if not files:
        raise UsageError(_("Hãy ghi ít nhất một tệp."))
    given = dict(_answer(each) for each in answers)
    with acting(into or Path.cwd()) as office:
        found = office.do(ReadFiles(tuple(files), into, kind, phase, given, may_begin=may_begin))
    screen = Screen(as_json=as_json)
    if not as_json:
        screen.show(readings_shown(found))
    screen.answer(_worded(found), found.as_json(), found.problems)
    is_wrong = any(each.severity is Severity.ERROR for each in found.problems)
    return 2 if is_wrong else 0


def _answer(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise UsageError(_("--answer ghi dạng KEY=TRẢ_LỜI; thiếu dấu “=” ở “{text}”.", text=text))
    return key.strip(), value.strip()


def _worded(found: "FilesRead") -> str:
    said = _(
        "{files} tệp: {people} đối tượng, {doubtful} chưa chắc, {questions} câu hỏi.",
        files=len(found.files),
        people=found.people,
        doubtful=found.doubtful,
        questions=found.questions,
    )
    if len(found.files) > 1:
        said += " " + _(
            "{repeats} trùng hoặc mâu thuẫn, {unsent} đơn vị chưa gửi.",
            repeats=len(found.merged.repeats),
            unsent=len(found.merged.unsent),
        )
    written = ", ".join(str(path) for path in found.written)
    return " ".join((said, _("Đã ghi {files}.", files=written))) if written else said
