"""The lines that close a list, as the last row of its table: a page never holds them alone.

Word keeps a table's last rows with the paragraph behind it, LibreOffice only rows with rows; so the lines become a row
without borders, which looks as they did. Whoever takes a paper apart gets them back as paragraphs behind the table.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from lxml import etree

from vbgen.word.reading.xmlnames import w

_STYLE: Final = "AnnexClosing"
_LINE: Final = (
    rf'<w:p(?: [^>/]*)?><w:pPr><w:pStyle w:val="{_STYLE}"/>(?:(?!<w:p[ >]|<w:sectPr).)*?</w:p>'
)
_CLOSING: Final = re.compile(
    rf"</w:tbl>(?P<marks>(?:<w:bookmark[^>]*/>)*)(?P<lines>(?:{_LINE})+)(?P<next><w:p[ >])?",
    re.DOTALL,
)
_EDGES: Final = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
_MARGINS: Final = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
_POINT: Final = "20"  # twentieths
_BEHIND: Final = (  # a table is followed by a paragraph, here of a point's height
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0"'
    f' w:line="{_POINT}" w:lineRule="exact"/></w:pPr></w:p>'
)


def closing_lines(text: str, end: int) -> re.Match[str] | None:
    """The lines that close the table that ends at `end`, where they follow it at once."""
    return _CLOSING.match(text, end)


def closing_row(lines: str, width: int, columns: int) -> str:
    """The lines as a row over the whole table."""
    cell = (
        f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>'
        f"<w:tcBorders>{_EDGES}</w:tcBorders><w:tcMar>{_MARGINS}</w:tcMar>"
    )
    cells = f"<w:tc><w:tcPr>{cell}</w:tcPr>{lines}</w:tc>"
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def behind(closing: re.Match[str]) -> str:
    """What stands behind the table in the place of its closing lines."""
    return closing["marks"] + ("" if closing["next"] else _BEHIND)


def free_closing_lines(root: etree._Element) -> None:
    """Put the lines of every closing row behind its table again, and behind the marks that end there."""
    for table in root.iter(w("tbl")):
        rows = table.findall(w("tr"))
        if lines := _lines_of(rows[-1]) if rows else []:
            table.remove(rows[-1])
            marks = list(_ends_behind(table))
            _put_behind(table, [*marks, *lines])
            _drop_point(lines[-1].getnext())


def _lines_of(row: etree._Element) -> list[etree._Element]:
    """The closing lines of a row that holds nothing else."""
    lines = list(row.iter(w("p")))
    return lines if all(_style(each) == _STYLE for each in lines) else []


def _style(paragraph: etree._Element) -> str:
    named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if named is None else named.get(w("val"), "")


def _ends_behind(table: etree._Element) -> Iterator[etree._Element]:
    """Marks of ends behind the table, in the next paragraph too: Word moves them there."""
    behind = list(takewhile(_is_end, table.itersiblings()))
    yield from behind
    following = (behind[-1] if behind else table).getnext()
    if following is not None and following.tag == w("p"):
        inside = [each for each in following if each.tag != w("pPr")]
        yield from takewhile(_is_end, inside)


def _is_end(element: etree._Element) -> bool:
    return bool(element.tag == w("bookmarkEnd"))


def _drop_point(following: etree._Element | None) -> None:
    """The paragraph of a point's height goes where the lines are paragraphs again."""
    spacing = None if following is None else following.find(f"{w('pPr')}/{w('spacing')}")
    is_point = spacing is not None and spacing.get(w("line")) == _POINT
    if following is not None and is_point and following.find(w("r")) is None:
        parent = following.getparent()
        if parent is not None:
            parent.remove(following)


def _put_behind(table: etree._Element, elements: list[etree._Element]) -> None:
    at = table
    for each in elements:
        at.addnext(each)
        at = each
