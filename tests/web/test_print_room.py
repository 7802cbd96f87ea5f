"""Certificates chosen, seen on stock, printed once by file or printer, printed again; a printer measured."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.printer.print_shop import QUEUE, PrintShop, missing, print_shop
from tests.printer.where import pages_in
from tests.web.conftest import Visits
from tests.web.desk_client import DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk, running_desk
from vbgen.model.desk_role import DeskRole
from vbgen.office import Office, ReadJournal, Surroundings
from vbgen.web.moment import now

LOT = "/print/ha-nam-2022/certificate-phase-1"
DRAFT = "/print/ha-nam-2022/certificate-phase-2"


@pytest.fixture(scope="module")
def shop() -> Iterator[PrintShop]:
    """A printer and a CUPS of our own."""
    assert not missing(), missing()
    with print_shop() as opened:
        yield opened


@pytest.fixture(scope="module")
def issued(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose first decision is issued."""
    place = tmp_path_factory.mktemp("issued") / "office"
    shutil.copytree(made_workspace, place)
    words = ["issue", "data/ha-nam-2022", "award-decision", "--phase", "1"]
    words += ["--date", "2022-07-20", "--yes", "--no-pdf", "--by", "Lan"]
    subprocess.run([sys.executable, "-m", "vbgen", *words], cwd=place, check=True)
    return place


@pytest.fixture(scope="module")
def desk(issued: Path, shop: PrintShop) -> Iterator[RunningDesk]:
    """A desk whose machine has one queue."""
    with running_desk(issued, CUPS_SERVER=shop.cups) as served:
        yield served


@pytest.fixture(scope="module")
def session(desk: RunningDesk) -> str:
    """The cookie of a clerk; the one-time link serves one page only."""
    return DeskHere.of(desk).session(DeskRole)


@pytest.fixture
def page(visits: Visits, desk: RunningDesk, session: str) -> Page:
    return at_work(visits, desk, session)


def at_work(visits: Visits, desk: RunningDesk, session: str, **options: Any) -> Page:  # noqa: ANN401
    opened = visits(desk, **options)
    client = DeskHere.of(desk).client(session)
    opened.context.add_cookies(
        [
            {"name": each.name, "value": each.value or "", "url": desk.origin}
            for each in client.cookies.jar
        ]
    )
    return opened


def prints(place: Path) -> list[dict[str, Any]]:
    """Acts of printing in the journal, with who did them."""
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        acts: list[dict[str, Any]] = list(office.do(ReadJournal()).acts)
    return [act for act in acts if act["what"] in {"print", "reprint"}]


