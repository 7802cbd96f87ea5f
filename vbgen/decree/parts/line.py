"""A line of a paper: a whole paragraph, or the piece of one between tabs and line breaks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from vbgen.word.reading.formats import RunFormat
from vbgen.word.reading.values import Paragraph
from vbgen.words.measure import text_width_mm
from vbgen.words.names import fold

_PIECE: Final = re.compile(r"[^\t\n]+")
_DRAWN: Final = re.compile(
    r"[\s_\-–—―─━.*=]*(?:[_―─━]{3,}|[-–—]{4,}|={4,}|\*{3,}|(?:[-–—_] +){3,}[-–—_])[\s_\-–—―─━.*=]*"
    r"|[-–—_*\s]*[oO]0[oO][-–—_*\s]*"
)
_KEPT: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Line:
    """Letters from `start` to `end` of a paragraph's text."""

    paragraph: Paragraph
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """What a reader sees: composed letters, without blanks at the ends."""
        return unicodedata.normalize("NFC", self.paragraph.text[self.start : self.end]).strip()

    @property
    def is_unknown(self) -> bool:
        """Whether it is a template's value and nothing else, of which nothing is known."""
        inside = [value for value in self.paragraph.values if self.start <= value.start < self.end]
        letters = sum(map(str.isalnum, self.text))
        unknown = sum(value.end - value.start for value in inside if not value.is_known)
        return 0 < letters <= unknown

    @property
    def written(self) -> str:
        """The text as it stands in the file: a template's tags, not the words that stand in for them."""
        letters, place = [], self.start
        for value in self.paragraph.values:
            if self.start <= value.start and value.end <= self.end:
                letters += [self.paragraph.text[place : value.start], value.tag]
                place = value.end
        letters.append(self.paragraph.text[place : self.end])
        return unicodedata.normalize("NFC", "".join(letters)).strip()

    @cached_property
    def folded(self) -> str:
        """The text for comparing: small letters without marks, single blanks."""
        return fold(self.text)

    @cached_property
    def pieces(self) -> tuple[tuple[str, RunFormat], ...]:
        """Letters with their looks; pieces of blanks only are left out."""
        return tuple(self._pieces())

    def _pieces(self) -> Iterator[tuple[str, RunFormat]]:
        for run in self.paragraph.runs:
            letters = run.text[max(0, self.start - run.start) : max(0, self.end - run.start)]
            if letters.strip():
                yield letters, run.format

    @property
    def has_letters(self) -> bool:
        """Whether there is anything but blanks, dots and dashes."""
        return bool(_KEPT.search(self.text))

    @property
    def is_rule(self) -> bool:
        """Whether it is a line drawn with characters, such as underscores."""
        return bool(_DRAWN.fullmatch(self.text))

    @property
    def is_upper(self) -> bool:
        """Whether every letter is shown as a capital."""
        return bool(self.has_letters) and all(
            look.caps or letters == letters.upper() for letters, look in self.pieces
        )

    @property
    def is_bold(self) -> bool:
        """Whether most of the letters are bold."""
        bold = sum(len(letters) for letters, look in self.pieces if look.bold)
        return bold * 2 > sum(len(letters) for letters, _look in self.pieces)

    @property
    def is_italic(self) -> bool:
        """Whether most of the letters are slanted."""
        slanted = sum(len(letters) for letters, look in self.pieces if look.italic)
        return slanted * 2 > sum(len(letters) for letters, _look in self.pieces)

    @property
    def has_value(self) -> bool:
        """Whether words of it stand in for a template's value."""
        values = self.paragraph.values
        return any(value.start < self.end and self.start < value.end for value in values)

    @property
    def is_whole(self) -> bool:
        """Whether it is all that the paragraph says."""
        return self.text == self.paragraph.plain

    @property
    def width_mm(self) -> float:
        """Length on one line, with the widths of Times New Roman."""
        return sum(_width(letters, look) for letters, look in self._trimmed())

    def _trimmed(self) -> Iterator[tuple[str, RunFormat]]:
        start, end = self.start, self.end
        text = self.paragraph.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        for run in self.paragraph.runs:
            letters = run.text[max(0, start - run.start) : max(0, end - run.start)]
            if letters:
                yield letters, run.format


def _width(letters: str, look: RunFormat) -> float:
    shown = letters.upper() if look.caps else letters
    small = 0.583 if look.raised in {"superscript", "subscript"} else 1.0
    return text_width_mm(shown, size_pt=look.size_pt * small, bold=look.bold, italic=look.italic)


def whole(paragraph: Paragraph) -> Line:
    """The paragraph as one line."""
    return Line(paragraph, 0, len(paragraph.text))


def split(paragraph: Paragraph) -> tuple[Line, ...]:
    """The pieces of a paragraph between tabs and line breaks that hold more than blanks."""
    found = (
        Line(paragraph, piece.start(), piece.end()) for piece in _PIECE.finditer(paragraph.text)
    )
    return tuple(line for line in found if line.text)
