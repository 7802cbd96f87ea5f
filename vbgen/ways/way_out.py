"""What every way out is."""

from dataclasses import asdict, dataclass
from re import sub


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing that a person can do next; the fields hold what a face needs to offer it."""

    def as_json(self) -> dict[str, object]:
        """Plain values for programs: `{"way": "choose-phase", "numbers": [1, 2]}`."""
        return {"way": sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower(), **asdict(self)}
