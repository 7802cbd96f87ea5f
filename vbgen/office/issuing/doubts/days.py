"""Doubts about a paper's day: against the campaign, today, the register and the machine's clock.

None of them looks only inside the series or the year that the day itself selects: a slip of the year selects an
empty one, where nothing can be found amiss.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.model.movement import Phase
from vbgen.papers.scene import Scene
from vbgen.register import Entry

LONG_PAST = timedelta(
    days=60
)  # a paper is entered into the register days, not months, after its day
BEFORE_OPENING = timedelta(days=183)  # a campaign is planned half a year ahead at most
AFTER_CLOSING = timedelta(days=183)  # and its last papers come within half a year
QUIET = timedelta(days=183)  # without any act in the register
_OF_WHAT_WAS = frozenset(
    {"awards", "nominations", "meetings", "tellers", "indicator_results"}
)  # what only a begun phase has


@dataclass(frozen=True, slots=True)
class Known:
    """What a day can be held against."""

    now: datetime
    last_in_series: date | None = None
    last_paper: Entry | None = None  # of any series and year, not after today
    last_act: datetime | None = None

    @property
    def today(self) -> date:
        """The day of the machine's clock."""
        return self.now.date()


def day_doubts(day: date, scene: Scene, known: Known) -> Iterator[Problem]:
    """What only a person can decide (Nghị định 30/2020/NĐ-CP, Điều 15: numbers and days go on together)."""
    yield from doubts_of_any(day, known)
    yield from _in_campaign(day, scene)


def doubts_of_any(day: date, known: Known) -> Iterator[Problem]:
    """The same for a paper of no campaign."""
    yield from _in_series(day, known.last_in_series)
    yield from _beside_today(day, known.today)
    yield from _in_register(day, known.last_paper)


def clock_doubts(known: Known) -> Iterator[Problem]:
    """A clock that stands far ahead of the register's last act."""
    if known.last_act is not None and known.now - known.last_act > QUIET:
        message = _(
            "Đồng hồ của máy đang chỉ {now}, rất xa việc gần nhất đã ghi trong sổ ({last}): hãy xem lại ngày giờ"
            " của máy.",
            now=f"{known.now:%d/%m/%Y %H:%M}",
            last=f"{known.last_act:%d/%m/%Y %H:%M}",
        )
        yield _doubt("clock-far-ahead", message)


def _in_series(day: date, last: date | None) -> Iterator[Problem]:
    if last is not None and day < last:
        message = _(
            "Ngày {day} sớm hơn ngày của văn bản cuối cùng trong hệ thống số ({latest}): số và "
            "ngày sẽ ngược thứ tự.",
            day=_shown(day),
            latest=_shown(last),
        )
        yield _doubt("day-before-last", message)


def _beside_today(day: date, today: date) -> Iterator[Problem]:
    if day > today:
        message = _("Ngày {day} chưa đến (hôm nay {today}).", day=_shown(day), today=_shown(today))
        yield _doubt("day-to-come", message)
    elif today - day > LONG_PAST:
        message = _(
            "Ngày {day} đã qua lâu (hôm nay {today}).", day=_shown(day), today=_shown(today)
        )
        yield _doubt("day-long-past", message)


def _in_register(day: date, last: Entry | None) -> Iterator[Problem]:
    if last is not None and last.day - day > LONG_PAST:
        message = _(
            "Ngày {day} sớm hơn nhiều so với văn bản gần đây nhất trong sổ ({code} ngày {last}).",
            day=_shown(day),
            code=last.code,
            last=_shown(last.day),
        )
        yield _doubt("day-before-register", message)


def _in_campaign(day: date, scene: Scene) -> Iterator[Problem]:
    opening, closing = _span(scene)
    if opening is None or closing is None:
        return
    is_of_what_was = scene.phase is not None or scene.kind.needs in _OF_WHAT_WAS
    ahead = timedelta() if is_of_what_was else BEFORE_OPENING
    if not opening - ahead <= day <= closing + AFTER_CLOSING:
        message = _(
            "Ngày {day} ở xa thời gian của {what} (từ {opening} đến {closing}).",
            day=_shown(day),
            what=_("đợt {number}", number=scene.phase.number) if scene.phase else _("phong trào"),
            opening=_shown(opening),
            closing=_shown(closing),
        )
        yield _doubt("day-outside-campaign", message)


def _span(scene: Scene) -> tuple[date | None, date | None]:
    """First and last day of the phase that the paper is about, or of all; None where nobody said it."""
    phases = _phases(scene)
    starts = [phase.start for phase in phases if phase.start]
    ends = [phase.end for phase in phases if phase.end]
    return min(starts, default=None), max(ends, default=None)


def _phases(scene: Scene) -> Sequence[Phase]:
    """The phase that the paper is about, or all."""
    phases = scene.campaign.phases
    if scene.phase is None:
        return phases
    return [phase for phase in phases if phase.number == scene.phase.number]


def _shown(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _doubt(code: str, message: str) -> Problem:
    return Problem(code, message, severity=Severity.WARNING)
