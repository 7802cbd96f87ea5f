"""SVG files as pictures that Word and LibreOffice both show: drawn once, by a bounded program of its own."""

import base64
import re
from functools import lru_cache

from vbgen.messages import _, quoted
from vbgen.word.package.foreign.bounded import BoundedProgramError, answer_of

DOTS_AN_INCH = 600  # what an office's laser printer prints
_MM_AN_INCH = 25.4
_CHILD = "vbgen.word.drawing.svg_child"
_MARKUP = re.compile(rb"[\xef\xbb\xbf\xff\xfe\0\s]*<")
_ROOT = re.compile(rb"<(?:[\w.-]+:)?svg[\s>/]")
_HEAD_BYTES = 65_536
_MOST_BYTES = 8 * 1024**2
_MOST_NAMED = 3
_TIMEOUT_S = 30


class RefusedSvgError(ValueError):
    """An SVG file that is not drawn; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint


def begins_as_svg(data: bytes) -> bool:
    """Whether `data` begins as an SVG file does, in UTF-8 or UTF-16."""
    head = data[:_HEAD_BYTES]
    return _MARKUP.match(head) is not None and _ROOT.search(head.replace(b"\0", b"")) is not None


@lru_cache(maxsize=32)
def drawn_svg(
    data: bytes,
    width_mm: float | None = None,
    height_mm: float | None = None,
    *,
    dots_an_inch: int = DOTS_AN_INCH,
) -> bytes:
    """The file as PNG, as large as it will be seen; its own size where no measure is given.

    RefusedSvgError for what is damaged, empty or beyond the bounds, and for what would fetch something.
    """
    if len(data) > _MOST_BYTES:
        raise _refused("damaged", [])
    pixels = [
        str(round(each / _MM_AN_INCH * dots_an_inch)) if each else "0"
        for each in (width_mm, height_mm)
    ]
    try:
        answer = answer_of(_CHILD, *pixels, str(dots_an_inch), data=data, timeout_s=_TIMEOUT_S)
    except BoundedProgramError as fault:
        raise _refused("damaged", []) from fault
    if "fault" in answer:
        raise _refused(answer["fault"], answer["names"])
    return base64.b64decode(answer["png"])


def _refused(fault: str, names: list[str]) -> RefusedSvgError:
    export = _("Hãy mở hình bằng chương trình vẽ và lưu lại thành PNG.")
    if fault == "outside":
        named = ", ".join(f"“{quoted(each)}”" for each in names[:_MOST_NAMED])
        message = _("Hình SVG lấy một phần từ nơi khác: {named}.", named=named)
        embed = _("Hãy nhúng phần đó vào hình, hoặc lưu hình lại thành PNG.")
        return RefusedSvgError(message, embed)
    if fault == "page":
        return RefusedSvgError(_("Hình SVG có phần là trang web, không vẽ được."), export)
    if fault == "empty":
        return RefusedSvgError(_("Hình SVG không có nét vẽ nào."), export)
    return RefusedSvgError(_("Hình SVG bị hỏng hoặc quá lớn."), export)
