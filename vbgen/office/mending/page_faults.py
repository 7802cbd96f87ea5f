"""What became worse on the printed pages of a mended copy, held against those of the file itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, starmap
from typing import Final
from unicodedata import normalize

from vbgen.decree import PageLandmarks
from vbgen.messages import _
from vbgen.pages.pdf.layout import (
    WIDE_GAP_EM,
    PrintedLayout,
    PrintedLine,
    PrintedStroke,
    gap_em,
)

_SEVERAL: Final = 2  # wide gaps of a torn row
_EVEN_EM: Final = 0.3
_HARDLY_FILLED: Final = 0.33  # of a page's height
_OVERLAP: Final = 0.4  # of the lower height of two rows
_RULE_BELOW_PT: Final = 16.0
_OFF_CENTRE_PT: Final = 15.0
_EDGE_PT: Final = 1.0


class PageFault(StrEnum):
    """How a page can become worse."""

    MORE_PAGES = "more-pages"
    SIGNATURE_ALONE = "signature-alone"
    SIGNATURE_SPLIT = "signature-split"
    WRAPPED = "wrapped"
    TORN = "torn"
    RULE_OFF = "rule-off"
    OVERLAP = "overlap"
    CUT = "cut"
    LETTERS_LOST = "letters-lost"

    @property
    def sentence(self) -> str:
        """The fault in a clerk's words."""
        return {
            PageFault.MORE_PAGES: _("văn bản dài thêm trang"),
            PageFault.SIGNATURE_ALONE: _("chữ ký sang trang mới một mình"),
            PageFault.SIGNATURE_SPLIT: _("chức vụ và họ tên người ký sang hai trang"),
            PageFault.WRAPPED: _("dòng ở phần đầu hoặc phần ký bị xuống dòng"),
            PageFault.TORN: _("chữ trong dòng bị kéo giãn"),
            PageFault.RULE_OFF: _("đường kẻ lệch khỏi dòng chữ"),
            PageFault.OVERLAP: _("chữ chồng lên nhau"),
            PageFault.CUT: _("chữ tràn ra ngoài trang"),
            PageFault.LETTERS_LOST: _("có chữ không hiện trên trang"),
        }[self]


@dataclass(frozen=True)
class SeenPages:
    """The pages of one file, with the words to go by."""

    layout: PrintedLayout
    landmarks: PageLandmarks

    @property
    def pages(self) -> int:
        """Number of pages."""
        return self.layout.pages

    def became_worse(self, before: "SeenPages") -> tuple[PageFault, ...]:
        """What is worse here than before; nothing where the pages are as good."""
        return tuple(fault for fault, worse in _worse(before, self) if worse)

    def rows_of(self, text: str) -> int:
        """How many rows the words take, where they are printed by themselves; 0 where they are not found."""
        wanted = _squeezed(text)
        return max(map(len, _spans(wanted, self.layout.lines)), default=0)

    @property
    def wrapped(self) -> frozenset[str]:
        """The landmarks that take more than one row."""
        texts = self.landmarks.in_one_row
        return frozenset(_squeezed(text) for text in texts if self.rows_of(text) > 1)

    @property
    def torn(self) -> int:
        """Rows whose words stand far apart, evenly: they were stretched to the margin."""
        return sum(map(_is_torn, _rows(self.layout.lines)))

    @property
    def without_rule(self) -> frozenset[str]:
        """Landmarks that should have a line right below them, and have none there."""
        return frozenset(
            _squeezed(text) for text in self.landmarks.ruled if not self._is_ruled(text)
        )

    def _is_ruled(self, text: str) -> bool:
        spans = list(_spans(_squeezed(text), self.layout.lines))
        if not spans:
            return True  # printed otherwise than it is written: nothing can be said
        last = spans[0][-1]
        typed = (line for line in self.layout.lines if _is_typed_rule(line))
        drawn = any(_is_under(last, stroke) for stroke in self.layout.strokes)
        return drawn or any(_is_under(last, line) for line in typed)

    @property
    def overlaps(self) -> int:
        """Pairs of rows, one after the other on a page, that lie on each other."""
        return sum(starmap(_overlap, pairwise(self.layout.lines)))

    @property
    def cut(self) -> int:
        """Rows that reach beyond the sheet."""
        return sum(_is_outside(line, self.layout.sizes[line.page]) for line in self.layout.lines)

    @property
    def letters(self) -> int:
        """Letters on all pages that were looked at; digits are left out, for pages have numbers."""
        return sum(sum(map(str.isalpha, line.text)) for line in self.layout.lines)

    @property
    def signatures_alone(self) -> int:
        """Pages, but for the first, that hold a signer's name and no text beside the ending."""
        return sum(self._is_alone(page) for page in self._pages_of(self.landmarks.signers) if page)

    def _is_alone(self, page: int) -> bool:
        marks = self.landmarks
        ending = {_squeezed(text) for text in (*marks.signers, *marks.powers, *marks.below)}
        whole = "".join(sorted(ending))
        on_page = (line for line in self.layout.lines if line.page == page)
        texts = (_squeezed(line.text) for line in on_page)
        return all(text in whole or not any(map(str.isalpha, text)) for text in texts)

    @property
    def signatures_split(self) -> int:
        """Names of signers on a page without any title of a signer."""
        titled = set(self._pages_of(self.landmarks.powers))
        signed = set(self._pages_of(self.landmarks.signers))
        return len(signed - titled) if titled else 0

    def _pages_of(self, texts: Iterable[str]) -> list[int]:
        found = (span for text in texts for span in _spans(_squeezed(text), self.layout.lines))
        return sorted({span[-1].page for span in found})

    @property
    def last_is_hardly_filled(self) -> bool:
        """Whether the last page's text ends in its upper third."""
        last = self.layout.pages - 1
        ends = [line.box[3] for line in self.layout.lines if line.page == last]
        return max(ends, default=0.0) < _HARDLY_FILLED * self.layout.sizes[last][1]


