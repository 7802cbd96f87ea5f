"""Pictures of the desk's rooms for the docs: `.ci/picture_desk.py [NAME …]`, over the sample, in Debian's Chromium."""

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from picture_command import ROOT, vbgen
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

PICTURES = ROOT / "docs" / "pictures"
CAMPAIGN = "/campaigns/ha-nam-2022"
ROOMS = {
    "desk-home": "/#campaign-2",
    "desk-paper": f"{CAMPAIGN}/papers/award-decision-phase-1",
    "desk-issue": f"{CAMPAIGN}/issue/council-minutes-phase-1?day=20/6/2022",
    "desk-register": "/register",
    "desk-deliveries": "/register",
    "desk-people": "/people",
    "desk-golden-book": "/golden-book",
    "desk-golden-past": "/golden-book/past",
    "desk-designs": "/designs?campaign=ha-nam-2022#design-hoa-sen",
    "desk-reading": "/reading",
    "desk-signing": "/signing",
    "desk-print": "/print/ha-nam-2022/certificate-phase-1?stock=a4&leaf=3&test=1&see=1#coming",
}
PEOPLE = (("Trần Văn Minh", "minh", "admin"), ("Nguyễn Thị Lan", "lan", "registry"))
PAST_BOOK = (
    ("Số sổ vàng", "Họ và tên", "Đơn vị", "Hình thức", "Năm", "Quyết định số", "Cơ quan quyết định"),
    (41, "Ông Bế Văn Thọ", "Văn phòng Sở", "Giấy khen", 2021, "61/QĐ-SCT ngày 13/12/2021", ""),
    (42, "Phòng Kế hoạch", "", "Giấy khen", 2021, "61/QĐ-SCT ngày 13/12/2021", ""),
    (7, "Bà Hà Thị Sen", "Thanh tra Sở", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 2021,
     "1245/QĐ-UBND ngày 20/12/2021", "Chủ tịch Ủy ban nhân dân tỉnh Hà Nam"),
)  # fmt: skip
WIDTH, HEIGHT, COLOURS = 1000, 760, 48


def drawn(page: "Page") -> None:
    """Every design, with the sample's data."""
    page.goto(ROOMS["desk-designs"])
    page.get_by_role("button", name="Vẽ các mẫu").click()
    page.get_by_role("heading", name="Đã xong").wait_for(timeout=240_000)


def dropped(page: "Page", place: Path) -> str:
    """Last year's launch notice, read: the address of what was read."""
    from vbgen.office import DraftPapers, Office, Surroundings
    from vbgen.web.moment import now

    with Office.act(place, Surroundings({}, "Nguyễn Thị Lan", now)) as office:
        campaign = place / "data" / "ha-nam-2022"
        office.do(DraftPapers(campaign, ("launch-notice",), folder=place / "cu"))
    page.set_viewport_size({"width": 1280, "height": 860})
    page.goto("/new")
    page.get_by_label("Thả các tệp vào đây").set_input_files(place / "cu/launch-notice.docx")
    page.get_by_role("button", name="Đọc các tệp").click()
    page.get_by_role("heading", name="Tệp gốc").wait_for(timeout=120_000)
    return page.url


def past_book(page: "Page", place: Path) -> str:
    """A golden book of last year, laid in: the address of what it would write."""
    from openpyxl import Workbook

    book, file = Workbook(), place / "so-vang-2021.xlsx"
    for row in PAST_BOOK:
        book.worksheets[0].append(row)
    book.save(file)
    page.goto(ROOMS["desk-golden-past"])
    page.get_by_label("Tệp Excel của sổ vàng").set_input_files(file)
    page.get_by_label("Ký hiệu cơ quan").fill("SCT")
    page.get_by_role("button", name="Xem trước khi nhập").click()
    page.get_by_role("heading", name="Các dòng đọc được").wait_for()
    return page.url


