"""Links for units: made by the clerk, shown once; who has handed in what, and who has not."""

from collections.abc import Sequence

from starlette.responses import Response

from vbgen.errors import Problem, VbgenError
from vbgen.office import (
    CloseUnitLink,
    ListUnitLinks,
    MadeLink,
    MakeUnitLinks,
)
from vbgen.web.roles import DeskAct
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _door(visit: Visit) -> Response:
    return _shown(visit)


def _shown(
    visit: Visit, made: Sequence[MadeLink] = (), problems: Sequence[Problem] = ()
) -> Response:
    """Unit by unit; links just made stand above, and nowhere afterwards."""
    campaign = visit.part("campaign")
    with visit.looking() as office:
        listed = office.do(ListUnitLinks(campaign))
    shown = {
        "campaign": campaign,
        "units": listed.units,
        "made": made,
        "days": visit.word("days") or MakeUnitLinks.days,
        "problems": problems,
    }
    return visit.page("unit_links.html", shown, status=422 if problems else 200)


def _make(visit: Visit) -> Response:
    """The links, on the page that answers: they are kept nowhere and cannot be shown again."""
    units = tuple(visit.words("unit"))
    wish = MakeUnitLinks(visit.part("campaign"), units, visit.count("days"), visit.site.origin)
    try:
        with visit.acting() as office:
            made = office.do(wish)
    except VbgenError as fault:
        return _shown(visit, problems=fault.as_problems())
    return _shown(visit, made.links)


def _close(visit: Visit) -> Response:
    try:
        with visit.acting() as office:
            office.do(CloseUnitLink(visit.part("campaign"), visit.part("link")))
    except VbgenError as fault:
        return _shown(visit, problems=fault.as_problems())
    return visit.onward(visit.request.url.path.partition("/unit-links/")[0] + "/unit-links")


ROUTES = (
    DeskRoute("GET", "/campaigns/{campaign}/unit-links", DeskAct.CHANGE_DATA, _door),
    DeskRoute("POST", "/campaigns/{campaign}/unit-links", DeskAct.CHANGE_DATA, _make),
    DeskRoute("POST", "/campaigns/{campaign}/unit-links/{link}/close", DeskAct.CHANGE_DATA, _close),
)
