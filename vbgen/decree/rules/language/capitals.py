"""Capitals: only the rules of Phụ lục II that leave no doubt."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.body import text_of
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

WITHIN: Final = r"(?:(?<=[^\W_] )|(?<=[^\W_], ))"  # behind a word or a comma: within a sentence
_CITED_IN: Final = (
    r"(?=\s+(?:(?:Điều|Mục|Chương|Phần)\s|"
    r"(?:của\s+)?(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Quy chế|Quy định)\b))"
)
_CITED_LOW: Final = re.compile(
    rf"(?<![.!?:\-–\"“(]\s)(?<!^)(?<![Tt]iểu )\b(điều|mục|chương)\s+(\d+|[IVX]+){_CITED_IN}"
)
_CITES: Final = re.compile(r"điều|mục|chương|Khoản|Điểm")  # without one of them, none of these
_ARTICLE_LOW: Final = re.compile(
    rf"{WITHIN}(?<!\d )\b(điều)\s+(\d{{1,3}})\b(?!\s+(?:khoản|điểm|điều)\b)"
)
_AFTER_CLAUSE: Final = re.compile(r"\b(?:khoản|Khoản)\s+\d+,?\s+(điều)\s+(\d+)")
_CITED_HIGH: Final = re.compile(
    rf"{WITHIN}(?<![.!?:;] )\b(Khoản|Điểm)\s+(\d+|[a-zđ])(?=,?\s+(?:Điều|điều|Khoản|khoản)\s+\d)"
)
_TYPES: Final = (
    "nghị định|thông tư|quyết định|nghị quyết|chỉ thị|kế hoạch|công văn|tờ trình|"
    "báo cáo|thông báo|hướng dẫn"
)
_TYPE_LOW: Final = re.compile(rf"{WITHIN}\b({_TYPES})\s+số\s+(\d+[/\-]\S+)")
_UNIT: Final = re.compile(rf"{WITHIN}\b(quận|phường)\s+(\d{{1,2}})\b")
_SENTENCE: Final = re.compile(r"[.!?](?<=[^\W\d_]{3}[.!?])\s+([^\W\d_])")
_ABBREVIATED: Final = re.compile(r"(?:v\.v|tp|ths|ts|gs|bs|ks|đ/c|tr|st)[.]?$", re.IGNORECASE)


def check_capitals(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Citations, names of documents, places and bodies, beginnings of sentences."""
    for role, paragraph in text_of(paper):
        text = paragraph.plain
        if _CITES.search(text):
            yield from _citations(paragraph)
        for match in _TYPE_LOW.finditer(text):
            yield _hit(
                "capitals.document-type", paragraph, match[0], match[0][:1].upper() + match[0][1:]
            )
        for match in _UNIT.finditer(text):
            yield _hit(
                "capitals.unit-number", paragraph, match[0], match[0][:1].upper() + match[0][1:]
            )
        yield from _certain(paragraph)
        yield from _sentences(role, paragraph)


def _hit(rule: str, paragraph: Paragraph, found: str, right: str) -> Hit:
    return Hit(rule, _("ghi là “{text}”", text=found), paragraph, {"words": right})


def _citations(paragraph: Paragraph) -> Iterator[Hit]:
    """Each citation that is written wrongly, once, whichever pattern finds it."""
    cited: dict[tuple[str, str], Hit] = {}
    for pattern, rule, lower in (
        (_CITED_LOW, "capitals.citation-upper", False),
        (_AFTER_CLAUSE, "capitals.citation-upper", False),
        (_ARTICLE_LOW, "capitals.citation-upper", False),
        (_CITED_HIGH, "capitals.citation-lower", True),
    ):
        cited |= {
            (hit.rule, hit.found): hit for hit in _cited(paragraph, pattern, rule, lower=lower)
        }
    yield from cited.values()


def _cited(
    paragraph: Paragraph, pattern: re.Pattern[str], rule: str, *, lower: bool
) -> Iterator[Hit]:
    for match in pattern.finditer(paragraph.plain):
        word = match[1].lower() if lower else match[1].capitalize()
        yield _hit(rule, paragraph, f"{match[1]} {match[2]}", f"{word} {match[2]}")


def _certain(paragraph: Paragraph) -> Iterator[Hit]:
    lowered = paragraph.plain.lower()
    for pattern, right, near, rule in _patterns():
        for match in pattern.finditer(paragraph.plain) if near in lowered else ():
            if match.start() or pattern.groups or match[0][:1].islower():
                yield _hit(rule, paragraph, match[0].strip(), match.expand(right).strip())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str, str], ...]:
    data = tomllib.loads(
        (Path(__file__).parent.parent / "words" / "capitals.toml").read_text("utf-8")
    )
    return tuple(
        (
            re.compile(item["pattern"]),
            item["right"],
            item["near"],
            item.get("rule", "capitals.special"),
        )
        for item in data["certain"]
    )


def _sentences(role: Part, paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.plain
    for match in _SENTENCE.finditer(text):
        if (
            match[1].islower()
            and not _ABBREVIATED.search(text[: match.start()])
            and text[match.start() : match.start() + 3] != "..."
        ):
            found = text[match.start() + 1 : match.start() + 20].strip()
            yield Hit("capitals.sentence", _("câu bắt đầu bằng “{text}”", text=found), paragraph)
    if role is Part.TEXT and text[:1].islower() and _ended_before(paragraph):
        yield Hit("capitals.sentence", _("đoạn bắt đầu bằng “{text}”", text=text[:18]), paragraph)


def _ended_before(paragraph: Paragraph) -> bool:
    from vbgen.word.reading.xmlnames import w

    before = paragraph.element.getprevious()
    if before is None or before.tag != w("p"):
        return False
    text = "".join(item.text or "" for item in before.iter(w("t"))).strip()
    return text.endswith((".", "!", "?"))


CHECKS: Final = (check_capitals,)
