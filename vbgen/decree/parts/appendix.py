"""Appendices and attached lists, each from its head to the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.marks import Marks, blank_role
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Appendix
from vbgen.word.reading.values import Paragraph

_HEAD: Final = re.compile(r"phụ\s+lục(?:\s+(?:số\s*)?[\divxlc….]+)?\s*[.:]?", re.IGNORECASE)
_HEAD_WITH_TITLE: Final = re.compile(
    r"phụ\s+lục\s+(?:số\s*)?(?:\d+|[ivxlc]+)\s*[.:\-–]\s*\S.*", re.IGNORECASE
)
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
    section = None
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_empty:
            continue
        opens_section = paragraph.section != section and paragraph.cell is None
        if section is None or opens_section or _heads(whole(paragraph)):
            yield index
        section = paragraph.section


def _heads(line: Line) -> bool:
    return is_appendix_head(line) or (_is_head_with_title(line) and line.is_bold)


def _is_head_with_title(line: Line) -> bool:
    return bool(_HEAD_WITH_TITLE.fullmatch(line.text))


@dataclass(slots=True)
class _Top:
    """The top of an appendix as far as it has been read: head, then title, then reference."""

    head: Line | None = None
    title: list[Line] = field(default_factory=list)
    reference: list[Line] = field(default_factory=list)

    def takes(self, line: Line) -> bool:
        """Whether the line still belongs to the top; it is put where it belongs."""
        if self._may_head(line):
            self.head = line
        elif _refers(line) or _goes_on(self.reference):
            self.reference.append(line)
        elif self._may_be_title(line):
            self.title.append(line)
        else:
            return False
        return True

    def _may_be_title(self, line: Line) -> bool:
        if self.title and line.is_unknown:  # a template's value: it may be the reference
            return False
        return _is_title(line, self.title, self.reference, headed=self.head is not None)

    def _may_head(self, line: Line) -> bool:
        if self.head or self.title:
            return False
        return is_appendix_head(line) or _is_head_with_title(line)

    @property
    def has_begun(self) -> bool:
        """Whether title or reference stand already: then a blank line ends the top."""
        return bool(self.title or self.reference)

    def mark(self, marks: Marks) -> None:
        """Name its lines."""
        marks.mark_lines(Part.APPENDIX, [self.head] if self.head else [])
        marks.mark_lines(Part.APPENDIX_TITLE, self.title)
        marks.mark_lines(Part.APPENDIX_REFERENCE, self.reference)


def _refers(line: Line) -> bool:
    return line.folded.startswith(("(kem theo", "(ban hanh kem theo", "kem theo "))


def _appendix(paragraphs: Sequence[Paragraph], marks: Marks) -> Appendix:
    top = _Top()
    for paragraph in paragraphs:
        if blank_role(paragraph) is not None and not top.has_begun:
            continue
        if not top.takes(whole(paragraph)):
            break
    if not _is_real(top.head, top.title, top.reference, paragraphs):
        marks.fill(paragraphs, Part.OTHER)
        return Appendix(None, (), (), ())
    top.mark(marks)
    marks.fill(paragraphs, Part.APPENDIX_TEXT)
    return Appendix(top.head, tuple(top.title), tuple(top.reference), tuple(paragraphs))


def _is_real(
    head: Line | None,
    title: Sequence[Line],
    reference: Sequence[Line],
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Whether it is an appendix, not an address or a copy's mark behind the signature."""
    listed = bool(title) and title[0].folded.startswith(_LISTS) and paragraphs[0].section > 0
    return head is not None or bool(reference) or listed


def _goes_on(reference: Sequence[Line]) -> bool:
    return (
        bool(reference)
        and "(" in reference[0].text
        and not any(")" in line.text for line in reference)
    )


def _is_title(
    line: Line, title: Sequence[Line], reference: Sequence[Line], *, headed: bool
) -> bool:
    """Whether the line is one of the title's: centred, bold or in capitals; under a head also elsewhere, if both."""
    if reference or len(title) >= _TITLE_LINES or line.paragraph.cell is not None:
        return False
    if line.paragraph.format.alignment == "center":
        return line.is_bold or line.is_upper
    return headed and not title and line.is_bold and line.is_upper
