"""Type, subject, addressees, grounds and the levels of the text."""

import re
from collections.abc import Sequence
from typing import Final

from vbgen.nd30.parts.line import Line, whole
from vbgen.nd30.parts.marks import Marks, blank_role
from vbgen.nd30.parts.names import Part
from vbgen.nd30.parts.types import PaperType, type_named
from vbgen.nd30.reading.values import Paragraph
from vbgen.wording.names import fold

_ORDERS: Final = frozenset({"quyet dinh", "quyet nghi", "nghi quyet", "chi thi"})
_GROUND: Final = ("can cu", "theo de nghi", "xet ", "thuc hien ", "theo ")
_LEVELS: Final = (
    (
        Part.CHAPTER,
        re.compile(r"(?:phần|chương)\s+(?:thứ\s+\w+|[ivxlc]+|\d+)\s*[.:]?(?:\s.*)?", re.IGNORECASE | re.DOTALL),
    ),
    (Part.SECTION, re.compile(r"(?:tiểu\s+)?mục\s+(?:[ivxlc]+|\d+)\s*[.:]?(?:\s.*)?", re.IGNORECASE | re.DOTALL)),
    (Part.ARTICLE, re.compile(r"điều\s+(?:\d+|[ivx]+|…+|\.{3,})\s*(?:[.:].*|)", re.IGNORECASE | re.DOTALL)),
    (Part.HEADING, re.compile(r"(?![Vv]\s*/\s*[Vv]\b)[IVX]+\s*[.)/\-–]\s*[^\W\d_/].*", re.DOTALL)),
    (Part.CLAUSE, re.compile(r"\d{1,2}(?:\s*[.)/:]\s+\S.*|[.)/](?=[^\W\d_]).*)", re.DOTALL)),
    (Part.CLAUSE, re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\S.*", re.DOTALL)),
    (Part.POINT, re.compile(r"[a-zđ]{1,2}\s*[).]\s*\S.*", re.DOTALL)),
    (Part.ITEM, re.compile(r"[-–—−+•*]\s*\S.*", re.DOTALL)),
)
_WITHOUT_SUBJECT: Final = frozenset({"Giấy giới thiệu", "Giấy nghỉ phép"})
_ALONE: Final = 90  # letters of a line "Chương I …" that is a heading, not a sentence
_LONGEST_QUOTE: Final = 25
_SUBJECT_LINES: Final = 4
_LONG_SUBJECT: Final = 600


def recognise_heading(
    paragraphs: Sequence[Paragraph], marks: Marks, expected: PaperType | None = None
) -> PaperType | None:
    """Name type, subject, addressees, authority and grounds; gives the type, `None` for a công văn.

    `expected` is the type that the symbol tells of: it guides where the type's own line is missing.
    """
    found: PaperType | None = None
    stage = "head"
    for place, paragraph in enumerate(paragraphs):
        line = whole(paragraph)
        empty = blank_role(paragraph)
        if not marks.is_open(paragraph):
            continue
        if paragraph.boxed or _is_draft_mark(line):
            marks.mark(empty or Part.OTHER, line)
        elif empty is not None:
            stage = "after" if stage == "subject" and empty is Part.RULE_LINE and marks.lines[Part.SUBJECT] else stage
            marks.mark(empty, line)
        elif stage == "head" and found is None and _is_type(line, marks):
            found, stage = type_named(line.text), "subject"
            marks.mark(Part.TYPE, line)
        elif stage == "head" and found is None and expected is None and _is_unknown_type(line, marks):
            stage = "subject"
            marks.mark(Part.TYPE, line)
        else:
            part = _heading_part(line, stage, found or expected, marks)
            if part is None and not _addressees_follow(paragraphs[place + 1 : place + 6], marks):
                return found
            part = part or Part.OTHER
            stage = "subject" if part is Part.SUBJECT else "after" if stage == "subject" else stage
            marks.mark(part, line)
    return found


def _addressees_follow(following: Sequence[Paragraph], marks: Marks) -> bool:
    """Whether "Kính gửi" is still to come: what stands before it is no text yet."""
    return not marks.lines[Part.ADDRESSEES] and any(whole(item).folded.startswith("kinh gui:") for item in following)


def _is_draft_mark(line: Line) -> bool:
    return bool(re.fullmatch(r"\W*du thao(?: lan)?\W*\d*\W*", line.folded))


def _is_type(line: Line, marks: Marks) -> bool:
    """Whether the line is a type's name, and not the order "QUYẾT ĐỊNH:" behind the grounds."""
    behind = marks.lines[Part.GROUND] or marks.lines[Part.AUTHORITY]
    return (
        type_named(line.text) is not None and line.paragraph.cell is None and not (behind and line.text.endswith(":"))
    )


def _is_unknown_type(line: Line, marks: Marks) -> bool:
    """Whether a title in capitals, such as LỊCH CÔNG TÁC, stands where the type's name would."""
    if marks.lines[Part.LETTER_SUBJECT] or marks.lines[Part.TYPE] or line.paragraph.cell is not None:
        return False
    return line.paragraph.format.alignment == "center" and line.is_upper and line.is_bold and _level(line) is None


def _heading_part(line: Line, stage: str, found: PaperType | None, marks: Marks) -> Part | None:
    if line.folded.startswith("kinh gui"):
        return Part.ADDRESSEES
    if marks.lines[Part.ADDRESSEES] and _continues_addressees(line, marks):
        return Part.ADDRESSEES
    if found and found.is_decision and line.folded.strip(" :.") in _ORDERS:
        return Part.ORDER
    if _is_ground(line, found, marks):
        return Part.GROUND
    if stage == "subject" and _continues_subject(line, found, marks):
        return Part.SUBJECT
    if found and found.is_decision and not marks.lines[Part.ORDER] and line.is_upper and line.is_whole:
        return Part.AUTHORITY
    return None


def _continues_addressees(line: Line, marks: Marks) -> bool:
    before = marks.lines[Part.ADDRESSEES]
    if any(marks.lines[part] for part in (Part.GROUND, Part.TEXT)):
        return False
    if line.paragraph.cell and before[-1].paragraph.cell:
        return line.paragraph.cell.table == before[-1].paragraph.cell.table
    named = before[0].folded.removeprefix("kinh gui").strip(" :")
    if _is_item(line):
        return not named or len(before) > 1 or named.endswith(";")
    if len(line.text) >= _ALONE or line.paragraph.format.alignment == "both":
        return False
    alike = line.paragraph.format.left == before[-1].paragraph.format.left > 0 and before[-1].text.endswith((";", ","))
    return alike or (len(before) == 1 and not named)


def _is_item(line: Line) -> bool:
    return line.text.startswith(("-", "–", "—", "+", "•")) or bool(line.paragraph.label)


def _is_ground(line: Line, found: PaperType | None, marks: Marks) -> bool:
    if found is None or marks.lines[Part.ORDER] or not line.folded.startswith(_GROUND):
        return False
    if not line.folded.startswith("can cu") and not marks.lines[Part.GROUND]:
        return False
    return found.is_decision or line.is_italic or line.text.endswith(";")


def _continues_subject(line: Line, found: PaperType | None, marks: Marks) -> bool:
    before = marks.lines[Part.SUBJECT]
    if len(before) >= _SUBJECT_LINES or len(line.text) > _LONG_SUBJECT or _level(line) is not None:
        return False
    if line.folded.startswith(("(kem theo", "thoi gian", "hom nay", "dia diem")):
        return False
    if before and found and found.is_decision and line.is_upper:
        return False
    if before:
        return line.paragraph.format.alignment == "center" and line.is_bold == before[-1].is_bold
    if found is not None and found.name in _WITHOUT_SUBJECT:
        return line.is_bold
    return line.paragraph.format.alignment == "center" or line.is_bold


def _level(line: Line) -> Part | None:
    """The level that a line's own number names, `None` for plain text."""
    text = f"{line.paragraph.label} {line.text}".strip() if line.paragraph.label else line.text
    for part, pattern in _LEVELS:
        if pattern.fullmatch(text, 0, 2000):
            if part in {Part.CHAPTER, Part.SECTION} and not _stands_alone(line):
                continue
            if part is Part.ARTICLE and not _is_article(line, text):
                continue
            return part
    return None


def _stands_alone(line: Line) -> bool:
    return (
        len(line.text) < _ALONE
        and not line.text.endswith((";", ","))
        and (
            line.paragraph.format.alignment == "center" or line.is_bold or len(line.text.split()) <= 3  # noqa: PLR2004 - "Tiểu mục 1"
        )
    )


def _is_article(line: Line, text: str) -> bool:
    return bool(re.match(r"điều\s+\S+?\s*[.:…]|điều\s+\d+$", text, re.IGNORECASE)) or line.is_bold


def recognise_body(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name the levels of the text: chapters, articles, clauses, points, items, plain paragraphs."""
    title: Part | None = None
    quoted = quoted_places(paragraphs)
    for place, paragraph in enumerate(paragraphs):
        if not marks.is_open(paragraph):
            continue
        line = whole(paragraph)
        part = blank_role(paragraph)
        if part is None and place in quoted:
            part = Part.TEXT
        elif paragraph.cell is not None:
            part = part or Part.TABLE_TEXT
        elif part is None:
            part, title = _body_part(line, title)
        marks.mark(part, line)


def quoted_places(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Places of paragraphs within a quotation of several: their numbers are another text's."""
    found: set[int] = set()
    place = 0
    while place < len(paragraphs):
        balance, end = 0, place
        while end < min(len(paragraphs), place + _LONGEST_QUOTE):
            balance += paragraphs[end].text.count("“") - paragraphs[end].text.count("”")
            if balance <= 0:
                break
            end += 1
        if balance == 0 and end > place:
            found.update(range(place, end + 1))
        place = end + 1 if balance == 0 else place + 1
    return found


def _body_part(line: Line, title: Part | None) -> tuple[Part, Part | None]:
    level = _level(line)
    if level is Part.CHAPTER:
        return level, Part.CHAPTER_TITLE
    if level is Part.SECTION:
        return level, Part.SECTION_TITLE
    if level is None and title is not None and (line.paragraph.format.alignment == "center" or line.is_upper):
        return title, title
    if level is None and fold(line.text).strip(" :.") in _ORDERS and line.is_bold:
        return Part.ORDER, None
    if level is None and line.paragraph.format.alignment == "center" and line.is_upper:
        return Part.OTHER, None
    return level or Part.TEXT, None
