"""Issuing that was asked for once: whoever takes it up again finishes what was begun, and begins nothing twice."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from vbgen.errors import ProblemsFoundError
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.requests import IssuePapers
from vbgen.office.issuing.resuming import ResumeIssues
from vbgen.register import Entry

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class IssuedOnce(Answer):
    """The papers that have their numbers now."""

    papers: tuple[Entry, ...]


@dataclass(frozen=True)
class IssueOnce(Request[IssuedOnce]):
    """Issue papers as they were prepared and asked for at that moment; asked again, they are the same papers."""

    papers: IssuePapers
    asked_at: datetime

    def carry_out(self, office: "Office") -> IssuedOnce:
        """What was begun since is brought to its end; only where nothing was begun, it is issued."""
        begun = self._begun(office) or self._issued_now(office)
        for entry in begun:
            if entry.is_open:
                office.do(ResumeIssues(entry.code, self.papers.accepted, self.papers.reason))
        return IssuedOnce(tuple(self._begun(office)))

    def _issued_now(self, office: "Office") -> list[Entry]:
        """What is left to be finished after they were issued, or where somebody else has begun them meanwhile."""
        try:
            office.do(self.papers)
        except ProblemsFoundError:
            if begun := self._begun(office):
                return begun
            raise
        return []

    def _begun(self, office: "Office") -> list[Entry]:
        """Entries of these papers whose numbers were taken since they were asked for."""
        register = office.desk_to_begin().register
        kind, slash, variant = self.papers.kind.partition("/")
        return [
            entry
            for entry in register.entries()
            if (entry.campaign, entry.kind) == (self.papers.campaign.resolve().name, kind)
            and (not slash or entry.variant == variant)
            and self.papers.phase in {None, entry.phase}
            and datetime.fromisoformat(entry.reserved_at) >= self.asked_at.replace(microsecond=0)
        ]
