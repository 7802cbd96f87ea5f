"""An appendix and the paper that it goes with: number, day, type and issuer; what the text cites, and what is there."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Appendix, FormKind, Paper
from vbgen.decree.parts.types import type_named
from vbgen.decree.rules.levels import roman_number
from vbgen.decree.rules.signing.titles import issuer_words
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.words.names import fold
from vbgen.words.numbers import roman

_NUMBER: Final = re.compile(r"[Ss]ố:?\s*(\d+)\s*/\s*([^\s;,]+)")
_DAY: Final = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_TYPE: Final = re.compile(r"(?i)kèm theo\s+(.+?)\s+(?:số|ngày|của)\b")
_CITED: Final = re.compile(
    r"[Pp]hụ lục (?:số )?([IVX]+|\d+)\b(?!\s*(?:,|và)?\s*(?:của\b|ban hành|Nghị|Thông tư|Luật|Quy|Phần|"
    r"kèm theo (?:Nghị|Thông tư|Luật|Quy|Công văn|Kế hoạch số)))"
)
_COMMITTEE: Final = re.compile(r"uy ban nhan dan (.+)")


def check_references(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """The line “(Kèm theo … số … ngày … của …)” names this very paper."""
    if paper.kind is not FormKind.OFFICIAL:
        return
    for appendix in paper.appendices:
        text = " ".join(line.text for line in appendix.reference)
        wrong = next(filter(None, (differs(paper, text) for differs in _DIFFERENCES)), "")
        if wrong:
            found = _("ghi là “{text}”", text=text)
            yield Hit("appendix.other-paper", found, appendix.reference[0], {"own": wrong})


def _other_number(paper: Paper, text: str) -> str:
    """The paper's own number where the line has another."""
    line, told = paper.first(Part.NUMBER), _NUMBER.search(text)
    own = _NUMBER.search(line.text) if line is not None else None
    if own is None or told is None:
        return ""
    return f"số {own[1]}/{own[2]}" if int(own[1]) != int(told[1]) else ""


def _other_day(paper: Paper, text: str) -> str:
    line, told = paper.first(Part.DATE), _DAY.search(text)
    own = _DAY.search(line.text) if line is not None else None
    if own is None or told is None:
        return ""
    same = [int(item) for item in own.groups()] == [int(item) for item in told.groups()]
    return "" if same else own[0]


def _other_type(paper: Paper, text: str) -> str:
    match = _TYPE.search(text)
    told = type_named(match[1]) if match else None
    if told is None or paper.type is None or told == paper.type:
        return ""
    return paper.type.name


def _other_issuer(paper: Paper, text: str) -> str:
    """The committee's own place where the line names another's."""
    own = _COMMITTEE.match(fold(issuer_words(paper)))
    told = _COMMITTEE.search(fold(text).strip(" )"))
    if own is None or told is None or own[1].startswith(told[1]) or told[1].startswith(own[1]):
        return ""
    return issuer_words(paper).upper()


_DIFFERENCES: Final = (_other_number, _other_day, _other_type, _other_issuer)


def check_cited(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Each appendix that the text cites is there, and each numbered one that is there is cited.

    Appendices without numbers are counted; where none stands in the file, they may lie in another.
    """
    if paper.kind is not FormKind.OFFICIAL or not paper.appendices:
        return
    present = {number: item for item in paper.appendices if (number := _number(item))}
    there = set(present) or set(range(1, len(paper.appendices) + 1))
    cited = list(_cited(paper))
    yield from _absent(cited, there)
    yield from _uncited(present, {number for _item, _text, number in cited})


def _absent(cited: Sequence[tuple[Paragraph, str, int]], there: Collection[int]) -> Iterator[Hit]:
    for item, text, number in cited:
        if number not in there:
            yield Hit("appendix.absent", _("nhắc đến “{text}”", text=text), item)


def _cited(paper: Paper) -> Iterator[tuple[Paragraph, str, int]]:
    """Where the text cites an appendix of its own, with which words, and which number."""
    for _role, item in paper.body:
        for match in _CITED.finditer(item.plain):
            yield item, match[0], _value(match[1])


def _uncited(present: dict[int, Appendix], cited: set[int]) -> Iterator[Hit]:
    left = [number for number in present if number not in cited] if cited & set(present) else []
    for number in left:
        if (item := present[number]).head is not None:
            found = _("nội dung không nhắc đến Phụ lục {number}", number=roman(number))
            yield Hit("appendix.mentioned", found, item.head)


def _number(appendix: Appendix) -> int:
    match = (
        re.match(r"(?i)phụ lục (?:số )?([ivx]+|\d+)\b", appendix.head.text)
        if appendix.head
        else None
    )
    return _value(match[1].upper()) if match else 0


def _value(text: str) -> int:
    return int(text) if text.isdecimal() else roman_number(text) or 0


CHECKS: Final = (check_references, check_cited)
