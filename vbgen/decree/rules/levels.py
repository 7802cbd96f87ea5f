"""Parts, chapters, articles, clauses and points: their numbers, marks and order."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.appearance import looks
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph
from vbgen.words.numbers import from_roman
from vbgen.words.points import LETTERS, misplaced_points

_ROMAN: Final = re.compile(r"[IVXLC]+")
_ARABIC: Final = re.compile(r"\d+")
_HIGHER: Final = {
    Part.HEADING: {Part.CHAPTER, Part.CHAPTER_TITLE, Part.SECTION},
    Part.CLAUSE: {
        Part.CHAPTER,
        Part.SECTION,
        Part.ARTICLE,
        Part.HEADING,
        Part.SECTION_TITLE,
        Part.CHAPTER_TITLE,
        Part.ORDER,
    },
    Part.POINT: {Part.CHAPTER, Part.SECTION, Part.ARTICLE, Part.HEADING, Part.CLAUSE, Part.ORDER},
}


_ARTICLE: Final = re.compile(r"(?i)(điều\s+)(\S+?)(?=[.:…\s]|$)\s*([.:…]?)")
_CHAPTER: Final = re.compile(r"(?i)(phần|chương|tiểu mục|mục)\s+(thứ\s+\w+|\w+)\s*[.:]?\s*(.*)")
_TITLED: Final = frozenset({Part.CHAPTER_TITLE, Part.SECTION_TITLE})
_BLANK: Final = frozenset({Part.EMPTY, Part.RULE_LINE})


def check_chapters(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Phần, chương, mục: numerals, own lines, titles, order."""
    named = zip(paper.roles, paper.document.paragraphs, strict=True)
    sequence = [(role, item) for role, item in named if role not in _BLANK]
    following = [role for role, _item in sequence[1:]]
    counts: dict[str, int] = {}
    for (role, item), next_role in zip_longest(sequence, following):
        match = _CHAPTER.match(item.plain) if role in {Part.CHAPTER, Part.SECTION} else None
        if match is None:
            continue
        line = whole(item)
        yield from _chapter(line, role, match, is_titled=next_role in _TITLED)
        if role is Part.CHAPTER and _ROMAN.fullmatch(match[2]):
            yield from _chapter_order(line, match[1].lower(), match[2], counts)


def _chapter(line: Line, role: Part, match: re.Match[str], *, is_titled: bool) -> Iterator[Hit]:
    """Its numeral, and its title on a line of its own."""
    is_chapter = role is Part.CHAPTER
    name = "chapter" if is_chapter else "section"
    wanted = _ROMAN if is_chapter else _ARABIC
    if not wanted.fullmatch(match[2]):
        yield Hit(f"{name}.number", _("số thứ tự “{number}”", number=match[2]), line)
    if match[3]:
        yield Hit(f"{name}.own-line", _("tiêu đề nằm cùng dòng"), line)
    elif not is_titled:
        yield Hit(f"{name}.title", _("không thấy tiêu đề"), line)


def _chapter_order(line: Line, word: str, number: str, counts: dict[str, int]) -> Iterator[Hit]:
    """Chapters count on; a first phần lets them begin anew."""
    counts[word] = counts.get(word, 0) + 1
    if word == "phần" and number == "I":
        counts.pop("chương", None)
    yield from _next_roman("chapter.order", line, number, counts, word)


def _next_roman(
    rule: str, line: Line, number: str, counts: dict[str, int], word: str
) -> Iterator[Hit]:
    from vbgen.words.numbers import roman

    expected, found = counts[word], roman_number(number)
    if found is not None and found != expected:
        if found != 1:
            shown = _("số thứ tự “{number}”", number=number)
            yield Hit(rule, shown, line, {"expected": roman(expected)})
        counts[word] = found


def roman_number(text: str) -> int | None:
    """Value of a Roman numeral, `None` when it is none."""
    try:
        return from_roman(text)
    except ValueError:
        return None


