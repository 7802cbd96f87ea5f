"""A picture's type and size, whatever file it comes from."""

from dataclasses import dataclass

EMU_INCH, DEFAULT_DPI, METRE_INCH = 914_400, 72, 0.0254
_MIME = {"emf": "image/x-emf", "jpg": "image/jpeg"}  # others are called as they end


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's type and its natural size in EMU (914,400 an inch)."""

    extension: str  # png, jpeg, emf, gif, bmp, tiff
    width: int
    height: int


class BrokenImageError(Exception):
    """A file that ends before its picture does, or a picture without a size."""


def of_pixels(
    extension: str,
    pixels: tuple[int, int],
    dpi: tuple[float, float] = (DEFAULT_DPI, DEFAULT_DPI),
) -> Image:
    """The picture of so many pixels; `BrokenImageError` where one measure is nothing."""
    if min(pixels) <= 0:
        raise BrokenImageError
    width, height = (
        int(EMU_INCH * count / (rate if rate > 0 else DEFAULT_DPI))
        for count, rate in zip(pixels, dpi, strict=True)
    )
    return Image(extension, max(width, 1), max(height, 1))


def mime_type(extension: str) -> str:
    """What a package says of the pictures with that ending."""
    return _MIME.get(extension, f"image/{extension}")
