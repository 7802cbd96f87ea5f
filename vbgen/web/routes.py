"""Every route of the desk: the files that pages are drawn with, then each room's."""

from vbgen.web import files
from vbgen.web.rooms import (
    approving,
    calibrating,
    checks,
    data,
    designs,
    entering,
    golden,
    granting,
    guide,
    home,
    issuing,
    jobs,
    logging_in,
    new,
    papers,
    past_books,
    people,
    printing,
    register,
    touring,
    workbooks,
)
from vbgen.web.rooms.receiving import handing_in, reading, unit_links
from vbgen.web.rooms.registry import books, copying, deliveries, handing_over
from vbgen.web.rooms.signatures import scans, signing, signing_tool, verifying
from vbgen.web.routing import DeskRoute

_ROOMS = (
    entering,
    home,
    jobs,
    checks,
    papers,
    issuing,
    approving,
    printing,
    calibrating,
    books,
    copying,
    designs,
    deliveries,
    handing_over,
    register,
    signing,
    scans,
    signing_tool,
    verifying,
    data,
    workbooks,
    granting,
    new,
    reading,
    unit_links,
    handing_in,
    logging_in,
    people,
    past_books,
    golden,
    guide,
    touring,
)


def routes(static: dict[str, files.StaticFile]) -> list[DeskRoute]:
    """All of them; a room brings its own as `ROUTES`."""
    return [*files.routes(static), *(route for room in _ROOMS for route in room.ROUTES)]
