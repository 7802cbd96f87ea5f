"""Money: the budget that the proposals need, and who would get only the highest of several bonuses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from vbgen.errors import Severity
from vbgen.law.bonus import reckon, unpaid
from vbgen.law.honour import Honour
from vbgen.law.rule import Rule
from vbgen.law.tables import RateTable, Stacking
from vbgen.messages import _
from vbgen.model.agency import Agency, MoneyRule
from vbgen.model.campaign import Campaign
from vbgen.model.movement import RecipientKind
from vbgen.office.checks.case import Case, Proposal
from vbgen.office.checks.finding import Finding
from vbgen.papers.body.rates import Rates, payee
from vbgen.words.dates import short_date
from vbgen.words.numbers import money, two_digits
from vbgen.words.spelling import money_in_words

BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One honour for one kind of subject: how many are paid, at what rate."""

    honour: str
    kind: RecipientKind
    count: int
    rate: int

    @property
    def amount(self) -> int:
        """Đồng."""
        return self.count * self.rate


@dataclass(frozen=True, slots=True)
class Budget:
    """What the agency pays for one phase."""

    phase: int
    lines: tuple[BudgetLine, ...]

    @property
    def total(self) -> int:
        """Đồng."""
        return sum(line.amount for line in self.lines)


def check(case: Case) -> Iterator[Finding]:
    """The forecast of each phase, the salary and dates it follows from, and what is not paid twice."""
    for phase in case.phases:
        yield from _unknown(case, phase)
        made = budget(case, phase)
        if made.lines:
            yield _forecast(case, made)
            yield from _stacked(case, phase)


def budget(case: Case, phase: int) -> Budget:
    """What the agency pays for the proposals of a phase that its head decides; nothing where it pays nothing."""
    if case.campaign.agency.money is MoneyRule.NONE:
        return Budget(phase, ())
    paid, _kept_back = _paid_and_kept_back(case, phase)
    counts = Counter((each.honour, each.nominee.kind) for each in paid)
    rates = Rates(case.campaign, case.phase_laws.of(phase))
    lines = []
    for honour, kind in sorted(counts, key=lambda pair: (pair[1], pair[0].rank)):
        if amount := rates.of(honour, kind).amount:
            lines.append(BudgetLine(honour.name, kind, counts[honour, kind], amount))
    return Budget(phase, tuple(lines))


def _unknown(case: Case, phase: int) -> Iterator[Finding]:
    """An error for each honour whose bonus neither the law nor the office says, where it is awarded."""
    if case.campaign.agency.money is MoneyRule.NONE or case.campaign.agency.level is None:
        return
    for (honour, kind), proposals in _without_rate(case, phase).items():
        spots = tuple(spot for each in proposals for spot in each.spots)
        awarded = any(spot.table == "awards" for spot in spots)
        message = _(
            "Chưa biết mức tiền thưởng của “{honour}” ({kind}) theo ngày {day}.",
            honour=honour.name,
            kind=kind.label.lower(),
            day=short_date(case.day_of(phase)),
        )
        todo = _(
            "Ghi mức ở trang “{sheet}”, hoặc chọn “{none}” ở ô “{field}” của trang “Cơ quan”.",
            sheet=Campaign.title_of("bonus_rates"),
            none=MoneyRule.NONE.label,
            field=Agency.title_of("money"),
        )
        severity = Severity.ERROR if awarded else Severity.WARNING
        yield Finding("bonus-unknown", severity, message, todo, None, spots, phase=phase)


def _without_rate(case: Case, phase: int) -> dict[tuple[Honour, RecipientKind], list[Proposal]]:
    """The agency's own proposals for whose honour and kind nobody says a rate."""
    rates = Rates(case.campaign, case.phase_laws.of(phase))
    found: dict[tuple[Honour, RecipientKind], list[Proposal]] = {}
    for each in _own(case, phase):
        if not rates.of(each.honour, each.nominee.kind).is_known:
            found.setdefault((each.honour, each.nominee.kind), []).append(each)
    return found


def _own(case: Case, phase: int) -> list[Proposal]:
    """Proposals of the phase that the agency's head decides."""
    return [each for each in case.proposals_of(phase) if case.is_within_power(each)]


def _paid_and_kept_back(case: Case, phase: int) -> tuple[list[Proposal], list[Proposal]]:
    """The agency's own proposals: those that are paid, and those beside which a higher one is."""
    own = _own(case, phase)
    lower = unpaid(((each.nominee.id, each.honour) for each in own), case.phase_laws.of(phase))
    sides: tuple[list[Proposal], list[Proposal]] = ([], [])
    for each in own:
        sides[each.honour.name in lower.get(each.nominee.id, ())].append(each)
    return sides


def _forecast(case: Case, made: Budget) -> Finding:
    listed = "; ".join(
        _(
            "{honour} ({subject}) {count} × {rate} = {amount}",
            honour=line.honour,
            subject=line.kind.label.lower(),
            count=two_digits(line.count),
            rate=money(line.rate),
            amount=money(line.amount),
        )
        for line in made.lines
    )
    message = _(
        "Đợt {phase}: dự toán tiền thưởng {total} ({words}), tính theo ngày {day}: {listed}.",
        phase=made.phase,
        total=money(made.total),
        words=money_in_words(made.total),
        day=short_date(case.day_of(made.phase)),
        listed=listed,
    )
    first = _own(case, made.phase)[0]
    rules = _rules_behind(case, made.phase)
    return Finding(
        BUDGET,
        Severity.NOTE,
        message,
        "",
        rules[0] if rules else None,
        first.spots,
        phase=made.phase,
        behind=tuple(rules[1:]),
    )


def _rules_behind(case: Case, phase: int) -> list[Rule]:
    """Every rule that the phase's bonuses follow from: rates, base salary, rounding; the rates first.

    The office's own rates follow from none.
    """
    law, level = case.laws[phase], case.campaign.agency.level
    rates = Rates(case.campaign, case.phase_laws.of(phase))
    own = {(each.honour, each.nominee.kind) for each in _own(case, phase)}
    made = [
        reckon(law, honour, payee(kind), level)
        for honour, kind in sorted(own, key=lambda pair: (pair[0].rank, pair[1]))
        if rates.are_by_law(honour, kind)
    ]
    found = [rule for each in made if each for rule in each.rules]
    return sorted(dict.fromkeys(found), key=lambda rule: not isinstance(rule, RateTable))


def _stacked(case: Case, phase: int) -> Iterator[Finding]:
    rule = next(iter(case.laws[phase].all(Stacking)), None)
    _paid, kept_back = _paid_and_kept_back(case, phase)
    if rule and kept_back:
        counts = Counter(each.honour.name for each in kept_back)
        listed = ", ".join(f"{two_digits(count)} “{name}”" for name, count in counts.items())
        message = _(
            "Đợt {phase}: không chi thêm tiền thưởng cho {listed}: {title}.",
            phase=phase,
            listed=listed,
            title=_(rule.title),
        )
        spots = tuple(spot for each in kept_back for spot in each.spots)
        people = tuple(dict.fromkeys(each.nominee.full_name for each in kept_back))
        yield Finding("highest-only", Severity.NOTE, message, "", rule, spots, people, phase)
