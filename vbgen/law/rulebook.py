"""All rules together, and those of one day: the agency's own before the shipped ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from vbgen.errors import Severity
from vbgen.law.honour import Honour, honour_key, unknown_honour
from vbgen.law.reading import shipped_files, shipped_rows
from vbgen.law.rule import Rule
from vbgen.law.tables import HonourName, Power, Principle, RateTable, Regime, VoteRule

R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule, and every honour with the rules that name it."""

    rules: tuple[Rule, ...]
    honours: tuple[Honour, ...]
    shipped_files: Mapping[str, bytes] = field(repr=False)  # name → content, as they were read
    own_files: Mapping[str, bytes] = field(repr=False)
    _by_key: dict[str, Honour] = field(repr=False, default_factory=dict)

    def find(self, name: str) -> Honour:
        """The honour of that name in any accepted spelling; UnknownHonourError without one."""
        found = self._by_key.get(name) or self._by_key.get(honour_key(name))
        if found is None:
            raise unknown_honour(name)
        return found

    def on(self, day: date) -> "LawOfDay":
        """The rules that hold on the day."""
        return LawOfDay(day, self, _in_force(self.rules, day))

    @property
    def own(self) -> tuple[Rule, ...]:
        """The agency's rules."""
        return tuple(rule for rule in self.rules if rule.origin)


@dataclass(frozen=True)
class LawOfDay:
    """The law on one day: of each rule the version that holds."""

    day: date
    book: Rulebook
    rules: tuple[Rule, ...]

    @property
    def regime(self) -> Regime | None:
        """The law and decree of the day; None before the first known."""
        return self.find(Regime, "regime")

    @property
    def is_proved(self) -> bool:
        """Whether somebody has read the law of that day."""
        return self.regime is not None and self.regime.proved

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every rule of one table."""
        return tuple(rule for rule in self.rules if isinstance(rule, kind))

    def find(self, kind: type[R], id_: str) -> R | None:
        """The rule of that id, or None."""
        found = self._by_id.get((kind, id_))
        return found if isinstance(found, kind) else None

    def principle(self, id_: str) -> Principle | None:
        """The principle of that id; None when the agency switched it off or it does not hold yet."""
        return self.find(Principle, id_)

    def weight(self, rule: Rule) -> Severity:
        """How much a breach of the rule weighs on that day."""
        return rule.weight(proved=self.is_proved or bool(rule.origin))

    @cached_property
    def _by_id(self) -> Mapping[tuple[type[Rule], str], Rule]:
        return {(type(rule), rule.id): rule for rule in self.rules}


@cache
def shipped_rules() -> Rulebook:
    """The rules that vbgen ships."""
    return rulebook(shipped_rows(shipped_files()), (), shipped_files=shipped_files(), own_files={})


def rulebook(
    shipped: Sequence[Rule],
    own: Sequence[Rule],
    *,
    shipped_files: Mapping[str, bytes],
    own_files: Mapping[str, bytes],
) -> Rulebook:
    """The shipped rules with an agency's own before them, and the files that both were read from."""
    rules = (*own, *shipped)
    made = tuple(_honour(rank, name, rules) for rank, name in enumerate(_names(rules)))
    by_key = {honour_key(name): honour for honour in made for name in (*honour.other_names, honour.name)}
    exact = {name: honour for honour in made for name in (*honour.other_names, honour.name)}
    return Rulebook(rules, made, shipped_files, own_files, {**by_key, **exact})


def _names(rules: Iterable[Rule]) -> list[HonourName]:
    """Shipped honours in their order with the agency's words for them, then the agency's own ones."""
    named = [rule for rule in rules if isinstance(rule, HonourName)]
    own = {rule.id: rule for rule in reversed(named) if rule.origin}
    shipped = [own.get(rule.id, rule) for rule in named if not rule.origin]
    added = [rule for rule in own.values() if rule not in shipped]
    return [rule for rule in (*shipped, *reversed(added)) if rule.applies]


def _honour(rank: int, name: HonourName, rules: Sequence[Rule]) -> Honour:
    votes = [rule for rule in rules if isinstance(rule, VoteRule) and rule.applies]
    return Honour(
        name=name.name,
        other_names=name.other_names,
        type=name.type,
        subjects=name.subjects,
        rank=rank,
        powers=tuple(rule for rule in _effective(rules, Power) if name.name in rule.awards),
        vote_rules=(
            *(rule for rule in votes if name.name in rule.awards),
            *(rule for rule in votes if not rule.awards),
        ),
        rate_tables=tuple(rule for rule in _effective(rules, RateTable)),
    )


def _effective(rules: Sequence[Rule], kind: type[R]) -> Iterable[R]:
    """Rules of a table as far as no rule of the agency with the same id stands before them on all their days."""
    seen: list[Rule] = []
    for rule in rules:
        if isinstance(rule, kind):
            if rule.applies and not any(_covers(earlier, rule) for earlier in seen):
                yield rule
            seen.append(rule)


def _covers(earlier: Rule, later: Rule) -> bool:
    return earlier.id == later.id and earlier.since <= later.since and later.until <= earlier.until


def _in_force(rules: Sequence[Rule], day: date) -> tuple[Rule, ...]:
    """Of each id the version that holds: the agency's first, then the latest; what was switched off is left out."""
    found: dict[tuple[type[Rule], str], Rule] = {}
    for rule in rules:
        key = (type(rule), rule.id)
        standing = found.get(key)
        if rule.holds_on(day) and (standing is None or (not standing.origin and rule.since > standing.since)):
            found[key] = rule
    return tuple(rule for rule in found.values() if rule.applies)
