"""A workbook that changes is read as if nothing of it had ever been read, and only what changed is read."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.campaign.files import campaign_folder, repacked, said
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.known_sheets import memory
from vbgen.campaign.reading.xlsx_grids import read_grids
from vbgen.messages import use_language
from vbgen.word.package.workbook import read_workbook

_BOLD_FIRST = CellRichText(TextBlock(InlineFont(b=True), "Nguyễn "), "Thị Lan")
_STRINGS = "xl/sharedStrings.xml"
_INLINE = re.compile(rb' t="inlineStr"><is>(.*?)</is>', re.DOTALL)
_SST = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


def _read(path: Path) -> tuple[Grid, ...]:
    return read_grids(read_workbook(path, path.name), path.name)


def _anew(path: Path) -> tuple[Grid, ...]:
    memory.cache_clear()
    return _read(path)


def _book(folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Người"
    for title, words in {"Người": "Lan", "Đơn vị": "Lan", "Khác": "riêng"}.items():
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        sheet.append(["Tên", "Ngày", "Số"])
        sheet.append([words, dt.date(2026, 3, 5), 7])
        sheet.append(["Bình", None, 2])
        sheet.append([None, None, "=C2*2"])
    path = folder / "a.xlsx"
    _save(book, path)
    return path


def _save(book: openpyxl.Workbook, path: Path) -> None:
    """As Excel saves it: texts stand once in a part of their own, and are named by their numbers."""
    book.save(path)
    texts: list[bytes] = []

    def shared(match: re.Match[bytes]) -> bytes:
        if match[1] not in texts:
            texts.append(match[1])
        return b' t="s"><v>%d</v>' % texts.index(match[1])

    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts = {name: _INLINE.sub(shared, content) for name, content in parts.items()}
    parts[_STRINGS] = _SST + b"".join(b"<si>%s</si>" % text for text in texts) + b"</sst>"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", _TYPE)
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def _changed(act: Callable[[openpyxl.Workbook], object]) -> Callable[[Path], object]:
    def change(path: Path) -> None:
        book = openpyxl.load_workbook(path, rich_text=True)
        act(book)
        _save(book, path)

    return change


def _called(book: openpyxl.Workbook, *titles: str) -> None:
    """The first sheet's title for a while, then that of each."""
    for sheet, title in zip((book.worksheets[0], *book.worksheets), titles, strict=True):
        sheet.title = title


def _put(
    cell: str,
    value: Any,  # noqa: ANN401 - whatever a cell takes
    title: str = "Người",
) -> Callable[[Path], object]:
    return _changed(lambda book: book[title].__setitem__(cell, value))


def _spelt(path: Path, old: bytes, new: bytes, part: str = _STRINGS) -> None:
    repacked(path, change={part: (old, new)})


CHANGES: dict[str, Callable[[Path], object]] = {
    "a new text before all others": _put("A1", "Họ và tên"),
    "a text that both have, in one": _put("A2", "Nga", "Đơn vị"),
    "a shared text itself": lambda path: _spelt(path, b"Lan", "Lân".encode()),
    "a number": _put("C2", 8),
    "a formula": _put("C4", "=C2*3"),
    "a text with bold": _put("A2", _BOLD_FIRST),
    "a font": _changed(lambda book: setattr(book["Người"]["A2"], "font", Font(name=".VnTime"))),
    "how a day is shown": _changed(
        lambda book: setattr(book["Đơn vị"]["B2"], "number_format", "mm-dd-yy")
    ),
    "a link": _changed(lambda book: setattr(book["Người"]["B3"], "hyperlink", "mailto:a@b.vn")),
    "a comment": _changed(
        lambda book: setattr(book["Người"]["A2"], "comment", Comment("xem lại", "Lan"))
    ),
    "a hidden row": _changed(lambda book: setattr(book["Người"].row_dimensions[2], "hidden", True)),
    "a hidden sheet": _changed(lambda book: setattr(book["Khác"], "sheet_state", "hidden")),
    "a title": _changed(lambda book: setattr(book["Khác"], "title", "Khen")),
    "titles that change places": _changed(
        lambda book: _called(book, "x", "Đơn vị nào", "Người", "Khác")
    ),
    "sheets in another order": _changed(lambda book: book.move_sheet("Khác", -2)),
    "a sheet fewer": _changed(lambda book: book.remove(book["Đơn vị"])),
    "merged cells": _changed(lambda book: book["Người"].merge_cells("A2:A3")),
    "days that count from 1904": _changed(
        lambda book: setattr(book, "epoch", dt.datetime(1904, 1, 1))  # noqa: DTZ001 - a day of a calendar
    ),
    "two names of one part": lambda path: _spelt(
        path, b"sheet2.xml", b"sheet1.xml", "xl/_rels/workbook.xml.rels"
    ),
    "nothing": lambda _path: None,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_read_before_changes_nothing(
    change: Callable[[Path], object], tmp_path: Path
) -> None:
    path = _book(tmp_path)
    _anew(path)
    change(path)
    again = [[said(grid) for grid in _read(path)] for _time in range(2)]
    assert again == [[said(grid) for grid in _anew(path)]] * 2


def test_only_the_sheet_that_changed_is_read(tmp_path: Path) -> None:
    path = _book(tmp_path)
    before = _anew(path)
    _put("A2", "Nga", "Đơn vị")(path)
    after = _read(path)
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]


def test_a_shared_text_that_changes_is_read_wherever_it_stands(tmp_path: Path) -> None:
    path = _book(tmp_path)
    before = _anew(path)
    CHANGES["a shared text itself"](path)
    after = _read(path)
    assert [one is other for one, other in zip(before, after, strict=True)] == [False, False, True]


def test_another_reader_is_told_in_the_own_language(tmp_path: Path) -> None:
    folder = campaign_folder(tmp_path, lambda book: book["Đơn vị"].append(["Tổng cộng"]))
    told = []
    for language in ("vi", "en", "vi"):
        use_language(language)
        try:
            told.append(inspect_campaign(folder, WORDS).problems)
        finally:
            use_language("vi")
    first, english, again = told
    assert first == again
    assert [each.code for each in english] == [each.code for each in first]
    assert english[0].message != first[0].message
