"""Type, subject, addressees, authority and grounds: what stands between the letterhead and the text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from vbgen.decree.parts.levels import level_of
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.marks import Marks, blank_role
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.types import PaperType, type_named
from vbgen.word.reading.values import Paragraph

ORDERS: Final = frozenset({"quyet dinh", "quyet nghi", "nghi quyet", "chi thi"})
_GROUND: Final = ("can cu", "theo de nghi", "xet ", "thuc hien ", "theo ")
_BARE: Final = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp) [A-ZĐ]|(?:Nghị định|Thông tư|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch) số "
)
_ITEMS: Final = "-–—+•* "
_NO_SUBJECT: Final = ("(kem theo", "thoi gian", "hom nay", "dia diem")
_WITHOUT_SUBJECT: Final = frozenset({"Giấy giới thiệu", "Giấy nghỉ phép"})
_SHORT: Final = 90  # letters of a line that may name an addressee
_SUBJECT_LINES: Final = 4
_LONG_SUBJECT: Final = 600
_ADDRESSED: Final = re.compile(  # `Kính gửi`, and what careless clerks write for it
    r"kinh gui|(?:(?:(?:kinh|than|tran trong) )+(?:g[uo]i|trinh|thua|bao cao|de nghi|chuyen)|gui) ?:"
)
_LOOKED_AHEAD: Final = 5  # paragraphs in which "Kính gửi" may still come


class OpeningStage(Enum):
    """How far the opening has been read."""

    HEAD = auto()  # the type's name may still come
    SUBJECT = auto()  # the lines below the type's name
    AFTER = auto()  # the subject is closed


@dataclass(slots=True)
class Opening:
    """What has been read of a opening."""

    marks: Marks
    expected: PaperType | None  # the type that the symbol tells of
    found: PaperType | None = None
    stage: OpeningStage = OpeningStage.HEAD

    @property
    def type(self) -> PaperType | None:
        """The paper's type as far as it is known."""
        return self.found or self.expected

    @property
    def is_decision(self) -> bool:
        """Whether the paper orders something in articles."""
        return self.type is not None and self.type.is_decision

    def take(self, part: Part, line: Line) -> None:
        """Name the line; the stage goes on as the table says."""
        if part is Part.TYPE and _is_type(line, self):
            self.found = type_named(line.text)
        self.marks.mark(part, line)
        self.stage = _FOLLOWING.get((self.stage, part), _OTHERWISE[self.stage])

    def pass_over(self, part: Part, line: Line) -> None:
        """A line without words, or one that stands beside the form: only a drawn line closes the subject."""
        self.marks.mark(part, line)
        if (
            part is Part.RULE_LINE
            and self.stage is OpeningStage.SUBJECT
            and self.marks.lines[Part.SUBJECT]
        ):
            self.stage = OpeningStage.AFTER


_FOLLOWING: Final = {
    (OpeningStage.HEAD, Part.TYPE): OpeningStage.SUBJECT,
    (OpeningStage.SUBJECT, Part.SUBJECT): OpeningStage.SUBJECT,
}
_OTHERWISE: Final = {
    OpeningStage.HEAD: OpeningStage.HEAD,
    OpeningStage.SUBJECT: OpeningStage.AFTER,
    OpeningStage.AFTER: OpeningStage.AFTER,
}


def recognise_opening(
    paragraphs: Sequence[Paragraph], marks: Marks, expected: PaperType | None = None
) -> PaperType | None:
    """Name type, subject, addressees, authority and grounds; gives the type, `None` for a công văn.

    `expected` is the type that the symbol tells of: it guides where the type's own line is missing.
    """
    opening = Opening(marks, expected)
    for place, paragraph in enumerate(paragraphs):
        if not marks.is_open(paragraph):
            continue
        line, empty = whole(paragraph), blank_role(paragraph)
        if paragraph.boxed or _is_draft_mark(line):
            marks.mark(empty or Part.OTHER, line)
        elif empty is not None:
            opening.pass_over(empty, line)
        elif part := _part_of(line, opening) or _before_addressees(paragraphs, place, marks):
            opening.take(part, line)
        else:
            break
    return opening.found


