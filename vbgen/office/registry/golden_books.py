"""The golden books of past years, written over, so that later papers and checks know who was honoured before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Problem, Severity
from vbgen.law.honour import UnknownHonourError
from vbgen.law.rulebook import Rulebook
from vbgen.messages import _
from vbgen.office.acts import Answer
from vbgen.office.agreeing import DoubtfulRequest, Weighed, keyed
from vbgen.office.issuing.desk import Desk
from vbgen.register.entering.golden_past import GoldenImported
from vbgen.register.entering.golden_rows import GoldenRow
from vbgen.register.entering.golden_sheets import read_golden
from vbgen.register.entering.past import PastBook
from vbgen.word.package.workbook import read_package, without_drawings

if TYPE_CHECKING:
    from vbgen.office.office import Office


@dataclass(frozen=True, slots=True)
class ReadyGoldenBook:
    """A golden book that can be written over, and what a person should decide first."""

    rows: tuple[GoldenRow, ...]
    of_register: tuple[Problem, ...]  # doubts that the register has
    unknown: tuple[Problem, ...]  # honours that the law does not know

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """All of them."""
        return (*self.of_register, *self.unknown)


@dataclass(frozen=True)
class GoldenBookImported(Answer):
    """How many certificates were written over, how many decisions with them, and the doubts that were agreed to."""

    certificates: int
    decisions: int
    doubts: tuple[Problem, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values."""
        return {
            "certificates": self.certificates,
            "decisions": self.decisions,
            "doubts": [doubt.as_json() for doubt in self.doubts],
        }


@dataclass(frozen=True)
class ImportGoldenBook(DoubtfulRequest[GoldenBookImported]):
    """The golden book of past years, from Excel, written over: all of it or nothing."""

    source: Path
    agency: str  # its symbol: `SCT`
    columns: tuple[tuple[str, str], ...] = ()  # heading → field, where a column has another name

    def weighed(self, office: "Office") -> Weighed[ReadyGoldenBook]:
        """The certificates, read and held against the register and the law."""
        desk, rules = office.desk_to_prepare(), office.own_workspace.rules()
        state = (self.source, self.agency, self.columns, office.state_of_file(self.source, desk))
        columns = dict(self.columns)
        ready = office.remembered(
            ("golden", *state), lambda: _ready(desk, self.source, columns, self.agency, rules)
        )
        return Weighed(ready, {"state": state[-1]}, keyed(ready.doubts))

    def carry_out(self, office: "Office") -> GoldenBookImported:
        """Written over."""
        desk = office.desk_to_begin()
        ready: ReadyGoldenBook = self.confirmed(office).ready
        done = _written(desk, ready, self.source.name, self.agency)
        return GoldenBookImported(done.certificates, done.decisions, ready.doubts)


def _ready(
    desk: Desk, path: Path, columns: Mapping[str, str], agency: str, rules: Rulebook
) -> ReadyGoldenBook:
    data = without_drawings(read_package(path, path.name))
    rows = tuple(_named(row, rules) for row in read_golden(data, path.name, columns))
    looked = desk.register.golden_looked(rows, agency, desk.numbering)
    return ReadyGoldenBook(rows, looked.doubts, tuple(_unknown(rows, rules)))


def _written(desk: Desk, ready: ReadyGoldenBook, source: str, agency: str) -> GoldenImported:
    desk.enter_archive()
    agreed = [doubt.message for doubt in ready.of_register]
    book = PastBook(agency, desk.numbering, desk.stamp(), source, desk.archive.put, agreed)
    done = desk.register.import_golden(ready.rows, book)
    desk.mirror()
    return done


def _named(row: GoldenRow, rules: Rulebook) -> GoldenRow:
    """The row, its honour under the name that the law of its decision's day has for it."""
    try:
        name = rules.on(row.decision.day).honour(row.honoured.award).name
    except UnknownHonourError:
        return row
    return replace(row, honoured=replace(row.honoured, award=name))


def _unknown(rows: Sequence[GoldenRow], rules: Rulebook) -> Iterator[Problem]:
    """Honours that no rule knows, each once: they count for nobody."""
    seen: set[str] = set()
    for row in rows:
        award = row.honoured.award
        if award in seen:
            continue
        seen.add(award)
        try:
            rules.on(row.decision.day).honour(award)
        except UnknownHonourError:
            message = _(
                "“{award}” không phải là danh hiệu, hình thức khen thưởng mà chương trình biết; "
                "vẫn ghi vào sổ nhưng không tính khi xét điều kiện.",
                award=award,
            )
            yield Problem("golden-unknown-honour", message, row.place, Severity.WARNING)
