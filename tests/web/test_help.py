"""Help where one is: each page has its part of the guide beside it, in both languages; the whole guide is served."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Visits
from tests.web.desk_client import DeskClient, DeskHere
from tests.web.running_desk import RunningDesk
from vbgen.messages import LANGUAGES, use_language
from vbgen.model.desk_role import DeskRole
from vbgen.web.helping.guides import GuidePage, guides
from vbgen.web.helping.topics import topic_of
from vbgen.web.routes import routes

SPEAKS_FOR_ITSELF = re.compile(
    r"/(help|enter|hand-in|files|favicon|pictures)\b|.*/(events|count|file|rows|word)$"
)


def pages() -> list[str]:
    """The address of each page of the desk; parts of pages and files have no help of their own."""
    from vbgen.web.files import static_files

    paths = [route.path for route in routes(static_files()) if route.method == "GET"]
    return sorted({path for path in paths if not SPEAKS_FOR_ITSELF.match(path)})


@pytest.fixture(scope="module")
def client(here: DeskHere) -> DeskClient:
    return here.client(here.session(DeskRole))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    use_language(request.param)
    return str(request.param)


@pytest.mark.parametrize("path", pages())
def test_each_page_has_its_part_of_the_guide(language: str, path: str) -> None:
    topic = topic_of(re.sub(r"\{(\w+)\}", r"\1", path))
    assert topic
    assert guides().part(topic, language), f"{guides().rooms(language).path} has no part “{topic}”"


def test_a_part_ends_where_the_next_begins() -> None:
    part = guides().part("Sổ vàng", "vi")
    assert "Tải sổ vàng" in part
    assert "Phòng này dành cho quản trị" not in part
    assert "<img" not in part


@pytest.mark.parametrize("page", list(guides().pages.values()), ids=lambda page: page.name)
def test_each_page_leads_only_to_what_is_served(page: GuidePage) -> None:
    for address in set(re.findall(r'(?:href|src)="([^"]*)"', page.html)):
        place, _sharp, part = address.partition("#")
        folder, _slash, name = place.rpartition("/")
        if folder == "/help/pictures":
            assert name in guides().pictures, address
        else:
            assert folder in {"", "/help"}, address
            led_to = guides().pages[name] if name else page
            assert not part or f'id="{unquote(part)}"' in led_to.html, address


@pytest.mark.parametrize(
    "name", ["..%2Fdesk", "..%2F..%2Fpyproject", "vi%2FREADME", "desk.md", "first", "%00"]
)
def test_nothing_else_of_the_folder_is_served(client: DeskClient, name: str) -> None:
    assert client.get(f"/help/{name}").status_code == 404
    assert client.get(f"/help/pictures/{name}").status_code == 404


def test_help_is_read_beside_the_room_by_keyboard_and_without_scripts(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page.goto(desk.link)
    page.goto("/golden-book")
    summary = page.locator(".guide > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".guide")).to_contain_text("Tải sổ vàng")
    beside = page.locator(".guide").bounding_box()
    room = page.locator("main").bounding_box()
    assert beside
    assert room
    assert beside["x"] >= room["x"] + room["width"]


def test_help_is_read_in_english(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    page.goto("/people")
    page.locator(".guide > summary").click()
    expect(page.locator(".guide")).to_contain_text("The last administrator cannot be closed.")
    page.get_by_role("link", name="The other pages of the guide").click()
    page.get_by_role("link", name="The desk, room by room", exact=True).first.click()
    expect(page.locator("article h1")).to_have_text("The desk, room by room")
    picture = page.locator("article img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.naturalWidth")


def test_a_first_visit_is_led_through_the_rooms_and_nothing_is_changed(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, java_script_enabled=False)
    page.goto(desk.link)
    page.get_by_role("link", name="Xem một vòng").click()
    titles = []
    while (onward := page.get_by_role("link", name="Trang tiếp")).count():
        titles.append(page.locator(".tour strong").inner_text().partition(" · ")[2])
        assert page.locator("main h1").is_visible()
        onward.click()
    assert titles == [
        *("Trang đầu", "Dữ liệu", "Kiểm tra dữ liệu", "Một văn bản"),
        *("Cấp số", "Sổ đăng ký", "Sổ vàng", "Người dùng"),
    ]
    page.get_by_role("button", name="Bắt đầu làm việc").click()
    assert page.get_by_role("heading", name="Trang đầu").is_visible()
    assert page.get_by_role("link", name="Xem một vòng").count() == 0
    page.goto("/register")
    assert page.get_by_text("0 văn bản").count() or not page.locator("tbody tr").count()


@pytest.mark.parametrize(
    ("role", "rooms"),
    [
        (DeskRole.READER, ["/", "/register", "/golden-book", "/help"]),
        (DeskRole.ADMIN, ["/", "/people", "/help"]),
    ],
)
def test_the_tour_leads_nobody_where_they_may_not_come(
    here: DeskHere, role: DeskRole, rooms: list[str]
) -> None:
    client, address, seen = here.client(here.session([role])), "/?tour=1", []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200
        seen.append(address.partition("?")[0])
        onward = re.search(r'<a class="button" href="([^"]+\?tour=\d+)"', answer.text)
        address = onward[1] if onward else ""
    assert seen == rooms


@pytest.mark.parametrize("said", ["0", "99", "x", "-1", "1" * 400, "٣", "2"])
def test_a_place_that_the_tour_has_not_shows_the_page_alone(client: DeskClient, said: str) -> None:
    answer = client.get("/", params={"tour": said})
    assert answer.status_code == 200
    assert 'class="tour"' not in answer.text
