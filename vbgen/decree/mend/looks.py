"""Looks put right: size, weight, slant, alignment, font, colour of a line or paragraph."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lxml.etree import _Element

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.mend.letters import split_run
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.fonts import LARGE, SMALL, is_black
from vbgen.word.elements import properties, put, switch
from vbgen.word.reading.values import Paragraph, Run
from vbgen.word.reading.xmlnames import child, w

FormatMend = Callable[[Hit, Paper, FormRules], None]
_SLOTS: Final = ("ascii", "hAnsi", "cs", "eastAsia")
_THEMES: Final = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")


def line_of(hit: Hit) -> Line | None:
    """The line hit, or the whole paragraph."""
    if isinstance(hit.where, Line):
        return hit.where
    return whole(hit.where) if isinstance(hit.where, Paragraph) else None


def runs_of(hit: Hit) -> Iterator[_Element]:
    """The runs that lie within the line; those that it shares with another line are left alone."""
    line = line_of(hit)
    if line is None:
        return
    for run in line.paragraph.runs:
        if run.text.strip() and run.start >= line.start and run.end <= line.end:
            yield run.element
    if not line.paragraph.runs:
        yield from line.paragraph.element.iter(w("r"))


def set_size(run: _Element, points: float) -> None:
    """Size of a run, for Latin and complex letters."""
    look = properties(run, "rPr")
    for name in ("sz", "szCs"):
        put(look, name, val=f"{round(points * 2)}")


def _toggle(run: _Element, names: tuple[str, str], *, on: bool) -> None:
    look = properties(run, "rPr")
    for name in names:
        switch(look, name, on=on)


def bolden(run: _Element, *, on: bool) -> None:
    """Weight of a run."""
    _toggle(run, ("b", "bCs"), on=on)


def slant(run: _Element, *, on: bool) -> None:
    """Slant of a run."""
    _toggle(run, ("i", "iCs"), on=on)


def mend_size(hit: Hit, _paper: Paper, book: FormRules) -> None:
    """Bring sizes into the range: the nearest bound."""
    rule = book[hit.rule]
    low, high = rule.number("min"), rule.number("max")
    line = line_of(hit)
    for run in [] if line is None else line.paragraph.runs:
        if run.element in set(runs_of(hit)) and not low <= run.format.size_pt <= high:
            set_size(run.element, low if run.format.size_pt < low else high)
    if line is not None and not line.paragraph.runs:
        for element in runs_of(hit):
            set_size(element, high)


def mend_weight(hit: Hit, _paper: Paper, book: FormRules) -> None:
    """Bold or plain, as the rule says."""
    for run in runs_of(hit):
        bolden(run, on=bool(book[hit.rule].values["bold"]))


def mend_slant(hit: Hit, _paper: Paper, book: FormRules) -> None:
    """Slanted or upright, as the rule says."""
    for run in runs_of(hit):
        slant(run, on=bool(book[hit.rule].values["italic"]))


def mend_alignment(hit: Hit, _paper: Paper, book: FormRules) -> None:
    """Aligned as the rule says; an indent that shifts a centred line goes."""
    if hit.paragraph is None:
        return
    stand = properties(hit.paragraph.element, "pPr")
    frame = child(stand, "framePr")
    if frame is not None:
        frame.set(w("xAlign"), "center")
    put(stand, "jc", val=str(book[hit.rule].values["alignment"]))
    put(stand, "ind", left="0", right="0", firstLine="0", hanging=None, start=None, end=None)


def mend_font(hit: Hit, _paper: Paper, book: FormRules) -> None:
    """The decree's font in all four slots, theme fonts taken out."""
    name = str(book[hit.rule].values["name"])
    for run in runs_of(hit):
        fonts = put(properties(run, "rPr"), "rFonts", **dict.fromkeys(_SLOTS, name))
        for theme in _THEMES:
            fonts.attrib.pop(w(theme), "")


def mend_colour(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """Black letters."""
    paragraph = hit.paragraph
    for run in paragraph.runs if paragraph else ():
        if not is_black(run.format.color):
            colour = put(properties(run.element, "rPr"), "color", val="000000")
            for name in ("themeColor", "themeTint", "themeShade"):
                colour.attrib.pop(w(name), "")


def mend_highlight(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """No colour behind letters."""
    paragraph = hit.paragraph
    for run in paragraph.runs if paragraph else ():
        if run.format.highlight != "none":
            put(properties(run.element, "rPr"), "highlight", val="none")


def mend_size_set(hit: Hit, paper: Paper, _book: FormRules) -> None:
    """National name, motto and date in one set: the one that most of them follow."""
    sizes = {part: paper.first(part) for part in LARGE}
    known = {
        part: line.pieces[0][1].size_pt for part, line in sizes.items() if line and line.pieces
    }
    chosen = LARGE if sum(known[part] == LARGE[part] for part in known) * 2 >= len(known) else SMALL
    for part, line in sizes.items():
        if line is not None:
            for run in runs_of(Hit(hit.rule, "", line)):
                set_size(run, chosen[part])


def no_underline(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """Take underlines away."""
    for run in runs_of(hit):
        put(properties(run, "rPr"), "u", val="none")


def plain_slant(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """Upright letters."""
    for run in runs_of(hit):
        slant(run, on=False)


def plain_weight(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """Letters that are not bold."""
    for run in runs_of(hit):
        bolden(run, on=False)


def bold_article(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """The words "Điều 5." in bold, the rest of their run as it was."""
    import re

    paragraph = hit.paragraph
    match = re.match(r"(?i)\s*điều\s+\w+\s*\.?", paragraph.text) if paragraph else None
    if paragraph is None or match is None:
        return
    for run in paragraph.runs:
        if run.start < match.end():
            bolden(_head(run, match.end()), on=True)


def _head(run: Run, place: int) -> _Element:
    if run.end <= place:
        return run.element
    halves = split_run(run, place)
    return run.element if halves is None else halves[0]


def flush_left(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """At the left edge, without any indent."""
    if hit.paragraph is not None:
        stand = properties(hit.paragraph.element, "pPr")
        put(stand, "jc", val="left")
        put(stand, "ind", left="0", right="0", firstLine="0", hanging=None, start=None, end=None)


LOOK_MENDS: Final[Mapping[str, FormatMend]] = {
    "font.family": mend_font,
    "font.color": mend_colour,
    "font.highlight": mend_highlight,
    "font.sizes-mixed": mend_size_set,
    "article.weight": bold_article,
    "article.slant": plain_slant,
    "clause.slant": plain_slant,
    "body.slant": plain_slant,
    "point.weight": plain_weight,
    "body.weight": plain_weight,
    "body.underline": no_underline,
    "recipients.left": flush_left,
    "recipient.left": flush_left,
}
MEASURE_MENDS: Final[Mapping[str, FormatMend]] = {
    "size": mend_size,
    "weight": mend_weight,
    "slant": mend_slant,
    "alignment": mend_alignment,
}
