"""From what is printed back to the cells that say it: each value found in the order of the paper, its cells named."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import chain
from unicodedata import normalize

from vbgen.campaign.assembling import Places
from vbgen.campaign.cells.shown import labels
from vbgen.campaign.editing.cell_text import cell_text
from vbgen.campaign.records import UnderstoodRow
from vbgen.errors import Place
from vbgen.pages.pdf.layout import Box
from vbgen.pages.pdf.letters import PrintedLetters, without_blanks
from vbgen.word.package.sheets.cell_names import row_of
from vbgen.word.reading.proof import Shown
from vbgen.words.dates import citation_date, day_and_month, long_date, short_date
from vbgen.words.numbers import two_digits, vn_number

_SHORT = 4  # letters under which a value stands by chance in many places
_SHORTEST_PART = 6  # letters of a cell that is looked for within a longer value
_HEAD = 6
_FAR = 400  # letters between two values that follow each other
_MOST_CELLS = 12
_NAME = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class TracedValue:
    """Words on a page, and the cells that say them: one where it is certain, several where any may be meant."""

    words: str
    rows: tuple[tuple[int, Box], ...]  # page from 0, and box, of each row that they stand in
    cells: tuple[Place, ...]
    may_be_chance: bool = (
        False  # so short that a computed number may be the same, such as that of a row
    )

    @property
    def is_certain(self) -> bool:
        """Whether they come from that one cell."""
        return len(self.cells) == 1 and not self.may_be_chance


Fields = Mapping[Place, str]  # cell → the field that it says


@dataclass(frozen=True, slots=True)
class CellIndex:
    """What the cells of a campaign's files say, as papers may print it."""

    whole: Mapping[str, Fields]
    by_head: Mapping[str, Sequence[str]] = field(repr=False)

    @classmethod
    def of(cls, places: Places, others: Collection[str], phase: int | None) -> "CellIndex":
        """Every cell that was read, but those of rows for `others`, kinds of paper, and for other phases."""
        whole: dict[str, dict[Place, str]] = {}
        parts: set[str] = set()
        for row in chain.from_iterable(places.rows.values()):
            if _is_for(row.values, others, phase):
                for words, place, name in _said(row):
                    whole.setdefault(words, {})[place] = name
                    if len(words) >= _SHORTEST_PART and not labels(row.of.column(name)):
                        parts.add(words)
        by_head: dict[str, list[str]] = {}
        for words in sorted(parts, key=len, reverse=True):
            by_head.setdefault(words[:_HEAD], []).append(words)
        return cls(whole, by_head)

    def pieces(self, words: str, tag: str) -> Iterator[tuple[int, int, tuple[Place, ...]]]:
        """Start, end and cells of the value as a whole, or of each longest part of it that a cell says.

        A word that is chosen from a list is no part: it stands in sentences of itself.
        """
        if words in self.whole:
            yield 0, len(words), _meant(self.whole[words], tag)
            return
        at = 0
        while at < len(words):
            part = next(self._starting(words, at), "")
            if part:
                yield at, at + len(part), _meant(self.whole[part], tag)
            at += len(part) or 1

    def is_named(self, words: str, tag: str) -> bool:
        """Whether the tag names the field of any cell that says these words."""
        names = set(_NAME.findall(tag))
        return any(name in names for name in self.whole.get(words, {}).values())

    def _starting(self, words: str, at: int) -> Iterator[str]:
        nearby = self.by_head.get(words[at : at + _HEAD], ())
        return (each for each in nearby if words.startswith(each, at))


def _is_for(values: Mapping[str, object], others: Collection[str], phase: int | None) -> bool:
    """Whether a row is for this paper and phase, as far as it says."""
    own_phase = values.get("phase")
    is_other_kind = str(values.get("kind", "")).partition("/")[0] in others
    is_other_phase = bool(phase) and isinstance(own_phase, int) and own_phase != phase
    return not is_other_kind and not is_other_phase


def _meant(fields: Fields, tag: str) -> tuple[Place, ...]:
    """Its cells; those whose field the tag names, where there are such."""
    names = set(_NAME.findall(tag))
    named = tuple(place for place, name in fields.items() if name in names)
    return named or tuple(fields)


def _said(row: UnderstoodRow) -> Iterator[tuple[str, Place, str]]:
    for name, entry in row.row.entries.items():
        if entry.place.cell and not isinstance(entry.value, bool):
            forms = {*_forms(entry.value), *_forms(row.values.get(name)), cell_text(entry)}
            for words in filter(None, map(without_blanks, forms)):
                yield words, entry.place._replace(quote=""), name


def _forms(value: object) -> Iterator[str]:
    """How papers may print a number or a day."""
    if isinstance(value, date):
        for say in (long_date, short_date, citation_date, day_and_month):
            yield say(value)
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        yield vn_number(value)
        yield two_digits(value) if isinstance(value, int) else ""


def traced(
    letters: PrintedLetters, shown: Sequence[Shown], cells: CellIndex
) -> tuple[TracedValue, ...]:
    """The values that come from cells, in the order of the paper.

    Left out is what is computed, what templates write, and words that stand in so many cells that none is meant.
    """
    found = list(_located(letters, shown, cells))
    sure = [each for each in found if each.is_certain]
    decided = (each if each.is_certain else _decided(each, sure) for each in found)
    return tuple(each for each in decided if len(each.cells) <= _MOST_CELLS)


def _located(
    letters: PrintedLetters, shown: Iterable[Shown], cells: CellIndex
) -> Iterator[TracedValue]:
    at: dict[str, int] = {}  # part of the paper → where the value before it ended
    for each in shown:
        words = without_blanks(each.text)
        start = _place_of(letters.text, words, at.get(each.member, 0))
        if start is None:
            continue
        at[each.member] = start + len(words)
        for begin, end, places in cells.pieces(words, each.place.quote):
            rows = tuple(letters.boxes_of(start + begin, start + end))
            is_short = end - begin < _SHORT
            is_chance = is_short and not cells.is_named(words[begin:end], each.place.quote)
            yield TracedValue(_printed(each.text, begin, end), rows, places, is_chance)


def _printed(text: str, begin: int, end: int) -> str:
    """The words with their blanks, by the numbers of their letters."""
    plain = normalize("NFC", text)
    at = [number for number, letter in enumerate(plain) if not letter.isspace()]
    return " ".join(plain[at[begin] : at[end - 1] + 1].split())


def _place_of(text: str, words: str, at: int) -> int | None:
    """Where the value stands: behind the one before it, else where alone it stands; short ones near by only."""
    start = text.find(words, at)
    if start >= 0 and (len(words) >= _SHORT or start - at < _FAR):
        return start
    return text.find(words) if len(words) >= _SHORT and text.count(words) == 1 else None


def _decided(value: TracedValue, sure: Iterable[TracedValue]) -> TracedValue:
    """The one of its cells that stands in the sheet's row of what is printed beside it, where there is one."""
    beside = {_row(each.cells[0]) for each in sure if _share_a_row(each, value)}
    near = tuple(place for place in value.cells if _row(place) in beside)
    return replace(value, cells=near) if len(near) == 1 else value


def _row(place: Place) -> tuple[str, str, int]:
    return place.file, place.sheet, row_of(place.cell)


def _share_a_row(one: TracedValue, other: TracedValue) -> bool:
    page, (_left, top, _right, bottom) = other.rows[0]
    return any(page == number and box[1] < bottom and top < box[3] for number, box in one.rows)
