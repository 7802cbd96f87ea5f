"""The letterhead: national name, motto, agencies, number, place and date, V/v, wherever they stand."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from vbgen.nd30.parts.agencies import agencies
from vbgen.nd30.parts.line import Line, split
from vbgen.nd30.parts.marks import Marks
from vbgen.nd30.parts.names import Part
from vbgen.nd30.parts.types import type_named
from vbgen.nd30.reading.values import Paragraph

_NATIONAL: Final = "cong hoa xa hoi chu nghia viet nam"
_MOTTO: Final = "doc lap tu do hanh phuc"
_ALIKE: Final = 0.84
_SEARCHED: Final = 60  # paragraphs in which a letterhead begins
_OUTSIDE_TABLE: Final = 25  # paragraphs that a letterhead without a table may take
_AFTER_TABLE: Final = 8
_SHORT: Final = 60
_LONG: Final = 90
_BREAK: Final = re.compile(
    r"\s{4,}|(?<=\S)\s+(?=C[ỘỌÔO]NG\s+H[ÒO][AÀ])|(?<=\S)\s+(?=Đ[ộo]c l[ậa]p\s*[-–])", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"s[ốo]\s*[:.]?\s*[\d….\s]*\s*[/\-]?.*", re.IGNORECASE)
_DATE: Final = re.compile(
    r".{0,70}\bngày\b.{0,14}\btháng\b.{0,12}\bnăm\b[\s\d….]*|.{2,40},\s*ngày\s*[\d/.\-…]+", re.IGNORECASE
)
_URGENT: Final = frozenset({"hoa toc", "thuong khan", "khan", "hoa toc hen gio"})
_CIRCULATION: Final = frozenset({"xem xong tra lai", "luu hanh noi bo", "tai lieu thu hoi", "khong pho bien"})
_SECRET: Final = frozenset({"mat", "toi mat", "tuyet mat"})


def is_national_name(line: Line) -> bool:
    """Whether the line is the national name, even with a slip of the pen in it."""
    return _alike(line, _NATIONAL)


def is_motto(line: Line) -> bool:
    """Whether the line is the motto, even with a slip of the pen in it."""
    return _alike(line, _MOTTO)


def _alike(line: Line, wanted: str) -> bool:
    bare = " ".join(re.findall(r"[a-z]+", line.folded))
    if abs(len(bare) - len(wanted)) > len(wanted) // 3:
        return False
    return SequenceMatcher(None, bare, wanted, autojunk=False).ratio() >= _ALIKE


def recognise_letterhead(marks: Marks) -> frozenset[int]:
    """Name the letterhead's lines; gives the places of its paragraphs, none when there is no letterhead."""
    paragraphs = marks.document.paragraphs[:_SEARCHED]
    if _is_appendix(paragraphs):
        return frozenset()
    anchor = next((item for item in paragraphs if any(_anchors(line) for line in _lines(item))), None)
    if anchor is None:
        return frozenset()
    block = _block(anchor, marks.document.paragraphs)
    for line in _one_by_one(block):
        _name_plain(line, marks)
    _name_agencies(block, anchor, marks)
    marks.fill(block, Part.OTHER)
    return frozenset(marks.place(item) for item in block)


