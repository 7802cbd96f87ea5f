"""Bold and italic words of a cell: kept when another cell is changed, and when its own text is, where words stay."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.campaign.files import campaign_folder, sheet
from tests.office.test_workbook_changes import NAME, UNITS, change, opened, text, workbook
from vbgen.word.package.sheets.put_cells import put_cells
from vbgen.word.package.sheets.rich_cells import carried_over

SHARED = "xl/sharedStrings.xml"
KIND = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/>'
)
BOLD, ITALIC = InlineFont(b=True), InlineFont(i=True)
SAID = CellRichText("Văn phòng ", TextBlock(BOLD, "Sở"), " và ", TextBlock(ITALIC, "Đảng ủy"))


def with_rich(folder: Path) -> Path:
    """A workspace whose cell B2 has bold and italic words."""
    (folder / "vbgen.toml").write_text("")
    place = folder / "data" / NAME
    place.mkdir(parents=True)

    def adorn(book: openpyxl.Workbook) -> None:
        sheet(book, UNITS)["B2"].value = SAID

    campaign_folder(place, adorn)
    return folder


def rich(place: Path, cell: str = "B2") -> list[tuple[str, str]]:
    """The pieces of the cell, each with its look."""
    value = openpyxl.load_workbook(workbook(place), rich_text=True)[UNITS][cell].value
    return _pieces(value)


def _pieces(value: object) -> list[tuple[str, str]]:
    pieces = value if isinstance(value, CellRichText) else [value]
    return [_piece(each) for each in pieces]


def _piece(each: object) -> tuple[str, str]:
    if isinstance(each, TextBlock):
        return str(each.text), "bold" if each.font.b else "italic" if each.font.i else ""
    return str(each), ""


BEFORE = [("Văn phòng ", ""), ("Sở", "bold"), (" và ", ""), ("Đảng ủy", "italic")]


def test_a_change_elsewhere_leaves_its_looks(tmp_path: Path) -> None:
    place = with_rich(tmp_path)
    with opened(place) as office:
        told = change(office, ("C2", text(office, "C2"), "TTr"))
    assert (told.saved, told.problems) == (1, ())
    assert rich(place) == BEFORE


@pytest.mark.parametrize(
    ("now", "pieces"),
    [
        (
            "Văn phòng Sở, và Đảng ủy",
            [("Văn phòng ", ""), ("Sở,", "bold"), (" và ", ""), ("Đảng ủy", "italic")],
        ),
        ("Văn phòng Sở", [("Văn phòng ", ""), ("Sở", "bold")]),
        (
            "Chánh Văn phòng Sở và Đảng ủy",
            [("Chánh Văn phòng ", ""), ("Sở", "bold"), (" và ", ""), ("Đảng ủy", "italic")],
        ),
        ("Thanh tra", [("Thanh tra", "")]),
    ],
)
def test_what_stays_of_its_text_keeps_its_look_and_it_is_told(
    now: str, pieces: list[tuple[str, str]], tmp_path: Path
) -> None:
    place = with_rich(tmp_path)
    with opened(place) as office:
        told = change(office, ("B2", text(office, "B2"), now))
        assert text(office, "B2") == now
    assert rich(place) == pieces
    assert [(each.code, each.place.cell) for each in told.problems] == [("cell-looks-kept", "B2")]


def test_a_text_that_cells_share_keeps_its_looks_and_is_left_to_the_others(tmp_path: Path) -> None:
    place = with_rich(tmp_path)
    shared = _shared(workbook(place).read_bytes())
    once = put_cells(shared, "a.xlsx", {UNITS: {(2, 2): "Văn phòng Sở"}})
    with ZipFile(BytesIO(shared)) as was, ZipFile(BytesIO(once)) as now:
        assert was.read(SHARED) == now.read(SHARED)
    twice = put_cells(once, "a.xlsx", {UNITS: {(2, 2): "Văn phòng Sở mới"}})
    value = openpyxl.load_workbook(BytesIO(twice), rich_text=True)[UNITS]["B2"].value
    assert _pieces(value) == [("Văn phòng ", ""), ("Sở mới", "bold")]


def _shared(data: bytes) -> bytes:
    """The workbook as Excel writes it: the rich text among those that cells share."""
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheets = {
        name: etree.fromstring(part)
        for name, part in members.items()
        if "/worksheets/sheet" in name
    }
    [(name, cell)] = [
        (name, cell)
        for name, root in sheets.items()
        for cell in root.findall(".//{*}c[@r='B2']")
        if cell.findall("{*}is/{*}r")
    ]
    root, space = sheets[name], etree.QName(cell).namespace
    texts = etree.Element(f"{{{space}}}sst")
    item = etree.SubElement(texts, f"{{{space}}}si")
    item.extend(list(cell[0]))
    cell.remove(cell[0])
    cell.set("t", "s")
    etree.SubElement(cell, f"{{{space}}}v").text = "0"
    kinds = members["[Content_Types].xml"].replace(b"</Types>", KIND + b"</Types>")
    members |= {"[Content_Types].xml": kinds}
    members |= {name: etree.tostring(root), SHARED: etree.tostring(texts)}
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return made.getvalue()


@given(st.lists(st.text("ab\n ", min_size=1), max_size=4), st.text("abc\n "))
def test_whatever_is_typed_is_what_stands_there(pieces: list[str], now: str) -> None:
    runs = [(etree.Element("rPr"), piece) for piece in pieces]
    kept = carried_over(runs, now)
    assert not kept or "".join(piece for _look, piece in kept) == now
    old = "".join(pieces)
    if now and (old[:1] == now[:1] or old[-1:] == now[-1:]) and old:
        assert kept
