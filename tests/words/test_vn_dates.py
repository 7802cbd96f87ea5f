"""Dates and hours as the decree writes them, and read back."""

import unicodedata
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbgen.words import dates

CALENDAR = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2020, 2, 10), "ngày 10 tháng 02 năm 2020"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2022, 9, 9), "ngày 09 tháng 9 năm 2022"),
        (date(2022, 10, 1), "ngày 01 tháng 10 năm 2022"),
        (date(2022, 11, 29), "ngày 29 tháng 11 năm 2022"),
        (datetime(2022, 12, 31, 8, 30), "ngày 31 tháng 12 năm 2022"),  # noqa: DTZ001 - as Excel gives it
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_zero(day: date, written: str) -> None:
    assert dates.long_date(day) == written


@pytest.mark.parametrize(
    ("year", "month", "written"),
    [
        (2022, 3, "ngày      tháng 3 năm 2022"),
        (2022, 2, "ngày      tháng 02 năm 2022"),
        (2022, None, "ngày      tháng      năm 2022"),
        (None, None, "ngày      tháng      năm      "),
    ],
)
def test_an_unknown_part_is_left_blank(year: int | None, month: int | None, written: str) -> None:
    assert dates.blank_date(year, month) == written


def test_a_blank_date_has_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="Không có tháng 13"):
        dates.blank_date(2022, 13)


def test_short_dates_have_two_forms() -> None:
    assert dates.short_date(date(2014, 4, 7)) == "07/04/2014"
    assert dates.citation_date(date(2014, 4, 7)) == "07/4/2014"
    assert dates.citation_date(date(2021, 7, 16)) == "16/7/2021"
    assert dates.citation_date(date(2021, 1, 6)) == "06/01/2021"


def test_a_month_is_named_with_its_year() -> None:
    assert dates.month_and_year(date(2022, 2, 1)) == "tháng 02 năm 2022"


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2022, 1, 1), date(2022, 6, 30), "01 tháng 01 đến 30 tháng 6 năm 2022"),
        (date(2022, 6, 1), date(2022, 6, 15), "01 đến 15 tháng 6 năm 2022"),
        (date(2021, 12, 1), date(2022, 3, 31), "01 tháng 12 năm 2021 đến 31 tháng 3 năm 2022"),
        (date(2022, 3, 5), date(2022, 3, 5), "05 tháng 3 năm 2022"),
    ],
)
def test_a_range_writes_what_both_days_share_once(start: date, end: date, written: str) -> None:
    assert dates.date_range(start, end) == written


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(
        ValueError, match="Ngày kết thúc 01/01/2022 sớm hơn ngày bắt đầu 02/01/2022"
    ):
        dates.date_range(date(2022, 1, 2), date(2022, 1, 1))


def test_an_hour_is_written_in_two_ways() -> None:
    assert dates.clock(time(8, 30)) == "08 giờ 30 phút"
    assert dates.clock(time(14, 0)) == "14 giờ 00 phút"
    assert dates.clock(time(8, 5), padded=False) == "8 giờ 05"
    assert dates.clock(time(8, 0), padded=False) == "8 giờ"


@pytest.mark.parametrize(
    "text",
    [
        "05/03/2022",
        "5/3/2022",
        " 5-3-2022 ",
        "05.03.2022",
        "5 / 3 / 2022",
        "2022-03-05",
        "2022-03-05 00:00:00",
        "05/03/2022 00:00",
        "ngày 05 tháng 3 năm 2022",
        "Ngày 5 tháng 03 năm 2022.",
        "ngày 5/3/2022",
        "Ngày 05-03-2022",
        "'05/03/2022",
        "5 tháng 3 2022",
        "ngày 5 tháng 3, 2022",
        "05 tháng 3 năm 2022",
        "Hà Nam, ngày 05 tháng 3 năm 2022",
        "Quận 1, ngày  05\u00a0tháng 3 năm 2022",
        unicodedata.normalize("NFD", "ngày 05 tháng 3 năm 2022"),
    ],
)
def test_every_usual_way_to_write_a_day_is_read(text: str) -> None:
    assert dates.parse_date(text) == date(2022, 3, 5)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/02/2022", "không phải là ngày có trong lịch"),
        ("12/25/2022", "có tháng 25; hãy ghi ngày trước"),
        ("32/13/2022", "không phải là ngày có trong lịch"),
        ("05/03/22", "năm chưa đủ bốn chữ số"),
        ("05/03/222", "năm chưa đủ bốn chữ số"),
        ("05/03/0222", "hãy xem lại năm"),
        ("ngày tháng 3 năm 2022", "chưa ghi đủ ngày, tháng, năm"),
        ("ngày      tháng      năm 2022", "chưa ghi đủ ngày, tháng, năm"),
        ("05/03-2022", "không phải là ngày"),
        ("3/2022", "không phải là ngày"),
        ("05/03/2022 08:30", "không phải là ngày"),
        ("#N/A", "không phải là ngày"),
        ("", "không phải là ngày"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        dates.parse_date(text)


@given(CALENDAR)
def test_every_written_form_reads_back_as_the_same_day(day: date) -> None:
    for written in (
        dates.long_date(day),
        dates.short_date(day),
        dates.citation_date(day),
        day.isoformat(),
    ):
        assert dates.parse_date(written) == day


@given(CALENDAR, CALENDAR)
def test_a_range_ends_with_the_full_last_day(one: date, other: date) -> None:
    start, end = sorted((one, other))
    assert (
        dates.long_date(end)
        .removeprefix("ngày ")
        .endswith(dates.date_range(start, end).split(" đến ")[-1])
    )
