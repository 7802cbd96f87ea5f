"""Rows that are read as they are spelt give what openpyxl gives of them; what is spelt otherwise is left to it."""

import datetime as dt
import random
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from tests.campaign.files import repacked, said
from vbgen.campaign.reading.grid import Grid
from vbgen.campaign.reading.known_sheets import memory
from vbgen.campaign.reading.xlsx_grids import read_grids
from vbgen.errors import UnreadableFileError
from vbgen.word.package.sheets.plain_rows import taken_out
from vbgen.word.package.workbook import SafeWorkbook, read_package, read_workbook

_SHEET = "xl/worksheets/sheet1.xml"
_FORMATS = (
    "General", "0", "0000", "#,##0.00", "dd/mm/yyyy", "mm-dd-yy", "[h]:mm", "hh:mm", 'd "ngày" m', "@",
)  # fmt: skip
_FONTS = ("Calibri", ".VnTime", "VNI-Times")


def _by_spelling(path: Path) -> list[Grid] | str:
    return _grids(lambda: read_workbook(path, path.name))


def _by_openpyxl(path: Path) -> list[Grid] | str:
    return _grids(lambda: SafeWorkbook(read_package(path, path.name)))


def _grids(opened) -> list[Grid] | str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    memory.cache_clear()
    try:
        return list(read_grids(opened(), "a.xlsx"))
    except UnreadableFileError as error:
        return error.problems[0].code


def _told(found: list[Grid] | str) -> list[str] | str:
    return found if isinstance(found, str) else list(map(said, found))


