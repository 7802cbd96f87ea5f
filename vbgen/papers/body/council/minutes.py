"""What the council's minutes (biên bản họp Hội đồng) record: who came, how they voted, what follows."""

from collections.abc import Mapping
from dataclasses import dataclass

from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.council import CouncilMember, Meeting
from vbgen.model.emphasis import lines, one_line
from vbgen.papers.body.council.ballots import Ballot, BallotGroup, Poll
from vbgen.papers.body.council.counting import Tally, outcome
from vbgen.papers.body.council.impossible import base_of, roll_of
from vbgen.papers.body.council.meeting import meeting_of, moment, proposed_in
from vbgen.papers.body.council.members import SEATS, called, captions, voters_of, votes
from vbgen.papers.body.honour_list import HonourList
from vbgen.words.numbers import two_digits


@dataclass(frozen=True, slots=True)
class AbsentMember:
    """A member who did not come, and why."""

    member: CouncilMember
    reason: str
    in_writing: bool = False  # whether a vote was sent all the same

    @property
    def told(self) -> str:
        """`lý do: đi công tác; gửi ý kiến bằng văn bản`, as far as it is so."""
        reason = f"lý do: {one_line(self.reason)}" if self.reason else ""
        return "; ".join(filter(None, (reason, "gửi ý kiến bằng văn bản" * self.in_writing)))


@dataclass(frozen=True, slots=True)
class Minutes:
    """The meeting of one phase."""

    meeting: Meeting
    chair: CouncilMember
    secretary: CouncilMember
    present: tuple[CouncilMember, ...]
    absent: tuple[AbsentMember, ...]
    members: int  # voting members, present or not
    proposed: HonourList
    groups: tuple[BallotGroup, ...]  # votes by name
    polls: tuple[Poll, ...]  # votes on several proposals at once
    captions: Mapping[str, str]  # `Ông`, `Bà`, by member, where it is known

    @property
    def present_lines(self) -> tuple[str, ...]:
        """`Ông Lê Nguyên Ngọc, Giám đốc Sở, Chủ tịch Hội đồng`, a member each."""
        return tuple(self._line(member) for member in self.present)

    @property
    def absent_lines(self) -> tuple[str, ...]:
        """The same of those who did not come, with the reason."""
        return tuple(
            f"{self._line(row.member)}{f' ({told})' if (told := row.told) else ''}"
            for row in self.absent
        )

    @property
    def chair_line(self) -> str:
        """Who was in the chair."""
        return self._line(self.chair)

    @property
    def secretary_line(self) -> str:
        """Who kept the minutes."""
        return self._line(self.secretary)

    @property
    def who_votes(self) -> str:
        """`có mặt 10, vắng mặt 01`: of the voting members."""
        there = self._voting_present()
        return f"có mặt {two_digits(there)}, vắng mặt {two_digits(self.members - there)}"

    def _line(self, member: CouncilMember) -> str:
        caption = self.captions.get(member.id, "")
        return called(caption, member.full_name, member.position, SEATS[member.role])

    def _voting_present(self) -> int:
        return sum(votes(member) for member in self.present)

    @property
    def opening(self) -> str:
        """`08 giờ 00 phút, ngày 08 tháng 7 năm 2022`."""
        return moment(self.meeting.start)

    @property
    def closing(self) -> str:
        """When the meeting ended, written like the opening; dots as long as nobody said it."""
        return moment(self.meeting.end)

    @property
    def attendance(self) -> str:
        """`10/11`: voting members present, of all."""
        return f"{two_digits(self._voting_present())}/{two_digits(self.members)}"

    @property
    def discussion(self) -> list[str]:
        """What was said, a paragraph each."""
        return lines(self.meeting.discussion)

    @property
    def ballots(self) -> tuple[Ballot, ...]:
        """The vote that counts for each nomination, by name or together."""
        one_by_one = (ballot for group in self.groups for ballot in group.ballots)
        return (*one_by_one, *(ballot for poll in self.polls for ballot in poll.ballots))

    @property
    def carried(self) -> int:
        """How many nominations were carried."""
        return sum(ballot.is_carried for ballot in self.ballots)

    @property
    def rejected(self) -> list[Ballot]:
        """The ballots that fell."""
        return [ballot for ballot in self.ballots if not ballot.is_carried]


def minutes(campaign: Campaign, phase: int, law: LawOfDay) -> Minutes:
    """The minutes of the meeting of `phase`, its votes judged by `law`; ProblemsFoundError without a meeting."""
    meeting = meeting_of(campaign, phase)
    by_id = {member.id: member for member in campaign.council}
    members = voters_of(campaign)
    present = _present(campaign, phase)
    proposed = proposed_in(campaign, phase, law)
    casting, _why = base_of(meeting, roll_of(campaign, phase))
    voted = outcome(campaign, phase, proposed, Tally(members, casting, law))
    return Minutes(
        meeting=meeting,
        chair=by_id[meeting.chair],
        secretary=by_id[meeting.secretary],
        present=present,
        absent=_absent(campaign, phase),
        members=members,
        proposed=proposed,
        groups=voted.groups,
        polls=voted.polls,
        captions=captions(campaign),
    )


def _present(campaign: Campaign, phase: int) -> tuple[CouncilMember, ...]:
    away = {row.member for row in campaign.attendance if row.phase == phase and not row.present}
    return tuple(member for member in campaign.council if member.id not in away)


def _absent(campaign: Campaign, phase: int) -> tuple[AbsentMember, ...]:
    rows = {
        row.member: row for row in campaign.attendance if row.phase == phase and not row.present
    }
    return tuple(
        AbsentMember(member, row.reason, row.in_writing)
        for member in campaign.council
        if (row := rows.get(member.id))
    )
