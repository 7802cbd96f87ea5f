"""Stored values as templates read them: things with named parts, texts and numbers with their slots filled."""

from collections.abc import Callable, Mapping
from dataclasses import make_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from vbgen.office.stored.slots import Filling
from vbgen.office.stored.word import word
from vbgen.office.stored.writing import Tree
from vbgen.word.template import Listing, PageBreak, Picture, RichText, RichTextParagraph, RuleLine

_MARKS = ("$id", "$type")


class Reader:
    """Reads the values of one paper."""

    def __init__(self, filling: Filling | None, pictures: Mapping[str, bytes]) -> None:
        self._filling, self._pictures = filling, pictures
        self._known: dict[int, object] = {}

    def value(self, tree: Tree) -> Any:  # noqa: ANN401 - whatever was stored
        """The value of a tree; KeyError or ValueError for one that was not stored by us."""
        if tree.__class__ is list:
            return tuple(map(self.value, tree))
        if tree.__class__ is not dict:
            return tree
        if "$ref" in tree:
            return self._known[tree["$ref"]]
        made = self._thing(tree) if "$type" in tree else self._special(tree)
        if "$id" in tree:
            self._known[tree["$id"]] = made
        return made

    def _thing(self, tree: dict[str, Tree]) -> object:
        names = tuple(name for name in tree if name not in _MARKS)
        return shape(tree["$type"], names)(*map(self.value, map(tree.__getitem__, names)))

    def _special(self, tree: dict[str, Tree]) -> object:
        key = next(name for name in tree if name != "$id")
        return _READERS[key](self, tree[key])

    def text(self, pieces: list[Any]) -> str:
        """A text with the numbers in their places."""
        return "".join(
            piece if isinstance(piece, str) else self._number(piece["slot"]) for piece in pieces
        )

    def _number(self, slot: str | int) -> str:
        return self._filled().text(slot)

    def slot(self, slot: str | int) -> int:
        """A number by itself."""
        return self._filled().of(slot)

    def _filled(self) -> Filling:
        if self._filling is None:
            raise ValueError("values with slots are read without numbers")
        return self._filling

    def listed(self, items: list[Tree]) -> list[object]:
        """A list."""
        return [self.value(each) for each in items]

    def grouped(self, items: list[Tree]) -> frozenset[object]:
        """A set."""
        return frozenset(map(self.value, items))

    def named(self, pairs: list[list[Tree]]) -> dict[object, object]:
        """Names and values."""
        return {self.value(key): self.value(each) for key, each in pairs}

    def choice(self, parts: list[Any]) -> object:
        """A word of a closed list."""
        code, name, label = parts
        return word(code, name, label) if isinstance(code, str) else code

    def rich(self, parts: list[Any]) -> RichText:
        """Formatted text."""
        made = RichText()
        made.xml, made.text, made.links = (
            self.value(parts[0]),
            self.value(parts[1]),
            tuple(parts[2]),
        )
        return made

    def paragraphs(self, parts: list[Any]) -> RichTextParagraph:
        """Whole paragraphs of formatted text."""
        made = RichTextParagraph()
        made.paragraphs = [(self.value(rich), style) for rich, style in parts]
        return made

    def picture(self, parts: list[Any]) -> Picture:
        """A picture, with its content."""
        name, width_mm, height_mm, alt = parts
        return Picture(self._pictures[name], width_mm, height_mm, alt)


_READERS: dict[str, Callable[[Reader, Any], object]] = {
    "$text": Reader.text,
    "$slot": Reader.slot,
    "$decimal": lambda _reader, value: Decimal(value),
    "$date": lambda _reader, value: date.fromisoformat(value),
    "$datetime": lambda _reader, value: datetime.fromisoformat(value),
    "$time": lambda _reader, value: time.fromisoformat(value),
    "$choice": Reader.choice,
    "$list": Reader.listed,
    "$set": Reader.grouped,
    "$map": Reader.named,
    "$rich": Reader.rich,
    "$paragraphs": Reader.paragraphs,
    "$listing": lambda _reader, value: Listing(value),
    "$rule": lambda _reader, value: RuleLine(*value),
    "$picture": Reader.picture,
    "$page": lambda _reader, _value: PageBreak(),
}


@cache
def shape(name: str, parts: tuple[str, ...]) -> type:
    """A class for things of that name with those parts; things are equal when their parts are."""
    return make_dataclass(
        name, parts, namespace={"__reduce__": _reduced}, slots=True, unsafe_hash=True
    )


def _reduced(thing: Any) -> tuple[object, ...]:  # noqa: ANN401 - of any such class
    """How a thing goes to another process, which knows nothing of its class."""
    names = tuple(thing.__dataclass_fields__)
    return again, (type(thing).__name__, names, tuple(getattr(thing, name) for name in names))


def again(name: str, parts: tuple[str, ...], values: tuple[object, ...]) -> object:
    """The thing with those parts."""
    return shape(name, parts)(*values)
