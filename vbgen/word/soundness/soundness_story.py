"""One part of a finished document, read element by element: what Word would refuse, each with its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from vbgen.errors import Place, Problem
from vbgen.messages import _
from vbgen.word.drawing.drawing_ids import DOCPR
from vbgen.word.package.xml import w
from vbgen.word.soundness.soundness_places import place_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml")}
_CHOICE = f"{_MC}AlternateContent"
_BLOCKS = {w("p"), w("tbl"), w("altChunk"), _CHOICE, *_WRAPPERS}
_RANGES = ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
_STARTS = {w(f"{name}Start"): name for name in _RANGES}
_ENDS = {w(f"{name}End"): name for name in _RANGES}
_REFERENCES = {w(f"{kind}Reference"): kind for kind in ("footnote", "endnote", "comment")}
_STORIES = [w(name) for name in ("hdr", "ftr", "footnote", "endnote", "txbxContent")]
_CONTROL, _PARAGRAPH, _ROW = w("sdtPr"), w("p"), w("tr")
TAGS = (
    *(w(name) for name in ("p", "tc", "tr", "tbl", "sdtPr", "fldChar")),
    *_STORIES, DOCPR, *_STARTS, *_ENDS, *_REFERENCES,
)  # fmt: skip

Around = etree._Element | None  # noqa: SLF001 - lxml calls its public type so


@dataclass(slots=True, eq=False)
class Identities:
    """What may stand only once in a document, over all its parts."""

    notes: Mapping[str, frozenset[str]]  # kind → numbers of the notes there are
    seen: set[tuple[str, str]] = field(default_factory=set)

    def is_new(self, kind: str, number: str) -> bool:
        """Whether this is the first of its kind with that number."""
        is_new = (kind, number) not in self.seen
        self.seen.add((kind, number))
        return is_new


@dataclass(slots=True, eq=False)
class Story:
    """A part as far as it was read."""

    place: Place
    identities: Identities
    problems: list[Problem] = field(default_factory=list)
    open: dict[tuple[str, str], Around] = field(
        default_factory=dict
    )  # ranges that have begun, what stands around
    started: set[tuple[str, str]] = field(default_factory=set)  # ranges of this part
    fields: list[tuple[str, Around]] = field(
        default_factory=list
    )  # fields that are open: how far, what stands around
    acts: dict[str, Callable[[etree._Element], None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.acts = {
            _PARAGRAPH: self._paragraph,
            w("tc"): self._cell,
            _ROW: self._row,
            w("tbl"): self._table,
            _CONTROL: self._control,
            w("fldChar"): self._field,
            w("commentReference"): self._comment,
            DOCPR: self._drawing,
            **dict.fromkeys(_STORIES, self._story),
            **dict.fromkeys(_STARTS, self._start),
            **dict.fromkeys(_ENDS, self._end),
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
        }

    def see(self, element: etree._Element) -> None:
        """Look at an element that has just ended."""
        self.acts[element.tag](element)

    def finish(self) -> list[Problem]:
        """Every problem of the part."""
        for (kind, number), around in self.open.items():
            self._half(kind, number, self._at(around))
        for _state, around in self.fields:
            self._broken_field(around)
        return self.problems

    def _tell(self, code: str, message: str, place: Place, hint: str) -> None:
        self.problems.append(Problem(code, message, place, hint=hint))

    def _at(self, element: Around) -> Place:
        return self.place if element is None else place_of(element, self.place)

    def _paragraph(self, element: etree._Element) -> None:
        self._paragraph_id(element)
        element.clear()

    def _paragraph_id(self, element: etree._Element) -> None:
        number = element.get(_PARA_ID)
        if number is not None and not self.identities.is_new("paragraph", number):
            self._double(element, _("mã đoạn (paraId)"), number)

    def _cell(self, element: etree._Element) -> None:
        last = next(_blocks(reversed(element)), None)
        while last is not None and last.tag in _WRAPPERS:
            last = next(_blocks(reversed(last)), None)
        if last is None or last.tag not in (_PARAGRAPH, _CHOICE):
            message = _("Ô này không kết thúc bằng một đoạn nên Word không mở được tệp.")
            hint = _("Hãy thêm một đoạn trống vào cuối ô đó trong mẫu, ngoài các thẻ {{%p …%}}.")
            self._tell("unsound-cell", message, self._at(element), hint)

    def _row(self, element: etree._Element) -> None:
        self._paragraph_id(element)
        if element.find(w("tc")) is None and not _has_wrapper(element):
            message = _("Hàng này không có ô nào nên Word không mở được tệp.")
            hint = _("Hãy thêm vào hàng đó trong mẫu một ô nằm ngoài các thẻ {{%tc …%}}.")
            self._tell("unsound-row", message, self._at(element), hint)
        if not self.open and not self.fields:  # their places are still to be told
            element.clear()

    def _table(self, element: etree._Element) -> None:
        if element.find(w("tr")) is None and not _has_wrapper(element):
            message = _("Bảng này không có hàng nào nên Word không mở được tệp.")
            hint = _("Hãy thêm vào bảng đó trong mẫu một hàng nằm ngoài các thẻ {{%tr …%}}.")
            self._tell("unsound-table", message, self._at(element), hint)

    def _story(self, element: etree._Element) -> None:
        if next(_blocks(iter(element)), None) is None:
            message = _("Phần này không có đoạn nào nên Word không mở được tệp.")
            hint = _("Hãy thêm một đoạn trống vào phần đó trong mẫu, ngoài các thẻ {{%p …%}}.")
            self._tell("unsound-story", message, self._at(element), hint)

    def _drawing(self, element: etree._Element) -> None:
        number = str(element.get("id"))
        if not self.identities.is_new("drawing", number):
            self._double(element, _("mã hình vẽ"), number)

    def _control(self, element: etree._Element) -> None:
        number = element.find(w("id"))
        if number is not None and not self.identities.is_new("control", str(number.get(w("val")))):
            self._double(
                element, _("mã ô điều khiển nội dung (content control)"), str(number.get(w("val")))
            )

    def _comment(self, element: etree._Element) -> None:
        number = str(element.get(w("id")))
        if not self.identities.is_new("comment", number):
            self._double(element, _("chú thích bên lề (comment)"), number)
        self._note(element)

    def _note(self, element: etree._Element) -> None:
        kind, number = _REFERENCES[element.tag], str(element.get(w("id")))
        if number not in self.identities.notes[kind]:
            message = _(
                "Chú thích số {number} được nhắc tới ở đây nhưng không có trong tệp.", number=number
            )
            self._tell(
                "unsound-note",
                message,
                self._at(element),
                _("Hãy xóa chú thích đó trong mẫu rồi ghi lại."),
            )

    def _double(self, element: etree._Element, what: str, number: str) -> None:
        if any(each.tag == f"{_MC}Fallback" for each in element.iterancestors()):
            return  # the old form of a drawing that stands there a second time
        message = _(
            "Có hai lần {what} “{number}”; Word cần mỗi mã một lần.", what=what, number=number
        )
        hint = _("Hãy xóa phần bị lặp trong mẫu, hoặc mở mẫu bằng Word và lưu lại.")
        self._tell("unsound-id", message, self._at(element), hint)

    def _start(self, element: etree._Element) -> None:
        key = (_STARTS[element.tag], str(element.get(w("id"))))
        if key in self.started:
            self._double(element, _range_name(key[0]), key[1])
        self.started.add(key)
        self.open[key] = _around(element)

    def _end(self, element: etree._Element) -> None:
        kind, number = _ENDS[element.tag], str(element.get(w("id")))
        if (kind, number) in self.open:
            del self.open[kind, number]
        else:
            self._half(kind, number, self._at(element))

    def _half(self, kind: str, number: str, place: Place) -> None:
        message = _("{what} số {number} chỉ có một đầu.", what=_range_name(kind), number=number)
        hint = _("Hãy để cả hai đầu trong hoặc ngoài cùng một khối thẻ, hoặc xóa nó trong mẫu.")
        self._tell("unsound-range", message, place, hint)

    def _field(self, element: etree._Element) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.fields.append(("begin", _around(element)))
        elif not self.fields or (kind == "separate" and self.fields[-1][0] == "separate"):
            self._broken_field(element)
        else:
            _state, around = self.fields.pop()
            if kind == "separate":
                self.fields.append(("separate", around))

    def _broken_field(self, around: Around) -> None:
        message = _("Một trường (field) của Word ở đây không còn đủ phần mở và phần đóng.")
        hint = _(
            "Hãy để cả trường trong hoặc ngoài một khối thẻ; đừng đặt thẻ {{%p …%}} vào đoạn có nửa trường."
        )
        self._tell("unsound-field", message, self._at(around), hint)


def _around(element: etree._Element) -> Around:
    """What still stands when the element itself is forgotten."""
    return next(element.iterancestors(_PARAGRAPH), element.getparent())


def _blocks(children: Iterator[etree._Element]) -> Iterator[etree._Element]:
    return (child for child in children if child.tag in _BLOCKS)


def _has_wrapper(element: etree._Element) -> bool:
    return any(child.tag in _WRAPPERS for child in element)


def _range_name(kind: str) -> str:
    return {
        "bookmark": _("Dấu trang (bookmark)"),
        "commentRange": _("Vùng chú thích (comment)"),
        "perm": _("Vùng được phép sửa"),
    }.get(kind, _("Vùng chuyển chỗ có theo dõi"))
