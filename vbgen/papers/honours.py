"""Who is proposed and commended by one paper, and in which words."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.papers.body.bonus_table import BonusTable, bonus_table
from vbgen.papers.body.decision import Decision
from vbgen.papers.body.honour_list import HonourList, honour_list
from vbgen.papers.kinds.kind import Variant
from vbgen.papers.scene import Scene

ValueT = TypeVar("ValueT")


def nominations(scene: Scene) -> HonourList:
    """The proposals of the paper's phase that its variant is for."""
    return _listed("nominations", scene)


def goes_with(main: Scene, one: Scene) -> bool:
    """Whether a paper is about the honours and the people of the paper that carries it."""
    return _is_of_decision(main.variant, one.variant) and _is_of_proposal(main, one)


def _is_of_decision(main: Variant, one: Variant) -> bool:
    told = ((each.honours, each.honour, each.recipient) for each in (main, one))
    return all(wanted == own or not wanted or not own for wanted, own in zip(*told, strict=True))


def _is_of_proposal(main: Scene, one: Scene) -> bool:
    """Whether a report is about somebody whom the proposal proposes; true of any other paper."""
    if one.kind.each != "achievements":
        return True
    return any(entry.nominee.id == one.variant.id for entry in nominations(main).entries)


def awards(scene: Scene) -> HonourList:
    """The awards of the paper's phase that its variant is for."""
    return _listed("awards", scene)


def decision(scene: Scene) -> Decision:
    """The words of the decision on those awards; what it is for is the plan's, else the movement's."""
    movement = scene.phase.of_movement if scene.phase else scene.campaign.movement.name
    merit = one_line(scene.plan.merit) or (f"xuất sắc trong {movement}" if movement else "")
    opening = scene.plan.merit_opening.removeprefix("đã ")
    period = scene.campaign.movement.in_period
    return Decision(awards(scene), merit, period, scene.agency.executors, opening)


def bonus_of(scene: Scene) -> BonusTable:
    """The money and gifts that go with those awards."""
    return bonus_table(awards(scene), scene.campaign, scene.decided)


def _listed(table: str, scene: Scene) -> HonourList:
    same = (_Same(scene.campaign), _Same(scene.variant), _Same(scene.law))
    return _list_of(table, scene.phase_number, scene.decided_on, *same)


@dataclass(frozen=True, slots=True, eq=False)
class _Same(Generic[ValueT]):
    """A frozen value that equals nothing but itself: thousands of rows are not compared."""

    value: ValueT

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=4)  # several names of one paper ask for the same list
def _list_of(
    table: str,
    phase: int,
    day: date,
    campaign: _Same[Campaign],
    variant: _Same[Variant],
    law: _Same[LawOfDay],
) -> HonourList:
    rows = [row for row in getattr(campaign.value, table) if row.phase == phase]
    return honour_list(campaign.value, rows, variant.value, law.value.on(day))
