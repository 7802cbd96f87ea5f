"""The year's statistics by the known columns of the circular's forms (Thông tư 02/2023/TT-BNV, Biểu 0601.N-0603.N)."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vbgen.law.honour import Honour, UnknownHonourError
from vbgen.law.honour_type import HonourType
from vbgen.model.afterwards.known import KnownPapers
from vbgen.model.afterwards.yearly import LaunchedMovement, MovementScope
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind, SubjectKind
from vbgen.model.people import Award, Gender, Nomination, Nominee
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


@dataclass(frozen=True, slots=True)
class _Counted:
    nominee: Nominee
    honour: Honour


def yearly(campaign: Campaign, laws: PhaseLaws, known: KnownPapers) -> Yearly:
    """The figures of the campaign's year; what was withdrawn does not count, what was made anew counts once."""
    given = list(_counted(campaign, campaign.awards, laws, is_given=True))
    standing = [each for each in given if _stands(each, known)]
    standing += _elsewhere(laws, known)
    proposed = list(_counted(campaign, campaign.nominations, laws, is_given=False))
    return Yearly(
        scopes=tuple(_scopes(campaign)),
        given_rows=tuple(_rows(standing)),
        given=_row("Tổng cộng", standing),
        proposed_rows=tuple(_rows(proposed)),
        proposed=_row("Tổng cộng", proposed),
    )


def _counted(
    campaign: Campaign,
    rows: Sequence[Award | Nomination],
    laws: PhaseLaws,
    *,
    is_given: bool,
) -> Iterator[_Counted]:
    """Awards that the agency decides, or proposals that it may not decide."""
    nominees = {nominee.id: nominee for nominee in campaign.nominees}
    for row in rows:
        law = laws.of(row.phase)
        try:
            honour = law.honour(row.award)
        except UnknownHonourError:
            continue
        if row.nominee in nominees and law.decides(campaign.agency.level, honour) is is_given:
            yield _Counted(nominees[row.nominee], honour)


def _elsewhere(laws: PhaseLaws, known: KnownPapers) -> Iterator[_Counted]:
    """Awards of the year that decisions of other campaigns gave, each by the law of its day."""
    for award in known.elsewhere:
        with contextlib.suppress(UnknownHonourError):
            yield _Counted(award.nominee, laws.law.on(award.day).honour(award.award))


def _stands(each: _Counted, known: KnownPapers) -> bool:
    """Whether its certificate is in force; one that was not issued yet is counted."""
    own = [
        certificate
        for paper in known.papers
        if paper.campaign == known.campaign
        for certificate in paper.certificates
        if (certificate.nominee, certificate.award) == (each.nominee.id, each.honour.name)
    ]
    return not own or any(certificate.in_force for certificate in own)


def _rows(counted: Sequence[_Counted]) -> Iterator[YearlyRow]:
    """Titles before commendation forms, each from the highest down."""
    honours = dict.fromkeys(each.honour for each in counted)
    for honour in sorted(honours, key=_place):
        yield _row(honour.name, [each for each in counted if each.honour == honour])


def _place(honour: Honour) -> tuple[bool, int]:
    return honour.type is not HonourType.TITLE, honour.rank


def _row(name: str, counted: Iterable[_Counted]) -> YearlyRow:
    nominees = [each.nominee for each in counted]
    persons = [one for one in nominees if one.kind.is_person]
    return YearlyRow(
        name,
        _number(one.subject is SubjectKind.COLLECTIVE for one in nominees),
        _number(one.kind is RecipientKind.HOUSEHOLD for one in nominees),
        len(persons),
        _number(one.is_leader for one in persons),
        _number(one.gender is Gender.FEMALE for one in persons),
    )


def _number(truths: Iterable[bool]) -> int:
    return sum(truths)


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
