"""Places in a paper's values that wait for its number: the values are stored before the number is taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from vbgen.model.dossier import padded

PAPER = "paper"  # the slot of the paper's own number; a certificate's place in the golden book is its place in print
BARE = "bare-"  # before the place of a number that is written without a zero before it
_MARK = re.compile("\ufdd0(paper|(?:bare-)?[0-9]+)\ufdd1")  # Unicode gives these signs to no text
_STANDS_FOR = 7_391_052_846_170_000  # what a slot is worth as a number: nothing should ever show it
_LEAKED = re.compile(r"[.,\s\u00a0]?".join("739105284617"))

Slot = str | int


class NumberSlot(int):
    """A number that is not known yet: where it is written out, it leaves a mark."""

    slot: Slot

    def __new__(cls, slot: Slot) -> Self:
        """The number for that slot."""
        made = super().__new__(cls, _STANDS_FOR + (slot if isinstance(slot, int) else 0))
        made.slot = slot
        return made

    def __str__(self) -> str:
        return f"\ufdd0{self.slot}\ufdd1"

    def __format__(self, how: str) -> str:
        return f"\ufdd0{BARE}{self.slot}\ufdd1" if how == "d" else str(self)


@dataclass(frozen=True, slots=True)
class Filling:
    """The numbers that fill the slots."""

    number: int
    golden_numbers: Sequence[int] = ()
    suffix: str = ""  # of an inserted number

    def of(self, slot: Slot) -> int:
        """The number of a slot."""
        place = slot.removeprefix(BARE) if isinstance(slot, str) else slot
        return self.number if place == PAPER else self.golden_numbers[int(place)]

    def text(self, slot: Slot) -> str:
        """The number of a slot as papers write it."""
        if isinstance(slot, str) and slot.startswith(BARE):
            return str(self.of(slot))
        return f"{padded(self.of(slot))}{self.suffix if slot == PAPER else ''}"


def split_at_slots(text: str) -> list[str | dict[str, Slot]] | None:
    """The pieces of a text between its slots, each slot as `{"slot": …}`; None for a text without any."""
    if "\ufdd0" not in text:
        return None
    pieces = _MARK.split(text)
    found = [_slot(piece) if place % 2 else piece for place, piece in enumerate(pieces)]
    return [piece for piece in found if piece != ""]


def refuse_leaks(text: str) -> None:
    """ValueError where a value reckons with a number that is not known yet, instead of writing it out."""
    if found := _LEAKED.search(text):
        raise ValueError(
            f"a value reckons with the paper's number: …{text[max(found.start() - 60, 0) : found.end()]}"
        )


def _slot(word: str) -> dict[str, Slot]:
    return {"slot": int(word) if word.isdigit() else word}
