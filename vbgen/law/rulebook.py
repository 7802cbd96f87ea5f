"""All rules together, and those of one day: of each rule the version that holds, the office's own before the shipped.

Nothing here has a day or a rulebook of its own: both come from who asks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from vbgen.errors import Severity
from vbgen.law.honour import Honour, UnknownHonourError, honour_key
from vbgen.law.honour_type import HonourType
from vbgen.law.judge import OwnVersion, Versions
from vbgen.law.reading import Key
from vbgen.law.rule import Rule
from vbgen.law.tables import HonourName, Power, Principle, Rate, RateTable, Regime, VoteRule
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind
from vbgen.words.names import upper_vn

R = TypeVar("R", bound=Rule)
_HALF = Fraction(1, 2)


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Every version of every rule, with the files that they were read from; what holds, a day must tell."""

    versions: Mapping[Key, Versions] = field(repr=False)
    shipped_files: Mapping[str, bytes] = field(repr=False)  # name → content, as they were read
    own_files: Mapping[str, bytes] = field(repr=False)

    def on(self, day: date) -> "LawOfDay":
        """The rules that hold on the day."""
        if day not in self._days:
            self._days[day] = self._judged(day)
        return self._days[day]

    def _judged(self, day: date) -> "LawOfDay":
        judged = {
            key: rule for key, versions in self.versions.items() if (rule := versions.on(day))
        }
        rules = tuple(rule for rule in judged.values() if rule.applies)
        return LawOfDay(
            day, self, rules, frozenset(key for key, rule in judged.items() if not rule.applies)
        )

    @cached_property
    def _days(self) -> dict[date, "LawOfDay"]:
        """Those that were asked for: each is made once."""
        return {}

    def find(self, name: str) -> Honour:
        """The honour that has or had that name, in any accepted spelling; UnknownHonourError without one.

        A name is known whatever the day: papers of other years are read by it.
        """
        found = self._names.get(name) or self._names.get(honour_key(name))
        if found is None:
            raise UnknownHonourError(name)
        return found

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that holds on some day, the office's first."""
        found = [rule for versions in self.versions.values() for rule in versions.rules]
        return tuple(sorted(found, key=lambda rule: not rule.origin))

    @cached_property
    def own(self) -> tuple[Rule, ...]:
        """The office's rules."""
        return tuple(rule for rule in self.rules if rule.origin)

    @cached_property
    def honours(self) -> tuple[Honour, ...]:
        """Every honour that there is or was, by its latest name, highest first."""
        latest = {rank: max(rules, key=_since) for rank, rules in self._named.items()}
        return tuple(_honour(rank, rule) for rank, rule in latest.items() if rule.applies)

    @cached_property
    def ranks(self) -> Mapping[Key, int]:
        """The order of honours: as the files name them, the shipped ones first; 0 is the highest."""
        keys = [key for key in self.versions if key[0] is HonourName]
        ordered = sorted(keys, key=lambda key: not self.versions[key].shipped)
        return {key: rank for rank, key in enumerate(ordered)}

    @cached_property
    def _named(self) -> Mapping[int, Sequence[HonourName]]:
        """Rank → the names that the honour has on some day, the office's words first."""
        found = {
            rank: [rule for rule in self.versions[key].rules if isinstance(rule, HonourName)]
            for key, rank in self.ranks.items()
        }
        return {rank: rules for rank, rules in found.items() if rules}

    @cached_property
    def _names(self) -> Mapping[str, Honour]:
        """Exact names before other spellings."""
        pairs = [
            (rank, rule)
            for rank, rules in self._named.items()
            for rule in reversed(rules)
            if rule.applies
        ]
        return _by_name(_honour(rank, rule) for rank, rule in pairs)


