"""A workbook of what was read elsewhere: doubtful cells coloured, the source of each in its comment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from vbgen.campaign.cells.form_words import COMPARED_SHEET
from vbgen.campaign.short.one_row import list_topic, listed_row
from vbgen.campaign.topics import Topic, worded
from vbgen.campaign.writing.form_cells import cell_at, put_text
from vbgen.campaign.writing.form_sheets import note
from vbgen.campaign.writing.workbook_out import book_of
from vbgen.model.campaign import Campaign
from vbgen.model.field import Record
from vbgen.model.vocabulary import Vocabulary
from vbgen.word.package.steady_bytes import steady_bytes

_DOUBTFUL = PatternFill("solid", start_color="FFD966")
_HEAD = PatternFill("solid", start_color="BDD7EE")
_WIDTHS = (22, 44, 60, 50, 44)
_FIRST_ROW = 2


@dataclass(frozen=True, slots=True)
class CellMark:
    """What a cell's comment says, and whether a person must look at the cell."""

    comment: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class MarkedBook:
    """Records by table, marks by table, row (from 0) and field, and rows of the sheet of things to look at."""

    rows: Mapping[str, Sequence[Mapping[str, object] | Record]]
    marks: Mapping[tuple[str, int, str], CellMark]
    compared: Sequence[Sequence[str]]
    title: str


def marked_workbook(
    marked: MarkedBook, words: Vocabulary, campaign: Campaign | None = None
) -> bytes:
    """The workbook of the sheets that rows were read for, the list of people among them."""
    sheets = {each.field: each for each in (list_topic(words), *worded(words))}
    chosen = [sheets[name] for name in sheets if name in marked.rows]
    rows = {name: [_record(words, row) for row in found] for name, found in marked.rows.items()}
    book = book_of(chosen, rows, marked.title, campaign)
    for (table, row, name), mark in marked.marks.items():
        _mark(book[sheets[table].title], sheets[table], row, name, mark)
    _compare(book, marked.compared)
    return steady_bytes(book, marked.title)


def _record(words: Vocabulary, row: Mapping[str, object] | Record) -> Record:
    return row if isinstance(row, Record) else listed_row(words, row)


def _mark(sheet: Worksheet, topic: Topic, row: int, name: str, mark: CellMark) -> None:
    numbers = [number for number, column in enumerate(topic.columns, 1) if column.field == name]
    if not numbers:
        return
    spot = (row + _FIRST_ROW, numbers[0]) if topic.is_table else (numbers[0] + 1, 2)
    cell = sheet.cell(*spot)
    cell.comment = note(mark.comment)
    if mark.is_doubtful:
        cell.fill = _DOUBTFUL


def _compare(book: Workbook, rows: Sequence[Sequence[str]]) -> None:
    """The sheet of what a person should look at, first of all after the guide."""
    sheet = book.create_sheet(COMPARED_SHEET, 1)
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = cell_at(sheet, number, column)
            put_text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font, cell.fill = Font(bold=True), _HEAD
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