def ended(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_chosen_certificates_are_seen_on_stock_and_taken_as_a_file(
    page: Page, desk: RunningDesk, tmp_path: Path
) -> None:
    page.goto("/print")
    assert violations(page) == []
    page.get_by_role("link", name=re.compile("đợt 1")).first.click()
    page.get_by_label("Phôi đang đặt").select_option("a4-3")
    page.get_by_label("Thứ tự in").select_option("unit")
    page.locator("#leaf-2").check()
    page.get_by_label("Ghi số thứ tự").fill("5-6")
    page.get_by_role("button", name="Xem trên phôi").click()
    expect(page.get_by_text("3 tờ, 3 khung")).to_be_visible()
    pictures = page.locator("img.page")
    assert pictures.count() == 3
    picture = page.request.get(str(pictures.first.get_attribute("src")))
    assert picture.body().startswith(b"\x89PNG")
    assert violations(page) == []
    before = len(prints(desk.place))
    page.get_by_role("button", name="In", exact=True).click()
    ended(page, "Đã xong")
    with page.expect_download() as sent:
        page.get_by_role("link", name="Tải tệp in (PDF)").click()
    assert sent.value.suggested_filename == "certificate-a4-3.pdf"
    sent.value.save_as(tmp_path / "in.pdf")
    assert len(pages_in((tmp_path / "in.pdf").read_bytes(), tmp_path)) == 3
    act = prints(desk.place)[before]
    assert (act["who"], act["detail"]["certificates"]) == ("Nguyễn Thị Lan", "2,5-6")
    page.goto(LOT)
    expect(page.locator("tr", has=page.locator("#leaf-2")).get_by_text("đã in")).to_be_visible()


def test_they_are_printed_again_without_scripts_by_the_keyboard_on_a_real_printer(
    visits: Visits, desk: RunningDesk, session: str, shop: PrintShop
) -> None:
    page = at_work(visits, desk, session, java_script_enabled=False)
    page.goto(LOT + "?stock=a4-3")
    box = page.locator("#leaf-7")
    box.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Xem trên phôi").focus()
    page.keyboard.press("Enter")
    page.locator("#to-printer").focus()
    page.keyboard.press("Space")
    page.locator("#printer").focus()
    page.keyboard.type(QUEUE)
    received = len(shop.received())
    page.get_by_role("button", name="In", exact=True).focus()
    page.keyboard.press("Enter")
    ended(page, "Đã xong")
    expect(page.get_by_text(f"Đã in 1 tờ ra máy in {QUEUE}.")).to_be_visible()
    assert len(shop.received()) == received + 1
    assert prints(desk.place)[-1]["detail"]["to"] == QUEUE


def test_a_draft_is_only_tried(page: Page, desk: RunningDesk) -> None:
    before = len(prints(desk.place))
    page.goto(DRAFT)
    expect(page.get_by_text("nên chỉ in thử được")).to_be_visible()
    page.get_by_label("Ghi số thứ tự").fill("1")
    page.get_by_role("button", name="Xem trên phôi").click()
    page.get_by_role("button", name="In thử", exact=True).click()
    ended(page, "Đã xong")
    assert len(prints(desk.place)) == before


def test_its_likeliest_failures_are_told(
    visits: Visits, desk: RunningDesk, session: str, shop: PrintShop
) -> None:
    page = at_work(visits, desk, session, refusals=(422,))
    page.goto(LOT + "?only=99&see=1")
    expect(page.locator(".problem").get_by_text("nằm ngoài khoảng")).to_be_visible()
    page.goto(LOT + "?stock=a4-3&leaf=1&see=1")
    page.locator("#to-printer").check()
    page.get_by_role("button", name="In", exact=True).click()
    expect(page.get_by_text("Chưa chọn máy in.")).to_be_visible()
    page.locator("#to-printer").check()
    page.locator("#printer").fill("khong-co")
    page.get_by_role("button", name="In", exact=True).click()
    ended(page, "Chưa làm được")
    expect(page.get_by_text(f"Các máy in: {QUEUE}.")).to_be_visible()
    with shop.mood("sleep 1; exit 1"):
        page.goto(LOT + "?stock=a4-3&leaf=1&see=1")
        page.locator("#to-printer").check()
        page.locator("#printer").fill(shop.printer_uri)
        page.get_by_role("button", name="In", exact=True).click()
        ended(page, "Chưa làm được")
    assert prints(desk.place)[-1]["detail"]["outcome"] == "failed"


def test_a_printer_is_measured_and_later_prints_undo_it(
    visits: Visits, desk: RunningDesk, session: str, shop: PrintShop, tmp_path: Path
) -> None:
    page = at_work(visits, desk, session, refusals=(422,))
    page.goto("/calibrate")
    assert violations(page) == []
    received = len(shop.received())
    page.locator("#printer-page").fill(QUEUE)
    page.get_by_role("button", name="In tờ thử", exact=True).click()
    ended(page, "Đã xong")
    assert len(shop.received()) == received + 1
    page.get_by_role("link", name="Ghi số đo").click()
    expect(page.locator("#printer-readings")).to_have_value(QUEUE)
    for name, text in (("left", "xa"), ("top", "20"), ("lower", "20"), ("ruler", "150")):
        page.locator(f"#{name}").fill(text)
    page.get_by_role("button", name="Ghi số đo").click()
    expect(page.get_by_text("“xa” không phải là số đo")).to_be_visible()
    page.locator("#left").fill("21,5")
    page.get_by_role("button", name="Ghi số đo").click()
    expect(page.locator(".problem").first).to_be_visible()
    page.locator("#ruler").fill("200")
    page.get_by_role("button", name="Ghi số đo").click()
    expect(page.get_by_text("1,5 mm sang phải")).to_be_visible()
    expect(page.get_by_text(f"{QUEUE}, a4")).to_be_visible()
    page.locator("#printer-page").fill(QUEUE)
    page.locator("#corrected").check()
    with page.expect_download() as sent:
        page.get_by_role("button", name="Tải tờ thử (PDF)").click()
    sent.value.save_as(tmp_path / "to-thu.pdf")
    assert (tmp_path / "to-thu.pdf").read_bytes().startswith(b"%PDF")


def test_another_s_print_file_and_an_unknown_printer_of_a_served_desk_are_refused(
    desk: RunningDesk,
) -> None:
    here = DeskHere.of(desk)
    lan = here.client(here.session([DeskRole.REGISTRY], account="lan"))
    said = lan.send_form(
        LOT, job="k" * 20, stock="a4-3", leaf="1", where="printer", printer="ipp://10.0.0.1/ipp"
    )
    assert said.status_code == 422
    assert "chưa biết máy in" in said.text
    sent = lan.send_form(LOT, job="m" * 20, stock="a4-3", leaf="1", where="file", test="1")
    assert sent.headers["location"] == f"/jobs/{'m' * 20}"
    hoa = here.client(here.session([DeskRole.REGISTRY], account="hoa"))
    assert hoa.get(f"/jobs/{'m' * 20}/print").status_code == 404
    assert lan.get("/print/ha-nam-2022/award-decision-phase-1").status_code == 404


def test_a_decision_leads_to_where_its_certificates_are_printed(desk: RunningDesk) -> None:
    here = DeskHere.of(desk)
    client = here.client(here.session([DeskRole.REGISTRY]))
    with Office.look(desk.place, Surroundings({}, "Lan", now)) as office:
        [entry] = office.desk_to_look().register.entries()
    led = client.get(f"/register/{entry.id}/print?leaf=2").headers["location"]
    assert led == f"{LOT}?decision=01%2FQ%C4%90-SCT&leaf=2"
    assert 'id="leaf-2"' in client.get(led).text
