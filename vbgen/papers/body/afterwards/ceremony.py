"""The programme of a ceremony, and the names to call: in print order, so many a turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbgen.model.afterwards.ceremony import Ceremony, CeremonyStep
from vbgen.papers.body.honour_entry import HonourEntry
from vbgen.words.dates import clock, long_date
from vbgen.words.numbers import two_digits


@dataclass(frozen=True, slots=True)
class CalledName:
    """One name to call: its place in print order, and its number in the golden book."""

    number: int
    entry: HonourEntry
    golden_number: str  # empty before the decision is issued


@dataclass(frozen=True, slots=True)
class CallingTurn:
    """Those who come on stage together."""

    number: int
    names: tuple[CalledName, ...]

    @property
    def title(self) -> str:
        """`Lượt 1 (10 người, tập thể)`."""
        return f"Lượt {self.number} ({two_digits(len(self.names))} giấy)"


@dataclass(frozen=True, slots=True)
class Programme:
    """What the programme says."""

    ceremony: Ceremony
    steps: tuple[CeremonyStep, ...]
    decisions: tuple[str, ...]  # `Quyết định số 05/QĐ-SCT ngày …`
    turns: tuple[CallingTurn, ...]

    @property
    def when(self) -> str:
        """`08 giờ 00, ngày 20 tháng 7 năm 2022`."""
        start = self.ceremony.start
        return f"{clock(start.time())}, {long_date(start.date())}"

    @property
    def count(self) -> int:
        """How many names are called."""
        return sum(len(turn.names) for turn in self.turns)


def calling_turns(
    entries: Sequence[HonourEntry], golden: dict[tuple[str, str], str], on_stage: int
) -> Iterator[CallingTurn]:
    """The names in print order, cut into turns; `golden` numbers by nominee and honour."""
    called = [
        CalledName(number, entry, golden.get((entry.nominee.id, entry.honour.name), ""))
        for number, entry in enumerate(entries, 1)
    ]
    for number, names in enumerate(_pieces(called, on_stage), 1):
        yield CallingTurn(number, names)


def _pieces(names: Sequence[CalledName], size: int) -> Iterator[tuple[CalledName, ...]]:
    for start in range(0, len(names), size):
        yield tuple(names[start : start + size])
