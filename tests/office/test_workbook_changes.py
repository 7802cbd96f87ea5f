"""Cells of a campaign's workbook changed at the desk: those and nothing else, each saving a version, nothing unseen."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from openpyxl.comments import Comment

from tests.campaign.files import campaign_folder, sheet, store_result
from vbgen.errors import ProblemsFoundError, UnreadableFileError, UsageError
from vbgen.office import (
    CellChange,
    CellsChanged,
    ChangeCells,
    CompareWorkbook,
    ListVersions,
    Office,
    ReplaceWorkbook,
    SheetSeen,
    ShowSheet,
    Surroundings,
    TakeWorkbook,
)

NAME, UNITS, OWN = "thi-dua-2026", "Đơn vị", "Theo dõi riêng"
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with one campaign; its workbook has comments, formulas and a sheet of the office's own."""
    (tmp_path / "vbgen.toml").write_text("")
    folder = tmp_path / "data" / NAME
    folder.mkdir(parents=True)
    campaign_folder(folder, _adorn)
    store_result(folder / "campaign.xlsx", "Theo", b"3")
    return tmp_path


def _adorn(book: openpyxl.Workbook) -> None:
    for title in set(book.sheetnames) - {UNITS, "Các đợt", "Danh mục"}:
        del book[title]
    units = sheet(book, UNITS)
    units["A2"].comment = Comment("đã hỏi văn thư", "Lan")
    units["D2"].number_format = "0%"
    units["D2"].value = 0.25
    own = book.create_sheet(OWN)
    own["A1"], own["B1"] = "Việc", "=1+2"
    own["A1"].number_format = "dd/mm/yyyy"
    sheet(book, "Danh mục").sheet_state = "hidden"


@pytest.fixture
def office(place: Path) -> Iterator[Office]:
    with opened(place) as office:
        yield office


def opened(place: Path, who: str = "Lan") -> Office:
    return Office.act(place, Surroundings({}, who, lambda: NOON))


def workbook(place: Path) -> Path:
    return place / "data" / NAME / "campaign.xlsx"


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seen(office: Office, title: str = UNITS) -> SheetSeen:
    return office.do(ShowSheet(NAME, title))


def change(office: Office, *cells: tuple[str, str, str], state: str = "") -> CellsChanged:
    changes = tuple(CellChange(*each) for each in cells)
    return office.do(ChangeCells(NAME, UNITS, state or seen(office).state, changes))


def text(office: Office, cell: str) -> str:
    shown = seen(office).sheet
    column = [each.letters for each in shown.columns].index(cell[0])
    return next(row.texts[column] for row in shown.rows if row.number == int(cell[1:]))


def cells_of(part: bytes) -> dict[str, bytes]:
    root = etree.fromstring(part)
    return {cell.get("r", ""): etree.tostring(cell) for cell in root.iter("{*}c")}