def _part_of(line: Line, opening: Opening) -> Part | None:
    """The first part of the table whose stage and test hold."""
    able = (row for row in _TABLE if opening.stage in row.stages)
    return next((row.part for row in able if row.holds(line, opening)), None)


def _before_addressees(paragraphs: Sequence[Paragraph], place: int, marks: Marks) -> Part | None:
    """OTHER where "Kính gửi" is still to come, or grounds behind a template's value: no text stands before them."""
    ahead = paragraphs[place + 1 : place + 1 + _LOOKED_AHEAD]
    awaited = [] if marks.lines[Part.ADDRESSEES] else ["kinh gui:"]
    if paragraphs[place].values:
        awaited.append("can cu ")
    follows = any(whole(item).folded.startswith(tuple(awaited)) for item in ahead)
    return Part.OTHER if follows else None


def _is_draft_mark(line: Line) -> bool:
    return bool(re.fullmatch(r"\W*du thao(?: lan)?\W*\d*\W*", line.folded))


def _is_type(line: Line, opening: Opening) -> bool:
    """Whether the line is a type's name, and not the order "QUYẾT ĐỊNH:" behind the grounds."""
    if opening.found or line.paragraph.cell is not None or type_named(line.text) is None:
        return False
    lines = opening.marks.lines
    behind = lines[Part.GROUND] or lines[Part.AUTHORITY]
    return not (behind and line.text.endswith(":"))


def _is_unknown_type(line: Line, opening: Opening) -> bool:
    """Whether a title in capitals, such as LỊCH CÔNG TÁC, stands where the type's name would."""
    if line.paragraph.cell is not None or (opening.type and not line.is_unknown):
        return False
    if opening.marks.lines[Part.LETTER_SUBJECT] or opening.marks.lines[Part.TYPE]:
        return False
    return _is_title(line) and level_of(line) is None


def _is_title(line: Line) -> bool:
    return _is_centred(line) and line.is_upper and line.is_bold


def _begins_addressees(line: Line, _opening: Opening) -> bool:
    return bool(_ADDRESSED.match(line.folded))


def _continues_addressees(line: Line, opening: Opening) -> bool:
    lines = opening.marks.lines
    before = lines[Part.ADDRESSEES]
    if not before or lines[Part.GROUND] or lines[Part.TEXT]:
        return False
    if line.paragraph.cell and before[-1].paragraph.cell:
        return line.paragraph.cell.table == before[-1].paragraph.cell.table
    return _lists_addressee(line, before)


def _lists_addressee(line: Line, before: Sequence[Line]) -> bool:
    """Whether a line below "Kính gửi" names one more: an item of its list, or a short line of its own."""
    named = before[0].folded.removeprefix("kinh gui").strip(" :")
    if _is_item(line):
        return not named or len(before) > 1 or named.endswith(";")
    if len(line.text) >= _SHORT or line.paragraph.format.alignment == "both":
        return False
    return _stands_under(line, before[-1]) or (len(before) == 1 and not named)


def _lacks_its_heading(line: Line, opening: Opening) -> bool:
    """Whether a letter, or a tờ trình, begins with a list: of addressees whose “Kính gửi” is not there."""
    lines, type_ = opening.marks.lines, opening.type
    begins = not (lines[Part.ADDRESSEES] or lines[Part.GROUND] or lines[Part.TEXT])
    asks = type_ is None or type_.name == "Tờ trình"
    return begins and asks and line.text.startswith(("-", "–", "—")) and not line.is_italic


def _stands_under(line: Line, before: Line) -> bool:
    left = line.paragraph.format.left
    return left == before.paragraph.format.left > 0 and before.text.endswith((";", ","))


def _is_item(line: Line) -> bool:
    return line.text.startswith(("-", "–", "—", "+", "•")) or bool(line.paragraph.label)


