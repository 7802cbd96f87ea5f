"""A paper's values as a tree of plain JSON.

Text, numbers, truth values and nothing stand as they are, a row of values as an array. Everything else is an object:

- one with `$type` is a thing with named parts: every public field and property that its class had, by name;
- `$id` on such an object, and `$ref` elsewhere, say that both are the same thing;
- `$text` is a text with slots for numbers, `$slot` a number by itself;
- `$decimal`, `$date`, `$datetime`, `$time`, `$list`, `$set` and `$map` (pairs) are what they say;
- `$choice` is a word of a closed list: its code, its name in the program, its label;
- `$rich` is formatted text (WordprocessingML runs, plain text, links), `$paragraphs` whole ones with their styles,
  `$listing` text with breaks, `$rule` a drawn line (mm, pt), `$page` a new page,
  `$picture` a picture (its file, mm wide, mm high, words for it).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from vbgen.office.stored.slots import NumberSlot, split_at_slots
from vbgen.office.stored.word import Word
from vbgen.word.drawing.images import read_image
from vbgen.word.template import Listing, PageBreak, Picture, RichText, RichTextParagraph, RuleLine
from vbgen.word.template.values.pictures import content_of

PICTURE = "picture."  # begins the names under which pictures are kept

Tree = Any  # str, int, float, bool, None, list or dict of the same


class Writer:
    """Writes values; a thing that comes twice is written once, and each picture is kept apart."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}  # file name → content
        self._acts: dict[type, Callable[[Writer, Any], Tree]] = {}
        self._names: dict[type, tuple[str, ...]] = {}
        self._seen: dict[
            int, tuple[object, dict[str, Tree]]
        ] = {}  # the thing is held, so that no id comes twice
        self._shared = 0

    def tree(self, value: Any) -> Tree:  # noqa: ANN401 - whatever a paper says
        """The value as plain JSON; TypeError for one of a kind that no paper says."""
        if value is None or value.__class__ in _PLAIN:
            return value
        if value.__class__ is str:
            return self._text(str(value))
        shape = type(value)
        if shape not in self._acts:
            self._acts[shape] = _act_for(shape)
        return self._acts[shape](self, value)

    def _text(self, value: str) -> Tree:
        pieces = split_at_slots(value)
        return value if pieces is None else {"$text": pieces}

    def number(self, value: NumberSlot) -> Tree:
        """A number that is not known yet."""
        return {"$slot": value.slot}

    def choice(self, value: Enum | Word) -> Tree:
        """A word of a closed list."""
        plain = value.value if isinstance(value.value, str | int) else str(value)
        return self._once(
            value, lambda: {"$choice": [plain, value.name, str(getattr(value, "label", ""))]}
        )

    def row(self, value: Iterable[object]) -> Tree:
        """Values in a row that does not change."""
        return [self.tree(each) for each in value]

    def listed(self, value: Iterable[object]) -> Tree:
        """A list, which templates can put together with other lists."""
        return {"$list": self.row(value)}

    def grouped(self, value: Iterable[Any]) -> Tree:
        """A set, in order."""
        return {"$set": self.row(sorted(value))}

    def named(self, value: Mapping[object, object]) -> Tree:
        """Names and values, in their order."""
        return {"$map": [[self.tree(key), self.tree(each)] for key, each in value.items()]}

    def thing(self, value: Any) -> Tree:  # noqa: ANN401 - any class of ours
        """A thing with named parts."""
        return self._once(
            value, lambda: {"$type": type(value).__name__, **dict(self._parts(value))}
        )

    def rich(self, value: RichText) -> Tree:
        """Formatted text."""
        return {"$rich": [self._text(value.xml), self._text(value.text), list(value.links)]}

    def paragraphs(self, value: RichTextParagraph) -> Tree:
        """Whole paragraphs of formatted text, with their styles."""
        return {"$paragraphs": [[self.rich(rich), style] for rich, style in value.paragraphs]}

    def picture(self, value: Picture) -> Tree:
        """A picture, its content under a name that follows from it."""
        content = content_of(value.image, value.width_mm, value.height_mm)
        found = read_image(content)
        name = f"{PICTURE}{hashlib.sha256(content).hexdigest()[:32]}.{found.extension if found else 'bin'}"
        self.pictures[name] = content
        return {"$picture": [name, value.width_mm, value.height_mm, value.alt]}

    def _parts(self, value: Any) -> Iterator[tuple[str, Tree]]:  # noqa: ANN401 - as above
        shape = type(value)
        if shape not in self._names:
            self._names[shape] = parts_of(shape)
        for name in self._names[shape]:
            yield name, self.tree(getattr(value, name))

    def _once(self, value: object, write: Callable[[], dict[str, Tree]]) -> Tree:
        """What `write` gives; the second time a reference to the first."""
        if id(value) not in self._seen:
            made = write()
            self._seen[id(value)] = (value, made)
            return made
        made = self._seen[id(value)][1]
        if "$id" not in made:
            self._shared += 1
            made["$id"] = self._shared
        return {"$ref": made["$id"]}


def parts_of(shape: type) -> tuple[str, ...]:
    """Names of what a class shows of itself, sorted: its public fields and properties.

    A field that is left out of its `repr` is an inner working and no part of what a paper says.
    """
    return tuple(sorted({*_fields(shape), *_properties(shape)}))


def _fields(shape: type) -> Iterator[str]:
    if issubclass(shape, BaseModel):
        yield from shape.model_fields
    elif is_dataclass(shape):
        yield from (
            each.name for each in fields(shape) if each.repr and not each.name.startswith("_")
        )


def _properties(shape: type) -> Iterator[str]:
    for each in shape.__mro__:
        if each is not BaseModel:
            members = vars(each).items()
            yield from (
                name
                for name, one in members
                if isinstance(one, _COMPUTED) and not name.startswith("_")
            )


_COMPUTED = (property, cached_property)
_PLAIN = (bool, int, float)
_Act = Callable[[Writer, Any], Tree]
_WRITERS: tuple[tuple[type, _Act], ...] = (
    (NumberSlot, Writer.number),
    (Enum, Writer.choice),
    (Word, Writer.choice),
    (Decimal, lambda _writer, value: {"$decimal": str(value)}),
    (datetime, lambda _writer, value: {"$datetime": value.isoformat()}),
    (date, lambda _writer, value: {"$date": value.isoformat()}),
    (time, lambda _writer, value: {"$time": value.isoformat()}),
    (tuple, Writer.row),
    (list, Writer.listed),
    (frozenset, Writer.grouped),
    (set, Writer.grouped),
    (dict, Writer.named),
    (RichText, Writer.rich),
    (RichTextParagraph, Writer.paragraphs),
    (Listing, lambda _writer, value: {"$listing": value.text}),
    (RuleLine, lambda _writer, value: {"$rule": [value.width_mm, value.weight_pt]}),
    (Picture, Writer.picture),
    (PageBreak, lambda _writer, _value: {"$page": True}),
    (str, lambda writer, value: writer.tree(str(value))),
    (BaseModel, Writer.thing),
)


def _act_for(shape: type) -> _Act:
    found = next((act for known, act in _WRITERS if issubclass(shape, known)), None)
    if found is None and not is_dataclass(shape):
        raise TypeError(f"a paper's value cannot be stored: {shape.__name__}")
    return found or Writer.thing
