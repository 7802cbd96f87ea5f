"""What a paper says in two places must agree: articles, annexes, recipients, days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.words.names import fold

_AS_ARTICLES: Final = re.compile(r"(?i)như\s+(?:các\s+)?điều\s+(\d+(?:\s*(?:,|và)\s*\d+)*)")
_OWN_ARTICLE: Final = re.compile(
    r"(?:tại|theo)\s+Điều\s+(\d+)(?=\s+(?:của\s+)?(?:Quyết định|Nghị quyết|Quy chế|Quy định)\s+này)"
    r"|có\s+tên\s+(?:tại|ở)\s+Điều\s+(\d+)(?!\s+(?:của\s+)?(?:Quyết định|Nghị quyết)\s+số)"
)
_NOTES: Final = re.compile(r"\([^)]*\)")
_SHORT: Final = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("&", " va "))
_DAY: Final = re.compile(
    r"ngày\s+(?:\d{1,2}\s*(?:,|và|đến\s+ngày|đến|-|–)\s*)*(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?"
    r"|(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"
    r"|ngày\s+(\d{1,2})(?:/(\d{1,2})(?![\d/])|[.-](\d{1,2})[.-](\d{4})(?!\d))",
    re.IGNORECASE,
)
_LEAP: Final = 2024  # a year of the longest February, for a day without its year
_AHEAD: Final = timedelta(days=31)  # a draft is dated forward by so much without harm
_CITED: Final = re.compile(r"\bsố\s+\S+\s+(ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})")
_CITING: Final = re.compile(r"(?i)(?:căn cứ|thực hiện|theo)\s")


def check_articles_cited(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """“Như Điều n”, “tại Điều n Quyết định này”: the article is there."""
    numbers = _articles(paper)
    counted = set(range(1, len(paper.of(Part.ARTICLE)) + 1))
    in_order = numbers == counted  # else their own order is the fault
    if not numbers or not in_order or paper.kind is not FormKind.OFFICIAL:
        return
    texts: list[tuple[str, Line | Paragraph, str]] = [
        ("recipient.article", line, line.text) for line in paper.of(Part.RECIPIENT)
    ]
    texts += [("article.reference", item, item.plain) for _role, item in paper.body]
    for rule, where, text in texts:
        yield from _absent(rule, where, text, numbers)


def _absent(rule: str, where: Line | Paragraph, text: str, numbers: set[int]) -> Iterator[Hit]:
    pattern = _AS_ARTICLES if rule == "recipient.article" else _OWN_ARTICLE
    for match in pattern.finditer(text):
        if any(int(number) not in numbers for number in re.findall(r"\d+", match[0])):
            found = _("ghi là “{text}”", text=match[0])
            yield Hit(rule, found, where, {"last": str(max(numbers))})


def _articles(paper: Paper) -> set[int]:
    found = (re.match(r"(?i)điều\s+(\d+)", line.text) for line in paper.of(Part.ARTICLE))
    return {int(match[1]) for match in found if match}


def check_repeated(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """The same recipient, addressee or ground twice."""
    for part, rule in (
        (Part.RECIPIENT, "recipient.repeated"),
        (Part.ADDRESSEES, "addressees.repeated"),
        (Part.GROUND, "ground.repeated"),
    ):
        yield from _repeated(paper.of(part), rule)


def _repeated(lines: Sequence[Line], rule: str) -> Iterator[Hit]:
    seen: set[str] = set()
    for line in lines:
        name = _compared(line.text)
        if name in seen and len(name) > 1:
            yield Hit(rule, _("“{text}” đã ghi ở trên", text=line.text.strip("- ;.")), line)
        seen.add(name)


def _compared(text: str) -> str:
    """A name for comparing: without marks, notes in brackets and the usual abbreviations."""
    bare = fold(_NOTES.sub("", text)).strip(" -–+•;.,:")
    for short, full in _SHORT:
        bare = bare.replace(short, full)
    return "" if re.search(r"\.{2,}|…|_{2,}", text) else " ".join(bare.split())


def check_days(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Days that no calendar has; the paper's own day after what it builds on, and not far ahead."""
    for role, item in zip(paper.roles, paper.document.paragraphs, strict=True):
        if role is not Part.DATE:
            yield from _impossible(item)
    yield from _own_day(paper)


def _impossible(item: Paragraph) -> Iterator[Hit]:
    for match in _DAY.finditer(item.plain):
        if _day(match) is None:
            yield Hit("typing.day", _("ghi là “{text}”", text=match[0]), item)


def _day(match: re.Match[str]) -> date | None:
    """The day that is written, in a leap year where none is told; `None` for none of the calendar."""
    said = [int(number) for number in match.groups() if number]
    day, month, year = (*said, _LEAP)[:3]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _own_day(paper: Paper) -> Iterator[Hit]:
    line = paper.first(Part.DATE)
    own = _written(line.text) if line is not None else None
    if line is None or own is None:
        return
    found = _("ghi là “{text}”", text=line.text)
    if _is_far_ahead(own, paper.today):
        yield Hit("date.future", found, line)
    later = max(_cited_days(paper), default=own)
    if later > own:
        shown = f"{later.day:02}/{later.month:02}/{later.year}"
        yield Hit("date.before-ground", found, line, {"day": shown})


def _is_far_ahead(own: date, today: date | None) -> bool:
    return today is not None and own > today + _AHEAD


def _written(text: str, start: int = 0) -> date | None:
    """The first day that the text writes with its year."""
    match = _DAY.search(text, start)
    return _day(match) if match and (match[3] or match[6] or match[10]) else None


def _cited_days(paper: Paper) -> Iterator[date]:
    """The days of the papers that this one is built on."""
    for role, item in zip(paper.roles, paper.document.paragraphs, strict=True):
        cites = role is Part.GROUND or (role is Part.TEXT and _CITING.match(item.plain))
        for match in _CITED.finditer(item.plain) if cites else ():
            found = _written(match[1])
            if found is not None:
                yield found


CHECKS: Final = (check_articles_cited, check_repeated, check_days)
