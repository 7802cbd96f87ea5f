"""The year's statistics by the known columns of the circular's forms (Thông tư 02/2023/TT-BNV, Biểu 0601.N-0603.N)."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vbgen.law.honour import UnknownHonourError
from vbgen.model.afterwards.known import KnownPapers
from vbgen.model.afterwards.yearly import LaunchedMovement, MovementScope
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind, SubjectKind
from vbgen.model.people import Gender
from vbgen.papers.body.counted import CountedAward, by_honour, counted_awards
from vbgen.papers.deciding import PhaseLaws

_YEAR_DAYS, _SLACK_DAYS = 365, 3  # a year from 01/01 to 31/12 has 364 days between its ends
_EDGES = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """Movements of one scope: how many, and how many by their length."""

    name: str
    by_duration: tuple[int, ...]  # under a year, a year, over 1 to 3, 3 to 5, 5 and more

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_duration)


@dataclass(frozen=True, slots=True)
class YearlyRow:
    """Awards of one honour, each counted once (lượt): collectives, households and persons apart."""

    name: str
    collectives: int
    households: int
    individuals: int
    leaders: int
    women: int

    @property
    def total(self) -> int:
        """All awards."""
        return self.collectives + self.households + self.individuals

    @property
    def direct(self) -> int:
        """Persons who are no leaders."""
        return self.individuals - self.leaders


@dataclass(frozen=True, slots=True)
class Yearly:
    """A year's figures."""

    scopes: tuple[ScopeRow, ...]
    given_rows: tuple[YearlyRow, ...]
    given: YearlyRow
    proposed_rows: tuple[YearlyRow, ...]
    proposed: YearlyRow

    @property
    def movements(self) -> int:
        """How many movements there were."""
        return sum(row.total for row in self.scopes)


def yearly(campaign: Campaign, laws: PhaseLaws, known: KnownPapers) -> Yearly:
    """The figures of the campaign's year; what was withdrawn does not count, what was made anew counts once."""
    given = counted_awards(campaign, laws, is_given=True)
    standing = [*_standing(given, known), *_elsewhere(laws, known)]
    proposed = list(counted_awards(campaign, laws, is_given=False))
    return Yearly(
        scopes=tuple(_scopes(campaign)),
        given_rows=tuple(_rows(standing)),
        given=_row("Tổng cộng", standing),
        proposed_rows=tuple(_rows(proposed)),
        proposed=_row("Tổng cộng", proposed),
    )


def _elsewhere(laws: PhaseLaws, known: KnownPapers) -> Iterator[CountedAward]:
    """Awards of the year that decisions of other campaigns gave, each by the law of its day."""
    for award in known.elsewhere:
        with contextlib.suppress(UnknownHonourError):
            yield CountedAward(award.nominee, laws.law.on(award.day).honour(award.award))


def _standing(given: Iterable[CountedAward], known: KnownPapers) -> Iterator[CountedAward]:
    """Those with a certificate in force; one that was not issued yet is counted."""
    in_force: dict[tuple[str, str], bool] = {}
    for certificate in known.own_certificates:
        key = certificate.nominee, certificate.award
        in_force[key] = in_force.get(key, False) or certificate.in_force
    for each in given:
        if in_force.get((each.nominee.id, each.honour.name), True):
            yield each


def _rows(counted: Sequence[CountedAward]) -> Iterator[YearlyRow]:
    return (_row(honour.name, awards) for honour, awards in by_honour(counted))


def _row(name: str, counted: Iterable[CountedAward]) -> YearlyRow:
    nominees = [each.nominee for each in counted]
    persons = [one for one in nominees if one.kind.is_person]
    return YearlyRow(
        name,
        sum(one.subject is SubjectKind.COLLECTIVE for one in nominees),
        sum(one.kind is RecipientKind.HOUSEHOLD for one in nominees),
        len(persons),
        sum(one.is_leader for one in persons),
        sum(one.gender is Gender.FEMALE for one in persons),
    )


def _scopes(campaign: Campaign) -> Iterator[ScopeRow]:
    movements = [*_own(campaign), *campaign.launched]
    for scope in MovementScope:
        lengths = [_length(one) for one in movements if one.scope is scope]
        if lengths:
            counts = tuple(lengths.count(length) for length in range(len(_EDGES) + 2))
            yield ScopeRow(scope.label, counts)


def _own(campaign: Campaign) -> Iterator[LaunchedMovement]:
    """The movement of the file itself, from its first phase's day to its last one's."""
    if campaign.movement.name:
        starts = [phase.start for phase in campaign.phases if phase.start]
        ends = [phase.end for phase in campaign.phases if phase.end]
        start = min(starts, default=None)
        yield LaunchedMovement(
            name=campaign.movement.name, start=start, end=max(ends, default=None)
        )


def _length(movement: LaunchedMovement) -> int:
    """0 under a year, 1 a year, 2 to under 3, 3 to under 5, 4 from 5 years on; a year where nobody said it."""
    days = _days(movement.start, movement.end)
    if days is None or abs(days - _YEAR_DAYS) <= _SLACK_DAYS:
        return 1
    if days < _YEAR_DAYS:
        return 0
    years = (days + _SLACK_DAYS) / _YEAR_DAYS
    return 1 + sum(years >= edge for edge in _EDGES)


def _days(start: date | None, end: date | None) -> int | None:
    return (end - start).days + 1 if start and end else None
