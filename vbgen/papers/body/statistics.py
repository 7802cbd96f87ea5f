"""The year's statistics: who was commended with what; collectives, persons, leaders, direct workers, women, units."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind
from vbgen.model.people import Gender
from vbgen.papers.body.counted import CountedAward, by_honour, counted_awards
from vbgen.papers.deciding import PhaseLaws
from vbgen.words.numbers import count_of, percent_of, two_digits


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
    households: int = 0  # neither persons nor collectives

    @property
    def groups(self) -> int:
        """Collectives and households."""
        return self.collectives + self.households

    @property
    def total(self) -> int:
        """Collectives, households and individuals."""
        return self.groups + self.individuals

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
    def turns(self) -> str:
        """`09 tập thể và 60 cá nhân, tổng số 104 lượt`: turns are told where somebody got more than one."""
        once = self.subjects
        told = count_of(
            (once.collectives, "tập thể"),
            (once.households, "hộ gia đình"),
            (once.individuals, "cá nhân"),
        )
        is_more = self.total.total > once.total
        return f"{told}, tổng số {two_digits(self.total.total)} lượt" if is_more else told

    @property
    def given(self) -> tuple[StatisticsRow, ...]:
        """Rows of the honours that the agency's head decided."""
        return tuple(row for row in self.honours if not row.is_proposed)

    @property
    def proposed(self) -> tuple[StatisticsRow, ...]:
        """Rows of the honours that were proposed to the superior."""
        return tuple(row for row in self.honours if row.is_proposed)


def statistics(campaign: Campaign, laws: PhaseLaws) -> Statistics:
    """The statistics of all phases, each by its own law; rows whose honour the law does not know are left out."""
    decided = list(counted_awards(campaign, laws, is_given=True))
    proposed = list(counted_awards(campaign, laws, is_given=False))
    return Statistics(
        year=campaign.movement.year,
        honours=(*_honour_rows(decided), *_honour_rows(proposed, is_proposed=True)),
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


def _honour_rows(
    counted: Sequence[CountedAward], *, is_proposed: bool = False
) -> Iterator[StatisticsRow]:
    for honour, awards in by_honour(counted):
        yield _row(honour.name, awards, is_proposed=is_proposed)


def _row(
    name: str,
    given: Sequence[CountedAward],
    *,
    is_proposed: bool = False,
    headcount: int | None = None,
) -> StatisticsRow:
    people = [each.nominee for each in given if each.nominee.kind.is_person]
    households = sum(each.nominee.kind is RecipientKind.HOUSEHOLD for each in given)
    return StatisticsRow(
        name=name,
        collectives=len(given) - len(people) - households,
        individuals=len(people),
        leaders=sum(person.is_leader for person in people),
        women=sum(person.gender is Gender.FEMALE for person in people),
        is_proposed=is_proposed,
        headcount=headcount,
        households=households,
    )


def _once(given: Iterable[CountedAward]) -> list[CountedAward]:
    """One award for each nominee."""
    return list({each.nominee.id: each for each in given}.values())
