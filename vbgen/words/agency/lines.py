"""An agency's name in lines, broken where a person would: after what it is, before its place, never inside a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, pairwise
from math import inf

from vbgen.words.agency.parts import BODIES, HELD, PLACES, TERMS
from vbgen.words.names import upper_vn
from vbgen.words.widths import text_width_mm

_MOST_LINES = 6
_USABLE = 0.995  # share of the width that is filled: layout engines round each letter
_A_LINE, _RAGGED = 2.0, 6.0  # what one line more costs, and lines of unlike width
_LONELY = 12.0  # a line of one syllable
_UNTYPED = 20.0  # lines unlike those that were typed, which a smaller size may keep
_UNFIT = 1000.0  # a word wider than the column
_DASHES = frozenset("-–—&")


class _NamePartKind(IntEnum):
    """What a run of words is."""

    BODY = 0
    PLACE = 1
    TERM = 2
    NAME = 3  # words that are none of these: what somebody or something is called


@dataclass(frozen=True, slots=True)
class _NamePart:
    words: tuple[str, ...]
    part: _NamePartKind


@dataclass(frozen=True, slots=True, order=True)
class AgencyLines:
    """A name's lines in one size, and how far they are from what a person would wish: the less, the better."""

    cost: float
    lines: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether every line stands in the width."""
        return self.cost < _UNFIT

    @property
    def is_natural(self) -> bool:
        """Whether they fit and none ends inside a name, a term or a position."""
        return self.cost < _INSIDE


def one_name_lines(name: str, width_mm: float, size_pt: float, *, bold: bool = True) -> AgencyLines:
    """The same of one name: where a typed line is too long, it is set anew if it takes fewer lines so."""
    kept = agency_lines(name, width_mm, size_pt, bold=bold)
    if len(kept.lines) == len(name.splitlines()):
        return kept
    anew = agency_lines(" ".join(name.split()), width_mm, size_pt, bold=bold)
    if not anew.fits or len(anew.lines) >= len(kept.lines):
        return kept
    return AgencyLines(anew.cost + _UNTYPED, anew.lines)


def agency_lines(
    name: str, width_mm: float, size_pt: float, *, bold: bool = True, most: int = _MOST_LINES
) -> AgencyLines:
    """The lines that read best; every line that was typed is one of its own, or several, but `most` at the most."""
    parts = [
        _broken(" ".join(typed.split()), width_mm, size_pt, bold=bold, most=most)
        for typed in name.splitlines()
        if typed.strip()
    ]
    return AgencyLines(
        sum(part.cost for part in parts), tuple(x for part in parts for x in part.lines)
    )


@lru_cache(maxsize=512)  # one agency heads all its papers
def _broken(name: str, width_mm: float, size_pt: float, *, bold: bool, most: int) -> AgencyLines:
    words = tuple(name.split(" "))
    setting = _NameSetting(words, _costs(words), width_mm * _USABLE, size_pt, bold)
    whole = setting.set_in(1)
    if whole.cost < inf:
        return AgencyLines(_A_LINE, whole.lines)
    best = min(map(setting.set_in, range(2, min(most, len(words)) + 1)), default=whole)
    return best if best.cost < inf else AgencyLines(_UNFIT, _filled(setting))


@dataclass(frozen=True, slots=True)
class _NameSetting:
    words: tuple[str, ...]
    costs: tuple[float, ...]  # of a line that begins with each word
    width_mm: float
    size_pt: float
    bold: bool

    def set_in(self, count: int) -> AgencyLines:
        """The cheapest lines, so many; of infinite cost where none fit."""
        mean = self._width(0, len(self.words)) / count
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        for _line in range(count):
            best = dict(self._one_more(best, mean))
        cost, ends = best.get(len(self.words), (inf, (0,)))
        cut = tuple(" ".join(self.words[start:end]) for start, end in pairwise(ends))
        return AgencyLines(cost + _A_LINE * count, cut)

    def _one_more(
        self, best: dict[int, tuple[float, tuple[int, ...]]], mean: float
    ) -> Iterator[tuple[int, tuple[float, tuple[int, ...]]]]:
        for end in range(1, len(self.words) + 1):
            begun = [
                (cost + self._cost(start, end, mean), (*ends, end))
                for start, (cost, ends) in best.items()
                if start < end
            ]
            if begun and min(begun)[0] < inf:
                yield end, min(begun)

    def _cost(self, start: int, end: int, mean: float) -> float:
        width = self._width(start, end)
        if width > self.width_mm:
            return inf
        ragged = _RAGGED * ((width - mean) / self.width_mm) ** 2
        return self.costs[start] + ragged + (_LONELY if end - start == 1 else 0.0)

    def _width(self, start: int, end: int) -> float:
        text = " ".join(self.words[start:end])
        return text_width_mm(text, size_pt=self.size_pt, bold=self.bold)


def _filled(setting: _NameSetting) -> tuple[str, ...]:
    """What no lines hold, word by word: one that is wider than the column stands alone."""
    lines: list[str] = []
    for word in setting.words:
        longer = f"{lines[-1]} {word}" if lines else word
        width = text_width_mm(longer, size_pt=setting.size_pt, bold=setting.bold)
        if lines and width <= setting.width_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


_INSIDE, _AT_STROKE = 25.0, 2.5
_BEFORE = {
    _NamePartKind.BODY: 1.0,
    _NamePartKind.PLACE: 0.0,
    _NamePartKind.TERM: 3.0,
    _NamePartKind.NAME: 3.0,
}
_AFTER_BODY, _BEFORE_AND, _AFTER_COMMA, _AFTER_DASH, _BETWEEN_NAMES = 0.0, 1.5, 1.5, 4.0, 2.0


def _costs(words: Sequence[str]) -> tuple[float, ...]:
    """What it costs that a line begins with each word; infinite where none may."""
    costs: list[float] = []
    before: _NamePart | None = None
    for run in _runs(tuple(map(upper_vn, words))):
        costs += [_first(run, before), *_inner(run)]
        before = run
    return tuple(costs)


def _first(run: _NamePart, before: _NamePart | None) -> float:
    """Of the first word of a run."""
    if before is None:
        return 0.0
    if run.words[0][0] in _DASHES or _holds_the_next(before.words[-1]):
        return inf
    if before.words[-1][-1] in _DASHES:
        return _BETWEEN_NAMES if run.part is before.part is _NamePartKind.NAME else _AFTER_DASH
    return _behind(before, run)


def _holds_the_next(word: str) -> bool:
    """`VÀ`; `TM.`, which is the body's that follows."""
    return word in HELD or word.endswith(".")


