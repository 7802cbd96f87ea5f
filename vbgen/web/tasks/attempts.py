"""One try at a long work: what its row in the register does not say."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class JobAttempt:
    """Whether it is the first, and what was typed for it alone."""

    is_again: bool = False  # a killed desk may have begun the work
    secrets: tuple[str, ...] = field(default=(), repr=False)  # a PIN, a one-time code: kept nowhere
    file: Path | None = None  # what a form brought along: it ends with the desk


STOPPED_FROM_OUTSIDE = frozenset(
    {"issue", "resume", "designs"}
)  # between two parts; each may be cut off anywhere
STOPPABLE = STOPPED_FROM_OUTSIDE | {"sign"}  # signing tells by itself what was not signed
