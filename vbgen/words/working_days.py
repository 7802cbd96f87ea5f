"""Working days (ngày làm việc): Monday to Friday, without the holidays that have a fixed day of the solar year.

Tết, the Hùng Kings' day and days off in lieu follow the moon and yearly notices; they are not known here.
"""

from datetime import date, timedelta

_FRIDAY = 4
# Bộ luật Lao động 45/2019/QH14, Điều 112: day and month of those with a fixed day.
_HOLIDAYS = frozenset({(1, 1), (30, 4), (1, 5), (2, 9)})
_ONE = timedelta(days=1)


def is_working(day: date) -> bool:
    """Whether an office works on that day, as far as the solar calendar tells."""
    return day.weekday() <= _FRIDAY and (day.day, day.month) not in _HOLIDAYS


def after_working_days(start: date, count: int) -> date:
    """The last of `count` working days, of which the first is the one after `start`."""
    day = start
    while count > 0:
        day += _ONE
        count -= is_working(day)
    return day


def working_days_until(start: date, end: date) -> int:
    """How many working days follow `start`, as far as `end` and with it; below zero when `end` lies before."""
    if end < start:
        return -working_days_until(end, start)
    return sum(is_working(start + _ONE * step) for step in range(1, (end - start).days + 1))
