"""From a name on the page to its cell and back; problems at their places; what is not certain is told."""

import re

from playwright.sync_api import Page, expect

from tests.web.conftest import Visits
from tests.web.desk_client import DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.model.desk_role import DeskRole

CAMPAIGN = "/campaigns/ha-nam-2022"
PAPER = f"{CAMPAIGN}/papers/award-decision-phase-1"


def test_a_click_on_a_name_leads_to_its_cell_and_the_cell_back_to_the_page(page: Page) -> None:
    page.goto(PAPER)
    word = page.locator(".traced a", has=page.locator("title", has_text="Người ký, ô B2"))
    name = page.locator(".traced a", has=page.locator("title", has_text="Căn cứ, ô B2"))
    expect(name.first).to_be_attached()
    assert word.count()
    name.first.locator("rect").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Căn cứ")
    expect(page.locator("#grid-room[data-ready]")).to_be_attached()
    expect(page.locator("#printed-cell")).to_have_value("B2")
    page.get_by_role("button", name="Ô này in ở đâu").click()
    back = page.get_by_role("link", name="Quyết định khen thưởng, đợt 1")
    expect(back.first).to_be_visible()
    assert violations(page) == []
    back.first.click()
    expect(page.locator("rect.meant").first).to_be_attached()
    expect(page.locator("li.meant").get_by_text("Căn cứ Luật Thi đua").first).to_be_visible()


def test_the_pages_with_their_cells_have_nothing_that_axe_finds(page: Page) -> None:
    page.goto(f"{PAPER}/cells")
    expect(page.locator(".traced").first).to_be_visible()
    assert violations(page) == []


def test_without_scripts_the_list_beside_each_page_leads_to_the_cells(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(desk.link)
    page.goto(PAPER)
    page.get_by_role("link", name="Từ chữ trên trang về ô dữ liệu").click()
    summary = page.locator("#cells-1 > summary")
    summary.focus()
    page.keyboard.press("Enter")
    link = page.locator("#cells-1").get_by_role("link", name="trang Căn cứ, ô B3")
    link.focus()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    page.keyboard.press("Enter")
    expect(page.locator("#cell-B3")).to_be_visible()
    expect(page.locator("#cell-B3")).to_have_value(re.compile("Luật sửa đổi, bổ sung"))


def test_what_several_cells_say_is_told_as_not_certain(here: DeskHere) -> None:
    client = here.client(here.session(DeskRole))
    shown = client.get(f"{PAPER}/cells").text
    assert "Chưa chắc: " in shown
    assert "chưa chắc ô nào" in shown
    assert 'class="unsure' in shown


def test_a_problem_of_the_data_leads_to_its_cell(here: DeskHere) -> None:
    client = here.client(here.session(DeskRole))
    shown = client.get(f"{CAMPAIGN}/check").text
    assert f'<a href="{CAMPAIGN}/data?sheet=' in shown


def test_a_row_far_down_is_on_the_page_that_its_cell_is_asked_from(here: DeskHere) -> None:
    client = here.client(here.session(DeskRole))
    sheet = "C%C3%A1+nh%C3%A2n%2C+t%E1%BA%ADp+th%E1%BB%83"
    shown = client.get(f"{CAMPAIGN}/data?sheet={sheet}&cell=D70").text
    assert 'id="cell-D70"' in shown
    assert 'id="cell-D2"' not in shown


def test_a_cell_that_no_paper_prints_is_told(here: DeskHere) -> None:
    client = here.client(here.session(DeskRole))
    for cell in ("ZZ9", "Z", "", "<b>"):
        shown = client.get(f"{CAMPAIGN}/data/printed", params={"sheet": "Đơn vị", "cell": cell})
        assert shown.status_code == 200
        assert "Không văn bản nào in" in shown.text


def test_what_is_no_paper_has_no_cells(here: DeskHere) -> None:
    client = here.client(here.session(DeskRole))
    assert client.get("/campaigns/../x/papers/a/cells").status_code in {404, 422}
    assert client.get(f"{CAMPAIGN}/papers/khong-co/cells").status_code in {404, 422}
