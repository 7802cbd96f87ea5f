"""Rows of a table kept with each other on a page, on the text of a rendered part."""

import re
from typing import Final

ROW: Final = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_PARAGRAPH: Final = re.compile(
    r"<w:p(?: [^>/]*)?>(?:<w:pPr>(?:<w:pStyle [^>]*/>)?)?(?P<kept><w:keepNext/>)?"
)
_FEW: Final = 7  # rows of a table that is not split, its heading among them
_LAST: Final = 2  # rows that go with the closing line


def kept_rows(table: str, *, is_closed: bool) -> str:
    """The table's text with its few rows kept together, or with its last rows kept with the line that `is_closed`."""
    rows = list(ROW.finditer(table))
    kept = rows[:-1] if len(rows) <= _FEW else []
    kept += rows[-_LAST:] if is_closed else []
    parts, at = [], 0
    for row in dict.fromkeys(kept):
        parts += [table[at : row.start()], _PARAGRAPH.sub(_kept, row.group())]
        at = row.end()
    return "".join((*parts, table[at:]))


def _kept(start: re.Match[str]) -> str:
    opened = start.group()
    if start["kept"]:
        return opened
    if "<w:pPr>" in opened:
        return f"{opened}<w:keepNext/>"
    return f"{opened}<w:pPr><w:keepNext/></w:pPr>"
