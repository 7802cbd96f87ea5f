"""Papers as pictures with what is wrong beside; the register searched, looked into, and a number given up."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Page, expect

from tests.register.papers import intent, settle, stamp
from tests.web.begun_form import begin_badly
from tests.web.conftest import Visits
from tests.web.desk_client import DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.model.desk_role import DeskRole
from vbgen.office import FindPapers, Office, Surroundings
from vbgen.register import Entry
from vbgen.web.moment import now

PAPER = "/campaigns/ha-nam-2022/papers/launch-notice"


@pytest.fixture
def issued(workspace: Path) -> Path:
    """A workspace with two papers in its register."""
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        register = office.desk_to_act().register
        for _paper in range(2):
            settle(register, register.reserve(intent(), stamp()))
    return workspace


def test_a_paper_is_seen_page_by_page(page: Page) -> None:
    page.goto(PAPER)
    pictures = page.locator("img.page")
    assert pictures.count() >= 2
    expect(page.get_by_role("heading", name="Điều cần xem")).to_be_visible()
    address = pictures.first.get_attribute("src")
    assert address
    drawn = Image.open(BytesIO(page.request.get(address).body()))
    assert drawn.size[1] / drawn.size[0] == pytest.approx(297 / 210, rel=0.01)
    assert drawn.convert("L").getextrema() == (0, 255)
    assert violations(page) == []


def test_a_changed_name_is_another_picture(page: Page, desk: RunningDesk) -> None:
    page.goto(PAPER)
    before = page.locator("img.page").first.get_attribute("src")
    page.reload()
    assert page.locator("img.page").first.get_attribute("src") == before
    path = desk.place / "data" / "ha-nam-2022" / "campaign.xlsx"
    book = load_workbook(path)
    for row in book["Người ký"].iter_rows():
        for cell in row:
            if cell.value == "Lê Nguyên Ngọc":
                cell.value = "Trần Văn Tình"
    book.save(path)
    page.reload()
    assert page.locator("img.page").first.get_attribute("src") != before


def test_a_draft_corrected_in_word_is_taken_back(page: Page, desk: RunningDesk) -> None:
    page.goto("/campaigns/ha-nam-2022/papers/phase-summary-phase-1")
    with page.expect_download() as sent:
        page.get_by_role("link", name="Mở dự thảo bằng Word").click()
    corrected = desk.place / "corrected.docx"
    sent.value.save_as(corrected)
    document = Document(str(corrected))
    line = next(each for each in document.paragraphs if len(each.text) > 80 and each.runs)
    line.runs[-1].text += " Câu thêm bằng tay."
    document.save(str(corrected))
    page.get_by_label("Dự thảo đã sửa").set_input_files(corrected)
    page.get_by_role("button", name="Lấy bản sửa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã lấy bản sửa")
    [body] = (desk.place / "data" / "ha-nam-2022" / "papers").glob("*.docx")
    assert "Câu thêm bằng tay." in "".join(each.text for each in Document(str(body)).paragraphs)
    page.get_by_role("link", name="Xem lại văn bản").click()
    expect(page.locator("img.page").first).to_be_visible()


def test_what_is_no_word_file_is_not_taken(visits: Visits, desk: RunningDesk) -> None:
    page = visits(desk, refusals=(422,))
    page.goto(desk.link)
    page.goto("/campaigns/ha-nam-2022/papers/phase-summary-phase-1")
    page.get_by_label("Dự thảo đã sửa").set_input_files(
        {"name": "a.docx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04"}
    )
    page.get_by_role("button", name="Lấy bản sửa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chưa làm được")
    assert not (desk.place / "data" / "ha-nam-2022" / "papers").exists()


def test_data_that_cannot_be_read_are_told_with_their_cells(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, refusals=(422,))
    page.goto(desk.link)
    begin_badly(desk.place / "data" / "phong-trao-moi" / "campaign.xlsx")
    page.goto("/campaigns/phong-trao-moi")
    expect(page.get_by_text("ô B3").first).to_be_visible()
    page.goto("/campaigns/phong-trao-moi/papers/launch-notice")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chưa làm được")
    assert violations(page) == []


def test_a_paper_that_the_path_does_not_have_is_no_page(here: DeskHere) -> None:
    client = here.client(here.session(DeskRole))
    assert client.get("/campaigns/ha-nam-2022/papers/council-decision").status_code == 404


def test_a_campaign_that_is_gone_is_told(visits: Visits, desk: RunningDesk) -> None:
    page = visits(desk, refusals=(422, 404))
    page.goto(desk.link)
    shutil.rmtree(desk.place / "data" / "ha-nam-2022")
    page.goto("/campaigns/ha-nam-2022")
    expect(page.get_by_text("Không có phong trào “ha-nam-2022”.")).to_be_visible()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("02/QĐ-SCT", ["02/QĐ-SCT"]),
        ("2/QĐ-SCT", ["02/QĐ-SCT"]),
        ("02/QĐ-SCT năm 2026", ["02/QĐ-SCT"]),
        ("02/QĐ-SCT năm 2025", []),
        ("02/BC-SCT", []),
        ("02", ["02/QĐ-SCT"]),
        ("qđ-sct", ["01/QĐ-SCT", "02/QĐ-SCT"]),
    ],
)
def test_a_paper_is_found_by_its_number_as_a_clerk_writes_it(
    issued: Path, words: str, found: list[str]
) -> None:
    with Office.look(issued, Surroundings({}, "Lan", now)) as office:
        rows = office.do(FindPapers(words=words)).rows
    assert [row.entry.code for row in rows] == found


def test_the_register_is_searched_as_one_types(issued: Path, page: Page) -> None:
    del issued
    page.get_by_role("link", name="Sổ đăng ký").click()
    expect(page.get_by_role("row")).to_have_count(3)
    page.get_by_label("Tìm", exact=True).press_sequentially("khongcogi")
    expect(page.get_by_text("0 văn bản")).to_be_visible()
    page.get_by_label("Tìm", exact=True).fill("02/QĐ-SCT")
    expect(page.get_by_role("row")).to_have_count(2)
    assert violations(page) == []


def test_the_register_is_searched_without_scripts(
    issued: Path, visits: Visits, desk: RunningDesk
) -> None:
    del issued
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    page.goto("/register")
    page.get_by_label("Tìm", exact=True).fill("02/QĐ-SCT")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row")).to_have_count(2)


def test_a_number_is_given_up_with_the_reason_and_what_is_agreed_to(
    issued: Path, visits: Visits, desk: RunningDesk
) -> None:
    del issued
    page = visits(desk, refusals=(422,))
    page.goto(desk.link)
    page.goto("/register")
    page.get_by_role("link", name="01/QĐ-SCT").click()
    assert violations(page) == []
    page.get_by_label("Lý do").fill("Trùng nội dung")
    page.get_by_role("button", name="Hủy số này").click()
    expect(page.locator(".problem").first).to_be_visible()
    expect(page.locator(".facts").get_by_text("Đã cấp số")).to_be_visible()
    expect(page.get_by_label("Lý do")).to_have_value("Trùng nội dung")
    for box in page.locator("input[name=agreed]").all():
        box.check()
    page.get_by_role("button", name="Hủy số này").click()
    expect(page.locator(".facts").get_by_text("Số đã hủy")).to_be_visible()
    expect(page.get_by_role("button", name="Hủy số này")).to_have_count(0)


def test_a_later_paper_corrects_an_earlier_one_with_the_reason_without_scripts(
    issued: Path, visits: Visits, desk: RunningDesk
) -> None:
    del issued
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    page.goto("/register")
    page.get_by_role("link", name="01/QĐ-SCT").click()
    page.locator("#relation-corrects").focus()
    page.keyboard.press("Space")
    page.locator("#later").focus()
    page.keyboard.type("02/QĐ-SCT")
    page.locator("#reason").focus()
    page.keyboard.type("Sai ngày họp")
    page.get_by_role("button", name="Ghi vào sổ").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".facts").get_by_text("Đã được đính chính")).to_be_visible()
    expect(page.get_by_text("được đính chính: Sai ngày họp")).to_be_visible()


@pytest.fixture(scope="module")
def registered(here: DeskHere) -> tuple[Entry, ...]:
    """Three papers in the register that the module's desk serves, the last a launch notice of the sample."""
    materials = {"campaign.json": b'{"agency": {"name": "SO CONG THUONG"}}'}
    launch = intent(campaign="ha-nam-2022", kind="launch-notice")
    with Office.act(here.desk.place, Surroundings({}, "Lan", now)) as office:
        desk = office.desk_to_act()
        desk.enter_archive()
        desk.archive.put(materials["campaign.json"])
        for paper in (intent(), intent(), launch):
            wanted = replace(paper, materials=materials)
            settle(desk.register, desk.register.reserve(wanted, stamp()))
        return tuple(desk.register.entries())


