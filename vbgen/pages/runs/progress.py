"""How far a run has come, how fast it goes, and how long it will take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows done of all, and the seconds that those made in this run took."""

    done: int
    total: int
    made: int  # of those done, the ones made in this run
    seconds: float

    @property
    def per_second(self) -> float:
        """Rows a second of this run; 0 before the first."""
        return self.made / self.seconds if self.made and self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Until the end at this rate; None before there is one."""
        return (self.total - self.done) / self.per_second if self.per_second else None

    def as_event(self) -> dict[str, object]:
        """One line of `--json` events."""
        left = self.seconds_left
        return {
            "event": "progress",
            "done": self.done,
            "total": self.total,
            "per_second": round(self.per_second, 1),
            "seconds_left": None if left is None else round(left, 1),
        }
