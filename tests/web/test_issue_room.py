"""A paper from its draft on the screen to the register: seen, agreed to, issued once, whatever the browser does."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk, running_desk
from vbgen.office import FindPapers, Office, ReadJournal, Surroundings
from vbgen.web.moment import now

CAMPAIGN = "/campaigns/ha-nam-2022"


def codes(place: Path) -> list[str]:
    """Every number that was given."""
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return [row.entry.code for row in office.do(FindPapers()).rows]


def prepared(page: Page, paper: str = "council-minutes-phase-1", day: str = "20/6/2022") -> None:
    """What would happen, seen; every doubt agreed to."""
    page.goto(f"{CAMPAIGN}/issue/{paper}")
    page.get_by_label("Ngày văn bản").fill(day)
    page.get_by_role("button", name="Xem trước khi cấp số").click()
    expect(page.get_by_role("heading", name="Sẽ cấp số")).to_be_visible()
    for box in page.locator("input[name=agreed]").all():
        box.check()


def test_a_paper_is_issued_as_it_was_shown(page: Page, desk: RunningDesk) -> None:
    prepared(page)
    assert violations(page) == []
    page.get_by_role("button", name="Cấp số và vào sổ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã xong")
    assert codes(desk.place) == ["01/BB-HĐTĐKT"]
    page.get_by_role("link", name="Xem 01/BB-HĐTĐKT trong sổ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("01/BB-HĐTĐKT")
    expect(page.get_by_text("vào sổ").filter(visible=True).first).to_be_visible()
    assert violations(page) == []
    page.goto("/")
    expect(page.get_by_role("link", name="01/BB-HĐTĐKT")).to_be_visible()


def test_it_is_issued_without_scripts_and_with_the_keyboard_alone(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    page.goto(f"{CAMPAIGN}/issue/council-minutes-phase-1")
    page.get_by_label("Ngày văn bản").focus()
    page.keyboard.type("20/6/2022")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sẽ cấp số")).to_be_visible()
    for box in page.locator("input[name=agreed]").all():
        box.focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Cấp số và vào sổ").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã xong")
    assert codes(desk.place) == ["01/BB-HĐTĐKT"]


def test_a_doubt_that_nobody_agreed_to_stops_it(page: Page, desk: RunningDesk) -> None:
    prepared(page)
    boxes = page.locator("input[name=agreed]")
    assert boxes.count()
    boxes.first.uncheck()
    page.get_by_role("button", name="Cấp số và vào sổ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chưa làm được")
    assert codes(desk.place) == []


def test_a_double_click_and_the_back_button_issue_once(visits: Visits, desk: RunningDesk) -> None:
    page = visits(desk, refusals=(422,))  # the page behind tells that it is issued already
    page.goto(desk.link)
    prepared(page)
    page.get_by_role("button", name="Cấp số và vào sổ").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã xong")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cấp số")
    if page.get_by_role("button", name="Cấp số và vào sổ").is_visible():
        page.get_by_role("button", name="Cấp số và vào sổ").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            re.compile("Đã xong|Chưa làm được")
        )
    assert codes(desk.place) == ["01/BB-HĐTĐKT"]


def test_the_signer_approves_and_sends_back(workspace: Path, visits: Visits) -> None:
    with running_desk(workspace, VBGEN_BY="Lê Nguyên Ngọc") as desk:
        page = visits(desk)
        page.goto(desk.link)
        page.goto(f"{CAMPAIGN}/papers/award-decision-phase-1")
        page.get_by_role("button", name="Trả lại").click()
        expect(page.get_by_text("phải ghi ý kiến").first).to_be_visible()
        page.goto(f"{CAMPAIGN}/papers/award-decision-phase-1")
        page.get_by_label("Ngày văn bản dự kiến").fill("05/7/2022")
        page.get_by_role("button", name="Duyệt dự thảo").click()
        expect(page.get_by_text("Đã duyệt:")).to_be_visible()
        page.goto("about:blank")
    with Office.look(workspace, Surroundings({}, "Lan", now)) as office:
        [act] = office.do(ReadJournal()).acts
    assert (act["what"], act["who"]) == ("approve", "Lê Nguyên Ngọc")


def test_two_tabs_issue_once(visits: Visits, desk: RunningDesk) -> None:
    first = visits(desk)
    first.goto(desk.link)
    second = first.context.new_page()
    for page in (first, second):
        prepared(page)
    for page in (first, second):
        page.get_by_role("button", name="Cấp số và vào sổ").click()
    ends = re.compile("Đã xong|Chưa làm được")
    for page in (first, second):
        expect(page.get_by_role("heading", level=1)).to_have_text(ends)
    assert codes(desk.place) == ["01/BB-HĐTĐKT"]
