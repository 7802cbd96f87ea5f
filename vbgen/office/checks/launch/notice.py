"""The launch notice against what a movement's launch must fix (Luật 06/2022/QH15, Điều 17)."""

from collections.abc import Iterator
from datetime import date

from vbgen.errors import Severity
from vbgen.law.tables import NoticePart
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import plain
from vbgen.office.checks.case import Case
from vbgen.office.checks.finding import Finding, Spot, breach
from vbgen.papers.body.notice import notice

_NOTICE = "launch-notice"


def check(case: Case) -> Iterator[Finding]:
    """What the campaign's data leave out, and what the notice's text does not say."""
    if not case.has_launch:
        return
    law = case.today.on(launch_day(case))
    text = "\n".join(notice_texts(case.campaign)).casefold()
    for part in law.all(NoticePart):
        empty = [name for name in part.fields if not _value(case.campaign, name)]
        if empty:
            message = _("Phong trào chưa có {part}.", part=_(part.title))
            table, _dot, field = empty[0].partition(".")
            todo = _("Hãy điền trong trang “{sheet}”.", sheet=Campaign.title_of(table))
            yield breach(
                law,
                part,
                f"notice-without-{part.id}",
                message,
                todo=todo,
                spots=(Spot(table, 0, field),),
            )
        elif not any(word in text for word in part.words):
            message = _("Công văn phát động không nói tới {part}.", part=_(part.title))
            todo = _("Nên bổ sung vào nội dung hoặc lời kết của công văn.")
            yield Finding(
                f"notice-silent-on-{part.id}",
                Severity.NOTE,
                message,
                todo,
                part,
                (Spot("launch", 0, "closing"),),
            )


def launch_day(case: Case) -> date:
    """The day of the launch: the month planned for the notice, else the start of the first phase, else today."""
    for plan in case.campaign.papers:
        if plan.kind == _NOTICE and plan.year and plan.month:
            return date(plan.year, plan.month, 1)
    starts = (phase.start for phase in case.campaign.phases if phase.start)
    return min(starts, default=case.today.day)


def notice_texts(campaign: Campaign) -> Iterator[str]:
    """Every sentence that the notice prints."""
    launch, said = campaign.launch, notice(campaign)
    yield from (
        plain(launch.opening),
        launch.contents_heading,
        launch.targets_heading,
        launch.indicators_heading,
    )
    yield from (launch.quotas_heading, launch.collectives_heading, launch.individuals_heading)
    yield from (*said.contents, *said.indicators, *said.collectives, *said.individuals)
    yield from (launch.phases_heading, plain(launch.phases_opening), *said.phases, said.closing)


def _value(campaign: Campaign, name: str) -> object:
    table, _dot, field = name.partition(".")
    value = getattr(campaign, table)
    return getattr(value, field).strip() if field else value
