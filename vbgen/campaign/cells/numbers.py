"""Numbers out of cells and texts, with the decimals that the cell shows."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from vbgen.campaign.cells.entries import Reading, TypedValue
from vbgen.campaign.cells.shown import figure, quoted
from vbgen.campaign.cells.tell import doubted, noted, refused
from vbgen.campaign.topics import Column
from vbgen.errors import Problem
from vbgen.messages import _
from vbgen.words.numbers import vn_number
from vbgen.words.reading import ReadNumber, parse_vn_number

_MACHINE = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_UNSHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_FIXED = re.compile(
    r"[#0, ]*0(,*)(?:\.0+)?(,*) ?%?"
)  # a format with so many decimals, no more and no fewer; commas behind the last figure: thousands
_DIGITS_OF_A_CELL = 15  # what Excel itself keeps and shows
_MOST_DIGITS = 40
_ROOM = Context(
    prec=2 * _MOST_DIGITS
)  # for any number that is read, with the decimals of its format
_POWER = re.compile(r"[eE][-+]?(\d{1,9})")


def read_decimal(column: Column, entry: TypedValue) -> Reading:
    """The exact number, with trailing zeros as the cell shows them."""
    value = entry.value
    if isinstance(value, (bool, date, time, timedelta)):
        return refused(
            column,
            entry,
            "cell-not-a-number",
            _("“{found}” không phải là số.", found=quoted(value)),
        )
    if is_beyond(value):
        return refused(
            column,
            entry,
            "number-too-long",
            _("“{found}” có quá nhiều chữ số.", found=quoted(value)),
        )
    if isinstance(value, (int, float)):
        return _from_cell(column, entry, value)
    return _from_text(column, entry, str(value))


def read_integer(column: Column, entry: TypedValue) -> Reading:
    """The whole number; 7.0 counts, 7.5 does not."""
    reading = read_decimal(column, entry)
    if not reading.is_good:
        return reading
    number = Decimal(str(reading.value))
    if number != number.to_integral_value():
        found = _("“{found}” không phải là số nguyên.", found=figure(column, number))
        return refused(column, entry, "cell-not-whole", found)
    return Reading(int(number), reading.problems)


def exact(number: float) -> Decimal:
    """The number that Excel shows for a cell: the float's first fifteen digits, never in powers of ten."""
    return plain(
        Decimal(number) if isinstance(number, int) else Decimal(f"{number:.{_DIGITS_OF_A_CELL}g}")
    )


def plain(number: Decimal) -> Decimal:
    """The same number written out: no exponent, no negative zero; decimals stay as they are."""
    written = Decimal(f"{number:f}")
    return written.copy_abs() if written == 0 else written


def shown_decimals(pattern: str) -> int:
    """How many decimals a number format always shows; 0 for those without."""
    figures = _UNSHOWN.sub("", pattern).split(";")[0]
    match = re.search(r"\.(0+)", figures)
    return len(match[1]) if match and "E" not in figures.upper() else 0


def is_percent(pattern: str) -> bool:
    """The number format shows hundredths: 0.12 as 12%."""
    return "%" in _UNSHOWN.sub("", pattern)


def is_beyond(value: object) -> bool:
    """A number that no office has: too long to be written out, before the comma or behind it."""
    if isinstance(value, (int, float)):
        return value != 0 and not 10**-_MOST_DIGITS < abs(value) < 10**_MOST_DIGITS
    text = str(value)
    power = _POWER.search(text)
    return sum(map(str.isdecimal, text)) > _MOST_DIGITS or (
        power is not None and int(power[1]) > _MOST_DIGITS
    )


def _from_cell(column: Column, entry: TypedValue, value: float) -> Reading:
    number, decimals = exact(value), shown_decimals(entry.pattern)
    problems = []
    if is_percent(entry.pattern):
        number = plain((number * 100).normalize())
        problems = [noted(column, entry, "percent-read", _percent(f"{vn_number(number)}%", number))]
    problems += _rounded(column, entry, number, decimals)
    return Reading(_with_decimals(number, decimals), tuple(problems))


def _rounded(
    column: Column, entry: TypedValue, number: Decimal, decimals: int
) -> Iterator[Problem]:
    """A doubt where the cell's format shows another number than it holds."""
    fixed = _FIXED.fullmatch(_UNSHOWN.sub("", entry.pattern).split(";")[0].strip())
    if not fixed:
        return
    thousands = len(fixed[1] + fixed[2])
    scaled = number.scaleb(-3 * thousands, _ROOM)
    seen = scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ROOM)
    if seen != number:
        sentence = _(
            "ô hiện {seen} nhưng giá trị trong ô là {held}; dùng giá trị trong ô.",
            seen=vn_number(seen),
            held=vn_number(number),
        )
        hint = _("Nếu cần in số đang hiện, hãy làm tròn số trong ô (hàm ROUND) hoặc gõ lại.")
        yield doubted(column, entry, "number-shown-rounded", sentence, hint)


def _with_decimals(number: Decimal, decimals: int) -> Decimal:
    held = -int(number.as_tuple().exponent)
    return Decimal(f"{number:.{decimals}f}") if held < decimals else number


def _from_text(column: Column, entry: TypedValue, text: str) -> Reading:
    if entry.machine and _MACHINE.fullmatch(text):
        return Reading(plain(Decimal(text)))
    try:
        found = parse_vn_number(text)
    except ValueError:
        sentence = _("“{found}” không phải là số.", found=quoted(text))
        return refused(column, entry, "cell-not-a-number", sentence)
    problem = _how_it_was_read(column, entry, text, found)
    return Reading(plain(found.value), (problem,))


def _how_it_was_read(column: Column, entry: TypedValue, text: str, found: ReadNumber) -> Problem:
    if found.other is not None:
        sentence = _(
            "“{text}” được đọc theo cách viết Việt Nam là {value} (không phải {other}).",
            text=text,
            value=figure(column, plain(found.value)),
            other=figure(column, plain(found.other)),
        )
        return doubted(
            column,
            entry,
            "number-ambiguous",
            sentence,
            _("Hãy nhập lại bằng ô kiểu số nếu đọc sai."),
        )
    if found.is_percent:
        return noted(column, entry, "percent-read", _percent(text, found.value))
    sentence = _(
        "“{text}” (dạng chữ) được đọc là số {value}.",
        text=text,
        value=figure(column, plain(found.value)),
    )
    return noted(column, entry, "number-from-text", sentence)


def _percent(text: str, number: Decimal) -> str:
    return _("“{text}” được đọc là {value} (phần trăm).", text=text, value=vn_number(plain(number)))
