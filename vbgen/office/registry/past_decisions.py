"""What the office's own register and archive know: who was honoured by which decision, and what a proposal said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vbgen.archive import Archive
from vbgen.law.history import PastHonour
from vbgen.law.honour import UnknownHonourError
from vbgen.law.honour_type import HonourType
from vbgen.law.rulebook import LawOfDay, Rulebook
from vbgen.model.afterwards.known import KnownPapers
from vbgen.model.campaign import Campaign
from vbgen.office.issuing.wishes.deciders import decider_of
from vbgen.office.issuing.wishes.known_papers import kept_campaign, known_of
from vbgen.papers.deciding import AMENDING, DECISION, TITLES
from vbgen.register import Entry, GoldenEntry, Register
from vbgen.register.entries import IN_FORCE, Filter
from vbgen.words.person.address import addressed

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
PROPOSAL = "nomination-list"


@dataclass(frozen=True, slots=True)
class PastDecisions:
    """The issued papers of every campaign; `campaign` is the one under examination."""

    register: Register
    archive: Archive
    campaign: str
    rules: Rulebook  # the office's: its own honours are known by them

    def past_honours(self) -> Iterator[PastHonour]:
        """Who was honoured by the decisions of other campaigns that are in force, from the data kept with each.

        A decision whose data the archive does not give back is read from the golden book.
        """
        for entry in self.register.entries(Filter(kind=DECISION, states=IN_FORCE)):
            if entry.campaign != self.campaign:
                data = kept_campaign(self.register, self.archive, entry.id)
                yield from self._given(entry, data) if data else self._in_golden_book(entry)
        for entry in self.register.entries(Filter(kind=AMENDING, states=IN_FORCE)):
            if entry.campaign != self.campaign:
                yield from self._in_golden_book(entry)
        yield from self._of_older_books()

    def _of_older_books(self) -> Iterator[PastHonour]:
        """What golden books of the past say of decisions that vbgen did not make."""
        copied = Filter(states=IN_FORCE, elsewhere=True)
        entries = {each.id: each for each in self.register.entries(copied) if each.is_copied}
        for row in self.register.golden_book():
            if row.document in entries and row.state in IN_FORCE:
                entry = entries[row.document]
                name, year = _bare_name(row.name), _year_of(row)
                yield _past(entry, year, row.award, row.nominee, name, row.unit)

    def known(self, campaign: Campaign) -> KnownPapers:
        """The issued papers that the campaign's papers may name."""
        return known_of(self.register, campaign, self.campaign, self.archive)

    def as_proposed(self) -> Campaign | None:
        """The data from which the campaign's latest nomination list was issued; None where there is none."""
        lists = self.register.entries(Filter(kind=PROPOSAL, states=IN_FORCE))
        own = [entry for entry in lists if entry.campaign == self.campaign]
        if not own:
            return None
        latest = max(own, key=lambda entry: (entry.day, entry.number))
        return kept_campaign(self.register, self.archive, latest.id)

    def _given(self, entry: Entry, data: Campaign) -> Iterator[PastHonour]:
        booked = {
            (row.nominee, row.award): row.state
            for row in self.register.golden_book(document=entry.id)
        }
        names = {nominee.id: nominee.full_name for nominee in data.nominees}
        law, maker = self.rules.on(entry.day), decider_of(entry, data)
        for award in data.awards:
            state = booked.get((award.nominee, _proper(award.award, law)))
            stands = state in IN_FORCE if state else _belongs(award.award, entry, law)
            if (
                award.phase == entry.phase and stands
            ):  # one certificate of a decision may be taken back for itself
                past = _past(
                    entry,
                    data.movement.year or entry.day.year,
                    award.award,
                    award.nominee,
                    names.get(award.nominee, ""),
                )
                yield replace(past, decided_by=maker)

    def _in_golden_book(self, entry: Entry) -> Iterator[PastHonour]:
        for row in self.register.golden_book(document=entry.id):
            if row.state in IN_FORCE:
                yield _past(entry, _year_of(row), row.award, row.nominee, "")


def _proper(award: str, law: LawOfDay) -> str:
    """The name under which the golden book has it; as it is written where the office's rules no longer know it."""
    try:
        return law.honour(award).name
    except UnknownHonourError:
        return award


def _belongs(award: str, entry: Entry, law: LawOfDay) -> bool:
    """Whether an award of the phase was given by that decision: titles and commendation forms are decided apart.

    What the office's rules no longer know was no title. What was decided further apart is known by the golden book.
    """
    try:
        is_title = law.honour(award).type is HonourType.TITLE
    except UnknownHonourError:
        is_title = False
    return entry.variant == (TITLES if is_title else "")


def _year_of(row: GoldenEntry) -> int:
    """The year that was honoured: the last that the merit names, else the decision's."""
    return max(map(int, _YEAR.findall(row.merit)), default=row.day.year)


def _bare_name(written: str) -> str:
    """`Ông Giàng A Páo` as the campaign's data write the name."""
    found = addressed(written)
    return found.name if found else written


def _past(
    entry: Entry, year: int, award: str, nominee: str, full_name: str, unit: str = ""
) -> PastHonour:
    return PastHonour(
        year,
        award,
        nominee,
        full_name,
        unit=unit,
        decision_number=entry.code,
        decision_date=entry.day,
        decided_by=entry.issuer,
    )
