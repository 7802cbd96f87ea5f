"""The end of a paper: signer's power, title and name, recipients, drafter's mark, address foot."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from typing import Final

from vbgen.decree.parts.line import Line, split
from vbgen.decree.parts.marks import Marks, blank_role
from vbgen.decree.parts.names import Part
from vbgen.word.reading.values import Paragraph, Row, Table

_RECIPIENTS: Final = re.compile(r"noi nhan\b")
_TITLES: Final = (
    "giam doc|pho giam doc|tong giam doc|pho tong giam doc|chu tich|pho chu tich|bo truong|thu truong|cuc truong|"
    "pho cuc truong|chi cuc truong|vu truong|hieu truong|pho hieu truong|chanh van phong|pho chanh van phong|"
    "truong phong|pho truong phong|truong ban|pho truong ban|thu tuong|pho thu tuong|vien truong|chanh thanh tra|"
    "chanh an|tong cuc truong|thu ky|chu tri|chu toa|chu toa cuoc hop|truong doan|to truong|ke toan truong|"
    "quyen han, chuc vu.*|thu truong don vi|nguoi lap.*|truong|pho truong|uy vien.*|dai dien"
)
_POWER: Final = re.compile(
    rf"(?:t\s*/?\s*m|k\s*/?\s*t|t\s*/?\s*l|t\s*/?\s*u\s*/?\s*q|q)\s*[./:]\s*\S.*|(?:quyen )?(?:{_TITLES})\b.*"
)
_NAME: Final = re.compile(r"(?:[^\W\d_]\.?['’]?[^\W\d_]*\.?[\s\-]*){2,7}")
_DRAFTER: Final = re.compile(
    r"[A-ZĐ]{1,6}\s*\.?\s*\(?\s*\d{1,4}\s*\)?\.?|[^\W\d_]{1,6}\s*\.?\s*\(\s*\d{1,4}\s*\)\.?"
)
_LONG: Final = 110
_FEW_ROWS: Final = 3
_SHORT_TABLE: Final = 900  # letters of a table with two signers
_GROUP: Final = 8  # paragraphs between a title, a name and the recipients


def is_recipients_heading(line: Line) -> bool:
    """Whether the line is "Nơi nhận:"."""
    return bool(_RECIPIENTS.match(line.folded)) and len(line.text) < 30  # noqa: PLR2004 - the words and little more


def is_power(line: Line) -> bool:
    """Whether the line reads like a signer's power or title."""
    return bool(_POWER.fullmatch(line.folded)) and len(line.text) < _LONG


def holds_recipients(table: Table) -> bool:
    """Whether the table has the line "Nơi nhận:" in it."""
    lines = (line for paragraph in table.own_paragraphs for line in split(paragraph))
    found = any(
        is_recipients_heading(line) and (line.text.endswith(":") or line.is_italic)
        for line in lines
    )
    return found and (not table.has_borders or len(table.rows) <= _FEW_ROWS)


def is_signature_table(table: Table) -> bool:
    """Whether the table holds the recipients or the signer."""
    if holds_recipients(table):
        return True
    if table.has_borders or sum(len(item.plain) for item in table.own_paragraphs) >= _SHORT_TABLE:
        return False
    return any(
        is_power(line) and line.is_upper for row in table.rows[:1] for line in _lines_of(row)
    )


def _lines_of(row: Row) -> Iterator[Line]:
    for cell in row.cells:
        for paragraph in cell.own_paragraphs:
            yield from split(paragraph)


def recognise_signature_table(table: Table, marks: Marks) -> None:
    """Name the lines of a table with recipients on one side and the signer on the other, or with two signers."""
    columns: dict[int, list[Paragraph]] = {}
    for row in takewhile(lambda row: not _is_notes(row), table.rows):
        for cell in row.cells:
            columns.setdefault(cell.column, []).extend(cell.own_paragraphs)
    for paragraphs in columns.values():
        heading = next(
            (
                i
                for i, item in enumerate(paragraphs)
                if any(map(is_recipients_heading, split(item)))
            ),
            None,
        )
        if heading is None:
            recognise_signer(paragraphs, marks)
        else:
            recognise_signer(paragraphs[:heading], marks)
            recognise_recipients(paragraphs[heading:], marks)
    marks.fill(table.own_paragraphs, Part.OTHER)


def _is_notes(row: Row) -> bool:
    """Whether the row begins the notes of a form, "Ghi chú:"."""
    return any(
        item.plain.startswith("Ghi chú:") for cell in row.cells for item in cell.own_paragraphs
    )


