"""The room Data: a sheet as a form without scripts, as a grid with them; saved, told of, compared."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk

SHEET = "/campaigns/ha-nam-2022/data?sheet=%C4%90%C6%A1n%20v%E1%BB%8B"  # Đơn vị
SAVE = "Lưu các ô đã sửa"


def workbook(desk: RunningDesk) -> Path:
    return desk.place / "data" / "ha-nam-2022" / "campaign.xlsx"


def said(desk: RunningDesk, cell: str) -> object:
    return openpyxl.load_workbook(workbook(desk))["Đơn vị"][cell].value


def in_excel(desk: RunningDesk, cell: str, value: str) -> None:
    """Somebody changes the file outside of the desk."""
    book = openpyxl.load_workbook(workbook(desk))
    book["Đơn vị"][cell].value = value
    book.save(workbook(desk))


@pytest.fixture
def plain(visits: Visits, desk: RunningDesk) -> Page:
    """The sheet without scripts."""
    page = visits(desk, refusals=(422,), java_script_enabled=False)
    page.goto(desk.link)
    page.goto(SHEET)
    return page


@pytest.fixture
def grid(visits: Visits, desk: RunningDesk) -> Page:
    """The sheet as a grid."""
    page = visits(desk, refusals=(422,))
    page.goto(desk.link)
    page.goto(SHEET)
    page.locator("#grid-room[data-ready]").wait_for()
    return page


def cell(page: Page, field: str, number: int) -> Locator:
    row = page.locator(".tabulator-row").filter(
        has=page.locator(".tabulator-range-row-header", has_text=re.compile(f"^{number}$"))
    )
    return row.locator(f".tabulator-cell[tabulator-field={field}]")


def test_a_sheet_is_saved_without_scripts_and_by_keyboard(plain: Page, desk: RunningDesk) -> None:
    expect(plain.get_by_role("columnheader", name="B Tên đơn vị *")).to_be_visible()
    plain.get_by_label("Tên đơn vị *, ô B2").fill("Văn phòng của Sở")
    plain.keyboard.press("Enter")
    expect(plain.get_by_text("Đã lưu 1 ô.")).to_be_visible()
    assert said(desk, "B2") == "Văn phòng của Sở"
    assert violations(plain) == []


def test_what_was_changed_in_excel_meanwhile_is_shown_beside_what_was_typed(
    plain: Page, desk: RunningDesk
) -> None:
    in_excel(desk, "B2", "Sửa trong Excel")
    plain.get_by_label("ô B2").fill("Sửa ở bàn làm việc")
    plain.get_by_label("ô B3").fill("Thanh tra của Sở")
    plain.get_by_role("button", name=SAVE).click()
    expect(plain.get_by_role("heading", name="chưa lưu gì")).to_be_visible()
    assert said(desk, "B2") == "Sửa trong Excel"
    assert violations(plain) == []
    plain.get_by_label("Ghi giá trị vừa gõ: “Sửa ở bàn làm việc”").check()
    plain.get_by_role("button", name="Lưu như đã chọn").click()
    expect(plain.get_by_text("Đã lưu 2 ô.")).to_be_visible()
    assert (said(desk, "B2"), said(desk, "B3")) == ("Sửa ở bàn làm việc", "Thanh tra của Sở")


def test_two_clerks_in_one_sheet_see_each_other_s_changes(
    plain: Page, visits: Visits, desk: RunningDesk
) -> None:
    other = visits(desk, java_script_enabled=False, storage_state=plain.context.storage_state())
    other.goto(SHEET)
    for page, name in ((other, "Của Minh"), (plain, "Của Lan")):
        page.get_by_label("ô B2").fill(name)
        page.get_by_role("button", name=SAVE).click()
    expect(plain.get_by_text("đã lưu lúc")).to_be_visible()
    expect(plain.get_by_label("Giữ như bây giờ: “Của Minh”")).to_be_checked()
    assert said(desk, "B2") == "Của Minh"


def test_rows_behind_the_last_are_new_ones_and_hide_none(plain: Page, desk: RunningDesk) -> None:
    plain.goto(f"{SHEET}&from=4000")
    expect(plain.get_by_label("ô B13")).to_have_value("")
    expect(plain.get_by_label("ô B2", exact=True)).to_have_count(0)
    plain.get_by_label("Mã đơn vị *, ô A13").fill("MOI")
    plain.get_by_label("Tên đơn vị *, ô B13").fill("Đơn vị mới")
    plain.get_by_role("button", name=SAVE).click()
    expect(plain.get_by_text("Đã lưu 2 ô.")).to_be_visible()
    assert (said(desk, "A13"), said(desk, "B13")) == ("MOI", "Đơn vị mới")


def test_a_file_that_is_open_in_excel_is_told_and_what_was_typed_stays(
    plain: Page, desk: RunningDesk
) -> None:
    workbook(desk).with_name("~$campaign.xlsx").write_bytes(b"Lan")
    plain.get_by_label("ô B2").fill("Chưa lưu được")
    plain.get_by_role("button", name=SAVE).click()
    told = plain.get_by_text("Tệp đang mở trong Excel").filter(visible=True)
    expect(told.first).to_be_visible()
    expect(plain.get_by_label("ô B2")).to_have_value("Chưa lưu được")


def test_what_is_wrong_stands_at_its_cell(plain: Page, desk: RunningDesk) -> None:
    in_excel(desk, "D2", "nhiều lắm")
    plain.reload()
    plain.locator("#note-D2 summary").click()
    expect(plain.locator("#note-D2")).to_contain_text("nhiều lắm")
    assert violations(plain) == []


def test_a_workbook_is_sent_seen_and_put_in_place(plain: Page, desk: RunningDesk) -> None:
    book = openpyxl.load_workbook(workbook(desk))
    book["Đơn vị"]["B2"].value = "Từ tệp gửi lên"
    sent = BytesIO()
    book.save(sent)
    plain.get_by_role("link", name="Tải tệp, gửi tệp, phiên bản").click()
    file: FilePayload = {
        "name": "moi.xlsx",
        "mimeType": "application/zip",
        "buffer": sent.getvalue(),
    }
    plain.get_by_label("Gửi tệp Excel lên thay").set_input_files([file])
    plain.get_by_role("button", name="Xem những gì sẽ đổi").click()
    expect(plain.get_by_role("row", name="Đơn vị › B2")).to_contain_text("Từ tệp gửi lên")
    assert said(desk, "B2") != "Từ tệp gửi lên"
    plain.get_by_role("button", name="Thay bằng tệp moi.xlsx").click()
    expect(plain.get_by_text("gửi lên tệp moi.xlsx")).to_be_visible()
    assert said(desk, "B2") == "Từ tệp gửi lên"
    assert violations(plain) == []


def test_a_file_that_is_no_workbook_is_told(plain: Page) -> None:
    plain.get_by_role("link", name="Tải tệp, gửi tệp, phiên bản").click()
    plain.get_by_role("button", name="Xem những gì sẽ đổi").click()
    expect(plain.get_by_text("Chưa chọn tệp Excel")).to_be_visible()
    file: FilePayload = {
        "name": "thu.xlsx",
        "mimeType": "text/plain",
        "buffer": b"khong phai Excel",
    }
    plain.get_by_label("Gửi tệp Excel lên thay").set_input_files([file])
    plain.get_by_role("button", name="Xem những gì sẽ đổi").click()
    expect(plain.locator(".problem.error")).to_be_visible()


def test_the_grid_is_worked_by_keyboard_undone_and_saved(grid: Page, desk: RunningDesk) -> None:
    before = said(desk, "B2")
    cell(grid, "B", 2).click()
    grid.keyboard.press("Delete")
    expect(grid.locator("#grid-state")).to_contain_text("1 ô đã sửa")
    grid.keyboard.press("Control+z")
    expect(cell(grid, "B", 2)).to_have_text(str(before))
    grid.keyboard.press("Control+y")
    expect(cell(grid, "B", 2)).to_have_text("")
    grid.keyboard.press("Enter")
    grid.keyboard.type("Gõ <b>trong</b> bảng")
    grid.keyboard.press("Tab")
    grid.keyboard.press("Control+s")
    expect(grid.get_by_text("Đã lưu 1 ô.")).to_be_visible()
    assert said(desk, "B2") == "Gõ <b>trong</b> bảng"


def test_a_range_is_pasted_from_excel_and_filled_down(grid: Page, desk: RunningDesk) -> None:
    cell(grid, "B", 2).click()
    grid.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/plain", 'Một\\tM\\r\\n"Hai\\nhàng"\\tH\\r\\n');
            const cell = document.querySelector(".tabulator-range-selected, .tabulator-cell");
            cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(grid.locator("#grid-state")).to_contain_text("4 ô đã sửa")
    cell(grid, "C", 3).click()
    grid.keyboard.press("Shift+ArrowDown")
    grid.keyboard.press("Control+d")
    expect(cell(grid, "C", 4)).to_have_text("H")
    grid.get_by_role("button", name=SAVE).click()
    expect(grid.get_by_text("Đã lưu 5 ô.")).to_be_visible()
    assert [said(desk, name) for name in ("B2", "C2", "B3", "C3", "C4")] == [
        "Một", "M", "Hai\nhàng", "H", "H",
    ]  # fmt: skip


def test_what_is_typed_is_checked_before_it_is_saved(grid: Page, desk: RunningDesk) -> None:
    cell(grid, "D", 2).click()
    grid.keyboard.press("Enter")
    grid.keyboard.press("Control+a")
    grid.keyboard.type("nhiều lắm")
    grid.keyboard.press("Tab")
    expect(cell(grid, "D", 2)).to_have_class(re.compile("error"))
    assert said(desk, "D2") != "nhiều lắm"


def test_a_row_that_is_no_data_is_looked_for_without_a_complaint(page: Page) -> None:
    """Remarks name cells of the headings too; the console stays empty."""
    page.goto(f"{SHEET}&cell=A1")
    expect(page.locator("#grid-state")).to_have_text("Chưa sửa ô nào.")


def test_words_are_found_in_the_grid(grid: Page) -> None:
    grid.get_by_label("Tìm trong trang").fill("văn phòng")
    expect(grid.locator("#grid-state")).to_contain_text("B2")


def test_the_grid_has_no_barrier(grid: Page) -> None:
    assert violations(grid, ready="#grid-room[data-ready]") == []
