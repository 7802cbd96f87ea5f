"""How far work has come that goes paper by paper, told the same way as big runs tell of themselves."""

from dataclasses import dataclass
from enum import Enum

from vbgen.pages.runs.progress import Progress


class PaperStage(Enum):
    """What is being done to each paper."""

    DRAFTING = "drafting"
    CONVERTING = "converting"
    PRINTING = "printing"


@dataclass(frozen=True, slots=True)
class PaperProgress(Progress):
    """Papers done of all, at one stage."""

    stage: PaperStage
    said: tuple[str, ...] = ()  # what a person should hear of now: the printer's troubles

    @classmethod
    def of(
        cls, stage: PaperStage, done: int, total: int, said: tuple[str, ...] = ()
    ) -> "PaperProgress":
        """So many papers done, of which no time is taken."""
        return cls(done, total, done, 0.0, stage, said)
