"""The Internet Printing Protocol's messages as bytes (RFC 8010), as far as printing a file and asking after it needs.

Ours because no kept library fits: pycups is C against CUPS and does not exist on Windows, pyipp brings a whole
asynchronous HTTP stack, and `lp` says nothing of a job that the printer cancels after it was taken.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum


class IppTag(IntEnum):
    """What a group or a value is."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    COLLECTION = 0x34
    COLLECTION_END = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49
    MEMBER = 0x4A


_FIRST_FAULT = 0x0400
_FIRST_VALUE_TAG = 0x10
_NUMBERS = {IppTag.INTEGER, IppTag.ENUM}
_WITH_LANGUAGE = {0x35, 0x36}
_TEXTS = range(0x40, 0x60)
_VERSION = (2, 0)


class IppFormatError(ValueError):
    """The bytes are no IPP message."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value to send; a collection holds members by name."""

    tag: IppTag
    value: "int | bool | str | Mapping[str, Value]"


@dataclass(frozen=True, slots=True)
class AttributeGroup:
    """Attributes of the operation, of a job or of a printer; each has one or several values."""

    tag: int
    values: dict[str, list[object]] = field(default_factory=dict)

    def first(self, name: str) -> object:
        """The attribute's only or first value; None when it is not there."""
        return next(iter(self.values.get(name, ())), None)

    def number(self, name: str) -> int:
        """The attribute's number; 0 when it is not there."""
        found = self.first(name)
        return found if isinstance(found, int) else 0

    def words(self, name: str) -> tuple[str, ...]:
        """The attribute's texts."""
        return tuple(value for value in self.values.get(name, ()) if isinstance(value, str))


@dataclass(frozen=True, slots=True)
class PrinterAnswer:
    """What a printer answers; below 0x0400 it did what it was asked."""

    status: int
    groups: tuple[AttributeGroup, ...]

    @property
    def is_good(self) -> bool:
        """Whether the printer took the request."""
        return self.status < _FIRST_FAULT

    def group(self, tag: IppTag) -> AttributeGroup:
        """The first group of that kind; an empty one when there is none."""
        return next((group for group in self.groups if group.tag == tag), AttributeGroup(tag))

    def all(self, tag: IppTag) -> list[AttributeGroup]:
        """Every group of that kind."""
        return [group for group in self.groups if group.tag == tag]


def request(operation: int, groups: Sequence[tuple[IppTag, Mapping[str, Value]]]) -> bytes:
    """The request's bytes; the document, if any, follows them."""
    words = [struct.pack(">bbhi", *_VERSION, operation, 1)]
    for tag, attributes in groups:
        words.append(bytes([tag]))
        words += [_attribute(name, value) for name, value in attributes.items()]
    return b"".join([*words, bytes([IppTag.END])])


def answer(content: bytes) -> PrinterAnswer:
    """The answer that the bytes hold; IppFormatError when they hold none."""
    try:
        _major, _minor, status, _request = struct.unpack_from(">bbHi", content)
        return PrinterAnswer(status, tuple(_groups(_AnswerReader(content, 8))))
    except (struct.error, IndexError, UnicodeDecodeError) as fault:
        raise IppFormatError(str(fault)) from fault


def _attribute(name: str, value: Value) -> bytes:
    if isinstance(value.value, Mapping):
        members = b"".join(_member(key, inner) for key, inner in value.value.items())
        return (
            _field(IppTag.COLLECTION, name, b"") + members + _field(IppTag.COLLECTION_END, "", b"")
        )
    return _field(value.tag, name, _packed(value))


def _member(name: str, value: Value) -> bytes:
    return _field(IppTag.MEMBER, "", name.encode()) + _attribute("", value)


def _packed(value: Value) -> bytes:
    if value.tag is IppTag.BOOLEAN:
        return bytes([bool(value.value)])
    return struct.pack(">i", value.value) if value.tag in _NUMBERS else str(value.value).encode()


def _field(tag: int, name: str, content: bytes) -> bytes:
    written = name.encode()
    return (
        struct.pack(">bh", tag, len(written)) + written + struct.pack(">h", len(content)) + content
    )


@dataclass(slots=True)
class _AnswerReader:
    content: bytes
    place: int

    def byte(self) -> int:
        self.place += 1
        return self.content[self.place - 1]

    def sized(self) -> bytes:
        (size,) = struct.unpack_from(">H", self.content, self.place)
        start = self.place + 2
        if start + size > len(self.content):
            raise IndexError("cut short")
        self.place = start + size
        return self.content[start : self.place]


def _groups(reader: _AnswerReader) -> Iterator[AttributeGroup]:
    tag = reader.byte()
    while tag != IppTag.END:
        if tag >= _FIRST_VALUE_TAG:
            raise IndexError("a value outside any group")
        group = AttributeGroup(tag)
        tag = _fill(group, reader)
        yield group


def _fill(group: AttributeGroup, reader: _AnswerReader) -> int:
    """Read the group's attributes; the tag that ends it."""
    name = ""
    while (tag := reader.byte()) >= _FIRST_VALUE_TAG:
        name = reader.sized().decode() or name
        group.values.setdefault(name, []).append(_value(tag, reader.sized(), reader))
    return tag


def _value(tag: int, content: bytes, reader: _AnswerReader) -> object:
    if tag == IppTag.COLLECTION:
        return _collection(reader)
    if tag in _NUMBERS:
        return struct.unpack(">i", content)[0]
    if tag == IppTag.BOOLEAN:
        return bool(content[0])
    if tag in _WITH_LANGUAGE:
        inner = _AnswerReader(content, 0)
        inner.sized()
        return inner.sized().decode("utf-8", "replace")
    return content.decode("utf-8", "replace") if tag in _TEXTS else content


def _collection(reader: _AnswerReader) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    name = ""
    while (tag := reader.byte()) != IppTag.COLLECTION_END:
        reader.sized()
        content = reader.sized()
        if tag == IppTag.MEMBER:
            name = content.decode()
        else:
            found.setdefault(name, []).append(_value(tag, content, reader))
    reader.sized()
    reader.sized()
    return found
