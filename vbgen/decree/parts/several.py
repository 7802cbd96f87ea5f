"""Several papers in one Word file, each a document of its own; a letterhead in the page header read as first lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from vbgen.decree.parts.ending import is_power, is_recipients_heading
from vbgen.decree.parts.kind_signs import FORM_NUMBER
from vbgen.decree.parts.letterhead_words import is_motto, is_national_name, pieces_of
from vbgen.decree.parts.line import Line, split, whole
from vbgen.word.reading.values import Cell, Document, Paragraph, Row, Section, Table, flat

_PARTY_HEADS: Final = ("dang cong san viet nam", "doan tncs ho chi minh")
_ABOVE: Final = (
    4  # paragraphs with words between a page's top and the letterhead: "Mẫu số 01", "Phụ lục II"
)
_BEGIN_FORM_NUMBER: Final = ("b", "B", "m", "M", "(")  # of "Biểu mẫu", "Mẫu", in brackets or not
_LONG: Final = 200  # letters of a paragraph that is text, no line above a letterhead
_SEARCHED: Final = 60  # paragraphs in which a letterhead begins

Block = Paragraph | Table


def papers_in(document: Document) -> tuple[Document, ...]:
    """The document once for each paper in it; most files hold one."""
    document = _with_header_read(document)
    starts = [0, *_starts(document.body), len(document.body)]
    if len(starts) == 2:  # noqa: PLR2004 - from the first block to the last
        return (document,)
    parts = (_without_end(document.body[one:other]) for one, other in pairwise(starts))
    return tuple(
        _document_of(document, blocks, is_first=not place) for place, blocks in enumerate(parts)
    )


def _without_end(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the blank ones behind the last words: they only lead over to the next paper."""
    end = len(blocks)
    while end > 1 and all(item.is_empty for item in flat(blocks[end - 1 : end])):
        end -= 1
    return blocks[:end]


def _starts(body: Sequence[Block]) -> Iterator[int]:
    """Places of the blocks that begin another paper: at the top of the page that its letterhead stands on."""
    last = 0
    for place, block in enumerate(body):
        begin = _beginning(body, last, place) if place and _heads_paper(block) else None
        if begin is not None:
            last = begin
            yield begin


def _beginning(body: Sequence[Block], last: int, place: int) -> int | None:
    """Where the paper with this head begins; `None` where the head is part of the paper before it."""
    top = _top_of_page(body, last, place)
    before = tuple(flat(tuple(body[last : place if top is None else top])))
    if top is not None:
        return top if any(item.plain for item in before) else None
    has_ended = not _is_numbered_form(body[place]) and _has_ended(before)
    return place if has_ended else None


def _heads_paper(block: Block) -> bool:
    """Whether the block holds national name, the Party's or the youth union's name, or the number of a form."""
    paragraphs = (
        [block] if isinstance(block, Paragraph) else list(block.own_paragraphs)[: _ABOVE * 3]
    )
    heads = any(_is_head(line) for item in paragraphs for line in pieces_of(item))
    return heads or _is_numbered_form(block)


def _is_numbered_form(block: Block) -> bool:
    """Whether the block is the line "Mẫu số 01" above a form: it begins a paper only at the top of a page."""
    if not isinstance(block, Paragraph) or block.plain[:1] not in _BEGIN_FORM_NUMBER:
        return False
    return bool(FORM_NUMBER.fullmatch(whole(block).folded))


def _is_head(line: Line) -> bool:
    return line.is_upper and (line.folded in _PARTY_HEADS or is_national_name(line))


def _top_of_page(body: Sequence[Block], first: int, place: int) -> int | None:
    """The block that begins the page of the letterhead, if no more than a few short lines stand above it."""
    above = 0
    for at in range(place, first, -1):
        if _opens_page(body[at], body[at - 1]):
            return at
        spoken = [item for item in flat((body[at - 1],)) if item.plain]
        above += len(spoken)
        if above > _ABOVE or any(len(item.plain) > _LONG for item in spoken):
            return None
    return None


def _opens_page(block: Block, before: Block) -> bool:
    """Whether a page begins with the block: a break before it, or another section."""
    one, other = _edge(before, last=True), _edge(block, last=False)
    if one is None or other is None:
        return False
    broken = one.page_break and not _ends_with_words(one)
    return broken or other.format.page_break_before or one.section != other.section


def _ends_with_words(paragraph: Paragraph) -> bool:
    """Whether the paragraph's words stand behind its page break: then it opens the page itself."""
    return False if not paragraph.plain else paragraph.text.lstrip() != paragraph.text


def _edge(block: Block, *, last: bool) -> Paragraph | None:
    found = list(flat((block,)))
    return found[-1 if last else 0] if found else None


def _has_ended(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a signer or recipients stand there: a paper that has come to its end."""
    lines = (line for item in paragraphs for line in split(item))
    return any(is_recipients_heading(line) or _signs(line) for line in lines)


def _signs(line: Line) -> bool:
    return is_power(line) and line.is_upper and line.is_bold


def _document_of(document: Document, blocks: Sequence[Block], *, is_first: bool) -> Document:
    numbers = sorted({item.section for item in flat(tuple(blocks))}) or [0]
    last = min(numbers[-1], len(document.sections) - 1)
    first = min(numbers[0], last)
    body = tuple(blocks) if first == 0 else tuple(_moved(block, first) for block in blocks)
    return replace(
        document,
        body=body,
        sections=document.sections[first : last + 1],
        has_deletions=document.has_deletions and is_first,
        has_comments=document.has_comments and is_first,
    )


def _moved(block: Block, first: int) -> Block:
    """The block with its sections counted from `first`."""
    if isinstance(block, Paragraph):
        return replace(block, section=block.section - first)
    rows = tuple(_moved_row(row, first) for row in block.rows)
    return replace(block, rows=rows, section=block.section - first)


def _moved_row(row: Row, first: int) -> Row:
    return replace(row, cells=tuple(_moved_cell(cell, first) for cell in row.cells))


def _moved_cell(cell: Cell, first: int) -> Cell:
    return replace(cell, blocks=tuple(_moved(block, first) for block in cell.blocks))


def _with_header_read(document: Document) -> Document:
    """The document with its first page's header before the body, where the letterhead stands there."""
    header = _first_header(document)
    if not any(map(_has_letterhead, header)) or _has_own_letterhead(document):
        return document
    left = {
        name: tuple(item for item in items if not any(item is other for other in header))
        for name, items in document.margins.items()
    }
    above = tuple(map(_as_body, header))
    return replace(document, body=(*above, *document.body), margins=left)


def _first_header(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of the header that the first page shows, but for the page number's."""
    section: Section | None = document.sections[0] if document.sections else None
    if section is None:
        return ()
    name = section.headers.get("first" if section.title_page else "default", "")
    return tuple(item for item in document.margins.get(name, ()) if "PAGE" not in item.fields)


def _has_letterhead(paragraph: Paragraph) -> bool:
    return any(is_national_name(line) or is_motto(line) for line in pieces_of(paragraph))


def _has_own_letterhead(document: Document) -> bool:
    first = document.paragraphs[:_SEARCHED]
    return any(_has_letterhead(item) for item in first)


def _as_body(paragraph: Paragraph) -> Paragraph:
    """The paragraph of a header; its tables are counted below 0, for the body counts its own from 1."""
    if paragraph.cell is None:
        return paragraph
    return replace(paragraph, cell=replace(paragraph.cell, table=-paragraph.cell.table))
