"""What the council's minutes (biên bản họp Hội đồng) record: who came, how they voted, what follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from vbgen.errors import Place, Problem, ProblemsFoundError
from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.council import CouncilMember, CouncilRole, Meeting, Vote
from vbgen.model.emphasis import lines, one_line
from vbgen.model.people import Gender
from vbgen.papers.body.honour_entry import HonourEntry, HonourGroup
from vbgen.papers.body.honour_list import HonourList, honour_list
from vbgen.papers.kinds.kind import Variant
from vbgen.words.dates import clock, long_date
from vbgen.words.names import fold
from vbgen.words.numbers import percent_of, two_digits

_SEATS = {
    CouncilRole.CHAIR: "Chủ tịch Hội đồng",
    CouncilRole.STANDING_VICE_CHAIR: "Phó Chủ tịch thường trực Hội đồng",
    CouncilRole.VICE_CHAIR: "Phó Chủ tịch Hội đồng",
    CouncilRole.MEMBER: "Ủy viên Hội đồng",
    CouncilRole.MEMBER_SECRETARY: "Ủy viên, Thư ký Hội đồng",
    CouncilRole.SECRETARY: "Thư ký Hội đồng (không biểu quyết)",
}
_BY_GENDER = {Gender.MALE: "Ông", Gender.FEMALE: "Bà"}


@dataclass(frozen=True, slots=True)
class AbsentMember:
    """A member who did not come, and why."""

    member: CouncilMember
    reason: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote on one nomination; the share is of all voting members, present or not."""

    entry: HonourEntry
    votes_for: int
    votes_against: int
    members: int
    not_voting: int  # who came and cast no vote on it
    is_carried: (
        bool  # whether the honour's threshold is reached; more than half where the law names none
    )

    @property
    def share(self) -> str:
        """`92,3%`."""
        return percent_of(self.votes_for, self.members)

    @property
    def verdict(self) -> str:
        """`Thông qua` or `Không thông qua`."""
        return "Thông qua" if self.is_carried else "Không thông qua"


