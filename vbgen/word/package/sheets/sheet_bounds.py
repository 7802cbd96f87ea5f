"""How much stands in a workbook's parts, counted as an XML parser reads them, however they are spelt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from typing import Any

from lxml import etree

from vbgen.word.package.bounds import SheetLimits

_CHUNK = 256 * 1024
_COUNTED = ("{*}row", "{*}si", "{*}mergeCell", "{*}hyperlink")
_CORNER = r"\$?([A-Za-z]{0,3})\$?(\d{0,7})"
_RANGE = re.compile(f"{_CORNER}:{_CORNER}")
_ALL_COLUMNS, _ALL_ROWS = 16_384, 1_048_576


class Excess(Enum):
    """What there is too much of."""

    ROWS = "rows"
    CELLS = "cells"
    ELEMENTS = "elements"
    BROKEN = "broken"  # no well-formed XML, so that nothing can be counted


class ExcessError(Exception):
    """A part beyond the bounds."""

    def __init__(self, excess: Excess) -> None:
        super().__init__(excess)
        self.excess = excess


@dataclass(slots=True)
class Count:
    """What was counted so far; rows are those of one part, cells and shared texts those of the workbook."""

    limits: SheetLimits
    cells: int = 0
    strings: int = 0
    rows: int = 0

    def add(self, content: bytes, *, rows: int = 0, cells: int = 0) -> None:
        """Count a part, with rows and cells that were taken out of it; `ExcessError` as soon as a bound is passed."""
        self.rows = rows
        self.cells += cells
        self._hold()
        for name, element in _elements(content, self.limits.loose):
            self._see(name, element)

    def join(self, part: "Count") -> None:
        """Count a part that was counted by itself; `ExcessError` as soon as a bound is passed."""
        self.rows = part.rows
        self.cells += part.cells
        self.strings += part.strings
        self._hold()

    def _see(self, name: str, element: etree._Element) -> None:
        if name == "row":
            self.rows += 1
            self.cells += len(element)
        elif name == "si":
            self.strings += 1
        else:
            self.cells += _area(str(element.get("ref", "")))
        self._hold()

    def _hold(self) -> None:
        if self.rows > self.limits.rows:
            raise ExcessError(Excess.ROWS)
        if self.cells > self.limits.cells or self.strings > self.limits.strings:
            raise ExcessError(Excess.CELLS)


def _elements(content: bytes, loose: int) -> Iterator[tuple[str, etree._Element]]:
    """Local name and element of what is counted, each emptied afterwards; nothing big grows in memory."""
    parser: Any = etree.XMLPullParser(  # its events are typed as if all kinds were asked for
        events=("end",), tag=_COUNTED, resolve_entities=False, no_network=True, huge_tree=True
    )
    pending = 0  # tags since the last counted element: each is at least one “<”, in every encoding
    try:
        for start in range(0, len(content), _CHUNK):
            chunk = content[start : start + _CHUNK]
            pending += chunk.count(b"<")
            parser.feed(chunk)
            for _event, element in parser.read_events():
                yield element.tag.rpartition("}")[2], element
                element.clear()
                pending = 0
            if pending > loose:
                raise ExcessError(Excess.ELEMENTS)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise ExcessError(Excess.BROKEN) from error


def _area(ref: str) -> int:
    """How many cells a merged or linked range spreads over; openpyxl walks through each of them."""
    match = _RANGE.fullmatch(ref.strip())
    if match is None:
        return 1
    left, top, right, bottom = match.groups()
    columns = abs(_number(right, _ALL_COLUMNS) - _number(left, 1)) + 1
    rows = abs(int(bottom or _ALL_ROWS) - int(top or 1)) + 1
    return columns * rows


def _number(letters: str, default: int) -> int:
    return (
        reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters.upper(), 0) or default
    )
