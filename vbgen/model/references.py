"""How the tables of a campaign hang together: what must be unique, and what must exist elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record

KEYS: dict[str, tuple[str, ...]] = {
    "units": ("id",),
    "signers": ("id",),
    "indicators": ("id",),
    "indicator_results": ("indicator", "phase"),
    "quotas": ("id",),
    "quota_results": ("quota", "phase"),
    "phases": ("number",),
    "nominees": ("id",),
    "nominations": ("phase", "nominee", "award"),
    "council": ("id",),
    "meetings": ("phase",),
    "attendance": ("phase", "member"),
    "votes": ("phase", "nominee", "award"),
    "awards": ("phase", "nominee", "award"),
    "papers": ("kind", "phase"),
}

REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("indicator_results", "indicator", "indicators"),
    ("indicator_results", "phase", "phases"),
    ("quota_results", "quota", "quotas"),
    ("quota_results", "phase", "phases"),
    ("report_paragraphs", "phase", "phases"),
    ("nominees", "unit", "units"),
    ("initiatives", "nominee", "nominees"),
    ("past_awards", "nominee", "nominees"),
    ("nominations", "nominee", "nominees"),
    ("nominations", "phase", "phases"),
    ("council", "nominee", "nominees"),
    ("meetings", "phase", "phases"),
    ("meetings", "chair", "council"),
    ("meetings", "secretary", "council"),
    ("attendance", "phase", "phases"),
    ("attendance", "member", "council"),
    ("votes", "phase", "phases"),
    ("votes", "nominee", "nominees"),
    ("awards", "phase", "phases"),
    ("awards", "nominee", "nominees"),
    ("papers", "phase", "phases"),
    ("papers", "signer", "signers"),
)


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
    for table, fields in KEYS.items():
        seen: dict[tuple[object, ...], int] = {}
        for row, record in enumerate(getattr(campaign, table)):
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
    for table, field, target in REFERENCES:
        known = {str(getattr(record, KEYS[target][0])) for record in getattr(campaign, target)}
        for row, record in enumerate(getattr(campaign, table)):
            value = getattr(record, field)
            if value not in (None, "") and str(value) not in known:
                yield _dangling_value(record, table, row, field, target, known)


def _dangling_value(
    record: Record, table: str, row: int, field: str, target: str, known: set[str]
) -> Fault:
    value = str(getattr(record, field))
    near = get_close_matches(value, sorted(known), n=1)
    return Fault(
        "unknown-reference",
        table,
        row,
        field,
        _(
            "{title} “{value}” không có trong trang “{sheet}”.",
            title=record.title_of(field),
            value=value,
            sheet=Campaign.title_of(target),
        ),
        _("Có phải là “{near}”?", near=near[0])
        if near
        else _("Hãy thêm vào trang ấy hoặc sửa lại mã."),
    )


def _reversed_periods(campaign: Campaign) -> Iterator[Fault]:
    for table in ("phases", "meetings"):
        for row, record in enumerate(getattr(campaign, table)):
            if record.end < record.start:
                message = _(
                    "{end} sớm hơn {start}.",
                    end=record.title_of("end"),
                    start=record.title_of("start"),
                )
                yield Fault(
                    "reversed-period", table, row, "end", message, _("Hãy sửa lại ngày giờ.")
                )
    for row, quota in enumerate(campaign.quotas):
        if (
            quota.minimum is not None
            and quota.maximum is not None
            and quota.maximum < quota.minimum
        ):
            message = _("Mức cao nhất nhỏ hơn mức thấp nhất.")
            yield Fault(
                "reversed-range", "quotas", row, "maximum", message, _("Hãy đổi lại hai số.")
            )
