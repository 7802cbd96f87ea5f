"""What a function of this floor may be given: the value in its right type, or a sentence that says what came."""

from datetime import date, datetime
from decimal import Decimal

from vbgen.messages import _

MOST_DIGITS = 100  # before and behind the comma together; more is no figure of an office


def as_text(value: object) -> str:
    """The value, when it is text; raises TypeError otherwise."""
    if isinstance(value, str):
        return value
    raise TypeError(_("Phải là chữ; hiện là {found}.", found=_found(value)))


def as_whole(value: object) -> int:
    """The value as a whole number; a Decimal without a fraction counts, a float or a truth does not."""
    number = as_decimal(value)
    if number == number.to_integral_value():
        return int(number)
    raise ValueError(_("Phải là số nguyên; hiện là {found}.", found=_found(value)))


def as_decimal(value: object) -> Decimal:
    """The value as an exact number; a float is refused, because it has lost digits already."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise TypeError(_("Phải là số; hiện là {found}.", found=_found(value)))
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(_("Phải là một số cụ thể; hiện là {found}.", found=_found(value)))
    if _digits(number) > MOST_DIGITS:
        raise ValueError(_("Số {found} có quá nhiều chữ số.", found=_found(value)))
    return number


def is_figure(number: Decimal) -> bool:
    """Whether a number can be written out: finite, of no more digits than a figure of an office has."""
    return number.is_finite() and _digits(number) <= MOST_DIGITS


def as_day(value: object) -> date:
    """The value as a calendar day; the hour of a datetime is left out."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise TypeError(_("Phải là ngày tháng; hiện là {found}.", found=_found(value)))


def _digits(number: Decimal) -> int:
    """How many digits the number has when it is written out."""
    _sign, digits, exponent = number.as_tuple()
    places = exponent if isinstance(exponent, int) else 0
    return max(len(digits) + places, 1) + max(-places, 0) if number else max(-places, 1)


def _found(value: object) -> str:
    if value is None:
        return _("giá trị trống")
    quoted = str(value)
    shown = quoted if len(quoted) <= 40 else quoted[:39] + "…"  # noqa: PLR2004 - what fits in one line of a message
    return f"“{shown}” ({type(value).__name__})"
