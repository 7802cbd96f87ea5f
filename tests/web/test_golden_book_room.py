"""The golden book: searched, one certificate's life, the book as a file."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.register.papers import PEOPLE, intent, settle, stamp
from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk
from vbgen.errors import UsageError
from vbgen.office import FindCertificates, Office, ShowCertificate, Surroundings, TakeBook
from vbgen.web.moment import now

DATA = '{"agency": {"name": "SỞ CÔNG THƯƠNG"}}'.encode()  # what the decision came from


@pytest.fixture
def document(workspace: Path) -> str:
    """A decision with two certificates, the second printed."""
    with Office.act(workspace, Surroundings({}, "Lan", now)) as office:
        desk = office.desk_to_act()
        desk.enter_archive()
        desk.archive.put(DATA)
        register = desk.register
        numbered = register.reserve(
            replace(intent(people=PEOPLE), materials={"campaign.json": DATA}), stamp()
        )
        settle(register, numbered)
        detail: dict[str, object] = {"certificates": "2", "to": "printer"}
        register.note(stamp(why="Trao tại lễ"), "print", document=numbered.id, detail=detail)
    return str(numbered.id)


def looking(place: Path) -> Office:
    return Office.look(place, Surroundings({}, "Lan", now))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Nguyễn Đình Hòa", "Giàng A Páo"]),
        ("nguyen dinh", ["Nguyễn Đình Hòa"]),
        ("PÁO thanh tra", ["Giàng A Páo"]),
        ("01/qđ-sct:2", ["Giàng A Páo"]),
        ("páo văn phòng", []),
    ],
)
def test_a_certificate_is_found_by_all_words_of_it(
    workspace: Path, document: str, words: str, found: list[str]
) -> None:
    del document
    with looking(workspace) as office:
        rows = office.do(FindCertificates(words)).rows
    assert [row.name for row in rows] == found


def test_a_printing_is_in_the_life_of_what_was_printed_alone(
    workspace: Path, document: str
) -> None:
    with looking(workspace) as office:
        first, second = (office.do(ShowCertificate(document, place)) for place in (1, 2))
        with pytest.raises(UsageError):
            office.do(ShowCertificate(document, 3))
    assert [act.what for act in second.acts] == [*(act.what for act in first.acts), "print"]


@pytest.mark.parametrize("form", ["xlsx", "docx", "csv", "json"])
def test_the_book_is_taken_whole(workspace: Path, document: str, form: str) -> None:
    del document
    with looking(workspace) as office:
        taken = office.do(TakeBook(form, 2026))
        with pytest.raises(UsageError):
            office.do(TakeBook("exe"))
    assert taken.name == f"so-vang-2026.{form}"
    assert taken.content


def test_it_is_searched_as_one_types_and_leads_to_the_decision(document: str, page: Page) -> None:
    page.get_by_role("link", name="Sổ vàng").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("row")).to_have_count(3)
    assert violations(page) == []
    page.get_by_label("Tìm", exact=True).press_sequentially("pao")
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("link", name="Giàng A Páo").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("in giấy khen: Trao tại lễ")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="01/QĐ-SCT").first.click()
    assert page.url.endswith(document)


def test_the_book_is_got_without_scripts(document: str, visits: Visits, desk: RunningDesk) -> None:
    del document
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    page.goto("/golden-book")
    page.get_by_label("Tìm", exact=True).fill("pao")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row")).to_have_count(2)
    page.locator("select[name=form]").select_option("xlsx")
    with page.expect_download() as sent:
        page.get_by_role("button", name="Tải sổ vàng").click()
    book = load_workbook(BytesIO(sent.value.path().read_bytes()))
    cells = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert "Giàng A Páo" in cells


def test_what_cannot_be_shown_is_told(visits: Visits, desk: RunningDesk) -> None:
    page = visits(desk, refusals=(404, 422))
    page.goto(desk.link)
    page.goto("/golden-book")
    expect(page.get_by_text("0 giấy khen")).to_be_visible()
    page.goto("/golden-book/nothing/1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chưa làm được")
    page.goto("/golden-book/file?form=exe")
    expect(page.get_by_text("Không có trang này.")).to_be_visible()
