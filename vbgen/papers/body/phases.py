"""The phase that a paper is about, as templates see it."""

from dataclasses import dataclass
from datetime import date

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.words.dates import date_range


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase (đợt) of the movement."""

    number: int
    start: date
    end: date
    theme: str
    is_last: bool
    of_movement: str  # "phong trào thi đua đợt 1 năm 2022"

    @property
    def name(self) -> str:
        """`đợt 1`."""
        return f"đợt {self.number}"

    @property
    def period(self) -> str:
        """`01 tháng 01 đến 30 tháng 6 năm 2022`."""
        return date_range(self.start, self.end)


def phase_view(campaign: Campaign, number: int) -> PhaseView:
    """The phase of that number; UsageError that lists the phases there are."""
    last = max((phase.number for phase in campaign.phases), default=0)
    for phase in campaign.phases:
        if phase.number == number:
            named = movement_in_phase(campaign.movement.name, number)
            return PhaseView(
                phase.number, phase.start, phase.end, phase.theme, number == last, named
            )
    known = ", ".join(str(phase.number) for phase in campaign.phases) or _("chưa có đợt nào")
    raise UsageError(
        _("Phong trào không có đợt {number}; các đợt: {known}.", number=number, known=known)
    )


def movement_in_phase(name: str, number: int) -> str:
    """`phong trào thi đua đợt 1 năm 2022`: the phase stands before the year where the name has one."""
    before, year, after = name.rpartition(" năm ")
    return f"{before} đợt {number}{year}{after}" if year else f"{name}, đợt {number}"
