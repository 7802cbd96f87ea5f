"""Numbers in Vietnamese writing, counts, shares and Roman numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words import numbers
from vbgen.words.reading import parse_vn_number

FIGURES = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3
)


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (Decimal("174186.0"), None, "174.186,0"),
        (Decimal("35981.0"), 1, "35.981,0"),
        (4401, None, "4.401"),
        (999, None, "999"),
        (1000, 2, "1.000,00"),
        (0, None, "0"),
        (Decimal("-0.04"), 1, "0,0"),
        (Decimal("-1234.5"), None, "-1.234,5"),
        (Decimal("2.345"), 2, "2,35"),
        (Decimal("-2.345"), 2, "-2,35"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("12345678901234567890123456789.5"), 0, "12.345.678.901.234.567.890.123.456.790"),
    ],
)
def test_dots_part_thousands_and_a_comma_the_decimals(
    value: Decimal | int, decimals: int | None, written: str
) -> None:
    assert numbers.vn_number(value, decimals) == written


@given(FIGURES)
def test_a_written_number_reads_back_with_its_decimals(value: Decimal) -> None:
    read = parse_vn_number(numbers.vn_number(value))
    assert read.value == value
    assert str(read.value.copy_abs()) == str(value.copy_abs())


@given(FIGURES, st.integers(0, 3))
def test_rounding_moves_a_number_by_half_a_unit_at_most(value: Decimal, decimals: int) -> None:
    unit = Decimal(1).scaleb(-decimals)
    assert abs(numbers.round_half_up(value, decimals) - value) * 2 <= unit


@pytest.mark.parametrize(
    "value", [1.5, True, None, "12", Decimal("NaN"), Decimal("Infinity"), Decimal("1E+100")]
)
def test_only_exact_numbers_of_a_human_size_are_written(value: object) -> None:
    with pytest.raises((TypeError, ValueError), match=r"hiện là|quá nhiều chữ số"):
        numbers.vn_number(value)  # type: ignore[arg-type]  # what a template may hand over


@pytest.mark.parametrize("decimals", [-1, 21, 10**9])
def test_only_a_sensible_count_of_decimals_is_written(decimals: int) -> None:
    with pytest.raises(ValueError, match="từ 0 đến 20"):
        numbers.vn_number(1, decimals)


def test_a_share_keeps_one_decimal_unless_told_otherwise() -> None:
    assert numbers.percent(52) == "52,0%"
    assert numbers.percent(Decimal("12.35")) == "12,4%"
    assert numbers.percent(100, None) == "100%"
    assert numbers.percent_of(Decimal("90576.7"), Decimal("174186.0")) == "52,0%"
    assert numbers.percent_of(1, 3, 2) == "33,33%"


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="số làm gốc bằng 0"):
        numbers.percent_of(1, 0)


def test_money_has_no_fraction() -> None:
    assert numbers.money(1_490_000) == "1.490.000 đồng"
    assert numbers.money(Decimal("450000.00")) == "450.000 đồng"
    with pytest.raises(ValueError, match="Phải là số nguyên"):
        numbers.money(Decimal("0.5"))


def test_counts_below_ten_get_a_zero() -> None:
    assert [numbers.two_digits(count) for count in (0, 5, 10, 125)] == ["00", "05", "10", "125"]


@pytest.mark.parametrize(
    ("counts", "written"),
    [
        (((5, "tập thể"), (4, "cá nhân")), "05 tập thể và 04 cá nhân"),
        (((0, "tập thể"), (4, "cá nhân")), "04 cá nhân"),
        (
            ((5, "tập thể"), (1, "hộ gia đình"), (14, "cá nhân")),
            "05 tập thể, 01 hộ gia đình và 14 cá nhân",
        ),
        (((0, "tập thể"), (0, "cá nhân")), "00 tập thể và 00 cá nhân"),
        ((), ""),
    ],
)
def test_counts_are_told_as_awards_lists_tell_them(
    counts: tuple[tuple[int, str], ...], written: str
) -> None:
    assert numbers.count_of(*counts) == written


def test_roman_numerals_are_written_the_regular_way() -> None:
    written = {
        1: "I",
        4: "IV",
        9: "IX",
        14: "XIV",
        40: "XL",
        90: "XC",
        400: "CD",
        1994: "MCMXCIV",
        3999: "MMMCMXCIX",
    }
    assert {number: numbers.roman(number) for number in written} == written


def test_every_roman_numeral_reads_back() -> None:
    assert [numbers.from_roman(numbers.roman(number).lower()) for number in range(1, 4000)] == list(
        range(1, 4000)
    )


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "MMMM", "IIV", "A", "1"])
def test_irregular_roman_numerals_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="không phải là số La Mã"):
        numbers.from_roman(text)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_roman_numerals_have_limits(number: int) -> None:
    with pytest.raises(ValueError, match="từ 1 đến 3999"):
        numbers.roman(number)
