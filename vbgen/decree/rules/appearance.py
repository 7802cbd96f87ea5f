"""Size, weight, slant, case and alignment of every part, measured in one way for all."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import FormRule, Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.messages import _
from vbgen.word.reading.formats import RunFormat

_EXACT: Final = 0.01
_INITIALS: Final = 2  # letters of an abbreviation that is in capitals everywhere
_BESIDE: Final = frozenset(  # parts that share their line with others where there is no table
    {
        Part.POWER,
        Part.SIGNER,
        Part.GOVERNING_BODY,
        Part.ISSUER,
        Part.NUMBER,
        Part.DATE,
        Part.LETTER_SUBJECT,
    }
)
_BY_BLANKS: Final = re.compile(
    r"\s*\t|\s{3,}"
)  # a line pushed to its place: the eye may see it centred


def points(size: float) -> str:
    """A size as a clerk writes it: `13`, `13,5`."""
    return f"{size:g}".replace(".", ",")


def check_looks(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Every part that does not look as the decree says; one hit a line and measure."""
    for rule in book.looks():
        part = Part(str(rule.values["part"]))
        measure = _MEASURES[rule.id.rpartition(".")[2]]
        for line in judged(paper, part):
            found = measure(line, rule)
            if found:
                yield Hit(rule.id, found, line, {"label": part.label})


def judged(paper: Paper, part: Part) -> tuple[Line, ...]:
    """Lines of a part that its looks are asked of; a list without "Phụ lục" has one title line in capitals."""
    if part is Part.APPENDIX_TITLE:
        return tuple(
            line
            for item in paper.appendices
            for line in (item.title if item.head is not None else item.title[:1])
        )
    return tuple(line for line in paper.of(part) if line.has_letters or part is Part.PAGE_NUMBER)


def _size(line: Line, rule: FormRule) -> str:
    low, high = rule.number("min") - _EXACT, rule.number("max") + _EXACT
    wrong = sorted({look.size_pt for look in looks(line) if not low <= look.size_pt <= high})
    return _("cỡ chữ {sizes}", sizes=", ".join(map(points, wrong))) if wrong else ""


def _weight(line: Line, rule: FormRule) -> str:
    wanted = rule.values["bold"]
    if all(look.bold is wanted for look in looks(line)):
        return ""
    return _("chữ không đậm") if wanted else _("chữ đậm")


def _slant(line: Line, rule: FormRule) -> str:
    wanted = rule.values["italic"]
    if all(look.italic is wanted for look in looks(line)):
        return ""
    return _("chữ đứng") if wanted else _("chữ nghiêng")


def _case(line: Line, rule: FormRule) -> str:
    if rule.values["case"] == "upper":
        return "" if line.is_upper or not line.has_letters else _("chữ in thường")
    words = [word for word in re.findall(r"[^\W\d_]+", line.text) if len(word) > _INITIALS]
    return _("chữ in hoa") if line.is_upper and words else ""


def _alignment(line: Line, rule: FormRule) -> str:
    format_ = line.paragraph.format
    placed = not line.is_whole or line.paragraph.boxed or _BY_BLANKS.match(line.paragraph.text)
    beside = (
        rule.values["part"] in _BESIDE
        and line.paragraph.cell is None
        and format_.alignment != "right"
    )
    if placed or beside or format_.alignment == rule.values["alignment"]:
        return ""
    return _("canh {alignment}", alignment=alignment_label(format_.alignment))


def alignment_label(alignment: str) -> str:
    """A paragraph's alignment in a clerk's words."""
    labels = {"left": _("trái"), "right": _("phải"), "center": _("giữa"), "both": _("đều hai lề")}
    return labels.get(alignment, alignment)


def looks(line: Line) -> tuple[RunFormat, ...]:
    """Looks of the letters and figures of a line, or of the page field when it shows nothing yet."""
    found = tuple(
        look for letters, look in line.pieces if any(letter.isalnum() for letter in letters)
    )
    return found or tuple(line.paragraph.field_looks)


_MEASURES: Final[Mapping[str, Callable[[Line, FormRule], str]]] = {
    "size": _size,
    "weight": _weight,
    "slant": _slant,
    "case": _case,
    "alignment": _alignment,
}

CHECKS: Final = (check_looks,)
