"""Days and hours out of cells and texts."""

import re
from datetime import date, datetime, time, timedelta

from vbgen.campaign.cells.entries import Reading, TypedValue
from vbgen.campaign.cells.shown import quoted, shown
from vbgen.campaign.cells.tell import noted, refused
from vbgen.campaign.topics import Column
from vbgen.messages import _
from vbgen.words.dates import UnreadDateError, is_likely_year, parse_date

_BASE, _BASE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - Excel's calendars know no zone
_FIRST_SERIAL, _LAST_SERIAL = (
    10_000,
    100_000,
)  # 1927 to 2173: anything else in a date column is a year or a slip
_LAST_TYPED_YEAR = (
    2199  # a day of this number or less is a number, most often a year, typed into a day's cell
)
_CLOCK = r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(?:(\d{1,2})\s*(?:p|ph|phút)?)?(?::(\d{2})(?:\.(\d{1,6}))?)?"
_DAY_THEN_HOUR = re.compile(rf"(.+?)(?:\s+|(?<=\d)T|\s*,\s*)(?:lúc\s+)?{_CLOCK}", re.IGNORECASE)
_HOUR_THEN_DAY = re.compile(rf"{_CLOCK}(?:\s+|\s*,\s*)((?:ngày\s+)?\d.+)", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?")


def read_date(column: Column, entry: TypedValue) -> Reading:
    """The day; an hour that stands with it is left out and told."""
    reading = read_moment(column, entry)
    if not isinstance(reading.value, datetime):
        return reading
    day = reading.value.date()
    if reading.value.time() == time():
        return Reading(day, reading.problems)
    left_out = noted(
        column,
        entry,
        "hour-dropped",
        _("giờ trong “{found}” được bỏ qua.", found=shown(reading.value)),
    )
    return Reading(day, (*reading.problems, left_out))


def read_moment(column: Column, entry: TypedValue) -> Reading:
    """The day and hour; a day alone is its midnight. Its year is looked at, whatever kind of cell it came from."""
    reading = _moment(column, entry)
    moment = reading.value
    if not isinstance(moment, datetime) or is_likely_year(moment.year):
        return reading
    sentence = _("“{found}” ghi năm {year}.", found=shown(moment), year=moment.year)
    return refused(column, entry, "cell-not-a-date", sentence, _("Hãy xem lại năm."))


def _moment(column: Column, entry: TypedValue) -> Reading:
    value = entry.value
    if isinstance(value, datetime):
        return _from_day_cell(column, entry, _to_seconds(value))
    if isinstance(value, date):
        return _from_day_cell(
            column,
            entry,
            datetime(value.year, value.month, value.day),  # noqa: DTZ001 - wall clock
        )
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_serial(column, entry, value)
    if isinstance(value, str):
        return _from_text(column, entry, value)
    return refused(
        column, entry, "cell-not-a-date", _("“{found}” không phải là ngày.", found=quoted(value))
    )


def _from_day_cell(column: Column, entry: TypedValue, moment: datetime) -> Reading:
    """A cell formatted as a day: Excel makes a day of 1905 out of a year that is typed there."""
    serial = (moment - (_BASE_1904 if entry.epoch_1904 else _BASE)).days
    if not entry.in_cell or serial > _LAST_TYPED_YEAR:
        return Reading(moment)
    sentence = _("số {number} gõ vào ô kiểu ngày thành “{day}”.", number=serial, day=shown(moment))
    hint = _("Hãy ghi đủ ngày, tháng, năm, ví dụ {example}.", example=f"01/01/{serial}")
    is_year = is_likely_year(serial)
    return refused(column, entry, "number-in-day-cell", sentence, hint if is_year else "")


def _to_seconds(value: datetime) -> datetime:
    """Without the dust that Excel's fractions of a day leave."""
    return (value + timedelta(microseconds=500_000)).replace(microsecond=0)


def _from_serial(column: Column, entry: TypedValue, serial: float) -> Reading:
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        sentence = _("số {found} không phải là ngày.", found=f"{serial:.15g}")
        return refused(column, entry, "cell-not-a-date", sentence)
    base = _BASE_1904 if entry.epoch_1904 else _BASE
    moment = _to_seconds(base + timedelta(days=serial))
    sentence = _(
        "số thứ tự ngày của Excel {found} được đọc là {day}.",
        found=f"{serial:.15g}",
        day=shown(moment),
    )
    return Reading(moment, (noted(column, entry, "date-from-serial", sentence),))


def _from_text(column: Column, entry: TypedValue, text: str) -> Reading:
    if _ISO.fullmatch(text):
        return _from_iso(column, entry, text)
    try:
        moment = _parsed(text)
    except UnreadDateError as error:
        hint = error.remedy[:1].upper() + error.remedy[1:] + "." if error.remedy else ""
        return refused(column, entry, "cell-not-a-date", f"{error.found}.", hint)
    sentence = _("“{text}” (dạng chữ) được đọc là ngày {day}.", text=text, day=shown(moment))
    return Reading(moment, (noted(column, entry, "date-from-text", sentence),))


def _from_iso(column: Column, entry: TypedValue, text: str) -> Reading:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        sentence = _("“{text}” không phải là ngày giờ có thật.", text=text)
        return refused(column, entry, "cell-not-a-date", sentence)
    if entry.machine:
        return Reading(moment)
    sentence = _("“{text}” (dạng chữ) được đọc là ngày {day}.", text=text, day=shown(moment))
    return Reading(moment, (noted(column, entry, "date-from-text", sentence),))


def _parsed(text: str) -> datetime:
    """The moment; raises UnreadDateError."""
    if match := _DAY_THEN_HOUR.fullmatch(text):
        day, *clock = match.groups()
    elif match := _HOUR_THEN_DAY.fullmatch(text):
        *clock, day = match.groups()
    else:
        day, clock = text, []
    return datetime.combine(parse_date(day), _time(text, clock))


def _time(text: str, clock: list[str | None]) -> time:
    if not clock:
        return time()
    hour, minute, second, fraction = (clock[0], clock[1], clock[2], (clock[3] or "").ljust(6, "0"))
    try:
        return time(int(hour or 0), int(minute or 0), int(second or 0), int(fraction))
    except ValueError as error:
        raise UnreadDateError(
            _("giờ trong “{text}” không có thật", text=text), _("hãy ghi như 08:00")
        ) from error