@dataclass(frozen=True)
class LawOfDay:
    """The law on one day: of each rule the version that holds. Papers and checks are handed it as one value."""

    day: date
    book: Rulebook = field(repr=False)
    rules: tuple[Rule, ...] = field(repr=False)
    _off: frozenset[Key] = field(repr=False)  # rules that an office has switched off on the day

    def on(self, day: date) -> "LawOfDay":
        """The same law on another day."""
        return self.book.on(day)

    @property
    def regime(self) -> Regime | None:
        """The law and decree of the day; None before the first known."""
        return self.find(Regime, "regime")

    @property
    def is_proved(self) -> bool:
        """Whether somebody has read the law of that day."""
        return self.regime is not None and self.regime.proved

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every rule of one table: the office's first, then as the files have them."""
        return self._tables.get(kind, ())  # type: ignore[return-value]  # each table holds its own kind

    def find(self, kind: type[R], id_: str) -> R | None:
        """The rule of that id, or None."""
        return next((rule for rule in self.all(kind) if rule.id == id_), None)

    def principle(self, id_: str) -> Principle | None:
        """The principle of that id; None when the agency switched it off or it does not hold yet."""
        return self.find(Principle, id_)

    def weight(self, rule: Rule) -> Severity:
        """How much a breach of the rule weighs on that day."""
        return rule.weight(proved=self.is_proved or bool(rule.origin))

    def honour(self, name: str) -> Honour:
        """The honour of that name in any accepted spelling, as it is on the day; UnknownHonourError without one.

        A name of another time is known too, but none that the office has switched off.
        """
        found = self._names.get(name) or self._names.get(honour_key(name)) or self.book.find(name)
        if any(self.book.ranks[key] == found.rank for key in self._off if key in self.book.ranks):
            raise UnknownHonourError(name)
        return self._by_rank.get(found.rank, found)

    @cached_property
    def honours(self) -> tuple[Honour, ...]:
        """The honours of the day, highest first."""
        ranked = [(self.book.ranks[HonourName, rule.id], rule) for rule in self.all(HonourName)]
        return tuple(_honour(rank, rule) for rank, rule in sorted(ranked, key=lambda pair: pair[0]))

    def power(self, honour: Honour, level: AgencyLevel | None) -> Power | None:
        """The rule by which the head of an agency of that level decides the honour; None where the head does not."""
        able = [
            rule for rule in self.all(Power) if rule.level is level and honour.name in rule.awards
        ]
        return next(iter(sorted(able, key=lambda rule: not rule.proved)), None)

    def decides(self, level: AgencyLevel | None, honour: Honour) -> bool:
        """Whether the head of an agency of that level decides the honour (Luật 06/2022/QH15, Điều 79, 80).

        Nothing goes up from an agency that has not said its level: that it has not is an error of its own.
        """
        return level is None or self.power(honour, level) is not None

    def vote_rule(self, honour: Honour) -> VoteRule | None:
        """The share of votes that the honour needs: by the rule that names it, else by the general one."""
        fitting = [
            rule for rule in self.all(VoteRule) if not rule.awards or honour.name in rule.awards
        ]
        return max(fitting, key=_strength, default=None)

    def carries(self, honour: Honour, share: Fraction) -> bool:
        """Whether a council's vote of that share of all its members carries the honour.

        Nghị định 91/2017/NĐ-CP, Điều 45.8: at least nine tenths where the data name a share; else more than half,
        which is practice.
        """
        rule = self.vote_rule(honour)
        if rule is None:
            return share > _HALF
        least = Fraction(rule.percent) / 100
        return share > least if rule.strictly else share >= least

    def rate(
        self, honour: Honour, subject: SubjectKind, level: AgencyLevel | None
    ) -> tuple[RateTable, Rate] | None:
        """The line of a table of bonuses that is for the honour; None where there is none.

        A level's own line goes before the general one, an office's table before the shipped one.
        """
        for table in self.all(RateTable):
            for line in _lines_for(table, honour, level):
                if line.of(subject) is not None:
                    return table, line
        return None

    @cached_property
    def _tables(self) -> Mapping[type[Rule], tuple[Rule, ...]]:
        found: dict[type[Rule], list[Rule]] = {}
        for rule in sorted(self.rules, key=lambda rule: not rule.origin):
            found.setdefault(type(rule), []).append(rule)
        return {kind: tuple(rules) for kind, rules in found.items()}

    @cached_property
    def _names(self) -> Mapping[str, Honour]:
        return _by_name(self.honours)

    @cached_property
    def _by_rank(self) -> Mapping[int, Honour]:
        return {honour.rank: honour for honour in self.honours}


def rulebook(
    shipped: Sequence[Rule],
    own: Mapping[Key, Sequence[OwnVersion]],
    *,
    shipped_files: Mapping[str, bytes],
    own_files: Mapping[str, bytes],
) -> Rulebook:
    """The shipped rules with an office's own over them, and the files that both were read from."""
    standing: dict[Key, list[Rule]] = {}
    for rule in shipped:
        standing.setdefault((type(rule), rule.id), []).append(rule)
    versions = {
        key: Versions(tuple(standing.get(key, ())), tuple(own.get(key, ())))
        for key in dict.fromkeys((*standing, *own))
    }
    return Rulebook(versions, shipped_files, own_files)


def _honour(rank: int, rule: HonourName) -> Honour:
    is_title = rule.type is HonourType.TITLE
    return Honour(
        rule.name,
        rule.other_names,
        rule.type,
        rule.subjects,
        rank,
        rule.short_names,
        act=rule.act or ("công nhận danh hiệu" if is_title else "tặng"),
        line_above=rule.line_above or ("TẶNG DANH HIỆU" if is_title else "TẶNG"),
        certificate_title=rule.certificate_title or upper_vn(rule.name),
        has_flags=rule.flags,
    )


def _by_name(honours: Iterable[Honour]) -> dict[str, Honour]:
    known = tuple(honours)
    by_key = {
        honour_key(name): honour for honour in known for name in (*honour.other_names, honour.name)
    }
    exact = {name: honour for honour in known for name in (*honour.other_names, honour.name)}
    return {**by_key, **exact}


def _lines_for(table: RateTable, honour: Honour, level: AgencyLevel | None) -> list[Rate]:
    """The lines of the level's own where it has any, else the general ones."""
    by_level: dict[AgencyLevel | None, list[Rate]] = {}
    for rate in table.rates:
        if rate.award == honour.name:
            by_level.setdefault(rate.level, []).append(rate)
    return by_level.get(level) or by_level.get(None, [])


def _since(rule: Rule) -> date:
    return rule.since


def _strength(rule: VoteRule) -> tuple[bool, bool, date, object, str]:
    """Which of several rules on a vote counts: that which names the honour, the office's, the latest, the stricter."""
    return bool(rule.awards), bool(rule.origin), rule.since, rule.percent, rule.id
