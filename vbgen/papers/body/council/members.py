"""The council's people as its papers name them: seat, caption, and who has a vote."""

from collections.abc import Iterator, Mapping

from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.council import CouncilMember, CouncilRole
from vbgen.model.people import Gender
from vbgen.papers.body.blanks import missing_rows
from vbgen.words.names import fold

SEATS: Mapping[CouncilRole, str] = {
    CouncilRole.CHAIR: "Chủ tịch Hội đồng",
    CouncilRole.STANDING_VICE_CHAIR: "Phó Chủ tịch thường trực Hội đồng",
    CouncilRole.VICE_CHAIR: "Phó Chủ tịch Hội đồng",
    CouncilRole.MEMBER: "Ủy viên Hội đồng",
    CouncilRole.MEMBER_SECRETARY: "Ủy viên, Thư ký Hội đồng",
    CouncilRole.SECRETARY: "Thư ký Hội đồng (không biểu quyết)",
}
_CAPTIONS: Mapping[Gender, str] = {Gender.MALE: "Ông", Gender.FEMALE: "Bà"}


def called_to(member: CouncilMember, caption: str) -> str:
    """`Ông Lê Nguyên Ngọc, Giám đốc Sở, Chủ tịch Hội đồng`: outside a vote nothing is said of who has one."""
    seat = SEATS[member.role].removesuffix(" (không biểu quyết)")
    return called(caption, member.full_name, member.position, seat)


def votes(member: CouncilMember) -> bool:
    """Whether the member has a vote; a secretary who is no member has none."""
    return member.role is not CouncilRole.SECRETARY


def voters_of(campaign: Campaign) -> int:
    """How many members have a vote; ProblemsFoundError where nobody has one."""
    if not (members := sum(map(votes, campaign.council))):
        raise missing_rows(_("Hội đồng chưa có thành viên nào có quyền biểu quyết."), "council")
    return members


def called(caption: str, *words: str) -> str:
    """`Ông Lê Nguyên Ngọc, Giám đốc Sở`: caption and name, then what else is known."""
    name, *rest = words
    return ", ".join(filter(None, (f"{caption} {name}".strip(), *rest)))


def caption(gender: Gender | None) -> str:
    """`Ông` or `Bà`; empty if unknown."""
    return _CAPTIONS[gender] if gender else ""


def captions(campaign: Campaign) -> Mapping[str, str]:
    """The caption of each member: by the row of the council, else by that of the same person."""
    by_id = {each.id: each.gender for each in campaign.nominees if each.kind.is_person}
    by_name = dict(_by_name(campaign))
    genders = {
        member.id: member.gender or by_id.get(member.nominee, by_name.get(fold(member.full_name)))
        for member in campaign.council
    }
    return {member: caption(gender) for member, gender in genders.items()}


def caption_of(campaign: Campaign, full_name: str, gender: Gender | None) -> str:
    """The caption of somebody who is known by name alone."""
    return caption(gender or dict(_by_name(campaign)).get(fold(full_name)))


def _by_name(campaign: Campaign) -> Iterator[tuple[str, Gender]]:
    """Who is called so and of which gender; a row of the council counts before one of the nominees."""
    for nominee in campaign.nominees:
        if nominee.kind.is_person and nominee.gender:
            yield fold(nominee.full_name), nominee.gender
    for member in campaign.council:
        if member.gender:
            yield fold(member.full_name), member.gender
