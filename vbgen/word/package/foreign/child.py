"""Run as a program of its own: a workbook of an older or other kind on standard input, its cells on standard output.

It is bounded in memory and processor time where the system can, so that no file can harm whoever reads it.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from vbgen.word.package.foreign.bounded import bind


class _TooMuchError(Exception):
    """More rows or cells than are borne; the argument says which."""


def main(most_rows: int, most_cells: int) -> None:
    """Write one JSON value: the sheets, or the fault."""
    bind()
    try:
        answer: dict[str, object] = {
            "sheets": list(_sheets(sys.stdin.buffer.read(), most_rows, most_cells))
        }
    except _TooMuchError as fault:
        answer = {"fault": str(fault)}
    except Exception as fault:  # noqa: BLE001 - whatever the parser raises, the file is at fault
        locked = "password" in f"{type(fault).__name__} {fault}".lower()
        answer = {"fault": "locked" if locked else "damaged"}
    sys.stdout.write(json.dumps(answer))


def _sheets(data: bytes, most_rows: int, most_cells: int) -> Iterator[dict[str, object]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    count = 0
    for told in book.sheets_metadata:
        if told.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(told.name)
        if sheet.height > most_rows:
            raise _TooMuchError("rows")
        cells = list(_cells(sheet))
        count += len(cells)
        if count > most_cells:
            raise _TooMuchError("cells")
        yield {
            "title": told.name,
            "hidden": told.visible is not SheetVisibleEnum.Visible,
            "cells": cells,
            "merged": _merged(sheet),
        }


def _cells(sheet: Any) -> Iterator[tuple[int, int, str, object]]:  # noqa: ANN401 - what calamine gives
    """Row and column from 1, kind and value of every cell that is not empty."""
    first_row, first_column = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), start=first_row + 1):
        for column, value in enumerate(values, start=first_column + 1):
            if value != "":
                yield (row, column, *_plain(value))


def _plain(value: object) -> tuple[str, object]:
    match value:
        case bool() | str():
            return "plain", value
        case int() | float():
            return "plain", int(value) if value == int(value) else value
        case datetime():
            return "datetime", value.isoformat()
        case date():
            return "date", value.isoformat()
        case time():
            return "time", value.isoformat()
        case timedelta():
            return "timedelta", value.total_seconds()
        case _:
            return "plain", str(value)


def _merged(sheet: Any) -> list[list[int]]:  # noqa: ANN401 - what calamine gives
    """Corners of merged cells, from 1; the formats that do not tell them have none."""
    ranges = getattr(sheet, "merged_cell_ranges", None) or []
    return [[top + 1, left + 1, bottom + 1, right + 1] for (top, left), (bottom, right) in ranges]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
