"""A line of text as outlines of its letters: drawn without any font, so that no font need be embedded."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vbgen.errors import OutsideProgramError, Problem
from vbgen.messages import _

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

_TRUETYPE: Final = 2
_LEADING: Final = 1.2  # of the size, from line to line
_DESCENT: Final = 0.22  # of the size, below a line
_LINE, _CURVE, _MOVE = 0, 1, 2  # as the library counts segments


@dataclass(frozen=True, slots=True)
class OutlinedText:
    """Lines of text as a PDF page draws them, from the lower left corner, in points."""

    width: float
    height: float
    drawing: bytes


def outlined(lines: Sequence[str], font: Path, size_pt: float) -> OutlinedText:
    """The lines, black, one below the other, flush left; OutsideProgramError for a font that cannot be read."""
    from pypdfium2 import PdfDocument

    pdf = PdfDocument.new()
    try:
        letters = _Letters(pdf, font, size_pt)
        height = size_pt * _LEADING * len(lines)
        parts, width = [], 0.0
        for number, line in enumerate(lines, start=1):
            base = height - size_pt * _LEADING * number + size_pt * _DESCENT
            drawn, wide = letters.line(line, base)
            parts.append(drawn)
            width = max(width, wide)
        return OutlinedText(width, height, ("0 g\n" + "".join(parts)).encode("ascii"))
    finally:
        pdf.close()


class _Letters:
    """The letters of a font at a size."""

    def __init__(self, pdf: "PdfDocument", font: Path, size_pt: float) -> None:
        from pypdfium2 import raw

        content = font.read_bytes()
        held = (ctypes.c_uint8 * len(content)).from_buffer_copy(content)
        self._font = raw.FPDFText_LoadFont(pdf, held, len(content), _TRUETYPE, 1)
        self._size = size_pt
        if not self._font:
            message = _("Không đọc được phông chữ {font}.", font=font.name)
            raise OutsideProgramError(message, (Problem("font-unreadable", message),))

    def line(self, text: str, base: float) -> tuple[str, float]:
        """What draws the line, and how wide it is."""
        left, parts = 0.0, list[str]()
        for letter in text:
            parts += self._drawn(letter, left, base)
            left += self._width(letter)
        return "".join(parts) + "f\n", left

    def _width(self, letter: str) -> float:
        from pypdfium2 import raw

        width = ctypes.c_float()
        raw.FPDFFont_GetGlyphWidth(self._font, ord(letter), self._size, ctypes.byref(width))
        return width.value

    def _drawn(self, letter: str, left: float, base: float) -> Iterator[str]:
        from pypdfium2 import raw

        path = raw.FPDFFont_GetGlyphPath(self._font, ord(letter), 1.0)
        count = raw.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
        curve: list[str] = []
        for number in range(max(count, 0)):
            segment = raw.FPDFGlyphPath_GetGlyphPathSegment(path, number)
            point = self._point(segment, left, base)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == _CURVE:
                curve.append(point)
                if len(curve) == 3:  # noqa: PLR2004 - two points that bend it, and its end
                    yield " ".join((*curve, "c\n"))
                    curve.clear()
            else:
                yield f"{point} {'m' if kind == _MOVE else 'l'}\n"
            if raw.FPDFPathSegment_GetClose(segment):
                yield "h\n"

    def _point(self, segment: Any, left: float, base: float) -> str:  # noqa: ANN401 - the library's own
        from pypdfium2 import raw

        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        scale = (
            self._size
        )  # outlines are asked for at size 1: some versions scale them, others do not
        return f"{x.value * scale + left:.3f} {y.value * scale + base:.3f}"
