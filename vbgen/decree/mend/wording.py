"""Marks and zeros put right: what each rule's mend changes in the letters of a line."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from vbgen.decree.checking.model import Hit
from vbgen.decree.mend.letters import Edit
from vbgen.decree.parts.encodings import holds_legacy_text
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.rules import typing as slips
from vbgen.word.reading.values import Paragraph

TextMend = Callable[[Line, Hit], Iterator[Edit]]
_BLANKS: Final = frozenset(" \u00a0\t\n")
_MARKS: Final = frozenset(".,;:/()-") | _BLANKS
_DASHES: Final = frozenset("-–—−‐‑")
_INVISIBLE_SIGNS: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_SIGNS: Final[Mapping[str, frozenset[str]]] = {  # what a rule's mend may add or take, letters apart
    "typing.double-blank": _BLANKS,
    "typing.blank-before-mark": _BLANKS,
    "typing.no-blank-after-mark": _BLANKS,
    "typing.brackets": _BLANKS,
    "typing.indent-by-blanks": frozenset(filter(str.isspace, map(chr, range(0x3001)))),
    "typing.invisible": _INVISIBLE_SIGNS,
    "typing.decomposed": frozenset(),
    "typing.quotes-mixed": frozenset('"“”'),
    "typing.dashes-mixed": _DASHES,
    "motto.hyphens": _DASHES | _BLANKS,
    "number.blanks": frozenset(filter(str.isspace, map(chr, range(0x3001)))),
}
_ZEROS: Final = frozenset(
    {"number.zero", "date.day-zero", "date.month-zero", "date.month-extra-zero"}
)
_DECOMPOSED: Final = re.compile("[A-Za-zÀ-ỹ][\u0300-\u0303\u0306\u0309\u031b\u0323\u0302]+")


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
    if mend is None or line is None:
        return []
    return [edit for edit in mend(line, hit) if is_permitted(hit.rule, _replaced(line, edit), edit)]


def _replaced(line: Line, edit: Edit) -> str:
    return line.paragraph.text[edit.start : edit.end]


def is_permitted(rule: str, old: str, edit: Edit) -> bool:
    """Whether the rule's mend may put the edit's letters in the place of `old`.

    Letters and digits stay as they are, but for their case and a zero before a number; of other signs only
    those may come or go that the rule is about.
    """
    signs = _SIGNS.get(rule, _MARKS)
    changed = {sign for sign in old + edit.new if not _is_kept(sign)}
    return changed <= signs and _kept(old, rule) == _kept(edit.new, rule)


def _is_kept(sign: str) -> bool:
    return sign.isalnum() or bool(unicodedata.combining(sign))


def _kept(text: str, rule: str) -> str:
    letters = "".join(filter(_is_kept, text))
    if rule == "typing.decomposed":
        return unicodedata.normalize("NFC", letters)
    return letters.casefold().replace("0", "" if rule in _ZEROS else "0")


def _raw(line: Line) -> str:
    return line.paragraph.text[line.start : line.end]


def _invisible(line: Line, _hit: Hit) -> Iterator[Edit]:
    """Signs without width between Latin letters; elsewhere they shape other scripts, and U+00AD may be an ư."""
    raw = _raw(line)
    for match in slips.INVISIBLE.finditer(raw):
        beside = raw[max(0, match.start() - 1) : match.end() + 1]
        if all(map(_is_latin, beside)) and not holds_legacy_text(raw):
            yield Edit(line.start + match.start(), line.start + match.end(), "")


def _is_latin(sign: str) -> bool:
    """A Latin letter, or what stands between words; no letter or picture of another script."""
    if not sign.isalpha():
        return unicodedata.category(sign) not in {"So", "Mn", "Mc", "Sk"}
    return unicodedata.name(sign, "").startswith("LATIN")


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
        for match in _DECOMPOSED.finditer(run.text):
            composed = unicodedata.normalize("NFC", match[0])
            yield Edit(run.start + match.start(), run.start + match.end(), composed)


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
    "typing.invisible": _invisible,
    "typing.decomposed": _decomposed,
    "typing.quotes-mixed": _quotes,
    "typing.dashes-mixed": _sub(r"^\s*([-–—−])", "-", count=1),
    "typing.indent-by-blanks": _sub(r"^[\s\u00a0]+", "", count=1),
}
