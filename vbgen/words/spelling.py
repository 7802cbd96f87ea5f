"""Numbers and amounts of money in Vietnamese words.

No law lays the words down; the rules are those of school grammar and of northern office practice, and what
varies between offices is in `Spelling`.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from vbgen.words.expected import as_decimal, as_whole

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_SHORT_FRACTION = 2


@dataclass(frozen=True, slots=True)
class Spelling:
    """What offices write differently; the defaults are northern administrative practice."""

    gap: Literal["linh", "lẻ"] = "linh"  # một trăm linh năm; "lẻ" is the southern word
    four: Literal["tư", "bốn"] = "tư"  # hai mươi tư; after "mươi" only
    thousand: Literal["nghìn", "ngàn"] = "nghìn"


_NORTHERN = Spelling()


def in_words(value: Decimal | int, spelling: Spelling = _NORTHERN) -> str:
    """`một nghìn không trăm linh năm` for 1005, `âm bảy` for −7, `năm phẩy hai lăm` for 5.25.

    Decimals are those that the Decimal holds, zeros too. One or two of them are read as a number in its
    short spoken form (`hai lăm`, `không năm`), more of them digit by digit (`một bốn một sáu`).
    Beyond a billion the groups repeat: nghìn tỷ, triệu tỷ, tỷ tỷ.
    """
    number = as_decimal(value)
    whole, _point, fraction = f"{number.copy_abs():f}".partition(".")
    words = _whole(int(whole), spelling)
    if fraction:
        words = f"{words} phẩy {_fraction(fraction, spelling)}"
    return f"âm {words}" if number < 0 else words


def money_in_words(
    amount: Decimal | int, spelling: Spelling = _NORTHERN, *, closing: str = "chẵn"
) -> str:
    """`Một triệu bốn trăm chín mươi nghìn đồng chẵn`.

    `closing` follows "đồng" so that nothing can be added behind it (accounting practice); empty drops it,
    and zero has none. An amount with a fraction of a đồng is refused.
    """
    number = as_whole(amount)
    words = f"{in_words(number, spelling)} đồng"
    return (f"{words} {closing}" if number and closing else words).capitalize()


def _whole(number: int, spelling: Spelling) -> str:
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    high = f"{_whole(billions, spelling)} tỷ" if billions else ""
    return _joined(high, _below_billion(rest, spelling, padded=bool(billions)))


def _below_billion(number: int, spelling: Spelling, *, padded: bool) -> str:
    """Words of the millions, thousands and the rest; groups of zero are left out."""
    words = ""
    units = ((10**6, "triệu"), (10**3, spelling.thousand), (1, ""))
    for size, unit in units:
        group = number // size % 1000
        if group:
            words = _joined(words, _group(group, spelling, padded=padded or bool(words)), unit)
    return words


def _group(number: int, spelling: Spelling, *, padded: bool) -> str:
    """Three digits; `padded` says the hundreds even when there are none (không trăm)."""
    hundreds, rest = divmod(number, 100)
    head = f"{_DIGITS[hundreds]} trăm" if hundreds or padded else ""
    if 0 < rest < 10 and head:  # noqa: PLR2004 - a missing ten is spoken
        head = f"{head} {spelling.gap}"
    return _joined(head, _tens(rest, spelling))


def _tens(number: int, spelling: Spelling) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones] if ones else ""
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return _joined(head, _ones(tens, ones, spelling) if ones else "")


def _ones(tens: int, ones: int, spelling: Spelling) -> str:
    """The last digit behind a ten: mốt, tư and lăm where they are said."""
    special = {5: "lăm"} if tens == 1 else {1: "mốt", 4: spelling.four, 5: "lăm"}
    return special.get(ones, _DIGITS[ones])


def _fraction(digits: str, spelling: Spelling) -> str:
    if len(digits) != _SHORT_FRACTION or digits[0] == "0":
        return " ".join(_DIGITS[int(digit)] for digit in digits)
    tens, ones = divmod(int(digits), 10)
    if tens == 1 or ones == 0:
        return _tens(int(digits), spelling)
    return f"{_DIGITS[tens]} {_ones(tens, ones, spelling)}"


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)