def recognise_recipients(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name "Nơi nhận:" and the list below it; what stands below the line "Lưu" without a dash is the drafter's."""
    is_closed = False
    for line in chain.from_iterable(map(split, paragraphs)):
        if line.folded.startswith(("xac nhan cua", "(chu ky")):
            return
        part = _part_in_recipients(line, is_closed=is_closed)
        marks.mark(part, line)
        is_closed = is_closed or (part is Part.RECIPIENT and _is_kept_copy(line))


def _part_in_recipients(line: Line, *, is_closed: bool) -> Part:
    if is_recipients_heading(line):
        return Part.RECIPIENTS
    if line.is_rule:
        return Part.RULE_LINE
    if _DRAFTER.fullmatch(line.text):
        return Part.DRAFTER
    is_item = re.match(r"[-–—−]", line.text)
    return Part.OTHER if is_closed and not is_item else Part.RECIPIENT


def _is_kept_copy(line: Line) -> bool:
    return bool(re.match(r"[-–—−\s]*luu\b", line.folded))


def recognise_signer(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name power and title (to the first gap or lower-case line), notes in brackets, and the name at the end."""
    lines = [line for line in chain.from_iterable(map(split, paragraphs)) if line.has_letters]
    name = _name(lines, paragraphs)
    for line in lines:
        marks.mark(Part.SIGNER if line is name else _power_or_note(line), line)


def _power_or_note(line: Line) -> Part:
    if line.text.startswith("("):
        return Part.SIGN_NOTE
    slanted = line.is_italic and not line.is_bold and not is_power(line)
    return Part.SIGN_NOTE if slanted else Part.POWER


def _name(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> Line | None:
    """The line that is the signer's name: the last of the block, when it is no title."""
    bare = [line for line in lines if not _is_bracketed(line)]
    if not bare:
        return None
    last = bare[-1]
    has_gap = _has_gap_before(last, paragraphs)
    if len(bare) == 1 and not has_gap:
        return None
    return last if _looks_like_name(last, has_gap=has_gap) else None


def _is_bracketed(line: Line) -> bool:
    return line.text.startswith("(") or line.text.endswith(")")


def _looks_like_name(line: Line, *, has_gap: bool) -> bool:
    """Whether it is built like a name; one that reads like a title too needs a gap above and small letters."""
    if _NAME.fullmatch(line.text) is None:
        return False
    return not is_power(line) or (has_gap and not line.is_upper)


def _has_gap_before(line: Line, paragraphs: Sequence[Paragraph]) -> bool:
    place = next((i for i, item in enumerate(paragraphs) if item is line.paragraph), 0)
    before = paragraphs[place - 1] if place else None
    return before is not None and blank_role(before) is Part.EMPTY


def recognise_plain_ending(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name an ending that stands in paragraphs, tabs between its two sides."""
    has_recipients = False
    signer: list[Line] = []
    for line in chain.from_iterable(map(split, paragraphs)):
        if is_recipients_heading(line):
            marks.mark(Part.RECIPIENTS, line)
            has_recipients = True
        elif has_recipients and re.match(r"[-–—]\s*\S", line.text):
            marks.mark(Part.RECIPIENT, line)
        elif line.has_letters and not line.is_rule:
            signer.append(line)
    _name_signer(signer, _name(signer, paragraphs), marks)
    marks.fill(paragraphs, Part.OTHER)


def _name_signer(lines: Sequence[Line], name: Line | None, marks: Marks) -> None:
    for line in lines:
        plain = Part.SIGNER if line is name else Part.POWER
        marks.mark(Part.SIGN_NOTE if line.text.startswith("(") else plain, line)


def plain_ending(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs of an ending without a table: "Nơi nhận" and the signer's lines near it, to the last line of both."""
    start = _ending_start(paragraphs)
    found: list[Paragraph] = []
    for paragraph in paragraphs[start:]:
        if found and _is_beyond(paragraph, found[0]):
            break
        found.append(paragraph)
        if paragraph.page_break:
            break
    return found


def _ending_start(paragraphs: Sequence[Paragraph]) -> int:
    """Place of the first line: before the first "Nơi nhận", or in the last group of titles."""
    places = [place for place, item in enumerate(paragraphs) if any(map(_begins, split(item)))]
    if not places:
        return len(paragraphs)
    last = next((place for place in places if _heads(paragraphs[place])), places[-1])
    if not _heads(paragraphs[last]) and _text_follows(paragraphs[last:]):
        return len(paragraphs)
    return _start_of_group(paragraphs, places[: places.index(last) + 1])


def _start_of_group(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> int:
    """Back from the last of these places, as long as they stand close and no text is between them."""
    start = places[-1]
    for place in reversed(places[:-1]):
        if start - place > _GROUP or _has_long_text(paragraphs[place:start]):
            break
        start = place
    return start


def _heads(paragraph: Paragraph) -> bool:
    return any(map(is_recipients_heading, split(paragraph)))


def _has_long_text(paragraphs: Sequence[Paragraph]) -> bool:
    return any(len(item.plain) > _LONG for item in paragraphs)


def _text_follows(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether more text comes in the same section: then a line of titles is no signature."""
    section = paragraphs[0].section
    return _has_long_text([item for item in paragraphs if item.section == section])


def _begins(line: Line) -> bool:
    return is_recipients_heading(line) or (is_power(line) and line.is_upper and line.is_bold)


def _is_beyond(paragraph: Paragraph, first: Paragraph) -> bool:
    long = any(len(line.text) > _LONG for line in split(paragraph))
    return long or paragraph.format.page_break_before or paragraph.section != first.section
