"""Tables whose columns are as wide as their words need: widths measured on the text of a rendered part.

A table asks for it by its description (`w:tblDescription`), where Word keeps alternative text. Its whole width stays;
columns share it so that the rows are as few lines as can be, and no word is cut. Such a table stands well on its pages
too: one of few rows is not split, and the line that closes it goes with its last rows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import Final

from vbgen.word.reading.xmlnames import TWIPS_PER_MM
from vbgen.word.template.language.emit import FITTED
from vbgen.word.template.values.closing_rows import behind, closing_lines, closing_row
from vbgen.word.template.values.table_rows import ROW, kept_rows
from vbgen.words.measure import text_width_mm, wrap

_ASKED: Final = f'<w:tblDescription w:val="{FITTED}'
_MARK: Final = re.compile(_ASKED + r' (?P<size>[1-9]\d?(?:\.\d)?)"/>')
_GRID: Final = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
_GRID_WIDTH: Final = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_CELL: Final = re.compile(r"<w:tc>.*?</w:tc>", re.DOTALL)
_CELL_WIDTH: Final = re.compile(r'(<w:tcW [^>]*?w:w=")\d+(")')
_SPAN: Final = re.compile(r'<w:gridSpan w:val="(\d+)"')
_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|</w:p>|<w:br/>")
_BOLD: Final = re.compile(r'w:pStyle w:val="Table(?:Head|Group)"|<w:b/>')

_BESIDE_MM: Final = 3.2  # margins of a cell and its lines
_SAMPLE: Final = 40  # rows that are measured evenly of a longer table
_LONGEST: Final = 3  # rows that are measured besides for each column
_STEPS: Final = 24  # in which the room that is left is shared out


def fit_columns(text: str) -> str:
    """The part with every table that asks for it fitted; tables that cannot be fitted stay as they are."""
    parts, at = [], 0
    while mark := _MARK.search(text, at):
        start, end = text.rindex("<w:tbl>", 0, mark.start()), text.find("</w:tbl>", mark.end())
        table = text[start : mark.start()] + text[mark.end() : end]
        parts.append(text[at:start])
        at = end
        if "<w:tbl>" in table[len("<w:tbl>") :]:  # it holds tables: those may have any width
            parts.append(table)
            continue
        fitted = _fitted(table, float(mark["size"]))
        closing = closing_lines(text, end)
        parts.append(kept_rows(fitted, is_closed=closing is not None))
        if closing is not None:
            parts.append(_closed(fitted, closing["lines"]) + behind(closing))
            at = closing.end("lines")
    return "".join((*parts, text[at:]))


def _closed(table: str, lines: str) -> str:
    """What ends a table that the lines close."""
    columns = [int(width) for width in _GRID_WIDTH.findall(table)]
    return closing_row(lines, sum(columns), len(columns)) + "</w:tbl>"


@dataclass(frozen=True, slots=True)
class _Measured:
    """A cell's paragraphs."""

    texts: tuple[str, ...]
    bold: bool

    def lines(self, width_mm: float, size: float) -> int:
        """Printed lines at that width of the column."""
        return sum(_lines(text, width_mm - _BESIDE_MM, size, self.bold) for text in self.texts)

    def width(self, size: float) -> float:
        """Width of the column in which nothing wraps."""
        return self._widest(self.texts, size)

    def least(self, size: float) -> float:
        """Width of the column in which no word is cut."""
        return self._widest([word for text in self.texts for word in text.split()], size)

    @property
    def length(self) -> int:
        """Letters of all its paragraphs."""
        return sum(map(len, self.texts))

    def _widest(self, texts: Sequence[str], size: float) -> float:
        widths = (text_width_mm(text, size_pt=size, bold=self.bold) for text in texts)
        return max(widths, default=0.0) + _BESIDE_MM


@lru_cache(maxsize=65536)
def _lines(text: str, width_mm: float, size: float, bold: bool) -> int:
    if text_width_mm(text, size_pt=size, bold=bold) <= width_mm:
        return 1
    return len(wrap(text, width_mm, size_pt=size, bold=bold))


def _fitted(table: str, size: float) -> str:
    grid = _GRID.search(table)
    if grid is None:
        return table
    old = [int(width) for width in _GRID_WIDTH.findall(grid.group())]
    shares = _shares(ROW.findall(table), old, size)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in shares)
    head, tail = table[: grid.start()], table[grid.end() :]
    rest = ROW.sub(lambda row: _set_widths(row.group(), shares), tail)
    return f"{head}<w:tblGrid>{columns}</w:tblGrid>{rest}"


def _shares(rows: Sequence[str], old: list[int], size: float) -> list[int]:
    """The grid's new widths; the old ones where no row tells, or the words do not go into the table."""
    measured = list(filter(None, (_measured(row, len(old)) for row in rows)))
    widths = _widths(measured, [each / TWIPS_PER_MM for each in old], size) if measured else []
    return _rounded([width * TWIPS_PER_MM for width in widths], sum(old)) if widths else old


