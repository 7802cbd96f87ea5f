"""Lists of nominees and of the commended: grouped, ordered and counted as an office does.

Collectives come before individuals (an office may turn it round), then title or form from the highest down, then the
units in the office's own order, rank, given name; numbering restarts in each group.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vbgen.law.honour import Honour
from vbgen.law.honour_type import HonourType
from vbgen.law.rulebook import LawOfDay
from vbgen.model.campaign import Campaign
from vbgen.model.movement import SubjectKind
from vbgen.model.people import Award, Gender, Nomination, Nominee
from vbgen.papers.kinds.kind import Variant
from vbgen.words.names import sort_key
from vbgen.words.numbers import count_of

SUBJECT_NOUNS = {SubjectKind.COLLECTIVE: "tập thể", SubjectKind.INDIVIDUAL: "cá nhân"}


@dataclass(frozen=True, slots=True)
class HonourEntry:
    """One row of a list."""

    number: int
    nominee: Nominee
    unit: str
    honour: Honour
    merit: str

    @property
    def name(self) -> str:
        """Full name of the person or the collective."""
        return self.nominee.full_name

    @property
    def addressed_name(self) -> str:
        """`Ông Giàng A Páo`; a collective's name as it is."""
        return " ".join(filter(None, (honorific(self.nominee), self.nominee.full_name)))

    @property
    def post(self) -> str:
        """`Chuyên viên, Văn phòng Sở`; empty for a collective, which is a unit itself."""
        if self.nominee.kind is SubjectKind.COLLECTIVE:
            return ""
        return _position_in(self.nominee.position, self.unit)

    @property
    def birth_year(self) -> str:
        """The year of birth, empty where unknown."""
        return str(self.nominee.birth_year or "")

    @property
    def rating(self) -> str:
        """The year's rating, empty where there is none."""
        return self.nominee.rating.label if self.nominee.rating else ""


@dataclass(frozen=True, slots=True)
class HonourGroup:
    """Entries of one honour for one kind of subject."""

    honour: Honour
    subject_kind: SubjectKind
    entries: tuple[HonourEntry, ...]

    @property
    def title(self) -> str:
        """`Danh hiệu “Lao động tiên tiến”`, or the commendation form's name."""
        name = self.honour.name
        return f"Danh hiệu “{name}”" if self.honour.type is HonourType.TITLE else name

    @property
    def count(self) -> str:
        """`05 tập thể`."""
        return count_of((len(self.entries), SUBJECT_NOUNS[self.subject_kind]))


@dataclass(frozen=True, slots=True)
class HonourList:
    """A whole list: its collectives and individuals, in groups."""

    collectives: tuple[HonourGroup, ...]
    individuals: tuple[HonourGroup, ...]
    individuals_first: bool = False

    @property
    def groups(self) -> tuple[HonourGroup, ...]:
        """All groups in the order of printing."""
        parts = (
            (self.individuals, self.collectives)
            if self.individuals_first
            else (self.collectives, self.individuals)
        )
        return parts[0] + parts[1]

    @property
    def entries(self) -> tuple[HonourEntry, ...]:
        """All entries in the order of printing."""
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def counts(self) -> str:
        """`05 tập thể và 04 cá nhân`, each subject counted once."""
        return count_of(
            (subjects(self.collectives), "tập thể"), (subjects(self.individuals), "cá nhân")
        )

    @property
    def whom(self) -> str:
        """`tập thể, cá nhân`, or one of them where the list has no others."""
        return ", ".join(section.name.lower() for section in self.sections)

    @property
    def sections(self) -> tuple["HonourSection", ...]:
        """The parts under Roman numerals, empty ones left out."""
        named = {"Tập thể": self.collectives, "Cá nhân": self.individuals}
        order = sorted(named, reverse=not self.individuals_first)
        return tuple(HonourSection(name, named[name]) for name in order if named[name])


