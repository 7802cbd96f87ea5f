"""Sheets of the Excel form: a table under its headings, or a list of names and values."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.utils.units import points_to_pixels

from vbgen.campaign.cells.form_words import SINGLE_EXAMPLE, SINGLE_NAME, SINGLE_NOTE, SINGLE_VALUE
from vbgen.campaign.cells.markers import EXAMPLE
from vbgen.campaign.cells.shown import expected, shown, shown_in, typed_example
from vbgen.campaign.examples import example_records
from vbgen.campaign.topics import Column, Topic
from vbgen.campaign.writing import form_cells as look
from vbgen.campaign.writing.cell_out import cell_value, pattern
from vbgen.campaign.writing.form_cells import cell_at, fit_height, put, put_text, set_up_page
from vbgen.model.field import Record

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

AUTHOR = "vbgen"
_NOTE_WIDTH, _NOTE_LINE, _NOTE_LETTERS = 300, 17, 38  # points, points, letters in a line
_SINGLE_WIDTHS = (30, 70, 48, 48)


def write_table(
    sheet: "Worksheet", topic: Topic, records: Sequence[Record], *, examples: bool
) -> None:
    """Headings with their notes, then the records, or an example row where there are none."""
    for number, column in enumerate(topic.columns, 1):
        _write_heading(cell_at(sheet, 1, number), column)
        _format_column(sheet, number, column)
    sheet.row_dimensions[1].height = 40
    if examples and not records:
        _write_examples(sheet, topic)
    for row, record in enumerate(records, 2):
        for number, column in enumerate(topic.columns, 1):
            cell = cell_at(sheet, row, number)
            _dress(cell, column)
            put(cell, cell_value(column, getattr(record, column.field)))
        fit_height(sheet, row, [look.width(column) for column in topic.columns])
    sheet.freeze_panes = "A2" if topic.columns[0].form.is_prose else "B2"
    _set_up_page(sheet, topic)


def write_single(
    sheet: "Worksheet", topic: Topic, record: Record | None, *, only_said: bool = False
) -> None:
    """Name, value, how to write it, example: one line a field; with `only_said` defaults are left empty."""
    for number, (title, width) in enumerate(zip(_single_titles(), _SINGLE_WIDTHS, strict=True), 1):
        cell = cell_at(sheet, 1, number)
        cell.value = title
        cell.font, cell.fill, cell.alignment, cell.border = (
            look.HEADING,
            look.REQUIRED_FILL,
            look.HEADING_AT,
            look.GRID,
        )
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row, column in enumerate(topic.columns, 2):
        value = getattr(record, column.field) if record else column.default
        is_left = only_said and value in {None, column.default}
        _write_line(sheet, row, column, None if is_left else value)
        fit_height(sheet, row, _SINGLE_WIDTHS)
    sheet.freeze_panes = "C2"
    _set_up_page(sheet, topic)


def heading_title(column: Column) -> str:
    """The heading as it stands in the form; `*` marks what must be filled."""
    return f"{column.title} *" if column.required else column.title


def _single_titles() -> tuple[str, ...]:
    return SINGLE_NAME, SINGLE_VALUE, SINGLE_NOTE, SINGLE_EXAMPLE


def _write_heading(cell: "Cell", column: Column) -> None:
    cell.value = heading_title(column)
    cell.font, cell.alignment, cell.border = look.HEADING, look.HEADING_AT, look.GRID
    cell.fill = look.REQUIRED_FILL if column.required else look.OPTIONAL_FILL
    cell.comment = note(heading_note(column))


def heading_note(column: Column) -> str:
    """What to fill in, in what form, and whether it may stay empty."""
    return "\n".join(line for line in (column.note, f"{_how(column)}.", _must(column)) if line)


def _how(column: Column) -> str:
    said = expected(column)
    return said[:1].upper() + said[1:] if said.startswith("chọn ") else f"Ghi {said}"


def _must(column: Column) -> str:
    if column.required:
        return "Bắt buộc."
    default = shown(column.default)
    return f"Để trống thì là “{default}”." if default else "Không bắt buộc."


def note(text: str) -> Comment:
    """A note large enough for its text."""
    lines = sum(1 + len(line) // _NOTE_LETTERS for line in text.splitlines())
    height = points_to_pixels(_NOTE_LINE * (lines + 1))
    return Comment(text, AUTHOR, height=height, width=points_to_pixels(_NOTE_WIDTH * 0.75))


def _format_column(sheet: "Worksheet", number: int, column: Column) -> None:
    """Format the cells that are still empty, so that what is typed there is kept as it was meant."""
    dimension = sheet.column_dimensions[get_column_letter(number)]
    dimension.width = look.width(column)
    dimension.font, dimension.alignment = look.BODY, look.alignment(column)
    dimension.number_format = pattern(column)


def _dress(cell: "Cell", column: Column) -> None:
    cell.font, cell.alignment, cell.border = look.BODY, look.alignment(column), look.GRID


def _write_examples(sheet: "Worksheet", topic: Topic) -> None:
    for row, record in enumerate(example_records(topic), 2):
        for number, column in enumerate(topic.columns, 1):
            _write_example(cell_at(sheet, row, number), column, record, is_marked=number == 1)
        fit_height(sheet, row, [look.width(column) for column in topic.columns])


def _write_example(cell: "Cell", column: Column, record: Record, *, is_marked: bool) -> None:
    value = getattr(record, column.field)
    if is_marked:
        put_text(cell, f"{EXAMPLE} {shown_in(column, value)}".strip())
    else:
        put(cell, cell_value(column, value))
    cell.font, cell.alignment, cell.border = look.EXAMPLE, look.alignment(column), look.GRID
    cell.fill = look.EXAMPLE_FILL


def _write_line(sheet: "Worksheet", row: int, column: Column, value: object) -> None:
    name, filled, how, example = (cell_at(sheet, row, number) for number in range(1, 5))
    name.value, name.font, name.fill = heading_title(column), look.BOLD, look.PALE_FILL
    filled.font, filled.number_format = look.BODY, pattern(column)
    put(filled, cell_value(column, value))
    how.value, how.font = f"{column.note} {_must(column)}".strip(), look.EXAMPLE
    put_text(example, typed_example(column))
    example.font = look.EXAMPLE
    for cell in (name, filled, how, example):
        cell.alignment, cell.border = look.LEFT, look.GRID


def _set_up_page(sheet: "Worksheet", topic: Topic) -> None:
    sheet.sheet_properties.tabColor = look.TABS[topic.sheet.group]
    set_up_page(sheet, landscape=True)
    sheet.print_title_rows = "1:1"
