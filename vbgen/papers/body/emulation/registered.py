"""What was registered at the year's start, and what came of it: reached, asked for above, or not reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vbgen.law.honour import Honour
from vbgen.law.rulebook import LawOfDay
from vbgen.model.afterwards.known import KnownAward
from vbgen.model.beforehand.registration import Registration
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import listed_lines
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Nominee
from vbgen.papers.body.recipients import Wordings, post_of
from vbgen.words.numbers import count_of, percent_of

REACHED, ASKED, MISSED = "Đạt", "Đã đề nghị cấp trên", "Chưa đạt"
_NOUNS = {SubjectKind.COLLECTIVE: "tập thể", SubjectKind.INDIVIDUAL: "cá nhân"}


@dataclass(frozen=True, slots=True)
class RegisteredLine:
    """One title or form that somebody registered."""

    number: int
    nominee: Nominee
    name: str  # "Ông Giàng A Páo"
    post: str
    commitment: str
    outcome: str  # "Đạt", "Đã đề nghị cấp trên", "Chưa đạt"
    honours: str  # what was given in fact, where it is something else

    @property
    def result(self) -> str:
        """`Chưa đạt (được tặng Giấy khen)`."""
        return f"{self.outcome} ({self.honours})" if self.honours else self.outcome


@dataclass(frozen=True, slots=True)
class RegisteredGroup:
    """Those who registered one title or form."""

    honour: Honour
    subject_kind: SubjectKind
    lines: tuple[RegisteredLine, ...]

    @property
    def title(self) -> str:
        """`Danh hiệu “Lao động tiên tiến”`, or the form's name."""
        is_title = self.honour.act.endswith("danh hiệu")
        return f"Danh hiệu {self.honour.quoted}" if is_title else self.honour.name

    @property
    def count(self) -> str:
        """`03 tập thể`."""
        return count_of((len(self.lines), _NOUNS[self.subject_kind]))

    @property
    def noun(self) -> str:
        """`tập thể`, `cá nhân`."""
        return _NOUNS[self.subject_kind]

    @property
    def registered(self) -> int:
        """How many registered it."""
        return len(self.lines)

    @property
    def reached(self) -> int:
        """How many of them reached it."""
        return self._of(REACHED)

    @property
    def asked(self) -> int:
        """For how many it was asked for above."""
        return self._of(ASKED)

    @property
    def missed(self) -> int:
        """How many did not reach it."""
        return self._of(MISSED)

    @property
    def share(self) -> str:
        """`66,7%`: reached, of those who registered."""
        return percent_of(self.reached, self.registered)

    def _of(self, outcome: str) -> int:
        return sum(line.outcome == outcome for line in self.lines)


@dataclass(frozen=True, slots=True)
class RegisteredTitles:
    """Everything that was registered, by title and form, the highest first."""

    groups: tuple[RegisteredGroup, ...]
    unregistered: int  # awards to those who had not registered them

    @property
    def whom(self) -> str:
        """`03 tập thể và 12 cá nhân`: each counted once."""
        found = {line.nominee.id: each.subject_kind for each in self.groups for line in each.lines}
        kinds = list(found.values())
        return count_of(*((kinds.count(kind), noun) for kind, noun in _NOUNS.items()))

    @property
    def registered(self) -> int:
        """How many registrations there are."""
        return sum(group.registered for group in self.groups)

    @property
    def reached(self) -> int:
        """How many were reached."""
        return sum(group.reached for group in self.groups)

    @property
    def asked(self) -> int:
        """How many were asked for above."""
        return sum(group.asked for group in self.groups)

    @property
    def missed(self) -> int:
        """How many were not reached."""
        return sum(group.missed for group in self.groups)

    @property
    def share(self) -> str:
        """`66,7%`: reached, of all registrations."""
        return percent_of(self.reached, self.registered)


def registered_titles(
    campaign: Campaign, law: LawOfDay, elsewhere: Sequence[KnownAward] = ()
) -> RegisteredTitles:
    """The registrations by title, held against the campaign's awards and those of other campaigns of the year."""
    told = _Outcomes(campaign, law, elsewhere)
    rows = sorted(campaign.registrations, key=told.place)
    groups = tuple(told.group(list(same)) for _place, same in groupby(rows, told.place))
    known = {(row.nominee, law.honour(row.award).rank) for row in rows}
    return RegisteredTitles(groups, len(told.given - known))


class _Outcomes:
    """Who was given what, and how each is called."""

    def __init__(self, campaign: Campaign, law: LawOfDay, elsewhere: Sequence[KnownAward]) -> None:
        self.nominees = {nominee.id: nominee for nominee in campaign.nominees}
        self._units = {unit.id: unit for unit in campaign.units}
        self._wordings = Wordings(campaign.wordings)
        self._law = law
        self._level = campaign.agency.level
        pairs = [(row.nominee, row.award) for row in campaign.awards]
        pairs += [(each.nominee.id, each.award) for each in elsewhere]
        self.given = self._ranked(pairs)
        self._proposed = self._ranked((row.nominee, row.award) for row in campaign.nominations)

    def place(self, row: Registration) -> tuple[int, bool]:
        """Where it stands in the list: higher honours first, collectives before persons."""
        is_person = self.nominees[row.nominee].subject is not SubjectKind.COLLECTIVE
        return self._law.honour(row.award).rank, is_person

    def group(self, rows: Sequence[Registration]) -> RegisteredGroup:
        first = rows[0]
        honour, nominee = self._law.honour(first.award), self.nominees[first.nominee]
        told = tuple(self._line(number, row) for number, row in enumerate(rows, 1))
        return RegisteredGroup(honour, nominee.subject, told)

    def _ranked(self, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, int]]:
        return {(nominee, self._law.honour(award).rank) for nominee, award in pairs}

    def _line(self, number: int, row: Registration) -> RegisteredLine:
        nominee, honour = self.nominees[row.nominee], self._law.honour(row.award)
        is_person = nominee.subject is not SubjectKind.COLLECTIVE
        caption = self._wordings.caption(nominee) if is_person else ""
        name = " ".join(filter(None, (caption, nominee.full_name)))
        post = post_of(nominee, self._units.get(nominee.unit))
        outcome = self._outcome(nominee, honour)
        other = self._others(nominee) if outcome == MISSED else ""
        said = "; ".join(listed_lines(row.commitment))
        return RegisteredLine(number, nominee, name, post, said, outcome, other)

    def _outcome(self, nominee: Nominee, honour: Honour) -> str:
        if (nominee.id, honour.rank) in self.given:
            return REACHED
        is_asked = (nominee.id, honour.rank) in self._proposed
        goes_up = is_asked and not self._law.decides(self._level, honour)
        return ASKED if goes_up else MISSED

    def _others(self, nominee: Nominee) -> str:
        """`được tặng Giấy khen`."""
        ranks = sorted(rank for who, rank in self.given if who == nominee.id)
        named = {honour.rank: honour for honour in self._law.book.honours}
        told = [named[rank].phrase for rank in ranks if rank in named]
        return f"được {', '.join(told)}" if told else ""
