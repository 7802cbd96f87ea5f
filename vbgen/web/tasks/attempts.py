"""One try at a long work: what its row in the register does not say."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class JobAttempt:
    """Whether it is the first, and what was typed for it alone."""

    is_again: bool = False  # a killed desk may have begun the work
    pin: str = field(default="", repr=False)  # kept nowhere, as the code is not
    otp: str = field(default="", repr=False)
    file: Path | None = None  # what a form brought along: it ends with the desk

    @property
    def secrets(self) -> frozenset[str]:
        """What no report may tell."""
        return frozenset({self.pin, self.otp}) - {""}


STOPPED_FROM_OUTSIDE = frozenset(
    {"issue", "resume", "designs"}
)  # between two parts; each may be cut off anywhere
STOPPABLE = STOPPED_FROM_OUTSIDE | {"sign"}  # signing tells by itself what was not signed
