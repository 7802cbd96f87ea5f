"""How the text stands on the page: size, alignment, indents, spacing, its end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from vbgen.decree.checking.book import FormRules
from vbgen.decree.checking.model import Hit
from vbgen.decree.parts.line import Line, whole
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind, Paper
from vbgen.decree.rules.appearance import alignment_label, looks, points
from vbgen.messages import _
from vbgen.word.reading.values import Paragraph

_SHORT: Final = (
    60  # letters of a line that fills no line of the page: left or justified look the same
)
_FLOWING: Final = frozenset(
    {Part.TEXT, Part.ITEM, Part.CLAUSE, Part.POINT, Part.ARTICLE, Part.HEADING, Part.GROUND}
)
_TABBED: Final = re.compile(r"^\s*\t")
_END: Final = re.compile(r"\./\.?\s*$|/\.\s*$")


def text_of(paper: Paper) -> list[tuple[Part, Paragraph]]:
    """Body and grounds, without the lines that stand in the middle on purpose (formulas, sub-headings)."""
    found = zip(paper.roles, paper.document.paragraphs, strict=True)
    flowing = [
        (role, item) for role, item in found if role in _FLOWING and not _is_centred(role, item)
    ]
    return [(role, item) for role, item in flowing if not is_form_line(item.text)]


@lru_cache(maxsize=8192)  # one rule after another asks for the same paragraphs
def is_form_line(text: str) -> bool:
    """Whether the paragraph is one of dots to be filled in, typed or drawn by tabs."""
    dotted = sum(len(dots) for dots in re.findall(r"[.…_\s/;]{3,}", text))
    return (
        dotted * 2 > len(text)
        or bool(re.search(r"\S\s*\t\s*[.;/]*$", text))
        or not re.search(r"\w", text)
    )


def _is_centred(role: Part, paragraph: Paragraph) -> bool:
    centred = paragraph.format.alignment == "center"
    return (
        centred
        and role is Part.TEXT
        and (len(paragraph.plain) < _SHORT * 2 or whole(paragraph).is_italic)
    )


def check_sizes(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Body letters outside the range, or of another size than the rest of the body."""
    body = [item for role, item in text_of(paper) if role is not Part.GROUND]
    usual = usual_size(iter(body))
    for paragraph in body:
        sizes = _sizes(paragraph)
        wrong = [size for size in sizes if not _is_allowed(size, book)]
        if wrong:
            yield Hit("body.size", _sizes_found(wrong), paragraph)
        elif usual is not None:
            yield from _mixed(paragraph, sizes, usual)


def _mixed(paragraph: Paragraph, sizes: Sequence[float], usual: float) -> Iterator[Hit]:
    others = [size for size in sizes if size != usual]
    if others:
        yield Hit("body.size-mixed", _sizes_found(others), paragraph, {"size": points(usual)})


def _is_allowed(size: float, book: FormRules) -> bool:
    low, high = book.number("body.size", "min"), book.number("body.size", "max")
    return low - 0.01 <= size <= high + 0.01


def _sizes(paragraph: Paragraph) -> list[float]:
    """The sizes of its letters on the line, small to large."""
    on_line = (look for look in looks(whole(paragraph)) if look.raised == "baseline")
    return sorted({look.size_pt for look in on_line})


def _sizes_found(sizes: Sequence[float]) -> str:
    return _("cỡ chữ {sizes}", sizes=", ".join(map(points, sizes)))


def usual_size(paragraphs: Iterator[Paragraph]) -> float | None:
    """The size that most letters have."""
    counts: Counter[float] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            counts[run.format.size_pt] += len(run.text)
    return counts.most_common(1)[0][0] if counts else None


def check_stand(paper: Paper, book: FormRules) -> Iterator[Hit]:
    """Alignment, first line, spacing between paragraphs and lines."""
    body = text_of(paper)
    for role, paragraph in body:
        if paragraph.format.alignment != "both" and (
            len(paragraph.plain) > _SHORT or paragraph.format.alignment != "left"
        ):
            found = _("canh {alignment}", alignment=alignment_label(paragraph.format.alignment))
            yield Hit("body.alignment", found, paragraph)
        yield from _first_line(role, paragraph, book)
        yield from _line_spacing(paragraph, book)
    yield from _gaps(body, book)


def _first_line(_role: Part, paragraph: Paragraph, book: FormRules) -> Iterator[Hit]:
    rule = book["body.first-line"]
    start, tolerance = paragraph.format.first_line_mm, rule.number("tolerance")
    if _TABBED.match(paragraph.text) or re.match(r"[ \u00a0]{3,}", paragraph.text):
        return  # the eye sees an indent; how it is made is another rule's matter
    if re.match(r"[….\s]{8,}", paragraph.text):
        return  # dotted lines of a form
    if all(abs(start - rule.number(name)) > tolerance for name in ("narrow", "wide")):
        found = _(
            "lùi đầu dòng {start} cm",
            start=f"{start / 10:.2f}".rstrip("0").rstrip(".").replace(".", ",") or "0",
        )
        yield Hit("body.first-line", found, paragraph)


def _line_spacing(paragraph: Paragraph, book: FormRules) -> Iterator[Hit]:
    lines, format_ = paragraph.format.lines, paragraph.format
    size = max((run.format.size_pt for run in paragraph.runs), default=14.0)
    if lines is None:
        exact = format_.line / 20
        lines = (
            exact / (size * 1.15)
            if format_.line_rule == "exact"
            else max(1.0, exact / (size * 1.15))
        )
        shown, slack = _("{points} pt", points=points(exact)), 0.06
    else:
        shown, slack = _("{lines} dòng", lines=points(round(lines, 2))), 0.01
    low, high = (
        book.number("body.line-spacing", "min") - slack,
        book.number("body.line-spacing", "max") + slack,
    )
    if not low <= lines <= high:
        yield Hit("body.line-spacing", _("khoảng cách dòng {shown}", shown=shown), paragraph)


