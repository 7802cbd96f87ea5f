"""Shares, caps, months and rounding, exact for every number."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.law.arithmetic import Cutting, full_months, part_of, reaches, round_up

COUNTS = st.integers(0, 100_000)
PERCENTS = st.decimals(0, 100, places=2)


@pytest.mark.parametrize(
    ("total", "floor", "half_up", "ceil"),
    [
        (48, 7, 7, 8),
        (60, 9, 9, 9),
        (50, 7, 8, 8),
        (53, 7, 8, 8),
        (0, 0, 0, 0),
        (6, 0, 1, 1),
        (7, 1, 1, 2),
    ],
)
def test_fifteen_percent_is_cut_as_the_office_chose(
    total: int, floor: int, half_up: int, ceil: int
) -> None:
    assert [part_of(total, 15, cutting) for cutting in Cutting] == [floor, half_up, ceil]


@given(COUNTS)
def test_the_floor_of_fifteen_percent_is_whole_number_division(total: int) -> None:
    assert part_of(total, 15) == total * 15 // 100


@given(COUNTS, PERCENTS)
def test_the_three_ways_of_cutting_lie_around_the_exact_share(total: int, percent: Decimal) -> None:
    exact = Fraction(percent) * total / 100
    floor, half_up, ceil = (part_of(total, percent, cutting) for cutting in Cutting)
    assert floor <= exact <= ceil
    assert ceil - floor == (0 if exact.denominator == 1 else 1)
    assert floor <= half_up <= ceil
    assert abs(half_up - exact) <= Fraction(1, 2)


@given(COUNTS, COUNTS, PERCENTS)
def test_more_people_never_lower_the_cap(total: int, more: int, percent: Decimal) -> None:
    assert part_of(total + more, percent) >= part_of(total, percent)


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(0, 100))
def test_a_share_is_reached_where_it_is_exactly_met_unless_it_must_be_passed(
    part: int, total: int, percent: int
) -> None:
    assert reaches(part, total, percent) is (part * 100 >= percent * total)
    assert reaches(part, total, percent, strictly=True) is (part * 100 > percent * total)


def test_nothing_reaches_a_share_of_nobody() -> None:
    assert not reaches(0, 0, 0)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2022, 3, 1), date(2022, 12, 31), 10),
        (date(2022, 3, 2), date(2022, 12, 31), 9),
        (date(2024, 7, 1), date(2024, 12, 31), 6),
        (date(2024, 7, 2), date(2024, 12, 31), 5),
        (date(2021, 9, 1), date(2022, 12, 31), 16),
        (date(2022, 12, 31), date(2022, 12, 31), 0),
        (date(2023, 1, 1), date(2022, 12, 31), 0),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2022, 1, 1), date(2022, 6, 30), 6),
    ],
)
def test_months_of_service_are_full_ones(start: date, end: date, months: int) -> None:
    assert full_months(start, end) == months


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 2000))
def test_a_later_end_never_shortens_the_service(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert 0 <= full_months(start, end) <= full_months(start, end + timedelta(days=1))


@given(st.integers(1_000_000, 3_000_000), st.integers(1, 1200))
def test_a_bonus_is_rounded_up_once_by_less_than_a_step(base: int, hundredths: int) -> None:
    exact = Fraction(base * hundredths, 100)
    found = round_up(exact, 10_000)
    assert found % 10_000 == 0
    assert 0 <= found - exact < 10_000
    assert found == -(-base * hundredths // 100 // 10_000) * 10_000


@pytest.mark.parametrize(
    ("amount", "rounded"), [(447_000, 450_000), (223_500, 230_000), (450_000, 450_000), (1, 10_000)]
)
def test_rounding_goes_up_to_ten_thousands(amount: int, rounded: int) -> None:
    assert round_up(amount, 10_000) == rounded
