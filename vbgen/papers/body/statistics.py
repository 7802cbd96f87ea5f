"""The year's statistics: who was commended with what; collectives, persons, leaders, direct workers, women, units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vbgen.law.honour import Honour, UnknownHonourError
from vbgen.law.honour_type import HonourType
from vbgen.model.campaign import Campaign
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Gender, Nominee
from vbgen.papers.deciding import PhaseLaws
from vbgen.words.numbers import percent_of


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """How many awards of one honour, or in one unit; persons are split twice: by post and by gender."""

    name: str
    collectives: int
    individuals: int
    leaders: int
    women: int
    is_proposed: bool = False  # decided above the agency: counted from the nominations
    headcount: int | None = None  # of a unit; None where it is not counted

    @property
    def total(self) -> int:
        """Collectives and individuals."""
        return self.collectives + self.individuals

    @property
    def direct(self) -> int:
        """Persons who are no leaders (người trực tiếp lao động, công tác)."""
        return self.individuals - self.leaders

    @property
    def women_share(self) -> str:
        """`48,5%` of the persons; `-` without any."""
        return percent_of(self.women, self.individuals) if self.individuals else "-"

    @property
    def leaders_share(self) -> str:
        """`7,1%` of the persons; `-` without any."""
        return percent_of(self.leaders, self.individuals) if self.individuals else "-"


@dataclass(frozen=True, slots=True)
class Statistics:
    """A year in tables; `total` counts awards, `subjects` each nominee once."""

    year: int | None
    honours: tuple[StatisticsRow, ...]
    units: tuple[StatisticsRow, ...]
    total: StatisticsRow
    subjects: StatisticsRow

    @property
    def given(self) -> tuple[StatisticsRow, ...]:
        """Rows of the honours that the agency's head decided."""
        return tuple(row for row in self.honours if not row.is_proposed)

    @property
    def proposed(self) -> tuple[StatisticsRow, ...]:
        """Rows of the honours that were proposed to the superior."""
        return tuple(row for row in self.honours if row.is_proposed)


@dataclass(frozen=True, slots=True)
class _GivenAward:
    """One award, or one proposal to the superior."""

    nominee: Nominee
    honour: Honour
    is_proposed: bool


def statistics(campaign: Campaign, laws: PhaseLaws) -> Statistics:
    """The statistics of all phases, each by its own law; rows whose honour the law does not know are left out."""
    given = list(_given(campaign, laws))
    decided = [each for each in given if not each.is_proposed]
    return Statistics(
        year=campaign.movement.year,
        honours=tuple(_honour_rows(given)),
        units=tuple(
            _row(
                unit.name,
                [each for each in decided if each.nominee.unit == unit.id],
                headcount=unit.headcount,
            )
            for unit in campaign.units
        ),
        total=_row("Tổng cộng", decided),
        subjects=_row("Số tập thể, cá nhân được khen", _once(decided)),
    )


def _given(campaign: Campaign, laws: PhaseLaws) -> Iterable[_GivenAward]:
    nominees = {nominee.id: nominee for nominee in campaign.nominees}
    for is_proposed, rows in ((False, campaign.awards), (True, campaign.nominations)):
        for row in rows:
            law = laws.of(row.phase)
            try:
                honour = law.honour(row.award)
            except UnknownHonourError:
                continue
            if row.nominee in nominees and is_proposed != law.decides(
                campaign.agency.level, honour
            ):
                yield _GivenAward(nominees[row.nominee], honour, is_proposed)


def _honour_rows(given: Sequence[_GivenAward]) -> Iterable[StatisticsRow]:
    """Titles before commendation forms, each from the highest down."""
    kinds = {(each.honour, each.is_proposed) for each in given}
    for honour, is_proposed in sorted(kinds, key=_place):
        rows = [each for each in given if each.honour == honour and each.is_proposed is is_proposed]
        yield _row(honour.name, rows, is_proposed=is_proposed)


def _place(kind: tuple[Honour, bool]) -> tuple[bool, bool, int]:
    honour, is_proposed = kind
    return is_proposed, honour.type is not HonourType.TITLE, honour.rank


def _row(
    name: str,
    given: Sequence[_GivenAward],
    *,
    is_proposed: bool = False,
    headcount: int | None = None,
) -> StatisticsRow:
    people = [each.nominee for each in given if each.nominee.subject is SubjectKind.INDIVIDUAL]
    return StatisticsRow(
        name=name,
        collectives=len(given) - len(people),
        individuals=len(people),
        leaders=sum(person.is_leader for person in people),
        women=sum(person.gender is Gender.FEMALE for person in people),
        is_proposed=is_proposed,
        headcount=headcount,
    )


def _once(given: Iterable[_GivenAward]) -> list[_GivenAward]:
    """One award for each nominee."""
    return list({each.nominee.id: each for each in given}.values())
