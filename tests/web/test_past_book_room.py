"""The golden book of past years at the desk: sent, looked at, agreed to, in the book; what is wrong is told."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from playwright.sync_api import FilePayload, expect

from tests.web.conftest import Visits
from tests.web.desk_client import DeskClient, DeskHere
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.model.desk_role import DeskRole
from vbgen.office import FindCertificates, ListLots, Office, SeePastBook, Surroundings
from vbgen.web.moment import now

HEADINGS = ["Số vào sổ", "Họ và tên", "Đơn vị", "Danh hiệu", "Năm", "Quyết định số"]
ROWS = (
    [1, "Ông Vàng A Sử", "Phòng Kế hoạch", "Lao động tiên tiến", 2020, "40/QĐ-SCT ngày 15/12/2020"],
    [2, "Bà Lê Thị Gấm", "Văn phòng", "Người tốt việc tốt", 2020, "40/QĐ-SCT ngày 15/12/2020"],
    [1, "Bà Lê Thị Gấm", "Văn phòng", "Lao động tiên tiến", 2021, "52/QĐ-SCT ngày 20/12/2021"],
)


def book(*rows: list[Any]) -> bytes:
    made, target = Workbook(), BytesIO()
    sheet: Any = made.worksheets[0]
    for row in (HEADINGS, *rows):
        sheet.append(row)
    made.save(target)
    return target.getvalue()


def names(place: Path) -> list[str]:
    with Office.look(place, Surroundings({}, "Lan", now)) as office:
        return [row.name for row in office.do(FindCertificates("")).rows]


def test_it_is_looked_at_agreed_to_and_stands_in_the_book(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, java_script_enabled=False, refusals=(422,))
    page.goto(desk.link)
    page.goto("/golden-book")
    page.get_by_role("link", name="Nhập sổ vàng các năm trước").click()
    assert violations(page) == []
    file: FilePayload = {
        "name": "so-vang cũ.xlsx",
        "mimeType": "application/zip",
        "buffer": book(*ROWS),
    }
    page.set_input_files("#file", file)
    page.get_by_label("Ký hiệu cơ quan").fill("SCT")
    page.get_by_role("button", name="Xem trước khi nhập").click()
    expect(page.get_by_text("Sẽ nhập 3 giấy khen vào sổ của cơ quan SCT")).to_be_visible()
    expect(page.get_by_text("Quyết định năm 2020: 2 giấy khen")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(4)
    expect(page.get_by_text("“Người tốt việc tốt” không phải là danh hiệu")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Nhập vào sổ vàng").click()
    expect(page.get_by_text("Có điều cần xác nhận").first).to_be_visible()
    assert names(desk.place) == []
    page.get_by_label(re.compile("Tôi đã xem và đồng ý cả")).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Nhập vào sổ vàng").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã nhập 3 giấy khen")
    page.get_by_role("link", name="Xem sổ vàng").click()
    expect(page.get_by_role("link", name="Vàng A Sử")).to_be_visible()
    assert sorted(names(desk.place)) == ["Bà Lê Thị Gấm", "Bà Lê Thị Gấm", "Ông Vàng A Sử"]


@pytest.fixture
def registry(here: DeskHere) -> DeskClient:
    return here.client(here.session([DeskRole.REGISTRY], account="lan"))


def sent(client: DeskClient, content: bytes, agency: str = "SCT") -> str:
    """What the desk shows of that file."""
    form = {"form_token": client.form_token, "agency": agency}
    files = {"file": ("sổ.xlsx", content, "application/zip")}
    headers = {"origin": client.origin}
    client.follow_redirects = True
    return client.post("/golden-book/past", data=form, files=files, headers=headers).text


@pytest.mark.parametrize(
    ("content", "agency", "told"),
    [
        (book(), "SCT", "không có dòng nào"),
        (b"PK", "SCT", "sổ.xlsx"),
        (book([1, "", "", "Giấy khen", 2020, "40/QĐ-SCT ngày 31/02/2020"]), "SCT", "Thiếu tên"),
        (book(*ROWS), "", "Chưa rõ sổ của cơ quan nào"),
    ],
    ids=["headings alone", "no workbook", "wrong cells", "no agency"],
)
def test_what_cannot_be_imported_is_told(
    here: DeskHere, registry: DeskClient, content: bytes, agency: str, told: str
) -> None:
    shown = sent(registry, content, agency)
    assert told in shown
    assert "Xem trước khi nhập" in shown
    with Office.look(here.desk.place, Surroundings({}, "Lan", now)) as office:
        assert office.do(ListLots()).lots == (), "it is nothing that waits to be read"


def test_what_changed_since_it_was_shown_is_not_written(
    here: DeskHere, registry: DeskClient
) -> None:
    shown = sent(registry, book(*ROWS))
    [address] = set(re.findall(r'action="(/golden-book/past/[0-9a-f]{24})"', shown))
    said = registry.send_form(address, agency="SCT", agreed="all", fingerprint="0" * 64)
    assert (said.status_code, "đã khác so với lúc xem" in said.text) == (422, True)
    assert names(here.desk.place) == []
    given = re.findall(r'name="(agency|fingerprint)" value="([^"]+)"', shown)
    assert "Đã nhập 3 giấy khen" in registry.send_form(address, agreed="all", **dict(given)).text
    assert "không còn ở đây" in registry.get(address).text
    again = sent(registry, book(*ROWS), "")
    assert "40/QĐ-SCT" in again
    assert 'name="fingerprint"' not in again
    with (
        Office.look(here.desk.place, Surroundings({}, "Lan", now)) as office,
        pytest.raises(Exception, match="không còn ở đây"),
    ):
        office.do(SeePastBook(address.rpartition("/")[2]))
