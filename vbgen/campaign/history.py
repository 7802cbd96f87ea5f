"""DropDowns of earlier awards, as offices keep them in Excel: headings matched by their usual names or by a mapping."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Annotated

from pydantic import Field

from vbgen.campaign.cells.cleaning import heading_text
from vbgen.campaign.cells.entries import TypedRow, TypedTable, TypedValue
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.xlsx_grids import read_grids
from vbgen.campaign.records import UnderstoodRow, understood
from vbgen.campaign.topics import Column, Topic, columns_of, heading_key
from vbgen.errors import Problem, Severity, UsageError
from vbgen.law.history import PastHonour
from vbgen.messages import _
from vbgen.model.field import InForm, Record
from vbgen.model.vocabulary import Vocabulary
from vbgen.ways import NameHistoryColumns
from vbgen.word.package.sheets.cell_names import column_of, letters
from vbgen.word.package.workbook import read_workbook

_ROWS_SEARCHED = 30
_LETTERS = re.compile(r"[A-Z]{1,3}")


class HistoryRow(Record):
    """One row of such a list; titles are those that offices usually write."""

    nominee: Annotated[
        str, Field(title="Mã đối tượng"), InForm(other_titles=("Mã cán bộ", "Mã số", "Mã"))
    ] = ""
    full_name: Annotated[
        str,
        Field(title="Họ và tên"),
        InForm(
            other_titles=(
                "Họ tên",
                "Họ và tên, tên tập thể",
                "Tên đối tượng",
                "Tên tập thể",
                "Tập thể, cá nhân",
                "Tên",
            )
        ),
    ] = ""
    birth_year: Annotated[int | None, Field(title="Năm sinh")] = None
    unit: Annotated[
        str,
        Field(title="Đơn vị công tác"),
        InForm(other_titles=("Đơn vị", "Phòng ban", "Mã đơn vị", "Phòng", "Chức danh, đơn vị")),
    ] = ""
    year: Annotated[
        int, Field(title="Năm"), InForm(other_titles=("Năm khen thưởng", "Năm khen", "Năm đạt"))
    ]
    award: Annotated[
        str,
        Field(title="Danh hiệu, hình thức"),
        InForm(
            other_titles=(
                "Danh hiệu/Hình thức",
                "Danh hiệu (Hình thức)",
                "Danh hiệu/HTKT",
                "Danh hiệu thi đua/Hình thức khen thưởng",
                "Danh hiệu",
                "Danh hiệu thi đua",
                "Hình thức khen thưởng",
                "Hình thức",
            )
        ),
    ]
    decision_number: Annotated[
        str,
        Field(title="Số quyết định"),
        InForm(other_titles=("Số QĐ", "Số, ký hiệu", "Quyết định")),
    ] = ""
    decision_date: Annotated[
        date | None, Field(title="Ngày quyết định"), InForm(other_titles=("Ngày ký", "Ngày QĐ"))
    ] = None
    decided_by: Annotated[
        str,
        Field(title="Cơ quan quyết định"),
        InForm(other_titles=("Cơ quan ban hành", "Cấp quyết định", "Người ký")),
    ] = ""


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
    for grid in read_grids(read_workbook(path, path.name), path.name):
        if grid.rows:
            found, told = _sheet(grid, mapping)
            rows += found
            problems += told
    return HistoryList(tuple(rows), tuple(problems))


@cache
def _columns() -> tuple[Column, ...]:
    """What such a list may hold."""
    return columns_of(HistoryRow, Vocabulary())


def _check_fields(mapping: Mapping[str, str]) -> None:
    known = [column.field for column in _columns()]
    unknown = [name for name in mapping if name not in known]
    if unknown:
        raise UsageError(
            _(
                "Danh sách đã khen không có trường “{name}”; các trường: {known}.",
                name=unknown[0],
                known=", ".join(known),
            )
        )


def _sheet(grid: Grid, mapping: Mapping[str, str]) -> tuple[list[PastHonour], list[Problem]]:
    row, columns = _heading(grid, mapping)
    if titles := _missing(columns):
        message = _("không tìm thấy cột “{titles}”; trang này bị bỏ qua.", titles=titles)
        ways = (NameHistoryColumns(),)
        return [], [Problem("history-columns", message, grid.place, Severity.WARNING, ways=ways)]
    table = TypedTable(
        grid.place_at(row, 1),
        tuple(_rows(grid, row, columns)),
        letters={field: letters(number) for field, number in columns.items()},
    )
    typed, problems = understood(_topic(grid, row, columns), table)
    found = [_past(each, each.record) for each in typed if isinstance(each.record, HistoryRow)]
    return found, _softened(problems)


def _missing(columns: Mapping[str, int]) -> str:
    """Titles of the columns without which a row says nothing; empty where they are there."""
    needed = [each.title for each in _columns() if each.required and each.field not in columns]
    if needed or columns.keys() & {"nominee", "full_name"}:
        return ", ".join(needed)
    return HistoryRow.title_of("full_name")


def _heading(grid: Grid, mapping: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The row that names most of the fields, and the column of each."""
    best: tuple[int, dict[str, int]] = (0, {})
    for row in islice(grid.rows, _ROWS_SEARCHED):
        titles = {heading_key(heading_text(each)): at for at, each in grid.rows[row].items()}
        found = dict(_found(titles, mapping))
        if len(found) > len(best[1]):
            best = (row, found)
    return best


def _found(titles: Mapping[str, int], mapping: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Each field that the row's titles name, with the number of its column."""
    for column in _columns():
        if number := _number_of(column, titles, mapping):
            yield column.field, number


def _number_of(column: Column, titles: Mapping[str, int], mapping: Mapping[str, str]) -> int:
    """The number of a field's column; 0 where the row does not name it."""
    if column.field in mapping:
        wanted = mapping[column.field]
        return (
            column_of(wanted) if _LETTERS.fullmatch(wanted) else titles.get(heading_key(wanted), 0)
        )
    usual = (heading_key(title) for title in (column.title, *column.form.other_titles))
    return next((titles[key] for key in usual if key in titles), 0)


def _rows(grid: Grid, heading: int, columns: Mapping[str, int]) -> Iterator[TypedRow]:
    for number in grid.rows:
        entries = {
            name: entry for name, column in columns.items() if (entry := grid.at(number, column))
        }
        if number > heading and entries.keys() & {"nominee", "full_name"}:
            yield TypedRow(grid.place_at(number, 1), entries)


def _topic(grid: Grid, row: int, columns: Mapping[str, int]) -> Topic:
    """The list as a sheet of its own, its columns called as it calls them itself."""
    known = {column.field: column for column in _columns()}
    made = (_called(known[field], grid.at(row, number)) for field, number in columns.items())
    return Topic("history", grid.title, HistoryRow, is_table=True, columns=tuple(made))


def _called(column: Column, heading: TypedValue | None) -> Column:
    return replace(column, title=heading_text(heading)) if heading else column


def _past(typed: UnderstoodRow, row: HistoryRow) -> PastHonour:
    return PastHonour(**row.model_dump(), place=typed.place_of("award"))


def _softened(problems: list[Problem]) -> list[Problem]:
    """A row that cannot be read is left out, which is no reason to stop."""
    hard = Severity.ERROR
    return [
        replace(each, severity=Severity.WARNING) if each.severity is hard else each
        for each in problems
    ]
