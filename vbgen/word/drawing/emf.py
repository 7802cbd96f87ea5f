"""Drawings as Windows Enhanced Metafiles: vector pictures that Word and LibreOffice show with the document's font.

Record layouts: [MS-EMF]. One unit is 0.01 mm, on paper and in the file.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise
from struct import pack, unpack_from
from typing import NamedTuple
from unicodedata import normalize

from vbgen.words.measure import text_width_mm

CONTENT_TYPE = "image/x-emf"
_MM_PER_PT = 25.4 / 72
_FACE = "Times New Roman"
_REFERENCE_MM = 320  # the reference device: that many millimetres each way, in dots of 0.01 mm
_HANDLE = 1  # one object at a time is alive
_NULL_BRUSH, _NULL_PEN, _SYSTEM_FONT = 0x80000005, 0x80000008, 0x8000000D
_HEADER_SIZE = 108
_TEXT_START = 76  # of the letters, from the start of their record


class _Kind(IntEnum):
    """Record types."""

    HEADER = 1
    SET_WINDOW_EXTENT = 9
    SET_WINDOW_ORIGIN = 10
    SET_VIEWPORT_EXTENT = 11
    SET_VIEWPORT_ORIGIN = 12
    END = 14
    SET_MAP_MODE = 17
    SET_BACKGROUND_MODE = 18
    SET_TEXT_ALIGN = 22
    SET_TEXT_COLOUR = 24
    MOVE_TO = 27
    SELECT = 37
    CREATE_PEN = 38
    CREATE_BRUSH = 39
    DELETE = 40
    RECTANGLE = 43
    LINE_TO = 54
    CREATE_FONT = 82
    TEXT = 84


class Colour(NamedTuple):
    """Red, green, blue, each from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def code(self) -> int:
        """As records write it."""
        return self.red | self.green << 8 | self.blue << 16


