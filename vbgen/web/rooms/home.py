"""Home: the year as a path, and what waits for somebody."""

from starlette.responses import Response

from vbgen.office import FindOpenIssues, ListCampaigns, SeeCampaign
from vbgen.web.roles import DeskAct
from vbgen.web.rooms.jobs import asked_job, new_job_id
from vbgen.web.rooms.touring import TOUR_COOKIE
from vbgen.web.routing import DeskRoute
from vbgen.web.visit import Visit


def _home(visit: Visit) -> Response:
    with visit.looking() as office:
        unfinished = office.do(FindOpenIssues()).problems
        names = office.do(ListCampaigns()).names if visit.may(DeskAct.SEE_DATA) else ()
    seen = [visit.seen(name, SeeCampaign(name)) for name in names]
    asked = visit.request
    shown = {
        "unfinished": unfinished,
        "campaigns": seen,
        "job": new_job_id(),
        "offers_tour": TOUR_COOKIE not in asked.cookies and "tour" not in asked.query_params,
    }
    return visit.page("home.html", shown)


def _resume(visit: Visit) -> Response:
    return asked_job(visit, "resume", {"code": visit.word("code")})


ROUTES = (
    DeskRoute("GET", "/", DeskAct.BE_HERE, _home),
    DeskRoute("POST", "/resume", DeskAct.ISSUE, _resume),
)
