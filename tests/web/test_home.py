"""The way in and the first page, as people see them."""

from playwright.sync_api import Page, expect

from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk


def test_the_first_page_has_no_barrier(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Trang đầu")
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
