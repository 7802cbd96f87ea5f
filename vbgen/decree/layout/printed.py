"""A paper found again on its printed pages: each paragraph with the rows that it takes there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.pages.pdf.layout import PrintedLayout, PrintedLine
from vbgen.pages.pdf.rows import is_beside, squeezed
from vbgen.word.reading.values import Paragraph, Section
from vbgen.words.widths import MM_PER_PT

_AHEAD: Final = 120  # lines in which the next paragraph is looked for
_BETWEEN: Final = 40  # lines at a page's end and head that may stand within a paragraph


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph, the part that it is, and its printed pieces in order."""

    paper: Paper
    paragraph: Paragraph
    part: Part
    pieces: tuple[PrintedLine, ...]

    @property
    def first(self) -> PrintedLine:
        """The piece that it begins with."""
        return self.pieces[0]

    @property
    def last(self) -> PrintedLine:
        """The piece that it ends with."""
        return self.pieces[-1]

    @property
    def rows(self) -> tuple[PrintedLine, ...]:
        """The first piece of each of its rows."""
        return tuple(_row_heads(self.pieces))


@dataclass(frozen=True)
class PaperOnPages:
    """The papers of one file beside the pages that were made of it."""

    layout: PrintedLayout
    papers: tuple[Paper, ...]
    paragraphs: tuple[PrintedParagraph, ...]  # those that were found, in reading order

    @cached_property
    def content(self) -> dict[int, tuple[PrintedLine, ...]]:
        """The lines between a page's upper and lower margin, by page."""
        found: dict[int, list[PrintedLine]] = {number: [] for number in range(self.layout.pages)}
        for line in self.layout.lines:
            if not self._in_margin(line):
                found[line.page].append(line)
        return {page: tuple(lines) for page, lines in found.items()}

    def rows_on(self, page: int) -> int:
        """How many rows of text the page has, those beside each other taken as one."""
        lines = sorted(self.content[page], key=lambda line: line.box[1])
        return len(list(_row_heads(lines)))

    def on(self, page: int) -> tuple[PrintedParagraph, ...]:
        """The paragraphs that have a row on the page."""
        return self._by_page.get(page, ())

    @cached_property
    def _by_page(self) -> dict[int, tuple[PrintedParagraph, ...]]:
        found: dict[int, list[PrintedParagraph]] = defaultdict(list)
        for each in self.paragraphs:
            for page in dict.fromkeys(line.page for line in each.pieces):
                found[page].append(each)
        return {page: tuple(paragraphs) for page, paragraphs in found.items()}

    def _in_margin(self, line: PrintedLine) -> bool:
        width, height = self.layout.sizes[line.page]
        section = self._sections.get(width > height)
        middle = (line.box[1] + line.box[3]) / 2
        if section is None:
            return False
        top, bottom = section.top_mm / MM_PER_PT, height - section.bottom_mm / MM_PER_PT
        return not top - 1 <= middle <= bottom + 1

    @cached_property
    def _sections(self) -> dict[bool, Section]:
        """The first section of lying sheets, and of upright ones."""
        sections = [each for paper in self.papers for each in paper.document.sections]
        return {each.is_landscape: each for each in reversed(sections)}


def printed(papers: Sequence[Paper], layout: PrintedLayout) -> PaperOnPages:
    """Every paragraph of the papers that is found on the pages, with its rows."""
    lines = [(line, squeezed(line.text)) for line in layout.lines]
    return PaperOnPages(layout, tuple(papers), tuple(_found(papers, lines)))


def _found(
    papers: Sequence[Paper], lines: Sequence[tuple[PrintedLine, str]]
) -> Iterator[PrintedParagraph]:
    at, taken = 0, set[int]()
    for paper in papers:
        for paragraph, part in zip(paper.document.paragraphs, paper.roles, strict=True):
            place = _place(paragraph, lines, at, taken)
            if not place:
                continue
            taken.update(place)
            if not paragraph.boxed:
                at = max(at, place[-1] + 1)
            pieces = tuple(lines[number][0] for number in place)
            yield PrintedParagraph(paper, paragraph, part, pieces)


def _place(
    paragraph: Paragraph, lines: Sequence[tuple[PrintedLine, str]], at: int, taken: set[int]
) -> list[int]:
    """Numbers of the lines that say the paragraph: at or after the last one, else anywhere that is free."""
    text = squeezed(paragraph.plain)
    if not text:
        return []
    wanted = dict.fromkeys((squeezed(paragraph.label) + text, text))
    starts = chain(range(at, min(at + _AHEAD, len(lines))), range(len(lines)))
    free = (start for start in starts if start not in taken and lines[start][1])
    places = (_from(each, lines, start, taken) for start in free for each in wanted)
    return next(filter(None, places), [])


def _from(
    wanted: str, lines: Sequence[tuple[PrintedLine, str]], start: int, taken: set[int]
) -> list[int]:
    """The lines from `start` that say it together; what stands between two pages may be passed over."""
    said, place, passed = "", list[int](), 0
    for number in range(start, len(lines)):
        line, text = lines[number]
        if number not in taken and wanted.startswith(text, len(said)):
            said += text
            place.append(number)
            if len(said) == len(wanted):
                return place
        elif not place or line.page == lines[start][0].page or passed > _BETWEEN:
            return []
        else:
            passed += 1
    return []


def _row_heads(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    last: PrintedLine | None = None
    for line in lines:
        if last is None or not is_beside(last, line):
            yield line
            last = line