def without_cells(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for cell in list(root.iter("{*}c")):
        parent = cell.getparent()
        assert parent is not None
        parent.remove(cell)
    return etree.tostring(root, method="c14n")


def test_a_sheet_is_shown_with_the_workbook_s_own_headings(office: Office) -> None:
    found = seen(office)
    assert [each.title for each in found.sheet.columns][:2] == ["Mã đơn vị", "Tên đơn vị *"]
    assert found.sheet.rows[0].number == 2
    assert {each.title for each in found.sheets if not each.is_data} >= {OWN, "Danh mục"}


def test_a_changed_cell_is_all_that_changes_in_the_workbook(office: Office, place: Path) -> None:
    before = parts(workbook(place))
    assert change(office, ("B2", text(office, "B2"), "Văn phòng <Sở> & Đảng ủy")).saved == 1
    after = parts(workbook(place))
    assert list(after) == list(before)
    changed = [name for name in before if before[name] != after[name]]
    part = next(name for name in changed if "worksheets" in name)
    assert changed == [part, "xl/workbook.xml"]
    was, now = cells_of(before[part]), cells_of(after[part])
    assert [name for name in was if was[name] != now[name]] == ["B2"]
    assert was.keys() == now.keys()
    assert without_cells(after[part]) == without_cells(before[part])
    assert text(office, "B2") == "Văn phòng <Sở> & Đảng ủy"


def test_excel_is_told_to_compute_its_formulas_anew_and_nothing_else_of_the_book_changes(
    office: Office, place: Path
) -> None:
    before = etree.fromstring(parts(workbook(place))["xl/workbook.xml"])
    change(office, ("B2", text(office, "B2"), "Tên mới"))
    after = etree.fromstring(parts(workbook(place))["xl/workbook.xml"])
    for book in (before, after):
        for settings in book.findall("{*}calcPr"):
            assert book is before or settings.get("fullCalcOnLoad") == "1"
            if "fullCalcOnLoad" in settings.attrib:
                del settings.attrib["fullCalcOnLoad"]
    assert etree.tostring(after, method="c14n") == etree.tostring(before, method="c14n")


@pytest.mark.parametrize(
    ("typed", "kept"), [("5%", 0.05), ("12,5%", 0.125), ("0%", 0), ("nhiều", "nhiều"), ("", None)]
)
def test_a_percentage_stays_one(
    office: Office, place: Path, typed: str, kept: float | str | None
) -> None:
    assert text(office, "D2") == "25%"
    change(office, ("D2", "25%", typed))
    assert sheet(openpyxl.load_workbook(workbook(place)), UNITS)["D2"].value == kept
    assert text(office, "D2") == typed


def test_a_day_and_a_number_are_put_as_excel_has_them(place: Path) -> None:
    path = workbook(place)
    book = openpyxl.load_workbook(path)
    phases = sheet(book, "Các đợt")
    assert isinstance(phases["B2"].value, datetime)
    book.save(path)
    with opened(place) as office:
        state = office.do(ShowSheet(NAME, "Các đợt"))
        was = state.sheet.rows[0].texts[1]
        changes = (CellChange("B2", was, "05/03/2026"), CellChange("A9", "", "3"))
        office.do(ChangeCells(NAME, "Các đợt", state.state, changes))
    now = sheet(openpyxl.load_workbook(path), "Các đợt")
    assert now["B2"].value == datetime(2026, 3, 5)  # noqa: DTZ001 - Excel knows no zones
    assert now["A9"].value == 3


def test_what_looks_like_a_formula_or_an_escape_stays_text(office: Office, place: Path) -> None:
    change(office, ("B2", text(office, "B2"), "=1+1"), ("C2", text(office, "C2"), "_x0041_"))
    now = sheet(openpyxl.load_workbook(workbook(place)), UNITS)
    assert (now["B2"].value, now["B2"].data_type) == ("=1+1", "s")
    assert text(office, "C2") == "_x0041_"


def test_each_saving_is_a_version_with_who_when_and_what(office: Office, place: Path) -> None:
    first = workbook(place).read_bytes()
    name = text(office, "B2")
    change(office, ("B2", name, "Văn phòng Ủy ban"))
    saved, found = office.do(ListVersions(NAME)).versions
    assert (saved.who, saved.when, saved.sheet) == ("Lan", NOON.isoformat(), UNITS)
    assert saved.cells == (CellChange("B2", name, "Văn phòng Ủy ban"),)
    assert office.do(TakeWorkbook(NAME, found.name)).content == first
    assert office.do(TakeWorkbook(NAME, saved.name)).content == workbook(place).read_bytes()
    assert (place / "output" / NAME / "versions" / f"{saved.name}.xlsx").is_file()


def test_what_a_colleague_changed_meanwhile_is_shown_and_not_written_over(
    office: Office, place: Path
) -> None:
    state, was = seen(office).state, text(office, "B2")
    with opened(place, "Minh") as other:
        change(other, ("B2", was, "Của Minh"))
    told = change(office, ("B2", was, "Của Lan"), ("C2", text(office, "C2"), "VPS"), state=state)
    assert (told.saved, told.is_stale, text(office, "B2")) == (0, True, "Của Minh")
    assert [(each.theirs, each.ours) for each in told.meanwhile] == [("Của Minh", "Của Lan")]
    assert [each.cell for each in told.untouched] == ["C2"]
    assert told.by is not None
    assert told.by.who == "Minh"
    agreed = change(office, ("B2", "Của Minh", "Của Lan"), state=told.state)
    assert (agreed.saved, text(office, "B2")) == (1, "Của Lan")


def test_what_was_changed_in_excel_meanwhile_is_shown_too(office: Office, place: Path) -> None:
    state, was = seen(office).state, text(office, "B2")
    book = openpyxl.load_workbook(workbook(place))
    sheet(book, UNITS)["B2"].value = "Sửa trong Excel"
    book.save(workbook(place))
    told = change(office, ("B2", was, "Của Lan"), state=state)
    assert (told.saved, told.by) == (0, None)
    assert told.meanwhile[0].theirs == "Sửa trong Excel"


def test_a_form_that_says_of_a_cell_what_it_never_said_writes_over_nothing(office: Office) -> None:
    was = text(office, "B2")
    told = change(office, ("B2", "", "Của Lan"))
    assert (told.saved, told.is_stale, text(office, "B2")) == (0, True, was)


def test_changes_on_another_sheet_are_nobody_s_hindrance(office: Office, place: Path) -> None:
    state, was = seen(office).state, text(office, "B2")
    book = openpyxl.load_workbook(workbook(place))
    sheet(book, OWN)["A1"].value = "Việc khác"
    book.save(workbook(place))
    assert change(office, ("B2", was, "Của Lan"), state=state).saved == 1
    assert sheet(openpyxl.load_workbook(workbook(place)), OWN)["A1"].value == "Việc khác"


def test_of_many_who_save_at_once_one_does_and_the_others_are_told(place: Path) -> None:
    with opened(place) as office:
        state, was = seen(office).state, text(office, "B2")

    def save(number: int) -> int:
        with opened(place, f"Người {number}") as own:
            return change(own, ("B2", was, f"Tên {number}"), state=state).saved

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(save, range(8))) == [0] * 7 + [1]
    with opened(place) as office:
        assert len([each for each in office.do(ListVersions(NAME)).versions if each.who]) == 1


