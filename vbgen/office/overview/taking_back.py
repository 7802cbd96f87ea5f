"""A draft that was corrected in Word, taken back as the body of its paper."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.leftovers import temporary_folder
from vbgen.office.acts import Request
from vbgen.office.overview.campaigns import campaign_named
from vbgen.office.taking_over import DraftTakenOver, TakeDraftOver

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class TakeBodyBack(Request[DraftTakenOver]):
    """Make what somebody sends back the body of a paper; what stood there before is kept beside."""

    campaign: str  # name of its folder
    kind: str  # `award-decision/titles`
    phase: int | None
    content: bytes  # the Word file

    def carry_out(self, office: "Office") -> DraftTakenOver:
        """Read within bounds, its frame left out."""
        office.confirm_may_write()
        folder = campaign_named(office, self.campaign)
        with temporary_folder("body") as name:
            source = Path(name) / f"{self.kind.partition('/')[0]}.docx"
            source.write_bytes(self.content)
            return office.do(TakeDraftOver(folder, self.kind, self.phase, source))
