"""What a crooked printer does to a page, from four readings, and what undoes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, degrees

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.model.stock import Box
from vbgen.printer.matrix import Matrix, shift, similarity

CROSS_MM = 20.0  # of the upper crosses A and B from the edges, as sent to the printer
RULER_MM = 200.0
_MOST_SHIFT_MM, _MOST_SCALE, _MOST_DEGREES = 15.0, 0.08, 2.0
_FIT_TO_PAGE = 0.015  # a scale that far off is no paper shrinkage but the driver's “fit to page”


@dataclass(frozen=True, slots=True)
class Readings:
    """What a clerk measures on the printed page of crosses, in millimetres."""

    left_a: float  # left edge of the paper to cross A
    top_a: float  # upper edge to cross A
    top_b: float  # upper edge to cross B
    ruler: float  # length of the printed ruler of 200 mm


@dataclass(frozen=True, slots=True)
class Distortion:
    """What the printer does: shift of the paper's upper left corner, clockwise turn, scale."""

    right_mm: float
    down_mm: float
    degrees: float
    scale: float
    correction: Matrix  # put before the page's content, it undoes all that


def distortion(readings: Readings, paper: Box) -> Distortion:
    """The distortion that explains the readings; ProblemsFoundError when no printer prints like that."""
    scale = readings.ruler / RULER_MM
    between = scale * (paper.width - 2 * CROSS_MM)
    slope = (readings.top_b - readings.top_a) / between if between > 0 else 1.0
    if abs(slope) >= 1:
        raise _implausible([_not_a_turn()])
    found = _distortion(readings, scale, asin(slope))
    if faults := list(_faults(found)):
        raise _implausible(faults)
    return found


def _distortion(readings: Readings, scale: float, angle: float) -> Distortion:
    turned = similarity(scale, angle)
    x, y = turned.moves(CROSS_MM, CROSS_MM)
    right, down = readings.left_a - x, readings.top_a - y
    does = turned.then(shift(right, down))
    return Distortion(right, down, degrees(angle), scale, does.inverse())


def _faults(found: Distortion) -> Iterator[str]:
    if abs(found.scale - 1) > _MOST_SCALE:
        yield _("Thước in ra sai quá nhiều so với 200 mm: hãy đo lại.")
    elif abs(found.scale - 1) > _FIT_TO_PAGE:
        yield _(
            "Máy in đã co giãn trang còn {percent} %: hãy tắt “Fit to page”, chọn in đúng cỡ (100 %) rồi in lại.",
            percent=f"{found.scale * 100:.1f}".replace(".", ","),
        )
    if abs(found.degrees) > _MOST_DEGREES:
        yield _not_a_turn()
    if max(abs(found.right_mm), abs(found.down_mm)) > _MOST_SHIFT_MM:
        yield _(
            "Trang in lệch quá 15 mm: hãy xem khổ giấy chọn ở máy in, cách đặt giấy, rồi đo lại."
        )


def _not_a_turn() -> str:
    return _(
        "Hai dấu A và B lệch nhau quá nhiều: giấy bị kéo xiên hơn 2 độ, hoặc số đo bị nhầm. Hãy đo lại."
    )


def _implausible(faults: list[str]) -> ProblemsFoundError:
    problems = tuple(Problem("calibration-implausible", fault) for fault in faults)
    return ProblemsFoundError(_("Số đo chưa dùng được."), problems)
