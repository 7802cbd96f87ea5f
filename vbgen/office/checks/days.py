"""Days that are days and cannot be meant: outside the movement, before somebody was grown, after their own paper."""

from collections.abc import Iterator
from datetime import date

from vbgen.campaign import Inspection
from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Nominee
from vbgen.words.dates import short_date

_WORKING_AGE = 15  # years; Bộ luật Lao động 45/2019/QH14, Điều 3 khoản 1
_FIRST_STATE = 1945  # no office of today is older
_MOST_YEARS = 5  # a movement may be launched for a plan of five years
_LATE_DECISION = 2  # years after the year that an honour is for

Said = tuple[str, str]  # the field, and what is wrong with it


def doubtful_days(inspection: Inspection) -> Iterator[Problem]:
    """A warning for each day that the rest of the campaign speaks against, at its cell."""
    campaign = inspection.campaign
    if campaign is None:
        return
    for table, row, (field, sentence) in _found(campaign):
        title = type(getattr(campaign, table)[row]).title_of(field)
        yield Problem(
            "day-out-of-reason",
            _("{title}: {sentence}.", title=title, sentence=sentence),
            inspection.place_of(table, row, field),
            Severity.WARNING,
            _("Hãy xem lại ngày, tháng, năm theo hồ sơ."),
        )


def _found(campaign: Campaign) -> Iterator[tuple[str, int, Said]]:
    for row, said in _of_phases(campaign):
        yield "phases", row, said
    for row, nominee in enumerate(campaign.nominees):
        for told in _of_nominee(campaign, nominee):
            yield "nominees", row, told
    for row, said in _of_papers(campaign):
        yield "past_awards", row, said
    for row, said in _of_initiatives(campaign):
        yield "initiatives", row, said
    for row, said in _of_meetings(campaign):
        yield "meetings", row, said


def _of_phases(campaign: Campaign) -> Iterator[tuple[int, Said]]:
    year = campaign.movement.year
    for row, phase in enumerate(campaign.phases):
        for field in ("start", "end"):
            day = getattr(phase, field)
            if year and day and not year - 1 <= day.year <= year + _MOST_YEARS:
                said = _("{day} xa năm của phong trào ({year})", day=short_date(day), year=year)
                yield row, (field, said)


def _of_nominee(campaign: Campaign, nominee: Nominee) -> Iterator[Said]:
    born, year = nominee.birth_year, campaign.movement.year
    if born and _is_too_young(nominee.kind, born, year):
        yield "birth_year", _("sinh năm {born}, chưa đủ {age} tuổi", born=born, age=_WORKING_AGE)
    if nominee.joined and (said := _joined(nominee.joined, born, _last_day(campaign))):
        yield "joined", said
    moved = nominee.moved_on
    if moved and moved.year != (year or moved.year):
        yield "moved_on", _("{day} không ở trong năm {year}", day=short_date(moved), year=year)


def _is_too_young(kind: RecipientKind, born: int, year: int | None) -> bool:
    """Whether a worker is; pupils may be."""
    if kind is not RecipientKind.INDIVIDUAL or year is None:
        return False
    return year - _WORKING_AGE < born <= year


def _joined(day: date, born: int | None, last: date) -> str:
    """What is wrong with the day on which somebody came; empty where nothing is."""
    if day > last:
        return _(
            "{day} sau khi phong trào kết thúc ({last})", day=short_date(day), last=short_date(last)
        )
    if born and day.year < born + _WORKING_AGE:
        return _(
            "{day} khi chưa đủ {age} tuổi (sinh năm {born})",
            day=short_date(day),
            age=_WORKING_AGE,
            born=born,
        )
    return (
        _("{day} trước năm {year}", day=short_date(day), year=_FIRST_STATE)
        if day.year < _FIRST_STATE
        else ""
    )


def _last_day(campaign: Campaign) -> date:
    """The end of the movement: of its year, or of its last phase; the last of all days where nobody said either."""
    ends = [phase.end for phase in campaign.phases if phase.end]
    year = campaign.movement.year
    return max([*([date(year, 12, 31)] if year else []), *ends], default=date.max)


def _of_papers(campaign: Campaign) -> Iterator[tuple[int, Said]]:
    for row, past in enumerate(campaign.past_awards):
        day = past.decision_date
        if day and not past.year <= day.year <= past.year + _LATE_DECISION:
            said = _("quyết định ngày {day} cho năm {year}", day=short_date(day), year=past.year)
            yield row, ("decision_date", said)


def _of_initiatives(campaign: Campaign) -> Iterator[tuple[int, Said]]:
    last = _last_day(campaign)
    for row, initiative in enumerate(campaign.initiatives):
        day = initiative.decision_date
        if day and not _FIRST_STATE <= day.year <= last.year:
            said = _("{day} không thuộc thời gian đã qua của phong trào", day=short_date(day))
            yield row, ("decision_date", said)


def _of_meetings(campaign: Campaign) -> Iterator[tuple[int, Said]]:
    starts = {phase.number: phase.start for phase in campaign.phases}
    for row, meeting in enumerate(campaign.meetings):
        start, day = starts.get(meeting.phase), meeting.start.date()
        if start and not start <= day <= date(start.year + _MOST_YEARS, 12, 31):
            said = _(
                "họp ngày {day}, trước hoặc quá xa đợt {phase}",
                day=short_date(day),
                phase=meeting.phase,
            )
            yield row, ("start", said)
