"""The year's statistics as an Excel workbook: by title and form, by unit, with a chart."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from vbgen.campaign.writing.form_cells import (
    BODY,
    BOLD,
    CENTRE,
    GRID,
    HEADING,
    HEADING_AT,
    REQUIRED_FILL,
    TITLE,
    TOP,
    cell_at,
    put_text,
)
from vbgen.messages import _
from vbgen.outputs import write_output
from vbgen.word.package.steady_bytes import steady_bytes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Values = tuple[str | int, ...]
_WIDE, _NARROW, _FIRST = 46, 13, 6
_HEADING_ROW = 3
_A4 = 9


class StatisticsLine(Protocol):
    """One row of the statistics."""

    @property
    def name(self) -> str:
        """Title, form or unit."""

    @property
    def values(self) -> Values:
        """The figures, in the order of the headings."""

    @property
    def is_total(self) -> bool:
        """Whether it sums up others."""


class StatisticsSheet(Protocol):
    """One sheet of the statistics."""

    @property
    def name(self) -> str:
        """The sheet's name."""

    @property
    def title(self) -> str:
        """The line over the table."""

    @property
    def headings(self) -> Sequence[str]:
        """Headings of the columns after the number and the name's."""

    @property
    def rows(self) -> Sequence[StatisticsLine]:
        """Rows in order."""

    @property
    def charted(self) -> tuple[int, int]:
        """First and last of the figures' columns (from 0) that the chart shows."""


def write_tables(tables: Sequence[StatisticsSheet], title: str, path: Path) -> None:
    """Write a workbook with a sheet and a chart for each table; OutputError when it cannot be written."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    write_output(path, steady_bytes(book, title))


def _fill(sheet: "Worksheet", table: StatisticsSheet) -> None:
    headings = [_("STT"), table.headings[0], *table.headings[1:]]
    put_text(cell_at(sheet, 1, 1), table.title)
    sheet["A1"].font = TITLE
    sheet.append([])
    sheet.append(headings)
    number = 0
    for row in table.rows:
        number += not row.is_total
        sheet.append(["" if row.is_total else number, "", *row.values])
        put_text(cell_at(sheet, sheet.max_row, 2), row.name)
    _style(sheet, table, len(headings))
    _chart(sheet, table)


def _style(sheet: "Worksheet", table: StatisticsSheet, columns: int) -> None:
    for at in range(1, columns + 1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = {1: _FIRST, 2: _WIDE}.get(at, _NARROW)
        heading = sheet.cell(_HEADING_ROW, at)
        heading.font, heading.fill, heading.alignment, heading.border = (
            HEADING,
            REQUIRED_FILL,
            HEADING_AT,
            GRID,
        )
    for number, row in enumerate(table.rows, _HEADING_ROW + 1):
        for at in range(1, columns + 1):
            figure = sheet.cell(number, at)
            figure.font, figure.border = BOLD if row.is_total else BODY, GRID
            figure.alignment = TOP if at == 2 else CENTRE  # noqa: PLR2004 - names stand in the second column
    sheet.row_dimensions[_HEADING_ROW].height = 36
    sheet.freeze_panes = f"C{_HEADING_ROW + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    sheet["A1"].alignment = Alignment(horizontal="left")


def _chart(sheet: "Worksheet", table: StatisticsSheet) -> None:
    """Stacked bars of the rows that are no totals."""
    count = sum(not row.is_total for row in table.rows)
    if not count:
        return
    first, last = table.charted
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title, chart.height, chart.width = table.title, 1.0 * count + 4, 24
    chart.y_axis.majorGridlines = None
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    bottom = _HEADING_ROW + count
    chart.add_data(
        Reference(sheet, min_col=first + 3, max_col=last + 3, min_row=_HEADING_ROW, max_row=bottom),
        titles_from_data=True,
    )
    chart.set_categories(Reference(sheet, min_col=2, min_row=_HEADING_ROW + 1, max_row=bottom))
    sheet.add_chart(chart, f"A{_HEADING_ROW + len(table.rows) + 3}")
