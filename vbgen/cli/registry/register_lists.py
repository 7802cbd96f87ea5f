"""`vbgen register list` and `search`: entries in the book's order, as many as are wanted, and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import Day, workspace
from vbgen.cli.opening import looking
from vbgen.cli.screen.columns import ScreenColumn, lines
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _
from vbgen.words.numbers import vn_number

if TYPE_CHECKING:
    from vbgen.office import GoldenBookSeen, PaperRow, PapersFound

_FOUND_AT_ONCE = 200  # entries that a search shows, unless told otherwise


@dataclass(frozen=True, slots=True)
class Portion:
    """Which of the rows are wanted."""

    limit: int | None
    offset: int

    @classmethod
    def of(
        cls, limit: int | None, offset: int, *, whole: bool, usual: int | None = None
    ) -> "Portion":
        """What the options say: everything from `offset` on with `--all`, else `limit` or the usual number."""
        return cls(None if whole else limit or usual, offset)

    def left(self, shown: int, total: int) -> str:
        """How to see the rest; empty where nothing is left out."""
        if shown == total:
            return ""
        following = self.offset + shown
        if following >= total:
            return _("Bỏ --offset để xem từ đầu.")
        return _(
            "Xem tiếp: thêm --offset {following}, hoặc --all để xem tất cả.", following=following
        )


def commands() -> list[click.Command]:
    """Both commands."""
    return [_list(), _search()]


def year() -> click.Option:
    """The year that is meant."""
    return click.Option(["--year"], type=parameters.YEARS, metavar="N", help=_("Năm."))


def golden() -> click.Option:
    """The golden book instead of the outgoing register."""
    return click.Option(
        ["--golden-book", "golden"], is_flag=True, help=_("Sổ vàng thay cho sổ văn bản đi.")
    )


def portion(usual: int | None = None) -> list[click.Parameter]:
    """How many rows, and from which on."""
    most = _("Số dòng nhiều nhất; mặc định {usual}.", usual=usual or _("tất cả"))
    return [
        click.Option(
            ["--limit"], type=click.IntRange(1, parameters.NUMBERS.max), metavar="N", help=most
        ),
        click.Option(
            ["--offset"],
            type=parameters.NUMBERS,
            default=0,
            metavar="N",
            help=_("Bỏ qua N dòng đầu."),
        ),
        click.Option(["--all", "whole"], is_flag=True, help=_("Tất cả, không giới hạn số dòng.")),
    ]


def _list() -> click.Command:
    return Command(
        "list",
        callback=_show_list,
        help=_("Liệt kê sổ văn bản đi hoặc sổ vàng."),
        params=[
            year(),
            click.Option(["--kind"], default="", metavar="KIND", help=_("Chỉ một loại văn bản.")),
            click.Option(["--series"], default="", metavar="DÃY", help=_("Chỉ một hệ thống số.")),
            click.Option(
                ["--open", "only_open"],
                is_flag=True,
                help=_("Chỉ những văn bản đã giữ số mà chưa xong."),
            ),
            golden(),
            *portion(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _show_list(  # noqa: PLR0913 - the options of the command
    *,
    year: int | None,
    kind: str,
    series: str,
    only_open: bool,
    golden: bool,
    limit: int | None,
    offset: int,
    whole: bool,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office import FindPapers, SeeGoldenBook

    screen, wanted = Screen(as_json=as_json), Portion.of(limit, offset, whole=whole)
    limit, offset = wanted.limit, wanted.offset
    with looking(place) as office:
        if golden:
            _answer_golden(screen, office.do(SeeGoldenBook(year, limit, offset)), wanted)
            return
        asked = FindPapers(
            kind=kind, series=series, year=year, only_open=only_open, limit=limit, offset=offset
        )
        _answer_papers(screen, office.do(asked), wanted)


def _search() -> click.Command:
    texts = {
        "--subject": _("Chữ trong trích yếu."),
        "--recipient": _("Chữ trong nơi nhận, hoặc tên cá nhân, tập thể được khen thưởng."),
    }
    return Command(
        "search",
        callback=_show_search,
        help=_("Tìm văn bản theo chữ (có dấu hoặc không dấu), số, ngày, trích yếu, nơi nhận."),
        params=[
            click.Argument(["words"], metavar="[CHỮ …]", nargs=-1),
            click.Option(["--number"], type=parameters.NUMBERS, metavar="N", help=_("Số văn bản.")),
            *(
                click.Option([name], default="", metavar="CHỮ", help=text)
                for name, text in texts.items()
            ),
            click.Option(["--from", "since"], type=Day(), metavar="NGÀY", help=_("Từ ngày.")),
            click.Option(["--to", "until"], type=Day(), metavar="NGÀY", help=_("Đến ngày.")),
            year(),
            *portion(_FOUND_AT_ONCE),
            workspace(),
            parameters.as_json(),
        ],
    )


def _show_search(  # noqa: PLR0913 - the options of the command
    *,
    words: Sequence[str],
    number: int | None,
    subject: str,
    recipient: str,
    since: date | None,
    until: date | None,
    year: int | None,
    limit: int | None,
    offset: int,
    whole: bool,
    place: Path,
    as_json: bool,
) -> None:
    from vbgen.office import FindPapers

    wanted = Portion.of(limit, offset, whole=whole, usual=_FOUND_AT_ONCE)
    asked = FindPapers(
        " ".join(words),
        subject,
        recipient,
        number,
        year=year,
        since=since,
        until=until,
        limit=wanted.limit,
        offset=wanted.offset,
    )
    with looking(place) as office:
        _answer_papers(Screen(as_json=as_json), office.do(asked), wanted)


def _answer_papers(screen: Screen, found: "PapersFound", wanted: Portion) -> None:
    if not screen.as_json:
        screen.lines(_paper_lines(found.rows))
    said = _papers(len(found.rows), found.total)
    sentence = " ".join(filter(None, (said, wanted.left(len(found.rows), found.total))))
    screen.problems(found.problems, err=True)
    screen.answer(sentence, found.as_json() if screen.as_json else {})


def _paper_lines(found: "Sequence[PaperRow]") -> list[str]:
    columns = (
        ScreenColumn(_("Số, ký hiệu"), most=24),
        ScreenColumn(_("Ngày"), most=10),
        ScreenColumn(_("Tên loại và trích yếu"), share=3),
        ScreenColumn(_("Tình trạng, ghi chú"), share=2),
    )
    rows = [
        (
            row.entry.code,
            f"{row.entry.day:%d/%m/%Y}",
            row.entry.type_and_subject,
            row.entry.standing(row.remark),
        )
        for row in found
    ]
    return lines(columns, rows)


def _answer_golden(screen: Screen, found: "GoldenBookSeen", wanted: Portion) -> None:
    columns = (
        ScreenColumn(_("Số"), most=8),
        ScreenColumn(_("Tên"), share=2),
        ScreenColumn(_("Hình thức"), share=2),
        ScreenColumn(_("Quyết định"), most=24),
        ScreenColumn(_("Ghi chú"), share=2),
    )
    rows = [(str(one.number), one.name, one.award, one.decision, one.remark) for one in found.rows]
    screen.lines(lines(columns, rows))
    said = _certificates(len(found.rows), found.total)
    sentence = " ".join(filter(None, (said, wanted.left(len(found.rows), found.total))))
    screen.problems(found.problems, err=True)
    screen.answer(sentence, found.as_json())


def _papers(shown: int, total: int) -> str:
    if shown == total:
        return _("{count} văn bản.", count=vn_number(total))
    return _("{shown} trong số {count} văn bản.", shown=vn_number(shown), count=vn_number(total))


def _certificates(shown: int, total: int) -> str:
    if shown == total:
        return _("{count} giấy khen.", count=vn_number(total))
    return _("{shown} trong số {count} giấy khen.", shown=vn_number(shown), count=vn_number(total))