def _is_called(line: Line, opening: Opening) -> bool:
    """Whether the line says whom a công điện calls: "… điện:" and the list below it."""
    if opening.type is None or opening.type.name != "Công điện":
        return False
    before = opening.marks.lines[Part.OTHER]
    goes_on = bool(before) and before[-1].folded.endswith(("dien:", ";")) and _is_item(line)
    return goes_on or line.folded.endswith("dien:")


def _is_order(line: Line, opening: Opening) -> bool:
    return opening.is_decision and line.folded.strip(" :.") in ORDERS


def _is_ground(line: Line, opening: Opening) -> bool:
    if opening.marks.lines[Part.ORDER] or (opening.type is None and not line.is_italic):
        return False
    if line.is_unknown:
        return line.is_italic
    return _is_bare(line, opening) or _is_named_ground(line, opening)


def _is_named_ground(line: Line, opening: Opening) -> bool:
    """Whether the line begins as a ground does, a hyphen before it or not."""
    begins = _GROUND if opening.marks.lines[Part.GROUND] else "can cu"
    if not line.folded.lstrip(_ITEMS).startswith(begins):
        return False
    return opening.is_decision or line.is_italic or line.text.endswith(";")


def _is_bare(line: Line, opening: Opening) -> bool:
    """Whether a decision's ground stands there without the words “Căn cứ”."""
    lines = opening.marks.lines
    has_begun = bool(lines[Part.AUTHORITY] or lines[Part.GROUND])
    named = opening.is_decision and has_begun and is_bare_ground(line.text.lstrip(_ITEMS))
    return named and _ends_as_ground(line)


def _ends_as_ground(line: Line) -> bool:
    return line.text.endswith((";", ".")) and (line.is_italic or line.text.endswith(";"))


def is_bare_ground(text: str) -> bool:
    """Whether a paper is named as a ground is, without the words “Căn cứ” before it."""
    return bool(_BARE.match(text))


def _continues_subject(line: Line, opening: Opening) -> bool:
    before = opening.marks.lines[Part.SUBJECT]
    if len(before) >= _SUBJECT_LINES or _is_no_subject(line):
        return False
    if before:
        capitals_end = opening.is_decision and line.is_upper
        return _is_centred(line) and line.is_bold == before[-1].is_bold and not capitals_end
    if opening.type is not None and opening.type.name in _WITHOUT_SUBJECT:
        return line.is_bold
    return _is_centred(line) or line.is_bold


def _is_centred(line: Line) -> bool:
    return line.paragraph.format.alignment == "center"


def _is_no_subject(line: Line) -> bool:
    long = len(line.text) > _LONG_SUBJECT
    return long or line.folded.startswith(_NO_SUBJECT) or level_of(line) is not None


def _is_authority(line: Line, opening: Opening) -> bool:
    if not opening.is_decision or opening.marks.lines[Part.ORDER]:
        return False
    return line.is_upper and line.is_whole and (line.is_bold or not line.is_unknown)


@dataclass(frozen=True, slots=True)
class _Stage:
    """In these stages a line that passes the test is that part."""

    part: Part
    holds: Callable[[Line, Opening], bool]
    stages: frozenset[OpeningStage] = frozenset(OpeningStage)


_TABLE: Final = (
    _Stage(Part.TYPE, _is_type, frozenset({OpeningStage.HEAD})),
    _Stage(Part.TYPE, _is_unknown_type, frozenset({OpeningStage.HEAD})),
    _Stage(Part.ADDRESSEES, _begins_addressees),
    _Stage(Part.ADDRESSEES, _continues_addressees),
    _Stage(Part.OTHER, _is_called),
    _Stage(Part.ORDER, _is_order),
    _Stage(Part.GROUND, _is_ground),
    _Stage(Part.SUBJECT, _continues_subject, frozenset({OpeningStage.SUBJECT})),
    _Stage(Part.AUTHORITY, _is_authority),
    _Stage(Part.OTHER, _lacks_its_heading, frozenset({OpeningStage.HEAD, OpeningStage.AFTER})),
)