def test_all_cells_that_nobody_may_type_in_are_told_at_once(office: Office, place: Path) -> None:
    book = openpyxl.load_workbook(workbook(place))
    sheet(book, UNITS)["C2"].value = '=""&"x"'
    book.save(workbook(place))
    before = workbook(place).read_bytes()
    with pytest.raises(ProblemsFoundError) as told:
        change(
            office,
            ("A1", "Mã đơn vị", "x"),
            ("C2", text(office, "C2"), "x"),
            ("B2", text(office, "B2"), "a\x01b"),
        )
    assert {each.place.cell: each.code for each in told.value.problems} == {
        "A1": "cell-is-heading",
        "C2": "cell-is-computed",
        "B2": "cell-unwritable",
    }
    assert workbook(place).read_bytes() == before


def test_a_sheet_of_the_office_s_own_is_only_looked_at(office: Office) -> None:
    shown = seen(office, OWN)
    with pytest.raises(ProblemsFoundError, match="chỉ xem"):
        office.do(ChangeCells(NAME, OWN, shown.state, (CellChange("A1", "Việc", "x"),)))


@pytest.mark.parametrize("cell", ["", "B", "B0", "2B", "ZZZZ1", "XFE1", "B1048577", "b2", "B2:B3"])
def test_what_names_no_cell_is_refused(office: Office, cell: str) -> None:
    with pytest.raises(UsageError):
        change(office, (cell, "", "x"))


