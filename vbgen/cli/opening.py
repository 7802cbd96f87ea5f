"""The office opened for one command, with what this command line brings along."""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbgen.office import Office, Progress, Surroundings


def now() -> datetime:
    """The time, with this machine's offset."""
    return datetime.now().astimezone()


def around(
    who: str | None = None, tell: "Callable[[Progress], object] | None" = None
) -> "Surroundings":
    """What this command line brings along, with the name of who acts, for the journal."""
    from vbgen.office import Surroundings, account_name

    name = who or os.environ.get("VBGEN_BY") or account_name()
    made = Surroundings(os.environ, name, now)
    return replace(made, tell=tell) if tell else made


def looking(place: Path, tell: "Callable[[Progress], object] | None" = None) -> "Office":
    """The office of that place, opened for looking."""
    from vbgen.office import Office

    return Office.look(place, around(tell=tell))


def acting(
    place: Path, who: str | None = None, tell: "Callable[[Progress], object] | None" = None
) -> "Office":
    """The office of that place, opened for acting."""
    from vbgen.office import Office

    return Office.act(place, around(who, tell))
