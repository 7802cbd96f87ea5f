"""Lists of earlier awards, as offices keep them in Excel: headings matched by their usual names or by a mapping."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import Row, Table
from vbgen.campaign.reading.grid import Grid, letters, read_grids
from vbgen.campaign.records import Typed, understood
from vbgen.campaign.subjects import Column, Kind, Subject, heading_key
from vbgen.errors import Problem, Severity, UsageError
from vbgen.law.history import PastHonour
from vbgen.messages import _
from vbgen.model.field import Record
from vbgen.word.package.workbook import read_package

_ROWS_SEARCHED = 30
_LETTERS = re.compile(r"[A-Z]{1,3}")
_USUAL: dict[str, tuple[str, ...]] = {
    "nominee": ("Mã đối tượng", "Mã cán bộ", "Mã số", "Mã"),
    "full_name": (
        "Họ và tên", "Họ tên", "Họ và tên, tên tập thể", "Tên đối tượng", "Tên tập thể", "Tập thể, cá nhân", "Tên",
    ),
    "birth_year": ("Năm sinh",),
    "unit": ("Đơn vị công tác", "Đơn vị", "Phòng ban", "Mã đơn vị", "Phòng", "Chức danh, đơn vị"),
    "year": ("Năm", "Năm khen thưởng", "Năm khen", "Năm đạt"),
    "award": (
        "Danh hiệu, hình thức", "Danh hiệu/Hình thức", "Danh hiệu (Hình thức)", "Danh hiệu/HTKT",
        "Danh hiệu thi đua/Hình thức khen thưởng", "Danh hiệu", "Danh hiệu thi đua",
        "Hình thức khen thưởng", "Hình thức",
    ),
    "decision_number": ("Số quyết định", "Số QĐ", "Số, ký hiệu", "Quyết định"),
    "decision_date": ("Ngày quyết định", "Ngày ký", "Ngày QĐ"),
    "decided_by": ("Cơ quan quyết định", "Cơ quan ban hành", "Cấp quyết định", "Người ký"),
}  # fmt: skip
_KINDS = {"birth_year": Kind.INTEGER, "year": Kind.INTEGER, "decision_date": Kind.DATE}
_NEEDED = ("year", "award")


class HistoryRow(Record):
    """One row of such a list."""

    year: int
    award: str
    nominee: str = ""
    full_name: str = ""
    birth_year: int | None = None
    unit: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class HistoryList:
    """Awards of earlier years out of one workbook, and what was noticed while it was read."""

    rows: tuple[PastHonour, ...]
    problems: tuple[Problem, ...] = ()


def read_history(path: Path, columns: Mapping[str, str] | None = None) -> HistoryList:
    """Every award in the sheets of a workbook; `columns` gives the heading or the letter of a field's column.

    Raises UnreadableFileError for what is no safe workbook, UsageError for a field or a column that there is not.
    """
    mapping = dict(columns or {})
    _check_fields(mapping)
    rows: list[PastHonour] = []
    problems: list[Problem] = []
    for grid in read_grids(read_package(path, path.name), path.name):
        if grid.rows:
            found, told = _sheet(grid, mapping)
            rows += found
            problems += told
    return HistoryList(tuple(rows), tuple(problems))


def parse_columns(text: str) -> dict[str, str]:
    """`full_name=Tên cán bộ; year=C` as a mapping; UsageError when it is not written so."""
    pairs = [part.partition("=") for part in text.split(";") if part.strip()]
    if not all(separator and value.strip() for _name, separator, value in pairs):
        raise UsageError(_("Hãy ghi các cột theo dạng “full_name=Họ và tên; year=C”."))
    return {name.strip(): value.strip() for name, _separator, value in pairs}


def _check_fields(mapping: Mapping[str, str]) -> None:
    unknown = [name for name in mapping if name not in _USUAL]
    if unknown:
        known = ", ".join(_USUAL)
        raise UsageError(
            _(
                "Danh sách đã khen không có trường “{name}”; các trường: {known}.",
                name=unknown[0],
                known=known,
            )
        )


def _sheet(grid: Grid, mapping: Mapping[str, str]) -> tuple[list[PastHonour], list[Problem]]:
    row, columns = _heading(grid, mapping)
    missing = [name for name in _NEEDED if name not in columns]
    if missing or not columns.keys() & {"nominee", "full_name"}:
        titles = ", ".join(_USUAL[name][0] for name in missing) or _USUAL["full_name"][0]
        message = _("không tìm thấy cột “{titles}”; trang này bị bỏ qua.", titles=titles)
        hint = _("Hãy chỉ cột bằng --history-columns, ví dụ “year=C”.")
        return [], [Problem("history-columns", message, grid.place, Severity.WARNING, hint)]
    table = Table(
        grid.place_at(row, 1),
        tuple(_rows(grid, row, columns)),
        letters={k: letters(v) for k, v in columns.items()},
    )
    typed, problems = understood(_subject(grid, row, columns), table)
    return [
        _past(each, each.record) for each in typed if isinstance(each.record, HistoryRow)
    ], _softened(problems)


def _heading(grid: Grid, mapping: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The row that names most of the fields, and the column of each."""
    best: tuple[int, dict[str, int]] = (0, {})
    for row in islice(grid.rows, _ROWS_SEARCHED):
        titles = {
            heading_key(heading_text(entry)): column for column, entry in grid.rows[row].items()
        }
        found = {name: column for name in _USUAL if (column := _column(name, titles, mapping))}
        if len(found) > len(best[1]):
            best = (row, found)
    return best


def _column(name: str, titles: Mapping[str, int], mapping: Mapping[str, str]) -> int:
    """The number of a field's column; 0 where the row does not name it."""
    if name in mapping:
        wanted = mapping[name]
        return _number(wanted) if _LETTERS.fullmatch(wanted) else titles.get(heading_key(wanted), 0)
    return next((titles[key] for usual in _USUAL[name] if (key := heading_key(usual)) in titles), 0)


def _number(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def _rows(grid: Grid, heading: int, columns: Mapping[str, int]) -> Iterator[Row]:
    for number in grid.rows:
        entries = {
            name: entry for name, column in columns.items() if (entry := grid.at(number, column))
        }
        if number > heading and entries.keys() & {"nominee", "full_name"}:
            yield Row(grid.place_at(number, 1), entries)


def _subject(grid: Grid, row: int, columns: Mapping[str, int]) -> Subject:
    made = []
    for name in columns:
        entry = grid.at(row, columns[name])
        title = heading_text(entry) if entry else _USUAL[name][0]
        made.append(
            Column(
                name,
                title,
                _KINDS.get(name, Kind.TEXT),
                name in _NEEDED,
                optional=name not in _NEEDED,
            )
        )
    return Subject("history", grid.title, HistoryRow, is_table=True, columns=tuple(made))


def _past(typed: Typed, row: HistoryRow) -> PastHonour:
    return PastHonour(**row.model_dump(), place=typed.place_of("award"))


def _softened(problems: list[Problem]) -> list[Problem]:
    """A row that cannot be read is left out, which is no reason to stop."""
    hard = Severity.ERROR
    return [
        replace(each, severity=Severity.WARNING) if each.severity is hard else each
        for each in problems
    ]
