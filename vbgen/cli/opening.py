"""The office opened for one command, with what this command line brings along."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbgen.office import Office, Progress


def now() -> datetime:
    """The time, with this machine's offset."""
    return datetime.now().astimezone()


def looking(place: Path, tell: "Callable[[Progress], object] | None" = None) -> "Office":
    """The office of that place, opened for what leaves its register alone; nobody acts."""
    from vbgen.office import Office, Surroundings

    told = {"tell": tell} if tell else {}
    return Office.look(place, Surroundings(os.environ, "", now, **told))
