"""Files for the tests, made of a whole campaign and then spoilt in one place."""

import re
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.campaign.campaigns import small_campaign
from tests.vocabulary import WORDS
from vbgen.campaign import write_campaign
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.topics import topic

Change = Callable[[openpyxl.Workbook], object]


_EMPTY = ("Người ký", "Nội dung", "Kết quả nhiệm vụ", "Chỉ tiêu thi đua", "Kết quả thi đua", "Báo cáo", "Sáng kiến",
          "Đã khen thưởng", "Hội đồng", "Họp Hội đồng", "Thành phần dự họp", "Bỏ phiếu", "Khen thưởng", "Văn bản",
          "Căn cứ")  # fmt: skip


def said(grid: Grid) -> str:
    """All that a sheet says, to be compared with what another says."""
    rows = {number: dict(row) for number, row in grid.rows.items()}
    return repr({each.name: getattr(grid, each.name) for each in fields(grid)} | {"rows": rows})


def campaign_folder(folder: Path, change: Change | None = None) -> Path:
    """A folder with campaign.xlsx, changed as wished; most sheets without data are left out."""
    path = folder / "campaign.xlsx"
    path.write_bytes(_small_workbook())
    if change:
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
    return folder


@cache
def _small_workbook() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "campaign.xlsx"
        write_campaign(small_campaign(), path, WORDS)
        book = openpyxl.load_workbook(path)
        for title in _EMPTY:
            book.remove(sheet(book, title))
        book.save(path)
        return path.read_bytes()


def store_result(path: Path, formula: str, value: bytes, kind: bytes = b"n") -> None:
    """Give the cell with this formula the stored result `value`, as Excel does when it saves."""
    told = b"<f>" + formula.encode() + b"</f>"
    written = re.compile(rb'<c ([^>]*?)(?: t="\w*")?>' + re.escape(told) + rb"<v\s*(?:/>|></v>)")
    result = rb'<c \g<1> t="' + kind + rb'">' + told + b"<v>" + value + b"</v>"
    packed = BytesIO()
    with ZipFile(path) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, written.sub(result, source.read(entry)))
    path.write_bytes(packed.getvalue())


def yaml_folder(folder: Path, *changes: tuple[str, str]) -> Path:
    """A folder with campaign.yaml, each first text replaced by the second."""
    path = folder / "campaign.yaml"
    write_campaign(small_campaign(), path, WORDS)
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        if old not in text:
            raise LookupError(old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return folder


def cell_of(table: str, field: str, row: int = 2) -> str:
    """The cell of a field in the form: `H2` for the unit of the first nominee."""
    each = topic(table)
    number = [column.field for column in each.columns].index(field)
    return f"{get_column_letter(number + 1)}{row}" if each.is_table else f"B{number + 2}"


def sheet(book: openpyxl.Workbook, title: str) -> Worksheet:
    """A worksheet by its title."""
    return next(each for each in book.worksheets if each.title == title)


def put(title: str, cell: str, value: object, pattern: str = "General") -> Change:
    """Type a value into a cell."""

    def change(book: openpyxl.Workbook) -> None:
        target = sheet(book, title)[cell]
        target.value = value
        target.number_format = pattern

    return change


def repacked(
    path: Path,
    *,
    add: dict[str, bytes] | None = None,
    change: dict[str, tuple[bytes, bytes]] | None = None,
) -> None:
    """The same package with parts added, or bytes in parts replaced."""
    packed = BytesIO()
    with ZipFile(path) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            old, new = (change or {}).get(entry.filename, (b"", b""))
            target.writestr(entry.filename, content.replace(old, new, 1) if old else content)
        for name, content in (add or {}).items():
            target.writestr(name, content)
    path.write_bytes(packed.getvalue())
