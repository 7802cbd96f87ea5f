"""The main act of rooms that have no such test of their own: by the keyboard alone, without scripts."""

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.intake.files import as_excel
from tests.register.papers import intent, settle, stamp
from tests.sent_list import lay_sent_list
from tests.web.conftest import Visits
from tests.web.desk_client import DeskHere
from tests.web.test_granting import COMMUNE, HEADING, OURS
from tests.web.test_people_room import GOOD
from tests.web.test_unit_links import HEADING as UNIT_HEADING
from tests.web.test_unit_links import ROW as UNIT_ROW
from vbgen.model.desk_role import DeskRole
from vbgen.office import (
    AddPerson,
    BeginCampaign,
    Office,
    ReadJournal,
    SeeCampaign,
    ShowDeliveries,
    Surroundings,
)
from vbgen.web.moment import now

CAMPAIGN = "/campaigns/ha-nam-2022"


@pytest.fixture
def plain(here: DeskHere, visits: Visits) -> Page:
    """Somebody with every role, whose browser runs no scripts."""
    page = visits(here.desk, refusals=(422,), java_script_enabled=False)
    cookies = here.client(here.session(list(DeskRole))).cookies.jar
    page.context.add_cookies(
        [
            {"name": each.name, "value": each.value or "", "url": here.desk.origin}
            for each in cookies
        ]
    )
    return page


def type_into(field: Locator, text: str) -> None:
    """As the keyboard does, over what stands there."""
    field.press("Control+a")
    field.press_sequentially(text)


def acts(here: DeskHere, what: str) -> list[dict[str, object]]:
    with Office.look(here.desk.place, Surroundings({}, "Lan", now)) as office:
        return [act for act in office.do(ReadJournal()).acts if act["what"] == what]


def test_home_takes_up_a_number_that_was_not_finished(here: DeskHere, plain: Page) -> None:
    with here.site.acting() as office:
        office.desk_to_act().register.reserve(intent(), stamp())
    plain.goto("/")
    plain.get_by_role("button", name="Làm tiếp với đúng số đó").press("Enter")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Chưa làm được")  # it has no papers
    plain.goto("/register")
    plain.get_by_role("link", name="01/QĐ-SCT").press("Enter")
    type_into(plain.get_by_label("Lý do", exact=True), "thử")
    plain.get_by_role("button", name="Hủy số này").press("Enter")


def test_proposals_become_awards(here: DeskHere, plain: Page) -> None:
    with here.site.acting() as office:
        name = office.do(BeginCampaign(COMMUNE)).name
        lay_sent_list(office.root / "data" / name, (HEADING, OURS))
    plain.goto(f"/campaigns/{name}")
    plain.get_by_label("Người có thẩm quyền đã đồng ý").press("Space")
    plain.get_by_role("button", name="Ghi kết quả xét khen").press("Enter")
    expect(plain.get_by_role("status")).to_have_text("Đã ghi 1 khen thưởng.")
    with here.site.acting() as office:
        assert office.do(SeeCampaign(name)).proposed == 0


def test_a_draft_is_read_sent_back_and_taken_back(plain: Page, tmp_path: Path) -> None:
    plain.goto(f"{CAMPAIGN}/papers/phase-summary-phase-1")
    with plain.expect_download() as sent:
        plain.get_by_role("link", name="Mở dự thảo bằng Word").press("Enter")
    sent.value.save_as(tmp_path / "du-thao.docx")
    document = Document(str(tmp_path / "du-thao.docx"))
    next(each for each in document.paragraphs if len(each.text) > 80).runs[-1].text += " Thêm."
    document.save(str(tmp_path / "du-thao.docx"))
    type_into(plain.get_by_label("Ý kiến, nếu trả lại"), "xem lại số liệu")
    plain.get_by_role("button", name="Trả lại").press("Enter")
    plain.goto(f"{CAMPAIGN}/papers/phase-summary-phase-1")
    plain.get_by_label("Dự thảo đã sửa").set_input_files(tmp_path / "du-thao.docx")
    plain.get_by_role("button", name="Lấy bản sửa").press("Enter")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Đã lấy bản sửa")


