"""What Word needs at least: a paragraph last in each cell, a cell in each row, a row in each table, kept by rendering.

A tag may take a cell's only paragraphs away. The cell then keeps an empty one, in the format of the tag's paragraph;
a row without cells and a table without rows go, for nothing of them is left to show.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vbgen.word.template.language.stream import EMPTY, END, START, Stream, Tag

BARE_MARK = ' vbgen-bare="1"'  # on rows and tables that tags may leave empty
_STORIES = ("w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:comment", "w:txbxContent")
_WRAPPERS = ("w:sdt", "w:sdtContent", "w:customXml")
_BLOCKS = ("w:p", "w:tbl", *_WRAPPERS)
_ROWS = ("w:tr", "w:tbl")
_OPENERS = ("if", "for", "macro", "call", "filter", "with", "set_block")
_CLOSERS = ("endif", "endfor", "endmacro", "endcall", "endfilter", "endwith", "endset")
_BARE_ROW = re.compile(rf"<w:tr{BARE_MARK}[^>]*>(?:(?!<w:tc[ />]|</w:tr>).)*</w:tr>", re.DOTALL)
_BARE_TABLE = re.compile(
    rf"<w:tbl{BARE_MARK}[^>]*>(?:(?!<w:tr[ />]|</w:tbl>).)*</w:tbl>", re.DOTALL
)
_RANGE = re.compile(r"<w:(?:bookmark|comment|perm|move|customXml)\w*(?: [^<>]*)?/>")
_RANGES = rf"(?:{_RANGE.pattern}|\s)*"
_ENDED = re.compile(rf"(?:</w:p>|<w:p(?: [^<>]*)?/>){_RANGES}$")
_CELL_END = re.compile(r'<vb-c n="(\d+)"/>')
_LOOK_BACK = 2000  # characters in which the last paragraph of a cell ends
MOST_PIECES = 256  # a part in more pieces is long, and is worked on as one text


@dataclass(slots=True, eq=False)
class Minimum:
    """Where the tags of a part may take away too much."""

    endings: dict[int, str] = field(
        default_factory=dict
    )  # token that closes a cell or a story → paragraph properties
    bare: set[int] = field(default_factory=set)  # tokens that open rows and tables

    @classmethod
    def of(cls, stream: Stream) -> "Minimum":
        """The places in a patched part."""
        found = cls()
        _Search(stream, found).run()
        return found


@dataclass(slots=True, eq=False)
class _Open:
    """An element that is open: what stands in it so far."""

    name: str
    start: int
    depth: int = 0  # of blocks of tags that stand directly in it
    last: Tag | str = ""  # block that stands last in it
    is_sure: bool = False  # whether a row or a cell stands in it whatever the data


@dataclass(slots=True, eq=False)
class _Search:
    stream: Stream
    found: Minimum
    open: list[_Open] = field(default_factory=lambda: [_Open("", -1)])

    def run(self) -> None:
        for index, kind in enumerate(self.stream.kinds):
            if index in self.stream.out:
                self._pieces(index, kind)
            elif not self.stream.dead[index]:
                self._token(index, kind)

    def _pieces(self, index: int, kind: int) -> None:
        is_live = not self.stream.dead[index]
        for piece in self.stream.out[index]:
            if isinstance(piece, Tag):
                self._tag(piece)
            elif is_live and piece == self.stream.raw[index]:
                self._token(index, kind)
        if is_live and self.stream.raw[index] not in self.stream.out[index]:
            self._token(index, kind)  # a tag stands within its mark-up

    def _tag(self, tag: Tag) -> None:
        around = self.open[-1]
        around.depth += (tag.word in _OPENERS) - (tag.word in _CLOSERS)
        if tag.prefix == "p":
            around.last = tag

    def _token(self, index: int, kind: int) -> None:
        if kind == START:
            self.open.append(_Open(self.stream.names[index], index))
        elif kind == EMPTY:
            self._follow(self.stream.names[index], self.stream.names[index])
        elif kind == END:
            self._close(index, self.open.pop())

    def _follow(self, name: str, last: Tag | str) -> None:
        if name in _BLOCKS:
            self.open[-1].last = last

    def _close(self, index: int, closed: _Open) -> None:
        around = self.open[-1]
        self._follow(closed.name, closed.last if closed.name in _WRAPPERS else closed.name)
        properties = _lacking(closed)
        if properties is not None:
            self.found.endings[index] = properties
        if closed.name in _ROWS and not closed.is_sure:
            self.found.bare.add(closed.start)
        around.is_sure |= around.depth == 0 and (closed.name == "w:tc" or closed.is_sure)


def _lacking(closed: _Open) -> str | None:
    """The properties of the paragraph that a cell or a story may lack at its end; `None` where it cannot."""
    if isinstance(closed.last, Tag):
        return closed.last.properties[0] if closed.name in _STORIES else None
    return (
        "" if closed.name == "w:tc" and closed.last in ("", "w:tbl") else None
    )  # the template's own fault


def cell_end(number: int) -> str:
    """The mark that a rendering prints before the end of a cell."""
    return f'<vb-c n="{number}"/>'


def keep_minimum(chunks: Sequence[str], endings: Sequence[str], *, bare: bool) -> list[str]:
    """The pieces of a rendered part with what Word needs; `endings`: the paragraph properties of each mark."""
    if not bare and len(chunks) <= MOST_PIECES:
        done = _by_piece(chunks, endings)
        if done:
            return done
    text = _BARE_TABLE.sub(_ranges_in, _BARE_ROW.sub(_ranges_in, "".join(chunks))).replace(
        BARE_MARK, ""
    )
    return [_CELL_END.sub(lambda mark: _ending(text, mark.start(), int(mark[1]), endings), text)]


def _by_piece(chunks: Sequence[str], endings: Sequence[str]) -> list[str]:
    """As with the whole text, the fixed pieces left what they are; nothing where a mark is no piece of its own."""
    done: list[str] = []
    for chunk in chunks:
        if "<vb-c" not in chunk:
            done.append(chunk)
            continue
        mark = _CELL_END.fullmatch(chunk)
        if mark is None:
            return []
        before = _tail(done)
        done.append(_ending(before, len(before), int(mark[1]), endings))
    return done


def _ranges_in(match: "re.Match[str]") -> str:
    """The ends of bookmarks in what goes: their other ends may stand elsewhere."""
    return "".join(_RANGE.findall(match[0]))


def _tail(pieces: Sequence[str]) -> str:
    """The last of the pieces, enough of them to see what they end with."""
    found, size = list[str](), 0
    for piece in reversed(pieces):
        found.append(piece)
        size += len(piece)
        if size >= _LOOK_BACK:
            break
    return "".join(reversed(found))


def _ending(text: str, at: int, number: int, endings: Sequence[str]) -> str:
    """What a cell that ends at `at` lacks."""
    if text.endswith("</w:p>", 0, at):
        return ""
    return (
        "" if _ENDED.search(text, max(at - _LOOK_BACK, 0), at) else f"<w:p>{endings[number]}</w:p>"
    )
