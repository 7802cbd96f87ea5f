"""Rows on their pages: parts that wrap, rows torn open, words over words or over a frame, sheets that differ."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Final

from vbgen.decree.checking.model import Hit
from vbgen.decree.layout.printed import PaperOnPages, PrintedParagraph
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import FormKind
from vbgen.messages import _
from vbgen.pages.pdf.layout import PrintedLine, PrintedStroke
from vbgen.pages.pdf.rows import is_outside, is_torn, overlap, rows, squeezed

_IN_ONE_ROW: Final = frozenset({
    Part.NATIONAL_NAME, Part.MOTTO, Part.NUMBER, Part.DATE, Part.SIGNER,
})  # fmt: skip
_BALANCED: Final = frozenset({
    Part.GOVERNING_BODY, Part.ISSUER, Part.LETTER_SUBJECT, Part.TYPE, Part.SUBJECT, Part.POWER,
    Part.APPENDIX_TITLE,
})  # fmt: skip
_ONE_OVER: Final = 0.35  # of the longest row's width
_INSIDE: Final = 0.2  # of a line's height that is kept free of strokes at top and foot
_ROOM: Final = re.compile(r"\t|[ \xa0]{3}")  # left open on purpose: a stop, a number or day to come
_INTO_PT: Final = 2.0
_UNEVEN_PT: Final = 4.0
_LETTERS: Final = 6  # of words that mark a place on every certificate


def rows_stand(paper: PaperOnPages) -> Iterator[Hit]:
    """What is wrong with rows."""
    yield from _wrapped(paper)
    yield from _torn(paper)
    yield from _over_others(paper)
    yield from _uneven(paper)


def _wrapped(paper: PaperOnPages) -> Iterator[Hit]:
    for each in paper.paragraphs:
        lines = each.rows
        if each.part in _IN_ONE_ROW and len(lines) > 1 and "\n" not in each.paragraph.plain:
            said = _("trang {page}: {part} bị xuống dòng", page=_page(each), part=each.part.label)
            yield Hit("layout.part-wrapped", said, each.paragraph)
        elif each.part in _BALANCED and _has_one_over(each):
            said = _(
                "trang {page}: {part} chừa một từ ở dòng cuối",
                page=_page(each),
                part=each.part.label,
            )
            yield Hit("layout.word-over", said, each.paragraph)


def _has_one_over(each: PrintedParagraph) -> bool:
    lines = each.rows
    if len(lines) < 2:  # noqa: PLR2004 - one row leaves nothing over
        return False
    longest = max(line.box[2] - line.box[0] for line in lines)
    last = lines[-1]
    words = each.paragraph.text.split()
    is_one = bool(words) and squeezed(last.text) == squeezed(
        words[-1]
    )  # a PDF file may lack blanks that hold
    return is_one and last.box[2] - last.box[0] < _ONE_OVER * longest


def _torn(paper: PaperOnPages) -> Iterator[Hit]:
    for each in paper.paragraphs:
        if each.part in _IN_ONE_ROW or _ROOM.search(each.paragraph.text):
            continue
        torn = next((row for row in rows(each.pieces) if is_torn(row)), None)
        if torn is not None:
            said = _("trang {page}: chữ trong dòng bị kéo giãn", page=torn[0].page + 1)
            yield Hit("layout.torn", said, each.paragraph)


def _over_others(paper: PaperOnPages) -> Iterator[Hit]:
    """Words over words, words over a line, words beyond the sheet: the first of each kind on a page."""
    holders = {id(line): each.paragraph for each in paper.paragraphs for line in each.pieces}
    for page, lines in paper.content.items():
        for rule, said, found in _over(paper, page, lines):
            first = next(found, None)
            if first is not None:
                yield Hit(rule, said, holders.get(id(first)))


def _over(
    paper: PaperOnPages, page: int, lines: Sequence[PrintedLine]
) -> Iterator[tuple[str, str, Iterator[PrintedLine]]]:
    """Rules, what is said of a page, and the lines that they hit there."""
    down, size = sorted(lines, key=lambda line: line.box[1]), paper.layout.sizes[page]
    number = page + 1
    over = (two for one, two in _neighbours(down) if overlap(one, two))
    yield "layout.overlap", _("trang {page}: chữ chồng lên chữ", page=number), over
    level, upright = _on(page, paper.layout.strokes), _on(page, paper.layout.uprights)
    crossed = (line for line in lines if _is_crossed(line, level, upright))
    yield "layout.over-frame", _("trang {page}: chữ đè lên đường kẻ, khung", page=number), crossed
    beyond = (line for line in lines if is_outside(line, size))
    yield "layout.beyond-sheet", _("trang {page}: chữ tràn ra ngoài trang", page=number), beyond


def _on(page: int, strokes: Sequence[PrintedStroke]) -> list[PrintedStroke]:
    return [each for each in strokes if each.page == page]


def _neighbours(down: Sequence[PrintedLine]) -> Iterator[tuple[PrintedLine, PrintedLine]]:
    """Each line with those that begin before it ends."""
    for at, one in enumerate(down):
        for two in down[at + 1 :]:
            if two.box[1] >= one.box[3]:
                break
            yield one, two


def _is_crossed(
    line: PrintedLine, level: Sequence[PrintedStroke], upright: Sequence[PrintedStroke]
) -> bool:
    """Whether a stroke runs through the middle of the letters, or an upright one through the words."""
    if not any(map(str.isalnum, line.text)):
        return False
    return any(_runs_through(line, each) for each in level) or any(
        _stands_in(line, each) for each in upright
    )


def _runs_through(line: PrintedLine, stroke: PrintedStroke) -> bool:
    left, top, right, bottom = line.box
    middle, slack = (stroke.box[1] + stroke.box[3]) / 2, _INSIDE * line.height
    across = min(right, stroke.box[2]) - max(left, stroke.box[0])
    return top + 2 * slack < middle < bottom - 2 * slack and across > (right - left) / 2


def _stands_in(line: PrintedLine, stroke: PrintedStroke) -> bool:
    left, top, right, bottom = line.box
    middle, slack = (stroke.box[0] + stroke.box[2]) / 2, _INSIDE * line.height
    down = min(bottom - slack, stroke.box[3]) - max(top + slack, stroke.box[1])
    return left + _INTO_PT < middle < right - _INTO_PT and down > 0


def _uneven(paper: PaperOnPages) -> Iterator[Hit]:
    """Certificates of one file whose unchanging words stand at different places: the first that do.

    Sheets of as many lines are held against each other; one line more moves those around it by rule.
    """
    if paper.papers[0].kind is not FormKind.CERTIFICATE:
        return
    for one, two in islice(_uneven_pairs(paper), 1):
        said = _(
            "“{text}” ở trang {one} và trang {two} không cùng chỗ",
            text=one.text,
            one=one.page + 1,
            two=two.page + 1,
        )
        yield Hit("layout.uneven", said)


def _uneven_pairs(paper: PaperOnPages) -> Iterator[tuple[PrintedLine, PrintedLine]]:
    """The same words on two sheets of as many lines, at different places."""
    counts = Counter(line.page for line in paper.layout.lines if any(map(str.isalpha, line.text)))
    for one, two in chain.from_iterable(map(pairwise, _on_each_page(paper))):
        if counts[one.page] == counts[two.page] and _is_uneven(one, two):
            yield one, two


def _on_each_page(paper: PaperOnPages) -> Iterator[list[PrintedLine]]:
    """Lines that say the same once on every page."""
    spots: dict[str, list[PrintedLine]] = defaultdict(list)
    for line in paper.layout.lines:
        if _has_words(line):
            spots[squeezed(line.text)].append(line)
    every = list(range(paper.layout.pages))
    return (lines for lines in spots.values() if [line.page for line in lines] == every)


def _has_words(line: PrintedLine) -> bool:
    return sum(map(str.isalpha, line.text)) >= _LETTERS


def _is_uneven(one: PrintedLine, two: PrintedLine) -> bool:
    return abs(one.box[1] - two.box[1]) > _UNEVEN_PT


def _page(each: PrintedParagraph) -> int:
    return each.first.page + 1
