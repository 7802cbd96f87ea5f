"""Kính gửi: there, where it belongs, its words, its list."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.messages import _

_MOST_WORDS: Final = 4  # of what stands for “Kính gửi”
_DASH: Final = re.compile(r"^[-–—−]\s*")
_HEAD: Final = re.compile(
    r"(?i)^(?:(?:k[íi]nh|thân|trân trọng)\s+)*(?:g[ửởưu]i|gởi|trình|thưa|báo cáo|đề nghị|chuyển)"
)


def check_addressees(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Kính gửi missing, out of place, or set wrongly."""
    lines = paper.of(Part.ADDRESSEES)
    if paper.kind is not FormKind.OFFICIAL:
        return
    if not lines:
        yield from _missing(paper)
        return
    allowed = book["addressees.not-here"].values["allowed"]
    if paper.type is not None and isinstance(allowed, tuple) and paper.type.name not in allowed:
        yield Hit("addressees.not-here", _("{type} có “Kính gửi”", type=paper.type.name), lines[0])
    yield from _words(lines[0])
    yield from _first(lines)
    yield from _list(lines[1:])


def _missing(paper: Paper) -> Iterator[Hit]:
    """A công văn, a tờ trình, or a report that is sent up (its recipients say “Như trên”) without Kính gửi."""
    anchor = paper.first(Part.LETTER_SUBJECT) or paper.first(Part.SUBJECT)
    is_letter = paper.is_letter and paper.has(Part.NUMBER)
    if is_letter or is_sent_up(paper):
        yield Hit("addressees.missing", _("không thấy “Kính gửi”"), anchor)


def is_sent_up(paper: Paper) -> bool:
    """Whether the paper's type, or what its recipients say, asks for Kính gửi."""
    name = paper.type.name if paper.type is not None else ""
    above = any(
        re.match(r"[-–\s]*nhu (?:tren|kinh gui)", line.folded) for line in paper.of(Part.RECIPIENT)
    )
    return name == "Tờ trình" or (name == "Báo cáo" and above)


def _words(line: Line) -> Iterator[Hit]:
    if not line.text.startswith("Kính gửi"):
        said, colon, _rest = line.text.partition(":")
        found = _("ghi là “{text}”", text=" ".join(said.split()[:_MOST_WORDS]) + colon)
        yield Hit("addressees.words", found, line)


def _first(lines: Sequence[Line]) -> Iterator[Hit]:
    rest = _HEAD.sub("", lines[0].text)
    if not rest.startswith(":"):
        yield Hit("addressees.colon", _("ghi là “{text}”", text=lines[0].text), lines[0])
    named = rest.lstrip(" :").strip()
    if named:
        yield from _named_beside(named, lines)
    elif len(lines) == 2 and not _side_by_side(*lines):  # noqa: PLR2004 - the heading and its only addressee
        yield Hit("addressees.one-line", _("chỉ có một nơi nhận, đứng ở dòng riêng"), lines[1])


def _named_beside(named: str, lines: Sequence[Line]) -> Iterator[Hit]:
    """What stands on the line of “Kính gửi:” must be the only addressee."""
    if len(lines) > 1:
        yield Hit("addressees.own-lines", _("nơi nhận đứng ngay sau “Kính gửi”"), lines[0])
    elif ";" in named.rstrip("; ") or re.match(r"-\s", named):
        yield Hit("addressees.own-lines", _("nhiều nơi nhận trên một dòng"), lines[0])


def _side_by_side(one: Line, other: Line) -> bool:
    first, second = one.paragraph.cell, other.paragraph.cell
    return (
        first is not None
        and second is not None
        and (first.table, first.row) == (second.table, second.row)
    )


def _list(lines: Sequence[Line]) -> Iterator[Hit]:
    if len(lines) < 2:  # noqa: PLR2004 - a list begins with two
        return
    dashed = list(filter(_is_dashed, lines))
    for place, line in enumerate(lines):
        begins = not dashed or _begins_item(lines, place)
        if begins and line not in dashed:
            yield Hit("addressees.dash", _("không có gạch đầu dòng"), line)
        last = line is lines[-1]
        if not ends_well(line, last=last) and not _runs_on(lines, place):
            yield wrong_ending("addressees.ending", line, last=last)
    yield from _alignment(dashed)


def ends_well(line: Line, *, last: bool) -> bool:
    """Whether the line of a list ends with its mark."""
    return line.text.rstrip(" ").endswith("." if last else ";")


def _begins_item(lines: Sequence[Line], place: int) -> bool:
    """Whether the line before is closed."""
    return place == 0 or lines[place - 1].text.endswith((";", "."))


def _runs_on(lines: Sequence[Line], place: int) -> bool:
    """Whether a dashed item goes on in a line without a dash below it."""
    if place == len(lines) - 1 or _begins_item(lines, place + 1):
        return False
    return _is_dashed(lines[place]) and not _is_dashed(lines[place + 1])


def _is_dashed(line: Line) -> bool:
    return bool(_DASH.match(line.text)) or line.paragraph.label in {"-", "–"}


def wrong_ending(rule: str, line: Line, *, last: bool) -> Hit:
    """The line of a list that ends otherwise, as a finding."""
    mark = line.text[-1:] if not line.text[-1:].isalnum() else ""
    found = _("cuối dòng là “{mark}”", mark=mark) if mark else _("cuối dòng không có dấu")
    return Hit(rule, found, line, {"mark": "." if last else ";"})


def _alignment(lines: Sequence[Line]) -> Iterator[Hit]:
    starts = [
        line.paragraph.format.first_line_mm + _leading_mm(line)
        for line in lines
        if line.paragraph.format.alignment != "center"
    ]
    places = [line for line in lines if line.paragraph.format.alignment != "center"]
    for start, line in zip(starts, places, strict=True):
        if abs(start - starts[0]) > 1:
            found = _("gạch đầu dòng lệch {gap} mm", gap=round(abs(start - starts[0])))
            yield Hit("addressees.dash-alignment", found, line)


def _leading_mm(line: Line) -> float:
    from vbgen.words.measure import text_width_mm

    raw = line.paragraph.text
    blanks = raw[: len(raw) - len(raw.lstrip())]
    return 12.7 * blanks.count("\t") + text_width_mm(" ", size_pt=14) * blanks.count(" ")


CHECKS: Final = (check_addressees,)
