"""On which day each phase is decided, and the law of that day: one answer for the check and for every paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign

DECISION, AMENDING = "award-decision", "amending-decision"
TITLES = "titles"  # the decision's variant that recognises titles; what is split from it begins so


@dataclass(frozen=True, slots=True)
class PhaseLaws:
    """The law on the day of each phase's decision; where nobody has said the day, the law that was handed in."""

    law: LawOfDay
    days: Mapping[int, date]

    def of(self, phase: int) -> LawOfDay:
        """The law of one phase."""
        return self.law.on(self.days.get(phase, self.law.day))


def phase_laws(campaign: Campaign, law: LawOfDay) -> PhaseLaws:
    """The laws of a campaign's phases by the months planned for their decisions."""
    planned = {phase.number: planned_day(campaign, phase.number) for phase in campaign.each_phase}
    return PhaseLaws(law, {phase: day for phase, day in planned.items() if day})


def planned_day(campaign: Campaign, phase: int) -> date | None:
    """The first day of the month planned for the phase's decision in the sheet of papers; None without one."""
    plans = [plan for plan in campaign.papers if plan.kind.partition("/")[0] == DECISION]
    for wanted in (phase, None):
        for plan in sorted(plans, key=lambda plan: plan.kind):
            if plan.phase == wanted and plan.year and plan.month:
                return date(plan.year, plan.month, 1)
    return None
