"""Lists of nominees and of the commended: grouped, ordered and counted as an office does.

Collectives come before individuals (an office may turn it round), then title or form from the highest down, then the
units in the office's own order, rank, given name; numbering restarts in each group.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from vbgen.law.honour import Honour
from vbgen.law.rulebook import LawOfDay
from vbgen.model.agency import Agency
from vbgen.model.campaign import Campaign
from vbgen.model.emphasis import one_line
from vbgen.model.movement import RecipientKind, SubjectKind
from vbgen.model.people import Award, Nomination, Nominee
from vbgen.model.unit import Unit
from vbgen.papers.body.honour_entry import HonourEntry, HonourGroup
from vbgen.papers.body.recipients import Wordings, full_post, post_of
from vbgen.papers.kinds.kind import Variant
from vbgen.words.names import sort_key
from vbgen.words.numbers import count_of, listed, two_digits

_ORDER = tuple(RecipientKind)


@dataclass(frozen=True, slots=True)
class HonourSection:
    """Recipients of one kind: a part under a Roman numeral."""

    kind: RecipientKind
    noun: str
    post_heading: str
    groups: tuple[HonourGroup, ...]

    @property
    def name(self) -> str:
        """`Tập thể`."""
        return self.noun[:1].upper() + self.noun[1:]

    @property
    def name_heading(self) -> str:
        """`Họ và tên`, `Tên tập thể`: what heads the column of names."""
        return f"Tên {self.noun}" if self.is_collective else "Họ và tên"

    @property
    def is_collective(self) -> bool:
        """Whether its rows are collectives, enterprises among them."""
        return self.kind.subject is SubjectKind.COLLECTIVE

    @property
    def says_merits(self) -> bool:
        """Whether a decision's list says beside the name what for: of those who are not of the staff."""
        return self.kind in {RecipientKind.PUPIL, RecipientKind.HOUSEHOLD}

    @property
    def says_ratings(self) -> bool:
        """Whether a proposal has the year's ratings to tell: no column is drawn for nothing."""
        return any(entry.rating for group in self.groups for entry in group.entries)

    @property
    def says_births(self) -> bool:
        """Whether a proposal has years of birth to tell."""
        return any(entry.birth_year for group in self.groups for entry in group.entries)

    @property
    def subjects(self) -> int:
        """How many different nominees stand in it."""
        return len({entry.nominee.id for group in self.groups for entry in group.entries})

    @property
    def awards(self) -> int:
        """How many rows stand in it: a nominee with two honours counts twice."""
        return sum(len(group.entries) for group in self.groups)

    @property
    def turns(self) -> str:
        """`11 lượt tập thể (09 tập thể)`; `09 tập thể` where each is named once."""
        persons = count_of((self.subjects, self.noun))
        if self.awards == self.subjects:
            return persons
        return f"{two_digits(self.awards)} lượt {self.noun} ({persons})"

    @property
    def turns_within(self) -> str:
        """The same inside brackets, where no others may stand: `11 lượt của 09 tập thể`."""
        persons = count_of((self.subjects, self.noun))
        if self.awards == self.subjects:
            return persons
        return f"{two_digits(self.awards)} lượt của {persons}"


@dataclass(frozen=True, slots=True)
class HonourList:
    """A whole list in sections, in the order of printing; empty sections are left out."""

    sections: tuple[HonourSection, ...]
    of_one_time: tuple[tuple[str, Honour], ...] = ()  # nominee and honour, other decisions' too

    @property
    def groups(self) -> tuple[HonourGroup, ...]:
        """All groups in the order of printing."""
        return tuple(group for section in self.sections for group in section.groups)

    @property
    def collectives(self) -> tuple[HonourGroup, ...]:
        """Groups of collectives, enterprises among them."""
        return tuple(group for group in self.groups if group.subject_kind is SubjectKind.COLLECTIVE)

    @property
    def individuals(self) -> tuple[HonourGroup, ...]:
        """Groups of persons and households."""
        return tuple(group for group in self.groups if group.subject_kind is SubjectKind.INDIVIDUAL)

    @property
    def entries(self) -> tuple[HonourEntry, ...]:
        """All entries in the order of printing."""
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def counts(self) -> str:
        """`05 tập thể và 04 cá nhân`, each subject counted once."""
        return count_of(*((section.subjects, section.noun) for section in self.sections))

    @property
    def turns(self) -> str:
        """`11 lượt tập thể (09 tập thể), 81 lượt cá nhân (60 cá nhân)`; the plain counts where each is named once."""
        told = [section.turns for section in self.sections]
        return ", ".join(told) if _has_more(self.sections) else self.counts

    @property
    def turns_within(self) -> str:
        """The same inside brackets: `11 lượt của 09 tập thể, 81 lượt của 60 cá nhân`."""
        told = [section.turns_within for section in self.sections]
        return ", ".join(told) if _has_more(self.sections) else self.counts

    @property
    def whom(self) -> str:
        """`tập thể, cá nhân`, or one of them where the list has no others."""
        return ", ".join(section.noun for section in self.sections)

    @property
    def acts(self) -> str:
        """`tặng Giấy khen`; `công nhận danh hiệu “…” và “…”; tặng Bằng khen …`, highest first."""
        named: dict[str, list[str]] = {}
        for honour in self.honours:
            named.setdefault(honour.act, []).append(honour.quoted)
        return "; ".join(f"{act} {listed(names)}" for act, names in named.items())

    @property
    def honours(self) -> tuple[Honour, ...]:
        """The honours of the list, highest first."""
        found = {group.honour for group in self.groups}
        return tuple(sorted(found, key=lambda honour: honour.rank))


