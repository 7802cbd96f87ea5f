"""Units hand in their lists by links: one unit, one campaign, once; the clerk sees a list before it is taken."""

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.intake.files import as_excel
from tests.web.conftest import Visits
from tests.web.desk_client import DeskClient, DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.model.desk_role import DeskRole

LINKS = "/campaigns/ha-nam-2022/unit-links"
HEADING = ("STT", "Họ và tên", "Chức vụ", "Danh hiệu đề nghị")
ROW = (1, "Nguyễn Văn Tân", "Chuyên viên", "Giấy khen")


@pytest.fixture
def clerk(here: DeskHere) -> DeskClient:
    return here.client(here.session([DeskRole.OFFICER]))


@pytest.fixture
def guest(here: DeskHere) -> DeskClient:
    """Somebody of a unit, who has no account."""
    return here.client()


def link_for(clerk: DeskClient, unit: str) -> str:
    """The path of a new link."""
    page = clerk.send_form(LINKS, unit=unit, days="7")
    (path,) = re.findall(rf"{clerk.origin}(/hand-in/[\w-]+)", page.text)
    return str(path)


def lay_in(guest: DeskClient, link: str, file: Path) -> httpx.Response:
    sent = {"files": (file.name, file.read_bytes())}
    return guest.post(link, files=sent, headers={"origin": guest.origin}, follow_redirects=True)


def lot_on(page: httpx.Response) -> str:
    (lot,) = re.findall(r'name="lot" value="(\w+)"', page.text)
    return str(lot)


def hand_in(guest: DeskClient, link: str, page: httpx.Response) -> httpx.Response:
    data = {"lot": lot_on(page)}
    origin = {"origin": guest.origin}
    return guest.post(f"{link}/send", data=data, headers=origin, follow_redirects=True)


def test_a_unit_sees_what_was_read_and_clerks_see_it_once_it_is_handed_in(
    here: DeskHere, clerk: DeskClient, guest: DeskClient, tmp_path: Path
) -> None:
    link = link_for(clerk, "VP")
    seen = lay_in(guest, link, as_excel(tmp_path / "ds.xlsx", [HEADING, ROW]))
    assert "Nguyễn Văn Tân" in seen.text
    assert "Văn phòng Sở" in seen.text  # no cell says it: the link does
    assert "ds.xlsx" not in clerk.get("/reading").text
    handed = hand_in(guest, link, seen)
    assert "Danh sách đã nộp lúc" in handed.text
    assert "Nguyễn Văn Tân" not in handed.text
    assert "Văn phòng Sở nộp" in clerk.get("/reading").text
    assert "xem danh sách" in clerk.get(LINKS).text
    folder = here.desk.place / "data" / "ha-nam-2022" / "nominations"
    before = set(folder.iterdir()) if folder.is_dir() else set()
    taken = clerk.send_form(f"/reading/{lot_on(seen)}/take", into="ha-nam-2022", phase="1")
    assert "Đã lấy vào phong trào" in taken.text
    new = {path.name for path in set(folder.iterdir()) - before}
    assert "Văn phòng Sở - ds - đã đọc.xlsx" in new
    assert "đã lấy vào hoặc đã bỏ" in clerk.get(LINKS).text


def test_files_are_taken_whatever_they_are_called(clerk: DeskClient, guest: DeskClient) -> None:
    link = link_for(clerk, "VP")
    names = ["😀" * 80 + ".csv", "a." + "b" * 300, "danh sách", *["a.csv"] * 9]
    sent = [("files", (name, b"x")) for name in names]
    headers = {"origin": guest.origin}
    seen = guest.post(link, files=sent, headers=headers, follow_redirects=True)
    assert seen.status_code == 200
    assert "a (9).csv" in seen.text


