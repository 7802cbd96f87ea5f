"""A patched part as Jinja source: each tag on a line of its own, so that every fault finds its way back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from vbgen.errors import Place
from vbgen.word.package.characters import shown_breaks
from vbgen.word.template.language.minimum import BARE_MARK, Minimum
from vbgen.word.template.language.repeated import (
    is_range,
    with_fresh_id,
    without_paragraph_ids,
    without_shape_id,
)
from vbgen.word.template.language.repeated_notes import is_note
from vbgen.word.template.language.scan import literal
from vbgen.word.template.language.stream import EMPTY, END, START, TEXT, Stream, Tag

# Signs that XML cannot hold stand for Jinja's delimiters: no text of a template is ever taken for a tag.
BLOCK, BLOCK_END, VALUE, VALUE_END, NOTE, NOTE_END = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"

_REPEATING = {"for", "macro", "call", "set_block"}
_REPEATING_ENDS = {"endfor", "endmacro", "endcall", "endset"}
_ONLY_ONCE = ("<c:chart ", "<cx:chart ", "<dgm:relIds ")  # their parts belong to one place
_FRESH_ID = "0|_fresh_id"  # our own tag in a drawing that a loop repeats
_CELL_END = "{number}|_cell_end"  # … and at the end of a cell that may lack a paragraph
FITTED = "vbgen:fit"  # in the description of a table whose columns are as wide as their words
GRID_MARK = ' vbgen-grid="1"'  # on tables whose columns a loop may change

Level = tuple[str, ...]  # names of the elements open around a tag


@dataclass(slots=True, eq=False)
class Source:
    """The Jinja source of one part."""

    text: str
    lines: dict[int, Tag]  # by line, from 1
    levels: list[tuple[Tag, Level]] = field(default_factory=list)
    grids: bool = False  # a table's columns may change
    endings: list[str] = field(
        default_factory=list
    )  # paragraph properties of cells that may lack a paragraph
    bare: bool = False  # a row may have no cell, a table no row
    fits: bool = False  # a table asks for columns as wide as its words
    ranges: bool = False  # bookmarks or comments are repeated, or a whole block that was kept
    once: list[Tag] = field(default_factory=list)  # loops around what Word takes only once
    notes: bool = False  # footnotes or endnotes are repeated
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
        self.loops: list[Tag] = []  # loops and macros that are open
        self.open: list[str] = []
        self.source = Source("", {})

    def run(self) -> Source:
        stream, grids, minimum = (
            self.stream,
            _tables_with_cell_tags(self.stream),
            Minimum.of(self.stream),
        )
        marked = {*stream.out, *grids, *minimum.bare, *minimum.endings}
        for index, kind in enumerate(stream.kinds):
            if index in marked:
                self._marked(index, kind, grids, minimum)
            elif not stream.dead[index]:
                self._plain(index, kind)
        self.source.changed |= bool(self.stream.out)
        self.source.text, self.source.grids, self.source.bare = (
            "".join(self.parts),
            bool(grids),
            bool(minimum.bare),
        )
        self.source.fits = FITTED in self.source.text
        return self.source

    def _marked(self, index: int, kind: int, grids: set[int], minimum: Minimum) -> None:
        """A token with tags, or one that carries a mark until the part is rendered."""
        is_live = not self.stream.dead[index]
        if kind == END and is_live:
            self._close(index, minimum)
        for piece in self._pieces(index, _marks(index, grids, minimum)):
            self._piece(piece, kind)
        if kind == START and is_live:
            self.open.append(self.stream.names[index])

    def _piece(self, piece: str | Tag, kind: int) -> None:
        if isinstance(piece, Tag):
            self._tag(piece)
        elif self.loops and piece[:1] == "<":
            self._in_loop(piece, kind)
        else:
            self._text(self._broken(piece, kind))

    def _plain(self, index: int, kind: int) -> None:
        """A token as it stands; in a loop it may need an identity of its own."""
        raw = self.stream.raw[index]
        if kind == TEXT:
            text = literal(raw)
            self.source.changed |= text != raw
            self._text(self._broken(text, kind))
        elif self.loops and kind != END:
            self._in_loop(raw, kind)
        else:
            self.parts.append(raw)
            self.line += "\n" in raw and raw.count("\n")
        if kind == START:
            self.open.append(self.stream.names[index])
        elif kind == END:
            self.open.pop()

    def _in_loop(self, raw: str, kind: int) -> None:
        for piece in self._repeated(raw, kind):
            if isinstance(piece, Tag):
                self._tag(piece)
            else:
                self._text(piece)

    def _close(self, index: int, minimum: Minimum) -> None:
        self.open.pop()
        if index in minimum.endings:
            self._tag(_own_tag(_CELL_END.format(number=len(self.source.endings))))
            self.source.endings.append(minimum.endings[index])

    def _pieces(self, index: int, marks: str) -> Sequence[str | Tag]:
        pieces = self.stream.pieces(index)
        if index in self.stream.out or not pieces or not marks:
            return pieces
        raw = self.stream.raw[index]
        return [
            raw.replace(">", f"{marks}>", 1) if " " not in raw else raw.replace(" ", f"{marks} ", 1)
        ]

    def _broken(self, piece: str, kind: int) -> str:
        """Text of the template with its line feeds and tabs as Word shows them."""
        if kind != TEXT or piece[:1] == "<" or self.open[-1:] != ["w:t"]:
            return piece
        if "\n" not in piece and "\t" not in piece:
            return piece
        self.source.changed = True
        return str(shown_breaks(piece))

    def _repeated(self, raw: str, kind: int) -> Sequence[str | Tag]:
        """A token in a loop, with no identity but its own."""
        if raw.startswith("<wp:docPr"):
            return with_fresh_id(raw, _own_tag(_FRESH_ID))
        self.source.ranges |= is_range(raw)
        self.source.notes |= is_note(raw)
        if kind == EMPTY and raw.startswith(_ONLY_ONCE):
            self.source.once.append(self.loops[-1])
        is_control_id = kind == EMPTY and raw.startswith("<w:id ") and self.open[-1] == "w:sdtPr"
        return [] if is_control_id else [without_shape_id(without_paragraph_ids(raw))]

    def _text(self, text: str) -> None:
        self.parts.append(text)
        self.line += text.count("\n")

    def _tag(self, tag: Tag) -> None:
        if tag.kind in ("note", "raw"):
            return
        if tag.kind == "stmt":
            end = len(self.open) - tag.up
            self.source.levels.append((tag, tuple(self.open[:end])))
            self.source.ranges |= tag.word == "set_block"
            self._count_loops(tag)
        first, last = (VALUE, VALUE_END) if tag.kind == "expr" else (BLOCK, BLOCK_END)
        lead, trail = "-" if tag.lead else "", "-" if tag.trail else ""
        self.parts.append(f"{first}{lead}\n{tag.body} {trail}{last}")
        self.line += 1
        self.source.lines[self.line] = tag

    def _count_loops(self, tag: Tag) -> None:
        if tag.word in _REPEATING:
            self.loops.append(tag)
        elif tag.word in _REPEATING_ENDS and self.loops:
            self.loops.pop()


def _own_tag(body: str) -> Tag:
    return Tag("expr", "", body, Place(), slot="text", is_ours=True)


def _marks(index: int, grids: set[int], minimum: Minimum) -> str:
    """What the opening of a table or a row carries until the part is rendered."""
    return (BARE_MARK if index in minimum.bare else "") + (GRID_MARK if index in grids else "")


def _tables_with_cell_tags(stream: Stream) -> set[int]:
    """The tokens that open tables in which `{%tc %}`, `colspan` or `hm` change the number of columns."""
    changing = set(filter(partial(_changes_columns, stream), stream.out))
    return set(_around(stream, changing)) if changing else changing


def _around(stream: Stream, places: set[int]) -> Iterator[int]:
    """The tokens that open the tables around the places."""
    open_tables: list[int] = []
    for index, kind in enumerate(stream.kinds):
        if stream.names[index] == "w:tbl":
            open_tables += [index] if kind == START else []
            del open_tables[len(open_tables) - (kind == END) :]
        if open_tables and index in places:
            yield open_tables[-1]


def _changes_columns(stream: Stream, index: int) -> bool:
    return any(
        (isinstance(piece, Tag) and (piece.prefix == "tc" or piece.keyword in ("colspan", "hm")))
        or (isinstance(piece, str) and piece.startswith("<w:gridSpan"))
        for piece in stream.out[index]
    )
