"""What comes of a register that is not there."""

from enum import Enum, auto


class Absence(Enum):
    """What an act does where there is no register."""

    TOLD = auto()  # nothing: it is an act on what was registered before
    MADE = auto()  # the first act that writes makes one, unless the office has one elsewhere
    REBUILT = auto()  # what the archive knows makes it anew
