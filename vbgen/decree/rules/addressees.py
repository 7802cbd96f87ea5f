"""Kính gửi, grounds, authority and order."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.rules.body import is_form_line
from vbgen.messages import _

_DASH: Final = re.compile(r"^[-–—−]\s*")


def check_addressees(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Kính gửi missing, out of place, or set wrongly."""
    lines = paper.of(Part.ADDRESSEES)
    if paper.kind is not FormKind.OFFICIAL:
        return
    if not lines:
        if paper.is_letter and paper.has(Part.NUMBER):
            yield Hit(
                "addressees.missing", _("không thấy “Kính gửi”"), paper.first(Part.LETTER_SUBJECT)
            )
        return
    allowed = book["addressees.not-here"].values["allowed"]
    if paper.type is not None and isinstance(allowed, tuple) and paper.type.name not in allowed:
        yield Hit("addressees.not-here", _("{type} có “Kính gửi”", type=paper.type.name), lines[0])
    yield from _first(lines)
    yield from _list(lines[1:])


def _first(lines: Sequence[Line]) -> Iterator[Hit]:
    rest = re.sub(r"(?i)^kính\s+gửi\s*", "", lines[0].text)
    if not rest.startswith(":"):
        yield Hit("addressees.colon", _("ghi là “{text}”", text=lines[0].text), lines[0])
    named = rest.lstrip(" :").strip()
    if named and len(lines) > 1:
        yield Hit("addressees.own-lines", _("nơi nhận đứng ngay sau “Kính gửi”"), lines[0])
    elif named and (";" in named.rstrip("; ") or re.match(r"-\s", named)):
        yield Hit("addressees.own-lines", _("nhiều nơi nhận trên một dòng"), lines[0])
    elif not named and len(lines) == 2 and not _side_by_side(*lines):  # noqa: PLR2004 - the heading and its only addressee
        yield Hit("addressees.one-line", _("chỉ có một nơi nhận, đứng ở dòng riêng"), lines[1])


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
        if not _ends_well(line, last=last) and not _runs_on(lines, place):
            yield _ending("addressees.ending", line, last=last)
    yield from _alignment(dashed)


def _ends_well(line: Line, *, last: bool) -> bool:
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


def _ending(rule: str, line: Line, *, last: bool) -> Hit:
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


def check_grounds(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Endings and fullness of the grounds; what a decision must have around them."""
    lines = [line for line in paper.of(Part.GROUND) if not is_form_line(line.paragraph.text)]
    if lines and lines[-1].text.endswith(",") and not paper.of(Part.ORDER):
        lines.pop()  # the sentence goes on in the text
        last = None
    else:
        last = lines[-1] if lines else None
    for line in lines:
        if not _ends_well(line, last=line is last):
            yield _ending("ground.ending", line, last=line is last)
        yield from _one_ground(line)
    if _is_whole_decision(paper):
        yield from _decision(paper)


def _is_whole_decision(paper: Paper) -> bool:
    if paper.kind is not FormKind.OFFICIAL or not paper.has(Part.TYPE):
        return False
    return paper.type is not None and paper.type.is_decision


def _one_ground(line: Line) -> Iterator[Hit]:
    if re.search(r"[;.]\s+Căn cứ\s", line.text):
        yield Hit("ground.own-line", _("nhiều căn cứ trong một đoạn"), line)
        return
    if re.match(
        r"Căn cứ (?:Luật|Pháp lệnh|Bộ luật)\b.*\bsố\s+\d+/\d{4}/(?:QH|UBTVQH|PL)", line.text
    ):
        yield Hit("ground.law-number", _("căn cứ ghi số, ký hiệu của luật, pháp lệnh"), line)
    cited = re.match(
        r"Căn cứ (?:Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Công văn|Thông báo)\b(.*)",
        line.text,
    )
    if cited and not re.search(r"\d\s*/\s*[\dA-ZĐ]|\d-[A-ZĐ]+/|[….]{3}|này\b|\bsố\s+/", cited[1]):
        yield Hit("ground.incomplete", _("không thấy số, ký hiệu của văn bản"), line)
    elif (
        cited and not re.search(r"\bngày\b", cited[1]) and not re.search(r"[….]{3}|này\b", cited[1])
    ):
        yield Hit("ground.incomplete", _("không thấy ngày ban hành của văn bản"), line)


def _decision(paper: Paper) -> Iterator[Hit]:
    words = (
        "QUYẾT NGHỊ" if paper.type is not None and paper.type.abbreviation == "NQ" else "QUYẾT ĐỊNH"
    )
    anchor = paper.first(Part.SUBJECT) or paper.first(Part.TYPE)
    if not paper.has(Part.GROUND):
        yield Hit("ground.missing", _("không thấy căn cứ ban hành"), anchor)
    if not paper.has(Part.AUTHORITY):
        yield Hit("authority.missing", _("không thấy thẩm quyền ban hành"), anchor)
    order = paper.first(Part.ORDER)
    if order is None:
        yield Hit(
            "order.missing",
            _("không thấy dòng “{words}:”", words=words),
            paper.first(Part.GROUND),
            {"words": words},
        )
    elif not order.text.endswith(":"):
        yield Hit("order.colon", _("ghi là “{text}”", text=order.text), order)


CHECKS: Final = (check_addressees, check_grounds)
