"""Appendices and attached lists, each from its head to the next."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from vbgen.nd30.parts.line import Line, whole
from vbgen.nd30.parts.marks import Marks, blank_role
from vbgen.nd30.parts.names import Part
from vbgen.nd30.parts.paper import Appendix
from vbgen.nd30.reading.values import Paragraph

_HEAD: Final = re.compile(r"phụ\s+lục(?:\s+(?:số\s*)?[\divxlc….]+)?\s*[.:]?", re.IGNORECASE)
_HEAD_WITH_TITLE: Final = re.compile(r"phụ\s+lục\s+(?:số\s*)?(?:\d+|[ivxlc]+)\s*[.:\-–]\s*\S.*", re.IGNORECASE)
_LISTS: Final = ("danh sach", "bang tong hop", "danh muc", "bieu tong hop")
_TITLE_LINES: Final = 5


def is_appendix_head(line: Line) -> bool:
    """Whether the line is "Phụ lục", "Phụ lục II", "PHỤ LỤC 1" or the like, alone."""
    return bool(_HEAD.fullmatch(line.text))


def recognise_appendices(paragraphs: Sequence[Paragraph], marks: Marks) -> tuple[Appendix, ...]:
    """Name what stands after the ending; a new appendix begins at a head line or a new section."""
    starts = [*_starts(paragraphs), len(paragraphs)]
    found = tuple(_appendix(paragraphs[one:other], marks) for one, other in pairwise(starts))
    return tuple(item for item in found if item.paragraphs)


def _starts(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    section, begun = -1, False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_empty:
            continue
        line = whole(paragraph)
        heads = is_appendix_head(line) or (bool(_HEAD_WITH_TITLE.fullmatch(line.text)) and line.is_bold)
        if not begun or heads or (paragraph.section != section and paragraph.cell is None):
            yield index
        section, begun = paragraph.section, True


def _appendix(paragraphs: Sequence[Paragraph], marks: Marks) -> Appendix:
    head: Line | None = None
    title: list[Line] = []
    reference: list[Line] = []
    for paragraph in paragraphs:
        line = whole(paragraph)
        if blank_role(paragraph) is not None and not (title or reference):
            continue
        if head is None and not title and (is_appendix_head(line) or _HEAD_WITH_TITLE.fullmatch(line.text)):
            head = line
        elif line.folded.startswith(("(kem theo", "(ban hanh kem theo", "kem theo ")) or _goes_on(reference):
            reference.append(line)
        elif _is_title(line, title, reference, headed=head is not None):
            title.append(line)
        else:
            break
    if not _is_real(head, title, reference, paragraphs):
        marks.fill(paragraphs, Part.OTHER)
        return Appendix(None, (), (), ())
    for part, lines in (
        (Part.APPENDIX, [head] if head else []),
        (Part.APPENDIX_TITLE, title),
        (Part.APPENDIX_REFERENCE, reference),
    ):
        for line in lines:
            marks.mark(part, line)
    marks.fill(paragraphs, Part.APPENDIX_TEXT)
    return Appendix(head, tuple(title), tuple(reference), tuple(paragraphs))


def _is_real(
    head: Line | None, title: Sequence[Line], reference: Sequence[Line], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether it is an appendix, not an address or a copy's mark behind the signature."""
    listed = bool(title) and title[0].folded.startswith(_LISTS) and paragraphs[0].section > 0
    return head is not None or bool(reference) or listed


def _goes_on(reference: Sequence[Line]) -> bool:
    return bool(reference) and "(" in reference[0].text and not any(")" in line.text for line in reference)


def _is_title(line: Line, title: Sequence[Line], reference: Sequence[Line], *, headed: bool) -> bool:
    """Whether the line is one of the title's: centred, bold or in capitals; under a head also elsewhere, if both."""
    if reference or len(title) >= _TITLE_LINES or line.paragraph.cell is not None:
        return False
    if line.paragraph.format.alignment == "center":
        return line.is_bold or line.is_upper
    return headed and not title and line.is_bold and line.is_upper