class Align(IntEnum):
    """Which end of a text stands at its point; the point lies on the base line."""

    LEFT = 24
    RIGHT = 26
    CENTRE = 30


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text is set."""

    size_pt: float
    colour: Colour
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Drawing:
    """A picture measured in millimetres from its top left corner; later shapes cover earlier ones."""

    width_mm: float
    height_mm: float
    _records: list[bytes] = field(default_factory=list)

    def rectangle(
        self, left: float, top: float, right: float, bottom: float, colour: Colour
    ) -> None:
        """A filled rectangle without an outline."""
        brush = _record(_Kind.CREATE_BRUSH, pack("<4I", _HANDLE, 0, colour.code, 0))
        box = pack("<4i", *map(_units, (left, top, right, bottom)))
        self._draw(brush, _record(_Kind.RECTANGLE, box), _NULL_BRUSH)

    def line(
        self, start: tuple[float, float], stop: tuple[float, float], width_mm: float, colour: Colour
    ) -> None:
        """A straight line."""
        pen = _record(
            _Kind.CREATE_PEN, pack("<2I2iI", _HANDLE, 0, _units(width_mm), 0, colour.code)
        )
        ends = [pack("<2i", *map(_units, end)) for end in (start, stop)]
        self._draw(
            pen, _record(_Kind.MOVE_TO, ends[0]) + _record(_Kind.LINE_TO, ends[1]), _NULL_PEN
        )

    def text(
        self, text: str, x: float, y: float, lettering: Lettering, align: Align = Align.LEFT
    ) -> None:
        """One line of text at a point of its base line, each letter as wide as in Times New Roman."""
        colour = _record(_Kind.SET_TEXT_COLOUR, pack("<I", lettering.colour.code))
        side = _record(_Kind.SET_TEXT_ALIGN, pack("<I", align))
        letters = _letters(normalize("NFC", text), _units(x), _units(y), lettering)
        self._draw(_font(lettering), colour + side + letters, _SYSTEM_FONT)

    def emf(self) -> bytes:
        """The file; the same drawing gives the same bytes."""
        extent = (_units(self.width_mm), _units(self.height_mm))
        records = [*_page(*extent), *self._records, _record(_Kind.END, pack("<3I", 0, 16, 20))]
        return _header(*extent, records) + b"".join(records)

    def _draw(self, tool: bytes, shape: bytes, tool_after: int) -> None:
        before = _record(_Kind.SELECT, pack("<I", _HANDLE))
        after = _record(_Kind.SELECT, pack("<I", tool_after)) + _record(
            _Kind.DELETE, pack("<I", _HANDLE)
        )
        self._records.append(tool + before + shape + after)


def size_mm(emf: bytes) -> tuple[float, float]:
    """Width and height that a metafile asks for; raises ValueError when it is none."""
    if emf[:4] != pack("<I", _Kind.HEADER) or emf[40:44] != b" EMF":
        raise ValueError(emf[:44])
    left, top, right, bottom = unpack_from("<4i", emf, 24)
    return (right - left) / 100, (bottom - top) / 100


def _units(mm: float) -> int:
    return round(mm * 100)


def _record(kind: int, content: bytes) -> bytes:
    return pack("<2I", kind, 8 + len(content)) + content


def _page(width: int, height: int) -> list[bytes]:
    return [
        _record(_Kind.SET_MAP_MODE, pack("<I", 8)),  # both directions as the next records say
        _record(_Kind.SET_WINDOW_ORIGIN, pack("<2i", 0, 0)),
        _record(_Kind.SET_WINDOW_EXTENT, pack("<2i", width, height)),
        _record(_Kind.SET_VIEWPORT_ORIGIN, pack("<2i", 0, 0)),
        _record(_Kind.SET_VIEWPORT_EXTENT, pack("<2i", width, height)),
        _record(_Kind.SET_BACKGROUND_MODE, pack("<I", 1)),  # transparent
        _record(_Kind.SELECT, pack("<I", _NULL_PEN)),
    ]


def _header(width: int, height: int, records: list[bytes]) -> bytes:
    size = _HEADER_SIZE + sum(map(len, records))
    count = 1 + sum(_count(chunk) for chunk in records)
    box = (0, 0, width, height)
    dots, microns = _REFERENCE_MM * 100, _REFERENCE_MM * 1000
    return _record(
        _Kind.HEADER,
        pack(
            "<8i4s3I2H3I2i2i",
            *box,
            *box,
            b" EMF",
            0x10000,
            size,
            count,
            _HANDLE + 1,
            0,
            0,
            0,
            0,
            dots,
            dots,
            *[_REFERENCE_MM] * 2,
        )
        + pack("<3I2I", 0, 0, 0, microns, microns),
    )


def _count(chunk: bytes) -> int:
    found = start = 0
    while start < len(chunk):
        start += unpack_from("<I", chunk, start + 4)[0]
        found += 1
    return found


def _font(lettering: Lettering) -> bytes:
    height = -_units(lettering.size_pt * _MM_PER_PT)
    weight = 700 if lettering.bold else 400
    logical = pack("<5i8B", height, 0, 0, 0, weight, lettering.italic, 0, 0, 1, 0, 0, 0, 0x12)
    face = _FACE.encode("utf-16-le").ljust(64, b"\0")
    return _record(_Kind.CREATE_FONT, pack("<I", _HANDLE) + (logical + face).ljust(320, b"\0"))


def _letters(text: str, x: int, y: int, lettering: Lettering) -> bytes:
    written = text.encode("utf-16-le")
    count = len(written) // 2
    letters = written.ljust(-(-len(written) // 4) * 4, b"\0")
    steps = _steps(text, lettering)
    head = pack("<4iI2f", 0, 0, -1, -1, 1, 1.0, 1.0)
    where = pack("<2i3I4iI", x, y, count, _TEXT_START, 0, 0, 0, -1, -1, _TEXT_START + len(letters))
    return _record(_Kind.TEXT, head + where + letters + pack(f"<{count}I", *steps))


def _steps(text: str, lettering: Lettering) -> list[int]:
    """Way from each UTF-16 unit to the next, so rounded that the whole keeps its length."""
    ends = [0]
    for stop in range(1, len(text) + 1):
        wide = _units(
            text_width_mm(
                text[:stop], size_pt=lettering.size_pt, bold=lettering.bold, italic=lettering.italic
            )
        )
        ends += [wide] * (len(text[stop - 1].encode("utf-16-le")) // 2)
    return [max(0, after - before) for before, after in pairwise(ends)]
