"""National name, motto and agencies: there, spelt right, on their sides."""

import re
from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.messages import _

_NATIONAL: Final = frozenset(
    {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}
)
_MOTTO_WORDS: Final = ("Độc lập", "Tự do", "Hạnh phúc")
_DASH: Final = re.compile(r"\s*[-–—−‐‑]\s*")
_SINGLE: Final = 1.15


def check_national_name(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A missing or misspelt national name; one that wraps."""
    line = paper.first(Part.NATIONAL_NAME)
    if line is None:
        if _wants_national_name(paper):
            yield Hit("national-name.missing", _("không thấy Quốc hiệu"))
        return
    if " ".join(line.text.upper().split()) not in _NATIONAL:
        yield Hit("national-name.text", _("ghi là “{text}”", text=line.text), line)
    yield from _wrapped(line)


def _wants_national_name(paper: Paper) -> bool:
    if paper.kind is FormKind.ATTACHED:
        return bool(paper.letterhead)
    return paper.kind is not FormKind.CERTIFICATE or paper.has(Part.MOTTO)


def _wrapped(line: Line) -> Iterator[Hit]:
    cell = line.paragraph.cell
    room = cell.width_mm if cell and line.is_whole else None
    if room and line.width_mm > room:
        found = _(
            "Quốc hiệu bị xuống dòng: dòng chữ dài {width} mm, ô chỉ rộng {room} mm",
            width=round(line.width_mm),
            room=round(room),
        )
        yield Hit("national-name.one-line", found, line)


def check_motto(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A missing or misspelt motto; wrong hyphens."""
    line = paper.first(Part.MOTTO)
    if line is None:
        if paper.has(Part.NATIONAL_NAME) or paper.kind is FormKind.OFFICIAL:
            yield Hit("motto.missing", _("không thấy Tiêu ngữ"), paper.first(Part.NATIONAL_NAME))
        return
    words = tuple(" ".join(word.split()) for word in _DASH.split(line.text))
    if words != _MOTTO_WORDS and not line.is_upper:
        yield Hit("motto.text", _("ghi là “{text}”", text=line.text), line)
    elif words == _MOTTO_WORDS and " ".join(line.text.split()) != " - ".join(_MOTTO_WORDS):
        yield Hit("motto.hyphens", _("ghi là “{text}”", text=line.text), line)


def check_spacing(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """National name and motto that stand too far from each other."""
    above, below = paper.first(Part.NATIONAL_NAME), paper.first(Part.MOTTO)
    if above is None or below is None or above.paragraph is below.paragraph:
        return
    one, other = above.paragraph.format, below.paragraph.format
    gap = one.after_pt + other.before_pt
    loose = [
        format_ for format_ in (one, other) if format_.lines is not None and format_.lines > _SINGLE
    ]
    if gap > 2 or loose:  # noqa: PLR2004 - points that nobody sees
        yield Hit("national-name.spacing", _("hai dòng cách xa hơn dòng đơn"), below)


def check_sides(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Letterheads without an issuer, or with the two columns changed about."""
    if paper.kind is FormKind.ATTACHED and not paper.letterhead:
        return
    issuer, national = (
        paper.first(Part.ISSUER),
        paper.first(Part.NATIONAL_NAME) or paper.first(Part.MOTTO),
    )
    if issuer is None:
        yield Hit("issuer.missing", _("không thấy tên cơ quan ban hành"), national)
    elif national is not None and _right_of(issuer, national):
        yield Hit("national-name.side", _("Quốc hiệu ở bên trái"), national)


def _right_of(issuer: Line, national: Line) -> bool:
    one, other = issuer.paragraph.cell, national.paragraph.cell
    if one is not None and other is not None:
        return one.table == other.table and one.column > other.column
    return issuer.paragraph is national.paragraph and issuer.start > national.start


CHECKS: Final = (check_national_name, check_motto, check_spacing, check_sides)
