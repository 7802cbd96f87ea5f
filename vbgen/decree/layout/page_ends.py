"""How pages end and begin: few lines, a signature alone, a heading at the foot, a blank page."""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from vbgen.decree.checking.model import Hit
from vbgen.decree.layout.printed import PaperOnPages, PrintedParagraph
from vbgen.decree.parts.names import BODY, Part
from vbgen.messages import _
from vbgen.word.reading.values import Table

FEWEST_LINES: Final = 3  # on a page of a paper
_WITH_SIGNATURE: Final = 2  # lines of text that go over to the signature's page
_HEADINGS: Final = frozenset({
    Part.HEADING, Part.CHAPTER, Part.CHAPTER_TITLE, Part.SECTION, Part.SECTION_TITLE, Part.ORDER,
    Part.APPENDIX, Part.APPENDIX_TITLE, Part.APPENDIX_REFERENCE, Part.TYPE, Part.SUBJECT,
})  # fmt: skip
_ENDING: Final = frozenset({
    Part.POWER, Part.SIGN_NOTE, Part.SIGNER, Part.RECIPIENTS, Part.RECIPIENT, Part.DRAFTER,
    Part.STAMP, Part.EMPTY, Part.RULE_LINE, Part.PAGE_NUMBER, Part.ADDRESS_FOOT,
})  # fmt: skip
_CLOSING_ROWS: Final = 2
_PICTURE_PT: Final = 60.0


def pages_end(paper: PaperOnPages) -> Iterator[Hit]:
    """What is wrong where a page ends."""
    for page in range(paper.layout.pages):
        yield from _of_page(paper, page)
    yield from _split_signatures(paper)
    yield from _headings_at_foot(paper)


def _of_page(paper: PaperOnPages, page: int) -> Iterator[Hit]:
    if _is_blank(paper, page):
        yield Hit("layout.blank-page", _("trang {page} để trống", page=page + 1))
        return
    if page == 0 or _has_picture(paper, page):
        return
    signer = _signer_on(paper, page)
    if signer is not None and _text_rows(paper, page) < _WITH_SIGNATURE:
        said = _("trang {page}: chữ ký sang trang một mình", page=page + 1)
        yield Hit("layout.signature-alone", said, signer.paragraph)
    elif shown := paper.on(page):
        yield from _few(shown, page, paper.rows_on(page))


def _signer_on(paper: PaperOnPages, page: int) -> PrintedParagraph | None:
    own = (each for each in paper.on(page) if each.part is Part.SIGNER)
    return next((each for each in own if each.last.page == page), None)


def _few(shown: tuple[PrintedParagraph, ...], page: int, rows: int) -> Iterator[Hit]:
    first = shown[0].paragraph
    if rows <= _CLOSING_ROWS and _closes_table(shown):
        said = _("trang {page}: dòng kết thúc đứng một mình sau bảng", page=page + 1)
        yield Hit("layout.closing-alone", said, first)
    elif rows < FEWEST_LINES:
        said = _("trang {page} chỉ có {rows} dòng", page=page + 1, rows=rows)
        yield Hit("layout.few-lines", said, first)


def _closes_table(shown: tuple[PrintedParagraph, ...]) -> bool:
    """Whether nothing stands there but what follows a table, blank lines between them passed over."""
    if any(each.paragraph.cell for each in shown):
        return False
    blocks = shown[0].paper.document.body
    before = takewhile(lambda block: block is not shown[0].paragraph, blocks)
    above = [block for block in before if isinstance(block, Table) or not block.is_empty]
    return bool(above) and isinstance(above[-1], Table)


def _is_blank(paper: PaperOnPages, page: int) -> bool:
    layout = paper.layout
    strokes = {each.page for each in (*layout.strokes, *layout.uprights)}
    return not paper.content[page] and page not in {each.page for each in layout.pictures} | strokes


def _has_picture(paper: PaperOnPages, page: int) -> bool:
    return any(each.page == page and each.height > _PICTURE_PT for each in paper.layout.pictures)


def _text_rows(paper: PaperOnPages, page: int) -> int:
    """Rows of text and tables that stand on the page before the paper's ending."""
    own = [each for each in paper.on(page) if each.part not in _ENDING]
    return sum(row.page == page for each in own for row in each.rows)


def _split_signatures(paper: PaperOnPages) -> Iterator[Hit]:
    """A name on another page than the title above it."""
    power: PrintedParagraph | None = None
    for each in paper.paragraphs:
        if each.part is Part.POWER:
            power = each
        elif each.part is Part.SIGNER and power is not None and power.paper is each.paper:
            if power.first.page < each.first.page:
                said = _(
                    "chức vụ ở trang {one}, họ tên ở trang {other}",
                    one=power.first.page + 1,
                    other=each.first.page + 1,
                )
                yield Hit("layout.signature-split", said, each.paragraph)
            power = None


def _headings_at_foot(paper: PaperOnPages) -> Iterator[Hit]:
    for one, following in pairwise(_flowing(paper)):
        if one.paper is following.paper and one.last.page < following.first.page and _heads(one):
            said = _("tiêu đề ở cuối trang {page}", page=one.last.page + 1)
            yield Hit("layout.heading-at-foot", said, one.paragraph)


def _flowing(paper: PaperOnPages) -> list[PrintedParagraph]:
    """The paragraphs that follow each other down the pages; of a table the first cells of its rows."""
    return [
        each
        for each in paper.paragraphs
        if not each.paragraph.boxed
        and (each.paragraph.cell is None or each.paragraph.cell.column == 1)
    ]


def _heads(each: PrintedParagraph) -> bool:
    """Whether something must follow it on its page."""
    if each.paragraph.cell is not None:
        return False
    is_bold = each.part in BODY and all(
        run.format.bold for run in each.paragraph.runs if run.text.strip()
    )
    return each.part in _HEADINGS or (is_bold and len(each.rows) < FEWEST_LINES)
