"""What statistics count: the awards that the agency decides, and its proposals that go higher up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbgen.law.honour import Honour, UnknownHonourError
from vbgen.law.honour_type import HonourType
from vbgen.model.campaign import Campaign
from vbgen.model.people import Award, Nomination, Nominee
from vbgen.papers.deciding import PhaseLaws


@dataclass(frozen=True, slots=True)
class CountedAward:
    """One award, or one proposal to the superior."""

    nominee: Nominee
    honour: Honour


def counted_awards(
    campaign: Campaign, laws: PhaseLaws, *, is_given: bool
) -> Iterator[CountedAward]:
    """Awards within the agency's power, or proposals beyond it; what the law does not know is left out."""
    rows: Sequence[Award | Nomination] = campaign.awards if is_given else campaign.nominations
    nominees = campaign.nominees_of({row.nominee for row in rows})
    for row in rows:
        law = laws.of(row.phase)
        try:
            honour = law.honour(row.award)
        except UnknownHonourError:
            continue
        if row.nominee in nominees and law.decides(campaign.agency.level, honour) is is_given:
            yield CountedAward(nominees[row.nominee], honour)


def by_honour(
    counted: Sequence[CountedAward],
) -> Iterator[tuple[Honour, list[CountedAward]]]:
    """Titles before commendation forms, each from the highest down."""
    groups: dict[Honour, list[CountedAward]] = {}
    for each in counted:
        groups.setdefault(each.honour, []).append(each)
    yield from sorted(groups.items(), key=lambda group: _place(group[0]))


def _place(honour: Honour) -> tuple[bool, int]:
    return honour.type is not HonourType.TITLE, honour.rank
