"""Pictures as files: their type and their size as it is meant to be seen."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_EMU_INCH = 914_400
_DEFAULT_DPI = 72
_METRE_INCH = 0.0254
_PNG = b"\x89PNG\r\n\x1a\n"
_EMF = b"\x01\x00\x00\x00"
_EMU_HUNDREDTH_MM = 360
_JFIF, _FILL = 0xE0, 0xFF  # JPEG markers
_BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})  # those without a length
_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's type and its natural size in EMU (914,400 an inch)."""

    extension: str  # png, jpeg, emf
    width: int
    height: int


def read_image(data: bytes) -> Image | None:
    """What picture `data` is; `None` for neither a PNG, a JPEG nor an EMF."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data.startswith(_EMF) and data[40:44] == b" EMF":
            return _emf(data)
    except (struct.error, IndexError, ZeroDivisionError):
        return None
    return None


def _image(extension: str, pixels: tuple[int, int], dpi: tuple[float, float]) -> Image | None:
    if not all(pixels):
        return None
    width, height = (
        int(_EMU_INCH * count / (rate or _DEFAULT_DPI))
        for count, rate in zip(pixels, dpi, strict=True)
    )
    return Image(extension, width, height)


def _png(data: bytes) -> Image | None:
    pixels = struct.unpack(">II", data[16:24])
    for kind, start, size in _png_chunks(data):
        if kind == b"pHYs" and size >= 9 and data[start + 8] == 1:  # noqa: PLR2004 - per metre, by the PNG standard
            across, down = struct.unpack(">II", data[start : start + 8])
            return _image("png", pixels, (round(across * _METRE_INCH), round(down * _METRE_INCH)))
    return _image("png", pixels, (_DEFAULT_DPI, _DEFAULT_DPI))


def _emf(data: bytes) -> Image:
    """A metafile; its frame is in hundredths of a millimetre ([MS-EMF] 2.3.4.2)."""
    left, top, right, bottom = struct.unpack("<4i", data[24:40])
    return Image("emf", (right - left) * _EMU_HUNDREDTH_MM, (bottom - top) * _EMU_HUNDREDTH_MM)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    at = len(_PNG)
    while at + 8 <= len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        yield kind, at + 8, size
        if kind in (b"IDAT", b"IEND"):
            return
        at += size + 12


def _jpeg(data: bytes) -> Image | None:
    dpi: tuple[float, float] = (_DEFAULT_DPI, _DEFAULT_DPI)
    for marker, start in _jpeg_segments(data):
        if marker == _JFIF and data[start : start + 5] == b"JFIF\0":
            unit, across, down = struct.unpack(">BHH", data[start + 7 : start + 12])
            scale = {1: 1.0, 2: 2.54}.get(unit, 0.0)
            dpi = (round(across * scale), round(down * scale))
        if marker in _SIZE_MARKERS:
            height, width = struct.unpack(">HH", data[start + 1 : start + 5])
            return _image("jpeg", (width, height), dpi)
    return None


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