def _worse(before: SeenPages, after: SeenPages) -> Iterator[tuple[PageFault, bool]]:
    yield PageFault.MORE_PAGES, _is_longer(before, after)
    yield PageFault.SIGNATURE_ALONE, after.signatures_alone > before.signatures_alone
    yield PageFault.SIGNATURE_SPLIT, after.signatures_split > before.signatures_split
    yield PageFault.WRAPPED, len(after.wrapped) > len(before.wrapped)
    yield PageFault.TORN, after.torn > before.torn
    yield PageFault.RULE_OFF, len(after.without_rule) > len(before.without_rule)
    yield PageFault.OVERLAP, after.overlaps > before.overlaps
    yield PageFault.CUT, after.cut > before.cut
    yield PageFault.LETTERS_LOST, after.letters < before.letters and after.pages <= before.pages


def _is_longer(before: SeenPages, after: SeenPages) -> bool:
    """A second page of what was one, or a further page that is hardly filled; larger letters may take more pages."""
    if after.pages <= before.pages:
        return False
    return before.pages == 1 or after.last_is_hardly_filled


def _squeezed(text: str) -> str:
    return "".join(normalize("NFC", text).casefold().split())


def _spans(wanted: str, lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Rows one after the other that together say just those words; rows beside each other count as one."""
    for start, first in enumerate(lines):
        if wanted.startswith(_squeezed(first.text)):
            span = _span_from(wanted, lines, start)
            if span:
                yield span


def _span_from(wanted: str, lines: Sequence[PrintedLine], start: int) -> list[PrintedLine]:
    said, rows = "", list[PrintedLine]()
    for line in lines[start:]:
        said += _squeezed(line.text)
        if not wanted.startswith(said):
            return []
        if not rows or not _is_beside(rows[-1], line):
            rows.append(line)
        if said == wanted:
            return rows
    return []


def _is_beside(one: PrintedLine, other: PrintedLine) -> bool:
    middle = (other.box[1] + other.box[3]) / 2
    return one.page == other.page and one.box[1] < middle < one.box[3]


def _rows(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Pieces that follow each other from left to right in one row."""
    row: list[PrintedLine] = []
    for line in lines:
        if row and not (_is_beside(row[-1], line) and line.box[0] > row[-1].box[2]):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _is_torn(row: Sequence[PrintedLine]) -> bool:
    inner = [gap for line in row for gap in line.gaps_em]
    between = [gap_em(one.box, two.box) for one, two in pairwise(row)]
    wide = [gap for gap in (*inner, *between) if gap > WIDE_GAP_EM]
    return len(wide) >= _SEVERAL and max(wide) - min(wide) < _EVEN_EM


def _is_typed_rule(line: PrintedLine) -> bool:
    return len(line.text) > 2 and set(line.text) <= set("_-–—―─ ")  # noqa: PLR2004 - no dash


def _is_under(line: PrintedLine, rule: PrintedStroke | PrintedLine) -> bool:
    """Whether the rule stands right below the words, its middle below theirs, and is no longer than they are."""
    if rule.page != line.page:
        return False
    gap = rule.box[1] - line.box[3]
    middle = abs((rule.box[0] + rule.box[2]) - (line.box[0] + line.box[2])) / 2
    return -line.height / 2 < gap < _RULE_BELOW_PT and middle < _OFF_CENTRE_PT


def _overlap(one: PrintedLine, other: PrintedLine) -> bool:
    if one.page != other.page:
        return False
    across = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    down = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return across > 1 and down > _OVERLAP * min(one.height, other.height)


def _is_outside(line: PrintedLine, size: tuple[float, float]) -> bool:
    left, top, right, bottom = line.box
    beside = left < -_EDGE_PT or right > size[0] + _EDGE_PT
    return beside or top < -_EDGE_PT or bottom > size[1] + _EDGE_PT
