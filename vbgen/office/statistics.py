"""Statistics: the year's tables of who was commended with what, for the yearly report and as a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.papers.body.statistics import Statistics, StatisticsRow, statistics
from vbgen.papers.deciding import PhaseLaws


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as a workbook shows it."""

    name: str
    values: tuple[str | int, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One table as a workbook shows it."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Sequence[SheetRow]
    charted: tuple[int, int]


def write_year(campaign: Campaign, laws: PhaseLaws, path: Path) -> None:
    """Write the year's statistics to an Excel workbook; OutputError when it cannot be written."""
    from vbgen.campaign.writing.statistics_sheet import write_tables

    found = statistics(campaign, laws)
    title = _("Thống kê khen thưởng năm {year}", year=found.year)
    write_tables(
        (_by_honour(found), _by_unit(found)), f"{title} - {campaign.agency.full_name}", path
    )


def _by_honour(found: Statistics) -> SheetTable:
    return SheetTable(
        _("Theo hình thức"),
        _("Thống kê khen thưởng năm {year} theo danh hiệu, hình thức", year=found.year),
        (_("Danh hiệu, hình thức"), _groups(found), _("Cá nhân"), _("Tổng số"), *_persons()),
        tuple(_honour_rows(found)),
        (0, 1),
    )


def _honour_rows(found: Statistics) -> Iterator[SheetRow]:
    yield from (SheetRow(row.name, _figures(row)) for row in found.given)
    yield from (
        SheetRow(_("{name} (đề nghị cấp trên)", name=row.name), _figures(row))
        for row in found.proposed
    )
    yield SheetRow(_("Tổng cộng (lượt đã khen)"), _figures(found.total), is_total=True)
    yield SheetRow(
        _("Số tập thể, cá nhân được khen thưởng"), _figures(found.subjects), is_total=True
    )


def _groups(found: Statistics) -> str:
    """What is no person: collectives, and households where there are any."""
    return _("Tập thể, hộ gia đình") if found.total.households else _("Tập thể")


def _counted(headcount: int | None) -> str | int:
    """The number; an empty cell where nobody has counted."""
    return "" if headcount is None else headcount


def _figures(row: StatisticsRow) -> tuple[str | int, ...]:
    return (
        row.groups,
        row.individuals,
        row.total,
        row.leaders,
        row.direct,
        row.women,
        row.women_share,
    )


def _by_unit(found: Statistics) -> SheetTable:
    return SheetTable(
        _("Theo đơn vị"),
        _("Thống kê khen thưởng năm {year} theo đơn vị (lượt)", year=found.year),
        (_("Đơn vị"), _groups(found), _("Cá nhân"), _("Tổng số"), *_persons(), _("Số người")),
        (
            *(SheetRow(row.name, (*_figures(row), _counted(row.headcount))) for row in found.units),
            SheetRow(
                _("Tổng cộng"),
                (*_figures(found.total), sum(row.headcount or 0 for row in found.units)),
                is_total=True,
            ),
        ),
        (0, 1),
    )


def _persons() -> tuple[str, ...]:
    return (_("Lãnh đạo"), _("Người trực tiếp"), _("Nữ"), _("Tỷ lệ nữ"))
