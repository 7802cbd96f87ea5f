"""A patched part as Jinja source: each tag on a line of its own, so that every fault finds its way back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vbgen.docx.scan import literal
from vbgen.docx.stream import EMPTY, END, START, TEXT, Stream, Tag
from vbgen.errors import Place

# Signs that XML cannot hold stand for Jinja's delimiters: no text of a template is ever taken for a tag.
BLOCK, BLOCK_END, VALUE, VALUE_END, NOTE, NOTE_END = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"

_REPEATING = {"for", "macro", "call"}
_REPEATING_ENDS = {f"end{word}" for word in _REPEATING}
_DOCPR_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
FRESH_ID = "0|_fresh_id"  # our own tag in a drawing that a loop repeats
GRID_MARK = ' vbgen-grid="1"'  # on tables whose columns a loop may change

Level = tuple[str, ...]  # names of the elements open around a tag


@dataclass(slots=True, eq=False)
class Source:
    """The Jinja source of one part."""

    text: str
    lines: dict[int, Tag]  # by line, from 1
    levels: list[tuple[Tag, Level]] = field(default_factory=list)
    grids: bool = False  # a table's columns may change
    changed: bool = False  # something but tags differs from the file

    def tag_at(self, line: int) -> Tag | None:
        """The tag whose code stands on `line`."""
        return self.lines.get(line)


def emit(stream: Stream) -> Source:
    """The source of a patched stream."""
    return _Emitter(stream).run()


class _Emitter:
    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.parts: list[str] = []
        self.line = 1
        self.depth = 0  # of loops and macros
        self.open: list[str] = []
        self.source = Source("", {})

    def run(self) -> Source:
        grids = _tables_with_cell_tags(self.stream)
        for index, kind in enumerate(self.stream.kinds):
            if kind == END and not self.stream.dead[index]:
                self.open.pop()
            for piece in self._pieces(index, index in grids):
                if isinstance(piece, Tag):
                    self._tag(piece)
                else:
                    self._text(piece)
            if kind == START and not self.stream.dead[index]:
                self.open.append(self.stream.name(index))
        self.source.changed |= bool(self.stream.out)
        self.source.text, self.source.grids = "".join(self.parts), bool(grids)
        return self.source

    def _pieces(self, index: int, has_grid: bool) -> list[str | Tag]:
        pieces = self.stream.pieces(index)
        if index in self.stream.out or not pieces:
            return pieces
        raw, kind = self.stream.raw[index], self.stream.kinds[index]
        if kind == TEXT:
            text = literal(raw)
            self.source.changed |= text != raw
            return [text]
        if has_grid:
            return [raw.replace("<w:tbl", "<w:tbl" + GRID_MARK, 1)]
        if self.depth and kind in (START, EMPTY) and raw.startswith("<wp:docPr"):
            return list(_with_fresh_id(raw))
        return pieces

    def _text(self, text: str) -> None:
        self.parts.append(text)
        self.line += text.count("\n")

    def _tag(self, tag: Tag) -> None:
        if tag.kind == "note":
            return
        if tag.kind == "stmt":
            end = len(self.open) - tag.up
            self.source.levels.append((tag, tuple(self.open[:end])))
            self.depth += (tag.keyword in _REPEATING) - (tag.keyword in _REPEATING_ENDS)
        first, last = (VALUE, VALUE_END) if tag.kind == "expr" else (BLOCK, BLOCK_END)
        lead, trail = "-" if tag.lead else "", "-" if tag.trail else ""
        self.parts.append(f"{first}{lead}\n{tag.body} {trail}{last}")
        self.line += 1
        self.source.lines[self.line] = tag


def _with_fresh_id(raw: str) -> Iterator[str | Tag]:
    match = _DOCPR_ID.match(raw)
    if not match:
        yield raw
        return
    yield match.group(1)
    yield Tag("expr", "", FRESH_ID, Place(), slot="text")
    yield raw[match.start(2) :]


def _tables_with_cell_tags(stream: Stream) -> set[int]:
    """The tokens that open tables in which `{%tc %}`, `colspan` or `hm` change the number of columns."""
    open_tables: list[int] = []
    found = set()
    for index, kind in enumerate(stream.kinds):
        if kind == START and stream.name(index) == "w:tbl":
            open_tables.append(index)
        elif kind == END and stream.name(index) == "w:tbl":
            open_tables.pop()
        if open_tables and index in stream.out and _changes_columns(stream, index):
            found.add(open_tables[-1])
    return found


def _changes_columns(stream: Stream, index: int) -> bool:
    return any(
        (isinstance(piece, Tag) and (piece.prefix == "tc" or piece.keyword in ("colspan", "hm")))
        or (isinstance(piece, str) and piece.startswith("<w:gridSpan"))
        for piece in stream.out[index]
    )
