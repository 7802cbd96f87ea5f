"""Pictures as files: their type, their size as it is meant to be seen, and whether they are whole."""

import struct
from collections.abc import Callable, Iterator
from zlib import crc32

from vbgen.word.drawing.image import DEFAULT_DPI, METRE_INCH, BrokenImageError, Image, of_pixels
from vbgen.word.drawing.raster import bmp, gif, tiff

_PNG = b"\x89PNG\r\n\x1a\n"
_EMU_HUNDREDTH_MM = 360
_JFIF, _FILL, _SCAN, _END = 0xE0, 0xFF, 0xDA, b"\xff\xd9"  # JPEG markers
_BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})  # those without a length
_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def read_image(data: bytes) -> Image | None:
    """What picture `data` is; `None` for no PNG, JPEG, EMF, GIF, BMP or TIFF, and for one that is not whole."""
    for start, read in _READERS.items():
        if data.startswith(start):
            try:
                return read(data)
            except _FAULTS:
                return None
    return None


def begins_as_picture(data: bytes) -> bool:
    """Whether `data` begins as a picture does that `read_image` knows."""
    return data.startswith(tuple(_READERS))


def _png(data: bytes) -> Image:
    pixels = struct.unpack(">II", data[16:24])
    dpi: tuple[float, float] = (DEFAULT_DPI, DEFAULT_DPI)
    kind = b""
    for kind, content in _png_chunks(data):
        if kind == b"pHYs" and len(content) >= 9 and content[8] == 1:  # noqa: PLR2004 - per metre, by the PNG standard
            across, down = struct.unpack(">II", content[:8])
            dpi = (round(across * METRE_INCH), round(down * METRE_INCH))
    if kind != b"IEND":
        raise BrokenImageError
    return of_pixels("png", pixels, dpi)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks, each whole, to the one that ends the picture."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        content = data[at + 8 : at + 8 + size]
        (check,) = struct.unpack(">I", data[at + 8 + size : at + 12 + size])
        if check != crc32(content, crc32(kind)):
            raise BrokenImageError
        yield kind, content
        at += size + 12


def _emf(data: bytes) -> Image | None:
    """A metafile; its frame is in hundredths of a millimetre ([MS-EMF] 2.3.4.2)."""
    if data[40:44] != b" EMF":
        return None
    left, top, right, bottom = struct.unpack("<4i", data[24:40])
    (size,) = struct.unpack("<I", data[48:52])
    if size > len(data) or right <= left or bottom <= top:
        raise BrokenImageError
    return Image("emf", (right - left) * _EMU_HUNDREDTH_MM, (bottom - top) * _EMU_HUNDREDTH_MM)


def _jpeg(data: bytes) -> Image:
    dpi: tuple[float, float] = (DEFAULT_DPI, DEFAULT_DPI)
    found: Image | None = None
    for marker, start in _jpeg_segments(data):
        if marker == _JFIF and data[start : start + 5] == b"JFIF\0":
            dpi = _jfif_dpi(data, start)
        if marker in _SIZE_MARKERS and found is None:
            height, width = struct.unpack(">HH", data[start + 1 : start + 5])
            found = of_pixels("jpeg", (width, height), dpi)
        if marker == _SCAN:
            return _ended(data, start, found)
    raise BrokenImageError


def _jfif_dpi(data: bytes, start: int) -> tuple[int, int]:
    unit, across, down = struct.unpack(">BHH", data[start + 7 : start + 12])
    scale = {1: 1.0, 2: 2.54}.get(unit, 0.0)
    return round(across * scale), round(down * scale)


def _ended(data: bytes, start: int, found: Image | None) -> Image:
    """The picture whose lines begin at `start`, if they end too."""
    if found is None or data.rfind(_END) < start:
        raise BrokenImageError
    return found


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    at = 2
    while at + 4 <= len(data):
        while data[at] != _FILL or data[at + 1] in (0x00, _FILL):
            at += 1
        marker = data[at + 1]
        if marker in _BARE_MARKERS:
            at += 2
            continue
        yield marker, at + 4
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])


_FAULTS = (struct.error, IndexError, ZeroDivisionError, KeyError, ValueError, BrokenImageError)
_READERS: dict[bytes, Callable[[bytes], Image | None]] = {
    _PNG: _png,
    b"\xff\xd8\xff": _jpeg,
    b"\x01\x00\x00\x00": _emf,
    b"GIF87a": gif,
    b"GIF89a": gif,
    b"BM": bmp,
    b"II*\0": tiff,
    b"MM\0*": tiff,
}
