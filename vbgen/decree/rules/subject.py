"""Type, subject and V/v."""

import re
from collections.abc import Collection, Iterator

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.messages import _


def check_type_and_subject(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """A named paper without its type's name or subject; a subject that ends like a sentence."""
    if paper.kind is not FormKind.OFFICIAL or paper.is_letter:
        return
    kind = paper.type
    if kind is not None and not paper.has(Part.TYPE):
        values = {"type": kind.name, "abbreviation": kind.abbreviation}
        anchor = paper.first(Part.NUMBER)
        yield Hit("type.missing", _("không thấy tên loại văn bản"), anchor, values)
        return
    subject = paper.of(Part.SUBJECT)
    if subject:
        yield from _full_stop(subject[-1])
    elif kind is not None and kind.name not in _excepted(book):
        yield Hit("subject.missing", _("không thấy trích yếu"), paper.first(Part.TYPE))


def _excepted(book: FormRules) -> Collection[str]:
    excepted = book["subject.missing"].values["except"]
    return excepted if isinstance(excepted, tuple) else ()


def _full_stop(last: Line) -> Iterator[Hit]:
    if re.search(r"[^.….][.;:,]$", last.text):
        found = _("trích yếu kết thúc bằng “{mark}”", mark=last.text[-1])
        yield Hit("subject.full-stop", found, last)


def check_letter_subject(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """A công văn without V/v, with another word for it, or too near to the number."""
    if paper.kind is not FormKind.OFFICIAL or not paper.is_letter:
        return
    line, number = paper.first(Part.LETTER_SUBJECT), paper.first(Part.NUMBER)
    if line is None:
        yield Hit("letter-subject.missing", _("không thấy trích yếu công văn"), number)
        return
    if not re.match(r"V/v(?!\w)", line.text):
        found = _("ghi là “{text}”", text=line.text.split(" ")[0])
        yield Hit("letter-subject.word", found, line)
    if number is not None and _right_below(number, line):
        yield from _gap(number, line, book)


def _gap(number: Line, subject: Line, book: FormRules) -> Iterator[Hit]:
    gap = max(number.paragraph.format.after_pt, 0) + subject.paragraph.format.before_pt
    low, high = (book.number("letter-subject.spacing", name) for name in ("min", "max"))
    if not low - 0.1 <= gap <= high + 0.1:
        found = _("cách {gap} pt", gap=f"{gap:g}".replace(".", ","))
        yield Hit("letter-subject.spacing", found, subject)


def _right_below(number: Line, subject: Line) -> bool:
    """Whether both fill their paragraphs and no table row lies between the two."""
    if not subject.is_whole or not number.is_whole:
        return False
    one, other = number.paragraph.cell, subject.paragraph.cell
    if one is None or other is None:
        return one is other
    return one.row == other.row


CHECKS = (check_type_and_subject, check_letter_subject)
