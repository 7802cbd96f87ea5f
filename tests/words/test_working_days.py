"""Working days are counted without weekends and the holidays of the solar year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words.working_days import after_working_days, is_working, working_days_until


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 9, 7), 5, date(2026, 9, 14)),  # Monday: the next is the first
        (date(2026, 9, 4), 1, date(2026, 9, 7)),  # Friday
        (date(2026, 9, 5), 1, date(2026, 9, 7)),  # Saturday
        (date(2026, 9, 1), 1, date(2026, 9, 3)),  # the second of September is National Day
        (date(2026, 4, 29), 1, date(2026, 5, 4)),  # 30/4, 01/5, a weekend
        (date(2026, 8, 10), 20, date(2026, 9, 8)),
        (date(2026, 8, 10), 0, date(2026, 8, 10)),
    ],
)
def test_the_last_day_of_so_many(start: date, count: int, end: date) -> None:
    assert after_working_days(start, count) == end


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_counting_forth_and_back_agrees(start: date, count: int) -> None:
    end = after_working_days(start, count)
    assert working_days_until(start, end) == count
    assert working_days_until(end, start) == -count
    assert count == 0 or is_working(end)
