"""The meeting of a phase, and its hours as papers write them."""

from datetime import datetime

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.council import Meeting
from vbgen.words.dates import clock, long_date

DOTS = "." * 40  # what is not known yet, to be written by hand


def meeting_of(campaign: Campaign, phase: int) -> Meeting:
    """The meeting of the phase; ProblemsFoundError without one."""
    found = next((meeting for meeting in campaign.meetings if meeting.phase == phase), None)
    if found is None:
        raise missing_rows(_("Chưa có cuộc họp Hội đồng của đợt {phase}.", phase=phase), "meetings")
    return found


def moment(at: datetime | None) -> str:
    """`08 giờ 00 phút, ngày 08 tháng 7 năm 2022`; dots as long as nobody said it."""
    return f"{clock(at.time())}, {long_date(at.date())}" if at else DOTS


def missing_rows(message: str, table: str) -> ProblemsFoundError:
    """What stands in the way, and the sheet to fill in."""
    hint = _("Hãy điền trang “{sheet}” rồi chạy lại.", sheet=Campaign.title_of(table))
    return ProblemsFoundError(
        message, (Problem("missing-rows", message, Place(path=table), hint=hint),)
    )
