"""Rows of a table that hold no data: totals, groups, signatures, notes, numbers of columns, headings once more.

A row that says all that its table requires is data, whatever it looks like; what may be a person is never dropped.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from vbgen.campaign.everyday import row_words

_DAY = re.compile(r"(?:^|,\s*)ngày\b.{0,12}\btháng\b.{0,12}\bnăm\b", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(\d{1,2})\)?")
_ADDRESS = re.compile(r"(?:ông|bà|anh|chị|em|cô|thầy|đ/c|đồng chí)\b", re.IGNORECASE)
_LEADING = re.compile(r"^[\W\d]*(?:[IVXLC]+\s*[.)/:\-–]\s*|[A-Z]\s*[.)/]\s*|[\d.]+\s*[.)]\s*)?")
_MOST_SIGNED = 3  # cells of a row of signatures
_LEAST_NUMBERS = 3


class NoData(Enum):
    """What such a row is; the value is the code of what is said of it."""

    TOTAL = "total-row"
    GROUP = "group-row"
    SIGNATURE = "signature-rows"
    NOTE = "note-row"
    NUMBERS = "numbering-row"
    HEADING = "heading-again"
    INCOMPLETE = "row-incomplete"  # what it is cannot be told: a question, never dropped


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row looks."""

    cells: Mapping[int, str]  # every filled cell by its column
    lacking: frozenset[str]  # required fields that it does not fill
    headed: bool = False  # it says what the heading says
    is_merged: bool = False  # a cell is merged over others of the row
    is_named: bool = False  # it fills the column of names
    filled: int = 0  # required fields that it fills
    has_key: bool = False
    follows_heading: bool = False
    under_signatures: bool = False  # it fills only columns in which signatures began

    @property
    def first(self) -> str:
        """What its first filled cell says."""
        return next(iter(self.cells.values()), "")

    @property
    def is_alone(self) -> bool:
        """Whether it fills one cell only."""
        return len(self.cells) == 1


def kind_of_row(seen: RowLook) -> NoData | None:
    """What the row is, if it is no data."""
    if seen.headed:
        return NoData.HEADING
    if seen.follows_heading and _numbers_columns(seen):
        return NoData.NUMBERS
    if not seen.lacking:
        return None
    return next((kind for kind, holds in _ORDER if holds(seen)), None)


def _numbers_columns(seen: RowLook) -> bool:
    """`(1) (2) (3)` or `1 2 3 …` from left to right."""
    found = [_NUMBER.fullmatch(text) for text in seen.cells.values()]
    numbers = [int(each[1]) for each in found if each]
    return (
        len(numbers) == len(found) >= _LEAST_NUMBERS
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] <= 1
    )


def _is_total(seen: RowLook) -> bool:
    """`Tổng cộng`, `Tổng số: 35`, `Cộng các tập thể`, with nothing but figures beside it."""
    text = seen.first.casefold()
    word = next((each for each in row_words().totals if _begins(text, each)), "")
    if not word or any(not each[0].isdigit() for each in list(seen.cells.values())[1:]):
        return False
    return _counts(text[len(word) :].strip())


def _counts(rest: str) -> bool:
    """Whether what follows the word is a figure or says of whom, and is no name."""
    return not rest[:1].isalpha() or any(_begins(rest, group) for group in row_words().groups)


def _is_signature(seen: RowLook) -> bool:
    if len(seen.cells) > _MOST_SIGNED or seen.filled > 1:
        return False
    return all(map(_is_signed, seen.cells.values())) or (seen.under_signatures and not seen.has_key)


def _is_signed(text: str) -> bool:
    bare = text.casefold().strip("( ")
    return any(_begins(bare, word) for word in row_words().signatures) or bool(_DAY.search(text))


def _is_group(seen: RowLook) -> bool:
    """A name of a group; in the column of names a group is told from a collective only by its very words."""
    bare = _LEADING.sub("", seen.first).casefold().strip(" :.")
    if not seen.is_alone or _ADDRESS.match(bare):
        return False
    if bare in row_words().groups:
        return True
    is_apart = seen.is_merged or not seen.is_named
    return is_apart and any(_begins(bare, word) for word in row_words().units)


def _is_note(seen: RowLook) -> bool:
    text = seen.first.casefold()
    return seen.is_alone and any(_begins(text, word) for word in row_words().notes)


def _is_incomplete(seen: RowLook) -> bool:
    return seen.is_alone and len(seen.lacking) > 1 and not seen.has_key


def _begins(text: str, word: str) -> bool:
    """Whether the text is the word, or goes on after it with something that is no letter."""
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalpha()


_ORDER: tuple[tuple[NoData, Callable[[RowLook], bool]], ...] = (
    (NoData.TOTAL, _is_total),
    (NoData.SIGNATURE, _is_signature),
    (NoData.NOTE, _is_note),
    (NoData.GROUP, _is_group),
    (NoData.INCOMPLETE, _is_incomplete),
)
