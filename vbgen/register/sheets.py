"""The register's books as Excel files, out and in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vbgen.errors import Problem, ProblemsFoundError
from vbgen.messages import _
from vbgen.register.books import OUTGOING_COLUMNS, Book
from vbgen.register.entering.past_entries import PastEntry, past_entry
from vbgen.register.entering.past_sheets import BookForm, nothing_in, past_sheets
from vbgen.words.formulas import as_text

if TYPE_CHECKING:
    from openpyxl import Workbook

_WIDTHS = (18, 14, 60, 22, 40, 22, 10, 14, 12, 30)
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
OUTGOING = BookForm(
    titles={
        field: (title,) for title, field in zip(OUTGOING_COLUMNS, _FIELDS, strict=True) if field
    },
    needed=("code", "day", "subject"),
)


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


def read_past(data: bytes, file: str, mapping: Mapping[str, str]) -> list[PastEntry]:
    """The entries of every sheet that is a past register, out of a workbook that was found safe.

    `file` is its name in sentences.

    `mapping` says which heading is which field where they are named otherwise.

    ProblemsFoundError with every cell that cannot be read, or where there is no row at all.
    """
    entries, problems = list[PastEntry](), list[Problem]()
    for sheet in past_sheets(data, file, OUTGOING, mapping):
        problems += sheet.faults()
        for values, place in sheet.filled():
            if values.get("code") == "(1)":
                continue
            made, faults = past_entry(values, place)
            entries += [made] if made else []
            problems += faults
    if problems:
        raise ProblemsFoundError(
            _("Sổ các năm trước {file} có lỗi; chưa nhập gì.", file=file), tuple(problems)
        )
    if not entries:
        raise nothing_in(file)
    return entries