def signable(page: "Page", place: Path) -> str:
    """A decision with its certificates, and a key for its signer; the address of its page of signing."""
    settings = place / "vbgen.toml"
    keys = '\n[signing.keys]\n"Lê Nguyên Ngọc" = "ca/ngoc.p12"\n'
    settings.write_text(settings.read_text("utf-8") + keys, encoding="utf-8")
    page.goto(f"{CAMPAIGN}/issue/award-decision-phase-1?day=30/6/2022&stated_signed=1")
    for box in page.locator("input[name=agreed]").all():
        box.check()
    page.get_by_role("button", name="Cấp số và vào sổ").click()
    page.get_by_role("heading", name="Đã xong").wait_for(timeout=240_000)
    page.goto(ROOMS["desk-signing"])
    page.locator("tbody a").first.click()
    page.get_by_role("heading", name="Ký số văn bản").wait_for()
    return page.url


def sent(page: "Page", place: Path) -> str:
    """A paper sent to three, one of whom has signed: the address of its lines."""
    from vbgen.office import FindPapers, NewDelivery, Office, Surroundings, WriteDeliveries
    from vbgen.web.moment import now

    with Office.act(place, Surroundings({}, "Nguyễn Thị Lan", now)) as office:
        entry = office.do(FindPapers()).rows[0].entry
        lines = (
            NewDelivery(
                recipients=("Văn phòng Sở",),
                moved_on=entry.day,
                copies=2,
                received_by="Trần Thu Hà",
            ),
            NewDelivery(recipients=("Thanh tra Sở",), moved_on=entry.day, copies=1),
        )
        office.do(WriteDeliveries(entry.id, lines))
    page.goto(f"/register/{entry.id}/deliveries")
    return page.url


def main() -> None:
    """Write a picture of each room."""
    from playwright.sync_api import Page

    from tests.register.papers import PEOPLE as HONOURED
    from tests.register.papers import intent, settle, stamp
    from tests.web.guarded_browser import debian_chromium
    from tests.web.running_desk import running_desk
    from vbgen.office import Office, Surroundings
    from vbgen.web.moment import now

    place: Path

    def issued(page: Page) -> None:
        """A paper that the register can show."""
        page.goto(ROOMS["desk-issue"])
        for box in page.locator("input[name=agreed]").all():
            box.check()
        page.get_by_role("button", name="Cấp số và vào sổ").click()
        page.get_by_role("heading", name="Đã xong").wait_for(timeout=120_000)

    def peopled(page: Page) -> None:
        """Two accounts that the page can show."""
        page.goto(ROOMS["desk-people"])
        for name, account, role in PEOPLE:
            page.get_by_label("Họ và tên").fill(name)
            page.get_by_label("Tên tài khoản", exact=True).fill(account)
            page.get_by_label("Mật khẩu", exact=True).fill("mùa sen nở bên hồ")
            page.locator(f"#new-{role}").check()
            page.get_by_role("button", name="Thêm tài khoản").click()
            page.get_by_role("heading", name=name).wait_for()

    def awarded(_page: Page) -> None:
        """A decision with two certificates in the register."""
        with Office.act(place, Surroundings({}, "Nguyễn Thị Lan", now)) as office:
            register = office.desk_to_act().register
            settle(register, register.reserve(intent(people=HONOURED), stamp()))

    before: dict[str, Callable[[Page], str | None]] = {
        "desk-designs": drawn,
        "desk-register": issued,
        "desk-deliveries": lambda page: sent(page, place),
        "desk-people": peopled,
        "desk-golden-book": awarded,
        "desk-golden-past": lambda page: past_book(page, place),
        "desk-reading": lambda page: dropped(page, place),
        "desk-signing": lambda page: signable(page, place),
    }
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "office"
        vbgen("init", place, "--json")
        with running_desk(place, VBGEN_BY="Nguyễn Thị Lan") as desk, debian_chromium() as browser:
            page = browser.new_page(
                base_url=desk.origin, viewport={"width": WIDTH, "height": HEIGHT}
            )
            page.set_default_timeout(120_000)
            page.goto(desk.link)
            for name in sys.argv[1:] or ROOMS:
                address = before[name](page) if name in before else None
                page.goto(address or ROOMS[name])
                page.wait_for_load_state("networkidle")
                taken = Image.open(BytesIO(page.screenshot()))
                taken.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
