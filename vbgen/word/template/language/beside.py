"""What stands beside a tag in the paragraph, row or cell that the tag replaces: kept, told, or an error.

Breaks of sections and pages and the ends of bookmarks stay; words are told; what cannot stay is an error.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vbgen.errors import Problem, Severity
from vbgen.messages import _
from vbgen.word.template.language.repeated import is_range, range_number
from vbgen.word.template.language.stream import EMPTY, END, START, TEXT, Stream, Tag, Tree

_CLOSERS = ("endif", "endfor", "endmacro", "endcall", "endfilter", "endwith", "endset")
_MIDDLES = ("else", "elif")
# What is nothing by itself; all else that stands beside a tag is kept or an error.
_NOTHING = frozenset(
    f"w:{name}"
    for name in (
        *("p", "r", "t", "br", "tab", "ptab", "cr", "tc", "hyperlink", "smartTag", "customXml", "dir", "bdo"),
        *("ins", "del", "moveFrom", "moveTo", "delText", "delInstrText", "instrText", "proofErr"),
        *("lastRenderedPageBreak", "softHyphen", "noBreakHyphen", "annotationRef"),
        *("ruby", "rt", "rubyBase"),
    )
) | {"mc:AlternateContent", "mc:Choice", "mc:Fallback"}  # fmt: skip
_FIELDS = frozenset(
    f"w:{name}"
    for name in (
        *("fldChar", "fldSimple", "pgNum", "dayShort", "dayLong"),
        *("monthShort", "monthLong", "yearShort", "yearLong"),
    )
)
# Properties and which of them show: name → what its mark-up then has.
_PROPERTIES: Mapping[str, Mapping[str, str]] = {
    "w:pPr": {
        "w:sectPr": "",
        "w:pageBreakBefore": r'<w:pageBreakBefore(?! w:val="(?:0|false|off)")',
        "w:pBdr": r'w:val="(?!none|nil)',
    },
    "w:tcPr": {"w:vMerge": '"restart"'},
    **{
        f"w:{name}": {}
        for name in ("rPr", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr")
    },
}  # fmt: skip
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@dataclass(slots=True, eq=False)
class BesideTag:
    """What is put out before and after the tag, and what is lost."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    losses: list[Problem] = field(default_factory=list)
    comments: set[str] = field(default_factory=set)  # numbers of the comments that go with the tag

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
        index = self.element + 1
        while index < self.tree.end[self.element]:
            is_met = not self.stream.dead[index] and self.stream.kinds[index] in (START, EMPTY)
            index = self._one(index, self.stream.name(index)) if is_met else index + 1

    def _one(self, index: int, name: str) -> int:
        """Keep or lose what token `index` opens; the token to go on with."""
        if name in _PROPERTIES:
            self._properties(index, _PROPERTIES[name])
        elif is_range(self.stream.raw[index]):
            self._range(self.stream.raw[index], name)
        elif name == "w:br" and "w:type=" in self.stream.raw[index]:
            self._break(index)
        elif name in _NOTHING or self._is_around_tag(index):
            return index + 1
        else:
            self._lose(_lost_name(name))
        return self.tree.end.get(index, index) + 1

    def _properties(self, index: int, telling: Mapping[str, str]) -> None:
        """What shows though it is only a property: a break, a drawn line, a cell that others were merged into."""
        for inner in range(index + 1, self.tree.end.get(index, index)):
            name = self.stream.name(inner)
            if self.stream.kinds[inner] not in (START, EMPTY) or name not in telling:
                continue
            if name == "w:sectPr":
                self._section(inner)
            elif re.search(telling[name], self._whole(inner)) and not self._goes_on(name):
                self._lose(_lost_name(name))

    def _whole(self, index: int) -> str:
        return "".join(self.stream.raw[index : self.tree.end.get(index, index) + 1])

    def _goes_on(self, name: str) -> bool:
        """Whether the border of the tag's paragraph is but that of a paragraph beside it."""
        end = self.tree.end[self.element]
        return name == "w:pBdr" and (
            self._is_bordered(range(self.element - 1, 0, -1), START)
            or self._is_bordered(range(end + 1, len(self.stream.raw)), END)
        )

    def _is_bordered(self, indexes: Iterable[int], last: int) -> bool:
        """Whether a border stands in the next paragraph, whose far end is a token of kind `last`."""
        for index in indexes:
            name, kind = self.stream.name(index), self.stream.kinds[index]
            if name == "w:pBdr":
                return True
            if name == "w:p" and kind in (last, EMPTY):
                return False
        return False

    def _is_around_tag(self, index: int) -> bool:
        """Whether an element, say a content control, is but what the tag itself stands in."""
        return index < self.home < self.tree.end.get(index, index)

    def _range(self, raw: str, name: str) -> None:
        if name == "w:commentReference":
            number = range_number(raw)
            self.beside.comments.add(number)
            self._tell_comment()
        else:
            self._outside().append(raw)

    def _tell_comment(self) -> None:
        message = _(
            "Chú thích bên lề (comment) ở {unit} của thẻ này sẽ không có trong văn bản được làm ra.",
            unit=_unit(self.tag),
        )
        self.beside.losses.append(
            Problem(
                "tag-loses-comment", message, self.tag.place, Severity.WARNING, _way_out(self.tag)
            )
        )

    def _outside(self) -> list[str]:
        """Where what belongs to no turn of a block goes: before the tag that opens it, behind the one that ends it."""
        is_opener = self.tag.kind == "stmt" and self.tag.word not in _CLOSERS
        return self.beside.before if is_opener else self.beside.after

    def _section(self, index: int) -> None:
        if self.tag.word in _MIDDLES:
            self._lose(_("ngắt phần (section break)"))
            return
        self._outside().append(f"<w:p><w:pPr>{self._whole(index)}</w:pPr></w:p>")

    def _break(self, index: int) -> None:
        raw = self.stream.raw[index]
        if 'w:type="page"' not in raw:
            if 'w:type="column"' in raw:
                self._lose(_("ngắt cột"))
        elif self.tag.prefix == "p":
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


def _lost_name(name: str) -> str:
    """What a clerk calls an element that would vanish with its paragraph."""
    if name in ("w:drawing", "w:pict", "w:object"):
        return _("hình ảnh")
    if name in ("w:footnoteReference", "w:endnoteReference", "w:footnoteRef", "w:endnoteRef"):
        return _("chú thích")
    if name in _FIELDS:
        return _("trường (field) của Word")
    if name in ("m:oMath", "m:oMathPara"):
        return _("công thức")
    return {
        "w:pageBreakBefore": _("định dạng “ngắt trang phía trước”"),
        "w:pBdr": _("đường kẻ (viền của đoạn)"),
        "w:vMerge": _("ô gộp dọc bắt đầu"),
        "w:tbl": _("bảng"),
        "w:sdt": _("ô điều khiển nội dung (content control)"),
        "w:sym": _("ký hiệu (Symbol)"),
    }.get(name, _("nội dung không phải chữ"))


def _way_out(tag: Tag) -> str:
    return _("Hãy chuyển phần đó sang {unit} khác, để thẻ đứng một mình.", unit=_unit(tag))


def _unit(tag: Tag) -> str:
    return {"tr": _("hàng"), "tc": _("ô"), "p": _("đoạn")}[tag.prefix]
