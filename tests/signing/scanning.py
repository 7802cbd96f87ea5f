"""Papers as a scanner brings them: skewed, noisy, pale, on their side."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageEnhance
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

DOTS = 150


def scan_of(
    pdf: bytes,
    *,
    pages: Sequence[int] | None = None,
    skew: float = 0.0,
    contrast: float = 1.0,
    turned: int = 0,
) -> bytes:
    """Pictures of the pages, on paper that is not white, as a PDF file."""
    opened = PdfDocument(pdf)
    try:
        wanted = range(len(opened)) if pages is None else pages
        drawn = [
            opened[number].render(scale=DOTS / 72).to_pil().convert("RGB") for number in wanted
        ]
    finally:
        opened.close()
    scanned = [_scanned(one, skew, contrast).rotate(turned, expand=True) for one in drawn]
    made = BytesIO()
    scanned[0].save(made, "PDF", resolution=DOTS, save_all=True, append_images=scanned[1:])
    return made.getvalue()


def _scanned(page: Image.Image, skew: float, contrast: float) -> Image.Image:
    lies = page.rotate(skew, fillcolor=(250, 249, 244), resample=Image.Resampling.BICUBIC)
    pale = ImageEnhance.Contrast(lies).enhance(contrast)
    noise = Image.effect_noise(pale.size, 30).convert("RGB")
    return Image.blend(pale, noise, 0.1)
