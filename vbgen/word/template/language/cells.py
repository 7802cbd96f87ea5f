"""Cell tags: `{% colspan n %}`, `{% cellbg colour %}`, `{% vm %}` (merge downwards), `{% hm %}` (merge across)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.word.template.language.stream import EMPTY, START, TEXT, Piece, Stream, Tag, Tree

CELL_KEYWORDS = ("colspan", "cellbg", "vm", "hm")
# What may stand before a property in a cell's properties, by the schema's order.
_BEFORE_SPAN = ("w:cnfStyle", "w:tcW")
_BEFORE_MERGE = (*_BEFORE_SPAN, "w:gridSpan", "w:hMerge")
_BEFORE_SHADE = (*_BEFORE_MERGE, "w:vMerge", "w:tcBorders")
_SPAN_VALUE = re.compile(r'w:val="(\d+)"')


@dataclass(slots=True, eq=False)
class CellTags:
    """Carries out the cell tags of one part."""

    stream: Stream
    tree: Tree
    problems: list[Problem]

    def run(self, tags: Sequence[Tag], homes: Mapping[int, int]) -> None:
        """Replace every cell tag by the properties it stands for."""
        acts = {
            "colspan": self._span,
            "cellbg": self._shade,
            "vm": self._merge_down,
            "hm": self._merge_across,
        }
        for tag in tags:
            if tag.prefix or tag.keyword not in acts or id(tag) not in homes:
                continue
            index = homes[id(tag)]
            cell = self.tree.around(self.stream, index, "w:tc")
            if cell < 0:
                self.problems.append(_outside(tag))
            else:
                acts[tag.keyword](tag, index, cell)

    def _span(self, tag: Tag, index: int, cell: int) -> None:
        self._take_out(tag, index)
        value = self._value(tag, tag.rest, "span")
        self._set(cell, "w:gridSpan", _BEFORE_SPAN, ['<w:gridSpan w:val="', value, '"/>'])

    def _shade(self, tag: Tag, index: int, cell: int) -> None:
        self._take_out(tag, index)
        value = self._value(tag, tag.rest, "colour")
        pieces: list[Piece] = ['<w:shd w:val="clear" w:color="auto" w:fill="', value, '"/>']
        self._set(cell, "w:shd", _BEFORE_SHADE, pieces)

    def _merge_down(self, tag: Tag, index: int, cell: int) -> None:
        first, end = self._statement(tag, "if loop.first"), self._statement(tag, "endif")
        merge: list[Piece] = [
            '<w:vMerge w:val="',
            first,
            "restart",
            self._statement(tag, "else"),
            "continue",
        ]
        self._set(cell, "w:vMerge", _BEFORE_MERGE, [*merge, end, '"/>'])
        self._take_out(tag, index)
        opening = self._first_text(cell)
        self.stream.out[opening] = [
            self._statement(tag, "if loop.first"),
            *self.stream.pieces(opening),
        ]
        self.stream.out[index] = [*self.stream.pieces(index), self._statement(tag, "endif")]

    def _merge_across(self, tag: Tag, index: int, cell: int) -> None:
        self._take_out(tag, index)
        times = self._old_span(cell)
        value = self._value(tag, f"{times} * loop.length" if times else "loop.length")
        self._set(cell, "w:gridSpan", _BEFORE_SPAN, ['<w:gridSpan w:val="', value, '"/>'])
        close = self.tree.end[cell]
        self.stream.out[cell] = [self._statement(tag, "if loop.first"), *self.stream.pieces(cell)]
        self.stream.out[close] = [*self.stream.pieces(close), self._statement(tag, "endif")]

    def _value(self, tag: Tag, code: str, slot: str = "plain") -> Tag:
        return replace(tag, kind="expr", body=code, slot=slot, lead=False, trail=False)

    def _statement(self, tag: Tag, code: str) -> Tag:
        return replace(tag, kind="stmt", body=code, lead=False, trail=False)

    def _take_out(self, tag: Tag, index: int) -> None:
        pieces = self.stream.pieces(index)
        self.stream.out[index] = [piece for piece in pieces if piece is not tag]

    def _first_text(self, cell: int) -> int:
        """The first token with text in the cell."""
        for index in range(cell, self.tree.end[cell]):
            parent = self.tree.parent[index]
            live = not self.stream.dead[index] and self.stream.kinds[index] == TEXT
            if live and parent >= 0 and self.stream.name(parent) == "w:t":
                return index
        return cell

    def _properties(self, cell: int) -> list[int]:
        """The tokens that open the cell's properties, in order."""
        opener = cell + 1
        if self.stream.kinds[opener] != START or self.stream.name(opener) != "w:tcPr":
            return []
        inside = range(opener + 1, self.tree.end[opener])
        return [
            index for index in inside if self.tree.parent[index] == opener and self._opens(index)
        ]

    def _opens(self, index: int) -> bool:
        return self.stream.kinds[index] in (START, EMPTY)

    def _old_span(self, cell: int) -> int:
        for index in self._properties(cell):
            match = _SPAN_VALUE.search(self.stream.raw[index])
            if self.stream.name(index) == "w:gridSpan" and match:
                return int(match.group(1))
        return 0

    def _set(self, cell: int, name: str, before: tuple[str, ...], pieces: list[Piece]) -> None:
        """Put a property where the schema wants it, in place of one of its name."""
        opener, home = cell + 1, cell + 1
        if self.stream.name(opener) != "w:tcPr":
            self._extend(cell, pieces, self.stream.pieces(cell))
            return
        if self.stream.kinds[opener] == EMPTY:
            self._extend(opener, pieces, self.stream.out.get(opener, []))
            return
        for index in self._properties(cell):
            if self.stream.name(index) == name:
                self.stream.kill(index, self.tree.end.get(index, index))
            elif self.stream.name(index) in before:
                home = self.tree.end.get(index, index)
        self.stream.out[home] = [*self.stream.pieces(home), *pieces]

    def _extend(self, index: int, pieces: list[Piece], old: list[Piece]) -> None:
        """Add to cell properties of our own making, begun here if there are none yet."""
        base = old[:-1] if "</w:tcPr>" in old else [*old, "<w:tcPr>"]
        self.stream.out[index] = [*base, *pieces, "</w:tcPr>"]


def _outside(tag: Tag) -> Problem:
    message = _("Thẻ “{keyword}” chỉ dùng được trong một ô của bảng.", keyword=tag.keyword)
    return Problem(
        "tag-misplaced", message, tag.place, hint=_("Hãy chuyển thẻ này vào ô của bảng.")
    )
