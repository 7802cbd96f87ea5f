"""The registry clerk's acts on what stands in the register, each asked about first where a person has to decide."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem
from vbgen.office.acts import Answer, Request
from vbgen.office.agreeing import DoubtfulRequest, Weighed, keyed
from vbgen.office.references import CertificateChoice, find
from vbgen.office.registry.outside import Outside, enter_outside, prepare_outside
from vbgen.office.registry.registering import (
    change,
    import_past,
    prepare_import,
    void,
    void_doubts,
)
from vbgen.office.registry.right_clock import clock_doubts_at, clock_to_correct, correct_clock
from vbgen.register import Entry, Relation

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True)
class NumberVoided(Answer):
    """A number that was given up."""

    entry: Entry

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"id": self.entry.id, "code": self.entry.code}


@dataclass(frozen=True)
class VoidNumber(DoubtfulRequest[NumberVoided]):
    """A number is given up, with the reason; it stays in the register and is never given again."""

    reference: str
    why: str
    year: int | None = None

    def weighed(self, office: "Office") -> Weighed[Entry]:
        """The entry; asked about where its paper was issued."""
        desk = office.desk_to_weigh()
        entry = find(desk.register, self.reference, self.year)
        doubts = keyed([*clock_doubts_at(desk), *void_doubts(entry)])
        return Weighed(entry, entry.as_json(), doubts)

    def carry_out(self, office: "Office") -> NumberVoided:
        """Given up."""
        desk = office.desk_to_act()
        entry: Entry = self.confirmed(office).ready
        void(desk, entry, self.why)
        return NumberVoided(entry)


@dataclass(frozen=True)
class PaperChanged(Answer):
    """A paper that a later one replaces, corrects or withdraws, or some of whose certificates it does."""

    entry: Entry  # the earlier one, as it stands now
    later: Entry
    certificates: tuple[int, ...] = ()  # golden-book numbers

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "id": self.entry.id,
            "code": self.entry.code,
            "state": self.entry.state.value,
        }


@dataclass(frozen=True)
class ChangePaper(Request[PaperChanged]):
    """A later paper replaces, corrects or withdraws an earlier one, or some of its certificates."""

    earlier: str
    later: str
    relation: Relation
    why: str = ""
    certificates: CertificateChoice = field(default_factory=CertificateChoice)
    year: int | None = None  # of the earlier one

    def carry_out(self, office: "Office") -> PaperChanged:
        """The register says so from now on."""
        desk = office.desk_to_act()
        earlier = find(desk.register, self.earlier, self.year)
        later = find(desk.register, self.later)
        chosen = self.certificates.in_book(desk.register, earlier)
        change(desk, earlier, later, self.relation, self.why, chosen)
        return PaperChanged(desk.register.entry(earlier.id), later, chosen)


@dataclass(frozen=True)
class PastBookImported(Answer):
    """How many papers of an older book were written over, and the doubts that were agreed to."""

    count: int
    doubts: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"count": self.count, "doubts": [doubt.as_json() for doubt in self.doubts]}


@dataclass(frozen=True)
class ImportPastBook(DoubtfulRequest[PastBookImported]):
    """The register of past years, from Excel, written over: all of it or nothing."""

    source: Path
    agency: str  # its symbol: `SCT`
    columns: tuple[tuple[str, str], ...] = ()  # heading → field, where a column has another name

    def weighed(self, office: "Office") -> Weighed[object]:
        """The entries, read and looked through."""
        desk = office.desk_to_prepare()
        state = (self.source, self.agency, self.columns, office.state_of_file(self.source, desk))
        ready = office.remembered(
            state, lambda: prepare_import(desk, self.source, dict(self.columns), self.agency)
        )
        return Weighed(ready, {"state": state[-1]}, keyed(ready.doubts))

    def carry_out(self, office: "Office") -> PastBookImported:
        """Written over."""
        desk = office.desk_to_begin()
        ready = self.confirmed(office).ready
        return PastBookImported(import_past(desk, ready), ready.doubts)


@dataclass(frozen=True)
class OutsidePaperEntered(Answer):
    """A paper made outside, or the number held for it, as the register has it."""

    entry: Entry
    doubts: tuple[str, ...] = ()  # codes of what was agreed to

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {**self.entry.as_json(), "doubts": list(self.doubts)}


@dataclass(frozen=True)
class EnterOutsidePaper(DoubtfulRequest[OutsidePaperEntered]):
    """A paper made outside gets its place in the register; with `hold` only its number, while it is being made."""

    paper: Outside
    hold: bool = False
    why: str = ""

    def weighed(self, office: "Office") -> Weighed[object]:
        """The paper as it would be entered, with the number that it would get."""
        ready = prepare_outside(office.desk_to_prepare(), self.paper, hold=self.hold)
        facts = {"paper": asdict(ready.paper), "act": ready.act}
        return Weighed(ready, facts, keyed(ready.doubts))

    def carry_out(self, office: "Office") -> OutsidePaperEntered:
        """Entered."""
        desk = office.desk_to_begin()
        ready = self.confirmed(office).ready
        entry = enter_outside(desk, ready, self.why)
        return OutsidePaperEntered(entry, tuple(doubt.code for doubt in ready.doubts))


@dataclass(frozen=True)
class ClockStatedRight(Answer):
    """The acts that were made under a clock that ran ahead."""

    first: int
    last: int
    latest: datetime

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {"first": self.first, "last": self.last, "latest": self.latest.isoformat()}


@dataclass(frozen=True)
class StateClockRight(DoubtfulRequest[ClockStatedRight]):
    """The journal states that the clock is right now and had run ahead before."""

    why: str

    def weighed(self, office: "Office") -> Weighed[None]:
        """The question, which names the acts; ProblemsFoundError where nothing is amiss."""
        desk = office.desk_to_weigh()
        question = clock_to_correct(desk)
        return Weighed(None, {"head": desk.register.head}, keyed([question]))

    def carry_out(self, office: "Office") -> ClockStatedRight:
        """Stated."""
        desk = office.desk_to_act()
        self.confirmed(office)
        wrong = correct_clock(desk, self.why)
        return ClockStatedRight(wrong.first, wrong.last, wrong.latest)
