"""A title or commendation form: its statutory name, its order, whose head decides it, what it is worth."""

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from vbgen.law.honour_type import HonourType
from vbgen.law.tables import Power, Rate, RateTable, VoteRule
from vbgen.messages import _
from vbgen.model.agency import AgencyLevel
from vbgen.model.movement import SubjectKind
from vbgen.wording.tones import ToneStyle, with_tone_style

_MARKS = re.compile(r"[“”\"'‘’]")
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Honour:
    """A title or commendation form with every rule of the law that names it; without a day, that of any day counts."""

    name: str
    other_names: tuple[str, ...]
    type: HonourType
    subjects: frozenset[SubjectKind]
    rank: int  # 0 is the highest
    powers: tuple[Power, ...] = field(default=(), repr=False)
    vote_rules: tuple[VoteRule, ...] = field(default=(), repr=False)
    rate_tables: tuple[RateTable, ...] = field(default=(), repr=False)

    def __hash__(self) -> int:
        return hash(self.name)

    def power(self, level: AgencyLevel, on: date | None = None) -> Power | None:
        """The rule by which the head of an agency of that level decides it; None where the head does not."""
        return next((power for power in self.powers if power.level is level and _holds(power, on)), None)

    def is_decided_at(self, level: AgencyLevel, on: date | None = None) -> bool:
        """Whether the head of an agency of that level decides it (Luật 06/2022/QH15, Điều 79, 80)."""
        return self.power(level, on) is not None

    def vote_rule(self, on: date | None = None) -> VoteRule | None:
        """The share of votes that it needs."""
        return next((rule for rule in self.vote_rules if _holds(rule, on)), None)

    def is_carried(self, share: Fraction, on: date | None = None) -> bool:
        """Whether a council's vote of that share of all its members carries it.

        Nghị định 91/2017/NĐ-CP, Điều 45.8: at least nine tenths where the data name a share; else more than half,
        which is practice.
        """
        rule = self.vote_rule(on)
        if rule is None:
            return share > _HALF
        least = Fraction(rule.percent) / 100
        return share > least if rule.strictly else share >= least

    def rate(self, subject: SubjectKind, level: AgencyLevel, on: date | None = None) -> tuple[RateTable, int] | None:
        """Hundredths of the base salary for one award, with the table that says so; None where there are none."""
        for table in self.rate_tables:
            if _holds(table, on):
                found = _rate(self._own(table), subject, level)
                if found is not None:
                    return table, found
        return None

    def coefficient(self, subject: SubjectKind, level: AgencyLevel, on: date | None = None) -> int | None:
        """Hundredths of the base salary for one award; None where the honour is not given to such a subject."""
        found = self.rate(subject, level, on)
        return found[1] if found else None

    def _own(self, table: RateTable) -> list[Rate]:
        return [rate for rate in table.rates if rate.award == self.name]


class UnknownHonourError(LookupError):
    """No title or commendation form has that name."""


def unknown_honour(name: str) -> UnknownHonourError:
    """The sentence for a name that the law does not know."""
    return UnknownHonourError(_("Không có danh hiệu hay hình thức khen thưởng nào tên “{name}”.", name=name))


def honour_key(name: str) -> str:
    """What two spellings of one honour share: case, quotes, blanks, sỹ or sĩ, the tone mark's place do not count."""
    plain = " ".join(_MARKS.sub("", name).casefold().split())
    return with_tone_style(plain, ToneStyle.OLD).replace("chiến sỹ", "chiến sĩ")


def _holds(rule: Power | VoteRule | RateTable, on: date | None) -> bool:
    return on is None or rule.holds_on(on)


def _rate(rates: list[Rate], subject: SubjectKind, level: AgencyLevel) -> int | None:
    """The level's own rate before the general one."""
    own = [rate for rate in rates if rate.level is level] or [rate for rate in rates if rate.level is None]
    return next((value for rate in own if (value := getattr(rate, subject.value)) is not None), None)
