"""Sheets of older books: the row of headings found, and the rows below it as fields with their places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from vbgen.errors import Place, Problem, ProblemsFoundError, UnreadableFileError
from vbgen.files import DAMAGE
from vbgen.messages import _
from vbgen.register.database.words import fold
from vbgen.ways import NameColumns

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SEARCHED_ROWS = 30  # where the heading may stand, below titles


@dataclass(frozen=True, slots=True)
class BookForm:
    """The columns of one sort of book."""

    titles: Mapping[str, tuple[str, ...]]  # field → its usual headings, the proper one first
    needed: tuple[str, ...]  # a sheet without these is not of that sort

    def columns(self, row: Mapping[int, object], mapping: Mapping[str, str]) -> dict[str, int]:
        """The column of each field that a row of headings names."""
        known = {
            fold(title): field for field, titles in self.titles.items() for title in titles
        } | {fold(title): field for title, field in mapping.items()}
        found: dict[str, int] = {}
        for column, title in sorted(row.items()):
            if field := known.get(" ".join(fold(str(title or "")).split())):
                found.setdefault(field, column)
        return found


@dataclass(frozen=True, slots=True)
class _CellError:
    """What a cell holds that shows an error of Excel, such as `#N/A`."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class PastSheet:
    """One sheet with such a row of headings."""

    file: str
    name: str
    heading: int  # row number
    columns: Mapping[str, int]  # field → column, from 1
    rows: Sequence[Mapping[int, object]]  # column, from 1 → what stands there
    needed: tuple[str, ...]

    def filled(self) -> Iterator[tuple[dict[str, object], Callable[[str], Place]]]:
        """Each row that says something: its fields, and where each of them stands."""
        for number, row in enumerate(self.rows, self.heading + 1):
            values = {field: _value(row.get(column)) for field, column in self.columns.items()}
            if any(values.get(field) not in (None, "") for field in self.needed):
                yield values, self._places(number)

    def faults(self) -> Iterator[Problem]:
        """A problem for each cell of the book that shows an error of Excel: nothing is taken from it."""
        for number, row in enumerate(self.rows, self.heading + 1):
            for field, column in self.columns.items():
                if isinstance(found := row.get(column), _CellError):
                    message = _("ô báo lỗi {code} của Excel.", code=found.code)
                    yield Problem("cell-error", message, self._places(number)(field))

    def _places(self, row: int) -> Callable[[str], Place]:
        from openpyxl.utils import get_column_letter

        def place(field: str) -> Place:
            column = self.columns.get(field) or self.columns[self.needed[0]]
            return Place(file=self.file, sheet=self.name, cell=f"{get_column_letter(column)}{row}")

        return place


def past_sheets(
    data: bytes, file: str, form: BookForm, mapping: Mapping[str, str], *, merged: bool = False
) -> Iterator[PastSheet]:
    """The sheets that have the book's columns; with `merged` a merged cell speaks for all of its rows.

    ProblemsFoundError where no sheet has them, UnreadableFileError for what is no workbook.
    """
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(BytesIO(data), read_only=False, data_only=True)
    except DAMAGE as fault:
        message = _("{file}: tệp Excel bị hỏng bên trong; hãy mở bằng Excel, lưu lại rồi thử lại.",
                    file=file)  # fmt: skip
        raise UnreadableFileError(message) from fault
    found = [
        sheet
        for worksheet in workbook.worksheets
        if (sheet := _sheet(worksheet, file, form, mapping, merged=merged))
    ]
    if not found:
        raise _no_heading(file, form)
    yield from found


def _sheet(
    worksheet: "Worksheet",
    file: str,
    form: BookForm,
    mapping: Mapping[str, str],
    *,
    merged: bool,
) -> PastSheet | None:
    rows = _rows(worksheet)
    if merged:
        _fill(worksheet, rows)
    for number, row in enumerate(rows[:_SEARCHED_ROWS], 1):
        columns = form.columns(row, mapping)
        if all(field in columns for field in form.needed):
            return PastSheet(file, worksheet.title, number, columns, rows[number:], form.needed)
    return None


def _rows(worksheet: "Worksheet") -> list[dict[int, object]]:
    """Row by row what stands there: a cell far off the others makes no cells between."""
    rows: list[dict[int, object]] = []
    for (row, column), cell in sorted(worksheet._cells.items()):  # noqa: SLF001 - asking makes cells
        if cell.value is not None:
            rows += ({} for _row in range(row - len(rows)))
            rows[-1][column] = _CellError(str(cell.value)) if cell.data_type == "e" else cell.value
    return rows


def _fill(worksheet: "Worksheet", rows: list[dict[int, object]]) -> None:
    """What a cell that is merged over several rows says stands in each of them."""
    for merged in worksheet.merged_cells.ranges:
        first = rows[merged.min_row - 1] if merged.min_row <= len(rows) else {}
        if merged.min_col in first:
            rows += ({} for _row in range(merged.max_row - len(rows)))
            for row in rows[merged.min_row : merged.max_row]:
                row[merged.min_col] = first[merged.min_col]


def _value(value: object) -> object:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date | int | None) else str(value).strip()


def nothing_in(file: str) -> ProblemsFoundError:
    """Headings stand there, and no row under them: whoever chose the file meant another."""
    message = _("{file} có hàng tiêu đề của sổ nhưng không có dòng nào; chưa nhập gì.", file=file)
    hint = _("Hãy chọn tệp có dữ liệu, hoặc ghi các dòng ngay dưới hàng tiêu đề.")
    return ProblemsFoundError(
        message, (Problem("book-empty", message, Place(file=file), hint=hint),)
    )


def _no_heading(file: str, form: BookForm) -> ProblemsFoundError:
    message = _(
        "{file} không có hàng tiêu đề của sổ: cần ít nhất các cột “{columns}”.",
        file=file,
        columns="”, “".join(form.titles[field][0] for field in form.needed),
    )
    problem = Problem(
        "no-heading", message, Place(file=file), ways=(NameColumns(tuple(form.titles)),)
    )
    return ProblemsFoundError(message, (problem,))