def check_articles(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Điều: bold, a dot, in small letters, Arabic numbers in order."""
    last = 0
    for line in paper.of(Part.ARTICLE):
        label = line.paragraph.label  # a list of Word's may write "Điều 1." before "Điều động …"
        is_listed = label.lower().startswith("điều")
        match = _ARTICLE.match(label if is_listed else line.text)
        if match is None:
            continue
        if not is_listed:
            yield from _article(line, match)
        if match[2].isdecimal():
            yield from _follows("article.order", line, int(match[2]), last)
        last = int(match[2]) if match[2].isdecimal() else last + 1


def _article(line: Line, match: re.Match[str]) -> Iterator[Hit]:
    found = _("ghi là “{text}”", text=match[0].strip())
    if not _is_bold(line, match.end(2)):
        yield Hit("article.weight", _("“{text}” không đậm", text=match[0].strip()), line)
    if match[3] not in {".", "…"}:
        yield Hit("article.dot", found, line)
    if _ROMAN.fullmatch(match[2]):
        yield Hit("article.number", found, line)
    if not match[1].startswith("Điều"):
        yield Hit("article.case", found, line)


def _follows(rule: str, line: Line, number: int, last: int) -> Iterator[Hit]:
    """A number that is neither the next nor the first of a new text; twice the first is no new text."""
    if number != last + 1 and (number != 1 or last == 1):
        shown = re.sub(
            r"[.:)/]+$", "", " ".join(line.text.split()[: 2 if rule == "article.order" else 1])
        )
        yield Hit(rule, _("ghi là “{text}”", text=shown), line, {"expected": str(last + 1)})


def _is_bold(line: Line, length: int) -> bool:
    raw = line.paragraph.text
    start = len(raw) - len(raw.lstrip())
    head = Line(line.paragraph, start, start + length)
    return all(look.bold for look in looks(head))


def check_headings(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """I, II, III: a dot after them, in order."""
    for group in _groups(paper, Part.HEADING):
        expected = 1
        for item in group:
            match = re.match(r"([IVX]+)\s*(\.?)", _numbered(item))
            if match is None:
                continue
            if not match[2]:
                yield Hit("heading.dot", _("ghi là “{text}”", text=item.plain[:8]), whole(item))
            found = roman_number(match[1]) or expected
            if found not in {expected, 1}:
                yield Hit(
                    "heading.order",
                    _("số thứ tự “{number}”", number=match[1]),
                    whole(item),
                    {"expected": _as_roman(expected)},
                )
            expected = found + 1


def _as_roman(number: int) -> str:
    from vbgen.words.numbers import roman

    return roman(number)


def check_clauses(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """1, 2, 3: a dot after them, in order within their article or heading."""
    for group in _groups(paper, Part.CLAUSE):
        last = 0
        for item in group:
            match = re.match(r"(\d+)\s*([.)/:])(?!\d)", _numbered(item))
            if match is None:
                continue
            if match[2] != ".":
                yield Hit("clause.dot", _("ghi là “{text}”", text=match[0]), whole(item))
            yield from _follows("clause.order", whole(item), int(match[1]), last)
            last = int(match[1])


def check_points(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """a, b, c, d, đ: a bracket after them, in Vietnamese order."""
    for group in _groups(paper, Part.POINT):
        letters: list[str] = []
        items: list[Paragraph] = []
        for item in group:
            match = re.match(r"([a-zđ]{1,2})\s*([.)])", _numbered(item))
            if match is None:
                continue
            if match[2] != ")":
                yield Hit("point.bracket", _("ghi là “{text}”", text=match[0]), whole(item))
            if match[1] == LETTERS[0] and letters:
                yield from _order(letters, items)
                letters, items = [], []
            letters.append(match[1])
            items.append(item)
        yield from _order(letters, items)


def _order(letters: Sequence[str], items: Sequence[Paragraph]) -> Iterator[Hit]:
    for wrong in misplaced_points(letters):
        found = _("điểm “{found})”", found=wrong.found)
        yield Hit(
            "point.order", found, whole(items[wrong.position]), {"expected": f"{wrong.expected})"}
        )


def _groups(paper: Paper, part: Part) -> Iterator[list[Paragraph]]:
    """Paragraphs of one level, a new group after each higher level."""
    group: list[Paragraph] = []
    for role, item in zip(paper.roles, paper.document.paragraphs, strict=True):
        if role in _HIGHER[part] and group:
            yield group
            group = []
        if role is part:
            group.append(item)
    if group:
        yield group


def _numbered(item: Paragraph) -> str:
    return f"{item.label} {item.plain}" if item.label else item.plain


def check_large_points(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A), B) where a), b) belong."""
    for role, item in zip(paper.roles, paper.document.paragraphs, strict=True):
        if role is Part.TEXT and (match := re.match(r"[A-HĐ]\)\s", item.plain)):
            yield Hit("point.case", _("ghi là “{text}”", text=match[0].strip()), item)


CHECKS: Final = (
    check_chapters, check_articles, check_headings, check_clauses, check_points, check_large_points,
)  # fmt: skip