def _gaps(body: Sequence[tuple[Part, Paragraph]], book: FormRules) -> Iterator[Hit]:
    low, high = book.number("body.spacing", "min"), book.number("body.spacing-large", "max")
    for (_one, above), (_other, below) in pairwise(body):
        if not _adjacent(above, below):
            continue
        gap = gap_pt(above, below)
        if gap < low - 0.01:
            yield Hit(
                "body.spacing", _("cách đoạn trên {gap} pt", gap=points(round(gap, 1))), below
            )
        elif gap > high + 0.01:
            yield Hit(
                "body.spacing-large", _("cách đoạn trên {gap} pt", gap=points(round(gap, 1))), below
            )


def gap_pt(above: Paragraph, below: Paragraph) -> float:
    """White between two paragraphs, as Word draws it: the larger of after and before is not enough, both count."""
    same = above.format.style == below.format.style
    after = 0.0 if same and above.format.contextual else above.format.after_pt
    before = 0.0 if same and below.format.contextual else below.format.before_pt
    return after + before


def _adjacent(above: Paragraph, below: Paragraph) -> bool:
    return (
        below.element.getprevious() is above.element and above.cell is None and below.cell is None
    )


_SLANT: Final = {
    Part.TEXT: "body.slant",
    Part.ITEM: "body.slant",
    Part.POINT: "body.slant",
    Part.CLAUSE: "clause.slant",
    Part.ARTICLE: "article.slant",
}
_WEIGHT: Final = {Part.TEXT: "body.weight", Part.POINT: "point.weight"}
_CASE: Final = frozenset({Part.TEXT, Part.ITEM, Part.POINT, Part.CLAUSE})


def check_letters(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """Whole paragraphs of the text in capitals, slanted, bold or underlined."""
    for role, paragraph in text_of(paper):
        line = whole(paragraph)
        if role not in _UPRIGHT and line.has_letters and not _is_title(paragraph):
            yield from _odd_letters(role, line)


_UPRIGHT: Final = frozenset({Part.GROUND, Part.HEADING})  # judged by rules of their own


def _odd_letters(role: Part, line: Line) -> Iterator[Hit]:
    paragraph = line.paragraph
    if _is_slanted(role, line):
        yield Hit(_SLANT[role], _("cả đoạn in nghiêng"), paragraph)
    if role in _WEIGHT and len(line.text) > _SHORT * 2 and _all(paragraph, "bold"):
        yield Hit(_WEIGHT[role], _("cả đoạn in đậm"), paragraph)
    if role in _CASE and len(line.text) > _SHORT // 2 and line.is_upper:
        yield Hit("body.case", _("cả đoạn in hoa"), paragraph)
    if _is_underlined(line):
        yield Hit("body.underline", _("chữ gạch chân"), paragraph)


def _is_slanted(role: Part, line: Line) -> bool:
    if role not in _SLANT or _is_below_clause(role, line):
        return False
    return _all(line.paragraph, "italic")


def _is_below_clause(role: Part, line: Line) -> bool:
    """Whether it is numbered "1.1", a level that the decree does not know."""
    numbered = re.match(r"\d+\.\d", f"{line.paragraph.label}{line.text}")
    return role is Part.CLAUSE and numbered is not None


def _is_underlined(line: Line) -> bool:
    return any(look.underline != "none" for letters, look in line.pieces if letters.strip())


def _is_title(paragraph: Paragraph) -> bool:
    return paragraph.plain.startswith(("(", "[")) or paragraph.plain.startswith("Ghi chú")


def _all(paragraph: Paragraph, look: str) -> bool:
    return all(getattr(found, look) for found in looks(whole(paragraph)))


def check_end(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """The mark ./. : at the end of the text, and nowhere before."""
    text = [item for role, item in paper.body if role is not Part.HEADING]
    if not text or paper.kind is not FormKind.OFFICIAL or not paper.has(Part.POWER):
        return
    last = _last_before_ending(paper) or text[-1]
    for paragraph in filter(_ends_early, text):
        if paragraph is not last:
            yield Hit("body.ending-early", _("có “./.” ở giữa nội dung"), paragraph)
    yield from _ending_of(last)


def _ending_of(last: Paragraph) -> Iterator[Hit]:
    if last.cell is None and not _END.search(last.plain):
        yield Hit("body.ending", _("kết thúc bằng “{text}”", text=last.plain[-12:]), last)


def _ends_early(paragraph: Paragraph) -> bool:
    return re.search(r"\./\.\s*$", paragraph.plain) is not None


def _last_before_ending(paper: Paper) -> Paragraph | None:
    """The last words of the text, a table's cell when a table ends it."""
    found: Paragraph | None = None
    for role, item in zip(paper.roles, paper.document.paragraphs, strict=True):
        if role in {Part.POWER, Part.RECIPIENTS}:
            break
        if item.plain and role in {*_FLOWING, Part.TABLE_TEXT}:
            found = item
    return found


def check_end_alone(paper: Paper, _book: FormRules) -> Iterator[Hit]:
    """The mark ./. on a line of its own."""
    for item in paper.document.paragraphs:
        if item.plain in {"./.", "/.", ". /."} and item.cell is None:
            yield Hit("body.ending-alone", _("“./.” đứng riêng một dòng"), item)


CHECKS: Final = (check_end_alone, check_sizes, check_stand, check_letters, check_end)
