"""Sheets that were read before are known again by all that their cells come from, and not read a second time.

A desk reads a workbook again whenever one of its sheets has changed, by whatever program: the others are as they were.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from threading import Lock

from vbgen.campaign.reading.grid import Grid
from vbgen.messages import current_language
from vbgen.word.package.sheets.plain_rows import PlainRow
from vbgen.word.package.workbook import SafeWorkbook, members_of

MOST_ROWS = 2_000  # of a sheet that is remembered
_KEPT = 200  # sheets
_HOLLOW = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData/></worksheet>"
)
_NO_LINKS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_SHEETS, _LINKS = "xl/worksheets/", "xl/worksheets/_rels/"
_BOOK, _STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
_SAYS_NOTHING = (
    "docProps/",
    "xl/calcChain.xml",
)  # of any cell: who saved when, in which order Excel counts
_SAID_OF_SHEETS = (
    re.compile(rb"<sheets>.*?</sheets>", re.DOTALL),
    re.compile(rb"<workbookPr\b[^>]*>"),
)
_SHEET = re.compile(rb"<sheet [^<>]*/>")
_COUNTING = re.compile(rb"<(definedNames|bookViews)>.*?</\1>|<definedNames/>", re.DOTALL)
_STRING = re.compile(rb"<si/>|<si>.*?</si>", re.DOTALL)
_NAMED = re.compile(r' t="s"><v>([^<]*)</v>')
_MAY_NAME = re.compile(rb"""\bt\s*=\s*["'](?!(?:n|b|e|d|str|inlineStr)["'])""")


@dataclass(slots=True)
class SheetMemory:
    """The sheets that were read last by their marks, and the order of those of a workbook."""

    _kept: "OrderedDict[bytes, Grid | tuple[str, ...]]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def sheet(self, mark: bytes) -> Grid | None:
        """The sheet of that mark, if it was read."""
        found = self._find(mark)
        return found if isinstance(found, Grid) else None

    def order(self, mark: bytes) -> tuple[str, ...]:
        """The parts of the sheets of a workbook of that mark, as they follow each other; none if it was not read."""
        found = self._find(mark)
        return found if isinstance(found, tuple) else ()

    def keep(self, mark: bytes, what: "Grid | tuple[str, ...]") -> None:
        """Remember a sheet, or an order."""
        with self._lock:
            self._kept[mark] = what
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def _find(self, mark: bytes) -> "Grid | tuple[str, ...] | None":
        with self._lock:
            if mark in self._kept:
                self._kept.move_to_end(mark)
            return self._kept.get(mark)


@dataclass(frozen=True, slots=True)
class KnownSheets:
    """The marks of a workbook's sheets by their parts, and the sheets that are known by them."""

    book: bytes  # the part that says which sheets there are
    common: bytes  # mark of all that is no sheet
    marks: Mapping[str, bytes]
    grids: Mapping[str, Grid]
    order: tuple[str, ...]  # parts; none where it is not known

    @classmethod
    def of(cls, workbook: SafeWorkbook, name: str) -> "KnownSheets":
        """Those of a workbook that messages call `name`."""
        members = members_of(workbook.data)
        book = members.get(_BOOK, b"")
        common = _digest(name.encode(), current_language().encode(), *_common(members))
        marks = dict(_marks(workbook, members, common))
        found = {member: memory().sheet(mark) for member, mark in marks.items()}
        grids = {member: grid for member, grid in found.items() if grid is not None}
        order = memory().order(common)
        return cls(book, common, marks, grids, order if _fits(book, order, marks) else ())

    @property
    def is_all(self) -> bool:
        """Whether there is nothing that has to be read."""
        return bool(self.order) and all(member in self.grids for member in self.order)

    @property
    def hollow(self) -> dict[str, bytes]:
        """The parts as they need to be read: known sheets say nothing and lead nowhere, and are best not named."""
        parts = dict.fromkeys(self.grids, _HOLLOW)
        parts |= dict.fromkeys(map(_links_of, self.grids), _NO_LINKS)
        return parts | {_BOOK: self._fewer()} if self.order else parts

    def _fewer(self) -> bytes:
        """The part that says which sheets there are, without those that are known, and without what counts them."""
        named = zip(self.order, _SHEET.findall(self.book), strict=True)
        left = b"".join(sheet for member, sheet in named if member not in self.grids)
        fewer = _SAID_OF_SHEETS[0].sub(lambda _all: b"<sheets>" + left + b"</sheets>", self.book)
        return _COUNTING.sub(b"", fewer)

    def keep(self, read: Sequence[tuple[str, Grid]]) -> tuple[Grid, ...]:
        """All sheets in their order, of which some were read just now; none of them will be read again."""
        parts = [member for member, _grid in read]
        if len(set(parts)) == len(parts) and self.marks.keys() >= set(parts):  # each by one name
            self._remember(read)
        if not self.order:
            return tuple(grid for _member, grid in read)
        both = {**self.grids, **dict(read)}
        return tuple(both[member] for member in self.order)

    def _remember(self, read: Sequence[tuple[str, Grid]]) -> None:
        for member, grid in read:
            if len(grid.rows) <= MOST_ROWS:
                memory().keep(self.marks[member], grid)
        if not self.order:
            memory().keep(self.common, tuple(member for member, _grid in read))


@cache
def memory() -> SheetMemory:
    """That of this process."""
    return SheetMemory()


def _fits(book: bytes, order: Sequence[str], marks: Mapping[str, bytes]) -> bool:
    """Whether each part that is known is there, and named plainly."""
    named = len(_SHEET.findall(book)) == book.count(b"<sheet ") == len(order)
    return named and _is_plain(book) and all(member in marks for member in order)


def _marks(
    workbook: SafeWorkbook, members: Mapping[str, bytes], common: bytes
) -> Iterator[tuple[str, bytes]]:
    """Part and mark of each sheet."""
    texts = _texts(members.get(_STRINGS, b""))
    for member, content in members.items():
        if _is_sheet(member):
            said = _said(content, workbook.rows.get(member, ()), texts)
            links = members.get(_links_of(member), b"")
            yield member, _digest(common, member.encode(), content, links, *said)


def _common(members: Mapping[str, bytes]) -> Iterator[bytes]:
    """Whatever all sheets may come from; what is not understood counts whole."""
    for member, content in members.items():
        if member == _BOOK:
            yield b"".join(_of_sheets(content))
        elif member == _STRINGS:
            yield content.partition(b"<si")[0]
        elif not (_is_sheet(member) or member.startswith((_LINKS, *_SAYS_NOTHING))):
            yield member.encode()
            yield content


def _is_sheet(member: str) -> bool:
    return member.startswith(_SHEETS) and member.endswith(".xml") and member.count("/") == 2  # noqa: PLR2004 - of the folder itself


def _links_of(sheet: str) -> str:
    """The part that says where a sheet's links lead."""
    return f"{_LINKS}{sheet.removeprefix(_SHEETS)}.rels"


def _of_sheets(book: bytes) -> list[bytes]:
    """Which sheets there are, and how days are counted."""
    return [pattern.findall(book)[0] for pattern in _SAID_OF_SHEETS] if _is_plain(book) else [book]


def _is_plain(book: bytes) -> bool:
    """Whether that stands in it once."""
    counts = [len(pattern.findall(book)) for pattern in _SAID_OF_SHEETS]
    return counts == [1, 1] and b"<!" not in book


def _texts(shared: bytes) -> list[bytes]:
    """The shared texts as they are spelt; none where they are spelt in another way, and count whole."""
    found = _STRING.findall(shared)
    is_plain = len(found) == shared.count(b"<si") and b"<!" not in shared
    return found if is_plain else [shared]


def _said(content: bytes, rows: Sequence[PlainRow], texts: Sequence[bytes]) -> list[bytes]:
    """The plain rows, and the shared texts that they name; all texts where it cannot be told which.

    The numbers by which texts are named say nothing: they change when another sheet says something new.
    """
    spelt = "\0".join(f"{row.number}\0{row.cells}" for row in rows)
    whole = [spelt.encode(), *texts]
    if _MAY_NAME.search(content):
        return whole
    try:
        named = [texts[int(number)] for number in _NAMED.findall(spelt)]
    except (IndexError, ValueError):
        return whole
    return [_NAMED.sub(' t="s"><v></v>', spelt).encode(), *named]


def _digest(*parts: bytes) -> bytes:
    """SHA-256 of parts, each apart from the next."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.digest()
