"""What a loop repeats gets an identity of its own: drawings, paragraphs, controls, bookmarks; comments stay once."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from vbgen.word.template.language.stream import Tag

_DOCPR_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")([^"]*)(")')
_PARAGRAPH_ID = re.compile(r' [\w.-]+:(?:paraId|textId|anchorId|editId)="[^"]*"')
_SHAPE = re.compile(r"<v:(?:shape|rect|roundrect|line|polyline|oval|arc|curve|image|group)\b")
_SHAPE_ID = re.compile(r' (?:id|o:spid)="[^"]*"')
_CONTROL_ID = re.compile(r'<w:id w:val="[^"]*"\s*/>')
_RANGE = re.compile(
    r"<w:(?P<family>bookmark|commentRange|comment|perm|moveFromRange|moveToRange|customXml\w+Range)(?P<end>Start|End|Reference)\b[^>]*>"
)
_ID = re.compile(r'(?<=\bw:id=")([^"]*)(?=")')
_NAME = re.compile(r'(?<=\bw:name=")([^"]*)(?=")')
_NAME_MOST = 40  # characters of a bookmark's name that Word takes


def is_range(raw: str) -> bool:
    """Whether a piece of mark-up is the start or end of a bookmark, a comment, a permission or a move."""
    return _RANGE.match(raw) is not None


def range_number(raw: str) -> str:
    """The number of such a piece of mark-up."""
    match = _ID.search(raw)
    return match[1] if match else ""


def with_fresh_id(raw: str, number: Tag) -> Sequence[str | Tag]:
    """A drawing's properties, their number put in when they are rendered."""
    match = _DOCPR_ID.match(raw)
    return [match.group(1), number, raw[match.start(3) :]] if match else [raw]


def without_paragraph_ids(text: str) -> str:
    """Mark-up whose paragraphs and rows have no ids: Word gives new ones."""
    return _PARAGRAPH_ID.sub("", text) if 'Id="' in text else text


def without_shape_id(raw: str) -> str:
    """The opening of an old shape without its id: Word gives a new one."""
    return _SHAPE_ID.sub("", raw) if _SHAPE.match(raw) else raw


def without_control_ids(text: str) -> str:
    """Mark-up whose content controls have no ids: Word gives new ones."""
    return _CONTROL_ID.sub("", text) if "<w:id " in text else text


def unique_ranges(text: str, fresh_id: Callable[[], int] | None = None) -> str:
    """A part in which each range has a number and a name of its own; a comment stays where it stood first.

    With `fresh_id`, drawings get a number from it where another has theirs.
    """
    text = _Ranges(text).run()
    return _unique_drawings(text, fresh_id) if fresh_id and "<wp:docPr" in text else text


def _unique_drawings(text: str, fresh_id: Callable[[], int]) -> str:
    seen = set[str]()

    def one(match: "re.Match[str]") -> str:
        is_first = match[2] not in seen
        seen.add(match[2])
        return match[0] if is_first else f"{match[1]}{fresh_id()}{match[3]}"

    return _DOCPR_ID.sub(one, text)


@dataclass(slots=True, eq=False)
class _Ranges:
    text: str
    seen: set[tuple[str, str]] = field(default_factory=set)
    open: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    names: set[str] = field(default_factory=set)
    free: int = 0

    def run(self) -> str:
        numbers = [
            match[1] for range_ in _RANGE.finditer(self.text) if (match := _ID.search(range_[0]))
        ]
        self.free = max((int(number) for number in numbers if number.isdigit()), default=0) + 1
        return self._closed(_RANGE.sub(self._one, self.text))

    def _closed(self, text: str) -> str:
        """The text with an end right behind each start whose own end stands once, behind a loop."""
        for (family, _number), numbers in self.open.items():
            for number in numbers:
                start = re.compile(rf'<w:{family}Start\b[^>]*\bw:id="{re.escape(number)}"[^>]*/>')
                end = f'<w:{family}End w:id="{number}"/>'
                text = start.sub(lambda match, end=end: match[0] + end, text, count=1)  # type: ignore[misc]
        return text

    def _one(self, match: "re.Match[str]") -> str:
        raw, family, end = match[0], match["family"], match["end"]
        number = _ID.search(raw)
        if not number:
            return raw
        if family.startswith("comment"):
            return raw if self._is_first(f"{family}{end}", number[1]) else ""
        key = (family, number[1])
        if end == "Start":
            return self._start(raw, key)
        if not self.open[key]:  # an end that a loop repeats has one start before it
            return "" if key in self.seen else raw
        return _ID.sub(self.open[key].pop(), raw, count=1)

    def _is_first(self, kind: str, number: str) -> bool:
        is_new = (kind, number) not in self.seen
        self.seen.add((kind, number))
        return is_new

    def _start(self, raw: str, key: tuple[str, str]) -> str:
        number = key[1]
        if not self._is_first(*key):
            number, self.free = str(self.free), self.free + 1
        self.open[key].append(number)
        return _NAME.sub(lambda name: self._name(name[1]), _ID.sub(number, raw, count=1), count=1)

    def _name(self, name: str) -> str:
        fresh, turn = name, 1
        while fresh.casefold() in self.names:
            turn += 1
            fresh = f"{name[: _NAME_MOST - len(str(turn)) - 1]}_{turn}"
        self.names.add(fresh.casefold())
        return fresh
