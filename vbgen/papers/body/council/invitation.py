"""What the invitation to a meeting of the council says (giấy mời họp; Nghị định 30/2020, Phụ lục III, Mẫu 1.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbgen.law.rulebook import LawOfDay
from vbgen.messages import _
from vbgen.model.beforehand.council_papers import Invitation
from vbgen.model.campaign import Campaign
from vbgen.model.council import Meeting
from vbgen.model.emphasis import lines, listed_lines
from vbgen.papers.body.blanks import missing_rows
from vbgen.papers.body.council.meeting import meeting_of, moment, proposed_in
from vbgen.papers.body.council.members import called_to, captions

_ADDRESSED = ("Ông ", "Bà ", "Đồng chí ")


@dataclass(frozen=True, slots=True)
class MeetingInvitation:
    """Who is invited to what, when and where."""

    meeting: Meeting
    invited: tuple[str, ...]  # a line each, without stroke and mark
    chair: str
    agenda: tuple[str, ...]
    documents: tuple[str, ...]
    notes: tuple[str, ...]  # whole sentences
    contact: str

    @property
    def when(self) -> str:
        """`08 giờ 00 phút, ngày 08 tháng 7 năm 2022`."""
        return moment(self.meeting.start)

    @property
    def last_line(self) -> str:
        """The request to come, with whom to turn to."""
        asked = "Kính mời các ông, bà đến dự đúng thời gian, địa điểm trên"
        return f"{asked}; chi tiết xin liên hệ {_within(self.contact)}" if self.contact else asked


def invitation(
    campaign: Campaign, phase: int, law: LawOfDay, addressees: Sequence[str], of_movement: str
) -> MeetingInvitation:
    """The invitation to the phase's meeting; `addressees` are invited instead of the members where there are any."""
    meeting = meeting_of(campaign, phase)
    if not campaign.council and not addressees:
        raise missing_rows(_("Hội đồng chưa có thành viên nào để mời."), "council")
    own = next((row for row in campaign.invitations if row.phase == phase), Invitation(phase=phase))
    return MeetingInvitation(
        meeting,
        (*(addressees or _members(campaign)), *listed_lines(own.guests)),
        _chair(campaign, meeting),
        tuple(listed_lines(own.agenda) or [_usual(campaign, phase, law, of_movement)]),
        tuple(listed_lines(own.documents)),
        tuple(lines(own.notes)),
        own.contact,
    )


def _members(campaign: Campaign) -> Iterator[str]:
    """`Ông Lê Nguyên Ngọc, Giám đốc Sở, Chủ tịch Hội đồng`, a line each."""
    known = captions(campaign)
    for member in campaign.council:
        yield called_to(member, known[member.id])


def _chair(campaign: Campaign, meeting: Meeting) -> str:
    member = next(each for each in campaign.council if each.id == meeting.chair)
    return called_to(member, captions(campaign)[member.id])


def _usual(campaign: Campaign, phase: int, law: LawOfDay, of_movement: str) -> str:
    listed = proposed_in(campaign, phase, law)
    inside = f" trong {of_movement}" if of_movement else ""
    whom = f" cho {listed.turns}" if listed.groups else ""
    return f"Xét đề nghị khen thưởng{inside}{whom}"


def _within(contact: str) -> str:
    """`ông Trần Đá, điện thoại …`: as it goes on in a sentence."""
    return contact[:1].lower() + contact[1:] if contact.startswith(_ADDRESSED) else contact
