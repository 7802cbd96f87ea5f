"""One paper about to be written: which campaign, kind, variant and phase, and what the office planned for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vbgen.law.rulebook import LawOfDay
from vbgen.model.afterwards.known import NOTHING_KNOWN, KnownPapers
from vbgen.model.agency import Agency, Signer
from vbgen.model.campaign import Campaign
from vbgen.model.document import Issue
from vbgen.model.paper import PaperPlan
from vbgen.model.stock import BLANK_A4, Stock
from vbgen.papers.bodies import BodyFile
from vbgen.papers.body.afterwards.paper_changes import known_paper
from vbgen.papers.body.check_report import CheckReport
from vbgen.papers.body.phases import PhaseView
from vbgen.papers.deciding import PhaseLaws, phase_laws
from vbgen.papers.frame.earlier_lines import earlier_lines
from vbgen.papers.frame.issuers import issuing_agency
from vbgen.papers.frame.letterhead import behind_number, issuing_side, paper_date, symbol
from vbgen.papers.frame.lines import own_texts, texts_for
from vbgen.papers.frame.signature import deciding_head, find_signer, signers_of
from vbgen.papers.kinds.kind import Kind, Variant
from vbgen.words.dates import long_date

_BEFORE_DECISION = frozenset(
    {"nominations", "meetings", "tellers"}
)  # what a paper needs that is made before it is decided


@dataclass(frozen=True, slots=True)
class Remade:
    """A lost certificate that is made again: it keeps its decision and its place in the golden book."""

    decision_number: str
    decision_date: date | None
    golden_number: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What every view of a paper is made from."""

    campaign: Campaign
    kind: Kind
    variant: Variant
    phase: PhaseView | None
    law: LawOfDay  # of the day on which the paper is made: that of its issue, else today
    emblem: Path | None = None  # the workspace's own picture for certificates; none is shipped
    stock: Stock = BLANK_A4  # what certificates are printed on
    chosen: tuple[int, ...] = ()  # certificates to print, from 1 in print order; empty for all
    issue: Issue | None = None  # number and day; None for a draft
    check: CheckReport | None = None  # what a check found, for its report
    known: KnownPapers = NOTHING_KNOWN  # the issued papers that it may name
    remade: Remade | None = None  # the certificate is one that was lost

    @property
    def paper(self) -> str:
        """How the campaign's rows name this paper."""
        return self.kind.paper_id(self.variant)

    @property
    def body(self) -> BodyFile | None:
        """What the office typed in Word for it."""
        return self.kind.body(self.variant.id, self.phase.number if self.phase else None)

    @property
    def template(self) -> Path:
        """The Word file that it is made from: the frame around a typed body, else the kind's own template."""
        frame = self.kind.frame_file if self.body else None
        return frame or self.kind.template

    @property
    def is_expected(self) -> bool:
        """Whether the campaign speaks of such a paper, so that it is made without being asked for."""
        tables = self.kind.comes_with
        if self.kind.on_request:
            return self._is_named
        return not tables or self.body is not None or self._is_named or any(map(self._has, tables))

    @property
    def _is_named(self) -> bool:
        """Whether the sheets of papers, addressees or recipients have a row of it."""
        named = (self.campaign.papers, self.campaign.addressees, self.campaign.recipients)
        return any(row.kind in self._names for rows in named for row in rows)

    def _has(self, table: str) -> bool:
        """Whether a table says anything of the paper's phase."""
        value = getattr(self.campaign, table)
        if not isinstance(value, tuple):
            return bool(value != type(value)())
        return any(self.phase is None or row.phase == self.phase.number for row in value)

    @property
    def phase_number(self) -> int:
        """The phase's number; the last one for a paper of the whole campaign."""
        return (
            self.phase.number
            if self.phase
            else max(phase.number for phase in self.campaign.each_phase)
        )

    @property
    def agency(self) -> Agency:
        """Who issues the paper: the agency, or another of the campaign's issuers over it."""
        return issuing_agency(self.campaign, self.plan.issuer)

    @property
    def is_numbered_elsewhere(self) -> bool:
        """Whether its issuer gives the numbers itself: a ministry whose order is signed for."""
        issuers = {issuer.id: issuer for issuer in self.campaign.issuers}
        return bool(self.plan.issuer) and issuers[self.plan.issuer].numbers_itself

    @property
    def joint(self) -> Agency | None:
        """The second issuer of a joint paper (văn bản liên tịch); None for a paper of one."""
        joint = self.plan.joint_issuer
        return issuing_agency(self.campaign, joint) if joint else None

    @property
    def plan(self) -> PaperPlan:
        """The campaign's row for this paper, with the signer chosen at issue."""
        planned = self._planned
        signer = self.issue.signer if self.issue else ""
        return planned.model_copy(update={"signer": signer}) if signer else planned

    @property
    def _planned(self) -> PaperPlan:
        """The row: the paper's own before its kind's, its phase's before the general one."""
        row = next(self._rows(), None)
        if row is None:
            return PaperPlan(kind=self.paper)
        is_of_kind_alone = row.kind == self.kind.id != self.paper
        takes_signer = not is_of_kind_alone or self._is_issued_alike
        return row if takes_signer else self._without_signer(row)

    def _rows(self) -> Iterator[PaperPlan]:
        """Rows of the sheet of papers that speak of it, the nearest first, then of the kind that it goes with."""
        for name in filter(None, (*self._names, self.kind.goes_with)):
            for phase in (self.phase_number, None):
                yield from (
                    row for row in self.campaign.papers if (row.kind, row.phase) == (name, phase)
                )

    @property
    def _names(self) -> tuple[str, ...]:
        """What rows may call it, the nearest first: itself, the paper that it was split from, its kind."""
        base = self.variant.base and f"{self.kind.id}/{self.variant.base}"
        return tuple(filter(None, (self.paper, base, self.kind.id)))

    @property
    def _is_issued_alike(self) -> bool:
        """Whether the variant's papers come from the same issuer as its kind's: only then can one sign for both."""
        return self.variant.issuer in {"", self.kind.variants[0].issuer or self.kind.issuer}

    def _without_signer(self, plan: PaperPlan) -> PaperPlan:
        return plan.model_copy(update={"signer": ""})

    @property
    def decided_on(self) -> date:
        """The day that chooses the law of the paper.

        What comes before a decision goes by the day of that decision, as the check does. Any other paper goes by
        the day of its issue, else the planned month's first day, else the day on which it is made.
        """
        if self.kind.needs in _BEFORE_DECISION:
            return self.laws.of(self.phase_number).day
        if self.issue:
            return self.issue.day
        plan = self.plan
        return date(plan.year, plan.month, 1) if plan.year and plan.month else self.law.day

    @property
    def decided(self) -> LawOfDay:
        """The law of that day."""
        return self.law.on(self.decided_on)

    @property
    def laws(self) -> PhaseLaws:
        """The law of each phase's decision, for a paper that tells of several."""
        return phase_laws(self.campaign, self.law)

    @property
    def issuer(self) -> str:
        """`agency` or `council`."""
        return issuing_side(self.kind, self.variant, self.plan)

    @property
    def issuer_name(self) -> str:
        """The issuer as it is named in a sentence."""
        agency = self.agency
        return agency.council_name if self.issuer == "council" else agency.full_name

    def signer(self, wanted: str = "") -> Signer:
        """Who signs it: the one named, else the planned one, else who signs such papers as a rule."""
        return find_signer(
            signers_of(self.campaign),
            wanted or self.plan.signer,
            self.agency,
            council=self.issuer == "council",
            by_head=self.kind.by_head,
            paper=f"“{self.variant.title or self.kind.title}”",
        )

    @property
    def symbol(self) -> str:
        """`QĐ-SCT`."""
        return symbol(self.agency, self.kind, self.variant, self.plan, self.joint)

    @property
    def code(self) -> str:
        """What follows “Số:”: ` 05/QĐ-SCT`; in a draft room for the number."""
        if self.remade:
            return f" {self.remade.decision_number}"
        return behind_number(self.symbol, self.issue)

    @property
    def paper_date(self) -> str:
        """`ngày 05 tháng 7 năm 2022`; in a draft `ngày      tháng 7 năm 2022`, as far as the month is planned."""
        if self.remade:
            return long_date(self.remade.decision_date) if self.remade.decision_date else ""
        return paper_date(self.plan, self.issue)

    def texts(self, table: str) -> list[str]:
        """The campaign's lines for this paper from `legal_grounds`, `addressees` or `recipients`.

        What goes up to a higher authority without addressees of its own is addressed to that authority.
        """
        rows = getattr(self.campaign, table)
        if table == "addressees" and self.variant.within_power is False:
            return own_texts(rows, self.paper) or [
                text for text in (self.campaign.agency.superior,) if text
            ]
        found = (own_texts(rows, name) for name in self._names)
        return next(filter(None, found), None) or self._untyped(table)

    def _untyped(self, table: str) -> list[str]:
        """What follows from the paper: a proposal goes to the head, a change to those of the first paper."""
        goes_to_head = self.kind.needs == "nominations" and self.issuer == "council"
        if table == "addressees" and goes_to_head and self.variant.within_power:
            return [deciding_head(self.campaign.signers, self.agency)]
        return self._as_earlier(table)

    def _as_earlier(self, table: str) -> list[str]:
        """Lines of the paper that this one changes: who received it must hear of the change."""
        rows = self.campaign.changes if self.kind.each == "changes" else ()
        found = known_paper(rows[0], self.known) if rows else None
        if found is None:
            return []
        same = () if table == "addressees" else texts_for(getattr(self.campaign, table), found.kind)
        return earlier_lines(table, found, same, is_letter=not self.kind.type_name)