def _has_more(sections: Iterable[HonourSection]) -> bool:
    """Whether anybody is named twice."""
    return any(section.awards > section.subjects for section in sections)


def honour_list(
    campaign: Campaign,
    rows: Iterable[Nomination | Award],
    variant: Variant,
    law: LawOfDay,
) -> HonourList:
    """The rows that the variant is for, grouped and ordered; powers are those of the law's day."""
    found = [(row, law.honour(row.award)) for row in rows]
    chosen = [pair for pair in found if is_chosen(pair[1], variant, campaign, law)]
    entries = _entries(campaign, chosen)
    own = [entry for entry in entries if _is_of_group(entry, variant)]
    together = tuple((entry.nominee.id, entry.honour) for entry in entries)
    return HonourList(tuple(_sections(own, campaign)), together)


def _sections(entries: Sequence[HonourEntry], campaign: Campaign) -> Iterator[HonourSection]:
    """A part for each kind of recipient that there is."""
    wordings = Wordings(campaign.wordings)
    for kind in _kinds(campaign):
        section = _section(kind, entries, wordings)
        if section.groups:
            yield section


def _kinds(campaign: Campaign) -> list[RecipientKind]:
    """In the order in which the office lists them."""
    first = SubjectKind.INDIVIDUAL if campaign.agency.individuals_first else SubjectKind.COLLECTIVE
    return sorted(_ORDER, key=lambda kind: kind.subject is not first)


def _section(
    kind: RecipientKind, entries: Sequence[HonourEntry], wordings: Wordings
) -> HonourSection:
    noun = wordings.noun(kind)
    of_kind = [entry for entry in entries if entry.nominee.kind is kind]
    groups = tuple(
        HonourGroup(honour, kind, noun, _numbered(members))
        for honour, members in groupby(of_kind, key=lambda entry: entry.honour)
    )
    return HonourSection(kind, noun, wordings.post_heading(kind), groups)


def is_chosen(honour: Honour, variant: Variant, campaign: Campaign, law: LawOfDay) -> bool:
    """Whether the kind's variant is about that honour: its type, its flags, the head's power."""
    if variant.honours is not None and honour.type is not variant.honours:
        return False
    if variant.flags is not None and honour.has_flags is not variant.flags:
        return False
    return (
        variant.within_power is None
        or law.decides(campaign.agency.level, honour) is variant.within_power
    )


def _is_of_group(entry: HonourEntry, variant: Variant) -> bool:
    """Whether it stands in the decision, where the office decides more apart than titles and forms."""
    return variant.honour in {"", entry.honour.name} and variant.recipient in {
        None,
        entry.nominee.kind,
    }


def _entries(
    campaign: Campaign, rows: Sequence[tuple[Nomination | Award, Honour]]
) -> list[HonourEntry]:
    nominees = campaign.nominees_of({row.nominee for row, _honour in rows})
    entry = _Entering(
        Wordings(campaign.wordings),
        {unit.id: unit for unit in campaign.units},
        campaign.agency,
    )
    entries = [
        entry.of(nominee, honour, row)
        for row, honour in rows
        if (nominee := nominees.get(row.nominee))
    ]
    return sorted(entries, key=_order(campaign))


@dataclass(frozen=True, slots=True)
class _Entering:
    """What every entry is made with."""

    wordings: Wordings
    units: dict[str, Unit]
    agency: Agency

    def of(self, nominee: Nominee, honour: Honour, row: Nomination | Award) -> HonourEntry:
        unit = self.units.get(nominee.unit)
        return HonourEntry(
            number=0,
            nominee=nominee,
            unit=unit.name if unit else nominee.unit,
            honour=honour,
            merit=one_line(row.merit),
            caption=self.wordings.caption(nominee),
            post=post_of(nominee, unit),
            full_post=full_post(nominee, unit, self.agency),
            merit_sentence=self.wordings.merit_sentence(
                nominee, one_line(row.merit), row.merit_opening
            ),
            line_above=self.wordings.line_above(nominee, honour),
        )


def _order(campaign: Campaign) -> Callable[[HonourEntry], tuple[object, ...]]:
    units = {unit.id: number for number, unit in enumerate(campaign.units)}

    def key(entry: HonourEntry) -> tuple[object, ...]:
        nominee = entry.nominee
        place = units.get(nominee.unit, len(units))
        return (
            _ORDER.index(nominee.kind),
            entry.honour.rank,
            place,
            nominee.rank,
            sort_key(nominee.full_name),
            nominee.id,
        )

    return key


def _numbered(entries: Iterable[HonourEntry]) -> tuple[HonourEntry, ...]:
    return tuple(replace(entry, number=number) for number, entry in enumerate(entries, 1))
