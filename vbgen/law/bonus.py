"""The bonus (tiền thưởng) that goes with an award, in whole đồng."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from vbgen.law.honours import Honour
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind

_STEP = 10_000  # Nghị định 91/2017/NĐ-CP, Điều 68.2: rounded up to ten thousands of đồng


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Base salary in đồng a month, from the day `since` on."""

    since: date
    amount: int
    source: str
    proved: bool


def bonus(honour: Honour, subject: SubjectKind, level: AgencyLevel, on: date) -> int | None:
    """Đồng for one award decided on that day: coefficient × base salary, rounded up once to 10.000 đồng.

    None where the law names no bonus for such a subject, or no base salary is known for the day.
    Nghị định 91/2017/NĐ-CP, Điều 68, 69, 73; Nghị định 98/2023/NĐ-CP, Điều 54, 58.
    """
    coefficient, base = honour.coefficient(subject, level), base_salary(on)
    if coefficient is None or base is None:
        return None
    return -(-base.amount * coefficient // 100 // _STEP) * _STEP


def base_salary(on: date) -> BaseSalary | None:
    """The base salary in force on that day; None before the first one known."""
    return max((entry for entry in _base_salaries() if entry.since <= on), key=lambda entry: entry.since, default=None)


@cache
def _base_salaries() -> tuple[BaseSalary, ...]:
    rows = tomllib.loads(files("vbgen.law").joinpath("data/base_salaries.toml").read_text("utf-8"))["base_salary"]
    return tuple(BaseSalary(**row) for row in rows)
