"""One doubt about a name, and its kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_SHOWN = 90  # letters of a name that a message quotes


class NameDoubtKind(StrEnum):
    """What is doubtful about a name; the values are codes of problems."""

    PLACEHOLDER = "name-placeholder"
    FORMULA = "name-formula"
    NUMBER = "name-number"
    TITLE = "name-title"
    TWO = "name-two-people"
    MARKS = "name-marks"
    SHORT = "name-too-short"
    LONG = "name-too-long"
    CASE = "name-case"
    GLUED = "name-words-glued"
    TONES = "name-two-tones"
    UNMARKED = "name-without-marks"
    SLIP = "name-slip"
    SCRIPT = "name-other-script"


@dataclass(frozen=True, slots=True)
class NameDoubt:
    """One doubt, said in a sentence; `proposed` is the name as it may have been meant."""

    kind: NameDoubtKind
    sentence: str
    proposed: str = ""


Look = Callable[[str], NameDoubt | None]


def cut(text: str) -> str:
    """The text for a message: one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
