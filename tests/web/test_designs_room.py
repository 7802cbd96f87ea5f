"""Designs of certificates: drawn with the office's own data, one chosen; failures told."""

from playwright.sync_api import expect

from tests.web.conftest import Visits
from tests.web.desk_client import DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.model.desk_role import DeskRole

WIDTH = 360


def test_they_are_drawn_and_one_is_chosen_by_the_keyboard_without_scripts(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, java_script_enabled=False, viewport={"width": WIDTH, "height": 740})
    page.goto(desk.link)
    page.goto("/designs?campaign=ha-nam-2022")
    page.get_by_role("button", name="Vẽ các mẫu với dữ liệu này").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã xong")
    page.get_by_role("link", name="Xem các mẫu").click()
    pictures = page.locator(".gallery img")
    assert pictures.count() == page.locator(".gallery > li").count() >= 14
    picture = page.request.get(str(pictures.nth(3).get_attribute("src")))
    assert picture.body().startswith(b"\x89PNG")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    page.locator("#design-hoa-sen button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#design-hoa-sen").get_by_text("đang dùng")).to_be_visible()
    assert 'design = "hoa-sen"' in (desk.place / "vbgen.toml").read_text("utf-8")
    assert violations(page) == []


def test_its_likeliest_failures_are_told(here: DeskHere) -> None:
    client = here.client(here.session(DeskRole))
    assert "Không có phong trào" in client.get("/designs?campaign=khong-co").text
    unknown = client.send_form("/designs", design="hoa-sem", campaign="ha-nam-2022")
    assert unknown.status_code == 422
    assert "Có phải là “hoa-sen”" in unknown.text
    settings = here.desk.place / "vbgen.toml"
    before = settings.read_text("utf-8")
    try:
        settings.write_text(f'{before}\n[certificate.design]\ncertificate = "hoi-van"\n', "utf-8")
        by_kind = client.send_form("/designs", design="hoa-sen", campaign="ha-nam-2022")
        assert by_kind.status_code == 422
        assert "mẫu riêng cho từng loại" in by_kind.text
    finally:
        settings.write_text(before, "utf-8")
