"""How the tables of a campaign hang together: what must be unique, and what must exist elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import get_args, get_origin

from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Offered, Record, in_form, keys_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds the key of a row of another table."""

    table: str  # fields of Campaign
    field: str
    target: str


def tables() -> dict[str, type[Record]]:
    """Field of Campaign → the record of its rows; tables alone."""
    return dict(_tables())


def key_of(table: str) -> str:
    """The field by which other tables point to a row."""
    return keys_of(tables()[table])[0]


@cache
def references() -> tuple[Reference, ...]:
    """Every field that points to another table, in the order of the sheets."""
    return tuple(
        Reference(table, field, in_form(info).points_to)
        for table, record in _tables()
        for field, info in record.model_fields.items()
        if in_form(info).points_to
    )


@cache
def offering(offered: Offered) -> tuple[tuple[str, str], ...]:
    """Table and field of everything that holds a word of that open list."""
    return tuple(
        (table, field)
        for table, record in _tables()
        for field, info in record.model_fields.items()
        if in_form(info).offers is offered
    )


def _tables() -> Iterator[tuple[str, type[Record]]]:
    for table, info in Campaign.model_fields.items():
        if get_origin(info.annotation) is tuple:
            yield table, get_args(info.annotation)[0]


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that does not fit the others: where it stands in the campaign, and what is wrong."""

    code: str
    table: str  # field of Campaign
    row: int  # from 0
    field: str  # field of the row
    message: str
    hint: str = ""


def faults(campaign: Campaign) -> tuple[Fault, ...]:
    """Every doubled key, dangling reference and reversed period, in the order of the sheets."""
    return (*_doubled(campaign), *_dangling(campaign), *_reversed_periods(campaign))


def _doubled(campaign: Campaign) -> Iterator[Fault]:
    for table, record in tables().items():
        if fields := keys_of(record):
            yield from _doubled_in(table, fields, getattr(campaign, table))


def _doubled_in(table: str, fields: tuple[str, ...], rows: Sequence[Record]) -> Iterator[Fault]:
    seen: dict[tuple[object, ...], int] = {}
    for row, record in enumerate(rows):
        key = tuple(getattr(record, field) for field in fields)
        first = seen.setdefault(key, row)
        if first != row:
            yield _doubled_row(record, table, row, fields[0], first, key)


def _doubled_row(
    record: Record, table: str, row: int, field: str, first: int, key: tuple[object, ...]
) -> Fault:
    shown = ", ".join(str(value) for value in key if value is not None)
    return Fault(
        "doubled-key",
        table,
        row,
        field,
        _(
            "{title} “{key}” đã có ở hàng dữ liệu thứ {first}.",
            title=record.title_of(field),
            key=shown,
            first=first + 1,
        ),
        _("Hãy xóa một hàng hoặc sửa lại mã."),
    )


def _dangling(campaign: Campaign) -> Iterator[Fault]:
    for each in references():
        key = key_of(each.target)
        known = {str(getattr(record, key)) for record in getattr(campaign, each.target)}
        for row, record in enumerate(getattr(campaign, each.table)):
            value = getattr(record, each.field)
            if value not in {None, ""} and str(value) not in known:
                yield _dangling_value(record, each, row, known)


def _dangling_value(record: Record, at: Reference, row: int, known: set[str]) -> Fault:
    value = str(getattr(record, at.field))
    near = get_close_matches(value, sorted(known), n=1)
    return Fault(
        "unknown-reference",
        at.table,
        row,
        at.field,
        _(
            "{title} “{value}” không có trong trang “{sheet}”.",
            title=record.title_of(at.field),
            value=value,
            sheet=Campaign.title_of(at.target),
        ),
        _("Có phải là “{near}”?", near=near[0])
        if near
        else _("Hãy thêm vào trang ấy hoặc sửa lại mã."),
    )


def _reversed_periods(campaign: Campaign) -> Iterator[Fault]:
    for table in ("phases", "meetings"):
        for row, record in enumerate(getattr(campaign, table)):
            if record.end < record.start:
                yield _reversed_period(table, row, record)
    for row, quota in enumerate(campaign.quotas):
        least, most = quota.minimum, quota.maximum
        if least is not None and most is not None and most < least:
            message = _("Mức cao nhất nhỏ hơn mức thấp nhất.")
            hint = _("Hãy đổi lại hai số.")
            yield Fault("reversed-range", "quotas", row, "maximum", message, hint)


def _reversed_period(table: str, row: int, record: Record) -> Fault:
    message = _(
        "{end} sớm hơn {start}.", end=record.title_of("end"), start=record.title_of("start")
    )
    return Fault("reversed-period", table, row, "end", message, _("Hãy sửa lại ngày giờ."))
