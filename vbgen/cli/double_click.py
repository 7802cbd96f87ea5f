"""`vbgen-desk`: the desk of a workspace without a terminal, for a shortcut; on Windows it was never run."""

import os
import sys
from pathlib import Path

from vbgen.cli.face import run


def run_desk() -> None:
    """The same as `vbgen serve`, in a program that may have no terminal to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # what Windows gives to programs without a window of text
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as we run
    run(["serve", *sys.argv[1:]])
