"""Numbers as people type them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words.reading import ReadNumber, parse_vn_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("35.981,0", "35981.0"),
        ("174.186,0", "174186.0"),
        ("1.234.567", "1234567"),
        ("1 234 567", "1234567"),
        ("1\u00a0234\u202f567,5", "1234567.5"),
        ("0,5", "0.5"),
        ("0,500", "0.500"),
        ("05", "5"),
        (" 12 ", "12"),
        ("-1.234,5", "-1234.5"),
        ("−3", "-3"),
        ("+3", "3"),
        ("1234567", "1234567"),
        ("1234,567", "1234.567"),
    ],
)
def test_vietnamese_writing_is_read_without_doubt(text: str, value: str) -> None:
    assert parse_vn_number(text) == ReadNumber(Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("12.5", "12.5"),
        ("1,234,567", "1234567"),
        ("0.500", "0.500"),
        ("1234.567", "1234.567"),
    ],
)
def test_writing_that_only_english_allows_is_read_so(text: str, value: str) -> None:
    assert parse_vn_number(text) == ReadNumber(Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [("4.401", "4401", "4.401"), ("4,401", "4.401", "4401"), ("-12.345", "-12345", "-12.345")],
)
def test_writing_with_two_meanings_says_both(text: str, value: str, other: str) -> None:
    read = parse_vn_number(text)
    assert (read.value, read.other) == (Decimal(value), Decimal(other))


def test_a_percent_sign_is_remembered_and_does_not_divide() -> None:
    assert parse_vn_number("12%") == ReadNumber(Decimal(12), is_percent=True)
    assert parse_vn_number("52,0\u00a0%") == ReadNumber(Decimal("52.0"), is_percent=True)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "1.2.3", "1.23.456", "0.123.456", "1.234,567.8", "1,2,3", ",5", "5,", "12 34", "1..2", "--5",
     "4.401 triệu", "#N/A", "1e5", "٣"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="không phải là số"):
        parse_vn_number(text)


@given(st.text("0123456789.,- %", max_size=12))
def test_any_digits_and_signs_are_read_as_finite_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        read = parse_vn_number(text)
        assert read.value.is_finite()
        assert read.value != read.other
