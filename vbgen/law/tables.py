"""The tables of the law's data files: what each kind of rule holds besides its source and dates."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from vbgen.law.arithmetic import Cutting
from vbgen.law.conditions import Condition
from vbgen.law.discipline import Discipline
from vbgen.law.honour_type import HonourType
from vbgen.law.rule import Rule
from vbgen.model.agency import AgencyLevel
from vbgen.model.field import Record
from vbgen.model.movement import SubjectKind

Payee = SubjectKind | Literal["household"]  # whom a bonus is reckoned for
Percent = Annotated[Decimal, Field(ge=0, le=100)]


class Regime(Rule):
    """The law and decree that govern a decision of the day."""


class Ground(Rule):
    """A legal ground (căn cứ) that a decision of the day cites; recognised by its number or its day."""

    text: str
    number: str
    day: date | None = None  # of signing; None where it was not seen
    required: bool = True
    sectors: tuple[str, ...] = ()  # words in an agency's name for which it is suggested
    with_money: bool = False  # suggested to whoever pays a bonus


class HonourName(Rule):
    """A title or commendation form: its statutory name, others that are understood, and whom it is for."""

    source: str = "Luật Thi đua, khen thưởng"
    proved: bool = True
    name: str
    other_names: tuple[str, ...] = ()
    short_names: tuple[
        str, ...
    ] = ()  # what clerks write for short: asked about, never taken for the name
    type: HonourType
    subjects: frozenset[SubjectKind]
    act: str = ""  # what a decision does with it; empty: as its type
    line_above: str = ""  # above the title of its certificate; empty: as its type
    certificate_title: str = ""  # empty: its name in capitals
    flags: bool = False  # whether its certificate has a row of red flags on either side


class Power(Rule):
    """What the head of an agency of a level decides."""

    level: AgencyLevel
    awards: tuple[str, ...]


class Prerequisite(Rule):
    """What a nominee for an award must have: one of the conditions."""

    award: str
    subject: SubjectKind | None = None
    any_of: Annotated[tuple[Condition, ...], Field(min_length=1)]


class Cap(Rule):
    """At most so many percent of those who have one award may have another."""

    award: str
    of: str
    percent: Percent
    rounding: Cutting = Cutting.FLOOR


class Exclusion(Rule):
    """Who may not be considered for some awards: the newly recruited, the disciplined, those in training."""

    awards: tuple[str, ...]
    months: int = 0  # of work in the year
    discipline: Discipline | None = None  # and graver ones
    training_months: int = 0  # whose result must be khá or better


class VoteRule(Rule):
    """The share of all council members that a vote must reach; without awards it is for all others."""

    awards: tuple[str, ...] = ()
    percent: Percent
    strictly: bool = False
    secret: bool = False


class Dossier(Rule):
    """The papers that go with a proposal."""

    type: HonourType
    papers: tuple[str, ...]
    award: str = ""  # the only one that it is for
    level: AgencyLevel | None = None  # the only level that it is for
    working_days: int = 0  # within which it is dealt with
    attached: tuple[str, ...] = ()  # of the papers, those that each nominee's folder must hold
    with_initiative: tuple[str, ...] = ()  # those of a nominee whose initiative counts


class Rate(Record):
    """Hundredths of the base salary for one award; of a level's head alone where a level is named."""

    award: str
    level: AgencyLevel | None = None
    individual: int | None = None
    collective: int | None = None
    proved: bool = True  # false for a figure that its table's source was not seen to say

    def of(self, subject: SubjectKind) -> int | None:
        """The figure for such a subject; None where the line has none."""
        figure: int | None = getattr(self, subject.value)
        return figure


class RateTable(Rule):
    """Bonus rates."""

    rates: tuple[Rate, ...]


class HouseholdRate(Rule):
    """A household's bonus, in percent of an individual's."""

    percent: Annotated[Decimal, Field(gt=0)]


class BaseSalary(Rule):
    """Base salary in đồng a month."""

    amount: Annotated[int, Field(gt=0)]


class Rounding(Rule):
    """Bonuses are rounded up to whole steps of so many đồng."""

    step: Annotated[int, Field(gt=0)]


class Stacking(Rule):
    """Among honours of that type, given to one nominee at one time, only the highest is paid."""

    among: HonourType


class Principle(Rule):
    """A principle that a check of ours applies, with its figures."""

    percent: Percent | None = None
    months: int | None = None


class NoticePart(Rule):
    """What the launch of a movement must fix: where the data hold it, and the words by which the notice says it."""

    fields: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Retention(Rule):
    """How long a file (hồ sơ) of awards is kept; for any level of agency where none is named."""

    kept_for: str  # `10 năm`, `Vĩnh viễn`
    levels: tuple[AgencyLevel, ...] = ()


TABLES: dict[str, type[Rule]] = {
    "regime": Regime,
    "ground": Ground,
    "honour": HonourName,
    "power": Power,
    "prerequisite": Prerequisite,
    "cap": Cap,
    "exclusion": Exclusion,
    "vote": VoteRule,
    "dossier": Dossier,
    "rate_table": RateTable,
    "household_rate": HouseholdRate,
    "base_salary": BaseSalary,
    "rounding": Rounding,
    "stacking": Stacking,
    "principle": Principle,
    "notice_part": NoticePart,
    "retention": Retention,
}