@dataclass(frozen=True, slots=True)
class HonourSection:
    """Collectives or individuals."""

    name: str
    groups: tuple[HonourGroup, ...]

    @property
    def is_collective(self) -> bool:
        """Whether its rows are collectives."""
        return self.groups[0].subject_kind is SubjectKind.COLLECTIVE


def honour_list(
    campaign: Campaign,
    rows: Iterable[Nomination | Award],
    variant: Variant,
    law: LawOfDay,
) -> HonourList:
    """The rows that the variant is for, grouped and ordered; powers are those of the law's day."""
    found = [(row, law.honour(row.award)) for row in rows]
    entries = _entries(
        campaign, [pair for pair in found if _is_chosen(pair[1], variant, campaign, law)]
    )
    return HonourList(
        collectives=_groups(entries, SubjectKind.COLLECTIVE),
        individuals=_groups(entries, SubjectKind.INDIVIDUAL),
        individuals_first=campaign.agency.individuals_first,
    )


def _position_in(position: str, unit: str) -> str:
    """`Chuyên viên, Văn phòng Sở`; `Chánh Văn phòng Sở`, where the position ends as the unit begins."""
    words, name = position.split(), unit.split()
    for shared in range(min(len(words), len(name)), 0, -1):
        if [word.lower() for word in words[-shared:]] == [word.lower() for word in name[:shared]]:
            return " ".join((*words, *name[shared:]))
    return ", ".join(filter(None, (position, unit)))


def subjects(groups: Sequence[HonourGroup]) -> int:
    """How many different nominees stand in the groups."""
    return len({entry.nominee.id for group in groups for entry in group.entries})


def honorific(nominee: Nominee) -> str:
    """`Ông`, `Bà` or what the office wrote; empty for a collective."""
    by_gender = {Gender.MALE: "Ông", Gender.FEMALE: "Bà"}
    return nominee.honorific or (by_gender.get(nominee.gender, "") if nominee.gender else "")


def _is_chosen(honour: Honour, variant: Variant, campaign: Campaign, law: LawOfDay) -> bool:
    if variant.honours is not None and honour.type is not variant.honours:
        return False
    return (
        variant.within_power is None
        or law.decides(campaign.agency.level, honour) is variant.within_power
    )


def _entries(
    campaign: Campaign, rows: Sequence[tuple[Nomination | Award, Honour]]
) -> list[HonourEntry]:
    nominees = {nominee.id: nominee for nominee in campaign.nominees}
    units = {unit.id: unit.name for unit in campaign.units}
    entries = [
        HonourEntry(0, nominee, units.get(nominee.unit, nominee.unit), honour, row.merit)
        for row, honour in rows
        if (nominee := nominees.get(row.nominee))
    ]
    return sorted(entries, key=_order(campaign))


def _order(campaign: Campaign) -> Callable[[HonourEntry], tuple[object, ...]]:
    units = {unit.id: number for number, unit in enumerate(campaign.units)}

    def key(entry: HonourEntry) -> tuple[object, ...]:
        nominee = entry.nominee
        place = units.get(nominee.unit, len(units))
        return (
            nominee.kind,
            entry.honour.rank,
            place,
            nominee.rank,
            sort_key(nominee.full_name),
            nominee.id,
        )

    return key


def _groups(entries: Sequence[HonourEntry], kind: SubjectKind) -> tuple[HonourGroup, ...]:
    of_kind = [entry for entry in entries if entry.nominee.kind is kind]
    return tuple(
        HonourGroup(honour, kind, _numbered(members))
        for honour, members in groupby(of_kind, key=lambda entry: entry.honour)
    )


def _numbered(entries: Iterable[HonourEntry]) -> tuple[HonourEntry, ...]:
    return tuple(
        HonourEntry(number, entry.nominee, entry.unit, entry.honour, entry.merit)
        for number, entry in enumerate(entries, 1)
    )
