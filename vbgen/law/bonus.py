"""The bonus (tiền thưởng) that goes with an award, in whole đồng, by the law of a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from vbgen.law.arithmetic import round_up
from vbgen.law.honour import Honour
from vbgen.law.rule import Rule
from vbgen.law.rulebook import LawOfDay
from vbgen.law.tables import BaseSalary, HouseholdRate, Payee, RateTable, Rounding, Stacking
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind

_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One bonus and everything that it follows from."""

    coefficient: Fraction  # hundredths
    base: BaseSalary
    amount: int
    rules: tuple[Rule, ...]
    is_rate_proved: bool = True  # whether the figure itself was seen in the table's source

    @property
    def is_proved(self) -> bool:
        """Whether the figure and every rule behind it are."""
        return self.is_rate_proved and all(rule.proved for rule in self.rules)

    @property
    def doubted(self) -> tuple[Rule, ...]:
        """The rules behind it that nobody has seen; the table of rates where the figure itself was not."""
        tables = (
            rule for rule in self.rules if isinstance(rule, RateTable) and not self.is_rate_proved
        )
        return tuple(dict.fromkeys((*tables, *(rule for rule in self.rules if not rule.proved))))


@dataclass(frozen=True, slots=True)
class _Coefficient:
    """Hundredths of the base salary, with the rules that say so."""

    hundredths: Fraction
    rules: tuple[Rule, ...]
    is_proved: bool


def bonus(law: LawOfDay, honour: Honour, payee: Payee, level: AgencyLevel | None) -> int | None:
    """Đồng for one award decided on that day: coefficient × base salary, rounded up once to 10.000 đồng.

    None where the law names no bonus for such a payee, or no base salary is known for the day.
    Nghị định 91/2017/NĐ-CP, Điều 68, 69, 73; Nghị định 98/2023/NĐ-CP, Điều 54, 58; Nghị định 152/2025/NĐ-CP,
    Điều 49, 50, 54.
    """
    found = reckon(law, honour, payee, level)
    return found.amount if found else None


def reckon(
    law: LawOfDay, honour: Honour, payee: Payee, level: AgencyLevel | None
) -> Reckoning | None:
    """The bonus with its coefficient, base salary and rules; None as in `bonus`."""
    coefficient, base = _coefficient(law, honour, payee, level), law.find(BaseSalary, "base-salary")
    if coefficient is None or base is None:
        return None
    rounding = law.find(Rounding, "rounding")
    exact = base.amount * coefficient.hundredths / _HUNDREDTHS
    amount = round_up(exact, rounding.step if rounding else 1)
    rules = (*coefficient.rules, base, *([rounding] if rounding else []))
    return Reckoning(coefficient.hundredths, base, amount, rules, coefficient.is_proved)


def _coefficient(
    law: LawOfDay, honour: Honour, payee: Payee, level: AgencyLevel | None
) -> _Coefficient | None:
    if payee == "household":
        return _of_household(law, honour, level)
    found = law.rate(honour, payee, level)
    if found is None:
        return None
    table, line = found
    return _Coefficient(Fraction(line.of(payee) or 0), (table,), line.proved)


def _of_household(law: LawOfDay, honour: Honour, level: AgencyLevel | None) -> _Coefficient | None:
    """A household's is a share of the individual's."""
    share, own = (
        law.find(HouseholdRate, "household"),
        _coefficient(law, honour, SubjectKind.INDIVIDUAL, level),
    )
    if share is None or own is None:
        return None
    return _Coefficient(
        own.hundredths * Fraction(share.percent) / 100, (*own.rules, share), own.is_proved
    )


def unpaid(given: Iterable[tuple[str, Honour]], law: LawOfDay) -> Mapping[str, set[str]]:
    """Nominee → names of honours that are not paid, because a higher one of one decision is.

    Same time, same achievement, several titles: only the highest; a title and a commendation form: both.
    """
    stacking = law.all(Stacking)
    highest: dict[tuple[str, str], Honour] = {}
    found: dict[str, set[str]] = {}
    for nominee, honour in sorted(given, key=lambda pair: pair[1].rank):
        for rule in stacking:
            if honour.type is rule.among:
                first = highest.setdefault((nominee, rule.id), honour)
                if first is not honour:
                    found.setdefault(nominee, set()).add(honour.name)
    return found
