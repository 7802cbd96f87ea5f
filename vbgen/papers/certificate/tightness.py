"""How near a certificate comes to not fitting: what a clerk looks at before the paper is printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Tightness:
    """The tightest field of a certificate; `share` is 0 with room to spare, 1 at the floor, more when it overflows."""

    share: float
    field: str = ""  # its title
    size_pt: float = 0.0
    lines: int = 0
    room_mm: float = 0.0  # beside its widest line
