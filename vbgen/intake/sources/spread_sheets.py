"""Sheets of Excel and its kin as rows of cleaned text."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

from vbgen.campaign.cells.cleaning import cleaned
from vbgen.campaign.cells.entries import Broken, TypedValue
from vbgen.campaign.cells.shown import quoted
from vbgen.campaign.examples import is_left_example
from vbgen.campaign.folder import grids_of
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.topics import Column, topic
from vbgen.errors import Place, Problem, Severity
from vbgen.intake.sources.values import SeenCell, SeenRow, SeenSheet
from vbgen.messages import _
from vbgen.words.dates import short_date


def spread_sheets(path: Path, name: str) -> tuple[SeenSheet, ...]:
    """Every sheet of a workbook or CSV file; raises UnreadableFileError for what is no safe one."""
    return tuple(map(_sheet, grids_of(path, name)))


@cache
def name_column() -> Column:
    """The column by whose rules a text is cleaned."""
    return topic("nominees").column("full_name")


def seen_cell(
    entry: TypedValue, place: Place, *, is_covered: bool = False, is_beside: bool = False
) -> SeenCell | None:
    """An entry as cleaned text; None for one that says nothing."""
    if isinstance(entry.value, str) and not entry.runs and not entry.remarks:
        value, doubts = _brought(entry.value)
    else:
        entry, remarks = cleaned(name_column(), entry)
        value, doubts = entry.value, tuple(_doubts((*entry.remarks, *remarks)))
    if is_left_example(entry):
        doubts = (*doubts, _("“{text}” còn nguyên ví dụ của mẫu", text=quoted(value)))
    if isinstance(value, Broken):
        return SeenCell("", place, (*doubts, value.shown), is_covered, is_beside)
    text = _written(value)
    if not text.strip():
        return None
    typed = None if isinstance(value, str) else value
    return SeenCell(text.strip(), place, doubts, is_covered, is_beside, typed)


@lru_cache(maxsize=16_384)  # the same texts stand in row after row
def _brought(text: str) -> tuple[object, tuple[str, ...]]:
    """A text in Unicode, and what is doubtful about it."""
    entry, remarks = cleaned(name_column(), TypedValue(text, Place()))
    return entry.value, tuple(_doubts(remarks))


def _doubts(problems: Iterable[Problem]) -> Iterable[str]:
    return (each.message for each in problems if each.severity is not Severity.NOTE)


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return short_date(value.date())
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return "" if value is None else str(value)


def _sheet(grid: Grid) -> SeenSheet:
    beside: dict[int, set[int]] = {}
    for row, column in grid.covered:
        beside.setdefault(row, set()).add(column)
    numbers = sorted({*grid.rows, *beside})
    rows = (_row(grid, number, beside.get(number, set())) for number in numbers)
    filled = tuple(row for row in rows if row.cells)
    return SeenSheet(grid.title, grid.place, filled, grid.is_hidden)


def _row(grid: Grid, number: int, beside: set[int]) -> SeenRow:
    cells: dict[int, SeenCell] = {}
    for column in sorted({*grid.rows.get(number, {}), *beside}):
        entry = grid.at(number, column)
        if entry is None:
            continue
        top, left = grid.covered.get((number, column), (number, column))
        place = grid.place_at(number, column)
        is_covered, is_beside = top != number, left != column
        if found := seen_cell(entry, place, is_covered=is_covered, is_beside=is_beside):
            cells[column] = found
    return SeenRow(
        cells,
        grid.place_at(number, 1),
        is_hidden=number in grid.hidden_rows,
        is_struck=grid.is_struck(number),
    )
