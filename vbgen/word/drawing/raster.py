"""GIF, BMP and TIFF pictures: their sizes, and whether they are whole."""

import struct
from collections.abc import Iterator, Mapping

from vbgen.word.drawing.image import DEFAULT_DPI, METRE_INCH, BrokenImageError, Image, of_pixels

_TIFF_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8}  # bytes of the types of values that are looked at
_WIDTH, _HEIGHT, _STRIPS, _COUNTS, _X, _Y, _UNIT, _TILES, _TILE_COUNTS = (
    256, 257, 273, 279, 282, 283, 296, 324, 325,
)  # fmt: skip
_CENTIMETRES = 3
_CM_INCH = 2.54


def gif(data: bytes) -> Image:
    """A GIF, which ends with a semicolon."""
    if not data.rstrip(b"\0").endswith(b";"):
        raise BrokenImageError
    return of_pixels("gif", struct.unpack("<HH", data[6:10]))


def bmp(data: bytes) -> Image:
    """A Windows bitmap; its height is negative where the first line stands on top."""
    size, start = struct.unpack("<I4xI", data[2:14])
    width, height = struct.unpack("<ii", data[18:26])
    across, down = struct.unpack("<ii", data[38:46])
    if max(size, start) > len(data) or start >= len(data):
        raise BrokenImageError
    dpi = (round(across * METRE_INCH), round(down * METRE_INCH))
    return of_pixels("bmp", (width, abs(height)), dpi)


def tiff(data: bytes) -> Image:
    """The first page of a TIFF; what its strips or tiles name must lie in the file."""
    order = "<" if data.startswith(b"II") else ">"
    (start,) = struct.unpack(f"{order}I", data[4:8])
    tags = dict(_tags(data, order, start))
    if _end_of_pixels(tags) > len(data):
        raise BrokenImageError
    scale = _CM_INCH if tags.get(_UNIT, (2,))[0] == _CENTIMETRES else 1.0
    dpi = [tags.get(tag, (DEFAULT_DPI,))[0] * scale for tag in (_X, _Y)]
    return of_pixels("tiff", (int(tags[_WIDTH][0]), int(tags[_HEIGHT][0])), (dpi[0], dpi[1]))


def _end_of_pixels(tags: Mapping[int, tuple[float, ...]]) -> int:
    """Where the last strip or tile ends."""
    places, sizes = (
        (tags[_STRIPS], tags[_COUNTS]) if _STRIPS in tags else (tags[_TILES], tags[_TILE_COUNTS])
    )
    return max(int(at + size) for at, size in zip(places, sizes, strict=True))


def _tags(data: bytes, order: str, start: int) -> Iterator[tuple[int, tuple[float, ...]]]:
    (count,) = struct.unpack(f"{order}H", data[start : start + 2])
    for number in range(count):
        at = start + 2 + 12 * number
        tag, kind, values = struct.unpack(f"{order}HHI", data[at : at + 8])
        size = _TIFF_SIZES.get(kind, 0) * values
        if kind in (3, 4, 5) and size <= len(data):
            (far,) = struct.unpack(f"{order}I", data[at + 8 : at + 12])
            place = at + 8 if size <= 4 else far  # noqa: PLR2004 - what fits stands in the entry itself
            yield tag, _values(data[place : place + size], order, kind)


def _values(data: bytes, order: str, kind: int) -> tuple[float, ...]:
    if kind == 5:  # noqa: PLR2004 - a fraction
        numbers = struct.unpack(f"{order}{len(data) // 4}I", data)
        return tuple(top / low for top, low in zip(numbers[::2], numbers[1::2], strict=True))
    width = _TIFF_SIZES[kind]
    return struct.unpack(f"{order}{len(data) // width}{'H' if width == 2 else 'I'}", data)  # noqa: PLR2004 - bytes