def _behind(before: _NamePart, run: _NamePart) -> float:
    if before.words[-1][-1] in ",;":
        return _AFTER_COMMA
    if run.words[0] == "VÀ":
        return _BEFORE_AND
    if before.part is _NamePartKind.BODY and len(before.words) > 1:
        return _AFTER_BODY
    if before.part is _NamePartKind.BODY and run.part is not _NamePartKind.BODY:
        return _INSIDE  # SỞ, BỘ, PHÒNG alone say nothing
    return _BEFORE[run.part]


def _inner(run: _NamePart) -> Iterator[float]:
    """Of the other words of a run."""
    breaks = _strokes(" ".join(run.words))
    for index, (last, word) in enumerate(pairwise(run.words), start=1):
        if index in breaks:
            yield _AT_STROKE
        else:
            yield inf if word[0] in _DASHES or last[-1] in _DASHES else _INSIDE


def _strokes(said: str) -> frozenset[int]:
    """Before which of its words something long may break."""
    marked = BODIES.get(said) or TERMS.get(said, said)
    counts = [len(part.split()) for part in marked.split("|")]
    return frozenset(accumulate(counts[:-1]))


_LONGEST = 8


def _runs(words: tuple[str, ...]) -> Iterator[_NamePart]:
    """The name taken apart, the longest known words first; what is unknown is a name up to what is known."""
    start = 0
    while start < len(words):
        run = _known(words, start) or _unknown(words, start)
        yield run
        start += len(run.words)


def _known(words: tuple[str, ...], start: int) -> _NamePart | None:
    for end in range(min(len(words), start + _LONGEST), start, -1):
        said = " ".join(words[start:end]).rstrip(",;")
        part = _part_of(said)
        if part is _NamePartKind.PLACE:
            return _NamePart((*words[start:end], *_called(words, end)), part)
        if part is not None:
            return _NamePart(words[start:end], part)
    return None


def _part_of(said: str) -> _NamePartKind | None:
    if said in PLACES:
        return _NamePartKind.PLACE
    if said in BODIES:
        return _NamePartKind.BODY
    return _NamePartKind.TERM if said in TERMS or said in HELD else None


def _called(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    """What a place is called: up to what is known, but at least one word."""
    return words[start : _end_of_name(words, start)] if start < len(words) else ()


def _end_of_name(words: tuple[str, ...], start: int) -> int:
    ends = (end for end in range(start + 1, len(words)) if _ends_name(words, end))
    return next(ends, len(words))


def _ends_name(words: tuple[str, ...], at: int) -> bool:
    """Behind a dash another name begins; one known syllable is none: Hải Phòng, Phú Hội."""
    known = _known(words, at)
    is_known = known is not None and (
        known.part is _NamePartKind.PLACE or len(known.words) > 1 or words[at] == "VÀ"
    )
    return is_known or words[at - 1][-1] in _DASHES


def _unknown(words: tuple[str, ...], start: int) -> _NamePart:
    return _NamePart(words[start : _end_of_name(words, start)], _NamePartKind.NAME)
