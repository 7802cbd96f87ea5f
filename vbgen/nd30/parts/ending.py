"""The end of a paper: signer's power, title and name, recipients, drafter's mark, address foot."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from vbgen.nd30.parts.line import Line, split
from vbgen.nd30.parts.marks import Marks, blank_role
from vbgen.nd30.parts.names import Part
from vbgen.nd30.reading.values import Paragraph, Row, Table

_RECIPIENTS: Final = re.compile(r"noi nhan\b")
_TITLES: Final = (
    "giam doc|pho giam doc|tong giam doc|pho tong giam doc|chu tich|pho chu tich|bo truong|thu truong|cuc truong|"
    "pho cuc truong|chi cuc truong|vu truong|hieu truong|pho hieu truong|chanh van phong|pho chanh van phong|"
    "truong phong|pho truong phong|truong ban|pho truong ban|thu tuong|pho thu tuong|vien truong|chanh thanh tra|"
    "chanh an|tong cuc truong|thu ky|chu tri|chu toa|chu toa cuoc hop|truong doan|to truong|ke toan truong|"
    "quyen han, chuc vu.*|thu truong don vi|nguoi lap.*|truong|pho truong|uy vien.*"
)
_POWER: Final = re.compile(
    rf"(?:t\s*/?\s*m|k\s*/?\s*t|t\s*/?\s*l|t\s*/?\s*u\s*/?\s*q|q)\s*[./:]\s*\S.*|(?:quyen )?(?:{_TITLES})\b.*"
)
_NAME: Final = re.compile(r"(?:[^\W\d_]\.?['’]?[^\W\d_]*\.?[\s\-]*){2,7}")
_DRAFTER: Final = re.compile(r"[A-ZĐ]{1,6}\s*\.?\s*\(?\s*\d{1,4}\s*\)?\.?")
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
    found = any(is_recipients_heading(line) and (line.text.endswith(":") or line.is_italic) for line in lines)
    return found and (not table.has_borders or len(table.rows) <= _FEW_ROWS)


def is_signature_table(table: Table) -> bool:
    """Whether the table holds the recipients or the signer."""
    if holds_recipients(table):
        return True
    text = sum(len(paragraph.plain) for paragraph in table.own_paragraphs)
    first = [
        line for row in table.rows[:1] for cell in row.cells for item in cell.own_paragraphs for line in split(item)
    ]
    return not table.has_borders and text < _SHORT_TABLE and any(is_power(line) and line.is_upper for line in first)


def recognise_signature_table(table: Table, marks: Marks) -> None:
    """Name the lines of a table with recipients on one side and the signer on the other, or with two signers."""
    columns: dict[int, list[Paragraph]] = {}
    for row in takewhile(lambda row: not _is_notes(row), table.rows):
        for cell in row.cells:
            columns.setdefault(cell.column, []).extend(cell.own_paragraphs)
    for paragraphs in columns.values():
        heading = next((i for i, item in enumerate(paragraphs) if any(map(is_recipients_heading, split(item)))), None)
        if heading is None:
            recognise_signer(paragraphs, marks)
        else:
            recognise_signer(paragraphs[:heading], marks)
            recognise_recipients(paragraphs[heading:], marks)
    marks.fill(table.own_paragraphs, Part.OTHER)


def _is_notes(row: Row) -> bool:
    """Whether the row begins the notes of a form, "Ghi chú:"."""
    return any(item.plain.startswith("Ghi chú:") for cell in row.cells for item in cell.own_paragraphs)


def recognise_recipients(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name "Nơi nhận:" and the list below it; what stands below the line "Lưu" without a dash is the drafter's."""
    kept = False
    for line in (line for paragraph in paragraphs for line in split(paragraph)):
        if is_recipients_heading(line):
            marks.mark(Part.RECIPIENTS, line)
        elif line.is_rule:
            marks.mark(Part.RULE_LINE, line)
        elif _DRAFTER.fullmatch(line.text):
            marks.mark(Part.DRAFTER, line)
        elif line.folded.startswith(("xac nhan cua", "(chu ky")):
            return
        elif kept and not re.match(r"[-–—−]", line.text):
            marks.mark(Part.OTHER, line)
        else:
            marks.mark(Part.RECIPIENT, line)
            kept = kept or bool(re.match(r"[-–—−\s]*luu\b", line.folded))


def recognise_signer(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name power and title (to the first gap or lower-case line), notes in brackets, and the name at the end."""
    lines = [line for paragraph in paragraphs for line in split(paragraph) if line.has_letters]
    names = _names(lines, paragraphs)
    for line in lines:
        if any(line is name for name in names):
            marks.mark(Part.SIGNER, line)
        elif line.text.startswith("(") or (line.is_italic and not line.is_bold and not is_power(line)):
            marks.mark(Part.SIGN_NOTE, line)
        else:
            marks.mark(Part.POWER, line)


def _names(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> list[Line]:
    """The lines that are names of signers: the last line of the block, when it is no title."""
    bare = [line for line in lines if not line.text.startswith("(") and not line.text.endswith(")")]
    if len(bare) < 2 and not (bare and _has_gap_before(bare[0], paragraphs)):  # noqa: PLR2004 - a title and a name
        return []
    last = bare[-1]
    looks = _NAME.fullmatch(last.text) is not None and (not is_power(last) or not last.is_upper)
    return [last] if looks and not (is_power(last) and not _has_gap_before(last, paragraphs)) else []


def _has_gap_before(line: Line, paragraphs: Sequence[Paragraph]) -> bool:
    place = next((i for i, item in enumerate(paragraphs) if item is line.paragraph), 0)
    before = paragraphs[place - 1] if place else None
    return before is not None and blank_role(before) is Part.EMPTY


def recognise_plain_ending(paragraphs: Sequence[Paragraph], marks: Marks) -> None:
    """Name an ending that stands in paragraphs, tabs between its two sides."""
    left: list[Paragraph] = []
    signer: list[Line] = []
    for line in (line for paragraph in paragraphs for line in split(paragraph)):
        if is_recipients_heading(line):
            marks.mark(Part.RECIPIENTS, line)
            left.append(line.paragraph)
        elif left and re.match(r"[-–—]\s*\S", line.text):
            marks.mark(Part.RECIPIENT, line)
        elif line.has_letters and not line.is_rule:
            signer.append(line)
    names = _names(signer, paragraphs)
    for line in signer:
        part = Part.SIGNER if any(line is name for name in names) else Part.POWER
        if line.text.startswith("("):
            part = Part.SIGN_NOTE
        marks.mark(part, line)
    marks.fill(paragraphs, Part.OTHER)


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
    headed = (place for place in places if any(map(is_recipients_heading, split(paragraphs[place]))))
    heading = next(headed, places[-1])
    if not any(map(is_recipients_heading, split(paragraphs[heading]))) and _text_follows(paragraphs[heading:]):
        return len(paragraphs)
    start = heading
    for place in reversed([place for place in places if place < heading]):
        if start - place > _GROUP or any(len(item.plain) > _LONG for item in paragraphs[place:start]):
            break
        start = place
    return start


def _text_follows(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether more text comes in the same section: then a line of titles is no signature."""
    section = paragraphs[0].section
    return any(len(item.plain) > _LONG for item in paragraphs if item.section == section)


def _begins(line: Line) -> bool:
    return is_recipients_heading(line) or (is_power(line) and line.is_upper and line.is_bold)


def _is_beyond(paragraph: Paragraph, first: Paragraph) -> bool:
    long = any(len(line.text) > _LONG for line in split(paragraph))
    return long or paragraph.format.page_break_before or paragraph.section != first.section
