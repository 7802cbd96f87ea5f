"""`vbgen register import`: books of past years written over, the outgoing register or the golden book."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import asked_first, by, workspace, yes
from vbgen.cli.opening import acting
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _

if TYPE_CHECKING:
    from vbgen.office import GoldenBookImported


def command() -> click.Command:
    """The command."""
    return Command(
        "import",
        callback=_do_import,
        help=_(
            "Nhập sổ đăng ký (mười cột của Phụ lục IV) hoặc sổ vàng của các năm trước từ Excel."
        ),
        params=[
            parameters.file("source"),
            click.Option(
                ["--golden-book", "golden"],
                is_flag=True,
                help=_("Tệp là sổ vàng: ai được khen gì, theo quyết định nào."),
            ),
            click.Option(
                ["--map", "mapping"],
                multiple=True,
                metavar="CỘT=TRƯỜNG",
                help=_(
                    "Cột mang tên khác: “Số VB=code”; trường: code, day, subject, signer_name, recipients …"
                ),
            ),
            click.Option(
                ["--agency"],
                required=True,
                metavar="KÝ_HIỆU",
                help=_("Ký hiệu cơ quan, ví dụ SCT."),
            ),
            by(),
            yes(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _do_import(  # noqa: PLR0913 - the options of the command
    *,
    source: Path,
    golden: bool,
    mapping: Sequence[str],
    agency: str,
    who: str | None,
    yes: bool,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office import ImportGoldenBook, ImportPastBook

    screen, columns = Screen(as_json=as_json), _columns(mapping)
    with acting(place, who) as office:
        if golden:
            act = ImportGoldenBook(source, agency, columns)
            book = asked_first(screen, office, act, yes=yes)
            screen.answer(_golden_told(book), book.as_json())
        else:
            done = asked_first(screen, office, ImportPastBook(source, agency, columns), yes=yes)
            message = _("Đã nhập {count} văn bản từ sổ các năm trước.", count=done.count)
            screen.answer(message, done.as_json())


def _columns(mapping: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Heading and field of each column that has another name."""
    pairs = [pair.partition("=") for pair in mapping]
    wrong = [before for before, equals, after in pairs if not equals or not after]
    if wrong:
        raise UsageError(_("--map “{pair}” cần dạng CỘT=TRƯỜNG.", pair=wrong[0]))
    return tuple((before, after.strip()) for before, _equals, after in pairs)


def _golden_told(done: "GoldenBookImported") -> str:
    return _(
        "Đã nhập {count} dòng sổ vàng; ghi thêm vào sổ đăng ký {decisions} quyết định.",
        count=done.certificates,
        decisions=done.decisions,
    )
