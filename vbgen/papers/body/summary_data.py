"""What a phase summary is made of."""

from dataclasses import dataclass

from vbgen.model.campaign import Campaign
from vbgen.model.movement import Movement
from vbgen.papers.body.honour_list import HonourList
from vbgen.papers.body.phases import PhaseView
from vbgen.papers.body.quotas import QuotaView
from vbgen.papers.body.results import ResultView


@dataclass(frozen=True, slots=True)
class SummaryData:
    """What a summary is made of."""

    campaign: Campaign
    phase: PhaseView
    results: tuple[ResultView, ...]
    quotas: tuple[QuotaView, ...]
    awards: HonourList
    issuer: str
    is_draft: bool

    @property
    def movement(self) -> Movement:
        """The movement."""
        return self.campaign.movement
