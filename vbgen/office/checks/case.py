"""What is examined: a campaign with the law of each phase, and questions that several checks ask of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vbgen.law.history import Matched, PastHonour, matched
from vbgen.law.honour import Honour, UnknownHonourError
from vbgen.law.rulebook import LawOfDay, Rulebook
from vbgen.model.campaign import Campaign
from vbgen.model.council import CouncilMember, CouncilRole
from vbgen.model.launch import Launch
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Award, Nomination, Nominee
from vbgen.office.checks.finding import Spot
from vbgen.papers.asked import AskedPapers
from vbgen.papers.deciding import DECISION, PhaseLaws, phase_laws, planned_day
from vbgen.words.names import fold, variant_key
from vbgen.words.person.doubt import cut

__all__ = ["DECISION", "Case", "Proposal", "name_key"]

LAUNCH = "launch-notice"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One honour for one nominee in one phase, as proposed or, where the phase is decided, as given."""

    phase: int
    nominee: Nominee
    honour: Honour
    merit: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Case:
    """A campaign under examination; `day` is the decisions' day where the reader gave one."""

    campaign: Campaign
    today: LawOfDay
    day: date | None
    imported: tuple[PastHonour, ...] = ()
    asked: AskedPapers = AskedPapers()  # noqa: RUF009 - frozen; papers that alone are looked at

    @property
    def has_launch(self) -> bool:
        """Whether there is a launch to look at: the campaign speaks of one, and no other paper is asked for."""
        campaign = self.campaign
        says = campaign.contents or campaign.launch != Launch()
        return bool(says) and (not self.asked.names or LAUNCH in self.asked.kinds)

    @property
    def year(self) -> int:
        """The year under review: the movement's, else that of the decisions' day."""
        return self.campaign.movement.year or (self.day or self.today.day).year

    @cached_property
    def nominees(self) -> Mapping[str, Nominee]:
        """By id."""
        return {nominee.id: nominee for nominee in self.campaign.nominees}

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The row of each nominee in its table."""
        return {nominee.id: row for row, nominee in enumerate(self.campaign.nominees)}

    @cached_property
    def units(self) -> Mapping[str, str]:
        """Name of each unit, by id."""
        return {unit.id: unit.name for unit in self.campaign.units}

    @cached_property
    def phases(self) -> tuple[int, ...]:
        """Numbers in order."""
        return tuple(sorted(phase.number for phase in self.campaign.each_phase))

    @cached_property
    def laws(self) -> Mapping[int, LawOfDay]:
        """The law on the day of each phase's decision."""
        return {phase: self.phase_laws.of(phase) for phase in self.phases}

    @cached_property
    def phase_laws(self) -> PhaseLaws:
        """The same as papers are handed it; the day that the reader gave stands before planned months."""
        if self.day:
            return PhaseLaws(self.today.on(self.day), {})
        return phase_laws(self.campaign, self.today)

    @property
    def rules(self) -> Rulebook:
        """Every rule, of whatever day."""
        return self.today.book

    @cached_property
    def law(self) -> LawOfDay:
        """The law of the last phase, or of today without phases."""
        return self.laws[self.phases[-1]] if self.phases else self.phase_laws.law

    def day_of(self, phase: int) -> date:
        """The day that chooses the law of a phase: the one given, the month planned for its decision, or today."""
        return self.phase_laws.of(phase).day

    def told_day(self, phase: int) -> date | None:
        """The day of a phase's decision as far as anybody said it: the one given, or the month planned; else None."""
        return self.day or planned_day(self.campaign, phase)

    def honour(self, name: str) -> Honour | None:
        """The honour of that name; None for one that the law does not know."""
        try:
            return self.rules.find(name)
        except UnknownHonourError:
            return None

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """What is to be examined: awards of the decided phases, nominations of the others and for those above."""
        return tuple(self._proposals())

    def proposals_of(self, phase: int) -> list[Proposal]:
        """Those of one phase."""
        return [each for each in self.proposals if each.phase == phase]

    @cached_property
    def by_nominee(self) -> Mapping[str, Sequence[Proposal]]:
        """Proposals by the id of their nominee."""
        found: dict[str, list[Proposal]] = {}
        for proposal in self.proposals:
            found.setdefault(proposal.nominee.id, []).append(proposal)
        return found

    @cached_property
    def decided(self) -> frozenset[int]:
        """Phases with awards."""
        return frozenset(award.phase for award in self.campaign.awards)

    @cached_property
    def history(self) -> Matched:
        """Awards of earlier years, by nominee."""
        own = [
            PastHonour(
                row.year,
                row.award,
                row.nominee,
                decision_number=row.decision_number,
                decision_date=row.decision_date,
                decided_by=row.decided_by,
            )
            for row in self.campaign.past_awards
        ]
        told = {(each.nominee, each.year, each.award, each.decision_number) for each in own}
        others = (
            each
            for each in self.imported
            if (each.nominee, each.year, each.award, each.decision_number) not in told
        )
        return matched((*own, *others), self.campaign.nominees, self.units)

    @cached_property
    def individuals(self) -> tuple[Nominee, ...]:
        """All persons."""
        return tuple(each for each in self.campaign.nominees if each.kind.is_person)

    @cached_property
    def named(self) -> Mapping[str, Sequence[Nominee]]:
        """Persons by their name without marks."""
        found: dict[str, list[Nominee]] = {}
        for person in self.individuals:
            found.setdefault(name_key(person.full_name), []).append(person)
        return found

    @cached_property
    def voters(self) -> tuple[CouncilMember, ...]:
        """Members of the council who have a vote."""
        return tuple(
            member for member in self.campaign.council if member.role is not CouncilRole.SECRETARY
        )

    def holders(self, award: str) -> Counter[SubjectKind]:
        """How many different nominees of each kind are to have an award this year."""
        ids = {
            each.nominee.id: each.nominee.subject
            for each in self.proposals
            if each.honour.name == award
        }
        return Counter(ids.values())

    def is_within_power(self, proposal: Proposal) -> bool:
        """Whether the agency's head decides it on the day of its phase."""
        return self.phase_laws.of(proposal.phase).decides(
            self.campaign.agency.level, proposal.honour
        )

    def is_whole_agency(self, nominee: Nominee) -> bool:
        """Whether a collective is the agency itself."""
        agency = self.campaign.agency
        return fold(nominee.full_name) in {
            fold(agency.full_name),
            fold(agency.name),
            fold(agency.short_name),
        }

    def who(self, nominee: Nominee) -> str:
        """`Lê An (CN009, Văn phòng Sở)`; a collective by its name alone."""
        if nominee.subject is SubjectKind.COLLECTIVE:
            return cut(nominee.full_name)
        where = ", ".join(filter(None, (nominee.id, self.units.get(nominee.unit, nominee.unit))))
        return f"{cut(nominee.full_name)} ({where})"

    def _proposals(self) -> Iterator[Proposal]:
        seen: dict[tuple[int, str, str], Proposal] = {}
        for table, rows in (
            ("awards", self.campaign.awards),
            ("nominations", self.campaign.nominations),
        ):
            for proposal in self._made(table, rows):
                key = (proposal.phase, proposal.nominee.id, proposal.honour.name)
                if key not in seen and (table == "awards" or self._is_open(proposal)):
                    seen[key] = proposal
        yield from seen.values()

    def _is_open(self, proposal: Proposal) -> bool:
        return proposal.phase not in self.decided or not self.is_within_power(proposal)

    def _made(self, table: str, rows: Iterable[Nomination | Award]) -> Iterator[Proposal]:
        for number, row in enumerate(rows):
            nominee, honour = self.nominees.get(row.nominee), self.honour(row.award)
            if nominee and honour and row.phase in self.phases:
                yield Proposal(
                    row.phase, nominee, honour, row.merit, (Spot(table, number, "award"),)
                )


def name_key(full_name: str) -> str:
    """What spellings of one name share."""
    return variant_key(full_name).replace(" - ", "-")
