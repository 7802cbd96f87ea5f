"""The bonus (tiền thưởng) that goes with an award, in whole đồng."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vbgen.law.arithmetic import round_up
from vbgen.law.honour import Honour
from vbgen.law.rule import Rule
from vbgen.law.rulebook import Rulebook, shipped_rules
from vbgen.law.tables import BaseSalary, Rounding, Stacking
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind

_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One bonus and everything that it follows from."""

    coefficient: int  # hundredths
    base: BaseSalary
    amount: int
    rules: tuple[Rule, ...]

    @property
    def is_proved(self) -> bool:
        """Whether every rule behind it is."""
        return all(rule.proved for rule in self.rules)


def bonus(
    honour: Honour, subject: SubjectKind, level: AgencyLevel, on: date, rules: Rulebook | None = None
) -> int | None:
    """Đồng for one award decided on that day: coefficient × base salary, rounded up once to 10.000 đồng.

    None where the law names no bonus for such a subject, or no base salary is known for the day.
    Nghị định 91/2017/NĐ-CP, Điều 68, 69, 73; Nghị định 98/2023/NĐ-CP, Điều 54, 58.
    """
    found = reckon(honour, subject, level, on, rules)
    return found.amount if found else None


def reckon(
    honour: Honour, subject: SubjectKind, level: AgencyLevel, on: date, rules: Rulebook | None = None
) -> Reckoning | None:
    """The bonus with its coefficient, base salary and rules; None as in `bonus`."""
    law = (rules or shipped_rules()).on(on)
    rate, base = honour.rate(subject, level, on), law.find(BaseSalary, "base-salary")
    if rate is None or base is None:
        return None
    table, coefficient = rate
    rounding = law.find(Rounding, "rounding")
    exact = Fraction(base.amount * coefficient, _HUNDREDTHS)
    amount = round_up(exact, rounding.step if rounding else 1)
    return Reckoning(coefficient, base, amount, tuple(filter(None, (table, base, rounding))))


def base_salary(on: date, rules: Rulebook | None = None) -> BaseSalary | None:
    """The base salary in force on that day; None before the first one known."""
    return (rules or shipped_rules()).on(on).find(BaseSalary, "base-salary")


def unpaid(given: Iterable[tuple[str, Honour]], on: date, rules: Rulebook | None = None) -> Mapping[str, set[str]]:
    """Nominee → names of honours that are not paid, because a higher one of one decision is.

    Same time, same achievement, several titles: only the highest; a title and a commendation form: both.
    """
    stacking = (rules or shipped_rules()).on(on).all(Stacking)
    highest: dict[tuple[str, str], Honour] = {}
    found: dict[str, set[str]] = {}
    for nominee, honour in sorted(given, key=lambda pair: pair[1].rank):
        for rule in stacking:
            if honour.type is rule.among:
                first = highest.setdefault((nominee, rule.id), honour)
                if first is not honour:
                    found.setdefault(nominee, set()).add(honour.name)
    return found
