"""Rules that nobody has verified, wherever a conclusion rests on them: what they allow is told as what they forbid."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vbgen.errors import Severity
from vbgen.law.bonus import reckon
from vbgen.law.doubt import doubt_ways
from vbgen.law.rule import Rule
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import (
    BaseSalary,
    Cap,
    Dossier,
    Exclusion,
    Ground,
    HonourName,
    HouseholdRate,
    NoticePart,
    Power,
    Prerequisite,
    Principle,
    RateTable,
    Regime,
    Retention,
    Rounding,
    Stacking,
    VoteRule,
)
from vbgen.messages import _
from vbgen.office.checks.case import Case
from vbgen.office.checks.council.cast import votes_cast
from vbgen.office.checks.finding import PRACTICE, Finding, Spot
from vbgen.office.checks.launch.notice import launch_day
from vbgen.office.checks.law.grounds import cited_lines
from vbgen.papers.body.rates import Rates, payee
from vbgen.words.numbers import two_digits

if TYPE_CHECKING:
    from vbgen.law.honour import Honour
    from vbgen.law.tables import Payee

USED = "unproved-rule"
_SHOWN = 12  # places of one finding


def check(case: Case) -> Iterator[Finding]:
    """One warning for each unproved rule that grants, forbids or reckons something, one for all principles together."""
    used = _Used()
    for phase, law in case.laws.items():
        for rule in law.rules:
            if not rule.proved:
                used.add(rule, phase, _ENGAGED[type(rule)](case, phase, rule))
        for rule, spots in _doubted_money(case, phase):
            used.add(rule, phase, spots)
    yield from (_told(use) for use in used.by_rule.values())
    yield from _principles(case)


@dataclass(slots=True)
class _Use:
    rule: Rule
    phases: list[int] = field(default_factory=list)
    spots: dict[Spot, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Used:
    by_rule: dict[tuple[type[Rule], str, str], _Use] = field(default_factory=dict)

    def add(self, rule: Rule, phase: int, spots: Iterable[Spot]) -> None:
        """Note that the rule is used in a phase at those places; nothing where there are none."""
        found = list(spots)
        if not found:
            return
        use = self.by_rule.setdefault((type(rule), rule.id, rule.citation), _Use(rule))
        if phase not in use.phases:
            use.phases.append(phase)
        use.spots.update(dict.fromkeys(found))


def _told(use: _Use) -> Finding:
    message = _(
        "Đợt {phases}: kết luận ở {count} chỗ dựa vào quy định chưa được xác minh: {title}.",
        phases=", ".join(map(str, use.phases)),
        count=two_digits(len(use.spots)),
        title=_(use.rule.title) or use.rule.id,
    )
    return Finding(
        USED, Severity.WARNING, message, "", use.rule, tuple(use.spots)[:_SHOWN],
        phase=use.phases[0], ways=doubt_ways(use.rule),
    )  # fmt: skip


def _power(case: Case, phase: int, rule: Power) -> Iterator[Spot]:
    """What the rule allows: proposed or given, and decided at the agency by this rule alone."""
    law, level = case.laws[phase], case.campaign.agency.level
    if rule.level is level:
        for spot, name in _rows(case, phase):
            honour = case.honour(name)
            if honour and law.power(honour, level) == rule:
                yield spot


def _rows(case: Case, phase: int) -> Iterator[tuple[Spot, str]]:
    for table in ("awards", "nominations"):
        for number, row in enumerate(getattr(case.campaign, table)):
            if row.phase == phase:
                yield Spot(table, number, "award"), row.award


def _of_award(case: Case, phase: int, names: Iterable[str]) -> Iterator[Spot]:
    wanted = set(names)
    for proposal in case.proposals_of(phase):
        if proposal.honour.name in wanted:
            yield from proposal.spots


def _prerequisite(case: Case, phase: int, rule: Prerequisite) -> Iterator[Spot]:
    for proposal in case.proposals_of(phase):
        if proposal.honour.name == rule.award and rule.subject in (None, proposal.nominee.subject):
            yield from proposal.spots


def _exclusion(case: Case, phase: int, rule: Exclusion) -> Iterator[Spot]:
    return _of_award(case, phase, rule.awards)


def _cap(case: Case, phase: int, rule: Cap) -> Iterator[Spot]:
    return _of_award(case, phase, (rule.award,)) if case.holders(rule.of).total() else iter(())


def _vote(case: Case, phase: int, rule: VoteRule) -> Iterator[Spot]:
    law = case.laws[phase]
    for number, vote, _nominee, honour in votes_cast(case):
        if vote.phase == phase and law.vote_rule(honour) == rule:
            yield Spot("votes", number, "votes_for")


def _stacking(case: Case, phase: int, rule: Stacking) -> Iterator[Spot]:
    """Titles of one nominee beside each other."""
    own = [
        each
        for each in case.proposals_of(phase)
        if case.is_within_power(each) and each.honour.type is rule.among
    ]
    titles = Counter(each.nominee.id for each in own)
    for proposal in own:
        if titles[proposal.nominee.id] > 1:
            yield from proposal.spots


def _dossier(case: Case, phase: int, rule: Dossier) -> Iterator[Spot]:
    for proposal in case.proposals_of(phase):
        if proposal.honour.type is rule.type and rule.award in ("", proposal.honour.name):
            yield from proposal.spots


def _ground(case: Case, _phase: int, rule: Ground) -> Iterator[Spot]:
    """Cited though nobody has read it; what is missing, the check of grounds tells."""
    return (Spot("legal_grounds", row, "text") for row, _text in cited_lines(case, rule))


def _honour(case: Case, phase: int, rule: HonourName) -> Iterator[Spot]:
    return (
        spot
        for spot, name in _rows(case, phase)
        if (found := case.honour(name)) and found.name == rule.name
    )


def _otherwise(_case: Case, _phase: int, _rule: Rule) -> Iterator[Spot]:
    """Told elsewhere: the law itself by its own warning, principles together, money by what it reckons."""
    return iter(())


_ENGAGED: Mapping[type[Rule], Callable[[Case, int, Any], Iterator[Spot]]] = {
    Power: _power,
    Prerequisite: _prerequisite,
    Exclusion: _exclusion,
    Cap: _cap,
    VoteRule: _vote,
    Stacking: _stacking,
    Dossier: _dossier,
    Ground: _ground,
    HonourName: _honour,
    Regime: _otherwise,
    Principle: _otherwise,
    NoticePart: _otherwise,
    RateTable: _otherwise,
    HouseholdRate: _otherwise,
    BaseSalary: _otherwise,
    Rounding: _otherwise,
    Retention: _otherwise,
}


def _doubted_money(case: Case, phase: int) -> Iterator[tuple[Rule, tuple[Spot, ...]]]:
    """Rules behind a bonus that nobody has seen, with whose bonus it is."""
    law, level = case.laws[phase], case.campaign.agency.level
    rates = Rates(case.campaign, case.phase_laws.of(phase))
    spots: dict[tuple[Honour, Payee], list[Spot]] = {}
    for proposal in case.proposals_of(phase):
        is_by_law = rates.are_by_law(proposal.honour, proposal.nominee.kind)
        if is_by_law and case.is_within_power(proposal):
            whom = payee(proposal.nominee.kind)
            spots.setdefault((proposal.honour, whom), []).extend(proposal.spots)
    for (honour, whom), places in spots.items():
        found = reckon(law, honour, whom, level)
        for rule in found.doubted if found else ():
            yield rule, tuple(places)


def _principles(case: Case) -> Iterator[Finding]:
    """All unproved principles and parts of a launch notice that the check went by, in one warning.

    What is practice claims no text that somebody could verify.
    """
    laws = {law.day: law for law in (*case.laws.values(), case.today.on(launch_day(case)))}
    every = [rule for law in laws.values() for rule in _unproved_principles(case, law)]
    rules = tuple({(rule.id, rule.citation): rule for rule in every}.values())
    if not rules:
        return
    message = _(
        "Kiểm tra còn theo {count} nguyên tắc chưa được xác minh: {listed}.",
        count=two_digits(len(rules)),
        listed="; ".join(_by_citation(rules)),
    )
    yield Finding(
        "unproved-principles", Severity.WARNING, message, "", rules[0], (Spot("movement", 0, "name"),),
        ways=doubt_ways(rules[0]), behind=rules[1:],
    )  # fmt: skip


def _by_citation(rules: Iterable[Rule]) -> Iterator[str]:
    """The titles of the rules, each citation said once behind those that rest on it."""
    titles: dict[str, list[str]] = {}
    for rule in rules:
        titles.setdefault(rule.citation, []).append(_(rule.title))
    return (f"{', '.join(each)} ({citation})" for citation, each in titles.items())


def _unproved_principles(case: Case, law: LawOfDay) -> list[Rule]:
    """The parts of a notice by the law of the launch, the rest by that of the decisions."""
    rules: list[Rule] = []
    if case.has_launch and law.day == launch_day(case):
        rules += law.all(NoticePart)
    if law in case.laws.values():
        rules += [rule for rule in law.all(Principle) if rule.id != "certificate-form"]
    return list(filter(_claims_a_text, rules))


def _claims_a_text(rule: Rule) -> bool:
    """Whether it rests on a text that nobody has seen; practice claims none."""
    return not rule.proved and not rule.source.startswith(PRACTICE)
