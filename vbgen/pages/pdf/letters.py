"""The text of a PDF file without its blanks, and where any piece of it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import combining, normalize

from vbgen.pages.pdf.layout import Box, box_around, goes_on, signs_of


def without_blanks(text: str) -> str:
    """What is left for comparing: no blanks, small letters, each with its marks as one sign."""
    plain = normalize("NFC", text)
    return "".join(_small(letter) for letter in plain if not letter.isspace())


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter  # a text keeps its length


@dataclass(frozen=True, slots=True)
class PrintedLetters:
    """Every letter of a file in its order, with its page (from 0) and its box in points from the upper left corner."""

    sizes: tuple[tuple[float, float], ...]  # width and height of each page
    text: str
    pages: Sequence[int]
    boxes: Sequence[Box]

    def boxes_of(self, start: int, end: int) -> Iterator[tuple[int, Box]]:
        """Page and box of each row that the letters from `start` to before `end` stand in."""
        row: list[int] = []
        for at in range(start, end):
            if row and not self._follows(row[-1], at):
                yield self._around(row)
                row = []
            row.append(at)
        if row:
            yield self._around(row)

    def _follows(self, one: int, other: int) -> bool:
        is_same_page = self.pages[one] == self.pages[other]
        return is_same_page and goes_on(self.boxes[one], self.boxes[other])

    def _around(self, row: Sequence[int]) -> tuple[int, Box]:
        return self.pages[row[0]], box_around(self.boxes[at] for at in row)


def letters_of(pdf: Path | bytes) -> PrintedLetters:
    """Every letter of the file."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

    letters, pages, boxes = list[str](), list[int](), list[Box]()
    opened = PdfDocument(pdf)
    try:
        for number, page in enumerate(opened):
            for sign in signs_of(page.get_textpage(), page.get_height()):
                if sign.is_generated or sign.letter.isspace():
                    continue
                if combining(sign.letter) and letters:
                    letters[-1] = _small(normalize("NFC", letters[-1] + sign.letter))[:1]
                    continue
                letters.append(_small(normalize("NFC", sign.letter)))
                pages.append(number)
                boxes.append(sign.box)
        sizes = tuple(map(opened.get_page_size, range(len(opened))))
    finally:
        opened.close()
    return PrintedLetters(sizes, "".join(letters), pages, boxes)
