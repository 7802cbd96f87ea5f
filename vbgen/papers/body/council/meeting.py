"""The meeting of a phase, its hours as papers write them, and those on whom it votes."""

from datetime import datetime

from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.council import Meeting
from vbgen.papers.body.blanks import DOTS, missing_rows
from vbgen.papers.body.honour_list import HonourList, honour_list
from vbgen.papers.kinds.kind import Variant
from vbgen.words.dates import clock, long_date


def meeting_of(campaign: Campaign, phase: int) -> Meeting:
    """The meeting of the phase; ProblemsFoundError without one."""
    found = next((meeting for meeting in campaign.meetings if meeting.phase == phase), None)
    if found is None:
        raise missing_rows(_("Chưa có cuộc họp Hội đồng của đợt {phase}.", phase=phase), "meetings")
    return found


def proposed_in(campaign: Campaign, phase: int, law: LawOfDay) -> HonourList:
    """Everybody proposed in the phase, whoever decides it."""
    rows = [row for row in campaign.nominations if row.phase == phase]
    return honour_list(campaign, rows, Variant(), law)


def moment(at: datetime | None) -> str:
    """`08 giờ 00 phút, ngày 08 tháng 7 năm 2022`; dots as long as nobody said it."""
    return f"{clock(at.time())}, {long_date(at.date())}" if at else DOTS
