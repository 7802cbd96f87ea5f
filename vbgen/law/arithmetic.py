"""The arithmetic of shares and service: exact, in whole numbers and fractions."""

import math
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from vbgen.model.field import Choice

_HUNDRED = 100


class Cutting(Choice):
    """How a share of a number is made a whole number of people."""

    FLOOR = "floor", "bỏ phần lẻ"
    HALF_UP = "half-up", "làm tròn từ 0,5 lên"
    CEIL = "ceil", "làm tròn lên"


def part_of(total: int, percent: Decimal | int, cutting: Cutting = Cutting.FLOOR) -> int:
    """So many percent of `total`, as a whole number: 15 % of 48 is 7 cut down, 7 rounded and 8 cut up."""
    exact = Fraction(percent) * total / _HUNDRED
    match cutting:
        case Cutting.FLOOR:
            return math.floor(exact)
        case Cutting.HALF_UP:
            return math.floor(exact + Fraction(1, 2))
        case Cutting.CEIL:
            return math.ceil(exact)


def reaches(part: int, total: int, percent: Decimal | int, *, strictly: bool = False) -> bool:
    """Whether `part` is at least (or, strictly, more than) so many percent of `total`; never of nothing."""
    if not total:
        return False
    left, right = part * _HUNDRED, Fraction(percent) * total
    return left > right if strictly else left >= right


def full_months(start: date, end: date) -> int:
    """Whole months from the morning of `start` to the evening of `end`; 0 where none is full.

    A month is full when the same day of the next month has been reached (01/03 to 31/12: 10; 02/03 to 31/12: 9).
    """
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    return max(0, months - (after.day < start.day))


def round_up(amount: Fraction | int, step: int) -> int:
    """The amount rounded up to a whole number of steps."""
    return math.ceil(Fraction(amount) / step) * step
