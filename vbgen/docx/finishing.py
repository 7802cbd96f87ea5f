"""The last touches on a rendered part, done on its text: marks become paragraphs, grids fit their rows."""

import re

from vbgen.docx.characters import PAGE_MARK, PARAGRAPH_MARK, RUN_AGAIN_MARK, RUN_MARK
from vbgen.docx.emit import GRID_MARK

_MARK = re.compile(f"{PARAGRAPH_MARK}|{PAGE_MARK}|{RUN_AGAIN_MARK}|{RUN_MARK}")
_RUN = re.compile(r"<w:r(?: [^>]*)?>")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>")
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^>]*/>", re.DOTALL)


def resolve_marks(text: str) -> str:
    """New paragraphs and pages with the properties of the paragraph and run around them."""
    parts, at, kept = [], 0, ""
    for match in _MARK.finditer(text):
        parts.append(text[at : match.start()])
        at, mark = match.end(), match.group()
        if mark == RUN_MARK:
            kept = _properties(text, match.start(), _RUN, "w:r")
        elif mark == RUN_AGAIN_MARK:
            parts.append(kept)
        else:
            parts.append(_new_paragraph(text, match.start(), mark))
    return "".join((*parts, text[at:]))


def _new_paragraph(text: str, at: int, mark: str) -> str:
    paragraph = _SECTION.sub("", _properties(text, at, _PARAGRAPH, "w:p"))
    run = _properties(text, at, _RUN, "w:r")
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if mark == PAGE_MARK else ""
    return f'</w:t></w:r></w:p>{page}<w:p>{paragraph}<w:r>{run}<w:t xml:space="preserve">'


def _properties(text: str, at: int, opener: re.Pattern[str], name: str) -> str:
    """The properties of the nearest element called `name` that opens before `at`."""
    start = max(text.rfind(f"<{name}>", 0, at), text.rfind(f"<{name} ", 0, at))
    match = opener.match(text, start) if start >= 0 else None
    tag = f"<{name}Pr"
    if not match or not text.startswith((tag + ">", tag + " "), match.end()):
        return ""
    close = f"</{name}Pr>"
    return text[match.end() : text.index(close, match.end()) + len(close)]


_TABLE_TOKEN = re.compile(r'<(/?)w:(tbl|tr|tc)(?=[ />])[^>]*?(/?)>|<w:gridSpan\b[^>]*?w:val="(\d+)"')
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
    depth, cells, spanned, most, most_spanned = 0, 0, 0, 0, 0
    for match in _TABLE_TOKEN.finditer(text, start):
        closing, name, _empty, span = match.groups()
        if name == "tbl":
            depth += -1 if closing else 1
            if depth == 0:
                break
        elif depth == 1 and name == "tr" and not closing:
            cells = spanned = 0
        elif depth == 1 and name == "tc" and not closing:
            cells, spanned = cells + 1, spanned + 1
        elif depth == 1 and span:
            spanned += int(span) - 1
        most, most_spanned = max(most, cells), max(most_spanned, spanned)
    return most, most_spanned


def _fitted(grid: str, cells: int, spanned: int) -> str:
    """Columns added or taken away, the table's width kept."""
    widths = [float(width or 0) for width in _COLUMN.findall(grid)]
    if cells > len(widths) and sum(widths) > 0:
        average = sum(widths) / cells
        scale = len(widths) / cells
        widths = [float(int(width * scale)) for width in widths] + [float(int(average))] * (cells - len(widths))
    surplus = len(widths) - spanned
    if 0 < surplus < len(widths):
        extra = int(sum(widths[-surplus:]) / (len(widths) - surplus))
        widths = [float(int(width + extra)) for width in widths[:-surplus]]
    columns = "".join(f'<w:gridCol w:w="{int(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"