def _book(folder: Path, rows: str, around: str = "", *, is_1904: bool = False) -> Path:
    """A workbook with those rows as they stand, styles 1 to 30 for each format and font."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, pattern in enumerate(_FORMATS):
        for at, font in enumerate(_FONTS, start=1):
            cell = sheet.cell(900 + number, at, 1)
            cell.number_format, cell.font = pattern, Font(name=font, b=at == 1, i=number == 1)
    if is_1904:
        book.epoch = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - a day of a calendar
    path = folder / "a.xlsx"
    book.save(path)
    head = b"<sheetData>"
    repacked(path, change={_SHEET: (head, head + rows.encode())})
    repacked(path, change={_SHEET: (b"</sheetData>", b"</sheetData>" + around.encode())})
    return path


def _text(text: str) -> str:
    return f'<c r="B2" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


PLAIN = {
    "a text": _text("Nguyễn Văn An"),
    "characters by their numbers": _text("Nguy&#7877;n &#x1EBF; &amp; &lt;An&gt; &quot;&apos;"),
    "blanks at both ends": _text("  An  "),
    "line ends": _text("một\r\nhai\rba\nbốn&#13;&#10;"),
    "an escape of Excel": _text("a_x000D_b_x005F_x000D_c"),
    "a number": '<c r="B2"><v>1965</v></c><c r="C2" t="n"><v>-1.5E-3</v></c>',
    "a long number": '<c r="B2"><v>12345678901234567</v></c>',
    "a truth": '<c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c>',
    "a cell twice": '<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>',
    "cells out of order": '<c r="D2"><v>1</v></c><c r="B2"><v>2</v></c>',
    "an empty cell with a style": '<c r="B2" s="3"/><c r="C2" s="4" />',
    "an empty cell as openpyxl writes it": '<c r="B2" s="3" t="n"></c><c r="C2" t="inlineStr"></c>',
    "every style": "".join(
        f'<c r="{letter}2" s="{style}"><v>{value}</v></c>'
        for style, (letter, value) in enumerate(
            zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (44000, 0.5, 59, 61.25, 3, 0, 1.75) * 4, strict=False)
        )
    ),
    "a day beyond the calendar": '<c r="B2" s="13"><v>99999999</v></c>',
    "texts in old fonts": "".join(
        f'<c r="{letter}2" s="{style}" t="inlineStr"><is><t>Nguyễn</t></is></c>'
        for style, letter in enumerate("ABCDEFGHIJ")
    ),
}
NOT_PLAIN = {
    "a formula with its result": '<c r="B2"><f>1+1</f><v>2</v></c>',
    "a formula without": '<c r="B2"><f>1+1</f></c>',
    "an error": '<c r="B2" t="e"><v>#N/A</v></c>',
    "a text of a formula": '<c r="B2" t="str"><v>a</v></c>',
    "an ISO day": '<c r="B2" t="d"><v>2022-06-30</v></c>',
    "an empty text": '<c r="B2" t="inlineStr"><is><t></t></is></c>',
    "runs": '<c r="B2" t="inlineStr"><is><r><rPr><rFont val=".VnTime"/></rPr><t>a</t></r><r><t>b</t></r></is></c>',
    "phonetic runs": '<c r="B2" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>',
    "a cell of another row": '<c r="B3"><v>1</v></c>',
    "a cell without its place": "<c><v>1</v></c>",
    "attributes in another order": '<c t="n" r="B2"><v>1</v></c>',
    "a comment": '<c r="B2"><!-- x --><v>1</v></c>',
    "a section of data": '<c r="B2" t="inlineStr"><is><t><![CDATA[a]]></t></is></c>',
    "an unknown entity": _text("a&nbsp;b"),
    "no number": '<c r="B2"><v>1_0</v></c>',
}
BROKEN = {
    "a character that XML has not": _text("a&#1;b"),
    "a style that there is not": '<c r="B2" s="999"><v>1</v></c>',
    "a shared text that there is not": '<c r="B2" t="s"><v>7777</v></c>',
    "half a surrogate": _text("a&#55296;b"),
    "an attribute twice": '<c r="B2" r="B2"><v>1</v></c>',
    "an element that stays open": '<c r="B2"><v>1</c>',
}


def _row(cells: str, more: str = "") -> str:
    return f'<row r="2"{more}>{cells}</row>'


@pytest.mark.parametrize("what", [*PLAIN, *NOT_PLAIN, *BROKEN])
@pytest.mark.parametrize("is_1904", [False, True])
def test_a_row_says_what_openpyxl_reads_in_it(what: str, is_1904: bool, tmp_path: Path) -> None:
    cells = {**PLAIN, **NOT_PLAIN, **BROKEN}[what]
    path = _book(tmp_path, _row(cells) + '<row r="7"><c r="A7"><v>7</v></c></row>', is_1904=is_1904)

    found = _by_spelling(path)

    assert _told(found) == _told(_by_openpyxl(path))
    assert (found == "damaged-file") is (what in {*BROKEN, "an unknown entity"})


@pytest.mark.parametrize("what", PLAIN)
def test_rows_of_common_programs_need_no_parser(what: str, tmp_path: Path) -> None:
    path = _book(tmp_path, _row(PLAIN[what]))

    assert read_workbook(path, path.name).rows[_SHEET][0].number == 2


@pytest.mark.parametrize("what", NOT_PLAIN)
def test_a_row_of_another_spelling_stays_for_the_parser(what: str, tmp_path: Path) -> None:
    path = _book(tmp_path, _row(NOT_PLAIN[what]))

    try:
        rows = read_workbook(path, path.name).rows.get(_SHEET, ())
    except UnreadableFileError:
        return
    assert 2 not in [row.number for row in rows]


SHEETS = {
    "hidden and filtered rows": (_row('<c r="A2"><v>1</v></c>', ' hidden="1"'), ""),
    "heights and spans": (
        _row('<c r="A2"><v>1</v></c>', ' spans="1:3" ht="30" customHeight="1"'),
        "",
    ),
    "merged cells": (
        _row('<c r="A2"><v>1</v></c><c r="B2"><v>2</v></c>')
        + '<row r="3"><c r="A3"><v>3</v></c><c r="C3"><v>4</v></c></row>',
        '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    ),
    "merged cells over each other": (
        _row('<c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><v>2</v></c>'),
        '<mergeCells><mergeCell ref="A2:B2"/><mergeCell ref="B2:C2"/></mergeCells>',
    ),
    "a linked cell, filled and empty": (
        _row('<c r="A2"><v>1</v></c><c r="B2" s="1"/>'),
        '<hyperlinks><hyperlink ref="A2" location="x!A1"/><hyperlink ref="B2" location="y!A1"/></hyperlinks>',
    ),
    "a linked cell, empty as openpyxl writes it": (
        _row('<c r="A2"><v>1</v></c><c r="B2" s="1" t="n"></c>'),
        '<hyperlinks><hyperlink ref="B2" location="y!A1"/></hyperlinks>',
    ),
    "rows out of order": (
        '<row r="5"><c r="A5"><v>1</v></c></row>' + _row('<c r="A2"><v>1</v></c>'),
        "",
    ),
    "a row twice": (_row('<c r="A2"><v>1</v></c>') + _row('<c r="A2"><v>2</v></c>'), ""),
    "a row without its number": (_row('<c r="A2"><v>1</v></c>') + "<row><c><v>3</v></c></row>", ""),
    "blanks between rows": ("\n  " + _row('<c r="A2"><v>1</v></c>') + "\r\n", ""),
    "something else between rows": (_row('<c r="A2"><v>1</v></c>') + "<x/>", ""),
    "an attribute of a row twice": (_row('<c r="A2"><v>1</v></c>', ' r="3"'), ""),
    "a row in another namespace": (_row('<c r="A2"><v>1</v></c>', ' xmlns="urn:x"'), ""),
}


@pytest.mark.parametrize("what", SHEETS)
def test_a_sheet_says_what_openpyxl_reads_in_it(what: str, tmp_path: Path) -> None:
    path = _book(tmp_path, *SHEETS[what])

    assert _told(_by_spelling(path)) == _told(_by_openpyxl(path))


@pytest.mark.parametrize(
    "spelling",
    [
        lambda text: text.encode("utf-16"),
        lambda text: (
            text.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=").encode()
        ),
        lambda text: text.replace('"', "'").encode(),
        lambda text: f'<?xml version="1.0" encoding="windows-1258"?>{text}'.encode("cp1258"),
        lambda text: f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode("utf-8-sig"),
        lambda text: f"{text}<!-- end -->".encode(),
        lambda text: text.replace("<sheetData>", '<sheetData xmlns:y="urn:y">').encode(),
    ],
)
def test_the_whole_part_may_be_spelt_otherwise(spelling, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    path = _book(tmp_path, _row('<c r="A2"><v>1</v></c>' + _text("An")))
    with ZipFile(path) as package:
        text = package.read(_SHEET).decode()
    repacked(path, change={_SHEET: (text.encode(), spelling(text))})

    found = _by_spelling(path)

    assert _told(found) == _told(_by_openpyxl(path))
    assert found[0].rows[2][1].value == 1  # type: ignore[union-attr]


def test_shared_texts_are_found_plain_and_rich(tmp_path: Path) -> None:
    path = _book(tmp_path, _row('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s" s="2"><v>1</v></c>'))
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>An_x000D_</t></si>'
        b'<si><r><rPr><rFont val=".VnTime"/></rPr><t>a</t></r><r><t>b</t></r></si></sst>'
    )
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/texts.xml" ContentType="' + kind + b'"/></Types>'
    repacked(path, change={"[Content_Types].xml": (b"</Types>", override)})
    with ZipFile(path, "a") as package:
        package.writestr("xl/texts.xml", shared)

    found = _by_spelling(path)

    assert _told(found) == _told(_by_openpyxl(path))
    assert found[0].rows[2][1].value == "An\r"  # type: ignore[union-attr]


_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.datetimes(dt.datetime(1900, 3, 2), dt.datetime(2999, 1, 1)),  # noqa: DTZ001 - as cells hold them
    st.times(),
    st.timedeltas(dt.timedelta(), dt.timedelta(days=900)),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12),
)


@given(
    st.lists(st.lists(st.tuples(_VALUES, st.sampled_from(_FORMATS)), max_size=5), max_size=6),
    st.booleans(),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_openpyxl_writes_is_read_as_it_reads_it(
    tmp_path: Path, rows: list[list[tuple[Any, str]]], is_1904: bool
) -> None:
    book = openpyxl.Workbook()
    if is_1904:
        book.epoch = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - a day of a calendar
    sheet = book.worksheets[0]
    for number, cells in enumerate(rows, start=1):
        for at, (value, pattern) in enumerate(cells, start=1):
            cell = sheet.cell(number, at, value)
            if isinstance(value, int | float) and not isinstance(value, bool):
                cell.number_format = pattern
    path = tmp_path / "a.xlsx"
    book.save(path)

    assert _told(_by_spelling(path)) == _told(_by_openpyxl(path))


def test_a_sheet_is_bounded_by_what_it_holds_and_not_by_its_bytes(tmp_path: Path) -> None:
    letters = random.Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=30_000)  # noqa: S311 - no secret
    cell = f'" t="inlineStr"><is><t>{"".join(letters)}</t></is></c></row>'
    rows = "".join(f'<row r="{row}"><c r="A{row}{cell}' for row in range(2, 1_200))
    path = _book(tmp_path, "")
    with ZipFile(path) as package:
        content = {name: package.read(name) for name in package.namelist()}
    content[_SHEET] = content[_SHEET].replace(b"<row", rows.encode() + b"<row", 1)
    with ZipFile(path, "w") as package:  # stored: it is no bomb
        for name, part in content.items():
            package.writestr(name, part)

    assert len(content[_SHEET]) > 34 * 1024**2
    assert len(read_grids(read_workbook(path, path.name), path.name)[0].rows) > 1_000


def test_no_more_rows_are_taken_than_a_sheet_may_have() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 50))
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )

    assert len(taken_out(sheet.encode(), 10).rows) == 11
