"""What a line of a letterhead is, told by its own words: number, day, V/v, national name, motto, marks."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from vbgen.decree.parts.line import Line, split
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.types import type_named
from vbgen.word.reading.values import Paragraph

_NATIONAL: Final = "cong hoa xa hoi chu nghia viet nam"
_PARTY: Final = "dang cong san viet nam"
_MOTTO: Final = "doc lap tu do hanh phuc"
_ALIKE: Final = 0.84
_LETTERS: Final = re.compile(r"[a-z]+")
_SHORT: Final = 60
_LONG: Final = 90
_BREAK: Final = re.compile(
    r"\s{4,}|(?<=\S)\s+(?=C[ỘỌÔO]NG\s+H[ÒO][AÀ])|(?<=\S)\s+(?=Đ[ộo]c l[ậa]p\s*[-–])", re.IGNORECASE
)
_DATE: Final = re.compile(
    r".{0,70}\bngày\b.{0,14}\btháng\b.{0,12}\bnăm\b[\s\d….]*|.{2,40},\s*ngày\s*[\d/.\-…]+",
    re.IGNORECASE,
)
_URGENT: Final = frozenset({"hoa toc", "thuong khan", "khan", "hoa toc hen gio"})
_UNKNOWN_URGENT: Final = frozenset(
    {"khan cap", "rat khan", "toi khan", "khan truong", "cap bach", "hoa toc khan"}
)
_CIRCULATION: Final = frozenset(
    {"xem xong tra lai", "luu hanh noi bo", "tai lieu thu hoi", "khong pho bien"}
)
_SECRET: Final = frozenset({"mat", "toi mat", "tuyet mat"})


def is_national_name(line: Line) -> bool:
    """Whether the line is the national name, even with a slip of the pen in it."""
    return _alike(line, _NATIONAL)


def is_motto(line: Line) -> bool:
    """Whether the line is the motto, even with a slip of the pen in it."""
    return _alike(line, _MOTTO)


def _alike(line: Line, wanted: str) -> bool:
    folded = line.folded
    if len(folded) < len(wanted) - len(wanted) // 3:
        return False
    bare = " ".join(_LETTERS.findall(folded))
    return abs(len(bare) - len(wanted)) <= len(wanted) // 3 and _is_like(bare, wanted)


@lru_cache(maxsize=1024)  # a thousand certificates have the same lines above their names
def _is_like(bare: str, wanted: str) -> bool:
    return SequenceMatcher(None, bare, wanted, autojunk=False).ratio() >= _ALIKE


def is_stamp(text: str) -> bool:
    """Whether it is the line of a digital signature: number; date; hour, minute, second."""
    return bool(re.search(r"giờ\s*:\s*phút|\b\d{1,2}:\d{2}:\d{2}\b", text))


def anchors(line: Line) -> bool:
    """Whether the line can only stand in a letterhead."""
    return (
        is_national_name(line)
        or is_motto(line)
        or is_party_head(line)
        or is_number(line)
        or (is_date(line) and line.is_italic)
    )


def is_party_head(line: Line) -> bool:
    """Whether the line is what the Party's papers have in the place of the national name."""
    return line.folded.strip(" .*-") == _PARTY and line.is_upper


def pieces_of(paragraph: Paragraph) -> tuple[Line, ...]:
    """The lines of a paragraph, those of two columns side by side cut apart."""
    return tuple(piece for line in split(paragraph) for piece in _pieces(line))


def _pieces(line: Line) -> Iterator[Line]:
    """The line cut where two columns stand side by side; a number's own blanks do not cut it."""
    text = line.paragraph.text
    start = line.start
    for gap in _BREAK.finditer(text, line.start, line.end):
        left = text[start : gap.start()].strip()
        right = text[gap.end() : line.end].strip()
        if left and right and not _is_within_number(left, right):
            yield Line(line.paragraph, start, gap.start())
            start = gap.end()
    yield Line(line.paragraph, start, line.end)


def _is_within_number(left: str, right: str) -> bool:
    """Whether the blanks between are those that wait for a number or a day to be written in."""
    follows = re.match(r"[/\-]|\d*\s*/", right)
    return bool(follows or re.search(r"(?:ngày|tháng|năm|[Ss]ố:?)$", left))


def begins_text(line: Line) -> bool:
    """Whether the line comes after any letterhead: a type's name, Kính gửi, a ground."""
    return type_named(line.text) is not None or line.folded.startswith(("kinh gui", "can cu "))


def is_number(line: Line) -> bool:
    """Whether the line is number and symbol, the number perhaps still blank."""
    text = line.folded
    if not re.match(
        r"so\s*[:.]|so\s+[\d.…]*\s*/|so\s*\d+\s*/|so\s*/|so\s+[\d.…]*\s*-[a-zđ\d]+/", text
    ):
        return False
    return (
        len(text) < _SHORT
        and "ngay" not in text
        and ("/" in text or "-" in text or text.rstrip(" .:…").isalnum())
    )


def is_date(line: Line) -> bool:
    """Whether the line is place and date."""
    return (
        bool(_DATE.fullmatch(line.text))
        and len(line.text) < _LONG
        and not re.search(r"kèm theo|;|giờ|^v/v|^về việc", line.text.lower())
    )


def is_letter_subject(line: Line) -> bool:
    """Whether the line is V/v."""
    return bool(re.match(r"v\s*/\s*v\b", line.folded))


def plain_part(line: Line) -> Part | None:
    """The part that the line's own words name, `None` where they name none."""
    bare = line.folded.strip(" .:-[]()")
    tests = (
        (Part.STAMP, is_stamp(line.text)),
        (Part.NATIONAL_NAME, is_national_name(line)),
        (Part.OTHER, is_party_head(line)),
        (Part.MOTTO, is_motto(line)),
        (Part.DATE, is_date(line)),
        (Part.NUMBER, is_number(line)),
        (Part.URGENCY, bare in _URGENT | _UNKNOWN_URGENT),
        (Part.CIRCULATION, bare in _CIRCULATION),
        (Part.SECRECY, bare in _SECRET),
        (Part.RULE_LINE, line.is_rule),
    )
    return next((part for part, holds in tests if holds), None)


def is_national_name_in(paragraph: Paragraph) -> bool:
    """Whether one of the paragraph's pieces is the national name, or the Party's name in its place."""
    return any(
        is_national_name(line) or is_motto(line) or is_party_head(line)
        for line in pieces_of(paragraph)
    )
