"""Whose certificate a scan shows: the name on it beside those whom the same decision honours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from vbgen.pages.pdf.layout import PrintedLayout
from vbgen.words.names import fold

_LEAST: Final = 0.75  # of the letters: what is less like the name was not read as one
_NOTHING: Final = 0.0
_SURE: Final = 0.9  # another's name stands there
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class IssuedNames:
    """Who stands on the certificate that was issued, and who on the others of its decision."""

    name: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameReading:
    """How well the name was found on the scan, and another's that was found better."""

    name: str
    likeness: float  # of its letters, 0 to 1
    better: str = ""  # empty where none is

    @property
    def is_unread(self) -> bool:
        """Whether nothing like it stands there."""
        return self.likeness < _LEAST


def read_name(scan: PrintedLayout, honoured: IssuedNames) -> NameReading:
    """The name looked for on every line of the scan, and on up to three that follow one another."""
    lines = list(_lines(scan))
    own = _likeness(honoured.name, lines, _NOTHING)
    better = [each for each in honoured.others if _likeness(each, lines, _SURE) > max(own, _SURE)]
    return NameReading(honoured.name, own, _uppermost(better, scan))


def _uppermost(names: Sequence[str], scan: PrintedLayout) -> str:
    """The one that is spelt so first, for below a person stands a unit that may be honoured too."""
    text = fold("\n".join(line.text for line in scan.lines))
    spelt = [name for name in names if fold(name) in text]
    return min(spelt or names, key=lambda name: text.find(fold(name)), default="")


def _lines(scan: PrintedLayout) -> Iterator[list[str]]:
    single = [_WORD.findall(fold(line.text)) for line in scan.lines]
    yield from single
    two = [one + other for one, other in pairwise(single)]
    yield from two
    yield from (lines + third for lines, third in zip(two, single[2:], strict=False))


def _likeness(name: str, lines: Sequence[list[str]], least: float) -> float:
    """Of the words that stand beside one another and are most like the name; what is below `least` is not measured."""
    wanted = _WORD.findall(fold(name))
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(wanted))
    best = 0.0
    for words in _windows(lines, len(wanted)):
        matcher.set_seq1(words)
        if matcher.quick_ratio() > max(best, least):
            best = max(best, matcher.ratio())
    return best


def _windows(lines: Sequence[list[str]], length: int) -> set[str]:
    """As many words as the name has, or one more or fewer: readers join and part them."""
    return {
        " ".join(line[at : at + size])
        for line in lines
        for size in (length - 1, length, length + 1)
        for at in range(max(1, len(line) - size + 1))
    }