def test_a_file_that_is_open_in_excel_is_not_written(office: Office, place: Path) -> None:
    workbook(place).with_name("~$campaign.xlsx").write_bytes(b"Lan")
    assert [each.code for each in seen(office).problems] == ["opened-elsewhere"]
    with pytest.raises(ProblemsFoundError, match="đang mở"):
        change(office, ("B2", text(office, "B2"), "x"))


def edited(place: Path, cell: str, value: object) -> bytes:
    """The workbook as somebody sends it back."""
    book = openpyxl.load_workbook(workbook(place))
    sheet(book, UNITS)[cell].value = value
    del book[OWN]
    book.create_sheet("Mới")
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_what_an_upload_would_change_is_told_before_it_does(office: Office, place: Path) -> None:
    before, was = workbook(place).read_bytes(), text(office, "B2")
    sent = edited(place, "B2", "Tên từ tệp gửi lên")
    told = office.do(CompareWorkbook(NAME, r"C:\Lan\campaign (2).xlsx", sent))
    assert [(each.cell, each.one, each.other) for each in told.differences.cells] == [
        ("B2", was, "Tên từ tệp gửi lên")
    ]
    assert (told.differences.gone, told.differences.new) == ((OWN,), ("Mới",))
    assert workbook(place).read_bytes() == before
    office.do(ReplaceWorkbook(NAME, told.offered, told.base, told.name))
    assert workbook(place).read_bytes() == sent
    saved, found = office.do(ListVersions(NAME)).versions
    assert (saved.upload, saved.who) == ("campaign (2).xlsx", "Lan")
    assert office.do(TakeWorkbook(NAME, found.name)).content == before


def test_an_earlier_version_comes_back_the_same_way(office: Office) -> None:
    was = text(office, "B2")
    change(office, ("B2", was, "Nhầm"))
    found = office.do(ListVersions(NAME)).versions[-1]
    told = office.do(CompareWorkbook(NAME, found.name, version=found.name))
    assert [(each.one, each.other) for each in told.differences.cells] == [("Nhầm", was)]
    office.do(ReplaceWorkbook(NAME, told.offered, told.base, told.name))
    assert text(office, "B2") == was


def test_an_upload_gives_way_to_what_was_saved_since_it_was_compared(
    office: Office, place: Path
) -> None:
    told = office.do(CompareWorkbook(NAME, "a.xlsx", edited(place, "B2", "Từ tệp")))
    change(office, ("B2", text(office, "B2"), "Sửa sau"))
    with pytest.raises(ProblemsFoundError, match="sau khi so sánh"):
        office.do(ReplaceWorkbook(NAME, told.offered, told.base))
    assert text(office, "B2") == "Sửa sau"


@pytest.mark.parametrize("offered", ["", "../campaign", "0" * 64])
def test_only_what_was_sent_and_compared_takes_the_workbook_s_place(
    office: Office, offered: str
) -> None:
    base = office.do(CompareWorkbook(NAME, "a.xlsx", office.do(TakeWorkbook(NAME)).content)).base
    with pytest.raises(UsageError, match="gửi lại"):
        office.do(ReplaceWorkbook(NAME, offered, base))


def test_what_is_no_workbook_is_not_laid_aside(office: Office, place: Path) -> None:
    with pytest.raises(UnreadableFileError):
        office.do(CompareWorkbook(NAME, "thu.xlsx", b"khong phai Excel"))
    assert list((place / "output" / NAME / "versions" / "offered").iterdir()) == []


@pytest.mark.parametrize("version", ["", "../../../vbgen", "khong-co"])
def test_no_version_is_taken_from_a_path_that_somebody_names(office: Office, version: str) -> None:
    if not version:
        assert office.do(ListVersions(NAME)).versions == ()
        return
    with pytest.raises(UsageError, match="Không có phiên bản"):
        office.do(TakeWorkbook(NAME, version))
