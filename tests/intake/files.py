"""Small files of our own, as units send them: a table in Excel, in Word, in CSV, with what stands around it."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.utils import range_boundaries

from tests.campaign.foreign_files import in_1258, ods, xls

Row = Sequence[object]


def as_excel(
    path: Path,
    rows: Sequence[Row],
    merges: Sequence[str] = (),
    *,
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> Path:
    """A workbook of one sheet; `merges` count from the table's first row."""
    book = Workbook()
    sheet = book.worksheets[0]
    for text in before:
        sheet.append([text])
    for row in rows:
        sheet.append(list(row))
    for text in after:
        sheet.append([None, None, text])
    for merge in merges:
        left, top, right, bottom = _bounds(merge)
        sheet.merge_cells(
            start_row=top + len(before),
            end_row=bottom + len(before),
            start_column=left,
            end_column=right,
        )
    book.save(path)
    return path


def as_word(
    path: Path,
    rows: Sequence[Row],
    merges: Sequence[str] = (),
    *,
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> Path:
    """A Word file with the table between paragraphs."""
    document = Document()
    for text in before:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), max(map(len, rows)))
        table.style = "Table Grid"
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    table.cell(at, column).text = str(value)
        for merge in merges:
            left, top, right, bottom = _bounds(merge)
            _merge(table, left - 1, top - 1, right - 1, bottom - 1)
    for text in after:
        document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    path.write_bytes(buffer.getvalue())
    return path


def as_xls(path: Path, rows: Sequence[Row], **around: Sequence[str]) -> Path:
    """A workbook of Excel 97; nothing is merged in it."""
    path.write_bytes(xls({"Sheet1": _around(rows, around)}))
    return path


def as_ods(path: Path, rows: Sequence[Row], **around: Sequence[str]) -> Path:
    """A workbook of LibreOffice; nothing is merged in it."""
    path.write_bytes(ods({"Trang tính1": _around(rows, around)}))
    return path


def _around(rows: Sequence[Row], around: Mapping[str, Sequence[str]]) -> list[Row]:
    before: list[Row] = [[text] for text in around.get("before", ())]
    after: list[Row] = [[None, None, text] for text in around.get("after", ())]
    return [*before, *rows, *after]


def _bounds(merge: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(each or 0) for each in range_boundaries(merge))
    return left, top, right, bottom


def _merge(table: object, left: int, top: int, right: int, bottom: int) -> None:
    text = table.cell(top, left).text  # type: ignore[attr-defined]
    merged = table.cell(top, left).merge(table.cell(bottom, right))  # type: ignore[attr-defined]
    merged.text = text


def as_csv(path: Path, rows: Sequence[Row], *, encoding: str = "utf-8", sign: str = ",") -> Path:
    """A CSV file."""
    lines = (sign.join("" if each is None else str(each) for each in row) for row in rows)
    text = "\r\n".join(lines)
    path.write_bytes(in_1258(text) if encoding == "cp1258" else text.encode(encoding))
    return path
