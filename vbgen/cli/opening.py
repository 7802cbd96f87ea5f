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

    return Office.look(place, surroundings(tell=tell))


def working(place: Path, tell: "Callable[[Progress], object] | None" = None) -> "Office":
    """The office of that place, opened for acts that write files and leave its register alone."""
    from vbgen.office import Office

    return Office.act(place, surroundings(tell=tell))


def surroundings(
    who: str = "", tell: "Callable[[Progress], object] | None" = None
) -> "Surroundings":
    """What this command line brings along; who acts is named where the register's journal is written."""
    from vbgen.office import Surroundings

    told = {"tell": tell} if tell else {}
    return Surroundings(os.environ, who, now, **told)
