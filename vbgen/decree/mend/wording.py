"""Marks and zeros put right: what each rule's mend changes in the letters of a line."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from vbgen.decree.checking.model import Hit
from vbgen.decree.mend.letters import Edit
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.rules import typing as slips
from vbgen.word.reading.values import Paragraph

TextMend = Callable[[Line, Hit], Iterator[Edit]]


def edits_of(hit: Hit) -> list[Edit]:
    """What the hit's mend changes in its paragraph; nothing when the rule is not mended in letters."""
    mend = TEXT_MENDS.get(hit.rule)
    line = (
        hit.where
        if isinstance(hit.where, Line)
        else whole(hit.where)
        if isinstance(hit.where, Paragraph)
        else None
    )
    return [] if mend is None or line is None else list(mend(line, hit))


def _raw(line: Line) -> str:
    return line.paragraph.text[line.start : line.end]


def _sub(pattern: str, new: str, *, count: int = 0, flags: int = 0) -> TextMend:
    """A mend that puts `new` in the place of the pattern's group 1, or of all of it."""
    compiled = re.compile(pattern, flags)

    def mend(line: Line, _hit: Hit) -> Iterator[Edit]:
        for number, match in enumerate(compiled.finditer(_raw(line)), 1):
            group = 1 if match.lastindex else 0
            yield Edit(line.start + match.start(group), line.start + match.end(group), new)
            if number == count:
                return

    return mend


def _end(marks: str, new: str | None = None) -> TextMend:
    """A mend that puts a mark at the end, in the place of any of `marks`; the hit says which when `new` is `None`."""

    def mend(line: Line, hit: Hit) -> Iterator[Edit]:
        raw = _raw(line)
        kept = raw.rstrip()
        bare = kept.rstrip(marks)
        yield Edit(
            line.start + len(bare),
            line.start + len(kept),
            str(hit.values["mark"]) if new is None else new,
        )

    return mend


def _power(line: Line, hit: Hit) -> Iterator[Edit]:
    match = re.match(
        r"\s*(?:T\s*/?\s*M|K\s*/?\s*T|T\s*/?\s*L|T\s*/?\s*U\s*/?\s*Q|Q)\s*[./:]?\s*", _raw(line)
    )
    if match:
        yield Edit(line.start, line.start + match.end(), str(hit.values["words"]))


def _decomposed(line: Line, _hit: Hit) -> Iterator[Edit]:
    for run in line.paragraph.runs:
        composed = unicodedata.normalize("NFC", run.text)
        if composed != run.text:
            yield Edit(run.start, run.end, composed)


def _quotes(line: Line, _hit: Hit) -> Iterator[Edit]:
    places = [match.start() for match in re.finditer('"', _raw(line))]
    if len(places) % 2 == 0:
        for number, place in enumerate(places):
            yield Edit(line.start + place, line.start + place + 1, "“”"[number % 2])


def _matched(pattern: re.Pattern[str], new: str = "", *, keep: int = 0) -> TextMend:
    """A mend for a slip of typing: all of the paragraph's places but its addresses."""

    def mend(line: Line, _hit: Hit) -> Iterator[Edit]:
        raw = slips.without_addresses(_raw(line))
        for match in pattern.finditer(raw):
            yield Edit(line.start + match.start() + keep, line.start + match.end(), new)

    return mend


def _repeated(line: Line, _hit: Hit) -> Iterator[Edit]:
    for match in slips.REPEATED_MARK.finditer(slips.without_addresses(_raw(line))):
        if len(set(match[0])) == 1:
            yield Edit(line.start + match.start() + 1, line.start + match.end(), "")


def _symbol(line: Line, _hit: Hit) -> Iterator[Edit]:
    raw = _raw(line)
    slash = raw.find("/")
    number = re.search(r"\d(\s+)$", raw[:slash]) if slash >= 0 else None
    if number:
        yield Edit(line.start + number.start(1), line.start + number.end(1), "")
    for match in re.finditer(r"\s+(?=\S)", raw[slash:] if slash >= 0 else ""):
        yield Edit(line.start + slash + match.start(), line.start + slash + match.end(), "")


TEXT_MENDS: Final[Mapping[str, TextMend]] = {
    "motto.hyphens": _sub(r"\s*[-–—−‐‑]\s*", " - "),
    "number.word": _sub(r"^\s*[Ss][Ốố]\s*[:.]?", "Số:", count=1),
    "number.zero": _sub(r"()\d", "0", count=1),
    "number.blanks": _symbol,
    "date.comma": _sub(r"\S()\s*,?\s+ngày\b", ",", count=1),
    "date.day-zero": _sub(r"ngày\s+()\d", "0", count=1),
    "date.month-zero": _sub(r"tháng\s+()\d", "0", count=1),
    "date.month-extra-zero": _sub(r"tháng\s+(0)\d", "", count=1),
    "subject.full-stop": _end(".;:,", ""),
    "addressees.colon": _sub(r"(?i:kính\s+gửi)()", ":", count=1),
    "addressees.dash": _sub(r"^\s*()\S", "- ", count=1),
    "addressees.ending": _end(".;,:"),
    "ground.ending": _end(".;,:"),
    "order.colon": _end(".;,:", ":"),
    "heading.dot": _sub(r"^\s*[IVX]+(\s*[)/\-–])", ".", count=1),
    "article.dot": _sub(r"(?i)^\s*điều\s+\w+(\s*[:]|)", ".", count=1),
    "clause.dot": _sub(r"^\s*\d+(\s*[)/:])", ".", count=1),
    "point.bracket": _sub(r"^\s*[a-zđ]{1,2}(\s*\.)", ")", count=1),
    "body.ending": _end(".;,:/", "./."),
    "body.ending-early": _sub(r"\./\.(?=\s*$)", "."),
    "power.abbreviation": _power,
    "recipients.colon": _sub(r"(?i:nơi\s+nhận)()", ":", count=1),
    "recipient.dash": _sub(r"^\s*()\S", "- ", count=1),
    "recipient.ending": _end(".;,:"),
    "typing.double-blank": _matched(slips.DOUBLE, " "),
    "typing.blank-before-mark": _matched(slips.BEFORE),
    "typing.no-blank-after-mark": _matched(slips.AFTER, " ", keep=1),
    "typing.brackets": _matched(slips.BRACKETS),
    "typing.repeated-mark": _repeated,
    "typing.invisible": _matched(slips.INVISIBLE),
    "typing.decomposed": _decomposed,
    "typing.quotes-mixed": _quotes,
    "typing.dashes-mixed": _sub(r"^\s*([-–—−])", "-", count=1),
    "typing.indent-by-blanks": _sub(r"^[\s\u00a0]+", "", count=1),
}
