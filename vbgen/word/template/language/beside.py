"""What stands beside a tag in the paragraph, row or cell that the tag replaces: kept, told, or an error.

Breaks of sections and pages and the ends of bookmarks stay; words are told; what cannot stay is an error.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.word.template.language.repeated import is_range
from vbgen.word.template.language.stream import EMPTY, START, TEXT, Stream, Tag, Tree

_CLOSERS = ("endif", "endfor", "endmacro", "endcall", "endfilter", "endwith", "endset")
_MIDDLES = ("else", "elif")
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@dataclass(slots=True, eq=False)
class BesideTag:
    """What is put out before and after the tag, and what is lost."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    losses: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, stream: Stream, tree: Tree, tag: Tag, element: int, home: int) -> "BesideTag":
        """What stands in `element` beside the tag, which is a piece of token `home`."""
        found = _Sorted(stream, tree, tag, element, home)
        found.run()
        return found.beside


@dataclass(slots=True, eq=False)
class _Sorted:
    stream: Stream
    tree: Tree
    tag: Tag
    element: int
    home: int
    beside: BesideTag = field(default_factory=BesideTag)

    def run(self) -> None:
        if self.tag.kind != "note":
            self._words()
        for index in range(self.element + 1, self.tree.end[self.element]):
            if not self.stream.dead[index] and self.stream.kinds[index] in (START, EMPTY):
                self._one(index, self.stream.name(index))

    def _one(self, index: int, name: str) -> None:
        raw = self.stream.raw[index]
        if is_range(raw) and not name.startswith("w:comment"):
            self._outside().append(raw)
        elif name == "w:sectPr":
            self._section(index)
        elif name == "w:br" and 'w:type="page"' in raw:
            self._page(index)
        elif what := _kept_by_nothing(name):
            self._lose(what)

    def _outside(self) -> list[str]:
        """Where what belongs to no turn of a block goes: before the tag that opens it, behind the one that ends it."""
        is_opener = self.tag.kind == "stmt" and self.tag.word not in _CLOSERS
        return self.beside.before if is_opener else self.beside.after

    def _section(self, index: int) -> None:
        if self.tag.word in _MIDDLES:
            self._lose(_("ngắt phần (section break)"))
            return
        inside = "".join(self.stream.raw[index : self.tree.end.get(index, index) + 1])
        self._outside().append(f"<w:p><w:pPr>{inside}</w:pPr></w:p>")

    def _page(self, index: int) -> None:
        if self.tag.prefix == "p":
            (self.beside.before if index < self.home else self.beside.after).append(_PAGE)
        else:  # between rows or cells no paragraph can stand
            self._lose(_("ngắt trang"))

    def _lose(self, what: str) -> None:
        message = _(
            "Trong {unit} của thẻ này có {what}, sẽ bị mất khi điền.",
            unit=_unit(self.tag),
            what=what,
        )
        self.beside.losses.append(
            Problem("tag-loses-content", message, self.tag.place, hint=_way_out(self.tag))
        )

    def _words(self) -> None:
        pieces = [piece for piece in self._pieces() if piece is not self.tag]
        if any(isinstance(piece, Tag) and piece.prefix == self.tag.prefix for piece in pieces):
            return  # a second tag of the same level is an error of its own
        words = "".join(_shown(piece) for piece in pieces).strip()
        if words:
            message = _(
                "Chữ đứng cùng {unit} với thẻ này sẽ không được in: “{words}”.",
                unit=_unit(self.tag),
                words=words,
            )
            self.beside.losses.append(
                Problem(
                    "tag-loses-words", message, self.tag.place, Severity.WARNING, _way_out(self.tag)
                )
            )

    def _pieces(self) -> Iterator[str | Tag]:
        for index in range(self.element, self.tree.end[self.element]):
            if self.stream.kinds[index] == TEXT or index in self.stream.out:
                yield from self.stream.pieces(index)


def _shown(piece: str | Tag) -> str:
    if isinstance(piece, str):
        return "" if piece.startswith("<") else piece
    return "" if piece.kind == "note" else piece.place.quote


def _kept_by_nothing(name: str) -> str:
    """What a clerk calls an element that would vanish with its paragraph; nothing for all else."""
    if name in ("w:drawing", "w:pict", "w:object"):
        return _("hình ảnh")
    if name in ("w:footnoteReference", "w:endnoteReference"):
        return _("chú thích")
    if name in ("w:fldChar", "w:fldSimple"):
        return _("trường (field) của Word")
    if name == "w:pageBreakBefore":
        return _("định dạng “ngắt trang phía trước”")
    return _("công thức") if name in ("m:oMath", "m:oMathPara") else ""


def _way_out(tag: Tag) -> str:
    return _("Hãy chuyển phần đó sang {unit} khác, để thẻ đứng một mình.", unit=_unit(tag))


def _unit(tag: Tag) -> str:
    return {"tr": _("hàng"), "tc": _("ô"), "p": _("đoạn")}[tag.prefix]
