"""Printed lines held against each other: rows, torn rows, rows that lie on each other or reach beyond the sheet."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from vbgen.pages.pdf.layout import WIDE_GAP_EM, PrintedLine, gap_em

_SEVERAL: Final = 2  # wide gaps of a torn row
_EVEN_EM: Final = 0.3
_OVERLAP: Final = 0.4  # of the lower height of two rows
_EDGE_PT: Final = 1.0


def squeezed(text: str) -> str:
    """The text without blanks and capitals, in composed letters: alike however a page prints it."""
    return "".join(normalize("NFC", text).casefold().split())


def spans(wanted: str, lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Rows one after the other that together say just those words; rows beside each other count as one."""
    for start, first in enumerate(lines):
        if wanted.startswith(squeezed(first.text)):
            span = _span_from(wanted, lines, start)
            if span:
                yield span


def _span_from(wanted: str, lines: Sequence[PrintedLine], start: int) -> list[PrintedLine]:
    said, span = "", list[PrintedLine]()
    for line in lines[start:]:
        said += squeezed(line.text)
        if not wanted.startswith(said):
            return []
        if not span or not is_beside(span[-1], line):
            span.append(line)
        if said == wanted:
            return span
    return []


def is_beside(one: PrintedLine, other: PrintedLine) -> bool:
    """Whether both stand in one row."""
    middle = (other.box[1] + other.box[3]) / 2
    return one.page == other.page and one.box[1] < middle < one.box[3]


def rows(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Pieces that follow each other from left to right in one row."""
    row: list[PrintedLine] = []
    for line in lines:
        if row and not (is_beside(row[-1], line) and line.box[0] > row[-1].box[2]):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def is_torn(row: Sequence[PrintedLine]) -> bool:
    """Whether the row's words stand far apart, evenly: they were stretched to the margin."""
    inner = [gap for line in row for gap in line.gaps_em]
    between = [gap_em(one.box, two.box, one.height) for one, two in pairwise(row)]
    wide = [gap for gap in (*inner, *between) if gap > WIDE_GAP_EM]
    return len(wide) >= _SEVERAL and max(wide) - min(wide) < _EVEN_EM


def overlap(one: PrintedLine, other: PrintedLine) -> bool:
    """Whether they lie on each other."""
    if one.page != other.page:
        return False
    across = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    down = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return across > 1 and down > _OVERLAP * min(one.height, other.height)


def is_outside(line: PrintedLine, size: tuple[float, float]) -> bool:
    """Whether the line reaches beyond a sheet of that width and height."""
    left, top, right, bottom = line.box
    beside = left < -_EDGE_PT or right > size[0] + _EDGE_PT
    return beside or top < -_EDGE_PT or bottom > size[1] + _EDGE_PT
