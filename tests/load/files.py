"""Files for the tests, made of a whole campaign and then spoilt in one place."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from campaigns import small_campaign
from openpyxl.worksheet.worksheet import Worksheet

from vbgen.load import write_campaign

Change = Callable[[openpyxl.Workbook], object]


def campaign_folder(folder: Path, change: Change | None = None) -> Path:
    """A folder with campaign.xlsx, changed as wished."""
    path = folder / "campaign.xlsx"
    write_campaign(small_campaign(), path)
    if change:
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
    return folder


def yaml_folder(folder: Path, *changes: tuple[str, str]) -> Path:
    """A folder with campaign.yaml, each first text replaced by the second."""
    path = folder / "campaign.yaml"
    write_campaign(small_campaign(), path)
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        if old not in text:
            raise LookupError(old)
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return folder


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
    path: Path, *, add: dict[str, bytes] | None = None, change: dict[str, tuple[bytes, bytes]] | None = None
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
