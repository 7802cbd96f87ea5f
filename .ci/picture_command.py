"""What the scripts of the guide's pictures share: offices of the tests at hand, and commands that must be done."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))


def vbgen(*words: object) -> None:
    """A command, run here; whatever it ends with but 0 ends the script too."""
    from vbgen.cli import run

    try:
        run([*map(str, words)])
    except SystemExit as end:
        if end.code:
            raise
