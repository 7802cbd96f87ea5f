"""Type, subject and V/v."""

import re
from collections.abc import Iterator

from vbgen.messages import _
from vbgen.nd30.parts.line import Line
from vbgen.nd30.parts.names import Part
from vbgen.nd30.parts.paper import Kind, Paper
from vbgen.nd30.rules.book import Book
from vbgen.nd30.rules.model import Hit


def check_type_and_subject(paper: Paper, book: Book) -> Iterator[Hit]:
    """A named paper without its type's name or subject; a subject that ends like a sentence."""
    if paper.kind is not Kind.OFFICIAL or paper.is_letter:
        return
    kind = paper.type
    if kind is not None and not paper.has(Part.TYPE):
        values = {"type": kind.name, "abbreviation": kind.abbreviation}
        yield Hit("type.missing", _("không thấy tên loại văn bản"), paper.first(Part.NUMBER), values)
        return
    subject = paper.of(Part.SUBJECT)
    excepted = book["subject.missing"].values["except"]
    if not subject and kind is not None and isinstance(excepted, tuple) and kind.name not in excepted:
        yield Hit("subject.missing", _("không thấy trích yếu"), paper.first(Part.TYPE))
    if subject and re.search(r"[^.….][.;:,]$", subject[-1].text):
        yield Hit("subject.full-stop", _("trích yếu kết thúc bằng “{mark}”", mark=subject[-1].text[-1]), subject[-1])


def check_letter_subject(paper: Paper, book: Book) -> Iterator[Hit]:
    """A công văn without V/v, with another word for it, or too near to the number."""
    if paper.kind is not Kind.OFFICIAL or not paper.is_letter:
        return
    lines = paper.of(Part.LETTER_SUBJECT)
    if not lines:
        yield Hit("letter-subject.missing", _("không thấy trích yếu công văn"), paper.first(Part.NUMBER))
        return
    if not re.match(r"V/v(?!\w)", lines[0].text):
        yield Hit("letter-subject.word", _("ghi là “{text}”", text=lines[0].text.split(" ")[0]), lines[0])
    number = paper.first(Part.NUMBER)
    if number is None or not lines[0].is_whole or not number.is_whole or not _right_below(number, lines[0]):
        return
    gap = max(number.paragraph.format.after_pt, 0) + lines[0].paragraph.format.before_pt
    low, high = (book.number("letter-subject.spacing", name) for name in ("min", "max"))
    if not low - 0.1 <= gap <= high + 0.1:
        found = _("cách {gap} pt", gap=f"{gap:g}".replace(".", ","))
        yield Hit("letter-subject.spacing", found, lines[0])


def _right_below(number: Line, subject: Line) -> bool:
    """Whether no table row lies between the two."""
    one, other = number.paragraph.cell, subject.paragraph.cell
    return (one is None) == (other is None) and (one is None or other is None or one.row == other.row)


CHECKS = (check_type_and_subject, check_letter_subject)
