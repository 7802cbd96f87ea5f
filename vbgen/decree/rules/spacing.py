"""Layout made with the wrong key: empty paragraphs, line breaks, blanks for indents, an empty last page."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.body import text_of
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

_IN_BODY: Final = frozenset(
    {Part.TEXT, Part.ITEM, Part.CLAUSE, Part.POINT, Part.ARTICLE, Part.HEADING}
)
_EMPTY_AT_END: Final = 12  # empty paragraphs that push a page over


def check_empty_paragraphs(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Empty paragraphs between two paragraphs of the text."""
    above = list(_nearest(paper.roles))
    below = list(reversed(list(_nearest(paper.roles[::-1]))))
    for place, paragraph in enumerate(paper.document.paragraphs):
        is_between = above[place] in _IN_BODY and below[place] in _IN_BODY
        if paper.roles[place] is Part.EMPTY and is_between and not _has_a_use(paragraph):
            yield Hit("typing.empty-paragraphs", _("đoạn trống giữa nội dung"), paragraph)


def _nearest(roles: Sequence[Part]) -> Iterator[Part | None]:
    """For each place the last role before it that is not empty."""
    last: Part | None = None
    for role in roles:
        yield last
        last = last if role is Part.EMPTY else role


def _has_a_use(paragraph: Paragraph) -> bool:
    """Whether an empty paragraph breaks a page, ends a section or fills a cell."""
    return paragraph.page_break or paragraph.cell is not None or _ends_section(paragraph)


def _ends_section(paragraph: Paragraph) -> bool:
    from vbgen.word.reading.xmlnames import child

    return child(child(paragraph.element, "pPr"), "sectPr") is not None


def check_line_breaks(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Line breaks and indents by blanks within the text."""
    for _role, paragraph in text_of(paper):
        if "\n" in paragraph.text.strip():
            yield Hit("typing.line-break", _("có ngắt dòng trong đoạn"), paragraph)
        if re.match(r"[ \u00a0]{2,}\S|[ \u00a0]*\t", paragraph.text):
            yield Hit("typing.indent-by-blanks", _("đầu dòng có dấu cách hoặc Tab"), paragraph)


def check_last_page(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A page break or many empty paragraphs behind the last words."""
    tail: list[Paragraph] = []
    for paragraph in reversed(paper.document.paragraphs):
        if not paragraph.is_empty or paragraph.cell is not None:
            if paragraph.page_break and _break_is_last(paragraph):
                tail.append(paragraph)
            break
        tail.append(paragraph)
    if _runs_over(tail):
        yield Hit(
            "typing.empty-last-page",
            _("sau nội dung còn ngắt trang hoặc nhiều đoạn trống"),
            tail[-1],
        )


def _break_is_last(paragraph: Paragraph) -> bool:
    from vbgen.word.reading.xmlnames import w

    runs = paragraph.element.findall(w("r"))
    return bool(runs) and runs[-1].find(w("br")) is not None and bool(paragraph.plain)


def _runs_over(tail: Sequence[Paragraph]) -> bool:
    breaks = any(item.page_break or item.format.page_break_before for item in tail)
    return breaks or len(tail) >= _EMPTY_AT_END


def check_leftovers(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Tracked changes and comments that a final paper should not carry."""
    if paper.document.has_deletions:
        yield Hit("typing.tracked-changes", _("văn bản còn dấu sửa đổi"))
    if paper.document.has_comments:
        yield Hit("typing.comments", _("văn bản còn chú thích"))


CHECKS: Final = (check_empty_paragraphs, check_line_breaks, check_last_page, check_leftovers)