def test_a_paper_s_way_is_written_down(here: DeskHere, plain: Page) -> None:
    with here.site.acting() as office:
        register = office.desk_to_act().register
        entry = settle(register, register.reserve(intent(), stamp()))
    plain.goto(f"/register/{entry.id}/deliveries")
    plain.get_by_label("Ban Thi đua - Khen thưởng tỉnh").press("Space")
    type_into(plain.get_by_label("Người ký nhận"), "Lê An")
    plain.get_by_role("button", name="Ghi vào sổ chuyển giao").press("Enter")
    expect(plain.get_by_label("Ký nhận, Ban Thi đua")).to_have_value("Lê An")
    with here.site.acting() as office:
        assert [one.received_by for one in office.do(ShowDeliveries(entry.id)).lines] == ["Lê An"]


def test_a_unit_s_link_is_made_and_taken_back(here: DeskHere, plain: Page) -> None:
    plain.goto(f"{CAMPAIGN}/unit-links")
    plain.get_by_label("Văn phòng Sở", exact=True).press("Space")
    plain.get_by_role("button", name="Lập đường dẫn").press("Enter")
    expect(plain.locator("code").first).to_contain_text("/hand-in/")
    plain.goto(f"{CAMPAIGN}/unit-links")
    plain.get_by_role("button", name="Thu hồi").first.press("Enter")
    assert len(acts(here, "unit-link-closed")) == 1


def test_any_file_is_verified(plain: Page, tmp_path: Path) -> None:
    file = tmp_path / "la.pdf"
    file.write_bytes(b"%PDF-1.7\n%%EOF")
    plain.goto("/verify")
    plain.get_by_label("Tệp PDF").set_input_files(file)
    plain.get_by_role("button", name="Kiểm tra").press("Enter")
    expect(plain.locator(".problem, [role=status]").first).to_be_visible()


def test_the_workbook_s_versions_are_compared(here: DeskHere, plain: Page) -> None:
    plain.goto(f"{CAMPAIGN}/versions")
    with plain.expect_download() as sent:
        plain.get_by_role("link", name="Tải tệp Excel về").press("Enter")
    sent.value.save_as(here.desk.place / "gui.xlsx")
    plain.get_by_label("Gửi tệp Excel lên thay").set_input_files(here.desk.place / "gui.xlsx")
    plain.get_by_role("button", name="Xem những gì sẽ đổi").press("Enter")
    expect(plain.get_by_role("heading", level=1)).to_be_visible()


def test_somebody_comes_in_with_a_password(here: DeskHere, visits: Visits) -> None:
    with here.site.acting() as office:
        office.do(AddPerson("minh", "Trần Văn Minh", frozenset({DeskRole.READER}), GOOD))
    page = visits(here.desk, refusals=(422,), java_script_enabled=False)
    page.goto("/enter")
    page.get_by_label("Tên tài khoản").press_sequentially("minh")
    page.get_by_label("Mật khẩu").press_sequentially(GOOD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trang đầu")


def test_a_unit_hands_its_list_in(plain: Page, tmp_path: Path) -> None:
    plain.goto(f"{CAMPAIGN}/unit-links")
    plain.get_by_label("Văn phòng Sở", exact=True).press("Space")
    plain.get_by_role("button", name="Lập đường dẫn").press("Enter")
    plain.goto(plain.locator("code").first.inner_text())
    sent = as_excel(tmp_path / "ds.xlsx", [UNIT_HEADING, UNIT_ROW])
    plain.get_by_label("Chọn tệp danh sách").set_input_files(sent)
    plain.get_by_role("button", name="Gửi để xem trước").press("Enter")
    plain.get_by_role("button", name="Nộp danh sách này").press("Enter")
    expect(plain.get_by_role("status")).to_contain_text("Danh sách đã nộp lúc")


def test_readings_are_written_down(plain: Page) -> None:
    plain.goto("/calibrate")
    plain.locator("#printer-readings").press_sequentially("May-in-phong")
    for name, text in (("left", "20"), ("top", "20"), ("lower", "20"), ("ruler", "200")):
        type_into(plain.locator(f"#{name}"), text)
    plain.get_by_role("button", name="Ghi số đo").press("Enter")
    expect(plain.get_by_text("May-in-phong, ").first).to_be_visible()


def test_a_copy_without_its_pages_is_asked_about(plain: Page) -> None:
    plain.goto("/register/copy")
    plain.get_by_label("Văn bản được sao").press_sequentially("Quyết định số 5/QĐ-UBND")
    plain.locator("#form-sao-y").press("Space")
    plain.get_by_label("Người ký bản sao").press_sequentially("Phạm Minh Châu")
    plain.get_by_label("Tệp của những trang cần sao").set_input_files(
        {"name": "trang.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    plain.get_by_role("button", name="Cấp số bản sao").press("Enter")
    expect(plain.locator(".problem").first).to_be_visible()
