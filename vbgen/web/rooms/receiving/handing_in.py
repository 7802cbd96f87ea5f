"""Handing in: what a unit sees by its link, without an account; its own list, what is wrong in it, and nothing else."""

import hashlib
from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.responses import Response

from vbgen.errors import Problem, UsageError, VbgenError
from vbgen.office import (
    HAND_IN_PATH,
    FindUnitLink,
    HandInByLink,
    LayInByLink,
    LotSeen,
    SeeLot,
    UnitLinkFound,
)
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.showing.reading_parts import dropped_files, reading_words
from vbgen.web.visit import Visit

_MOST_UPLOAD = 31_000_000  # bytes of a form


def _found(visit: Visit) -> UnitLinkFound:
    """The link; VbgenError for one that opens nothing, HTTPException where such ones are tried too often."""
    throttle, token, now = visit.site.link_throttle, visit.part("token"), visit.site.clock()
    name = hashlib.sha256(token.encode()).hexdigest()
    if not throttle.try_once(name, visit.address, now):
        raise HTTPException(429)
    with visit.looking() as office:
        found = office.do(FindUnitLink(token))
    throttle.was_right(name, visit.address)
    return found


def _door(visit: Visit) -> Response:
    return _shown(visit)


def _shown(visit: Visit, problems: Sequence[Problem] = ()) -> Response:
    """Where the list is laid in; what was read of it; or that it was handed in."""
    found = _found(visit)
    seen = _seen(visit, found) if found.is_open else None
    shown = {
        "link": found.link,
        "is_open": found.is_open,
        "seen": seen,
        "here": visit.request.url.path.removesuffix("/send"),
        **reading_words(),
        "problems": (*problems, *(seen.problems if seen else ())),
    }
    return visit.page("handing_in.html", shown, status=422 if problems else 200)


def _seen(visit: Visit, found: UnitLinkFound) -> LotSeen | None:
    """What was read; None where nothing is laid in, or it was too long ago."""
    if not found.link.lot:
        return None
    try:
        return visit.seen(found.link.campaign, SeeLot(found.link.lot))
    except UsageError:
        return None


def _lay_in(visit: Visit) -> Response:
    """Files laid in, and the page with what was read of them."""
    _found(visit)
    try:
        with visit.acting() as office:
            office.do(LayInByLink(visit.part("token"), dropped_files(visit)))
    except VbgenError as fault:
        return _shown(visit, fault.as_problems())
    return visit.onward(visit.request.url.path)


def _send(visit: Visit) -> Response:
    """Handed in; asked again it tells the same."""
    if not _found(visit).is_open:
        return _shown(visit)
    try:
        with visit.acting() as office:
            office.do(HandInByLink(visit.part("token"), visit.word("lot")))
    except VbgenError as fault:
        return _shown(visit, fault.as_problems())
    return visit.onward(visit.request.url.path.removesuffix("/send"))


def _awaits(visit: Visit) -> bool:
    """Nothing is read from somebody whose link opens nothing."""
    try:
        return _found(visit).is_open
    except (VbgenError, HTTPException):
        return False
    finally:
        visit.end()


_HERE = HAND_IN_PATH + "{token}"
ROUTES = (
    DeskRoute("GET", _HERE, DeskAct.COME_IN, _door),
    DeskRoute("POST", _HERE, DeskAct.COME_IN, _lay_in, _MOST_UPLOAD, _awaits, _shown),
    DeskRoute("POST", _HERE + "/send", DeskAct.COME_IN, _send, 10_000, _awaits),
)
