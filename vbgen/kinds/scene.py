"""One paper about to be written: which campaign, kind, variant and phase, and what the office planned for it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vbgen.kinds.kind import Kind, Variant
from vbgen.kinds.letterhead import symbol
from vbgen.kinds.lines import texts_for
from vbgen.kinds.phases import PhaseView
from vbgen.model.campaign import Campaign
from vbgen.model.paper import PaperPlan
from vbgen.wording.dates import blank_date


@dataclass(frozen=True, slots=True)
class Scene:
    """What every view of a paper is made from."""

    campaign: Campaign
    kind: Kind
    variant: Variant
    phase: PhaseView | None
    today: date
    emblem: Path | None = None  # the workspace's own picture for certificates; none is shipped

    @property
    def paper(self) -> str:
        """How the campaign's rows name this paper."""
        return self.kind.paper_id(self.variant)

    @property
    def phase_number(self) -> int:
        """The phase's number; the last one for a paper of the whole campaign."""
        return self.phase.number if self.phase else max((phase.number for phase in self.campaign.phases), default=0)

    @property
    def plan(self) -> PaperPlan:
        """The campaign's row for this paper: its own before its kind's, its phase's before the general one."""
        names = (self.paper, self.kind.id)
        for name in names:
            for phase in (self.phase_number, None):
                for plan in self.campaign.papers:
                    if plan.kind == name and plan.phase == phase:
                        return plan
        return PaperPlan(kind=self.paper)

    @property
    def decided_on(self) -> date:
        """The day that chooses the law: the planned month's first day, else today."""
        plan = self.plan
        return date(plan.year, plan.month, 1) if plan.year and plan.month else self.today

    @property
    def issuer(self) -> str:
        """`agency` or `council`."""
        return self.variant.issuer or self.kind.issuer

    @property
    def symbol(self) -> str:
        """`QĐ-SCT`."""
        return symbol(self.campaign.agency, self.kind, self.variant, self.plan)

    @property
    def blank_date(self) -> str:
        """`ngày      tháng 7 năm 2022`, as far as the month is planned."""
        return blank_date(self.plan.year, self.plan.month)

    def texts(self, table: str) -> list[str]:
        """The campaign's lines for this paper from `legal_grounds`, `addressees` or `recipients`."""
        return texts_for(getattr(self.campaign, table), self.paper)
