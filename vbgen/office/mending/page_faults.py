"""What became worse on the printed pages of a mended copy, held against those of the file itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, starmap
from typing import Final

from vbgen.decree import PageLandmarks
from vbgen.messages import _
from vbgen.pages.pdf.layout import PrintedLayout, PrintedLine, PrintedStroke
from vbgen.pages.pdf.rows import is_outside, is_torn, overlap, rows, spans, squeezed

_HARDLY_FILLED: Final = 0.33  # of a page's height
_RULE_BELOW_PT: Final = 16.0
_OFF_CENTRE_PT: Final = 15.0


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
        wanted = squeezed(text)
        return max(map(len, spans(wanted, self.layout.lines)), default=0)

    @property
    def wrapped(self) -> frozenset[str]:
        """The landmarks that take more than one row."""
        texts = self.landmarks.in_one_row
        return frozenset(squeezed(text) for text in texts if self.rows_of(text) > 1)

    @property
    def torn(self) -> int:
        """Rows whose words stand far apart, evenly: they were stretched to the margin."""
        return sum(map(is_torn, rows(self.layout.lines)))

    @property
    def without_rule(self) -> frozenset[str]:
        """Landmarks that should have a line right below them, and have none there."""
        return frozenset(
            squeezed(text) for text in self.landmarks.ruled if not self._is_ruled(text)
        )

    def _is_ruled(self, text: str) -> bool:
        found = next(spans(squeezed(text), self.layout.lines), None)
        if found is None:
            return True  # printed otherwise than it is written: nothing can be said
        last = found[-1]
        typed = (line for line in self.layout.lines if _is_typed_rule(line))
        drawn = any(_is_under(last, stroke) for stroke in self.layout.strokes)
        return drawn or any(_is_under(last, line) for line in typed)

    @property
    def overlaps(self) -> int:
        """Pairs of rows, one after the other on a page, that lie on each other."""
        return sum(starmap(overlap, pairwise(self.layout.lines)))

    @property
    def cut(self) -> int:
        """Rows that reach beyond the sheet."""
        return sum(is_outside(line, self.layout.sizes[line.page]) for line in self.layout.lines)

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
        ending = {squeezed(text) for text in (*marks.signers, *marks.powers, *marks.below)}
        whole = "".join(sorted(ending))
        on_page = (line for line in self.layout.lines if line.page == page)
        texts = (squeezed(line.text) for line in on_page)
        return all(text in whole or not any(map(str.isalpha, text)) for text in texts)

    @property
    def signatures_split(self) -> int:
        """Names of signers on a page without any title of a signer."""
        titled = set(self._pages_of(self.landmarks.powers))
        signed = set(self._pages_of(self.landmarks.signers))
        return len(signed - titled) if titled else 0

    def _pages_of(self, texts: Iterable[str]) -> list[int]:
        found = (span for text in texts for span in spans(squeezed(text), self.layout.lines))
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


def _is_typed_rule(line: PrintedLine) -> bool:
    return len(line.text) > 2 and set(line.text) <= set("_-–—―─ ")  # noqa: PLR2004 - no dash


def _is_under(line: PrintedLine, rule: PrintedStroke | PrintedLine) -> bool:
    """Whether the rule stands right below the words, its middle below theirs, and is no longer than they are."""
    if rule.page != line.page:
        return False
    gap = rule.box[1] - line.box[3]
    middle = abs((rule.box[0] + rule.box[2]) - (line.box[0] + line.box[2])) / 2
    return -line.height / 2 < gap < _RULE_BELOW_PT and middle < _OFF_CENTRE_PT
