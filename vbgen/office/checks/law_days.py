"""Phases of an earlier law whose decision has no day: today's law is applied to them, and that is told."""

from collections.abc import Iterator

from vbgen.campaign import Inspection
from vbgen.errors import Problem, Severity
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.office.checks.case import Case
from vbgen.words.dates import short_date


def undated_decisions(case: Case, inspection: Inspection) -> Iterator[Problem]:
    """A warning for each phase that ended under another law than today's, where nobody said when it is decided."""
    for row, phase in enumerate(case.campaign.phases):
        then = case.today.on(phase.end)
        now = case.laws[phase.number]
        if (
            phase.end < case.today.day
            and case.told_day(phase.number) is None
            and then.regime != now.regime
        ):
            message = _(
                "Đợt {phase} kết thúc ngày {end}, khi ấy áp dụng {then}; quyết định chưa có tháng dự kiến nên luật được"
                " tính theo hôm nay, {today}: {now}.",
                phase=phase.number,
                end=short_date(phase.end),
                then=_named(then),
                today=short_date(now.day),
                now=_named(now),
            )
            hint = _(
                "Hãy ghi tháng, năm dự kiến của quyết định ở trang “Văn bản”, hoặc dùng --date."
            )
            yield Problem(
                "decision-without-day",
                message,
                inspection.place_of("phases", row, "end"),
                Severity.WARNING,
                hint,
            )


def _named(law: LawOfDay) -> str:
    return law.regime.source if law.regime else _("quy định chưa có trong chương trình")
