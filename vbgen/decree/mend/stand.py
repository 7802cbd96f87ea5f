"""How paragraphs stand put right: indents, spacing, line spacing, empty paragraphs, tables, lines."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from lxml.etree import _Element

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.mend.blanks import is_content
from vbgen.decree.mend.looks import FormatMend, runs_of, set_size
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.decree.rules.body import gap_pt, text_of, usual_size
from vbgen.word.elements import drop, new, properties, put
from vbgen.word.reading.values import Paragraph, Table
from vbgen.word.reading.xmlnames import child, w

_NARROW, _WIDE = "567", "720"  # 1 cm and 1,27 cm in twips


@lru_cache(maxsize=1)
def _usual_indent(paper: Paper) -> str:
    """How most of the text is indented, in twips."""
    starts = [item.format.first_line_mm for _role, item in text_of(paper)]
    narrow = sum(abs(start - 10) < 1 for start in starts)
    return _NARROW if narrow > sum(abs(start - 12.7) < 1 for start in starts) else _WIDE


@lru_cache(maxsize=1)
def _usual_size(paper: Paper) -> float:
    """The size that most of the text has."""
    return usual_size(item for _role, item in text_of(paper)) or 14.0


@lru_cache(maxsize=1)
def _above(paper: Paper) -> Mapping[int, Paragraph]:
    """The paragraph of the text above each, by identity."""
    body = [item for _role, item in text_of(paper)]
    return {id(below): above for above, below in pairwise(body)}


def forget_papers() -> None:
    """Nothing of a paper is kept once its round is over."""
    for known in (_usual_indent, _usual_size, _above):
        known.cache_clear()


def justify(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """Both edges even."""
    if hit.paragraph is not None:
        put(properties(hit.paragraph.element, "pPr"), "jc", val="both")


def first_line(hit: Hit, paper: Paper, _book: FormRules) -> None:
    """The first line indented as most of the text is, 1,27 cm when nothing tells."""
    if hit.paragraph is None:
        return
    put(
        properties(hit.paragraph.element, "pPr"), "ind",
        left="0", firstLine=_usual_indent(paper), hanging=None, start=None,
    )  # fmt: skip


def indent_without_blanks(hit: Hit, paper: Paper, book: FormRules) -> None:
    """The blanks go by their own mend; what they stood for becomes an indent."""
    if hit.paragraph is not None and hit.paragraph.format.first_line_mm < 9:  # noqa: PLR2004 - no indent of its own
        first_line(hit, paper, book)


def gap(hit: Hit, paper: Paper, book: FormRules) -> None:
    """Six points between this paragraph and the one above."""
    below = hit.paragraph
    above = None if below is None else _above(paper).get(id(below))
    if below is None or above is None:
        return
    missing = book.number("body.spacing", "min") - gap_pt(above, below)
    stand = properties(below.element, "pPr")
    before = 0.0 if below.format.contextual else below.format.before_pt
    put(
        stand,
        "spacing",
        before=f"{round((before + missing) * 20)}",
        beforeLines=None,
        beforeAutospacing=None,
    )
    if below.format.contextual:
        put(stand, "contextualSpacing", val="0")


def line_spacing(hit: Hit, _paper: Paper, book: FormRules) -> None:
    """Single to one and a half lines: the nearest of the two."""
    paragraph = hit.paragraph
    if paragraph is None:
        return
    rule = book["body.line-spacing"]
    lines = paragraph.format.lines
    wanted = (
        rule.number("max")
        if lines is not None and lines > rule.number("max")
        else rule.number("min")
    )
    put(
        properties(paragraph.element, "pPr"),
        "spacing",
        line=f"{round(wanted * 240)}",
        lineRule="auto",
    )


def body_size(hit: Hit, paper: Paper, book: FormRules) -> None:
    """The size that most of the text has, when that is a lawful one."""
    usual = _usual_size(paper)
    low, high = (book.number("body.size", name) for name in ("min", "max"))
    for run in runs_of(hit):
        set_size(run, min(max(usual, low), high))


def heading_spacing(_hit: Hit, paper: Paper, _book: FormRules) -> None:
    """National name and motto at single spacing."""
    for part in (Part.NATIONAL_NAME, Part.MOTTO):
        line = paper.first(part)
        if line is not None:
            put(
                properties(line.paragraph.element, "pPr"),
                "spacing",
                before="0",
                after="0",
                line="240",
                lineRule="auto",
            )


def subject_gap(hit: Hit, paper: Paper, _book: FormRules) -> None:
    """Six points between number and V/v."""
    number = paper.first(Part.NUMBER)
    if hit.paragraph is not None and number is not None:
        put(properties(number.paragraph.element, "pPr"), "spacing", after="0")
        put(properties(hit.paragraph.element, "pPr"), "spacing", before="120")


def remove_empty(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """The empty paragraph goes, unless it is a box or holds what is not seen."""
    if hit.paragraph is None or is_content(hit.paragraph):
        return
    element = hit.paragraph.element
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def remove_tail(hit: Hit, paper: Paper, _book: FormRules) -> None:
    """Page breaks and empty paragraphs behind the last words go, but for one that a table needs."""
    for paragraph in reversed(paper.document.paragraphs):
        if paragraph.page_break:
            _remove_page_breaks(paragraph)
        if (
            not paragraph.is_empty
            or is_content(paragraph)
            or paragraph.cell is not None
            or _must_stay(paragraph)
        ):
            return
        remove_empty(Hit(hit.rule, "", paragraph), paper, _book)


def _remove_page_breaks(paragraph: Paragraph) -> None:
    for item in list(paragraph.element.iter(w("br"))):
        parent = item.getparent()
        if item.get(w("type")) == "page" and parent is not None:
            parent.remove(item)


def _must_stay(paragraph: Paragraph) -> bool:
    """Whether it is needed behind a table, or ends a section."""
    before = paragraph.element.getprevious()
    if before is None or before.tag != w("p"):
        return True
    return child(child(paragraph.element, "pPr"), "sectPr") is not None


def repeat_heading(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """The first row repeats on each page."""
    if isinstance(hit.where, Table):
        row = next(hit.where.element.iter(w("tr")))
        _row_says(row, "tblHeader")


def whole_rows(hit: Hit, _paper: Paper, _book: FormRules) -> None:
    """No row is cut by a page."""
    if isinstance(hit.where, Table):
        for row in hit.where.element.findall(w("tr")):
            _row_says(row, "cantSplit")


def _row_says(row: _Element, name: str) -> None:
    settings = child(row, "trPr")
    if settings is None:
        settings = new("trPr")
        exceptions = child(row, "tblPrEx")
        if exceptions is None:
            row.insert(0, settings)
        else:
            exceptions.addnext(settings)
    drop(settings, name)
    settings.append(new(name))


STAND_MENDS: Final[Mapping[str, FormatMend]] = {
    "national-name.spacing": heading_spacing,
    "letter-subject.spacing": subject_gap,
    "body.alignment": justify,
    "body.first-line": first_line,
    "body.spacing": gap,
    "body.line-spacing": line_spacing,
    "body.size": body_size,
    "body.size-mixed": body_size,
    "typing.indent-by-blanks": indent_without_blanks,
    "typing.empty-paragraphs": remove_empty,
    "typing.empty-last-page": remove_tail,
    "table.heading-row": repeat_heading,
    "table.split-rows": whole_rows,
}