def test_what_keeps_a_change_out_of_the_register_is_told(
    here: DeskHere, registered: tuple[Entry, ...]
) -> None:
    first, second, _launch = registered
    client = here.client(here.session(DeskRole))
    path = f"/register/{first.id}/change"
    nothing = client.send_form(path)
    assert nothing.status_code == 422
    for told in ("Chưa ghi số của văn bản sau.", "Chưa ghi lý do.", "Chưa chọn thay thế"):
        assert told in nothing.text
    given = {"relation": "replaces", "reason": "Sai tên"}
    assert "không có văn bản số 99" in client.send_form(path, later="99/QĐ-SCT", **given).text
    assert client.send_form(path, later=first.code, **given).status_code == 422
    assert client.send_form(path, later=second.code, relation="x", reason="y").status_code == 400
    assert client.send_form(path, later=second.code, **given).status_code == 303
    assert "Sai tên" in client.get(f"/register/{first.id}").text


def test_a_paper_leads_to_where_its_replacement_is_issued(
    here: DeskHere, registered: tuple[Entry, ...]
) -> None:
    client = here.client(here.session(DeskRole))
    led = client.get(f"/register/{registered[2].id}/replace")
    assert led.headers["location"].startswith(
        "/campaigns/ha-nam-2022/issue/launch-notice?replaces="
    )


def test_both_books_come_as_a_file_to_print(here: DeskHere, registered: tuple[Entry, ...]) -> None:
    assert registered
    client = here.client(here.session([DeskRole.READER]))
    for path in ("/register/book", "/golden-book/file"):
        sent = client.get(path, params={"form": "pdf", "year": "2026", "volume": "01"})
        assert sent.headers["content-type"] == "application/pdf", sent.text[:500]
        assert sent.content.startswith(b"%PDF")
        assert client.get(path, params={"form": "exe"}).status_code == 404
