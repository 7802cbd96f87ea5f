"""`vbgen register list` and `search`: entries in the book's order, as many as are wanted, and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vbgen.cli import parameters
from vbgen.cli.desk import Day, looking_desk_of, none_yet, workspace
from vbgen.cli.screen.columns import Column, lines
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.messages import _
from vbgen.words.numbers import vn_number

if TYPE_CHECKING:
    from vbgen.office.issuing.issuing import Desk
    from vbgen.register import Filter, GoldenEntry, Page

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
    return click.Option(["--year"], type=int, metavar="N", help=_("Năm."))


def golden() -> click.Option:
    """The golden book instead of the outgoing register."""
    return click.Option(
        ["--golden-book", "golden"], is_flag=True, help=_("Sổ vàng thay cho sổ văn bản đi.")
    )


def portion(usual: int | None = None) -> list[click.Parameter]:
    """How many rows, and from which on."""
    most = _("Số dòng nhiều nhất; mặc định {usual}.", usual=usual or _("tất cả"))
    return [
        click.Option(["--limit"], type=click.IntRange(min=1), metavar="N", help=most),
        click.Option(
            ["--offset"],
            type=click.IntRange(min=0),
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
            click.Option(["--series"], default="", metavar="DÃY", help=_("Chỉ một dãy số.")),
            click.Option(
                ["--open", "only_open"],
                is_flag=True,
                help=_("Chỉ những văn bản chưa phát hành xong."),
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
    from vbgen.register import Filter
    from vbgen.register.entries import OPEN

    screen, wanted = Screen(as_json=as_json), Portion.of(limit, offset, whole=whole)
    with looking_desk_of(place, or_empty=True) as desk:
        if golden:
            _answer_golden(screen, desk, desk.register.golden_book(year=year), wanted)
            return
        asked = Filter(year=year, kind=kind, series=series, states=OPEN if only_open else ())
        _answer_entries(screen, desk, asked, wanted)


def _search() -> click.Command:
    texts = {
        "--subject": _("Chữ trong trích yếu."),
        "--recipient": _("Chữ trong nơi nhận, hoặc tên người được khen."),
    }
    return Command(
        "search",
        callback=_show_search,
        help=_("Tìm văn bản theo chữ (có dấu hoặc không dấu), số, ngày, trích yếu, nơi nhận."),
        params=[
            click.Argument(["words"], metavar="[CHỮ …]", nargs=-1),
            click.Option(["--number"], type=int, metavar="N", help=_("Số văn bản.")),
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
    from vbgen.office.registry.registering import apart_from_decision
    from vbgen.register import Filter

    decision, _places = apart_from_decision(" ".join(words))
    if decision:
        number, words = None, (decision,)
    asked = Filter(" ".join(words), subject, recipient, number, "", year, since, until)
    wanted = Portion.of(limit, offset, whole=whole, usual=_FOUND_AT_ONCE)
    with looking_desk_of(place, or_empty=True) as desk:
        _answer_entries(Screen(as_json=as_json), desk, asked, wanted)


def _answer_entries(screen: Screen, desk: "Desk", asked: "Filter", wanted: Portion) -> None:
    page = desk.register.page(replace(asked, limit=wanted.limit, offset=wanted.offset))
    remarks = desk.register.remarks(page.entries)
    values = []
    if screen.as_json:
        values = [{**entry.as_json(), "remark": remarks[entry.id]} for entry in page.entries]
    else:
        screen.lines(_entry_lines(page, remarks))
    said = _papers(len(page.entries), page.total)
    sentence = " ".join(filter(None, (said, wanted.left(len(page.entries), page.total))))
    screen.answer(sentence, {"entries": values, "total": page.total}, none_yet(desk.register))


def _entry_lines(page: "Page", remarks: dict[str, str]) -> list[str]:
    from vbgen.register.books import type_and_subject
    from vbgen.register.entering.remarks import standing

    columns = (
        Column(_("Số, ký hiệu"), most=24),
        Column(_("Ngày"), most=10),
        Column(_("Tên loại và trích yếu"), share=3),
        Column(_("Tình trạng, ghi chú"), share=2),
    )
    rows = [
        (
            entry.code,
            f"{entry.day:%d/%m/%Y}",
            type_and_subject(entry),
            standing(entry, remarks[entry.id]),
        )
        for entry in page.entries
    ]
    return lines(columns, rows)


def _answer_golden(
    screen: Screen, desk: "Desk", entries: "Sequence[GoldenEntry]", wanted: Portion
) -> None:
    from vbgen.register.books import golden_note

    end = None if wanted.limit is None else wanted.offset + wanted.limit
    shown = entries[wanted.offset : end]
    columns = (
        Column(_("Số"), most=8),
        Column(_("Tên"), share=2),
        Column(_("Hình thức"), share=2),
        Column(_("Quyết định"), most=24),
        Column(_("Ghi chú"), share=2),
    )
    rows = [(str(one.number), one.name, one.award, one.decision, golden_note(one)) for one in shown]
    if not screen.as_json:
        screen.lines(lines(columns, rows))
    said = _certificates(len(shown), len(entries))
    sentence = " ".join(filter(None, (said, wanted.left(len(shown), len(entries)))))
    values = [{**one.as_json(), "remark": golden_note(one)} for one in shown]
    screen.answer(
        sentence, {"certificates": values, "total": len(entries)}, none_yet(desk.register)
    )


def _papers(shown: int, total: int) -> str:
    if shown == total:
        return _("{count} văn bản.", count=vn_number(total))
    return _("{shown} trong số {count} văn bản.", shown=vn_number(shown), count=vn_number(total))


def _certificates(shown: int, total: int) -> str:
    if shown == total:
        return _("{count} giấy khen.", count=vn_number(total))
    return _("{shown} trong số {count} giấy khen.", shown=vn_number(shown), count=vn_number(total))
