"""The way in and the first page, as people see them."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.register.papers import intent, stamp
from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.office import Office, Surroundings
from vbgen.web.moment import now


def test_the_first_page_has_no_barrier(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Trang đầu")
    assert violations(page) == []


def test_the_year_is_a_path_with_what_each_step_waits_for(page: Page) -> None:
    steps = page.locator(".path .step")
    expect(steps.first).to_contain_text("Công văn phát động phong trào thi đua")
    expect(steps.first).to_contain_text("Có dự thảo")
    expect(page.get_by_text("Chờ điền")).to_be_visible()  # the empty form
    expect(page.get_by_text("đợt cuối đến 20/11/2022")).to_be_visible()


def test_a_number_that_was_taken_and_not_finished_stands_first(
    workspace: Path, visits: Visits, desk: RunningDesk
) -> None:
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        office.desk_to_act().register.reserve(intent(), stamp())
    page = visits(desk)
    page.goto(desk.link)
    expect(page.get_by_role("heading", level=2).first).to_have_text("Số đã giữ mà chưa làm xong")
    expect(page.get_by_text("01/QĐ-SCT").first).to_be_visible()
    expect(page.get_by_role("button", name="Làm tiếp với đúng số đó")).to_be_visible()
    assert violations(page) == []


def test_the_language_is_changed_without_scripts(visits: Visits, desk: RunningDesk) -> None:
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Home")


def test_it_is_read_on_a_telephone(visits: Visits, desk: RunningDesk) -> None:
    page = visits(desk, viewport={"width": 360, "height": 640})
    page.goto(desk.link)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_the_main_part_is_reached_with_the_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
