"""What the prefixes of tags mean: `{%p %}` replaces its paragraph, `{%tr %}` its row, `{%tc %}` its cell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.word.template.language.beside import BesideTag
from vbgen.word.template.language.cells import CellTags
from vbgen.word.template.language.repeated import range_number
from vbgen.word.template.language.stream import TEXT, Piece, Stream, Tag, Tree

_SLOTS = {"r": "run", "p": "block"}
_ORDER = ("tr", "tc", "p")
_SECTION = re.compile(
    r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL
)  # stays by itself, see `beside.py`


@dataclass(slots=True, eq=False)
class Patcher:
    """Carries out the prefixes and cell tags of one part."""

    stream: Stream
    tree: Tree
    problems: list[Problem] = field(default_factory=list)
    taken: dict[int, Tag] = field(default_factory=dict)  # element → tag that replaced it
    lost_comments: set[str] = field(default_factory=set)  # numbers of those that stood at tags

    @classmethod
    def of(cls, stream: Stream) -> "Patcher":
        """A patcher over the joined tags of `stream`."""
        return cls(stream, Tree.of(stream))

    def run(self, tags: Sequence[Tag]) -> None:
        """Move every tag to where it takes effect."""
        homes = self._homes()
        self._set_slots(homes, tags)
        CellTags(self.stream, self.tree, self.problems).run(tags, homes)
        for prefix in _ORDER:
            for tag in _with_prefix(prefix, tags, homes):
                self._lift(tag, homes[id(tag)], f"w:{prefix}")
        for tag in _with_prefix("r", tags, homes):
            self._split_run(tag, homes[id(tag)])
        if self.lost_comments:
            self._forget_comments()

    def _forget_comments(self) -> None:
        """Take away what still marks the words of a comment that went with a tag."""
        for index in range(len(self.stream.raw)):
            pieces = self.stream.pieces(index)
            kept = [piece for piece in pieces if not self._is_lost_range(piece)]
            if len(kept) < len(pieces):
                self.stream.out[index] = kept

    def _is_lost_range(self, piece: Piece) -> bool:
        is_mark = isinstance(piece, str) and piece.startswith("<w:commentRange")
        return is_mark and range_number(str(piece)) in self.lost_comments

    def _homes(self) -> dict[int, int]:
        """The element in which each tag stands, by the tag's identity."""
        return {
            id(piece): index
            for index, pieces in self.stream.out.items()
            for piece in pieces
            if isinstance(piece, Tag)
        }

    def _set_slots(self, homes: dict[int, int], tags: Sequence[Tag]) -> None:
        for tag in tags:
            index = homes.get(id(tag), -1)
            parent = self.tree.parent[index] if index >= 0 else -1
            in_text = index >= 0 and self.stream.kinds[index] == TEXT
            if tag.prefix:
                tag.slot = _SLOTS.get(tag.prefix, "raw")
                tag.properties = self._properties(index)
            elif in_text and parent >= 0 and self.stream.name(parent) == "w:t":
                tag.slot = "text"

    def _properties(self, index: int) -> tuple[str, str]:
        if index < 0:
            return "", ""
        paragraph = self._child(self.tree.around(self.stream, index, "w:p"), "w:pPr")
        return _SECTION.sub("", paragraph), self._child(
            self.tree.around(self.stream, index, "w:r"), "w:rPr"
        )

    def _child(self, index: int, name: str) -> str:
        """The text of the properties that open element `index`, or nothing."""
        child = index + 1
        if index < 0 or child >= len(self.stream.raw) or self.stream.name(child) != name:
            return ""
        return "".join(self.stream.raw[child : self.tree.end.get(child, child) + 1])

    def _lift(self, tag: Tag, index: int, name: str) -> None:
        element = self.tree.around(self.stream, index, name)
        if element < 0:
            self.problems.append(_misplaced(tag, name))
        elif element in self.taken:
            self.problems.append(_second(tag, self.taken[element]))
        elif not self.stream.dead[element]:
            beside = BesideTag.of(self.stream, self.tree, tag, element, index)
            self.problems += beside.losses
            self.lost_comments |= beside.comments
            self.stream.kill(element, self.tree.end[element])
            self.stream.out[element] = [*beside.before, tag, *beside.after]
            self.taken[element] = tag

    def _split_run(self, tag: Tag, index: int) -> None:
        run = self.tree.around(self.stream, index, "w:r")
        if self.stream.dead[index] and index not in self.stream.out:
            return
        if run < 0 or self.stream.name(self.tree.parent[index]) != "w:t":
            self.problems.append(_misplaced(tag, "w:r"))
        elif self._stands_alone(tag, run):
            self.stream.kill(run, self.tree.end[run])
            self.stream.out[run] = [tag]
        else:
            self._open_run(tag, index)

    def _stands_alone(self, tag: Tag, run: int) -> bool:
        after = self.tree.end.get(run + 1, run) if self.stream.name(run + 1) == "w:rPr" else run
        for index in range(after + 1, self.tree.end[run]):
            name = self.stream.name(index)
            if self.stream.dead[index] or name in ("w:t", "w:lastRenderedPageBreak"):
                continue
            if any(piece is not tag for piece in self.stream.pieces(index)):
                return False
        return True

    def _open_run(self, tag: Tag, index: int) -> None:
        """Close the run before the tag and open one with the same properties after it."""
        pieces = self.stream.out[index]
        at = next(number for number, piece in enumerate(pieces) if piece is tag)
        again = f'<w:r>{tag.properties[1]}<w:t xml:space="preserve">'
        tag.up = 2
        self.stream.out[index] = [*pieces[:at], "</w:t></w:r>", tag, again, *pieces[at + 1 :]]


def _with_prefix(prefix: str, tags: Sequence[Tag], homes: Mapping[int, int]) -> list[Tag]:
    """The tags of that prefix that still stand somewhere."""
    return [tag for tag in tags if tag.prefix == prefix and id(tag) in homes]


def _misplaced(tag: Tag, name: str) -> Problem:
    needs = {
        "w:tr": _("trong một hàng của bảng"),
        "w:tc": _("trong một ô của bảng"),
        "w:p": _("trong một đoạn"),
        "w:r": _("trong chữ của một đoạn"),
    }[name]
    message = _("Thẻ có tiền tố “{prefix}” phải đứng {needs}.", prefix=tag.prefix, needs=needs)
    return Problem(
        "tag-misplaced", message, tag.place, hint=_("Hãy bỏ tiền tố hoặc chuyển thẻ vào đúng chỗ.")
    )


def _second(tag: Tag, first: Tag) -> Problem:
    unit = {"tr": _("hàng"), "tc": _("ô"), "p": _("đoạn")}[tag.prefix]
    message = _(
        "Trong cùng một {unit} đã có thẻ “{first}” với tiền tố “{prefix}”.",
        unit=unit,
        first=first.place.quote,
        prefix=tag.prefix,
    )
    hint = _("Hãy đặt mỗi thẻ này vào một {unit} riêng.", unit=unit)
    return Problem("tag-doubled", message, tag.place, hint=hint)
