"""The text: its levels named, from chapters down to items, and what it quotes left alone."""

from collections.abc import Sequence
from typing import Final

from vbgen.decree.parts.levels import level_of
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.marks import Marks, blank_role
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.opening import ORDERS
from vbgen.word.reading.values import Paragraph
from vbgen.words.names import fold

_LONGEST_QUOTE: Final = 25  # paragraphs
_TITLES: Final = {Part.CHAPTER: Part.CHAPTER_TITLE, Part.SECTION: Part.SECTION_TITLE}


def recognise_body(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name the levels of the text: chapters, articles, clauses, points, items, plain paragraphs."""
    title: Part | None = None  # whose further lines may follow
    quoted = quoted_places(paragraphs)
    for place, paragraph in enumerate(paragraphs):
        if not marks.is_open(paragraph):
            continue
        line = whole(paragraph)
        part = _without_level(paragraph, is_quoted=place in quoted)
        if part is None:
            part = _level_or_text(line, title)
            title = _TITLES.get(part, part if part is title else None)
        marks.mark(part, line)


def _without_level(paragraph: Paragraph, *, is_quoted: bool) -> Part | None:
    """What a paragraph is whose number says nothing: blank, quoted, or in a table."""
    blank = blank_role(paragraph)
    if blank is not None:
        return blank
    if is_quoted:
        return Part.TEXT
    return Part.TABLE_TEXT if paragraph.cell is not None else None


def _level_or_text(line: Line, title: Part | None) -> Part:
    level = level_of(line)
    if level is not None:
        return level
    is_centred = line.paragraph.format.alignment == "center"
    if title is not None and (is_centred or line.is_upper) and not line.is_unknown:
        return title
    if line.is_bold and fold(line.text).strip(" :.") in ORDERS:
        return Part.ORDER
    return Part.OTHER if is_centred and line.is_upper else Part.TEXT


def quoted_places(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Places of paragraphs within a quotation of several: their numbers are another text's."""
    found: set[int] = set()
    place = 0
    while place < len(paragraphs):
        end, is_closed = _quotation(paragraphs, place)
        if is_closed and end > place:
            found.update(range(place, end + 1))
        place = end + 1 if is_closed else place + 1
    return found


def _quotation(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, bool]:
    """Where the quotes opened from `start` on are all closed again, and whether they are."""
    balance = 0
    last = min(len(paragraphs), start + _LONGEST_QUOTE)
    for end in range(start, last):
        balance += paragraphs[end].text.count("“") - paragraphs[end].text.count("”")
        if balance <= 0:
            return end, balance == 0
    return last, balance == 0