def test_a_link_takes_one_list_and_nothing_after_it(
    clerk: DeskClient, guest: DeskClient, tmp_path: Path
) -> None:
    link = link_for(clerk, "VP")
    file = as_excel(tmp_path / "ds.xlsx", [HEADING, ROW])
    seen = lay_in(guest, link, file)
    hand_in(guest, link, seen)
    again = lay_in(guest, link, file)
    assert again.status_code == 422
    assert "đã được nộp" in again.text
    assert "Danh sách đã nộp lúc" in hand_in(guest, link, seen).text


def test_what_was_replaced_meanwhile_is_not_handed_in_unseen(
    clerk: DeskClient, guest: DeskClient, tmp_path: Path
) -> None:
    link = link_for(clerk, "VP")
    first = lay_in(guest, link, as_excel(tmp_path / "một.xlsx", [HEADING, ROW]))
    second = lay_in(guest, link, as_excel(tmp_path / "hai.xlsx", [HEADING, ROW]))
    assert "một.xlsx" not in second.text
    refused = hand_in(guest, link, first)
    assert refused.status_code == 422
    assert "Tệp đã được thay" in refused.text
    assert "Danh sách đã nộp lúc" in hand_in(guest, link, second).text


def test_a_link_taken_back_or_replaced_opens_nothing(
    clerk: DeskClient, guest: DeskClient, tmp_path: Path
) -> None:
    file = as_excel(tmp_path / "ds.xlsx", [HEADING, ROW])
    first = link_for(clerk, "VP")
    second = link_for(clerk, "VP")
    assert guest.get(first).status_code == 422
    assert guest.get(second).status_code == 200
    (close,) = re.findall(rf'formaction="({LINKS}/\w+/close)"', clerk.get(LINKS).text)
    clerk.send_form(close)
    refused = lay_in(guest, second, file)
    assert refused.status_code == 422
    assert "không mở được" in refused.text


def test_a_link_opens_no_page_but_its_own(clerk: DeskClient, guest: DeskClient) -> None:
    link = link_for(clerk, "VP")
    assert guest.get(link).status_code == 200
    for path in ("/", "/reading", LINKS, "/campaigns/ha-nam-2022/data", "/register"):
        assert guest.get(path).headers["location"] == "/enter"
    elsewhere = guest.post(link, files={"files": ("a.csv", b"x")}, headers={"origin": "https://x"})
    assert elsewhere.status_code == 403


def test_people_of_another_unit_are_told(
    clerk: DeskClient, guest: DeskClient, tmp_path: Path
) -> None:
    rows = [(*HEADING, "Đơn vị"), (*ROW, "Văn phòng Sở")]
    listed = clerk.get(LINKS).text
    other = next(code for code in re.findall(r'name="unit" value="(\w+)"', listed) if code != "VP")
    seen = lay_in(guest, link_for(clerk, other), as_excel(tmp_path / "ds.xlsx", rows))
    assert "có người của đơn vị khác: Văn phòng Sở" in seen.text


def test_links_that_open_nothing_are_not_tried_on_and_on(here: DeskHere) -> None:
    stranger = here.client()
    answers = [stranger.get(f"/hand-in/{number}").status_code for number in range(40)]
    assert answers[0] == 422
    assert answers[-1] == 429


def test_both_pages_work_without_scripts_and_nothing_stops_a_reader(
    visits: Visits, desk: RunningDesk, tmp_path: Path
) -> None:
    page = plain_page(visits, desk)
    page.goto(LINKS)
    page.get_by_label("Văn phòng Sở", exact=True).check()
    page.get_by_role("button", name="Lập đường dẫn").click()
    link = page.locator("code").first.inner_text()
    assert violations(page) == []
    page.goto(link)
    page.get_by_label("Chọn tệp danh sách").set_input_files(
        as_excel(tmp_path / "ds.xlsx", [HEADING, ROW])
    )
    page.get_by_role("button", name="Gửi để xem trước").click()
    expect(page.get_by_text("Nguyễn Văn Tân")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Nộp danh sách này").click()
    expect(page.get_by_role("status")).to_contain_text("Danh sách đã nộp lúc")
    page.goto(LINKS)
    assert violations(page) == []


def plain_page(visits: Visits, desk: RunningDesk) -> Page:
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    return page
