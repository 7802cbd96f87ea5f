"""Every room is read on a telephone, and at 200 % on a small screen: nothing is moved aside to be seen."""

from playwright.sync_api import Page

from tests.web.conftest import Visits
from tests.web.guarded_browser import seen_by_axe
from tests.web.running_desk import RunningDesk
from vbgen.web.files import static_files
from vbgen.web.routes import routes

CAMPAIGN = "/campaigns/ha-nam-2022"
ROOMS = (
    "/",
    CAMPAIGN,
    f"{CAMPAIGN}/check",
    f"{CAMPAIGN}/papers/phase-summary-phase-1",
    f"{CAMPAIGN}/issue/launch-notice?day=05/01/2022",
    f"{CAMPAIGN}/data",
    f"{CAMPAIGN}/versions",
    f"{CAMPAIGN}/unit-links",
    f"{CAMPAIGN}/hand-over",
    "/new",
    "/new/questions",
    "/reading",
    "/designs",
    "/password",
    "/register/copy",
    "/golden-book/past",
    "/register",
    "/golden-book",
    "/signing",
    "/verify",
    "/people",
    "/help",
    "/help/ban-lam-viec",
    "/help/in-giay-khen",
    "/nothing-here",
)
TOOLS = ("/print", "/calibrate", f"{CAMPAIGN}/data/printed?sheet=C%C3%A1+nh%C3%A2n&cell=B3")


WIDTHS = (360, 640)
NO_PAGES = {
    *("/favicon.ico", "/enter", "/golden-book/file", "/calibrate/crosses"),
    *("/register/book", "/register/deliveries", "/register/post"),
    *(f"{CAMPAIGN}/{part}" for part in ("check/count", "data/rows", "workbook")),
}  # files, parts of pages, and the way in, where nobody is known


def test_every_page_that_needs_no_more_than_a_campaign_is_looked_at() -> None:
    paths = {each.path for each in routes(static_files()) if each.method == "GET"}
    named = {path.replace("{campaign}", "ha-nam-2022") for path in paths}
    pages = {path for path in named if "{" not in path and not path.startswith("/files/")}
    assert pages - NO_PAGES <= {room.partition("?")[0] for room in (*ROOMS, *TOOLS)}


def test_no_room_is_wider_than_the_screen_and_none_has_a_barrier(
    visits: Visits, desk: RunningDesk
) -> None:
    page = visits(desk, refusals=(404,))
    page.goto(desk.link)
    wide = {room: _too_wide(page, room) for room in (*ROOMS, *TOOLS)}
    assert {room: found for room, found in wide.items() if found} == {}
    with seen_by_axe(page) as look:
        barriers = {room: look(f"{desk.origin}{room}") for room in ROOMS}
    assert {room: found for room, found in barriers.items() if found} == {}


def _too_wide(page: Page, room: str) -> list[int]:
    """Screens that the room is wider than."""
    page.goto(room)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        if page.evaluate("() => document.documentElement.scrollWidth") > width:
            found.append(width)
    return found
