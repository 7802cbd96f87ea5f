"""The phase that a paper is about, as templates see it."""

from dataclasses import dataclass
from datetime import date

from vbgen.errors import UsageError
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.model.movement import Phase
from vbgen.words.dates import date_range


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase (đợt) of the movement; the whole of a movement without phases."""

    number: int
    start: date | None
    end: date | None
    theme: str
    is_last: bool
    of_movement: str  # "phong trào thi đua đợt 1 năm 2022"
    name: str = ""  # "đợt 1"; empty where there is one alone

    @property
    def period(self) -> str:
        """`01 tháng 01 đến 30 tháng 6 năm 2022`; empty where nobody said it."""
        return date_range(self.start, self.end) if self.start and self.end else ""


def phase_view(campaign: Campaign, number: int) -> PhaseView:
    """The phase of that number; UsageError that lists the phases there are."""
    phases = campaign.each_phase
    last = max(phase.number for phase in phases)
    for phase in phases:
        if phase.number == number:
            name = f"đợt {number}" if len(phases) > 1 else ""
            return PhaseView(
                phase.number,
                phase.start,
                phase.end,
                one_line(phase.theme),
                number == last,
                movement_in_phase(campaign.movement.name, phase, name),
                name,
            )
    known = ", ".join(str(phase.number) for phase in phases)
    raise UsageError(
        _("Phong trào không có đợt {number}; các đợt: {known}.", number=number, known=known)
    )


def movement_in_phase(movement: str, phase: Phase, name: str) -> str:
    """What the office wrote, else `đợt 1 phong trào thi đua năm 2022`: a name is never cut open."""
    return phase.movement_name or " ".join(filter(None, (name, movement)))
