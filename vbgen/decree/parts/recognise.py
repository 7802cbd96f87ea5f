"""A document turned into a paper: every part named, wherever it stands."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import dropwhile, takewhile
from typing import Final

from vbgen.decree.parts.appendix import is_appendix_head, recognise_appendices
from vbgen.decree.parts.body import recognise_body
from vbgen.decree.parts.ending import (
    holds_recipients,
    is_recipients_heading,
    is_signature_table,
    plain_ending,
    recognise_plain_ending,
    recognise_recipients,
    recognise_signature_table,
)
from vbgen.decree.parts.joint import recognise_joint
from vbgen.decree.parts.kind_signs import PaperSigns, is_certain, kind_of_paper
from vbgen.decree.parts.letterhead import recognise_letterhead
from vbgen.decree.parts.letterhead_words import is_stamp
from vbgen.decree.parts.line import Line, split, whole
from vbgen.decree.parts.marks import Marks
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.opening import recognise_opening
from vbgen.decree.parts.paper import Paper
from vbgen.decree.parts.types import PaperType, type_abbreviated
from vbgen.word.reading.values import Document, Paragraph, Table

_DATE: Final = re.compile(r"ngày\s*(\d{1,2})?\D*?tháng\s*(\d{1,2})\D*?năm\s*(\d{4})", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"(?i)^(?:địa chỉ|trụ sở|đc)\b|(?:điện thoại|đt|e-?mail|website|fax)\s*:"
)


def recognise(document: Document) -> Paper:
    """The paper: its kind, type, date, parts, and the appendices behind it."""
    marks = Marks(document)
    letterhead = recognise_letterhead(marks)
    _recognise_stamp(document, marks)
    rest = [
        item
        for item in document.paragraphs
        if marks.place(item) not in letterhead and marks.roles.get(marks.place(item)) != Part.STAMP
    ]
    main, ending = _main_and_ending(rest, document, marks)
    found = recognise_opening(main, marks, _type_by_number(marks))
    recognise_body(main, marks)
    _recognise_page_numbers(document, marks)
    appendices = recognise_appendices(_after(rest, main, ending), marks)
    marks.fill(document.paragraphs, Part.OTHER)
    issuers = recognise_joint(marks)
    signs = PaperSigns(document, marks, found or _type_by_number(marks))
    kind = kind_of_paper(signs)
    return Paper(
        document=document,
        kind=kind,
        lines={part: tuple(lines) for part, lines in marks.lines.items()},
        roles=tuple(marks.roles[place] for place in range(len(document.paragraphs))),
        type=signs.type,
        is_certain=is_certain(signs, kind),
        day=_day(marks.lines.get(Part.DATE, ())),
        letterhead=letterhead,
        issuers=issuers,
        appendices=appendices,
    )


def _recognise_stamp(document: Document, marks: Marks) -> None:
    """The line of a digital signature that stands above everything, where no letterhead has taken it."""
    first = next((item for item in document.paragraphs if item.plain), None)
    if first is not None and marks.is_open(first) and is_stamp(first.plain):
        marks.mark(Part.STAMP, whole(first))


def _main_and_ending(
    rest: Sequence[Paragraph], document: Document, marks: Marks
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The text before the ending, and the ending; both are named as far as the ending goes."""
    if _begins_with_appendix(rest):
        return [], []
    ending = _ending_in_tables(rest, document, marks)
    if ending:
        return rest[: _place_of(ending[0], rest)], [
            *ending,
            *_recipients_below(rest, ending, marks),
        ]
    able = rest[: _first_appendix(rest)]
    ending = plain_ending([item for item in able if item.cell is None])
    if not ending:
        return able, []
    recognise_plain_ending(ending, marks)
    return rest[: _place_of(ending[0], rest)], ending


def _begins_with_appendix(rest: Sequence[Paragraph]) -> bool:
    first_words = next((item for item in rest if item.plain), None)
    return first_words is not None and is_appendix_head(whole(first_words))


def _first_appendix(rest: Sequence[Paragraph]) -> int:
    """Place of the first head of an appendix outside tables, or the end."""
    heads = (i for i, item in enumerate(rest) if item.cell is None)
    return next((i for i in heads if is_appendix_head(whole(rest[i]))), len(rest))


