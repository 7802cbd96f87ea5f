"""How high a text stands at least: whether it surely runs over one page, without a program that makes pages."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from math import ceil
from typing import Final

from vbgen.decree.parts.line import Line
from vbgen.decree.parts.names import Part
from vbgen.decree.parts.paper import Paper
from vbgen.word.reading.formats import ParagraphFormat
from vbgen.word.reading.values import Cell, Paragraph, Table, flat
from vbgen.words.widths import MM_PER_PT

_LEADING: Final = 1.149  # height of a single line of Times New Roman, of its size
_TWIPS_PER_PT: Final = 20
_MM_PER_TWIP: Final = 25.4 / 1440
_CELL_PADDING_MM: Final = 3.8
_EMPTY_PT: Final = 12.0  # of a line without letters, of which no size is known
_APPENDIX: Final = frozenset(
    {Part.APPENDIX, Part.APPENDIX_TITLE, Part.APPENDIX_REFERENCE, Part.APPENDIX_TEXT}
)

Block = Paragraph | Table


def exceeds_page(paper: Paper) -> bool:
    """Whether the main text is surely higher than the first page's room for it."""
    section = paper.document.sections[0]
    room = section.height_mm - section.top_mm - section.bottom_mm
    return room > 0 and _height_mm(_main(paper), section.text_width_mm) > room


def _main(paper: Paper) -> list[Block]:
    """The blocks before the first appendix, as far as the first section goes."""
    roles = dict(zip(map(id, paper.document.paragraphs), paper.roles, strict=True))

    def is_main(block: Block) -> bool:
        return block.section == 0 and not any(
            roles[id(item)] in _APPENDIX for item in flat((block,))
        )

    return list(takewhile(is_main, paper.document.body))


def _height_mm(blocks: Sequence[Block], width_mm: float) -> float:
    """At least so high: lines that are full to the last letter, the larger of two spaces between paragraphs."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph) and not block.boxed]
    tables = (block for block in blocks if isinstance(block, Table))
    return (
        sum(_lines_mm(item, width_mm) for item in paragraphs)
        + sum(map(_gap_mm, pairwise(paragraphs)))
        + sum(map(_table_mm, tables))
    )


def _gap_mm(pair: tuple[Paragraph, Paragraph]) -> float:
    one, other = (item.format for item in pair)
    if one.contextual and one.style == other.style:
        return 0.0
    return max(one.after_pt, other.before_pt) * MM_PER_PT


def _table_mm(table: Table) -> float:
    return sum(max(map(_cell_mm, row.cells), default=0.0) for row in table.rows)


def _cell_mm(cell: Cell) -> float:
    return _height_mm(cell.blocks, max(1.0, cell.width_mm - _CELL_PADDING_MM))


def _lines_mm(paragraph: Paragraph, width_mm: float) -> float:
    format_ = paragraph.format
    room = max(1.0, width_mm - (format_.left + format_.right) * _MM_PER_TWIP)
    size = max((run.format.size_pt for run in paragraph.runs), default=_EMPTY_PT)
    return _count(paragraph, room) * _line_pt(format_, size) * MM_PER_PT


def _line_pt(format_: ParagraphFormat, size_pt: float) -> float:
    if format_.line_rule == "auto":
        return size_pt * _LEADING * (format_.lines or 1.0)
    return format_.line / _TWIPS_PER_PT


def _count(paragraph: Paragraph, room_mm: float) -> int:
    """Lines at the least: between line breaks, each as full as can be."""
    return sum(max(1, ceil(line.width_mm / room_mm)) for line in _broken(paragraph))


def _broken(paragraph: Paragraph) -> Iterable[Line]:
    pieces = re.finditer(r"[^\n]+", paragraph.text)
    found = [Line(paragraph, piece.start(), piece.end()) for piece in pieces]
    return found or [Line(paragraph, 0, 0)]