def _measured(row: str, columns: int) -> list[_Measured]:
    """The row's cells; nothing of a row with merged cells, which fits whatever the columns are."""
    cells = _CELL.findall(row)
    if len(cells) != columns or _SPAN.search(row):
        return []
    return [_Measured(tuple(_texts(cell)), bool(_BOLD.search(cell))) for cell in cells]


def _texts(cell: str) -> Iterator[str]:
    words = ""
    for match in _TEXT.finditer(cell):
        if match.group(1) is not None:
            words += unescape(match.group(1))
        else:
            yield words
            words = ""


def _widths(rows: Sequence[list[_Measured]], old: Sequence[float], size: float) -> list[float]:
    """Widths in millimetres; nothing where the words do not go into the table."""
    total, columns = sum(old), list(zip(*rows, strict=True))
    least = [max(cell.least(size) for cell in column) for column in columns]
    whole = [max(cell.width(size) for cell in column) for column in columns]
    if sum(least) > total:
        return []
    if sum(whole) <= total:
        return [width + (total - sum(whole)) * width / sum(whole) for width in whole]
    return _shared(_sample(rows), least, total, size)


def _sample(rows: Sequence[list[_Measured]]) -> Sequence[list[_Measured]]:
    """All rows of a short table; of a longer one those with each column's longest words, and others evenly."""
    if len(rows) <= _SAMPLE:
        return rows
    longest = (
        sorted(range(len(rows)), key=lambda row: -rows[row][column].length)[:_LONGEST]
        for column in range(len(rows[0]))
    )
    evenly = range(0, len(rows), -(-len(rows) // _SAMPLE))
    return [rows[row] for row in sorted({*evenly, *chain.from_iterable(longest)})]


def _shared(
    rows: Sequence[list[_Measured]], least: Sequence[float], total: float, size: float
) -> list[float]:
    """The room beyond the least widths, given again and again where it saves most lines for its width."""
    columns, step = list(zip(*rows, strict=True)), (total - sum(least)) / _STEPS
    lines = [
        _by_steps(column, width, step, size) for column, width in zip(columns, least, strict=True)
    ]
    given, left = [0] * len(least), _STEPS
    while left:
        column, more = _best(lines, given, left)
        given[column] += more
        left -= more
    return [width + step * count for width, count in zip(least, given, strict=True)]


def _by_steps(
    column: Sequence[_Measured], least: float, step: float, size: float
) -> list[list[int]]:
    """The lines of each cell at the least width and after each step."""
    return [
        [cell.lines(least + step * count, size) for cell in column] for count in range(_STEPS + 1)
    ]


def _best(lines: Sequence[list[list[int]]], given: Sequence[int], left: int) -> tuple[int, int]:
    """The column and the steps that save most for each step: lines of the table first, then lines of its cells."""
    now = [counts[count] for counts, count in zip(lines, given, strict=True)]
    choices = [
        (saved, column, more)
        for column, start in enumerate(given)
        for more, saved in enumerate(
            _saved(lines[column][start + 1 : start + left + 1], now, column), 1
        )
    ]
    saved, column, more = max(choices, key=lambda choice: (_each(choice), -choice[2]))
    return (column, more) if any(saved) else (_longest(now), left)


def _each(choice: tuple[tuple[int, int], int, int]) -> tuple[float, float]:
    (table, own), _column, more = choice
    return table / more, own / more


def _saved(
    steps: Iterable[Sequence[int]], now: Sequence[Sequence[int]], column: int
) -> Iterator[tuple[int, int]]:
    """How many lines the rows lose in all, and this column's cells, after each step."""
    others = [max((*row[:column], *row[column + 1 :]), default=0) for row in zip(*now, strict=True)]
    table, own = sum(map(max, others, now[column])), sum(now[column])
    for new in steps:
        yield table - sum(map(max, others, new)), own - sum(new)


def _longest(now: Sequence[Sequence[int]]) -> int:
    """The column with most lines: where nothing is saved, it takes what is left."""
    return max(range(len(now)), key=lambda column: sum(now[column]))


def _rounded(widths: Sequence[float], total: int) -> list[int]:
    """Whole numbers that are together what the table had; the widest column takes the rest."""
    whole = [int(width) for width in widths]
    whole[max(range(len(whole)), key=whole.__getitem__)] += total - sum(whole)
    return whole


def _set_widths(row: str, widths: Sequence[int]) -> str:
    at = 0

    def cell(match: re.Match[str]) -> str:
        nonlocal at
        span = _SPAN.search(match.group())
        count = int(span[1]) if span else 1
        width = sum(widths[at : at + count])
        at += count
        return _CELL_WIDTH.sub(rf"\g<1>{width}\g<2>", match.group(), count=1)

    return _CELL.sub(cell, row)
