"""The register's books as Excel files, out and in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vbgen.errors import Place, Problem, ProblemsFoundError, UnreadableFileError
from vbgen.messages import _
from vbgen.register.books import OUTGOING_COLUMNS, Book
from vbgen.register.database.words import fold
from vbgen.register.entering.past_entries import PastEntry, past_entry
from vbgen.ways import NameColumns
from vbgen.words.formulas import as_text

if TYPE_CHECKING:
    from openpyxl import Workbook

_WIDTHS = (18, 14, 60, 22, 40, 22, 10, 14, 12, 30)
_SEARCHED_ROWS = 30  # where the heading may stand, below titles
_FIELDS = (
    "code",
    "day",
    "subject",
    "signer_name",
    "recipients",
    "copy_kept_by",
    "copies",
    "moved_on",
    "",
    "note",
)
_NEEDED = ("code", "day", "subject")


def as_workbook(book: Book) -> "Workbook":
    """The book as a workbook: headings on every printed page, landscape."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = book.title[:31]
    sheet.append(book.columns)
    for row in book.rows:
        sheet.append([as_text(text) for text in row])
    for number, width in enumerate(_WIDTHS[: len(book.columns)]):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name="Times New Roman", size=12, bold=cell.row == 1)
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    return workbook


@dataclass(frozen=True, slots=True)
class _Sheet:
    file: str
    name: str
    heading: int  # row number
    columns: Mapping[str, int]  # field → column, from 1

    def place(self, row: int, field: str) -> Place:
        from openpyxl.utils import get_column_letter

        return Place(
            file=self.file, sheet=self.name, cell=f"{get_column_letter(self.columns[field])}{row}"
        )


def read_past(data: bytes, file: str, mapping: Mapping[str, str]) -> list[PastEntry]:
    """The entries of a past register, out of a workbook that was found safe; `file` is its name in sentences.

    `mapping` says which heading is which field where they are named otherwise.

    ProblemsFoundError with every cell that cannot be read.
    """
    sheet, rows = _opened(data, file, mapping)
    entries, problems = [], []
    for number, row in enumerate(rows, sheet.heading + 1):
        values = {field: _value(row, column) for field, column in sheet.columns.items()}
        if (
            not any(values.get(field) not in (None, "") for field in _NEEDED)
            or values.get("code") == "(1)"
        ):
            continue
        made, faults = past_entry(values, lambda field, number=number: sheet.place(number, field))  # type: ignore[misc]  # bound
        entries += [made] if made else []
        problems += faults
    if problems:
        raise ProblemsFoundError(
            _("Sổ các năm trước {file} có lỗi; chưa nhập gì.", file=file), tuple(problems)
        )
    return entries


def _opened(
    data: bytes, file: str, mapping: Mapping[str, str]
) -> tuple[_Sheet, Sequence[Sequence[object]]]:
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(BytesIO(data), read_only=False, data_only=True)
    except (OSError, KeyError, ValueError) as fault:
        message = _(
            "Không đọc được {file} như một tệp Excel (.xlsx): {reason}.", file=file, reason=fault
        )
        raise UnreadableFileError(message) from fault
    for worksheet in workbook.worksheets:
        rows = list(worksheet.iter_rows(values_only=True))
        for number, row in enumerate(rows[:_SEARCHED_ROWS], 1):
            columns = _columns(row, mapping)
            if all(field in columns for field in _NEEDED):
                return _Sheet(file, worksheet.title, number, columns), rows[number:]
    raise _no_heading(file)


def _columns(row: Sequence[object], mapping: Mapping[str, str]) -> dict[str, int]:
    known = {
        fold(title): field for title, field in zip(OUTGOING_COLUMNS, _FIELDS, strict=True) if field
    }
    known |= {fold(title): field for title, field in mapping.items()}
    found: dict[str, int] = {}
    for column, title in enumerate(row, 1):
        field = known.get(" ".join(fold(str(title or "")).split()))
        if field:
            found.setdefault(field, column)
    return found


def _value(row: Sequence[object], column: int) -> object:
    value = row[column - 1] if column <= len(row) else None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date | int | None) else str(value).strip()


def _no_heading(file: str) -> ProblemsFoundError:
    message = _(
        "{file} không có hàng tiêu đề của sổ đăng ký văn bản đi: cần ít nhất các cột “{columns}”.",
        file=file,
        columns="”, “".join(OUTGOING_COLUMNS[:3]),
    )
    ways = (NameColumns(tuple(filter(None, _FIELDS))),)
    problem = Problem("no-heading", message, Place(file=file), ways=ways)
    return ProblemsFoundError(message, (problem,))
