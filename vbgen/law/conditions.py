"""The conditions that a prerequisite is made of: each says whether a candidate meets it, and what was found.

`is_met` is None where the data do not tell.
"""

from typing import Annotated, Literal

from pydantic import Field

from vbgen.law.arithmetic import reaches
from vbgen.law.candidate import Candidate
from vbgen.law.discipline import Discipline, is_at_least
from vbgen.messages import _
from vbgen.model.field import Record
from vbgen.model.people import Initiative, YearRating
from vbgen.words.names import fold
from vbgen.words.numbers import percent_of, two_digits

_BEST_FIRST = tuple(YearRating)
_LEVEL_WORDS = (
    "tinh",
    "trung uong",
    "bo truong",
    "thu tuong",
)  # how decisions of higher levels name their makers


class Rated(Record):
    """The year's rating is at least so good."""

    has: Literal["rated"]
    at_least: YearRating

    def is_met(self, candidate: Candidate) -> bool | None:
        """Unknown without a rating."""
        return None if candidate.rating is None else is_as_good(candidate.rating, self.at_least)

    def found(self, candidate: Candidate) -> str:
        """The rating."""
        rating = candidate.rating.label.lower() if candidate.rating else _("chưa có")
        return _("xếp loại năm: {rating}", rating=rating)


class HonouredBefore(Record):
    """The award was given in each of the years back (0 is the year under review), or so many years in a row.

    Years before the one under review need a decision number. A row of `times` ends in the year or the one before.
    """

    has: Literal["honoured"]
    award: str
    years_back: tuple[int, ...] = ()
    times: int = 0

    def is_met(self, candidate: Candidate) -> bool | None:
        """Never unknown: what the history does not show must be shown."""
        if self.years_back:
            return all(self._has(candidate, candidate.year - back) for back in self.years_back)
        return any(
            all(self._has(candidate, candidate.year - start - back) for back in range(self.times))
            for start in (0, 1)
        )

    def found(self, candidate: Candidate) -> str:
        """The years in which the award was given."""
        if self.years_back == (0,):
            return _("chưa có trong đề nghị, khen thưởng năm {year}", year=candidate.year)
        years = [self._year(candidate, year) for year in sorted(self._years(candidate))]
        listed = ", ".join(years) or _("chưa có")
        return _("“{award}” các năm: {years}", award=self.award, years=listed)

    def _years(self, candidate: Candidate) -> set[int]:
        own = {candidate.year} if self.award in candidate.awards else set()
        return own | set(candidate.past.get(self.award, ()))

    def _has(self, candidate: Candidate, year: int) -> bool:
        if year == candidate.year and self.award in candidate.awards:
            return True
        return candidate.past.get(self.award, {}).get(year, False)

    def _year(self, candidate: Candidate, year: int) -> str:
        return (
            str(year)
            if self._has(candidate, year)
            else _("{year} (thiếu số quyết định)", year=year)
        )


class HasInitiative(Record):
    """So many initiatives or studies with the number of the decision that recognised them."""

    has: Literal["initiative"]
    times: int = 1
    by_superior: bool = False

    def is_met(self, candidate: Candidate) -> bool | None:
        """Never unknown."""
        return len(self._fitting(candidate)) >= self.times

    def found(self, candidate: Candidate) -> str:
        """How many there are."""
        return _(
            "sáng kiến, đề tài phù hợp: {count}", count=two_digits(len(self._fitting(candidate)))
        )

    def _fitting(self, candidate: Candidate) -> list[Initiative]:
        return [
            each
            for each in candidate.initiatives
            if each.decision_number
            and (not self.by_superior or _is_above(each.recognised_by, candidate))
        ]


class Share(Record):
    """So many percent of a collective's members have an award in the year."""

    has: Literal["share"]
    award: str
    percent: int
    strictly: bool = False

    def is_met(self, candidate: Candidate) -> bool | None:
        """Unknown for a collective without members."""
        members = candidate.members
        if members is None or not members.total:
            return None
        return reaches(
            members.honours.get(self.award, 0), members.total, self.percent, strictly=self.strictly
        )

    def found(self, candidate: Candidate) -> str:
        """`2/4 cá nhân (50,0%)`."""
        members = candidate.members
        if members is None or not members.total:
            return _("chưa biết số người của tập thể")
        part = members.honours.get(self.award, 0)
        return _(
            "{part}/{total} cá nhân ({share})",
            part=part,
            total=members.total,
            share=percent_of(part, members.total),
        )


class MembersHonoured(Record):
    """At least so many members have an award in the year."""

    has: Literal["members"]
    award: str
    times: int = 1

    def is_met(self, candidate: Candidate) -> bool | None:
        """Unknown for a collective without members."""
        return (
            None
            if candidate.members is None
            else candidate.members.honours.get(self.award, 0) >= self.times
        )

    def found(self, candidate: Candidate) -> str:
        """How many have it."""
        count = candidate.members.honours.get(self.award, 0) if candidate.members else 0
        return _("số cá nhân đạt: {count}", count=two_digits(count))


class AllRated(Record):
    """Every member's rating is at least so good."""

    has: Literal["all_rated"]
    at_least: YearRating

    def is_met(self, candidate: Candidate) -> bool | None:
        """Unknown while nobody falls short but some have no rating."""
        if candidate.members is None or not candidate.members.total:
            return None
        if self._short(candidate):
            return False
        return True if self._rated(candidate) >= candidate.members.total else None

    def found(self, candidate: Candidate) -> str:
        """How many fall short, how many have no rating."""
        total = candidate.members.total if candidate.members else 0
        unrated = max(0, total - self._rated(candidate))
        return _(
            "{short} cá nhân chưa đạt, {unrated} chưa có xếp loại",
            short=self._short(candidate),
            unrated=unrated,
        )

    def _short(self, candidate: Candidate) -> int:
        ratings = candidate.members.ratings if candidate.members else {}
        return sum(
            count
            for rating, count in ratings.items()
            if rating and not is_as_good(rating, self.at_least)
        )

    def _rated(self, candidate: Candidate) -> int:
        ratings = candidate.members.ratings if candidate.members else {}
        return sum(count for rating, count in ratings.items() if rating)


class NoDiscipline(Record):
    """No member of a collective, or not the person, is under that discipline or a graver one."""

    has: Literal["no_discipline"]
    lightest: Annotated[Discipline, Field(alias="from")]

    def is_met(self, candidate: Candidate) -> bool | None:
        """An empty field means none."""
        return not self._grave(candidate)

    def found(self, candidate: Candidate) -> str:
        """The disciplines that count."""
        return _("kỷ luật: {found}", found=", ".join(self._grave(candidate)))

    def _grave(self, candidate: Candidate) -> list[str]:
        written = candidate.members.disciplines if candidate.members else [candidate.discipline]
        return [each for each in written if is_at_least(each, self.lightest)]


Condition = Annotated[
    Rated | HonouredBefore | HasInitiative | Share | MembersHonoured | AllRated | NoDiscipline,
    Field(discriminator="has"),
]


def is_as_good(rating: YearRating, other: YearRating) -> bool:
    """Whether a rating is the other one or better."""
    return _BEST_FIRST.index(rating) <= _BEST_FIRST.index(other)


def _is_above(recognised_by: str, candidate: Candidate) -> bool:
    """Whether the one who recognised stands above the agency: named as its superior, or by the words of a level."""
    written = f" {fold(recognised_by)} "
    if any(fold(superior) and fold(superior) in written for superior in candidate.superiors):
        return True
    return (
        any(f" {word} " in written for word in _LEVEL_WORDS)
        and " so " not in written.partition(" tinh ")[0]
    )