def _is_appendix(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the file begins with "Phụ lục …": an appendix in its own file has no letterhead."""
    first = next((item.plain for item in paragraphs if item.plain and not _is_stamp(item.plain)), "")
    return bool(re.fullmatch(r"phụ\s+lục(?:\s+[\w….]+)?", first, re.IGNORECASE))


def _is_stamp(text: str) -> bool:
    """Whether it is the line of a digital signature: number; date; hour, minute, second."""
    return bool(re.search(r"giờ\s*:\s*phút|\b\d{1,2}:\d{2}:\d{2}\b", text))


def _anchors(line: Line) -> bool:
    return is_national_name(line) or is_motto(line) or _is_number(line) or (_is_date(line) and line.is_italic)


def _lines(paragraph: Paragraph) -> tuple[Line, ...]:
    return tuple(piece for line in split(paragraph) for piece in _pieces(line))


def _pieces(line: Line) -> Iterator[Line]:
    """The line cut where two columns stand side by side; a number's own blanks do not cut it."""
    text = line.paragraph.text
    start = line.start
    for gap in _BREAK.finditer(text, line.start, line.end):
        left, right = text[start : gap.start()].strip(), text[gap.end() : line.end].strip()
        if (
            not left
            or not right
            or re.match(r"[/\-]|\d*\s*/", right)
            or re.search(r"(?:ngày|tháng|năm|[Ss]ố:?)$", left)
        ):
            continue
        yield Line(line.paragraph, start, gap.start())
        start = gap.end()
    yield Line(line.paragraph, start, line.end)


def _block(anchor: Paragraph, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    place = next(index for index, item in enumerate(paragraphs) if item is anchor)
    table = anchor.cell.table if anchor.cell else None
    if table is None:
        return list(_until_text(paragraphs[: place + _OUTSIDE_TABLE], place))
    inside = [index for index, item in enumerate(paragraphs) if item.cell and item.cell.table == table]
    block = list(paragraphs[: inside[-1] + 1]) if inside[0] < _SEARCHED // 2 else [paragraphs[i] for i in inside]
    return block + list(_rest(paragraphs[inside[-1] + 1 : inside[-1] + 1 + _AFTER_TABLE], block))


def _rest(following: Sequence[Paragraph], block: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What still belongs to the letterhead below its table: number, date, V/v that the table lacks."""
    known = [line for item in block for line in _lines(item)]
    if any(map(_is_number, known)) and any(map(_is_date, known)):
        return
    text = next((index for index, item in enumerate(following) if any(map(_begins_text, _lines(item)))), len(following))
    following = following[:text]
    last = max((index for index, item in enumerate(following) if _completes(item)), default=-1)
    yield from following[: last + 1]


def _completes(paragraph: Paragraph) -> bool:
    return any(_is_number(line) or _is_date(line) or _is_subject(line) for line in _lines(paragraph))


def _until_text(paragraphs: Sequence[Paragraph], anchor: int) -> Iterator[Paragraph]:
    last, goes_on = anchor, False
    for index, item in enumerate(paragraphs):
        lines = _lines(item)
        if index > anchor and any(map(_begins_text, lines)):
            break
        if any(_anchors(line) or is_motto(line) or _is_subject(line) for line in lines):
            last = index
        elif index > anchor and not item.plain and item.shapes:
            last = max(last, index) if index - last <= 1 else last
    while any(map(_is_subject, _lines(paragraphs[last]))) or goes_on:
        following = paragraphs[last + 1] if last + 1 < len(paragraphs) else None
        goes_on = following is not None and _is_short_line(following)
        if not goes_on:
            break
        last += 1
    yield from paragraphs[: last + 1]


def _is_short_line(paragraph: Paragraph) -> bool:
    """Whether the paragraph may be a further line of a V/v: short, not justified, nothing else."""
    lines = _lines(paragraph)
    return (
        bool(lines)
        and len(paragraph.plain) < _SHORT
        and paragraph.format.alignment != "both"
        and not any(map(_begins_text, lines))
    )


def _begins_text(line: Line) -> bool:
    return type_named(line.text) is not None or line.folded.startswith(("kinh gui", "can cu "))


def _is_number(line: Line) -> bool:
    text = line.folded
    if not re.match(r"so\s*[:.]|so\s+[\d.…]*\s*/|so\s*\d+\s*/|so\s*/", text):
        return False
    return len(text) < _SHORT and "ngay" not in text and ("/" in text or "-" in text or text.rstrip(" .:…").isalnum())


def _is_date(line: Line) -> bool:
    return (
        bool(_DATE.fullmatch(line.text))
        and len(line.text) < _LONG
        and not re.search(r"kèm theo|;|giờ|^v/v|^về việc", line.text.lower())
    )


def _is_subject(line: Line) -> bool:
    return bool(re.match(r"v\s*/\s*v\b", line.folded))


def _one_by_one(block: Sequence[Paragraph]) -> Iterator[Line]:
    for paragraph in block:
        yield from _lines(paragraph)


def _name_plain(line: Line, marks: Marks) -> None:
    part = _plain_part(line)
    if part is not None:
        marks.mark(part, line)


def _plain_part(line: Line) -> Part | None:
    bare = line.folded.strip(" .:-[]()")
    tests = (
        (Part.STAMP, _is_stamp(line.text)),
        (Part.NATIONAL_NAME, is_national_name(line)),
        (Part.MOTTO, is_motto(line)),
        (Part.DATE, _is_date(line)),
        (Part.NUMBER, _is_number(line)),
        (Part.URGENCY, bare in _URGENT),
        (Part.CIRCULATION, bare in _CIRCULATION),
        (Part.SECRECY, bare in _SECRET),
        (Part.RULE_LINE, line.is_rule),
    )
    return next((part for part, holds in tests if holds), None)


def _name_agencies(block: Sequence[Paragraph], anchor: Paragraph, marks: Marks) -> None:
    """Name what is left of the left column: agencies above the number, V/v and its further lines below."""
    named = {(id(line.paragraph), line.start) for lines in marks.lines.values() for line in lines}
    below, in_subject, left = False, False, []
    for line in (line for item in block for line in _lines(item)):
        if (id(line.paragraph), line.start) in named:
            below, in_subject = below or _is_number(line), False
        elif line.folded.startswith("kinh gui") or (marks.lines[Part.ADDRESSEES] and below):
            marks.mark(Part.ADDRESSEES, line)
            in_subject = False
        elif _is_subject(line) or (below and line.folded.startswith("ve viec")):
            marks.mark(Part.LETTER_SUBJECT, line)
            in_subject = True
        elif in_subject and _beside(line, marks.lines[Part.LETTER_SUBJECT][-1]):
            marks.mark(Part.LETTER_SUBJECT, line)
        elif not below and line.has_letters and _may_be_agency(line, anchor):
            left.append(line)
    governing, issuer = agencies(left)
    for part, lines in ((Part.GOVERNING_BODY, governing), (Part.ISSUER, issuer)):
        for line in lines:
            marks.mark(part, line)


def _beside(line: Line, before: Line) -> bool:
    one, other = line.paragraph.cell, before.paragraph.cell
    if one is None or other is None:
        return line.paragraph.element.getprevious() is before.paragraph.element and line.start == 0
    return (one.table, one.column) == (other.table, other.column) and line.has_letters


def _may_be_agency(line: Line, anchor: Paragraph) -> bool:
    cell, other = line.paragraph.cell, anchor.cell
    if cell is not None and other is not None and cell.table == other.table and is_national_name_in(anchor):
        return cell.column != other.column
    return line.is_upper or line.paragraph.boxed or len(line.text) < _SHORT


def is_national_name_in(paragraph: Paragraph) -> bool:
    """Whether one of the paragraph's pieces is the national name."""
    return any(is_national_name(line) or is_motto(line) for line in _lines(paragraph))
