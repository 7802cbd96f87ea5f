""".xls, .xlsb, .ods and .csv are read as .xlsx is, within the same bounds."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlwt  # type: ignore[import-untyped]  # it has none

from tests.campaign.campaigns import small_campaign
from tests.campaign.files import campaign_folder
from tests.campaign.foreign_files import Rows, in_1258, ods, open_document, xls
from tests.campaign.telling import is_a_sentence, problems_of
from tests.campaign.xlsb import sheet_part, xlsb
from tests.vocabulary import WORDS
from vbgen.campaign import inspect_campaign, load_campaign

_ROWS: list[list[object]] = [
    ["Đợt", "Mã đối tượng", "Hình thức khen thưởng", "Thành tích"],
    [1, "TT001", "Giấy khen", "tốt"],
]
_TEXT = "\n".join(";".join(map(str, row)) for row in _ROWS)


def _rows_of(folder: Path) -> Rows:
    """What stands in the small workbook, its days as clerks type them."""
    book = openpyxl.load_workbook(folder / "campaign.xlsx")
    return {
        each.title: [[_plain(value) for value in row] for row in each.iter_rows(values_only=True)]
        for each in book.worksheets
    }


def _plain(value: object) -> object:
    if not hasattr(value, "strftime"):
        return value
    return f"{value:%d/%m/%Y %H:%M}" if getattr(value, "hour", 0) else f"{value:%d/%m/%Y}"


@pytest.mark.parametrize(
    ("ending", "made"), [("xlsb", xlsb), ("xls", xls), ("ods", ods)], ids=["xlsb", "xls", "ods"]
)
def test_a_campaign_of_another_format_is_the_same_campaign(
    ending: str, made: Callable[[Rows], bytes], tmp_path: Path
) -> None:
    data = made(_rows_of(campaign_folder(tmp_path)))
    (tmp_path / "campaign.xlsx").unlink()
    (tmp_path / f"campaign.{ending}").write_bytes(data)

    assert load_campaign(tmp_path, WORDS).campaign == small_campaign()


def test_days_hidden_sheets_and_merged_cells_of_an_old_workbook_are_read(tmp_path: Path) -> None:
    rows = _rows_of(campaign_folder(tmp_path))
    (tmp_path / "campaign.xlsx").unlink()
    book = xlwt.Workbook()
    for title, values in rows.items():
        made = book.add_sheet(title, cell_overwrite_ok=True)
        for row, column in [(r, c) for r, line in enumerate(values) for c in range(len(line))]:
            value = values[row][column]
            if title == "Cá nhân, tập thể" and (row, column) in {(1, 7), (2, 7)}:
                continue
            if value is not None:
                made.write(row, column, value)
        if title == "Cá nhân, tập thể":
            made.write_merge(1, 2, 7, 7, "VP")
        if title == "Các đợt":
            made.visibility = 1
            style = xlwt.easyxf(num_format_str="dd/mm/yyyy")
            made.write(1, 1, date(2022, 1, 1), style)
    book.save(str(tmp_path / "campaign.xls"))

    loaded = load_campaign(tmp_path, WORDS)

    assert loaded.campaign == small_campaign()
    assert {each.code for each in loaded.notes} == {
        "merged-cell", "hidden-sheet", "date-from-text",
    }  # fmt: skip


def _sent(folder: Path, name: str, data: bytes) -> Path:
    campaign_folder(folder)
    (folder / "nominations").mkdir()
    (folder / "nominations" / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", ["vp.xlsb", "vp.xls", "vp.xlsx"])
def test_a_workbook_is_read_for_what_it_is_whatever_its_name(name: str, tmp_path: Path) -> None:
    found = inspect_campaign(_sent(tmp_path, name, xlsb({"Đề nghị": _ROWS})), WORDS)

    assert found.campaign is not None
    assert [each.nominee for each in found.campaign.nominations] == ["CN001", "TT001"]
    place = found.place_of("nominations", 1, "award")
    assert (place.file, place.sheet, place.cell) == (f"nominations/{name}", "Đề nghị", "C2")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_in_its_own_encoding(delimiter: str, encoding: str, tmp_path: Path) -> None:
    text = _TEXT.replace(";", delimiter)
    data = in_1258(text) if encoding == "cp1258" else text.encode(encoding)

    found = inspect_campaign(_sent(tmp_path, "vp.csv", data), WORDS)

    assert found.campaign is not None, found.problems
    assert [each.award for each in found.campaign.nominations] == ["Giấy khen"] * 2
    assert found.place_of("nominations", 1, "award").cell == "C2"


def test_codes_keep_their_zeros_in_a_csv(tmp_path: Path) -> None:
    folder = _sent(tmp_path, "vp.csv", _TEXT.replace("TT001", "007").encode())

    (problem,) = problems_of(folder)["unknown-reference"]

    assert "“007”" in problem.message


def _rubbish() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr("xl/workbook.bin", bytes(range(256)))
    return packed.getvalue()


def _spreading() -> bytes:
    """A lone cell at the farthest corner: a parser that makes room for all before it asks for terabytes."""
    source, packed = BytesIO(xlsb({"Đề nghị": _ROWS})), BytesIO()
    with ZipFile(source) as old, ZipFile(packed, "w") as new:
        for entry in old.infolist():
            is_sheet = entry.filename.endswith("sheet1.bin")
            data = sheet_part(_ROWS, far=(1_048_575, 16_383)) if is_sheet else old.read(entry)
            new.writestr(entry.filename, data)
    return packed.getvalue()


_CELL = (
    '<table:table-cell office:value-type="string" table:number-columns-repeated="16000">'
    "<text:p>a</text:p></table:table-cell>"
)
_MANY_ROWS = (
    '<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">'
    f"{_CELL}</table:table-row></table:table>"
)
BAD = {
    "half a binary workbook": ("vp.xlsb", xlsb({"Đề nghị": _ROWS})[:600]),
    "a binary workbook of rubbish": ("vp.xlsb", _rubbish()),
    "a cell at the farthest corner": ("vp.xlsb", _spreading()),
    "rows repeated a million times": (
        "vp.ods", open_document(_MANY_ROWS),
    ),
    "an old workbook of rubbish": (
        "vp.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le") + bytes(5000),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_what_is_damaged_or_swells_is_refused_with_a_way_out(what: str, tmp_path: Path) -> None:
    name, data = BAD[what]

    told = [each for found in problems_of(_sent(tmp_path, name, data)).values() for each in found]

    (problem,) = told
    assert problem.place.file == f"nominations/{name}"
    assert problem.code in {"damaged-file", "too-many-cells", "too-many-rows", "wrong-file-type"}
    assert is_a_sentence(problem)
