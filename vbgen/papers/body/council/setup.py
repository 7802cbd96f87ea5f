"""What the decision says that sets the council up or renews it (thành lập, kiện toàn Hội đồng)."""

from collections.abc import Iterator
from dataclasses import dataclass

from vbgen.messages import _
from vbgen.model.agency import Agency
from vbgen.model.beforehand.council_papers import CouncilSetup, FormerMember
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import listed_lines, one_line
from vbgen.papers.body.belonging import body_of
from vbgen.papers.body.blanks import DOTS, missing_rows
from vbgen.papers.body.council.members import SEATS, called, called_to, caption, captions
from vbgen.papers.body.decision import executed_by
from vbgen.words.dates import long_date
from vbgen.words.names import fold


@dataclass(frozen=True, slots=True)
class CouncilOrder:
    """The council as the decision makes it."""

    setup: CouncilSetup
    council: (
        str  # "Hội đồng Thi đua - Khen thưởng Sở Công Thương tỉnh Hà Nam giai đoạn 2022 - 2025"
    )
    members: tuple[str, ...]  # "Ông Lê Nguyên Ngọc, Giám đốc Sở, Chủ tịch Hội đồng"
    joining: tuple[str, ...]
    leaving: tuple[str, ...]  # with the reason
    duties: tuple[str, ...]
    head: str  # "Giám đốc Sở Công Thương tỉnh Hà Nam"
    executors: str

    @property
    def is_renewal(self) -> bool:
        """Whether it takes the place of an earlier decision."""
        return bool(self.setup.replaced_code)

    @property
    def article(self) -> str:
        """`Thành lập Hội đồng …`; `Kiện toàn Hội đồng … do …`: how the first article begins."""
        if not self.is_renewal:
            return f"Thành lập {self.council}"
        why = one_line(self.setup.reason).rstrip(" .;").removeprefix("do ")
        return f"Kiện toàn {self.council}" + (f" do {why}" if why else "")

    @property
    def working(self) -> str:
        """`Hội đồng làm việc theo nguyên tắc …; … là cơ quan thường trực của Hội đồng`."""
        standing = self.setup.standing_body
        told = (
            f"Hội đồng {one_line(self.setup.working).rstrip(' .;')}" if self.setup.working else "",
            f"{standing} là cơ quan thường trực của Hội đồng" if standing else "",
        )
        return "; ".join(filter(None, told))

    @property
    def in_force(self) -> str:
        """`Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số … ngày … của …`."""
        day = self.setup.effective
        since = f"ngày {long_date(day).removeprefix('ngày ')}" if day else "ngày ký"
        return f"Quyết định này có hiệu lực kể từ {since}{self._replaced()}"

    @property
    def carried_out_by(self) -> str:
        """`Chánh Văn phòng … và các ông, bà có tên tại Điều 1`."""
        return executed_by(self.executors, "ông, bà")

    def _replaced(self) -> str:
        setup = self.setup
        if not setup.replaced_code:
            return ""
        day = long_date(setup.replaced_day) if setup.replaced_day else f"ngày {DOTS[:20]}"
        by = setup.replaced_by or self.head
        return f" và thay thế Quyết định số {setup.replaced_code} {day} của {by}"


def council_order(campaign: Campaign, agency: Agency) -> CouncilOrder:
    """The decision's words; ProblemsFoundError where the council has no members."""
    if not campaign.council:
        raise missing_rows(_("Hội đồng chưa có thành viên nào."), "council")
    setup, known = campaign.council_setup, captions(campaign)
    told = {member.id: called_to(member, known[member.id]) for member in campaign.council}
    return CouncilOrder(
        setup,
        f"{_full_name(agency)} {setup.term}".rstrip(),
        tuple(told.values()),
        tuple(told[member.id] for member in campaign.council if member.is_new),
        tuple(_leaving(campaign.former_members)),
        tuple(listed_lines(setup.duties)) or (DOTS,),
        f"{agency.head_title} {agency.full_name}",
        agency.executors,
    )


def _full_name(agency: Agency) -> str:
    """`Hội đồng Thi đua - Khen thưởng xã Tân Hợp`: the agency named once, a people's committee by its place."""
    place = body_of(agency).removeprefix("Ủy ban nhân dân ")
    council = fold(agency.council_name)
    is_said = fold(place) in council or council.endswith(f" {fold(agency.short_name)}")
    return agency.council_name if is_said else f"{agency.council_name} {place}"


def _leaving(rows: tuple[FormerMember, ...]) -> Iterator[str]:
    for row in rows:
        told = called(caption(row.gender), row.full_name, row.position, SEATS[row.role])
        yield f"{told} (lý do: {one_line(row.reason)})" if row.reason else told
