"""Text set into a width before Word sets it: lines, sizes that fit, and the line under a name."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf
from operator import attrgetter
from unicodedata import normalize

from vbgen.words.natural_breaks import Break, breaks_before_words
from vbgen.words.widths import MM_PER_PT, text_width_em, text_width_mm

__all__ = ["Fitted", "fit", "rule_line_mm", "text_width_mm", "wrap"]

_PLACE_TO_BREAK = re.compile(r"[ \t]+|(?<=[^\s-]-)(?=[^\s\d-])|(?<=[–—])(?=\S)")
_BLANKS = re.compile(r"[ \t\r\n]+")  # a non-breaking space holds its words together
_USABLE = 0.995  # share of the width that is filled: layout engines round each letter

_Lines = tuple[float, tuple[int, ...]]  # width of the widest, and where each ends


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines and the size that they are set in; where `fits` is false a person must look."""

    lines: tuple[str, ...]
    size_pt: float
    fits: bool


def rule_line_mm(width_mm: float, share: tuple[float, float] = (1 / 3, 1 / 2)) -> float:
    """Length of the line under an agency's name or a subject `width_mm` wide: the middle of the lawful range.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II: one third to one half of the text.
    """
    return width_mm * sum(share) / 2


def wrap(
    text: str,
    width_mm: float,
    *,
    size_pt: float,
    bold: bool = False,
    italic: bool = False,
    breaks: Callable[[str, int], bool] | None = None,
) -> list[str]:
    """Lines as Word would fill them: after blanks and hyphens, a too long word cut where the line is full.

    `breaks(text, place)` may forbid a place, given as the index of the first character of the next line.
    """
    width_em = width_mm / (size_pt * MM_PER_PT)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _fill(_pieces(paragraph, breaks), width_em, bold=bold, italic=italic)
    return lines


def without_word_over(text: str, width_mm: float, *, size_pt: float, bold: bool = False) -> str:
    """The text with its last two words tied together where the last of its lines would hold one alone."""
    lines = wrap(text, width_mm, size_pt=size_pt, bold=bold)
    head, _blank, last = text.rpartition(" ")
    is_over = len(lines) > 1 and lines[-1].strip() == last
    return f"{head}\N{NO-BREAK SPACE}{last}" if is_over else text


def _pieces(text: str, breaks: Callable[[str, int], bool] | None) -> Iterator[str]:
    start = 0
    for place in _PLACE_TO_BREAK.finditer(text):
        if breaks is None or breaks(text, place.end()):
            yield text[start : place.end()]
            start = place.end()
    yield text[start:]


def _fill(pieces: Iterator[str], width_em: float, *, bold: bool, italic: bool) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if (
            line
            and text_width_em((line + piece).rstrip(" \t"), bold=bold, italic=italic) > width_em
        ):
            yield line.rstrip(" \t")
            line = ""
        line += piece
        while (room := _letters_that_fit(line, width_em, bold=bold, italic=italic)) < len(
            line.rstrip(" \t")
        ):
            yield line[:room]
            line = line[room:]
    yield line.rstrip(" \t")


def _letters_that_fit(line: str, width_em: float, *, bold: bool, italic: bool) -> int:
    widths = accumulate(text_width_em(letter, bold=bold, italic=italic) for letter in line)
    return max(1, sum(width <= width_em for width in widths))


def fit(  # noqa: PLR0913 - what decides a fit, all but two by keyword
    text: str,
    width_mm: float,
    lines: int = 1,
    *,
    sizes: Sequence[float],
    bold: bool = False,
    italic: bool = False,
    keep_together: Sequence[str | re.Pattern[str]] = (),
    font: str = "",
) -> Fitted:
    """Text in at most `lines` lines: shrunk through `sizes`, then wrapped at natural places, then elsewhere.

    `sizes` go from the wished size down to the floor. What fits nowhere comes back whole at the floor, in as
    many lines as it needs, with `fits` false. Runs of blanks become one.
    """
    words = [word for word in _BLANKS.split(normalize("NFC", text)) if word]
    verdicts = breaks_before_words(" ".join(words), keep_together=keep_together)
    row = _WordRow.of(words, bold=bold, italic=italic, font=font)
    for count in range(1, lines + 1):
        if fitted := _best(row, verdicts, count, width_mm, sizes):
            return fitted
    left = wrap(" ".join(words), width_mm, size_pt=sizes[-1], bold=bold, italic=italic)
    return Fitted(tuple(left), sizes[-1], fits=False)


def _best(
    row: "_WordRow", verdicts: Sequence[Break], count: int, width_mm: float, sizes: Sequence[float]
) -> Fitted | None:
    """In `count` lines: broken at the most natural places, or else wherever it stays largest."""
    tried = [
        _set(row, verdicts, least, count, width_mm, sizes) for least in reversed(Break) if least
    ]
    fitting = [fitted for fitted in tried if fitted]
    if not fitting:
        return None
    return fitting[0] if tried[0] else max(fitting, key=attrgetter("size_pt"))


def _set(
    row: "_WordRow",
    verdicts: Sequence[Break],
    least: Break,
    count: int,
    width_mm: float,
    sizes: Sequence[float],
) -> Fitted | None:
    places = [index for index, verdict in enumerate(verdicts) if verdict >= least]
    widest_em, ends = row.balanced(places, count)
    room_mm = width_mm * _USABLE
    size = next((size for size in sizes if widest_em * size * MM_PER_PT <= room_mm), None)
    return None if size is None else Fitted(row.cut(ends), size, fits=True)


@dataclass(frozen=True, slots=True)
class _WordRow:
    """Words in a row, and how far from its beginning each word starts, in ems, one blank after each."""

    words: Sequence[str]
    starts: Sequence[float]
    blank: float

    @classmethod
    def of(cls, words: Sequence[str], *, bold: bool, italic: bool, font: str = "") -> "_WordRow":
        blank = text_width_em(" ", bold=bold, italic=italic, font=font)
        widths = [
            text_width_em(word, bold=bold, italic=italic, font=font) + blank for word in words
        ]
        return cls(words, tuple(accumulate(widths, initial=0.0)), blank)

    def balanced(self, places: Sequence[int], count: int) -> _Lines:
        """Width of the widest line and where the lines end, for the `count` lines whose widest is narrowest."""
        ends = [*places, len(self.words)]
        best: dict[int, _Lines] = {end: (self._width(0, end), (end,)) for end in ends}
        for _line in range(1, count):
            best = dict(self._one_line_more(best, ends))
        return best.get(len(self.words), (inf, ()))

    def _one_line_more(
        self, best: Mapping[int, _Lines], ends: Sequence[int]
    ) -> Iterator[tuple[int, _Lines]]:
        for end in ends:
            begun = [
                (max(widest, self._width(start, end)), (*cuts, end))
                for start, (widest, cuts) in best.items()
                if start < end
            ]
            if begun:
                yield end, min(begun)

    def _width(self, start: int, end: int) -> float:
        return max(0.0, self.starts[end] - self.starts[start] - self.blank)

    def cut(self, ends: Sequence[int]) -> tuple[str, ...]:
        """The lines that end before the words `ends`."""
        return tuple(" ".join(self.words[start:end]) for start, end in pairwise((0, *ends)))
