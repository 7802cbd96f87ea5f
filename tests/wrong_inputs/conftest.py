"""The neighbours' makers of files and their runner of commands are at hand when these tests run alone, too."""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path += [
    str(TESTS / name) for name in ("cli", "campaign", "word") if str(TESTS / name) not in sys.path
]
