"""Campaigns of which every row refers to another as it must: people, proposals, votes, awards."""

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.campaign.campaigns import records, small_campaign, texts
from vbgen.campaign.topics import topic
from vbgen.model.campaign import Campaign

if TYPE_CHECKING:
    from vbgen.model.field import Record

_PHASES = (1, 2, 3)


@st.composite
def linked_campaigns(draw: st.DrawFn) -> Campaign:
    """Any campaign whose tables of people hang together; in whatever order, with namesakes."""
    units = _rows(draw, "units", ("id",), most=3)
    people = [
        _with(each, unit=draw(st.sampled_from(["", *(unit["id"] for unit in units)])))
        for each in _rows(draw, "nominees", ("id",), most=4)
    ]
    names = draw(st.lists(texts(empty=False), min_size=1, max_size=2))
    days = st.none() | st.dates(date(1950, 1, 1), date(2020, 1, 1))
    people = [
        _with(each, full_name=draw(st.sampled_from(names)), joined=draw(days), moved_on=draw(days))
        for each in people
    ]
    found: dict[str, Any] = {
        table: _in_phases(draw, table, people) for table in ("nominations", "votes", "awards")
    }
    phases = tuple({"number": number} for number in _PHASES)
    return small_campaign(units=tuple(units), nominees=tuple(people), phases=phases, **found)


def _in_phases(
    draw: st.DrawFn, table: str, people: list[dict[str, Any]]
) -> tuple[dict[str, Any], ...]:
    if not people:
        return ()
    rows = [
        _with(
            each,
            phase=draw(st.sampled_from(_PHASES)),
            nominee=draw(st.sampled_from([one["id"] for one in people])),
            award=draw(st.sampled_from(["Giấy khen", "Lao động tiên tiến"])),
        )
        for each in _rows(draw, table, (), most=4)
    ]
    if draw(st.booleans()):
        rows.sort(key=lambda row: int(row["phase"]))
    unlike = {(row["phase"], row["nominee"], row["award"]): row for row in rows}
    return tuple(unlike.values())


def _rows(draw: st.DrawFn, table: str, keys: tuple[str, ...], most: int) -> list[dict[str, Any]]:
    found: list[Record] = draw(st.lists(records(topic(table)), max_size=most))
    rows = [each.model_dump() for each in found]
    unlike = {tuple(row[key] for key in keys) or at: row for at, row in enumerate(rows)}
    return list(unlike.values())


def _with(row: dict[str, Any], **values: object) -> dict[str, Any]:
    return {**row, **values}
