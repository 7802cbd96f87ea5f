"""Where ink comes to lie on a page."""

from collections.abc import Iterator

from vbgen.errors import Place, Problem, Severity
from vbgen.messages import _
from vbgen.model.stock import Stock
from vbgen.printer.matrix import POINTS_PER_MM

_OUTERMOST = (
    1  # a form tells where all within it lies; what is within it counts from its own corner
)
_TOLERANCE_MM = 0.2


def margin_problems(pdf: bytes, stock: Stock) -> Iterator[Problem]:
    """A warning for each page whose ink comes nearer to an edge than the printer can print."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # the wheel ships no types

    opened = PdfDocument(pdf)
    try:
        for number, page in enumerate(opened, start=1):
            edges = [item.get_bounds() for item in page.get_objects(max_depth=_OUTERMOST)]
            if edges and (short := _short_of(edges, page.get_size(), stock)):
                yield _problem(number, short)
    finally:
        opened.close()


def _short_of(
    edges: list[tuple[float, float, float, float]], size: tuple[float, float], stock: Stock
) -> dict[str, float]:
    """Side → how near the ink comes, for the sides where that is too near."""
    left, bottom, right, top = zip(*edges, strict=True)
    room = {
        _("trái"): (min(left), stock.margins.left),
        _("dưới"): (min(bottom), stock.margins.bottom),
        _("phải"): (size[0] - max(right), stock.margins.right),
        _("trên"): (size[1] - max(top), stock.margins.top),
    }
    found = {side: points / POINTS_PER_MM for side, (points, _margin) in room.items()}
    return {
        side: found[side]
        for side, (_points, margin) in room.items()
        if found[side] < margin - _TOLERANCE_MM
    }


def _problem(page: int, short: dict[str, float]) -> Problem:
    sides = ", ".join(
        _("{side} còn {room} mm", side=side, room=f"{room:.1f}".replace(".", ","))
        for side, room in short.items()
    )
    message = _("Nội dung in lấn vào lề mà máy in không in được: {sides}.", sides=sides)
    hint = _("Hãy in thử, hoặc sửa “margins” hay “place” trong tệp phôi.")
    place = Place(part=_("trang {page}", page=page))
    return Problem("ink-in-margin", message, place, Severity.WARNING, hint)
