"""A workbook's bounds hold for what an XML parser reads, in whatever way it is spelt; strict workbooks are read."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import openpyxl
import pytest

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder, put, repacked
from tests.campaign.telling import is_a_sentence, problems_of
from tests.vocabulary import WORDS
from vbgen.campaign import load_campaign
from vbgen.word.package.bounds import SHEETS
from vbgen.word.package.sheets.sheet_bounds import Count, Excess, ExcessError

_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Spelling = Callable[[str], bytes]


def _plain(text: str) -> bytes:
    return text.encode()


def _prefixed(text: str) -> bytes:
    text = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", text)
    return text.replace("xmlns=", "xmlns:x=").encode()


def _utf_16(text: str) -> bytes:
    return text.encode("utf-16")


def _odd(text: str) -> bytes:
    """Single quotes, line breaks within tags, characters by their numbers."""
    text = (
        text.replace('"', "'")
        .replace("<row r", "<row\n r")
        .replace("<mergeCell ref", "<mergeCell\tref")
    )
    return text.replace("A1:XFD1048576", "&#65;1:XFD1048576").encode()


SPELLINGS: dict[str, Spelling] = {
    "plain": _plain, "prefixed": _prefixed, "UTF-16": _utf_16, "odd": _odd,
}  # fmt: skip


def _sheet(inside: str) -> str:
    return f'<worksheet xmlns="{_MAIN}">{inside}</worksheet>'


def _rows(count: int) -> str:
    return _sheet(
        "<sheetData>" + "".join(f'<row r="{n}"/>' for n in range(1, count)) + "</sheetData>"
    )


EXCESSIVE = {
    "rows": (_rows(SHEETS.rows + 2), "too-many-rows"),
    "a merged range": (
        _sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "too-many-cells",
    ),
    "whole columns merged": (
        _sheet('<sheetData/><mergeCells><mergeCell ref="$A:$XFD"/></mergeCells>'),
        "too-many-cells",
    ),
    "a linked range": (
        _sheet('<sheetData/><hyperlinks><hyperlink ref="a1:zz99999"/></hyperlinks>'),
        "too-many-cells",
    ),
    "elements outside of rows": (_sheet("<a/>" * (SHEETS.loose + 100_000)), "zip-bomb"),
    "cells in one row": (
        _sheet("<sheetData><row>" + "<c/>" * (SHEETS.loose + 100_000) + "</row></sheetData>"),
        "zip-bomb",
    ),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("what", EXCESSIVE)
def test_a_bound_holds_however_the_part_is_spelt(what: str, spelling: str, tmp_path: Path) -> None:
    text, code = EXCESSIVE[what]
    campaign_folder(tmp_path)
    path = tmp_path / "campaign.xlsx"
    with ZipFile(path, "a", ZIP_STORED) as package:
        package.writestr("xl/worksheets/other.bin", SPELLINGS[spelling](text))

    found = problems_of(tmp_path)

    assert list(found) == [code]
    assert is_a_sentence(found[code][0])


def test_shared_texts_are_counted_over_all_parts() -> None:
    count = Count(replace(SHEETS, strings=5))
    count.add(f'<sst xmlns="{_MAIN}"><si/><si/><si/></sst>'.encode())

    with pytest.raises(ExcessError) as caught:
        count.add(f'<x:sst xmlns:x="{_MAIN}"><x:si/><x:si/><x:si/></x:sst>'.encode())

    assert caught.value.excess is Excess.CELLS


def test_what_swells_a_workbook_is_named_by_its_cell(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    text = b'<c r="C7" t="inlineStr"><is><t>' + b"dai " * 700_000 + b"</t></is></c>"
    row = b'<row r="7">' + text + b"</row></sheetData>"
    repacked(tmp_path / "campaign.xlsx", change={_SHEET: (b"</sheetData>", row)})

    (problem,) = problems_of(tmp_path)["zip-bomb"]

    title = openpyxl.load_workbook(tmp_path / "campaign.xlsx", read_only=True).sheetnames[0]
    assert (problem.place.sheet, problem.place.cell) == (title, "C7")
    assert "2.800.000 chữ" in problem.message
    assert "32.767" in problem.message


def test_a_shared_text_that_swells_a_workbook_is_named_by_its_cell(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    row = b'<row r="9"><c r="D9" t="s"><v>1</v></c></row></sheetData>'
    text = f'<sst xmlns="{_MAIN}"><si><t>a</t></si><si><t>{"dài " * 700_000}</t></si></sst>'
    repacked(
        tmp_path / "campaign.xlsx",
        add={"xl/sharedStrings.xml": text.encode()},
        change={_SHEET: (b"</sheetData>", row)},
    )

    (problem,) = problems_of(tmp_path)["zip-bomb"]

    assert problem.place.cell == "D9"
    assert "2.800.000 chữ" in problem.message


def test_a_text_longer_than_excel_keeps_is_told_at_its_cell(tmp_path: Path) -> None:
    book = campaign_folder(tmp_path, put("Cá nhân, tập thể", "G2", "chuc vu")) / "campaign.xlsx"
    with ZipFile(book) as archive:
        (sheet,) = [name for name in archive.namelist() if b"chuc vu" in archive.read(name)]
    repacked(book, change={sheet: (b"chuc vu", b"dai " * 10_000 + b"x")})

    (problem,) = problems_of(tmp_path)["cell-too-long"]

    assert problem.place.cell == "G2"
    assert "40.001 chữ" in problem.message
    assert is_a_sentence(problem)


def _strict(path: Path) -> None:
    """The workbook as Excel saves it under “Strict Open XML Spreadsheet”."""
    with ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    swaps = (
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
        (b"http://schemas.openxmlformats.org/spreadsheetml/2006/", b"http://purl.oclc.org/ooxml/spreadsheetml/"),
        (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
    )  # fmt: skip
    with ZipFile(path, "w") as target:
        for name, content in parts.items():
            for old, new in swaps:
                content = content.replace(old, new)  # noqa: PLW2901 - one after another
            target.writestr(name, content)


def test_a_strict_workbook_is_read_like_any_other(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    _strict(tmp_path / "campaign.xlsx")

    assert load_campaign(tmp_path, WORDS).campaign == small_campaign()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xd8\xff\xe0" + b"x" * 2000, "tệp ảnh"),
        (b"BM\x36\0\0\0" + b"x" * 2000, "tệp ảnh"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "kiểu Excel 2003",
        ),
        ("BM01;Văn phòng".encode(), "CSV"),
    ],
)
def test_a_file_is_called_what_it_is(data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "campaign.xlsx").write_bytes(data)

    (problem,) = problems_of(tmp_path)["wrong-file-type"]

    assert words in problem.message


def test_a_link_outside_is_found_however_it_is_spelt(tmp_path: Path) -> None:
    campaign_folder(tmp_path)
    link = b"<Relationship Id='x' Type='http://x/oleObject' Target='file:///a' TargetMode='&#69;xternal'/></Relation"
    repacked(
        tmp_path / "campaign.xlsx", change={"xl/_rels/workbook.xml.rels": (b"</Relation", link)}
    )

    assert list(problems_of(tmp_path)) == ["external-links"]
