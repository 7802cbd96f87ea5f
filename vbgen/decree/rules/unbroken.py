"""What must stand on one line: national name, motto, number, place and day, the signer's name."""

from collections.abc import Iterator
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.messages import _

_PADDING_MM: Final = 3.8  # left and right inside of a cell, as Word makes it
_SLACK_MM: Final = 0.5
_RULES: Final = {
    Part.MOTTO: "motto.one-line",
    Part.NUMBER: "number.one-line",
    Part.DATE: "date.one-line",
    Part.SIGNER: "signer.one-line",
}


def check_unbroken(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Lines too long for their cell, or parted by hand."""
    for part, rule in _RULES.items():
        for line in paper.of(part):
            if _is_too_long(line):
                yield Hit(rule, _("“{text}” bị xuống dòng: ô quá hẹp", text=line.text), line)
            elif _is_parted(paper, line):
                yield Hit(rule, _("“{text}” bị ngắt dòng (Shift+Enter)", text=line.text), line)


def _is_too_long(line: Line) -> bool:
    cell = line.paragraph.cell
    if cell is None or not cell.width_mm or not line.is_whole:
        return False
    return line.width_mm > cell.width_mm - _PADDING_MM + _SLACK_MM


def _is_parted(paper: Paper, line: Line) -> bool:
    """Whether the words go on below a break as no part of their own, or a name began above it."""
    text = line.paragraph.text
    above, rest = text[: line.start].strip(), text[line.end :]
    if above and text[: line.start].endswith("\n") and not above.isupper():
        return line in paper.of(Part.SIGNER)
    if not rest.startswith("\n") or not rest.strip():
        return False
    start = line.end + len(rest) - len(rest.lstrip())
    return not any(line.end < place <= start for place in _starts(paper, line))


def _starts(paper: Paper, line: Line) -> Iterator[int]:
    """Where the named lines of the same paragraph begin."""
    for lines in paper.lines.values():
        yield from (other.start for other in lines if other.paragraph is line.paragraph)


CHECKS: Final = (check_unbroken,)
