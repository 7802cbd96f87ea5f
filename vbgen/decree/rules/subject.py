"""Type, subject and V/v."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cache

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.parts.signing import plain_words
from vbgen.decree.parts.types import paper_types, type_named
from vbgen.messages import _
from vbgen.words.names import fold
from vbgen.words.subject_verbs import VERBS


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
    if not re.match(r"V/v(?![\w:;.,])(?!\s*[-–—:;])", line.text):
        begins = re.match(r"\S+(?:\s+[-–—:;])?", line.text)
        found = _("ghi là “{text}”", text=begins[0] if begins else line.text)
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


def check_wording(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """A type that is misspelt or has a mark behind it, a công văn with a type, a subject that begins wrongly."""
    if paper.kind is not FormKind.OFFICIAL:
        return
    for line in paper.of(Part.TYPE):
        yield from _type(line)
    if paper.has(Part.LETTER_SUBJECT):
        yield from _titled_letter(paper)
        yield from _stopped(paper.of(Part.LETTER_SUBJECT)[-1])
    subject = paper.first(Part.SUBJECT)
    if subject is not None:
        yield from _begins(subject)
    for line in filter(None, (subject, paper.first(Part.LETTER_SUBJECT))):
        yield from _goes_on(line)


def _type(line: Line) -> Iterator[Hit]:
    found = _("ghi là “{text}”", text=line.text)
    if re.search(r"[^.….][.:;,]$", line.text):
        yield Hit("type.mark", found, line)
    bare = plain_words(line.text).strip(" .:;,…0123456789()*")
    named = type_named(line.text)
    near = (
        named.name
        if named
        else next(iter(get_close_matches(bare.capitalize(), _names(), 1, 0.85)), "")
    )
    if near and plain_words(near) != bare:
        yield Hit("type.misspelt", found, line, {"type": near.upper()})


@cache
def _names() -> tuple[str, ...]:
    return tuple(item.name for item in paper_types())


def _titled_letter(paper: Paper) -> Iterator[Hit]:
    for item in paper.document.paragraphs:
        if fold(item.plain).strip(" :.") == "cong van" and item.cell is None:
            yield Hit("type.letter", _("ghi là “{text}”", text=item.plain), item)


def _stopped(last: Line) -> Iterator[Hit]:
    if re.search(r"[^.….][.;:,]$", last.text):
        found = _("trích yếu kết thúc bằng “{mark}”", mark=last.text[-1])
        yield Hit("letter-subject.full-stop", found, last)


def _begins(line: Line) -> Iterator[Hit]:
    found = _("ghi là “{text}”", text=" ".join(line.text.split()[:4]))
    if re.match(r"(?i)v\s*/\s*v\b", line.text):
        yield Hit("subject.word", found, line)
    elif line.text[:1].islower():
        yield Hit("subject.capital", found, line)


_VERB_CAPITAL = re.compile(rf"(V/v|Về việc) ({VERBS}) (?=[^\W\d_])")


def _goes_on(line: Line) -> Iterator[Hit]:
    """A verb with a capital behind “V/v” or “Về việc”."""
    match = _VERB_CAPITAL.match(line.text)
    if match is not None:
        right = match[2][0].lower() + match[2][1:]
        found = _("ghi là “{text}”", text=match[0].strip())
        yield Hit("subject.inner-capital", found, line, {"words": f"{match[1]} {right}"})


CHECKS = (check_type_and_subject, check_letter_subject, check_wording)