def _place_of(paragraph: Paragraph, rest: Sequence[Paragraph]) -> int:
    return next(index for index, item in enumerate(rest) if item is paragraph)


def _ending_in_tables(
    rest: Sequence[Paragraph], document: Document, marks: Marks
) -> list[Paragraph]:
    """The paragraphs of the tables that end the paper, named; none where it ends without a table."""
    tables = _signature_tables(rest, document)
    for table in tables:
        recognise_signature_table(table, marks)
    known = {id(item) for item in rest}
    return [item for table in tables for item in table.own_paragraphs if id(item) in known]


def _signature_tables(rest: Sequence[Paragraph], document: Document) -> list[Table]:
    """The table that ends the paper, with those right before and behind it when they too belong to the ending."""
    before = rest[: _first_appendix(rest)]
    tables = _tables_of(before, document), _tables_of(rest, document)
    able = next(filter(None, map(_that_sign, tables)), [])  # a copy's foot stands behind appendices
    if not able:
        return []
    center = next((place for place, table in enumerate(able) if holds_recipients(table)), 0)
    first = last = center
    while first and _follows(able[first - 1], able[first], rest):
        first -= 1
    while last + 1 < len(able) and _follows(able[last], able[last + 1], rest):
        last += 1
    return able[first : last + 1]


def _that_sign(tables: Sequence[Table]) -> list[Table]:
    return [table for table in tables if is_signature_table(table)]


def _tables_of(rest: Sequence[Paragraph], document: Document) -> list[Table]:
    numbers = {item.cell.table for item in rest if item.cell is not None}
    return [table for table in document.tables if table.number in numbers]


def _follows(one: Table, other: Table, rest: Sequence[Paragraph]) -> bool:
    numbers = [item.cell.table if item.cell else 0 for item in rest]
    end = len(numbers) - 1 - numbers[::-1].index(one.number)
    start = numbers.index(other.number)
    return start > end and all(not item.plain for item in rest[end + 1 : start])


def _recipients_below(
    rest: Sequence[Paragraph], ending: Sequence[Paragraph], marks: Marks
) -> list[Paragraph]:
    """Recipients in plain paragraphs right below the signers, as in minutes."""
    if marks.lines[Part.RECIPIENTS]:
        return []
    behind = rest[_place_of(ending[-1], rest) + 1 :]
    behind = list(dropwhile(lambda item: not split(item), behind))
    if not behind or not _heads_recipients(behind[0]):
        return []
    listed = takewhile(_belongs_to_recipients, behind[1:])
    below = [behind[0], *listed]
    recognise_recipients(below, marks)
    return below


def _belongs_to_recipients(paragraph: Paragraph) -> bool:
    return paragraph.plain.startswith(("-", "–")) or _heads_recipients(paragraph)


def _heads_recipients(paragraph: Paragraph) -> bool:
    return any(map(is_recipients_heading, split(paragraph)))


def _after(
    rest: Sequence[Paragraph], main: Sequence[Paragraph], ending: Sequence[Paragraph]
) -> Sequence[Paragraph]:
    known = {id(item) for item in (*main, *ending)}
    return [item for item in rest if id(item) not in known]


def _recognise_page_numbers(document: Document, marks: Marks) -> None:
    for paragraph in document.shown_margins:
        if "PAGE" in paragraph.fields:
            marks.lines[Part.PAGE_NUMBER].append(whole(paragraph))
        elif paragraph.part == "footer" and _ADDRESS.search(paragraph.plain):
            marks.lines[Part.ADDRESS_FOOT].append(whole(paragraph))


def _type_by_number(marks: Marks) -> PaperType | None:
    for line in marks.lines.get(Part.NUMBER, ()):
        match = re.search(r"/\s*([^\W\d_]+)\s*-", line.text)
        if match and type_abbreviated(match[1]) and not marks.lines.get(Part.LETTER_SUBJECT):
            return type_abbreviated(match[1])
    return None


def _day(lines: Sequence[Line]) -> date | None:
    match = _DATE.search(lines[0].text) if lines else None
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1] or 1))
    except ValueError:
        return None
