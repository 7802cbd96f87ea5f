"""What a clerk wishes to be issued, as the form of the room says it, and as a job keeps it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.office import IssuePapers, PlannedPaper, PrepareIssue

if TYPE_CHECKING:
    from vbgen.web.visit import Visit


@dataclass(frozen=True, slots=True)
class IssueWish:
    """Which paper of which campaign, on which day, as what; and what was agreed to."""

    campaign: str  # its folder's name
    kind: str  # exactly one paper: `award-decision/`, `award-decision/titles`
    phase: int | None
    day: str  # as it was typed
    signer: str
    number: str
    replaces: str
    reason: str
    stated_signed: bool
    without_pdf: bool
    accepted: tuple[str, ...]
    agreed: tuple[str, ...]
    fingerprint: str

    @classmethod
    def of(cls, visit: "Visit", campaign: str, paper: PlannedPaper) -> Self:
        """As the form says, for a paper of the campaign."""
        return cls(
            campaign=campaign,
            kind=paper.alone,
            phase=paper.phase,
            day=visit.word("day"),
            signer=visit.word("signer"),
            number=visit.word("number"),
            replaces=visit.word("replaces"),
            reason=visit.word("reason"),
            stated_signed=bool(visit.word("stated_signed")),
            without_pdf=bool(visit.word("without_pdf")),
            accepted=tuple(visit.words("accepted")),
            agreed=tuple(visit.words("agreed")),
            fingerprint=visit.word("fingerprint"),
        )

    def as_asked(self) -> Mapping[str, object]:
        """As a job keeps it."""
        return asdict(self)

    @classmethod
    def asked(cls, kept: Mapping[str, Any]) -> Self:
        """As a job kept it."""
        lists = {name: tuple(kept[name]) for name in ("accepted", "agreed")}
        return cls(**{**kept, **lists})

    def prepare(self, folder: Path) -> PrepareIssue:
        """What would happen."""
        return PrepareIssue(**self._paper(folder))

    def issue(self, folder: Path) -> IssuePapers:
        """Have it done, as it was shown."""
        agreed = frozenset(self.agreed)
        return IssuePapers(**self._paper(folder), fingerprint=self.fingerprint, agreed=agreed)

    def _paper(self, folder: Path) -> dict[str, Any]:
        return {
            "campaign": folder,
            "kind": self.kind,
            "day": typed_day(self.day),
            "phase": self.phase,
            "signer": self.signer,
            "number": self.number,
            "replaces": self.replaces,
            "stated_signed": self.stated_signed,
            "pdf": False if self.without_pdf else None,
            "accepted": frozenset(self.accepted),
            "reason": self.reason,
        }


def typed_day(text: str) -> date:
    """The day that a clerk typed; ProblemsFoundError for what is none."""
    from vbgen.words.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as fault:
        message = _("Ngày chưa đúng: {reason}.", reason=str(fault))
        raise ProblemsFoundError(message, (Problem("not-a-day", message),)) from fault
