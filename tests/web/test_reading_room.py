"""The room Reading: files dropped on New and on Data, read beside their own pages, asked about, taken in."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.intake.files import as_excel
from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.office import DraftPapers, Office, Surroundings
from vbgen.web.moment import now

LOADED = "each => each.decode().then(() => each.naturalWidth)"
HEADING = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")


@pytest.fixture(scope="module")
def old_launch(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Last year's công văn, in Word."""
    folder = tmp_path_factory.mktemp("old")
    with Office.act(made_workspace, Surroundings({}, "Lan", now)) as office:
        office.do(
            DraftPapers(made_workspace / "data" / "ha-nam-2022", ("launch-notice",), folder=folder)
        )
    return (folder / "launch-notice.docx").rename(folder / "công văn 2022.docx")


@pytest.fixture
def scripted(visits: Visits, desk: RunningDesk) -> Page:
    """Somebody with scripts."""
    page = visits(desk)
    page.goto(desk.link)
    return page


@pytest.fixture
def plain(visits: Visits, desk: RunningDesk) -> Page:
    """Somebody without scripts."""
    page = visits(desk, refusals=(422,), java_script_enabled=False)
    page.goto(desk.link)
    return page


def test_last_year_s_launch_dropped_on_new_is_a_first_draft_on_screen(
    scripted: Page, desk: RunningDesk, old_launch: Path
) -> None:
    page = scripted
    page.goto("/new")
    page.get_by_label("Thả các tệp vào đây").set_input_files(old_launch)
    page.get_by_role("button", name="Đọc các tệp").click()
    expect(page.get_by_role("heading", name="công văn 2022.docx")).to_be_visible()
    first = page.get_by_alt_text("Trang 1 của")
    expect(first).to_be_visible()
    assert first.evaluate(LOADED) > 500
    facts = page.locator(".facts")
    expect(facts).to_contain_text("phát động phong trào thi đua năm 2022")
    page.locator(".facts a").last.click()
    shown = page.locator(f"#{page.url.rpartition('#')[2]}")
    expect(shown).to_be_in_viewport()
    assert violations(page) == []
    page.get_by_role("button", name="Lấy vào phong trào").click()
    page.get_by_role("link", name="Xem dự thảo").click()
    drawn = page.get_by_alt_text("Trang 1 của")
    expect(drawn).to_be_visible()
    assert drawn.evaluate(LOADED) > 500
    made = desk.place / "data" / "phat-dong-phong-trao-thi-dua-nam-2022"
    assert (made / "campaign.xlsx").is_file()
    assert (made / "papers" / "launch-notice.docx").is_file()


def test_a_list_dropped_on_data_is_asked_about_and_taken_without_scripts(
    plain: Page, desk: RunningDesk, tmp_path: Path
) -> None:
    rows = [HEADING, (1, "Nguyễn Văn Tân", "Chuyên viên", "VP Sở")]
    file = as_excel(tmp_path / "vp.xlsx", rows)
    plain.goto("/campaigns/ha-nam-2022/data")
    plain.get_by_text("Đọc danh sách, văn bản gửi đến").click()
    plain.get_by_label("Thả các tệp vào đây").set_input_files(file)
    plain.get_by_role("button", name="Đọc các tệp").click()
    expect(plain.locator(".source")).to_contain_text("Nguyễn Văn Tân")
    assert violations(plain) == []
    expect(plain.locator(".question")).to_have_count(1)
    plain.get_by_role("button", name="Trả lời, nhớ cho lần sau").click()
    expect(plain.locator(".problem.error")).to_contain_text("Chưa chọn câu trả lời")
    plain.get_by_label("Câu trả lời khác").fill("GK")
    plain.keyboard.press("Enter")
    expect(plain.locator(".question")).to_have_count(0)
    plain.get_by_label("Đợt, nếu chia đợt").fill("1")
    plain.get_by_role("button", name="Lấy vào phong trào").click()
    expect(plain.get_by_role("heading", name="Đã lấy vào phong trào ha-nam-2022")).to_be_visible()
    assert violations(plain) == []
    folder = desk.place / "data" / "ha-nam-2022" / "nominations"
    assert (folder / "vp - đã đọc.xlsx").is_file()
    plain.goto("/reading")
    assert violations(plain) == []
    expect(plain.get_by_text("vp.xlsx")).to_have_count(0)


def test_a_file_that_cannot_be_read_is_told_and_thrown_away(plain: Page, tmp_path: Path) -> None:
    file = tmp_path / "anh.docx"
    file.write_bytes(b"\xff\xd8\xff\xe0 no Word file")
    plain.goto("/reading")
    plain.get_by_label("Thả các tệp vào đây").set_input_files(file)
    plain.get_by_label("Cho phong trào").select_option("ha-nam-2022")
    plain.get_by_role("button", name="Đọc các tệp").click()
    expect(plain.locator(".problem.error").first).to_be_visible()
    plain.get_by_role("button", name="Lấy vào phong trào").click()
    expect(plain.locator(".problem.error").first).to_be_visible()
    plain.get_by_role("button", name="Bỏ các tệp này").click()
    expect(plain.get_by_role("heading", name="Đọc hồ sơ")).to_be_visible()
    expect(plain.get_by_text("anh.docx")).to_have_count(0)
