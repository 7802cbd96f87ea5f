"""How the tables of a campaign hang together: what must be unique, and what must exist elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import get_args, get_origin

from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Offered, Record, in_form, keys_of

_NAMES = ("full_name", "name")  # fields by which people call a row whose key they do not know
_PERIODS = (
    ("phases", "start", "end"),
    ("deadlines", "start", "due"),
    ("meetings", "start", "end"),
    ("meetings", "start", "count_start"),
    ("meetings", "count_start", "count_end"),
    ("meetings", "count_end", "end"),
    ("launched", "start", "end"),
)  # table, what comes first, what comes later
_LONGEST = 60  # letters of a value that a message quotes


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
    message: str  # of a doubled key what is doubled: only who knows the cells can say where it stood first
    hint: str = ""
    first: int | None = None  # row of which this one has the key


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
            doubled = _doubled_key(record.title_of(fields[0]), key)
            hint = two_rows(rows[first], record)
            yield Fault("doubled-key", table, row, fields[0], doubled, hint, first)


def two_rows(first: Record, second: Record) -> str:
    """What to do with two rows of one key: where their names differ they are two, not one typed twice."""
    names = [_plainly(str(getattr(each, "full_name", "") or "")) for each in (first, second)]
    if all(names) and names[0] != names[1]:
        return _("Nếu là hai người khác nhau, đặt mã khác cho một người; nếu là một, xóa một hàng.")
    return _("Hãy xóa một hàng hoặc sửa lại mã.")


def _doubled_key(title: str, key: tuple[object, ...]) -> str:
    shown = ", ".join(_short(str(value)) for value in key if value is not None)
    return f"{title} “{shown}”"


class _Targets:
    """The tables that others point to: their keys, and who bears which name, each found out once."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._keys: dict[str, set[str]] = {}
        self._names: dict[str, dict[str, list[str]]] = {}

    def keys(self, table: str) -> set[str]:
        """The keys of its rows, as text."""
        if table not in self._keys:
            key = key_of(table)
            rows = _rows_of(self._campaign, table)
            self._keys[table] = {str(getattr(record, key)) for record in rows}
        return self._keys[table]

    def called(self, table: str, name: str) -> list[str]:
        """The keys of the rows of that name."""
        if table not in self._names:
            self._names[table] = _called(_rows_of(self._campaign, table), key_of(table))
        return self._names[table].get(_plainly(name), [])


def _dangling(campaign: Campaign) -> Iterator[Fault]:
    targets = _Targets(campaign)
    for each in references():
        known: set[str] | None = None
        for row, record in enumerate(getattr(campaign, each.table)):
            known = targets.keys(each.target) if known is None else known
            value = getattr(record, each.field)
            if value not in known and value not in {None, ""} and str(value) not in known:
                yield _dangling_value(record, each, row, targets)


def _rows_of(campaign: Campaign, table: str) -> Sequence[Record]:
    """The rows of a table; a movement without phases has one, whose number is 1."""
    rows: Sequence[Record] = campaign.each_phase if table == "phases" else getattr(campaign, table)
    return rows


def _called(rows: Sequence[Record], key: str) -> dict[str, list[str]]:
    """Names of rows, folded, with the keys of those that bear them."""
    called: dict[str, list[str]] = {}
    for record in rows:
        names = {_plainly(str(getattr(record, field, "") or "")) for field in _NAMES}
        for name in names - {""}:
            called.setdefault(name, []).append(str(getattr(record, key)))
    return called


def _dangling_value(record: Record, at: Reference, row: int, targets: _Targets) -> Fault:
    value = str(getattr(record, at.field))
    message = _(
        "{title} “{value}” không có trong trang “{sheet}”.",
        title=record.title_of(at.field),
        value=_short(value),
        sheet=Campaign.title_of(at.target),
    )
    hint = _right_key(value, targets.keys(at.target), targets.called(at.target, value))
    return Fault("unknown-reference", at.table, row, at.field, message, hint)


def _right_key(value: str, known: set[str], keys: list[str]) -> str:
    """The key that is meant, where a name stands for it or it is misspelt."""
    if len(keys) == 1:
        return _(
            "“{value}” là tên; mã là “{key}”. Hãy ghi “{key}”.", value=_short(value), key=keys[0]
        )
    if keys:
        listed = ", ".join(f"“{key}”" for key in keys)
        return _(
            "Có {count} hàng cùng tên đó, mã {listed}; hãy ghi mã đúng.",
            count=len(keys),
            listed=listed,
        )
    near = get_close_matches(value, sorted(known), n=1)
    if near:
        return _("Có phải là “{near}”?", near=near[0])
    return _("Hãy thêm vào trang đó hoặc sửa lại mã.")


def _plainly(text: str) -> str:
    return " ".join(text.casefold().split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _reversed_periods(campaign: Campaign) -> Iterator[Fault]:
    for table, start, end in _PERIODS:
        for row, record in enumerate(getattr(campaign, table)):
            if _is_reversed(getattr(record, start), getattr(record, end)):
                yield _reversed_period(table, row, record, (start, end))
    for row, quota in enumerate(campaign.quotas):
        least, most = quota.minimum, quota.maximum
        if least is not None and most is not None and most < least:
            message = _("Mức cao nhất nhỏ hơn mức thấp nhất.")
            hint = _("Hãy đổi lại hai số.")
            yield Fault("reversed-range", "quotas", row, "maximum", message, hint)


def _is_reversed(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and end < start


def _reversed_period(table: str, row: int, record: Record, fields: tuple[str, str]) -> Fault:
    start, end = fields
    message = _("“{end}” trước “{start}”.", end=record.title_of(end), start=record.title_of(start))
    return Fault("reversed-period", table, row, end, message, _("Sửa một trong hai."))
