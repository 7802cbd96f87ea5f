"""The one judge of which version of a rule holds on a day, for the shipped rules and for an office's own alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from vbgen.law.rule import Rule


class Dated(Protocol):
    """What holds from one day to another."""

    @property
    def since(self) -> date:
        """The first day."""

    @property
    def until(self) -> date:
        """The last day."""


V = TypeVar("V", bound=Dated)


def standing(versions: Iterable[V], day: date) -> V | None:
    """The version that holds on the day: of those not yet ended, the one that began last; None before the first.

    No two versions begin on one day (files that say so are refused), so their order does not matter.
    """
    holding = [version for version in versions if version.since <= day <= version.until]
    return max(holding, key=lambda version: version.since, default=None)


@dataclass(frozen=True, slots=True)
class OwnVersion:
    """A row of the office: as a rule of its own, and laid over each shipped version whose days it shares."""

    since: date
    until: date
    alone: Rule | None  # None for a row that says only what differs
    over: Mapping[date, Rule]  # since of the shipped version → that version with the office's words

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that the row makes."""
        return (*self.over.values(), *filter(None, (self.alone,)))


@dataclass(frozen=True, slots=True)
class Versions:
    """Every version of one rule, shipped and the office's own."""

    shipped: tuple[Rule, ...] = ()
    own: tuple[OwnVersion, ...] = ()

    def on(self, day: date) -> Rule | None:
        """The rule as it holds on the day, the office's words first; also one that is switched off (`applies`)."""
        own, shipped = standing(self.own, day), standing(self.shipped, day)
        if own is None:
            return shipped
        return own.alone if shipped is None else own.over[shipped.since]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that holds on some day, the office's first."""
        return (*(rule for version in self.own for rule in version.rules), *self.shipped)
