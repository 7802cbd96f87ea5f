"""Pages and tables of a body in the form of the decree: A4, its margins, heading rows that repeat."""

from typing import Final

from lxml.etree import _Element

from vbgen.word.elements import drop, need
from vbgen.word.reading.xmlnames import child, value, w

_A4: Final = (11906, 16838)  # twips
_EDGES: Final = {  # twips; Phụ lục I, Phần I, Mục I.3
    "top": 1134,
    "right": 850,
    "bottom": 1134,
    "left": 1701,
    "header": 567,
    "footer": 567,
    "gutter": 0,
}
_LONG: Final = 4  # rows of a table whose heading is worth repeating


def dress_section(section: _Element) -> bool:
    """The section on A4 with the decree's margins; whether it had others. Page numbers are the frame's."""
    size, margins = need(section, "pgSz"), need(section, "pgMar")
    wanted = _A4[::-1] if value(size, "orient") == "landscape" else _A4
    before = [value(size, "w"), value(size, "h"), *(value(margins, each) for each in _EDGES)]
    size.set(w("w"), str(wanted[0]))
    size.set(w("h"), str(wanted[1]))
    for name, twips in _EDGES.items():
        margins.set(w(name), str(twips))
    for name in ("pgNumType", "titlePg", "pgBorders", "lnNumType"):
        drop(section, name)
    return before != [*map(str, wanted), *map(str, _EDGES.values())]


def dress_table(table: _Element) -> None:
    """A long table repeats its first row, and no row is cut by a page."""
    rows = table.findall(w("tr"))
    if len(rows) < _LONG:
        return
    for number, row in enumerate(rows):
        own = child(row, "trPr")
        if own is None:
            own = row.makeelement(w("trPr"), {})
            row.insert(1 if child(row, "tblPrEx") is not None else 0, own)
        if child(own, "cantSplit") is None:
            own.insert(0, own.makeelement(w("cantSplit"), {}))
        if number == 0 and child(own, "tblHeader") is None:
            own.append(own.makeelement(w("tblHeader"), {}))
