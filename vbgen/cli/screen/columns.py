"""Rows of text in columns: quick for ten thousand rows, no cell cut off."""

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

_GAP = "  "
_MARKS = re.compile("[\u0300-\u036f]")  # marks of a letter written apart from it
_NOT_A_TERMINAL = 110  # letters in a line


@dataclass(frozen=True, slots=True)
class ScreenColumn:
    """One column: as wide as its text, but at most `most`; or a share of what the others leave."""

    title: str
    most: int = 0
    share: int = 0


def lines(columns: Sequence[ScreenColumn], rows: Sequence[Sequence[str]]) -> list[str]:
    """The heading and the rows, each cell within its column, long ones on several lines."""
    titles = tuple(column.title for column in columns)
    widths = _widths(columns, [titles, *rows])
    return [line for row in (titles, *rows) for line in _row(row, widths)]


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [_wrapped(text, width) for text, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (
            part + " " * (width - _length(part)) for part, width in zip(parts, widths, strict=True)
        )
        yield _GAP.join(padded).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    if len(text) <= width and "\n" not in text:
        return [text]
    words = text.split()
    if any(len(word) > width for word in words):
        return textwrap.wrap(text, width, break_on_hyphens=False)
    return list(_filled(" ".join(words), width))


def _filled(text: str, width: int) -> Iterator[str]:
    """Lines with as many words as go into the width; no word is longer."""
    while len(text) > width:
        end = text.rindex(" ", 0, width + 1)
        yield text[:end]
        text = text[end + 1 :]
    yield text


def _length(text: str) -> int:
    """Places that the text takes: marks that stand over a letter take none."""
    return len(text) - len(_MARKS.findall(text))


def _widths(columns: Sequence[ScreenColumn], rows: Sequence[Sequence[str]]) -> list[int]:
    fixed = [
        min(column.most, max(_length(row[place]) for row in rows)) if column.most else 0
        for place, column in enumerate(columns)
    ]
    left = _screen() - sum(fixed) - len(_GAP) * (len(columns) - 1)
    shares = sum(column.share for column in columns) or 1
    return [
        width or max(len(column.title), 10, left * column.share // shares)
        for width, column in zip(fixed, columns, strict=True)
    ]


def _screen() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _NOT_A_TERMINAL
