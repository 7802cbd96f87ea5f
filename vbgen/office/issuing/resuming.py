"""Issues that were begun and not finished: found, and brought to their end in one request."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbgen.errors import Problem
from vbgen.model.document import Numbered, Settled
from vbgen.office.acts import Answer, Request
from vbgen.office.issuing.consent.acceptance import Acceptance
from vbgen.office.issuing.issuing import resume
from vbgen.office.issuing.materials import pdf_chosen
from vbgen.office.issuing.readying import open_notes
from vbgen.office.making.copies import Copies
from vbgen.office.references import find

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class FindOpenIssues(Request[Answer]):
    """Which issues were begun and not finished: a warning for each."""

    def carry_out(self, office: "Office") -> Answer:
        """The warnings."""
        return Answer(problems=tuple(open_notes(office.desk_to_prepare().register)))


@dataclass(frozen=True)
class Resumed(Answer):
    """Papers that were brought to their end."""

    papers: tuple[Settled, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"issued": [{"id": one.id, "code": one.code} for one in self.papers]}


@dataclass(frozen=True)
class ResumeIssues(Request[Resumed]):
    """Every issue that was begun and not finished, or the one meant, brought to its end with its own number."""

    reference: str = ""  # `05/QĐ-SCT`; every open one without
    accepted: frozenset[str] = frozenset()
    reason: str = ""
    pdf: bool | None = None  # as it was chosen when each was begun, where it is not said anew

    def carry_out(self, office: "Office") -> Resumed:
        """Those that were finished."""
        accepted = Acceptance.of(self.accepted, self.reason)
        desk = office.desk_to_act()
        identity = find(desk.register, self.reference).id if self.reference else None
        told = list[Problem]()

        def copies(numbered: Numbered) -> Copies:
            chosen = pdf_chosen(numbered.intent.materials)
            copying = office.with_copies(desk, wanted=self.pdf, chosen=chosen)
            told.extend(copying.problems)
            return copying.desk.copies

        done = resume(desk, identity, accepted, copies)
        return Resumed(papers=tuple(done), problems=tuple(dict.fromkeys(told)))
