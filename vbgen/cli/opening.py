"""The office opened for one command, with what this command line brings along."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbgen.office import Office, Progress, Surroundings


def now() -> datetime:
    """The time, with this machine's offset."""
    return datetime.now().astimezone()


def looking(place: Path, tell: "Callable[[Progress], object] | None" = None) -> "Office":
    """The office of that place, opened for looking."""
    from vbgen.office import Office

    return Office.look(place, _around(tell))


def working(place: Path, tell: "Callable[[Progress], object] | None" = None) -> "Office":
    """The office of that place, opened for acts that write files and leave its register alone."""
    from vbgen.office import Office

    return Office.act(place, _around(tell))


def _around(tell: "Callable[[Progress], object] | None") -> "Surroundings":
    """Nobody is named: what goes into the register's journal is opened with the person's name."""
    from vbgen.office import Surroundings

    told = {"tell": tell} if tell else {}
    return Surroundings(os.environ, "", now, **told)