@dataclass(frozen=True, slots=True)
class BallotGroup:
    """Ballots on one honour for one kind of subject."""

    group: HonourGroup
    ballots: tuple[Ballot, ...]

    @property
    def title(self) -> str:
        """The group's title."""
        return self.group.title


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
    groups: tuple[BallotGroup, ...]

    captions: Mapping[str, str]  # `Ông`, `Bà`, by member, where it is known

    @property
    def present_lines(self) -> tuple[str, ...]:
        """`Ông Lê Nguyên Ngọc, Giám đốc Sở, Chủ tịch Hội đồng`, a member each."""
        return tuple(self._line(member) for member in self.present)

    @property
    def absent_lines(self) -> tuple[str, ...]:
        """The same of those who did not come, with the reason."""
        return tuple(
            self._line(row.member) + (f" (lý do: {one_line(row.reason)})" if row.reason else "")
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
        name = " ".join(filter(None, (self.captions.get(member.id, ""), member.full_name)))
        return f"{name}, {member.position}, {_SEATS[member.role]}"

    def _voting_present(self) -> int:
        return sum(votes(member) for member in self.present)

    @property
    def opening(self) -> str:
        """`08 giờ 00 phút, ngày 08 tháng 7 năm 2022`."""
        return f"{clock(self.meeting.start.time())}, {long_date(self.meeting.start.date())}"

    @property
    def closing(self) -> str:
        """When the meeting ended, written like the opening."""
        return f"{clock(self.meeting.end.time())}, {long_date(self.meeting.end.date())}"

    @property
    def attendance(self) -> str:
        """`10/11`: voting members present, of all."""
        return f"{two_digits(self._voting_present())}/{two_digits(self.members)}"

    @property
    def discussion(self) -> list[str]:
        """What was said, a paragraph each."""
        return lines(self.meeting.discussion)

    @property
    def carried(self) -> int:
        """How many nominations were carried."""
        return sum(ballot.is_carried for group in self.groups for ballot in group.ballots)

    @property
    def rejected(self) -> list[Ballot]:
        """The ballots that fell."""
        return [
            ballot for group in self.groups for ballot in group.ballots if not ballot.is_carried
        ]


def votes(member: CouncilMember) -> bool:
    """Whether the member has a vote; a secretary who is no member has none."""
    return member.role is not CouncilRole.SECRETARY


def minutes(campaign: Campaign, phase: int, law: LawOfDay) -> Minutes:
    """The minutes of the meeting of `phase`, its votes judged by `law`; ProblemsFoundError without a meeting."""
    meeting = next((meeting for meeting in campaign.meetings if meeting.phase == phase), None)
    if meeting is None:
        raise _missing(_("Chưa có cuộc họp Hội đồng của đợt {phase}.", phase=phase), "meetings")
    by_id = {member.id: member for member in campaign.council}
    members = sum(votes(member) for member in campaign.council)
    if not members:
        raise _missing(_("Hội đồng chưa có thành viên nào có quyền biểu quyết."), "council")
    present = _present(campaign, phase)
    there = sum(votes(member) for member in present)
    rows = [row for row in campaign.nominations if row.phase == phase]
    proposed = honour_list(campaign, rows, Variant(), law)
    return Minutes(
        meeting=meeting,
        chair=by_id[meeting.chair],
        secretary=by_id[meeting.secretary],
        present=present,
        absent=_absent(campaign, phase),
        members=members,
        proposed=proposed,
        groups=_ballot_groups(campaign, phase, proposed, _Judge(members, there, law)),
        captions=_captions(campaign),
    )


def _captions(campaign: Campaign) -> Mapping[str, str]:
    """What stands before the name of each member: by the row of the council, else by that of the same person."""
    people = [nominee for nominee in campaign.nominees if nominee.kind.is_person]
    by_id = {person.id: person.gender for person in people}
    by_name = {fold(person.full_name): person.gender for person in people}
    found = {}
    for member in campaign.council:
        known = by_id.get(member.nominee, by_name.get(fold(member.full_name)))
        gender = member.gender or known
        found[member.id] = _BY_GENDER[gender] if gender else ""
    return found


def _present(campaign: Campaign, phase: int) -> tuple[CouncilMember, ...]:
    away = {row.member for row in campaign.attendance if row.phase == phase and not row.present}
    return tuple(member for member in campaign.council if member.id not in away)


def _absent(campaign: Campaign, phase: int) -> tuple[AbsentMember, ...]:
    reasons = {
        row.member: row.reason
        for row in campaign.attendance
        if row.phase == phase and not row.present
    }
    return tuple(
        AbsentMember(member, reasons[member.id])
        for member in campaign.council
        if member.id in reasons
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Who counts for a vote, and by which law it is judged."""

    members: int
    present: int
    law: LawOfDay

    def ballot(self, entry: HonourEntry, vote: Vote) -> Ballot:
        carried = self.law.carries(entry.honour, Fraction(vote.votes_for, self.members))
        silent = vote.abstained or max(0, self.present - vote.votes_for - vote.votes_against)
        return Ballot(entry, vote.votes_for, vote.votes_against, self.members, silent, carried)


def _ballot_groups(
    campaign: Campaign, phase: int, proposed: HonourList, judge: _Judge
) -> tuple[BallotGroup, ...]:
    cast = {(row.nominee, row.award): row for row in campaign.votes if row.phase == phase}
    groups = []
    for group in proposed.groups:
        found = [(entry, vote) for entry in group.entries if (vote := _vote_on(entry, cast))]
        ballots = tuple(judge.ballot(entry, vote) for entry, vote in found)
        if ballots:
            groups.append(BallotGroup(group, ballots))
    return tuple(groups)


def _vote_on(entry: HonourEntry, cast: dict[tuple[str, str], Vote]) -> Vote | None:
    names = (entry.honour.name, *entry.honour.other_names)
    return next(
        (cast[entry.nominee.id, name] for name in names if (entry.nominee.id, name) in cast), None
    )


def _missing(message: str, table: str) -> ProblemsFoundError:
    hint = _("Hãy điền trang “{sheet}” rồi chạy lại.", sheet=Campaign.title_of(table))
    return ProblemsFoundError(
        message, (Problem("missing-rows", message, Place(path=table), hint=hint),)
    )
