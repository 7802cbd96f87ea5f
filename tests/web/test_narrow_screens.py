"""Every room is read on a telephone, and at 200 % on a small screen: nothing is moved aside to be seen."""

import pytest

from tests.web.conftest import Visits
from tests.web.guarded_browser import violations
from tests.web.running_desk import RunningDesk

CAMPAIGN = "/campaigns/ha-nam-2022"
ROOMS = (
    "/",
    CAMPAIGN,
    f"{CAMPAIGN}/check",
    f"{CAMPAIGN}/papers/phase-summary-phase-1",
    f"{CAMPAIGN}/issue/launch-notice?day=05/01/2022",
    "/new",
    "/reading",
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


@pytest.mark.parametrize("width", [360, 640])
def test_no_room_is_wider_than_the_screen(visits: Visits, desk: RunningDesk, width: int) -> None:
    page = visits(desk, refusals=(404,), viewport={"width": width, "height": 640})
    page.goto(desk.link)
    wide = {}
    for room in (*ROOMS, *TOOLS):
        page.goto(room)
        wide[room] = page.evaluate("() => document.documentElement.scrollWidth")
    assert {room: found for room, found in wide.items() if found > width} == {}


def test_no_room_has_a_barrier(visits: Visits, desk: RunningDesk) -> None:
    page = visits(desk, refusals=(404,))
    page.goto(desk.link)
    found = {}
    for room in ROOMS:
        page.goto(room)
        found[room] = violations(page)
    assert {room: barriers for room, barriers in found.items() if barriers} == {}
