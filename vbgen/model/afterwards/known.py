"""What an office knows of the papers that it has issued, as later papers need it: plain values, read at one moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vbgen.model.people import Nominee


@dataclass(frozen=True, slots=True)
class KnownCertificate:
    """One certificate of the golden book."""

    reference: str  # `05/QĐ-SCT:7`
    number: int  # in the golden book
    nominee: str
    name: str  # with its caption: `Ông Giàng A Páo`
    unit: str
    award: str
    merit: str
    in_force: bool
    post: str = ""  # as its certificate said it
    caption: str = ""
    merit_sentence: str = ""


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """One issued paper."""

    id: str
    campaign: str
    kind: str  # empty for what was written over from an older book
    variant: str
    phase: int | None
    type_name: str  # `Quyết định`; empty for a công văn
    code: str
    symbol: str
    day: date
    subject: str
    decided_by: str  # `Giám đốc Sở Công Thương`: whose paper it is, in a sentence
    signer_name: str
    recipients: tuple[str, ...]
    copy_kept_by: str
    in_force: bool
    certificates: tuple[KnownCertificate, ...] = ()
    said: Mapping[str, Any] = field(
        default_factory=dict, hash=False, compare=False
    )  # in its own words: name of its template → value; asked for apart


@dataclass(frozen=True, slots=True)
class KnownAward:
    """One award that a decision of another campaign gave, and that stands."""

    award: str
    nominee: Nominee
    day: date


@dataclass(frozen=True, slots=True)
class KnownPapers:
    """The issued papers that a campaign's papers may name; none before anything is issued."""

    papers: tuple[KnownPaper, ...] = ()
    campaign: str = ""  # the folder's name of the campaign at hand
    elsewhere: tuple[KnownAward, ...] = ()  # of the year, given by decisions of other campaigns

    @property
    def own_certificates(self) -> Iterator[KnownCertificate]:
        """Every certificate of the campaign's own papers, in force or not."""
        own = (paper for paper in self.papers if paper.campaign == self.campaign)
        return (certificate for paper in own for certificate in paper.certificates)

    def named(self, code: str, year: int | None = None) -> KnownPaper | None:
        """The paper with that code, the latest of several years; None where it is not known."""
        found = [
            paper for paper in self.papers if paper.code == code and year in {None, paper.day.year}
        ]
        return max(found, key=lambda paper: paper.day, default=None)

    def of(self, kind: str, variant: str, phase: int | None) -> KnownPaper | None:
        """The campaign's own paper of that kind that stands."""
        wanted = (self.campaign, kind, variant, phase)
        return next(
            (
                paper
                for paper in self.papers
                if paper.in_force
                and (paper.campaign, paper.kind, paper.variant, paper.phase) == wanted
            ),
            None,
        )


NOTHING_KNOWN = KnownPapers()
