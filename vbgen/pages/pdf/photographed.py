"""A photographed or scanned paper as one page of a PDF file: upright, whole, within A4's margins."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from vbgen.errors import Place, Problem, UnreadableFileError
from vbgen.messages import _

if TYPE_CHECKING:
    from PIL.Image import Image

_A4_PT = (595.28, 841.89)
_MARGIN_PT = 28.35  # 10 mm
_MOST_PX = 2480 * 3508  # of A4 at 300 dots an inch; what is finer is made coarser


def as_page(picture: Path, target: Path, *, shown: str) -> None:
    """One page at `target`, lying where the picture is wider than high; UnreadableFileError naming `shown`."""
    import pikepdf

    image = _upright(picture, shown)
    drawn = BytesIO()
    image.save(drawn, "PDF", quality=90)
    drawn.seek(0)
    width, height = sorted(_A4_PT, reverse=image.width > image.height)
    room = pikepdf.Rectangle(_MARGIN_PT, _MARGIN_PT, width - _MARGIN_PT, height - _MARGIN_PT)
    with pikepdf.open(drawn) as source, pikepdf.new() as made:
        page = made.add_blank_page(page_size=(width, height))
        page.add_overlay(source.pages[0], room)
        made.save(target, deterministic_id=True)


def _upright(picture: Path, shown: str) -> "Image":
    """As the camera was held, on white, no finer than A4 is printed."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(picture) as opened:
                turned = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as fault:
        raise _unreadable(shown) from fault
    plain = Image.new("RGB", turned.size, "white")
    plain.paste(turned, mask=turned)
    share = (_MOST_PX / (plain.width * plain.height)) ** 0.5
    if share < 1:
        plain.thumbnail((int(plain.width * share), int(plain.height * share)))
    return plain


def _unreadable(shown: str) -> UnreadableFileError:
    message = _("Không đọc được hình này.")
    hint = _("Hãy mở hình, lưu lại thành .jpg hoặc .png rồi thử lại.")
    return UnreadableFileError(
        message, (Problem("picture-unreadable", message, Place(file=shown), hint=hint),)
    )
