"""Rows of a heading as others type them: upper titles over several columns, numbers of columns below."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vbgen.intake.sources.values import SeenRow

_NUMBERING = re.compile(r"\(?\s*(?:\d{1,2}|[A-HIVX])\s*[).]?")


def spread_titles(rows: Sequence[SeenRow]) -> Sequence[SeenRow]:
    """The rows of a heading with upper titles spread over the lower ones beside theirs, where no upper one stands."""
    if len(rows) < 2:  # noqa: PLR2004 - a lower row
        return rows
    top, low, *rest = rows
    cells = dict(top.cells)
    for number in sorted(low.own):
        left = cells.get(number - 1)
        if number not in cells and left is not None and number - 1 in low.own:
            cells[number] = replace(left, is_beside=True)
    return (replace(top, cells=cells), low, *rest)


def is_numbering(row: SeenRow) -> bool:
    """`(1) (2) (3)`, `1 2 3`, `A B 1 2`: numbers of columns under a heading."""
    texts = [cell.text.strip() for cell in row.own.values()]
    if len(texts) < _FEWEST_NUMBERS or not all(map(_NUMBERING.fullmatch, texts)):
        return False
    figures = [text.strip("(). ") for text in texts]
    numbers = [int(each) for each in figures if each.isdigit()]
    return _is_lettered(figures) and _count_up(numbers)


def _is_lettered(figures: Sequence[str]) -> bool:
    """`A`, `B`, `C` before the numbers, or two columns with letters of their own."""
    letters = "".join(each for each in figures if not each.isdigit())
    return len(letters) <= _MOST_LETTERS or letters in _LETTERED


def _count_up(numbers: Sequence[int]) -> bool:
    if not numbers or numbers[0] > 1:
        return False
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


_MOST_LETTERS = 2  # columns that are lettered otherwise than from A on
_LETTERED = tuple("ABCDEFGH"[:count] for count in range(3, 9))
_FEWEST_NUMBERS = 3
