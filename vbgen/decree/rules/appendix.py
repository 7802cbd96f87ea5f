"""Appendices: heads and numbers, the line “Kèm theo”, a mention in the text, pages of their own."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Appendix, FormKind, Paper
from vbgen.decree.rules.levels import roman_number
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.words.numbers import roman

_HEAD: Final = re.compile(r"(?i)phụ\s+lục\s*(?:số\s*)?([\divxlc]*)\s*([.:\-–]?)\s*(.*)")
_MENTION: Final = re.compile(
    r"kèm theo|phụ lục|đính kèm|danh sách|biểu|gửi kèm|bảng tổng hợp|ban hành|phê duyệt",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(r"(?i)kèm theo\b.*\bsố\b.*ngày.*tháng.*năm.*của\s*\S")
_SHORT_REFERENCE: Final = re.compile(r"(?i)kèm theo\b.*\b(?:số|ngày)\b")


def check_appendices(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Heads and numbers, the line "Kèm theo", a mention in the text, page numbers of their own."""
    if paper.kind is not FormKind.OFFICIAL or not paper.appendices:
        return
    headed = [item for item in paper.appendices if item.head is not None]
    yield from _numbers(headed)
    for appendix in paper.appendices:
        yield from _reference(appendix)
    if not _mentioned(paper):
        first = paper.appendices[0]
        yield Hit(
            "appendix.mentioned",
            _("nội dung không nhắc đến phụ lục"),
            first.head or _first_line(first),
        )
    yield from _page_numbers(paper)


def _numbers(headed: Sequence[Appendix]) -> Iterator[Hit]:
    heads = [appendix.head for appendix in headed]
    for place, head in enumerate(heads, 1):
        match = _HEAD.fullmatch(head.text) if head else None
        if head is None or match is None:
            continue
        if match[3]:
            yield Hit("appendix.own-line", _("ghi là “{text}”", text=head.text), head)
        yield from _number(head, match[1] or "", place if len(heads) > 1 else None)


def _number(head: Line, number: str, place: int | None) -> Iterator[Hit]:
    """Its number where there are several; none where it is alone (`place` is `None`)."""
    found = _("ghi là “{text}”", text=head.text)
    if place is None:
        if number:
            yield Hit("appendix.single-number", found, head)
    elif roman_number(number or "0") != place:
        yield Hit("appendix.number", found, head, {"expected": roman(place)})


def _reference(appendix: Appendix) -> Iterator[Hit]:
    if not appendix.reference:
        if appendix.head is not None or appendix.title:
            line = appendix.title[-1] if appendix.title else appendix.head
            yield Hit("appendix.reference", _("không thấy dòng “Kèm theo”"), line)
        return
    text = " ".join(line.text for line in appendix.reference)
    if not _REFERENCE.search(text) and not re.search(r"[….]{2}|_{2}", text) and not _blank(text):
        yield Hit("appendix.reference-form", _("ghi là “{text}”", text=text), appendix.reference[0])


def _blank(text: str) -> bool:
    """Whether it is a draft's line, its figures left out by widths of blanks only."""
    return bool(re.search(r"số\s+/|ngày\s+tháng|tháng\s+năm", text))


def _mentioned(paper: Paper) -> bool:
    return any(
        _MENTION.search(item.plain)
        for role, item in zip(paper.roles, paper.document.paragraphs, strict=True)
        if role
        in {
            Part.TEXT,
            Part.ARTICLE,
            Part.CLAUSE,
            Part.POINT,
            Part.ITEM,
            Part.GROUND,
            Part.SUBJECT,
            Part.TABLE_TEXT,
        }
    )


def _first_line(appendix: Appendix) -> Line | None:
    return next(iter((*appendix.title, *appendix.reference)), None)


def _page_numbers(paper: Paper) -> Iterator[Hit]:
    """Each headed appendix begins a section whose pages are counted from 1."""
    numbered = paper.has(Part.PAGE_NUMBER)
    for appendix in paper.appendices:
        line = appendix.head or _first_line(appendix)
        if line is None or not numbered:
            continue
        own = _starts_section(paper, appendix)
        section = paper.document.sections[min(appendix.section, len(paper.document.sections) - 1)]
        if not own or section.page_start != 1:
            yield Hit(
                "appendix.page-numbers",
                _("số trang của phụ lục tiếp theo số trang của văn bản"),
                line,
            )


def _starts_section(paper: Paper, appendix: Appendix) -> bool:
    mine = appendix.section
    before = {item.section for item in _before(paper, appendix) if not item.is_empty}
    return mine not in before


def _before(paper: Paper, appendix: Appendix) -> Iterator[Paragraph]:
    for item in paper.document.paragraphs:
        if item is appendix.paragraphs[0]:
            return
        yield item


CHECKS: Final = (check_appendices,)
