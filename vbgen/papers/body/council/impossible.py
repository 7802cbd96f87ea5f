"""Counts of a meeting that cannot be: more ballots than people who could cast one, more votes than ballots."""

from collections.abc import Iterator
from dataclasses import dataclass

from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.council import Meeting, Vote
from vbgen.model.references import Fault
from vbgen.papers.body.council.members import votes


@dataclass(frozen=True, slots=True)
class Roll:
    """How many of the council could vote in one meeting."""

    members: int  # with a vote
    casting: int  # of them, who came or sent their vote in writing

    @property
    def said(self) -> str:
        """`05 thành viên …`: the base of a vote by hand, in words."""
        if self.casting == self.members:
            return _("Hội đồng có {n} thành viên có quyền biểu quyết", n=self.members)
        return _("có {n} thành viên dự họp hoặc gửi phiếu", n=self.casting)


def roll_of(campaign: Campaign, phase: int) -> Roll:
    """Who could vote in the meeting of `phase`; who is not on the roll is taken for present."""
    away = {
        each.member
        for each in campaign.attendance
        if each.phase == phase and not each.present and not each.in_writing
    }
    voters = [member.id for member in campaign.council if votes(member)]
    return Roll(len(voters), sum(each not in away for each in voters))


def impossible_counts(campaign: Campaign) -> Iterator[Fault]:
    """Every such count of ballots and votes; none of a council without members, which is told elsewhere."""
    for row, meeting in enumerate(campaign.meetings):
        roll = roll_of(campaign, meeting.phase)
        if roll.members:
            yield from _ballots(row, meeting, roll)
            yield from _votes(campaign, meeting, roll)


def _ballots(row: int, meeting: Meeting, roll: Roll) -> Iterator[Fault]:
    """Each count of ballots that another one contradicts."""
    issued, collected = meeting.ballots_issued, meeting.ballots_collected
    counted = meeting.ballots_valid + meeting.ballots_invalid
    if not meeting.secret_ballot:
        return
    if issued > roll.casting:
        what = _("phát ra {issued} phiếu, nhưng {roll}", issued=issued, roll=roll.said)
        yield _wrong_ballots(row, meeting, "ballots_issued", what)
    if collected > issued:
        what = _(
            "thu vào {collected}, nhiều hơn phát ra {issued}", collected=collected, issued=issued
        )
        yield _wrong_ballots(row, meeting, "ballots_collected", what)
    if collected != counted:
        what = _(
            "thu vào {collected}, nhưng hợp lệ và không hợp lệ cộng lại là {counted}",
            collected=collected,
            counted=counted,
        )
        yield _wrong_ballots(row, meeting, "ballots_valid", what)


def _wrong_ballots(row: int, meeting: Meeting, field: str, what: str) -> Fault:
    message = _("Họp đợt {phase}: {what}.", phase=meeting.phase, what=what)
    return Fault(
        "ballots-wrong", "meetings", row, field, message, _("Hãy sửa theo biên bản kiểm phiếu.")
    )


def _votes(campaign: Campaign, meeting: Meeting, roll: Roll) -> Iterator[Fault]:
    """Each vote with more voices than could be cast."""
    most, base = base_of(meeting, roll)
    for row, vote in enumerate(campaign.votes):
        total = cast_in(vote)
        if vote.phase == meeting.phase and total > most:
            message = _(
                "{who}: {total} phiếu ({votes_for} đồng ý, {votes_against} không đồng ý, "
                "{abstained} không biểu quyết), nhưng {base}.",
                who=voted_on(campaign, vote),
                total=total,
                votes_for=vote.votes_for,
                votes_against=vote.votes_against,
                abstained=vote.abstained,
                base=base,
            )
            hint = _("Sửa theo biên bản kiểm phiếu, hoặc sửa số phiếu, thành phần dự họp.")
            yield Fault("more-votes-than-voters", "votes", row, "votes_for", message, hint)


def base_of(meeting: Meeting, roll: Roll) -> tuple[int, str]:
    """How many voices one vote may have, and why: the valid ballots, else who could vote."""
    if meeting.secret_ballot and meeting.ballots_valid:
        return meeting.ballots_valid, _("có {n} phiếu hợp lệ", n=meeting.ballots_valid)
    return roll.casting, roll.said


def cast_in(vote: Vote) -> int:
    """All voices of one vote."""
    return vote.votes_for + vote.votes_against + vote.abstained


def voted_on(campaign: Campaign, vote: Vote) -> str:
    """Whom a vote decides on, by name; what it decides on where it is on several."""
    names = {each.id: each.full_name for each in campaign.nominees}
    who = names.get(vote.nominee, vote.nominee)
    return who or vote.award or _("Biểu quyết chung")
