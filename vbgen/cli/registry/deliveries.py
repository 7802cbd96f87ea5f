"""`vbgen register deliver`: the delivery book's lines of one paper, written and shown."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vbgen.cli import parameters
from vbgen.cli.desk import Day, by, why, workspace
from vbgen.cli.opening import acting, looking, now
from vbgen.cli.screen.show import Screen
from vbgen.cli.screen.usage import Command
from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.words.dates import citation_date

if TYPE_CHECKING:
    from vbgen.office import (
        BookKind,
        DeliveryChange,
        DeliveryLine,
        DeliveryWay,
        NewDelivery,
        WriteDeliveries,
    )

_WAYS = ("truc-tiep", "buu-dien", "dien-tu", "ban-luu")


def books() -> list[click.Parameter]:
    """Which book is exported instead of the outgoing register."""
    return [
        click.Option(
            ["--delivery-book", "delivered"],
            is_flag=True,
            help=_("Sổ chuyển giao văn bản đi thay cho sổ văn bản đi."),
        ),
        click.Option(
            ["--post-book", "by_post"],
            is_flag=True,
            help=_("Sổ gửi văn bản đi bưu điện thay cho sổ văn bản đi."),
        ),
    ]


def kind_of(*, golden: bool, delivered: bool, by_post: bool) -> "BookKind":
    """The one book that is meant; UsageError for several."""
    from vbgen.office import BookKind

    named = {BookKind.GOLDEN: golden, BookKind.DELIVERIES: delivered, BookKind.POST: by_post}
    meant = [kind for kind, is_meant in named.items() if is_meant]
    if len(meant) > 1:
        raise UsageError(_("Mỗi lần chỉ xuất một sổ; hãy chọn một trong các sổ đã nêu."))
    return meant[0] if meant else BookKind.OUTGOING


def command() -> click.Command:
    """The command `deliver`."""
    texts = {
        "--received-by": _("Người ký nhận."),
        "--note": _("Ghi chú."),
    }
    return Command(
        "deliver",
        callback=_deliver,
        help=_(
            "Ghi sổ chuyển giao của một văn bản: ngày chuyển, nơi nhận, số bản, ký nhận. "
            "Không nêu nơi nhận hay dòng nào thì xem những dòng đã ghi."
        ),
        params=[
            parameters.reference(),
            click.Option(
                ["--to", "recipients"],
                multiple=True,
                metavar="CHỮ",
                help=_("Nơi nhận; ghi nhiều lần cho nhiều nơi."),
            ),
            click.Option(
                ["--to-all", "to_all"],
                is_flag=True,
                help=_("Mọi nơi nhận của văn bản mà chưa có dòng nào."),
            ),
            click.Option(
                ["--line"],
                type=click.IntRange(1, parameters.NUMBERS.max),
                metavar="N",
                help=_("Bổ sung, sửa dòng N đã ghi."),
            ),
            click.Option(
                ["--strike"], is_flag=True, help=_("Gạch bỏ dòng nêu ở --line vì ghi nhầm.")
            ),
            click.Option(["--date", "day"], type=Day(), metavar="NGÀY", help=_("Ngày chuyển.")),
            click.Option(["--way"], type=click.Choice(_WAYS), help=_("Cách chuyển.")),
            parameters.copies(),
            *(click.Option([name], metavar="CHỮ", help=text) for name, text in texts.items()),
            parameters.year(),
            by(),
            why(),
            workspace(),
            parameters.as_json(),
        ],
    )


def _deliver(
    *,
    reference: str,
    year: int | None,
    place: Path,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - what is said of the lines
) -> None:
    from vbgen.office import ShowDeliveries

    screen = Screen(as_json=as_json)
    who, reason = given.pop("who"), given.pop("why") or ""
    if act := _wanted(reference, year, reason, given):
        with acting(place, who) as office:
            done = office.do(act)
        sentence = _("Đã ghi {count} dòng chuyển giao.", count=len(done.written))
    else:
        with looking(place) as office:
            done = office.do(ShowDeliveries(reference, year))
        sentence = _("{count} dòng chuyển giao.", count=len(done.lines))
    told = [f"{done.entry.code} · {sentence}", *map(_shown, done.lines)]
    if done.waiting:
        told.append(_("Chưa ghi: {names}", names="; ".join(done.waiting)))
    screen.answer("\n".join(told), done.as_json(), done.problems)


def _wanted(
    reference: str, year: int | None, why: str, given: Mapping[str, Any]
) -> "WriteDeliveries | None":
    """What is to be written; None where the lines are only to be seen."""
    from vbgen.office import WriteDeliveries

    if given["line"]:
        return WriteDeliveries(reference, changes=(_change(given),), why=why, year=year)
    if given["recipients"] or given["to_all"]:
        return WriteDeliveries(reference, (_new(given),), why=why, year=year)
    _refuse_lost(given)
    return None


def _change(given: Mapping[str, Any]) -> "DeliveryChange":
    """What is known of one line now."""
    from vbgen.office import DeliveryChange

    _refuse_both(given)
    return DeliveryChange(
        given["line"],
        moved_on=given["day"],
        recipient=next(iter(given["recipients"]), None),
        way=_way(given),
        copies=given["copies"],
        received_by=given["received_by"],
        note=given["note"],
        is_struck=given["strike"] or None,
    )


def _new(given: Mapping[str, Any]) -> "NewDelivery":
    """A paper sent; today where no day is said."""
    from vbgen.office import DeliveryWay, NewDelivery

    return NewDelivery(
        recipients=given["recipients"],
        to_all=given["to_all"],
        moved_on=given["day"] or now().date(),
        way=_way(given) or DeliveryWay.BY_HAND,
        copies=given["copies"],
        received_by=given["received_by"] or "",
        note=given["note"] or "",
    )


def _way(given: Mapping[str, Any]) -> "DeliveryWay | None":
    from vbgen.office import DeliveryWay

    return DeliveryWay(given["way"]) if given["way"] else None


def _refuse_both(given: Mapping[str, Any]) -> None:
    """UsageError where one line is meant and several recipients are named."""
    if given["to_all"] or len(given["recipients"]) > 1:
        raise UsageError(_("Một dòng chỉ có một nơi nhận."))


def _refuse_lost(given: Mapping[str, Any]) -> None:
    """UsageError for values that belong to no line."""
    lost = ("strike", "day", "way", "copies", "received_by", "note")
    if any(given[name] for name in lost):
        raise UsageError(_("Chưa nêu nơi nhận (--to, --to-all) hay dòng cần bổ sung (--line)."))


def _shown(line: "DeliveryLine") -> str:
    copies = _("{count} bản", count=line.copies) if line.copies else ""
    struck = _("đã gạch bỏ") if line.is_struck else ""
    said = (line.recipient, line.way.label, copies, line.received_by, line.note, struck)
    return f"  {line.line}. {citation_date(line.moved_on)} · {' · '.join(filter(None, said))}"
