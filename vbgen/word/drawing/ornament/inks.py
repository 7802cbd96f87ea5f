"""The colours of a drawn border."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inks:
    """RRGGBB each; `pale` is so light that black text over it stays easy to read."""

    main: str
    second: str
    pale: str = "F3F3F3"
