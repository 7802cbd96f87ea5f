"""Tables whose cells came from loops: their grids fitted to their rows, on the text of a rendered part."""

import re
from collections.abc import Iterator

from vbgen.word.template.language.emit import GRID_MARK

_TABLE_TOKEN = re.compile(
    r'<(/?)w:(tbl|tr|tc)(?=[ />])[^>]*?(/?)>|<w:gridSpan\b[^>]*?w:val="(\d+)"'
)
_GRID = re.compile(r"<w:tblGrid>(.*?)</w:tblGrid>|<w:tblGrid/>", re.DOTALL)
_COLUMN = re.compile(r'<w:gridCol(?: w:w="([\d.]+)")?[^>]*?/>')


def fix_grids(text: str) -> str:
    """Tables whose cells came from loops, with as many columns in their grid as in their widest row."""
    parts, at = [], 0
    while (start := text.find(GRID_MARK, at)) >= 0:
        parts.append(text[at:start])
        at = start + len(GRID_MARK)
        grid = _GRID.search(text, at)
        if grid and grid.group(1):
            cells, spanned = _widest_row(text, text.rindex("<w:tbl", 0, start))
            parts += [text[at : grid.start()], _fitted(grid.group(1), cells, spanned)]
            at = grid.end()
    return "".join((*parts, text[at:]))


def _widest_row(text: str, start: int) -> tuple[int, int]:
    """The most cells of a row of the table at `start`, as elements and with their spans."""
    rows = [[0, 0]]  # of each row: cells, and columns that they span
    for kind, span in _own_tokens(text, start):
        if kind == "tr":
            rows.append([0, 0])
        else:
            rows[-1][0] += kind == "tc"
            rows[-1][1] += span
    return max(cells for cells, _spanned in rows), max(spanned for _cells, spanned in rows)


def _own_tokens(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Rows and cells of the table at `start`, without those of tables in it: each with the columns it adds."""
    depth = 0
    for match in _TABLE_TOKEN.finditer(text, start):
        closing, name, _empty, span = match.groups()
        if name == "tbl":
            depth += -1 if closing else 1
            if depth == 0:
                return
        elif depth == 1 and not closing:
            yield (name, int(name == "tc")) if name else ("span", int(span) - 1)


def _fitted(grid: str, cells: int, spanned: int) -> str:
    """Columns added or taken away, the table's width kept."""
    widths = [float(width or 0) for width in _COLUMN.findall(grid)]
    if cells > len(widths) and sum(widths) > 0:
        average = sum(widths) / cells
        scale = len(widths) / cells
        widths = [float(int(width * scale)) for width in widths] + [float(int(average))] * (
            cells - len(widths)
        )
    surplus = len(widths) - spanned
    if 0 < surplus < len(widths):
        extra = int(sum(widths[-surplus:]) / (len(widths) - surplus))
        widths = [float(int(width + extra)) for width in widths[:-surplus]]
    columns = "".join(f'<w:gridCol w:w="{int(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"
