"""Rows of a sheet spelt as common programs spell them, taken out of its XML by patterns at a fraction of the cost.

What is spelt otherwise stays for the parser: a whole sheet that is not UTF-8, has prefixes, comments or rows out of
order; a row with a formula, rich text, an error or any other cell that the pattern does not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROOT = re.compile(
    r"""(?:<\?xml version=["']1\.0["'](?: encoding=["'](?i:utf-8)["'])?"""
    r"""(?: standalone=["'](?:yes|no)["'])?\s*\?>\s*)?"""
    rf'<worksheet(?:\s+[\w:.-]+="[^"<>]*")*?\s+xmlns="{re.escape(_MAIN)}"'
)
_DEFAULT_NAMESPACE = re.compile(r"xmlns\s*=")
_START, _END = "<sheetData>", "</sheetData>"
_NEVER_PLAIN = ("<!", *map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))

_TEXT = r"[^<>&]*(?:&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);[^<>&]*)*"
_NUMBER = r"-?\d{1,17}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?"
_CONTENT = re.compile(
    r'(?: s="(?P<style>\d{1,5})")?(?: ?/>|(?: t="(?:n|inlineStr)")?></c>|(?:'
    rf'(?: t="(?P<kind>[nsb])")?><v>(?P<figures>{_NUMBER})</v>|'
    rf' t="inlineStr"><is><t(?: xml:space="preserve")?>(?P<text>(?!<){_TEXT})</t></is>)</c>)',
    re.ASCII,
)
_EMPTY = re.compile(r'/>|"></c>')
_CELL = '<c r="[A-Z]{1,3}(?P=row)"' + re.sub(r"\?P<\w+>", "?:", _CONTENT.pattern)
_ROW = re.compile(
    rf'\s*<row r="(?P<row>[1-9]\d{{0,6}})"(?P<more>(?: (?!xmlns)[\w:.-]+="[^"<>]*")*)>'
    rf"(?P<cells>(?:{_CELL})*)</row>",
    re.ASCII,
)
_OTHER_ROW = re.compile(
    r'\s*<row r="(?P<row>[1-9]\d{0,6})"[^<>]*(?:(?<=/)>|(?<!/)>.*?</row>)', re.ASCII | re.DOTALL
)
_MEANS_NOTHING = re.compile(r'(?: spans="[\d: ]*")?\s*', re.ASCII)
_CELLS = re.compile(r'<c r="([A-Z]+)\d+"([^<]*(?:<(?!c )[^<]*)*)', re.ASCII)


class PlainCell(NamedTuple):
    """What stands in a cell, as it is spelt: a number, the number of a shared text, a truth, or a text."""

    style: int
    kind: str  # as the file calls it: n, s, b, inlineStr; empty for an empty cell
    content: str


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row with its number, and its cells as they are spelt."""

    number: int
    cells: str

    def spelt(self) -> Iterator[tuple[str, str]]:
        """Letters of the column and the rest of each cell; `plain_cell` understands the rest."""
        return iter(_CELLS.findall(self.cells))


@dataclass(frozen=True, slots=True)
class TakenOut:
    """The rows that were taken out of a part, and the part without them; the same object where there are none."""

    rest: bytes
    rows: tuple[PlainRow, ...] = ()

    @property
    def cells(self) -> int:
        """How many cells the rows have."""
        return sum(row.cells.count("<c ") for row in self.rows)


def plain_cell(spelt: str) -> PlainCell:
    """The cell that was spelt so."""
    match = _CONTENT.fullmatch(spelt)
    if match is None:
        raise ValueError(spelt)
    style = int(match["style"] or 0)
    if match["text"]:
        return PlainCell(style, "inlineStr", match["text"])
    figures = match["figures"] or ""
    return PlainCell(style, figures and (match["kind"] or "n"), figures)


def taken_out(content: bytes, most: int) -> TakenOut:
    """The plain rows of a sheet; no more are looked for after `most`."""
    text = _plain_text(content)
    start, end = text.find(_START) + len(_START), text.rfind(_END)
    if not text or not _stand_in_order(text, start, end):
        return TakenOut(content)
    rows: list[PlainRow] = []
    kept, is_linked = [text[:start]], text.find("hyperlink", end) > 0
    for match in _tiles(text, start, end):
        if match is None:
            return TakenOut(content)
        if _stays(match, is_linked=is_linked):
            kept.append(match[0])
            continue
        kept.append(_said_beside(match))
        rows.append(PlainRow(int(match["row"]), match["cells"]))
        if len(rows) > most:
            break
    rest = "".join((*kept, text[end:]))
    return TakenOut(rest.encode(), tuple(rows)) if rows else TakenOut(content)


def _plain_text(content: bytes) -> str:
    """The part as text; empty where it is no sheet spelt in the plain way."""
    if _START.encode() not in content:
        return ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as XML reads line ends
    is_plain = _ROOT.match(text) and not any(sign in text for sign in _NEVER_PLAIN)
    return text if is_plain else ""


def _stand_in_order(text: str, start: int, end: int) -> bool:
    """Whether there is one list of rows, in the namespace of the root."""
    return (
        text.count(_START) == text.count(_END) == 1
        and text.find("<?", 1) < 0
        and len(_DEFAULT_NAMESPACE.findall(text, 0, start)) == 1
        and start <= end
    )


def _tiles(text: str, start: int, end: int) -> Iterator[re.Match[str] | None]:
    """Every row, one beside the other in the order of their numbers; `None` where something else stands there."""
    last = 0
    while start < end:
        match = _ROW.match(text, start, end) or _OTHER_ROW.match(text, start, end)
        if match is None and text[start:end].isspace():
            return
        if match is None or int(match["row"]) <= last:
            yield None
            return
        yield match
        start, last = match.end(), int(match["row"])


def _stays(match: re.Match[str], *, is_linked: bool) -> bool:
    """Whether the parser has to read the row; openpyxl fills an empty cell with where its link leads."""
    return match.re is _OTHER_ROW or (is_linked and bool(_EMPTY.search(match["cells"])))


def _said_beside(match: re.Match[str]) -> str:
    """What a row says beside its cells: height, whether it is hidden."""
    more = match["more"]
    return "" if _MEANS_NOTHING.fullmatch(more) else f'<row r="{match["row"]}"{more}/>'
