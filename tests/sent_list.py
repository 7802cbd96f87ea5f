"""A list as a unit sends it: a workbook whose only sheet is “Danh sách”."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl


def lay_sent_list(folder: Path, rows: Iterable[Sequence[object]], name: str = "ds.xlsx") -> None:
    """Laid where a reading lays it; the first row holds the headings."""
    book = openpyxl.Workbook()
    made = book.worksheets[0]
    made.title = "Danh sách"
    for row in rows:
        made.append(list(row))
    (folder / "nominations").mkdir(exist_ok=True)
    book.save(folder / "nominations" / name)
