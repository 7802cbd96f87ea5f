"""What the minutes of the count record (biên bản kiểm phiếu): who counted, which ballots came back, the figures."""

from dataclasses import dataclass

from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.beforehand.council_papers import Teller, TellerRole
from vbgen.model.campaign import Campaign
from vbgen.papers.body.blanks import DOTS, missing_rows
from vbgen.papers.body.council.meeting import moment
from vbgen.papers.body.council.members import called, caption_of
from vbgen.papers.body.council.minutes import Minutes, minutes
from vbgen.words.numbers import two_digits

_BLANK = DOTS[:12]
_SEATS = {
    TellerRole.HEAD: "Trưởng ban",
    TellerRole.SECRETARY: "Thư ký",
    TellerRole.MEMBER: "Ủy viên",
}


@dataclass(frozen=True, slots=True)
class BallotCount:
    """The count of one meeting's ballots."""

    minutes: Minutes
    tellers: tuple[str, ...]  # "Bà Trần Thị Hòa, Chánh Văn phòng Sở, Trưởng ban"
    head: str
    secretary: str

    @property
    def start(self) -> str:
        """When the counting began; dots as long as nobody said it."""
        return moment(self.minutes.meeting.count_start)

    @property
    def end(self) -> str:
        """When it ended."""
        return moment(self.minutes.meeting.count_end)

    @property
    def issued(self) -> str:
        """`11`: ballots given out; dots before the count."""
        return self._counted(self.minutes.meeting.ballots_issued)

    @property
    def collected(self) -> str:
        """Ballots that came back."""
        return self._counted(self.minutes.meeting.ballots_collected)

    @property
    def valid(self) -> str:
        """Those that count."""
        return self._counted(self.minutes.meeting.ballots_valid)

    @property
    def invalid(self) -> str:
        """Those that do not."""
        return self._counted(self.minutes.meeting.ballots_invalid)

    def _counted(self, number: int) -> str:
        return two_digits(number) if self.minutes.meeting.ballots_issued else _BLANK


def ballot_count(campaign: Campaign, phase: int, law: LawOfDay) -> BallotCount:
    """The count of the phase's meeting; ProblemsFoundError without a meeting, or without tellers."""
    tellers = [row for row in campaign.tellers if row.phase == phase]
    if not tellers:
        raise missing_rows(
            _("Chưa có Ban kiểm phiếu của cuộc họp đợt {phase}.", phase=phase), "tellers"
        )
    order = list(TellerRole)
    tellers.sort(key=lambda row: order.index(row.role))
    return BallotCount(
        minutes(campaign, phase, law),
        tuple(_line(campaign, row) for row in tellers),
        _named(tellers, TellerRole.HEAD),
        _named(tellers, TellerRole.SECRETARY),
    )


def _line(campaign: Campaign, row: Teller) -> str:
    caption = caption_of(campaign, row.full_name, row.gender)
    return called(caption, row.full_name, row.position, _SEATS[row.role])


def _named(tellers: list[Teller], role: TellerRole) -> str:
    return next((row.full_name for row in tellers if row.role is role), "")
