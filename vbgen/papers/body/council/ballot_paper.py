"""The ballots (phiếu bầu): alike for every member, so that nobody's vote is known by the paper it stands on."""

from dataclasses import dataclass

from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.papers.body.council.meeting import proposed_in
from vbgen.papers.body.council.members import voters_of
from vbgen.papers.body.honour_list import HonourList
from vbgen.words.dates import long_date


@dataclass(frozen=True, slots=True)
class BallotPapers:
    """The ballots of one meeting."""

    pairs: tuple[tuple[int, ...], ...]  # one a member who has a vote, come or not; two side by side
    proposed: HonourList
    day: str  # "ngày 08 tháng 7 năm 2022"; empty as long as no meeting is planned

    @property
    def held(self) -> str:
        """`họp ngày 08 tháng 7 năm 2022`, behind a comma; empty without a day."""
        return f", họp {self.day}" if self.day else ""


def ballot_papers(campaign: Campaign, phase: int, law: LawOfDay) -> BallotPapers:
    """A ballot for each member with a vote; ProblemsFoundError where nobody has one."""
    members = voters_of(campaign)
    meeting = next((each for each in campaign.meetings if each.phase == phase), None)
    day = long_date(meeting.start.date()) if meeting else ""
    return BallotPapers(_in_pairs(members), proposed_in(campaign, phase, law), day)


def _in_pairs(members: int) -> tuple[tuple[int, ...], ...]:
    numbers = range(1, members + 1)
    return tuple(tuple(numbers[start : start + 2]) for start in range(0, members, 2))
