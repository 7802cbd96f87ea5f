"""Drop-down lists of the Excel form: choices, Có/Không, ids of other sheets, kinds of paper, names of awards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from vbgen.campaign.cells.form_words import LISTS_SHEET, NO, YES
from vbgen.campaign.cells.shown import labels
from vbgen.campaign.topics import Column, ColumnKind, Topic, topic
from vbgen.campaign.writing import form_cells as look
from vbgen.campaign.writing.form_cells import cell_at, put_text
from vbgen.model.campaign import Campaign
from vbgen.model.field import Offered
from vbgen.model.references import key_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 5000
_OPEN_LISTS = {
    Offered.HONOURS: "ds_awards",
    Offered.PAPERS: "ds_paper_kinds",
    Offered.DESIGNS: "ds_designs",
}


@dataclass(slots=True)
class DropDowns:
    """The lists of one workbook, written to a sheet of their own as they are first asked for."""

    book: "Workbook"
    topics: Sequence[Topic]
    campaign: Campaign | None = None
    _names: set[str] = field(default_factory=set)

    def attach(self, sheet: "Worksheet", each: Topic) -> None:
        """Give every cell of the sheet that is chosen from a list its drop-down."""
        for number, column in enumerate(each.columns, 1):
            name = self._list_for(column)
            if name:
                letter = get_column_letter(number)
                area = f"{letter}2:{letter}{LAST_ROW}" if each.is_table else f"B{number + 1}"
                _attach(sheet, name, area, column)

    def move_to_the_end(self) -> None:
        """Put the lists' own sheet behind all others."""
        if LISTS_SHEET in self.book.sheetnames:
            self.book.move_sheet(LISTS_SHEET, offset=len(self.book.sheetnames))

    def _list_for(self, column: Column) -> str:
        if column.kind is ColumnKind.TRUTH:
            return self._written("ds_yes_no", (YES, NO))
        if column.choice:
            return self._written(f"ds_{column.choice.__name__}", labels(column))
        if column.form.offers:
            return self._written(_OPEN_LISTS[column.form.offers], column.words.titles)
        return self._ids(column.form.points_to) if column.form.points_to else ""

    def _ids(self, target: str) -> str:
        """The list of another sheet's ids: the sheet itself where this workbook has it."""
        name = f"ds_{target}"
        if any(each.field == target for each in self.topics):
            return self._named(name, _growing(topic(target)))
        rows = getattr(self.campaign, target) if self.campaign else ()
        return self._written(name, [str(getattr(row, key_of(target))) for row in rows])

    def _written(self, name: str, values: Sequence[str]) -> str:
        if not values or name in self._names:
            return name if values else ""
        sheet = self._sheet()
        number = len([cell for cell in sheet[1] if cell.value is not None]) + 1
        sheet.cell(1, number, name).font = look.BOLD
        for row, value in enumerate(values, 2):
            cell = cell_at(sheet, row, number)
            put_text(cell, value)
            cell.font = look.BODY
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = 40
        return self._named(name, f"'{LISTS_SHEET}'!${letter}$2:${letter}${len(values) + 1}")

    def _named(self, name: str, area: str) -> str:
        if name not in self._names:
            self._names.add(name)
            self.book.defined_names[name] = DefinedName(name, attr_text=area)
        return name

    def _sheet(self) -> "Worksheet":
        if LISTS_SHEET not in self.book.sheetnames:
            self.book.create_sheet(LISTS_SHEET).sheet_state = "hidden"
        return next(sheet for sheet in self.book.worksheets if sheet.title == LISTS_SHEET)


def _growing(target: Topic) -> str:
    """The ids of a sheet from under its heading down to the last that is filled."""
    fields = [column.field for column in target.columns]
    letter = get_column_letter(fields.index(key_of(target.field)) + 1)
    sheet = target.title.replace("'", "''")
    top, all_of_it = f"'{sheet}'!${letter}$1", f"'{sheet}'!${letter}$2:${letter}${LAST_ROW}"
    return f"OFFSET({top},1,0,MAX(1,COUNTA({all_of_it})),1)"


def _attach(sheet: "Worksheet", name: str, area: str, column: Column) -> None:
    rule = DataValidation("list", formula1=name, allow_blank=True, errorStyle="warning")
    rule.errorTitle, rule.error = column.title[:32], "\n".join(_advice(column))
    rule.add(area)
    sheet.add_data_validation(rule)


def _advice(column: Column) -> Iterator[str]:
    yield "Giá trị này không có trong danh sách."
    if target := column.form.points_to:
        yield f"Hãy khai báo trước ở trang “{topic(target).title}”."
    yield "Vẫn giữ lại?"
