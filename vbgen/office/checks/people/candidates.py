"""What the law looks at in each nominee, out of the campaign's tables and the history."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from vbgen.law.candidate import Candidate, Members
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Initiative, Nominee
from vbgen.office.checks.case import Case


@dataclass(frozen=True)
class Candidates:
    """Every nominee as a candidate; a collective with its members."""

    case: Case

    def of(self, nominee: Nominee) -> Candidate:
        """The candidate that a nominee is."""
        return Candidate(
            subject=nominee.subject,
            year=self.case.year,
            rating=nominee.rating,
            discipline=nominee.discipline,
            awards=self._awards.get(nominee.id, frozenset()),
            past=self._past(nominee),
            initiatives=self._initiatives.get(nominee.id, ()),
            superiors=tuple(filter(None, (self.case.campaign.agency.superior,))),
            members=self._members_of(nominee)
            if nominee.subject is SubjectKind.COLLECTIVE
            else None,
        )

    @cached_property
    def _awards(self) -> Mapping[str, frozenset[str]]:
        return {
            id_: frozenset(each.honour.name for each in proposals)
            for id_, proposals in self.case.by_nominee.items()
        }

    @cached_property
    def _initiatives(self) -> Mapping[str, list[Initiative]]:
        found: dict[str, list[Initiative]] = {}
        for initiative in self.case.campaign.initiatives:
            found.setdefault(initiative.nominee, []).append(initiative)
        return found

    def _past(self, nominee: Nominee) -> dict[str, dict[int, bool]]:
        found: dict[str, dict[int, bool]] = {}
        for row in self.case.history.by_nominee.get(nominee.id, ()):
            if honour := self.case.honour(row.award):
                years = found.setdefault(honour.name, {})
                years[row.year] = years.get(row.year, False) or bool(row.decision_number)
        return found

    def _members_of(self, nominee: Nominee) -> Members:
        if self.case.is_whole_agency(nominee):
            return self._members(self.case.individuals, self.case.campaign.headcount)
        return self._by_unit.get(nominee.unit, Members(0))

    @cached_property
    def _by_unit(self) -> Mapping[str, Members]:
        people: dict[str, list[Nominee]] = {}
        for person in self.case.individuals:
            people.setdefault(person.unit, []).append(person)
        return {
            unit.id: self._members(people.get(unit.id, ()), unit.headcount or 0)
            for unit in self.case.campaign.units
        }

    def _of_year(self, person: Nominee) -> set[str]:
        """What a member has in the year: by the campaign, or by whichever decision the history knows."""
        given = {name for name, years in self._past(person).items() if self.case.year in years}
        return given | self._awards.get(person.id, frozenset())

    def _members(self, people: Iterable[Nominee], headcount: int) -> Members:
        listed = list(people)
        return Members(
            total=max(headcount, len(listed)),
            honours=Counter(name for person in listed for name in self._of_year(person)),
            ratings=Counter(person.rating for person in listed),
            disciplines=tuple(person.discipline for person in listed if person.discipline),
        )
