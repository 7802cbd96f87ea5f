"""The certificates of one decision, as the acts of the journal leave them in the golden book."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from vbgen.register.entries import State

Key = tuple[str, str, int]  # agency, series, year


@dataclass(slots=True)
class Block:
    """Certificates of one decision in the golden book: consecutive numbers from `first`."""

    key: Key
    first: int
    honoured: str  # digest over the rows
    count: int | None = None  # not told by version 0.1
    opens: bool | None = (
        None  # `first` is where the office said that the book begins; not told by version 0.1
    )
    numbers: tuple[int, ...] = ()  # of a book of the past that leaves some out
    state: State = State.RESERVED
    ended_by: str | None = None
    apart: dict[int, tuple[State, str | None]] = field(
        default_factory=dict
    )  # those that changed one by one

    @classmethod
    def told(cls, golden: Mapping[str, Any]) -> Self:
        """As an act tells of it."""
        return cls(
            (str(golden["agency"]), str(golden["series"]), int(golden["year"])),
            int(golden["first"]),
            str(golden["honoured"]),
            golden.get("count"),
            golden.get("opens"),
            tuple(int(number) for number in golden.get("numbers") or ()),
        )

    def of(self, number: int) -> tuple[State, str | None]:
        """State and ending document of one certificate."""
        return self.apart.get(number, (self.state, self.ended_by))

    def at(self, place: int) -> int:
        """The number of the certificate at that place, from 0."""
        return self.numbers[place] if place < len(self.numbers) else self.first + place

    def given(self, count: int) -> tuple[int, ...]:
        """The numbers of so many certificates."""
        return tuple(self.at(place) for place in range(self.count or count))

    def become(self, state: State, ended_by: str | None) -> None:
        """All certificates change."""
        self.state, self.ended_by = state, ended_by
        self.apart.clear()

    def give_up(self) -> None:
        """The number of the decision is given up; who ended a certificate before stays known."""
        self.state = State.VOID
        self.apart = {number: (State.VOID, by) for number, (_state, by) in self.apart.items()}
