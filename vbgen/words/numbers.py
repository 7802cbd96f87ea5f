"""Numbers as Vietnamese documents write them: dots between thousands, a comma before decimals.

Exact arithmetic only (int, Decimal); where digits are cut, halves go away from zero, as in office practice.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from vbgen.messages import _
from vbgen.words.expected import as_decimal, as_whole

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_MOST_DECIMALS = 20
_EXACT = Context(prec=250, rounding=ROUND_HALF_UP)  # wider than any number that is let in


def vn_number(value: Decimal | int, decimals: int | None = None) -> str:
    """`174.186,0`: the number with its own decimals, or rounded half-up to `decimals` of them."""
    number = as_decimal(value)
    if decimals is not None:
        number = round_half_up(number, decimals)
    whole, _point, fraction = f"{number.copy_abs():f}".partition(".")
    sign = "-" if number < 0 else ""
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def round_half_up(value: Decimal | int, decimals: int) -> Decimal:
    """The number with exactly `decimals` decimals; a half goes away from zero (2,345 → 2,35)."""
    return as_decimal(value).quantize(_unit(decimals), context=_EXACT)


def percent(value: Decimal | int, decimals: int | None = 1) -> str:
    """`52,0%` for 52; `None` keeps the number's own decimals."""
    return f"{vn_number(value, decimals)}%"


def percent_of(part: Decimal | int, whole: Decimal | int, decimals: int = 1) -> str:
    """`52,0%` for 26 of 50, exactly rounded; raises ValueError when the whole is zero."""
    base, unit = as_decimal(whole), _unit(decimals)
    if base == 0:
        raise ValueError(_("Không tính được tỷ lệ phần trăm vì số làm gốc bằng 0."))
    share = _EXACT.divide(_EXACT.multiply(as_decimal(part), Decimal(100)), base)
    return percent(share.quantize(unit, context=_EXACT), None)


def money(amount: Decimal | int) -> str:
    """`1.490.000 đồng`; an amount with a fraction of a đồng is refused."""
    return f"{vn_number(as_whole(amount))} đồng"


def two_digits(number: int) -> str:
    """`05`: numbers below ten get a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3, and counts in practice)."""
    return f"{as_whole(number):02}"


def count_of(*counts: tuple[int, str]) -> str:
    """`05 tập thể và 04 cá nhân`; what counts zero is left out, unless everything does."""
    told = [pair for pair in counts if pair[0]] or list(counts)
    return listed([f"{two_digits(number)} {noun}" for number, noun in told])


def listed(words: list[str]) -> str:
    """`a, b và c`."""
    if not words:
        return ""
    *first, last = words
    return f"{', '.join(first)} và {last}" if first else last


def roman(number: int) -> str:
    """`IV` for 4; raises ValueError outside 1–3999."""
    rest = as_whole(number)
    if not 1 <= rest <= _LARGEST_ROMAN:
        raise ValueError(_("Số La Mã chỉ ghi được từ 1 đến 3999; hiện là {number}.", number=number))
    written = ""
    for value, sign in _ROMAN:
        written += sign * (rest // value)
        rest %= value
    return written


def from_roman(text: str) -> int:
    """4 for `IV` or `iv`; raises ValueError for anything not written the regular way (`IIII`)."""
    sought = text.strip().upper()
    number, rest = 0, sought
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            number, rest = number + value, rest[len(sign) :]
    if not 1 <= number <= _LARGEST_ROMAN or roman(number) != sought:
        raise ValueError(_("“{text}” không phải là số La Mã viết đúng.", text=text))
    return number


def _unit(decimals: int) -> Decimal:
    """0.01 for two decimals."""
    if not 0 <= as_whole(decimals) <= _MOST_DECIMALS:
        raise ValueError(_("Số chữ số sau dấu phẩy phải từ 0 đến {most}.", most=_MOST_DECIMALS))
    return Decimal(1).scaleb(-decimals)
